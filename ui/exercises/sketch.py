"""Sheets that people drew alone: collected as photos or by their title, face down until the museum opens."""

from __future__ import annotations

from sprint.diff import Diff
from sprint.edits.notes import add_note
from sprint.edits.pictures import add_pictured_note
from sprint.edits.sketches import hang_sketch
from sprint.records import Note, NoteKind
from sprint.store.media import ImportedPicture
from sprint.text_table import TextTable
from ui.exercises.room_page import RoomPage
from ui.exercises.sheets import SheetSurface
from ui.widgets.picture_card import SheetFace

NAME = "sketch"
_SKETCHES = "sketches"


class Surface(SheetSurface):
    """Everybody draws in silence, the facilitator gathers; solution sketches hang in the museum later."""

    @property
    def kind(self) -> NoteKind:
        """Solution sketches where the exercise makes them, ideas elsewhere."""
        exercise = self.exercise
        return NoteKind.SKETCH if exercise is not None and _SKETCHES in exercise.outputs else NoteKind.IDEA

    def notes(self) -> list[Note]:
        """List the sheets of this exercise."""
        found = (note for note in self.document.referrers(Note, self._home) if note.kind is self.kind)
        return sorted((note for note in found if note.block_id == self._home), key=lambda note: (note.order, note.id))

    def face(self, place: int, note: Note) -> SheetFace:
        """Number the sheets as they came in."""
        t = self.context.texts
        sign = str(place + 1)
        return SheetFace(
            note.id,
            note.text,
            sign=sign,
            picture_id=note.picture_ids[0] if note.picture_ids else "",
            name=t("sketch.sheet_name", number=sign, title=note.text or t("sketch.untitled")),
        )

    def from_words(self, words: str) -> Diff:
        """Gather a sheet by its title."""
        if self.kind is NoteKind.SKETCH:
            return hang_sketch(self.document, self.bridge.ids, self._home, words)
        return add_note(self.document, self.bridge.ids, self._home, words, kind=self.kind)

    def from_picture(self, stored: ImportedPicture) -> Diff:
        """Gather a sheet by its photo."""
        return add_pictured_note(self.document, self.bridge.ids, self._home, self.kind, stored)

    def room_page(self) -> RoomPage:
        """Show nothing of what is drawn: the room works in silence, and the sheets lie face down."""
        return RoomPage(is_quiet=True)

    def table(self) -> TextTable:
        """Give number and title."""
        t = self.context.texts
        rows = tuple((str(place), note.text) for place, note in enumerate(self.notes(), start=1))
        return TextTable((t("sketch.number"), t("sketch.title")), rows)
