"""What is parked and what was decided, beside the work: to read back, to mend, to tick off."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.capture import change_decision, change_parked
from sprint.edits.delete import delete
from sprint.records import Decision, ParkedItem, Record
from ui.bridge import SprintBridge
from ui.cockpit.capture import CaptureKind
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.columns import RecordColumn, RecordRow, ScrollColumn
from ui.widgets.fields import LineField, TextField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.trash import TrashButton

LISTS_WIDTH = 360


class _Row(RecordRow):
    """A record with words to write in, each field one entry to undo until it is left."""

    def __init__(self, context: Context, bridge: SprintBridge, record: Record, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.bridge, self.record = context, bridge, record
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "card")
        context.texts.changed.connect(self._say)

    def _say(self) -> None:
        """Say everything in the language of the screen. A method and not a lambda: it goes with the row."""
        self.show_record(self.record)

    def write(self, name: str, diff: Diff) -> None:
        """Make an edit that merges with the one before it in the same field."""
        if not self.bridge.do(diff, merge=f"{name}.{self.record.id}"):
            self.show_record(self.record)

    def text_field(self, name: str, change: Callable[[str], Diff], *, size: str = "lead") -> TextField:
        """Make a field for words that may need several lines."""
        field = TextField(self, style=f"QPlainTextEdit {{ font-size: {self.context.theme.size(size)}px; }}")
        field.typed.connect(lambda text: self.write(name, change(text)))
        field.left.connect(self.bridge.break_merge)
        field.entered.connect(field.clearFocus)
        return field

    def line_field(self, name: str, change: Callable[[str], Diff]) -> LineField:
        """Make a field of one line."""
        field = LineField(self, bare=True)
        field.typed.connect(lambda text: self.write(name, change(text)))
        field.left.connect(self.bridge.break_merge)
        return field

    def bin(self, key: str) -> TrashButton:
        """Make the way to throw it away."""
        trash = TrashButton(self.context, key, parent=self)
        trash.clicked.connect(lambda: self.bridge.do(delete(self.bridge.document, [self.record.id])))
        return trash


class ParkedRow(_Row):
    """A parked item: dealt with or not, whose it is, when it comes back."""

    def __init__(self, context: Context, bridge: SprintBridge, record: Record, parent: QWidget) -> None:
        super().__init__(context, bridge, record, parent)
        grid = QHBoxLayout(self)
        grid.setContentsMargins(12, 6, 4, 6)
        grid.setSpacing(2)
        self.done = CheckBox(context, self)
        self.done.clicked.connect(lambda on: self.bridge.do(self._changed(is_done=on)))
        grid.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.text = self.text_field("parked.text", lambda text: self._changed(text=text))
        below = QHBoxLayout()
        below.setSpacing(0)
        self.owner = self.line_field("parked.owner", lambda text: self._changed(owner=text))
        self.back = self.text_field("parked.back", lambda text: self._changed(back_when=text), size="body")
        below.addWidget(self.owner, 2, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.back, 3, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.text)
        words.addLayout(below)
        grid.addLayout(words, 1)
        grid.addWidget(self.bin("cockpit.parked_delete"), 0, Qt.AlignmentFlag.AlignTop)
        self.show_record(record)

    def show_record(self, record: Record) -> None:
        """Show this state of the item."""
        if not isinstance(record, ParkedItem):
            return
        self.record = record
        t = self.context.texts
        self.text.show_text(record.text)
        self.text.setAccessibleName(t("cockpit.parked_name", text=record.text))
        self.owner.show_text(record.owner)
        self.back.show_text(record.back_when)
        names = (t("cockpit.owner"), t("cockpit.back_when"))
        for field, name in zip((self.owner, self.back), names, strict=True):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
        self.done.setChecked(record.is_done)
        self.done.setAccessibleName(t("cockpit.parked_done", text=record.text))
        font = self.text.font()
        font.setStrikeOut(record.is_done)
        self.text.setFont(font)

    def _changed(self, **fields: object) -> Diff:
        return change_parked(self.bridge.document, self.record.id, **fields)


class DecisionRow(_Row):
    """A decision with its reason, and who took it."""

    def __init__(self, context: Context, bridge: SprintBridge, record: Record, parent: QWidget) -> None:
        super().__init__(context, bridge, record, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 4, 6)
        row.setSpacing(2)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.text = self.text_field("decision.text", lambda text: self._changed(text=text))
        self.reason = self.text_field("decision.reason", lambda text: self._changed(reason=text), size="body")
        self.by = self.line_field("decision.by", lambda text: self._changed(decided_by=text))
        for field in (self.text, self.reason, self.by):
            words.addWidget(field)
        row.addLayout(words, 1)
        row.addWidget(self.bin("cockpit.decision_delete"), 0, Qt.AlignmentFlag.AlignTop)
        self.show_record(record)

    def show_record(self, record: Record) -> None:
        """Show this state of the decision."""
        if not isinstance(record, Decision):
            return
        self.record = record
        t = self.context.texts
        self.text.show_text(record.text)
        self.text.setAccessibleName(t("cockpit.decision_name", text=record.text))
        self.reason.show_text(record.reason)
        self.by.show_text(record.decided_by)
        names = (t("cockpit.reason"), t("cockpit.decided_by"))
        for field, name in zip((self.reason, self.by), names, strict=True):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)

    def _changed(self, **fields: object) -> Diff:
        return change_decision(self.bridge.document, self.record.id, **fields)


class SideLists(QWidget):
    """The parking lot and the decision log, one below the other."""

    closed = Signal()
    capture_requested = Signal(object)
    """The CaptureKind for which a person wants to write something new."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.setObjectName("side_lists")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(LISTS_WIDTH)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 4, 8)
        top = QHBoxLayout()
        top.addWidget(TextLabel(context, "cockpit.lists", role="title"), 1)
        close = Button(context, kind="quiet", icon="close", name_key="cockpit.close", parent=self)
        close.clicked.connect(self.close_lists)
        top.addWidget(close)
        page.addLayout(top)
        self._scroll = ScrollColumn(self, margin=0, spacing=8)
        self._scroll.column.setContentsMargins(0, 0, 12, 8)
        page.addWidget(self._scroll, 1)
        self._parked_title, self._parked_empty, self.parked = self._section(
            CaptureKind.PARKED, lambda record: ParkedRow(context, bridge, record, self)
        )
        self._scroll.column.addSpacing(16)
        self._decided_title, self._decided_empty, self.decided = self._section(
            CaptureKind.DECISION, lambda record: DecisionRow(context, bridge, record, self)
        )
        self._scroll.column.addStretch(1)
        bridge.document_changed.connect(self._on_diff)
        context.texts.changed.connect(self._refresh)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is parked and decided; hidden lists read nothing."""
        self._refresh()
        super().showEvent(event)

    def close_lists(self) -> None:
        """Make room for the work."""
        self.hide()
        self.closed.emit()

    def _section(
        self, kind: CaptureKind, make: Callable[[Record], RecordRow]
    ) -> tuple[PlainLabel, PlainLabel, RecordColumn]:
        head = QHBoxLayout()
        title = PlainLabel(role="lead_bold")
        name = "cockpit.park_new" if kind is CaptureKind.PARKED else "cockpit.decide_new"
        new = Button(self._context, kind="quiet", icon="plus", name_key=name, parent=self)
        new.clicked.connect(lambda: self.capture_requested.emit(kind))
        head.addWidget(title, 1)
        head.addWidget(new)
        empty = PlainLabel(role="muted", wrap=True)
        rows = RecordColumn(make, new, self, spacing=8)
        self._scroll.column.addLayout(head)
        self._scroll.column.addWidget(empty)
        self._scroll.column.addWidget(rows)
        return title, empty, rows

    def _on_diff(self, diff: Diff) -> None:
        touched = (record for change in diff.changes.values() for record in change)
        if self.isVisible() and any(isinstance(record, ParkedItem | Decision) for record in touched):
            self._refresh()

    def _refresh(self) -> None:
        t, document = self._context.texts, self._bridge.document
        self.setAccessibleName(t("cockpit.lists"))
        parked = sorted(document.table(ParkedItem).values(), key=lambda item: (item.is_done, item.order, item.id))
        decided = sorted(document.table(Decision).values(), key=lambda item: (item.order, item.id))
        to_do = sum(not item.is_done for item in parked)
        self._parked_title.setText(t("cockpit.parked_title", number=to_do))
        self._decided_title.setText(t("cockpit.decided_title", number=len(decided)))
        self._show(self.parked, self._parked_empty, parked, t("cockpit.parked_empty"))
        self._show(self.decided, self._decided_empty, decided, t("cockpit.decided_empty"))

    def _show(self, rows: RecordColumn, empty: PlainLabel, records: Sequence[Record], words: str) -> None:
        empty.setText(words)
        empty.setVisible(not records)
        rows.show_records(records)
