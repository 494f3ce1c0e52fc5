"""The surface for writing and then voting: the goal, sprint questions, any question that the room answers so."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sprint.edits.notes import take_over
from sprint.flow import FlowReader
from sprint.records import Block, Cluster, Note, NoteKind, Person, VoteRound
from sprint.text_table import TextTable
from sprint.votes.rounds import rounds_of
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.material import MaterialColumn
from ui.exercises.note_faces import for_room, room_card
from ui.exercises.notes import kinds_for
from ui.exercises.notes_pane import NotesPane
from ui.exercises.room_page import RoomColumn, RoomPage
from ui.exercises.vote import vote_page
from ui.exercises.vote_pane import VotePane
from ui.exercises.vote_words import result_table
from ui.widgets.toggles import Segments

NAME = "note_vote"
_WRITE, _VOTE = 0, 1
_WORKED_OUT: dict[NoteKind, tuple[str, ...]] = {
    NoteKind.QUESTION: ("fears", "goal"),
    NoteKind.GOAL: ("hopes",),
}
"""What a kind of note is made of: a fear becomes a question, a hope a goal."""


class Surface(WorkSurface):
    """First everybody writes, then everybody votes."""

    MATTERS = (Note, Cluster, VoteRound, Person, Block)
    ACCEPTS_ROWS: ClassVar[bool] = True

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.tabs = Segments(desk.context, 2, self)
        self.pane = NotesPane(desk.context, desk.bridge, parent=self)
        self.vote = VotePane(desk, self, own_only=True)
        self.material = MaterialColumn(desk.context, desk.bridge, self)
        write = QWidget()
        row = QHBoxLayout(write)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.material)
        row.addWidget(self.pane, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(write)
        self._stack.addWidget(self.vote)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.opened.connect(self._open)
        self.material.taken.connect(self._take)
        self.vote.state_changed.connect(self.room_changed)
        self.pane.photos.room_changed.connect(self.room_changed)

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show the writing, or the vote when one was begun."""
        is_other = block_id != self.block_id
        super().show_block(block_id)
        if is_other:
            self._open_quietly(_VOTE if rounds_of(self.document, block_id) else _WRITE)

    def refresh(self) -> None:
        """Show notes and vote as they are now."""
        t = self.context.texts
        self.tabs.show_texts([t("work.tab_write"), t("work.tab_vote")])
        kinds = kinds_for(self.exercise)
        self.pane.show_block(self.block_id, kinds)
        used = {note.origin_id for note in self.pane.notes() if note.origin_id}
        self.material.show_notes(self._given(kinds[0]), used, t(_MATERIAL_TITLES.get(kinds[0], "work.material")))
        block = self.document.get(self.block_id)
        self.vote.show_block(self.block_id, block.exercise if isinstance(block, Block) else "")
        self.room_changed.emit()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.pane.leave()
        self.vote.leave()
        super().leave()

    def take_focus(self) -> None:
        """Write the next note, or go on with the vote."""
        if self.tabs.current == _WRITE:
            self.pane.line.field.setFocus()
        else:
            self.vote.take_focus()

    def room_page(self) -> RoomPage:
        """Give what is written without names, or the vote."""
        if self.tabs.current == _VOTE:
            return vote_page(self.vote, self)
        cards = tuple(room_card(note) for note in for_room(self.pane.notes()))
        columns = (RoomColumn(cards=cards),) if cards else ()
        return RoomPage(columns=self.pane.photos.in_room(columns, self.room_texts))

    def table(self) -> TextTable:
        """Give the result of the vote, or the notes while there is none."""
        result = result_table(self.context.texts, self.vote.desk.vote, self.vote.desk.results)
        if result and self.tabs.current == _VOTE:
            return result
        t = self.context.texts
        rows = tuple((note.text, str(note.votes or "")) for note in self.pane.notes())
        return TextTable((t("work.column_text"), t("vote.column_dots")), rows)

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a note of the first cell of every row that has words."""
        self._open_quietly(_WRITE)
        self.pane.paste([next((cell for cell in row if cell), "") for row in rows])

    # ---- hands

    def _given(self, kind: NoteKind) -> list[Note]:
        artefacts = _WORKED_OUT.get(kind, ())
        if not artefacts:
            return []
        ids = FlowReader(self.document, self.names.catalogue).material(self.block_id, artefacts)
        found = (self.document.get(one) for one in ids)
        return [note for note in found if isinstance(note, Note) and note.kind is not kind]

    def _take(self, note_id: str) -> None:
        origin, kind = self.document.get(note_id), kinds_for(self.exercise)[0]
        if not isinstance(origin, Note):
            return
        done = self.bridge.do(take_over(self.document, self.bridge.ids, self.block_id, note_id, origin.text, kind=kind))
        if done:
            self.pane.wall.write_in(self.pane.notes()[-1].id)

    def _open(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.room_changed.emit()
        self.take_focus()

    def _open_quietly(self, place: int) -> None:
        for number, button in enumerate(self.tabs.buttons):
            button.setChecked(number == place)
        self._stack.setCurrentIndex(place)


_MATERIAL_TITLES = {NoteKind.QUESTION: "work.material_questions", NoteKind.GOAL: "work.material_goal"}
