"""What the law leaves open at one step: the freedom, the statute, the term, objection, and what can be kind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.journey import change_step
from sprint.journeys import cards_of
from sprint.records import Freedom, Lane, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Field
from ui.widgets.choices import Choices
from ui.widgets.columns import ScrollColumn
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import LineField, NumberField, TextField
from ui.widgets.labels import PlainLabel, TextLabel

_MOST_DAYS = 3_650
_TEXTS = {
    "statute": "plan.statute",
    "objection": "plan.objection",
    "manner": "plan.manner",
    "influence": "plan.influence",
}
_LINES = ("statute", "objection")


class LegalForm(ScrollColumn):
    """The legal fields of a step, kept as they are typed, and a line for what the room says of it."""

    said = Signal(str, str)
    """Something to write down about a step: its id, the words."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=4, spacing=10)
        self._context, self._bridge = context, bridge
        self._step: Step | None = None
        self._title = PlainLabel(role="title", wrap=True)
        self._frame = PlainLabel(wrap=True)
        keys = [(freedom.value, f"kind.freedom.{freedom.value}") for freedom in Freedom]
        self.freedom = Choices(context, "plan.freedom", keys, self)
        self.freedom.chosen.connect(lambda value: self.change(freedom=Freedom(value)))
        self.fields: dict[str, LineField | TextField] = {}
        self.term = NumberField(_MOST_DAYS)
        self.line = LineField()
        self._draft = DraftKeeper(bridge, self.line, self, "legal", self._on_line)
        self.notes = PlainLabel(role="muted", wrap=True)
        self._build()

    def _build(self) -> None:
        context = self._context
        self.column.addWidget(self._title)
        self.column.addWidget(self._frame)
        self.column.addWidget(TextLabel(context, "plan.freedom", role="bold"))
        self.column.addWidget(self.freedom)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(self._add("statute"), 3)
        term = QVBoxLayout()
        term.addLayout(Field(context, "plan.term", self.term))
        row.addLayout(term, 1)
        self.column.addLayout(row)
        for name in ("objection", "manner", "influence"):
            self.column.addLayout(self._add(name))
        self.column.addSpacing(6)
        self.column.addLayout(Field(context, "plan.said_here", self.line))
        self.column.addWidget(self.notes)
        self.column.addStretch(1)
        self.term.counted.connect(lambda days: self.change("term_days", term_days=days))
        self.term.left.connect(self._bridge.break_merge)
        self.line.returnPressed.connect(self._on_line)

    def _add(self, name: str) -> Field:
        field: LineField | TextField = LineField() if name in _LINES else TextField()
        if isinstance(field, TextField):
            field.setProperty("kind", "")
            field.entered.connect(field.focusNextChild)
        else:
            field.returnPressed.connect(field.focusNextChild)
        field.typed.connect(lambda text: self.change(name, **{name: text}))
        field.left.connect(self._bridge.break_merge)
        self.fields[name] = field
        return Field(self._context, _TEXTS[name], field)

    def show_step(self, step: Step | None, notes: list[str]) -> None:
        """Show what is known of a step, and what was written down about it; half a line is entered at its own step."""
        self._draft.show_place(step.id if step is not None else "")
        self._step = step
        self.inside.setEnabled(step is not None and not self._bridge.is_read_only)
        if step is None:
            return
        self._title.setText(step.title)
        cards = [card.text for card in cards_of(self._bridge.document, step.id, Lane.LEGAL) if card.text]
        frame = "\n".join(f"§ {text}" for text in (step.legal_frame, *cards) if text)
        self._frame.setText(frame)
        self._frame.setVisible(bool(frame))
        self.freedom.choose(step.freedom.value)
        for name, field in self.fields.items():
            field.show_text(getattr(step, name))
        self.term.show_number(step.term_days)
        self.notes.setText("\n".join(f"– {note}" for note in notes))
        self.notes.setVisible(bool(notes))
        self.settle()

    def change(self, merge: str = "", **fields: object) -> None:
        """Give fields of the step another value; typing in one field is one entry."""
        step = self._step
        if step is not None and self._bridge.document.get(step.id) is not None:
            diff = change_step(self._bridge.document, step.id, **fields)
            self._bridge.do(diff, merge=f"step.{step.id}.{merge}" if merge else "")

    def leave(self) -> None:
        """Enter what is half typed."""
        self._draft.show_place("")

    def _on_line(self) -> None:
        text, step = self.line.text().strip(), self._step
        if text and step is not None:
            self.said.emit(step.id, text)
            self._draft.done()
