"""The speed critique: one sketch after another, three minutes each; what stands out, what worries, the maker last."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.clock import ClockSignal, SignalKind
from sprint.diff import Diff
from sprint.edits.sketches import SAYS, STANDOUT, letter_of, mark_standout, said_of, say_of_sketch, sketches_of
from sprint.prefixes import read_line
from sprint.records import Block, Note, NoteKind
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.critique_parts import SKETCH_SECONDS, SayingColumn, SheetView, SketchClock
from ui.exercises.gallery import room_sketch
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel
from ui.widgets.picture_desk import PictureDesk

NAME = "critique"
SIGNS = {"-": NoteKind.OBJECTION, "−": NoteKind.OBJECTION, "?": NoteKind.QUESTION, "=": NoteKind.NOTE}
"""Signs at the start of a line; a line without one is something that stands out. "=" is what the maker adds."""
_BY_HAND = {"+": NoteKind.HIGHLIGHT}
_SIDE_PX = 300
_HEADS = {
    NoteKind.HIGHLIGHT: "sketch.highlights",
    NoteKind.OBJECTION: "sketch.objections",
    NoteKind.QUESTION: "sketch.open_questions",
    NoteKind.NOTE: "sketch.maker_adds",
}


class Surface(WorkSurface):
    """The sketch large on the left, what is said of it on the right; Page Down goes to the next sketch."""

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._current = ""
        self.pictures = PictureDesk(desk.context, desk.bridge, self)
        self.sheet = SheetView(desk.context, self.pictures, self)
        self.clock = SketchClock(desk.context, desk.bridge.read_clock, self)
        self.line = LineField(self)
        self.line.setMinimumHeight(desk.context.theme.size("target.touch"))
        self._hint = PlainLabel(role="muted", wrap=True)
        self.before = Button(desk.context, icon="chevron_left", name_key="sketch.sketch_before")
        self.next = Button(desk.context, icon="chevron_right", name_key="sketch.sketch_next")
        self.maker = Button(desk.context, "sketch.maker_now", icon="person")
        self.columns = {kind: SayingColumn(desk.context, desk.bridge, kind, _HEADS[kind], self) for kind in SAYS}
        self._lay_out()
        self._draft = DraftKeeper(desk.bridge, self.line, self, "critique", self.enter_line)
        self.line.returnPressed.connect(self.enter_line)
        self.before.clicked.connect(partial(self.walk, -1))
        self.next.clicked.connect(partial(self.walk, 1))
        self.maker.clicked.connect(self._on_maker)
        # It sounds like the end of an exercise: one chime for the room, and one setting that silences it.
        self.clock.rang.connect(lambda: desk.clock.signalled.emit(ClockSignal(SignalKind.END, SKETCH_SECONDS)))
        for column in self.columns.values():
            column.standout_asked.connect(self._on_standout)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.sheet, 1)
        walk = QHBoxLayout()
        walk.setSpacing(8)
        walk.addWidget(self.before)
        walk.addWidget(self.next)
        walk.addStretch(1)
        walk.addWidget(self.clock)
        left.addLayout(walk)
        side = QWidget(self)
        side.setMinimumWidth(_SIDE_PX)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._hint, 1)
        row.addWidget(self.maker, 0, Qt.AlignmentFlag.AlignTop)
        right.addLayout(row)
        said = ScrollColumn(self, margin=0, spacing=16)
        for kind in SAYS:
            said.column.addWidget(self.columns[kind])
        said.column.addStretch(1)
        right.addWidget(said, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 10)
        both.setSpacing(24)
        both.addLayout(left, 5)
        both.addWidget(side, 4)

    # ---- which sketch

    @property
    def current(self) -> str:
        """The sketch that is discussed, "" when there is none."""
        return self._current

    def walk(self, by: int) -> None:
        """Go to the next sketch, or the one before; its three minutes begin when the clock is started."""
        row = [note.id for note in sketches_of(self.document)]
        if row:
            place = row.index(self._current) + by if self._current in row else 0
            self._show_sketch(row[max(0, min(len(row) - 1, place))])

    def _show_sketch(self, sketch_id: str) -> None:
        if sketch_id != self._current:
            self._draft.show_place(f"{self.block_id}-{sketch_id}" if sketch_id else "")
            self._current = sketch_id
            self.clock.reset()
        self.refresh()

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Discuss the sketches in another exercise, beginning with the first that nobody said anything of."""
        self.block_id = block_id
        row = sketches_of(self.document)
        silent = (note.id for note in row if not any(said_of(self.document, note.id, kind) for kind in SAYS))
        first = next(silent, row[0].id if row else "")
        self._show_sketch(self._current if self._current in {note.id for note in row} else first)

    def leave(self) -> None:
        """Enter what is half typed; the clock of the sketch stands still."""
        self._draft.show_place("")
        self._current = ""
        self.clock.pause()
        super().leave()

    def refresh(self) -> None:
        """Show the sketch and what is said of it."""
        t, row = self.context.texts, sketches_of(self.document)
        place = next((place for place, note in enumerate(row) if note.id == self._current), None)
        if place is None and row:
            self._show_sketch(row[0].id)
            return
        note = row[place] if place is not None else None
        letter = letter_of(place) if place is not None else ""
        picture = note.picture_ids[0] if note is not None and note.picture_ids else ""
        title = note.text if note is not None else t("sketch.empty_gallery")
        self.sheet.show_sheet(letter, title, picture)
        self.before.setEnabled(bool(place))
        self.next.setEnabled(place is not None and place < len(row) - 1)
        is_writable = note is not None and not self.bridge.is_read_only
        for widget in (self.line, self._hint, self.maker):
            widget.setVisible(is_writable)
        self.line.setPlaceholderText(t("sketch.line_critique", letter=letter))
        self.line.setAccessibleName(t("sketch.line_critique", letter=letter))
        self._hint.setText(t("sketch.signs_critique"))
        for kind, column in self.columns.items():
            column.show_notes(said_of(self.document, self._current, kind) if note is not None else [])
        self.room_changed.emit()

    def take_focus(self) -> None:
        """Write what is said next."""
        self.line.setFocus()

    def finish(self) -> None:
        """Read nothing more, before the sprint is closed."""
        self.clock.pause()
        self.pictures.finish()

    # ---- what is said

    def enter_line(self) -> None:
        """Write down what is typed, as its sign says."""
        if not isinstance(self.document.get(self._current), Note):
            return
        read = read_line(self.line.text(), (), NoteKind.HIGHLIGHT, {**SIGNS, **_BY_HAND})
        if read.text and isinstance(self.document.get(self.block_id), Block):
            ids = self.bridge.ids
            diff = say_of_sketch(self.document, ids, self.block_id, self._current, read.text, read.kind)
            if self.bridge.do(diff):
                self._draft.done()

    def _on_maker(self) -> None:
        """Give the maker the last word: the line is his now."""
        self.line.show_text("= ")
        self.line.typed.emit("= ")
        self.line.setFocus()
        self.line.end(False)

    def _on_standout(self, note_id: str) -> None:
        note = self.document.require(Note, note_id)
        self.bridge.do(mark_standout(self.document, note_id, note.mark != STANDOUT))

    def on_diff(self, diff: Diff) -> None:
        """Show what a change changed; the clock of an exercise touches nothing here."""
        if any(isinstance(record, Note) for change in diff.changes.values() for record in change):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down walk along the wall, also while somebody types."""
        if event.key() == Qt.Key.Key_PageDown:
            self.walk(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.walk(-1)
        else:
            super().keyPressEvent(event)

    # ---- room, copies

    def room_page(self) -> RoomPage:
        """Show the sketch with what is said of it; what the maker adds comes last."""
        t, row = self.room_texts, sketches_of(self.document)
        place = next((place for place, note in enumerate(row) if note.id == self._current), None)
        if place is None or row[place].is_hidden:
            return RoomPage()
        columns = [RoomColumn(cards=(room_sketch(place, row[place]),))]
        for kind, tone in ((NoteKind.HIGHLIGHT, "opportunity"), (NoteKind.OBJECTION, "pain")):
            notes = [note for note in said_of(self.document, self._current, kind) if not note.is_hidden]
            cards = tuple(RoomCard(n.text, sign="★" if n.mark == STANDOUT else "", tone=tone) for n in notes)
            columns.append(RoomColumn(t(_HEADS[kind]), cards))
        return RoomPage(columns=tuple(columns))

    def table(self) -> TextTable:
        """Give letter, sketch, sort and words of everything that was said."""
        t = self.context.texts
        rows = [
            (letter_of(place), sketch.text, t(_HEADS[kind]), said.text)
            for place, sketch in enumerate(sketches_of(self.document))
            for kind in SAYS
            for said in said_of(self.document, sketch.id, kind)
        ]
        return TextTable((t("sketch.letter"), t("sketch.title"), t("sketch.sort"), t("sketch.words")), tuple(rows))
