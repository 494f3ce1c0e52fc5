"""Where a step leads: its arrows, each with its kind and its words, and the way to draw another one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits.delete import delete
from sprint.edits.journey import change_link, link_steps
from sprint.journeys import links_from, steps_of
from sprint.records import Link, LinkKind, Record, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.columns import RecordColumn, RecordRow
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.labels import TextLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus
from ui.widgets.trash import TrashButton

_INSET = 9
_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End)


def likely_kind(document: Document, source: Step, target: Step) -> LinkKind:
    """Say what an arrow most likely means: back is a loop, down is another way."""
    order = [step.id for step in steps_of(document, source.journey_id)]
    if order.index(target.id) <= order.index(source.id):
        return LinkKind.LOOP
    return LinkKind.ALTERNATIVE if target.row > source.row else LinkKind.NEXT


class StepChoice(ChoiceField):
    """A list in which choosing does something at once: keys open it first, and only Enter chooses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list for every key that would choose without showing what."""
        if event.key() in _OPENING or event.text().strip():
            self.showPopup()
        else:
            super().keyPressEvent(event)


class LinkTarget(PaintedButton):
    """The step at the end of an arrow, in one line; pressing it goes there."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str) -> None:
        """Name the step."""
        self._title = title
        self.say(self.context.texts("panel.link.to", title=title), title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.context.theme.size("target.mouse"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("body", bold=True))
        painter.setPen(theme.colour("accent" if self.is_hovered else "ink"))
        room = QRectF(self.rect()).adjusted(2, 0, -2, 0)
        words = painter.fontMetrics().elidedText(f"→ {self._title}", Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme.size("radius.card"), theme)
        painter.end()


class LinkRow(RecordRow):
    """One arrow: where it goes, of which kind it is, and what stands on it."""

    step_requested = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._link = context, bridge, link
        self.target = LinkTarget(context, self)
        self.kind = ChoiceField(context, self)
        self.label = LineField(self)
        self.trash = TrashButton(context, "panel.link.delete", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.target, 1)
        top.addWidget(self.trash)
        below.setSpacing(6)
        below.addWidget(self.kind, 5)
        below.addWidget(self.label, 6)
        column.addLayout(top)
        column.addLayout(below)
        self.target.clicked.connect(lambda: self.step_requested.emit(self._link.target))
        self.kind.chosen.connect(lambda kind: self._change("", kind=LinkKind(kind)))
        self.label.typed.connect(lambda text: self._change("label", label=text))
        self.label.left.connect(bridge.break_merge)
        self.label.returnPressed.connect(self.label.clearFocus)
        self.trash.clicked.connect(lambda: bridge.do(delete(bridge.document, [self._link.id])))
        self.show_record(link)

    def show_record(self, record: Record) -> None:
        """Show this state of the arrow."""
        if not isinstance(record, Link):
            return
        self._link = record
        t = self._context.texts
        target = self._bridge.document.get(record.target)
        title = target.title if isinstance(target, Step) else ""
        self.target.show_title(title or t("panel.step.title"))
        self.kind.show_choices([(kind, t(f"kind.link.{kind.value}")) for kind in LinkKind])
        self.kind.show_value(record.kind)
        self.label.show_text(record.label)
        self.kind.setAccessibleName(t("panel.link.kind", title=title))
        self.label.setAccessibleName(t("panel.link.label", title=title))
        self.label.setPlaceholderText(t("panel.link.label_hint"))

    def _change(self, field: str, **fields: object) -> None:
        merge = f"link.{self._link.id}.{field}" if field else ""
        if not self._bridge.do(change_link(self._bridge.document, self._link.id, **fields), merge=merge):
            self.show_record(self._link)


class StepLinks(QWidget):
    """All arrows that leave a step, and the list of steps to which one more can go."""

    step_requested = Signal(str)
    """Go to the step at the end of an arrow."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._step: Step | None = None
        self.more = StepChoice(context, self)
        self.rows = RecordColumn(self._make, self.more, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET, 12, _INSET, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(context, "panel.link.title", role="section"))
        column.addWidget(self.rows)
        column.addWidget(self.more)
        self.more.setVisible(not bridge.is_read_only)
        self.more.chosen.connect(self._on_more)

    def show_step(self, step: Step) -> None:
        """Show the arrows of this step."""
        self._step = step
        document, t = self._bridge.document, self._context.texts
        order = {one.id: place for place, one in enumerate(steps_of(document, step.journey_id))}
        links = sorted(links_from(document, step.id), key=lambda link: (order.get(link.target, 0), link.id))
        self.rows.show_records(links)
        titles = [(one, document.require(Step, one).title) for one in order]
        self.more.show_choices([("", t("panel.link.more")), *((one, title) for one, title in titles if title)])
        self.more.show_value("")
        self.more.setAccessibleName(t("panel.link.more"))

    def touches(self, diff: Diff) -> bool:
        """Whether this diff changes an arrow of the step."""
        step = self._step
        records = (record for change in diff.changes.values() for record in change)
        return step is not None and any(isinstance(one, Link) and one.source == step.id for one in records)

    def _make(self, record: Record) -> RecordRow:
        assert isinstance(record, Link)
        made = LinkRow(self._context, self._bridge, record, self)
        made.step_requested.connect(self.step_requested)
        return made

    def _on_more(self, target_id: object) -> None:
        source, target = self._step, self._bridge.document.get(str(target_id))
        if source is None or not isinstance(target, Step):
            return
        document = self._bridge.document
        kind = likely_kind(document, source, target)
        self._bridge.do(link_steps(document, self._bridge.ids, source.id, target.id, kind))
        self.more.show_value("")
