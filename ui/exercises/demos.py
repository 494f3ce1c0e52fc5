"""Lightning demos: the big idea of something that works elsewhere, where it was seen, and a picture of it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from sprint.diff import Diff, make_diff
from sprint.edits.notes import add_note, change_note
from sprint.records import Note, NoteKind
from sprint.text_table import TextTable
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.sheets import SheetSurface
from ui.widgets.picture_card import SheetFace

NAME = "demos"
_BETWEEN = "|"


class Surface(SheetSurface):
    """One line is one demo: "idea | source"; a photo makes it a card to look at."""

    KIND: ClassVar[NoteKind] = NoteKind.DEMO
    LINE: ClassVar[str] = "sketch.line_demos"
    EMPTY: ClassVar[str] = "sketch.empty_demos"

    def face(self, place: int, note: Note) -> SheetFace:
        """Show idea and source."""
        return SheetFace(
            note.id,
            note.text,
            small=note.source,
            picture_id=note.picture_ids[0] if note.picture_ids else "",
            tone="thought",
        )

    def from_words(self, words: str) -> Diff:
        """Read "idea | source" as one demo, in one step of undo."""
        idea, _, source = words.partition(_BETWEEN)
        made = add_note(self.document, self.bridge.ids, self._home, idea.strip(), kind=NoteKind.DEMO)
        if not source.strip():
            return made
        (note,) = (after for _, after in made.changes.values() if isinstance(after, Note))
        seen = make_diff(made.label.key, [(note, replace(note, source=source.strip()))])
        return made.then(seen)

    def words_to_write(self, sheet_id: str) -> str:
        """Give a demo as it would be typed."""
        note = self.document.require(Note, sheet_id)
        return f"{note.text} {_BETWEEN} {note.source}" if note.source else note.text

    def _on_written(self, sheet_id: str, words: str) -> None:
        idea, _, source = words.partition(_BETWEEN)
        diff = change_note(self.document, sheet_id, text=idea.strip(), source=source.strip())
        self.bridge.do(diff, merge=f"note.{sheet_id}")

    def room_page(self) -> RoomPage:
        """Show the ideas with where they come from, or the one that is looked at."""
        cards = [
            RoomCard(
                " – ".join(part for part in (note.text, note.source) if part),
                picture_id=note.picture_ids[0] if note.picture_ids else "",
                tone="thought",
            )
            for note in self.notes()
            if not note.is_hidden and (not self.viewer.isVisible() or self.viewer.current == note.id)
        ]
        return RoomPage(columns=(RoomColumn(cards=tuple(cards)),) if cards else ())

    def table(self) -> TextTable:
        """Give idea and source."""
        t = self.context.texts
        rows = tuple((note.text, note.source) for note in self.notes())
        return TextTable((t("sketch.idea"), t("sketch.source")), rows)
