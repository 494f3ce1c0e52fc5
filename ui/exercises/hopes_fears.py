"""The surface for hopes and fears: two columns, + is a hope and − is a fear."""

from __future__ import annotations

from sprint.records import NoteKind
from ui.exercises.base import ExerciseDesk
from ui.exercises.note_faces import for_room, room_card
from ui.exercises.notes import Surface as NotesSurface
from ui.exercises.notes_pane import NotesPane
from ui.exercises.room_page import RoomColumn, RoomPage

NAME = "hopes_fears"
_KINDS = (NoteKind.HOPE, NoteKind.FEAR)
_SIGNS = {"+": NoteKind.HOPE, "-": NoteKind.FEAR, "−": NoteKind.FEAR}


class Surface(NotesSurface):
    """Hopes beside fears."""

    def make_pane(self, desk: ExerciseDesk) -> NotesPane:
        """Stand hopes and fears beside each other."""
        return NotesPane(desk.context, desk.bridge, "sides", self)

    def refresh(self) -> None:
        """Show the hopes and fears of the block."""
        self.pane.show_block(self.block_id, _KINDS, _SIGNS, others=True)
        self.room_changed.emit()

    def room_page(self) -> RoomPage:
        """Give both columns without who wrote them."""
        notes = for_room(self.pane.notes())
        kinds = [kind for kind in (*_KINDS, NoteKind.NOTE) if any(note.kind is kind for note in notes)]
        columns = [
            RoomColumn(
                self.room_texts(f"kind.note.{kind.value}"),
                tuple(room_card(note) for note in notes if note.kind is kind),
            )
            for kind in kinds
        ]
        return RoomPage(columns=self.pane.photos.in_room(columns, self.room_texts))
