"""The surface for catching notes: what experts tell, what the group thinks up, one line at a time."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.flow import ARTEFACT_KINDS
from sprint.programme.catalogue import Exercise
from sprint.records import Block, Note, NoteKind, Person
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.note_faces import for_room, room_card
from ui.exercises.notes_pane import NotesPane
from ui.exercises.room_page import RoomColumn, RoomPage

NAME = "notes"


def kinds_for(exercise: Exercise | None) -> list[NoteKind]:
    """Give the kinds of notes an exercise leaves behind, the likeliest first, the plain note last.

    Where experts talk, the room writes questions; what they tell is written by one.
    """
    outputs = () if exercise is None else exercise.outputs
    found = [kind for output in outputs for kind in ARTEFACT_KINDS.get(output, ())]
    if NoteKind.HOW_MIGHT_WE in found:
        found.sort(key=lambda kind: kind is not NoteKind.HOW_MIGHT_WE)
    return [*dict.fromkeys(found), NoteKind.NOTE]


class Surface(WorkSurface):
    """One line, one note; the wall fills below."""

    MATTERS = (Note, Person, Block)
    ACCEPTS_ROWS: ClassVar[bool] = True

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.pane = self.make_pane(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self.pass_focus_to(self.pane)
        self.pane.photos.room_changed.connect(self.room_changed)

    def make_pane(self, desk: ExerciseDesk) -> NotesPane:
        """Make the line and the wall."""
        return NotesPane(desk.context, desk.bridge, parent=self)

    def refresh(self) -> None:
        """Show the notes of the block."""
        self.pane.show_block(self.block_id, kinds_for(self.exercise))
        self.room_changed.emit()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.pane.leave()
        super().leave()

    def take_focus(self) -> None:
        """Write the next note."""
        self.pane.line.field.setFocus()

    def room_page(self) -> RoomPage:
        """Give the notes without who wrote them."""
        cards = tuple(room_card(note) for note in for_room(self.pane.notes()))
        columns = (RoomColumn(cards=cards),) if cards else ()
        return RoomPage(columns=self.pane.photos.in_room(columns, self.room_texts))

    def table(self) -> TextTable:
        """Give words, kind, person and sign."""
        t = self.context.texts
        head = (t("work.column_text"), t("work.column_kind"), t("work.column_person"), t("work.column_valence"))
        rows = []
        for note in self.pane.notes():
            person = self.document.get(note.person_id)
            name = person.name if isinstance(person, Person) else ""
            valence = {-1: "−", 1: "+"}.get(note.valence, "")
            rows.append((note.text, t(f"kind.note.{note.kind.value}"), name, valence))
        return TextTable(head, tuple(rows))

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a note of the first cell of every row that has words."""
        self.pane.paste([next((cell for cell in row if cell), "") for row in rows])
