"""Rows to write in: one record a row, its fields in columns, and a line at the top for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.records import Record
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.check import CheckBox
from ui.widgets.columns import RecordColumn, RecordRow, ScrollColumn
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import ChoiceField, LineField, TextField
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.passes_focus import PassesFocus
from ui.widgets.trash import TrashButton
from ui.widgets.wrapped_choice import WrappedChoice

_TICK_PX, _TRASH_PX, _PAD = 40, 32, 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record: its attribute, the key of its name, how it is filled in, its width (0: what is left)."""

    field: str
    title: str
    kind: Literal["tick", "text", "line", "choice"] = "line"
    width: int = 0


TEXT = Column("text", "plan.what", "text")
OWNER = Column("owner", "plan.owner", "line", 150)
DONE = Column("is_done", "plan.done", "tick", _TICK_PX)

Choices = list[tuple[object, str]]
Field = TextField | LineField | ChoiceField | CheckBox


class FieldRow(RecordRow):
    """One record: every field is kept as it is typed."""

    changed = Signal(str, str, object)
    """A field of a record (its id and the field) has this value now."""
    left = Signal()
    """A field was left."""
    thrown = Signal(str)
    walked = Signal(str, str, int)
    """From this field of this record to the row above (−1) or below (+1)."""
    carried = Signal(str, int)
    """The record should go one place up (−1) or down (+1)."""

    def __init__(
        self, context: Context, columns: Sequence[Column], record: Record, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self.record = context, record
        self.fields: dict[str, Field] = {}
        self._columns = tuple(columns)
        self.setObjectName("row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, 4, 4, 4)
        row.setSpacing(8)
        for column in columns:
            field = self.fields[column.field] = self._field(column)
            field.setObjectName(f"row_{column.field}")
            field.installEventFilter(self)
            row.addWidget(field, 0 if column.width else 1, Qt.AlignmentFlag.AlignVCenter)
            if column.width:
                field.setFixedWidth(column.width)
        self.trash = TrashButton(context, "plan.throw", parent=self)
        self.trash.clicked.connect(lambda: self.thrown.emit(self.record.id))
        row.addWidget(self.trash, 0, Qt.AlignmentFlag.AlignVCenter)
        context.theme.changed.connect(self._restyle)
        self._restyle()

    def show_record(self, record: Record) -> None:
        """Show this state of the record."""
        self.record = record
        t = self._context.texts
        for column in self._columns:
            field, value = self.fields[column.field], getattr(record, column.field)
            field.setAccessibleName(t(column.title))
            if isinstance(field, CheckBox):
                field.setChecked(bool(value))
                field.setToolTip(t(column.title))
            elif isinstance(field, ChoiceField):
                field.show_value(value)
            else:
                field.show_text(value)
                field.setPlaceholderText("" if value else t(column.title))

    def show_choices(self, name: str, choices: Choices) -> None:
        """Offer these values in a column of choices."""
        field = self.fields[name]
        if isinstance(field, ChoiceField):
            field.show_choices(choices)

    def be_writable(self, is_writable: bool) -> None:
        """Let it be written in, or only read."""
        self.trash.setVisible(is_writable)
        for field in self.fields.values():
            if isinstance(field, LineField | TextField):
                field.setReadOnly(not is_writable)
            else:
                field.setEnabled(is_writable)

    # ---- inside

    def _field(self, column: Column) -> Field:
        name = column.field
        if column.kind == "tick":
            tick = CheckBox(self._context, self)
            tick.clicked.connect(lambda is_on: self.changed.emit(self.record.id, name, is_on))
            return tick
        if column.kind == "choice":
            choice = WrappedChoice(self._context, self)
            choice.chosen.connect(lambda value: self.changed.emit(self.record.id, name, value))
            return choice
        field: TextField | LineField = TextField(self) if column.kind == "text" else LineField(self, bare=True)
        field.typed.connect(lambda text: self.changed.emit(self.record.id, name, text))
        field.left.connect(self.left)
        if isinstance(field, TextField):
            field.entered.connect(lambda: self.walked.emit(self.record.id, name, 1))
        return field

    def _restyle(self) -> None:
        theme = self._context.theme
        self.setStyleSheet(
            f"QWidget#row {{ background: {theme.hex('surface')}; border: 1px solid {theme.hex('line_soft')};"
            f" border-radius: {theme.size('radius.card')}px; }}"
            f"QPlainTextEdit, QLineEdit {{ font-size: {theme.size('lead')}px; }}"
        )
        self.show_record(self.record)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with the arrows, tick with Ctrl+Enter, carry the row with Alt and the arrows."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key, held = Qt.Key(event.key()), event.modifiers()
        name = next((name for name, field in self.fields.items() if field is watched), "")
        if key in _STEPS and held & Qt.KeyboardModifier.AltModifier:
            self.carried.emit(self.record.id, _STEPS[key])
            return True
        if key in _STEPS and not isinstance(watched, ChoiceField) and self._is_at_edge(watched, _STEPS[key]):
            self.walked.emit(self.record.id, name, _STEPS[key])
            return True
        if key in _ENTER and held & Qt.KeyboardModifier.ControlModifier and "is_done" in self.fields:
            self.fields["is_done"].click()
            return True
        if key in _ENTER and isinstance(watched, LineField):
            self.walked.emit(self.record.id, name, 1)
            return True
        if key == Qt.Key.Key_Escape:
            self.walked.emit(self.record.id, "", 0)
            return True
        return super().eventFilter(watched, event)

    def _is_at_edge(self, field: QObject, step: int) -> bool:
        if not isinstance(field, TextField):
            return True
        cursor = field.textCursor()
        moved = cursor.movePosition(cursor.MoveOperation.Up if step < 0 else cursor.MoveOperation.Down)
        return not moved


class FieldRows(PassesFocus, QWidget):
    """The line for the next row, the names of the columns and the rows; whoever owns it changes the document."""

    entered = Signal(str)
    """Another row with these words is wanted."""
    changed = Signal(str, str, object)
    thrown = Signal(str)
    carried = Signal(str, int)

    def __init__(
        self, context: Context, bridge: SprintBridge, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.columns = tuple(columns)
        self._choices: dict[str, Choices] = {}
        self.line = LineField(self)
        self.line.setMinimumHeight(context.theme.size("target.touch"))
        self._titles = [ElidedLabel(role="small") for _ in columns]
        self._empty = PlainLabel(role="muted", wrap=True)
        self.scroll_area = ScrollColumn(self, margin=0, spacing=6)
        self.rows = RecordColumn(self._make, self.line, self.scroll_area.inside)
        self.scroll_area.column.setContentsMargins(0, 0, _PAD, 12)
        for part in (self._empty, self.rows):
            self.scroll_area.column.addWidget(part)
        self.scroll_area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self._head())
        column.addWidget(self.scroll_area, 1)
        self.pass_focus_to(self.line)
        self._draft = DraftKeeper(bridge, self.line, self, "row", self._on_enter)
        self.line.returnPressed.connect(self._on_enter)
        self.line.installEventFilter(self)

    def show_place(self, block_id: str) -> None:
        """Write rows for another block; words that were being typed stay with theirs."""
        self._draft.show_place(block_id)

    def show_records(self, records: Sequence[Record], line_key: str, empty_key: str) -> None:
        """Show these records; the line and an empty list say what is wanted."""
        t = self._context.texts
        self.line.setPlaceholderText(t(line_key))
        self.line.setAccessibleName(t(line_key))
        self.line.setVisible(not self._bridge.is_read_only)
        self._empty.setText(t(empty_key))
        self._empty.setVisible(not records)
        self._heading.setVisible(bool(records))
        for label, column in zip(self._titles, self.columns, strict=True):
            label.setText(t(column.title))
        self.rows.show_records(records)
        for row in self.rows.rows.values():
            if isinstance(row, FieldRow):
                self._fit(row)

    def show_choices(self, name: str, choices: Choices) -> None:
        """Offer these values in the column of this name, from the next `show_records` on."""
        self._choices[name] = choices

    def done(self) -> None:
        """Empty the line: its words are a row now."""
        self._draft.done()
        self.scroll_area.settle()
        last = next(reversed(self.rows.rows.values()), None)
        if last is not None:
            self.scroll_area.ensureWidgetVisible(last)

    def row(self, record_id: str) -> FieldRow:
        """Give the row of a record."""
        found = self.rows.rows[record_id]
        assert isinstance(found, FieldRow)
        return found

    # ---- inside

    def _head(self) -> QWidget:
        self._heading = QWidget()
        row = QHBoxLayout(self._heading)
        row.setContentsMargins(_PAD, 0, _TRASH_PX + 12 + _PAD, 0)
        row.setSpacing(8)
        for label, column in zip(self._titles, self.columns, strict=True):
            row.addWidget(label, 0 if column.width else 1)
            if column.width:
                label.setFixedWidth(column.width)
        return self._heading

    def _make(self, record: Record) -> RecordRow:
        made = FieldRow(self._context, self.columns, record, self.scroll_area.inside)
        self._fit(made)
        made.changed.connect(self.changed)
        made.left.connect(self._bridge.break_merge)
        made.thrown.connect(self._on_thrown)
        made.walked.connect(self._walk)
        made.carried.connect(self.carried)
        return made

    def _fit(self, row: FieldRow) -> None:
        for name, choices in self._choices.items():
            row.show_choices(name, choices)
        row.show_record(row.record)
        row.be_writable(not self._bridge.is_read_only)

    def _on_enter(self) -> None:
        text = self.line.text().strip()
        if text:
            self.entered.emit(text)

    def _on_thrown(self, record_id: str) -> None:
        known = list(self.rows.rows)
        self.thrown.emit(record_id)
        left = [one for one in known if one in self.rows.rows]
        place = min(known.index(record_id), len(left) - 1)
        (self.row(left[place]).trash if left else self.line).setFocus()

    def _walk(self, record_id: str, name: str, step: int) -> None:
        known = list(self.rows.rows)
        place = known.index(record_id) + step
        if step and 0 <= place < len(known):
            field = self.row(known[place]).fields[name]
            field.setFocus()
            self.scroll_area.ensureWidgetVisible(field)
        else:
            self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line down into the rows."""
        is_key = watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape) and self.rows.rows:
            first = self.row(next(iter(self.rows.rows)))
            first.fields["text"].setFocus()
            return True
        return super().eventFilter(watched, event)
