"""One row of the user test flow: a letter, its steps as notes to write on, the next one, and the choice."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sprint.edits.notes import change_note
from sprint.frozen import dataclass
from sprint.records import Note
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.columns import tab_in_order
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import TextField
from ui.widgets.labels import PlainLabel
from ui.widgets.picture_card import paint_letter
from ui.widgets.trash import TrashButton

USUAL_STEPS = 6
_LETTER, _GAP, _PAD, _LEAST, _HIGH = 36, 8, 10, 132, 92


@dataclass(frozen=True)
class FlowFace:
    """A row as it is shown."""

    id: str
    letter: str
    steps: tuple[Note, ...] = ()
    dots: int | None = None
    is_chosen: bool = False


class FlowNote(QFrame):
    """A note with a number; its words can be written on."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 6, 6)
        column.setSpacing(0)
        self._number = PlainLabel(role="small")
        self.field = TextField(self)
        column.addWidget(self._number)
        column.addWidget(self.field, 1)
        self.is_next = False
        context.theme.changed.connect(self.restyle)

    def show_number(self, number: int) -> None:
        """Say which step it is."""
        self._number.setText(str(number))
        self.field.setAccessibleName(self._context.texts("board.step_number", number=number))

    def restyle(self) -> None:
        """Look like a note, or like the empty place for the next one."""
        theme = self._context.theme
        ink = "ink" if self.is_next else "on_card"
        ground = theme.hex("surface" if self.is_next else "card_idea")
        edge = f"{theme.line('card_line')}px solid {theme.hex('card_line')}"
        if self.is_next:
            edge = f"1px dashed {theme.hex('line')}"
        self.setStyleSheet(f"FlowNote {{ background: {ground}; border: {edge}; border-radius: 8px; }}")
        self._number.setStyleSheet(
            f"color: {theme.hex('muted' if self.is_next else 'on_card_muted')};"
            f" font-size: {theme.size('body')}px; font-weight: bold;"
        )
        self.field.setStyleSheet(
            f"QPlainTextEdit {{ color: {theme.hex(ink)}; font-size: {theme.size('lead')}px; padding: 0 2px; }}"
            f"QPlainTextEdit:focus {{ background: transparent; border-color: {theme.hex(ink)}; }}"
        )


