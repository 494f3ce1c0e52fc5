"""The art museum: all sketches in one row, each with its letter, never with its maker; dots make the heat map."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from sprint.diff import Diff
from sprint.edits.sketches import hang_sketch, letter_of, move_sketch, said_of, sketches_of
from sprint.insight.dots import chosen_on, dots_on
from sprint.records import Note, NoteKind
from sprint.text_table import TextTable
from sprint.votes.options import VoteOption
from ui.exercises.base import ExerciseDesk
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.sheets import SheetSurface
from ui.exercises.with_vote import WithVote
from ui.widgets.picture_card import SheetFace

NAME = "gallery"


class Surface(SheetSurface):
    """Hang, look, hang elsewhere; letters follow the row."""

    LINE: ClassVar[str] = "sketch.line_gallery"
    EMPTY: ClassVar[str] = "sketch.empty_gallery"

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.votes = WithVote(desk, self.page, "sketch.tab_wall", self.options, self)
        self.outer.addWidget(self.votes)
        self.votes.changed.connect(self.room_changed)
        self.viewer.raise_()
        self.grid.is_movable = not desk.bridge.is_read_only
        self.grid.moved.connect(lambda note_id, before: self.bridge.do(move_sketch(self.document, note_id, before)))

    def show_block(self, block_id: str) -> None:
        """Show the wall, or the vote when one is under way."""
        super().show_block(block_id)
        self.votes.show_block(block_id)

    def refresh(self) -> None:
        """Show wall and vote."""
        super().refresh()
        self.votes.refresh(self.block_id)

    def on_diff(self, diff: Diff) -> None:
        """Show what a change changed."""
        if WithVote.matters(diff):
            self.refresh()

    def take_focus(self) -> None:
        """Go on with the wall, or with the vote."""
        if self.votes.is_voting:
            self.votes.pane.take_focus()
        else:
            super().take_focus()

    def options(self) -> list[VoteOption]:
        """List the sketches that can be voted on."""
        return [
            VoteOption(note.id, note.text or letter_of(place), sign=letter_of(place))
            for place, note in enumerate(self.notes())
            if not note.is_hidden
        ]

    def notes(self) -> list[Note]:
        """List all sketches of the sprint: the wall is one, whatever exercise it is used in."""
        return sketches_of(self.document)

    def faces(self) -> list[SheetFace]:
        """Give every sketch its letter, and its dots when a vote on it was revealed."""
        notes = self.notes()
        ids = [note.id for note in notes]
        self._dots, self._chosen = dots_on(self.document, ids), chosen_on(self.document, ids)
        return [self.whole_face(place, note) for place, note in enumerate(notes)]

    def face(self, place: int, note: Note) -> SheetFace:
        """Say what is on the card of a sketch."""
        letter, dots = letter_of(place), self._dots.get(note.id)
        t = self.context.texts
        questions = len(said_of(self.document, note.id, NoteKind.QUESTION))
        spoken = t("sketch.card_name", letter=letter, title=note.text or t("sketch.untitled"))
        return SheetFace(
            note.id,
            note.text,
            sign=letter,
            small=t("sketch.questions", count=questions) if questions else "",
            picture_id=note.picture_ids[0] if note.picture_ids else "",
            dots=dots,
            is_strong=note.id in self._chosen,
            name=f"{spoken}, {t('sketch.dots', count=dots)}" if dots is not None else spoken,
        )

    def from_words(self, words: str) -> Diff:
        """Hang a sketch that has only a title yet."""
        return hang_sketch(self.document, self.bridge.ids, self._home, words)

    def room_page(self) -> RoomPage:
        """Show the vote, the wall, or the one sketch that is looked at; hidden ones keep their letter and stay away."""
        if self.votes.is_voting:
            return self.votes.room_page()
        cards = []
        for place, note in enumerate(self.notes()):
            is_off = self.viewer.isVisible() and self.viewer.current != note.id
            if not note.is_hidden and not is_off:
                cards.append(room_sketch(place, note, self._dots.get(note.id)))
        return RoomPage(columns=(RoomColumn(cards=tuple(cards)),) if cards else ())

    def table(self) -> TextTable:
        """Give letter, title and dots."""
        t = self.context.texts
        rows = [
            (letter_of(place), note.text, str(self._dots.get(note.id, ""))) for place, note in enumerate(self.notes())
        ]
        return TextTable((t("sketch.letter"), t("sketch.title"), t("sketch.dots_head")), tuple(rows))


def room_sketch(place: int, note: Note, dots: int | None = None) -> RoomCard:
    """Show a sketch to the room by its letter, and by nothing that says whose it is."""
    picture = note.picture_ids[0] if note.picture_ids else ""
    return RoomCard(note.text, sign=letter_of(place), count=dots, picture_id=picture, tone="quote")