class FlowRow(QFrame):
    """A letter, the notes of one team member, and what can be done with the row."""

    step_added = Signal(str, str)
    """The row and the words of its next step."""
    row_wanted = Signal()
    """Enter in an empty next step: this row is done."""
    chosen = Signal(str)
    thrown = Signal(list)

    def __init__(self, context: Context, bridge: SprintBridge, face: FlowFace, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._face = context, bridge, face
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notes: dict[str, FlowNote] = {}
        self._next = FlowNote(context, self)
        self._next.is_next = True
        self._board = QWidget(self)
        self.choose = Button(context, "board.choose_flow", icon="flag")
        self.trash = TrashButton(context, "board.throw_flow", parent=self)
        self._dots = Chip(context, tone="now")
        self._letter = _Letter(context, self)
        head = QHBoxLayout()
        head.setSpacing(10)
        for widget in (self._letter, self._dots):
            head.addWidget(widget)
        head.addStretch(1)
        for widget in (self.choose, self.trash):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addWidget(self._board)
        self._next.setParent(self._board)
        self._draft = DraftKeeper(bridge, self.next_field, self._next, "flow", self.enter)
        self._draft.show_place(face.id)
        self.next_field.entered.connect(self._on_next)
        self.choose.clicked.connect(lambda: self.chosen.emit(self._face.id))
        self.trash.clicked.connect(self._on_trash)
        context.theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def face(self) -> FlowFace:
        """What it shows."""
        return self._face

    @property
    def next_field(self) -> TextField:
        """Where the next step is written."""
        return self._next.field

    def show_face(self, face: FlowFace, *, is_writable: bool) -> None:
        """Show this state of the row."""
        was_chosen, self._face = self._face.is_chosen, face
        before = list(self.notes)
        wanted = {note.id for note in face.steps}
        for gone in [note_id for note_id in before if note_id not in wanted]:
            note = self.notes.pop(gone)
            note.hide()
            note.deleteLater()
        for number, step in enumerate(face.steps, start=1):
            note = self.notes.get(step.id) or self._new_note(step.id)
            note.show_number(number)
            note.field.show_text(step.text)
            note.field.setReadOnly(not is_writable)
        self.notes = {step.id: self.notes[step.id] for step in face.steps}
        self._next.show_number(len(face.steps) + 1)
        self._next.setVisible(is_writable)
        t = self._context.texts
        self.next_field.setPlaceholderText(t("board.next_step"))
        self._letter.show_letter(face.letter)
        self.setAccessibleName(t("board.row", row=face.letter))
        self._dots.setVisible(face.dots is not None)
        if face.dots is not None:
            self._dots.show_state(t("sketch.dots", count=face.dots), "now")
        self.choose.set_text_key("board.flow_is_chosen" if face.is_chosen else "board.choose_flow")
        self.choose.setEnabled(is_writable and bool(face.steps) and not face.is_chosen)
        self.trash.setVisible(is_writable)
        if before != list(self.notes):
            fields = [note.field for note in self.notes.values()]
            if fields:
                tab_in_order(fields[0], [*fields[1:], self.next_field, self.choose, self.trash])
        if was_chosen != face.is_chosen:
            self._restyle()
        self._lay_out()

    def enter(self) -> None:
        """Make a step of what is half typed."""
        text = self.next_field.toPlainText().strip()
        if text:
            self._draft.done()
            self.step_added.emit(self._face.id, text)

    # ---- inside

    def _on_next(self) -> None:
        if self.next_field.toPlainText().strip():
            self.enter()
            self.next_field.setFocus()
        elif self._face.steps:
            self.row_wanted.emit()

    def _on_trash(self) -> None:
        self.thrown.emit([*(note.id for note in self._face.steps), self._face.id])

    def _new_note(self, note_id: str) -> FlowNote:
        note = FlowNote(self._context, self._board)
        self.notes[note_id] = note
        note.restyle()
        note.field.typed.connect(lambda text: self._on_typed(note_id, text))
        note.field.left.connect(lambda: self._on_left(note_id))
        note.field.entered.connect(lambda: self._go_on(note_id))
        note.show()
        return note

    def _on_typed(self, note_id: str, text: str) -> None:
        self._bridge.do(change_note(self._bridge.document, note_id, text=text), merge=f"note.{note_id}")

    def _on_left(self, note_id: str) -> None:
        """An emptied note is thrown away, as on paper."""
        self._bridge.break_merge()
        note = self.notes.get(note_id)
        if note is not None and not note.field.toPlainText().strip() and not self._bridge.is_read_only:
            self.thrown.emit([note_id])

    def _go_on(self, note_id: str) -> None:
        order = list(self.notes)
        place = order.index(note_id) + 1
        (self.notes[order[place]].field if place < len(order) else self.next_field).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a field and keeps it."""
        if event.key() == Qt.Key.Key_Escape:
            self.choose.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the notes side by side, as wide as six of them fit, and below each other where they do not."""
        cells: list[QWidget] = [*self.notes.values()]
        if not self._next.isHidden():
            cells.append(self._next)
        room = max(_LEAST, self.contentsRect().width() - 2 * _PAD)
        columns = max(1, min(USUAL_STEPS + (len(cells) > USUAL_STEPS), (room + _GAP) // (_LEAST + _GAP)))
        width = (room - _GAP * (columns - 1)) // columns
        y = 0
        for start in range(0, len(cells), columns):
            line = cells[start : start + columns]
            high = max([_HIGH, *(cell.heightForWidth(width) if cell.hasHeightForWidth() else 0 for cell in line)])
            for column, cell in enumerate(line):
                cell.setGeometry(column * (width + _GAP), y, width, high)
            y += high + _GAP
        self._board.setFixedHeight(max(_HIGH, y - _GAP))

    def _restyle(self) -> None:
        theme = self._context.theme
        edge = f"2px solid {theme.hex('ink')}" if self._face.is_chosen else f"1px solid {theme.hex('line_soft')}"
        ground = theme.hex("now_soft" if self._face.is_chosen else "paper")
        self.setStyleSheet(f"FlowRow {{ background: {ground}; border: {edge}; border-radius: 12px; }}")
        self._next.restyle()


class _Letter(QWidget):
    """The letter of a row."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._letter = context, ""
        self.setFixedSize(_LETTER, _LETTER)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.update)

    def show_letter(self, letter: str) -> None:
        """Show another letter."""
        self._letter = letter
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LETTER, _LETTER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        paint_letter(painter, QRectF(self.rect()), self._letter, self._context)
        painter.end()
