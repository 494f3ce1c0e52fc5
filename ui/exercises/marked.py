"""Notes in columns by the mark they got: a line for the next one, cards to drag, a key for each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from sprint.edits.delete import delete
from sprint.edits.notes import change_note, move_notes
from sprint.records import Note, NoteKind
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk
from ui.exercises.cards import CardFace
from ui.exercises.line_surface import HIDE, LineSurface
from ui.exercises.note_faces import face_of, for_room, room_card
from ui.exercises.room_page import RoomColumn, RoomPage
from ui.exercises.wall import CardWall
from ui.exercises.wall_layout import WallGroup
from ui.exercises.wall_photos import WallPhotos


@dataclass(frozen=True, slots=True)
class Mark:
    """One column: the mark of its notes, the key that puts a card there, the key of its heading, its colour."""

    value: str
    key: str
    title: str
    tone: str


class MarkedSurface(LineSurface):
    """A column for each mark; the first one takes what is typed."""

    MARKS: ClassVar[tuple[Mark, ...]] = ()
    KIND: ClassVar[NoteKind] = NoteKind.NOTE
    PLACE: ClassVar[str] = "mark"

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.wall = CardWall(desk.context, "sides", self)
        self.photos = WallPhotos(desk.context, desk.bridge, self.wall, self)
        self.photos.listen_to(self.line)
        self.bar.addWidget(self.photos.button)
        self.scroll_area.column.setContentsMargins(0, 4, 10, 12)
        self.scroll_area.column.addWidget(self.wall)
        self.scroll_area.column.addStretch(1)
        self.main.addWidget(self.photos)
        self._listen()

    def _listen(self) -> None:
        self.wall.written.connect(self.write)
        self.wall.left.connect(lambda _id: self.bridge.break_merge())
        self.wall.carried.connect(self._on_carried)
        self.wall.stepped.connect(self._on_stepped)
        self.wall.thrown.connect(lambda ids: self.bridge.do(delete(self.document, ids)))
        self.wall.key_pressed.connect(self._on_key)
        self.wall.went_up.connect(self.line.setFocus)
        self.photos.room_changed.connect(self.room_changed)

    # ---- what an exercise says itself

    @property
    def kind(self) -> NoteKind:
        """What its notes are."""
        return self.KIND

    def notes(self) -> list[Note]:
        """List the notes it shows, in order."""
        return [note for note in super().notes() if note.kind is self.KIND]

    def face(self, note: Note, mark: Mark) -> CardFace:
        """Show a note as a card in the colour of its column."""
        return replace(face_of(self.document, self.context.texts, note), label=self.label(note), tone=mark.tone)

    def label(self, note: Note) -> str:
        """Say what stands above the words of a card."""
        return self.context.texts("work.hidden") if note.is_hidden else ""

    def read(self, line: str) -> tuple[str, str]:
        """Read a typed line: its mark, and its words. A figure and a space at its start say the mark."""
        head, gap, rest = line.partition(" ")
        # No letter: "a" and "I" are words.
        mark = next((mark.value for mark in self.MARKS if gap and head.isdecimal() and head == mark.key), None)
        return (self.MARKS[0].value, line) if mark is None or not rest.strip() else (mark, rest.strip())

    # ---- showing

    def refresh(self) -> None:
        """Show everything as it is now."""
        super().refresh()
        t, is_writable = self.context.texts, not self.bridge.is_read_only
        keys = " · ".join(f"{mark.key.upper()} {t(mark.title).lower()}" for mark in self.MARKS)
        self.hint.setText(t("plan.mark_keys", keys=keys))
        self.wall.is_open = is_writable
        self.wall.show_groups(
            [WallGroup(_group(mark), t(mark.title), tuple(self._faces(mark))) for mark in self.shown_marks()]
        )
        self.photos.show_block(self.block_id)
        self.room_changed.emit()

    def shown_marks(self) -> list[Mark]:
        """List the columns that are there now; one for what has no mark only while there is any."""
        return [mark for mark in self.MARKS if mark.value or self.of_mark(mark)]

    def of_mark(self, mark: Mark) -> list[Note]:
        """List the notes of a column; the first one also has those with a mark that is none of these."""
        known = {other.value for other in self.MARKS}
        return [
            note
            for note in self.notes()
            if note.mark == mark.value or (mark is self.MARKS[0] and note.mark not in known)
        ]

    # ---- room, copies

    def room_page(self) -> RoomPage:
        """Show the columns without who wrote what."""
        t, columns = self.room_texts, []
        for mark in self.MARKS:
            cards = tuple(replace(room_card(note), tone=mark.tone) for note in for_room(self.of_mark(mark)))
            if cards:
                columns.append(RoomColumn(t(mark.title), cards))
        return RoomPage(columns=self.photos.in_room(columns, t))

    def table(self) -> TextTable:
        """Give the words and their column."""
        t = self.context.texts
        rows = [(note.text, t(mark.title)) for mark in self.MARKS for note in self.of_mark(mark)]
        return TextTable((t("plan.what"), t("plan.column")), tuple(rows))

    # ---- hands

    def go_down(self) -> None:
        """Go to the card that had the keyboard last, or the first."""
        self.wall.take_focus()

    def _faces(self, mark: Mark) -> Sequence[CardFace]:
        return [self.face(note, mark) for note in self.of_mark(mark)]

    def _on_carried(self, ids: list[str], group_id: str, before: str) -> None:
        mark = next((mark for mark in self.MARKS if _group(mark) == group_id), None)
        if mark is not None:
            self.bridge.do(move_notes(self.document, ids, before, mark=mark.value))

    def _on_stepped(self, note_id: str, across: int, down: int) -> None:
        note = self.document.require(Note, note_id)
        columns = [mark.value for mark in self.MARKS]
        place = columns.index(note.mark) if note.mark in columns else 0
        if across and 0 <= place + across < len(columns):
            self.bridge.do(change_note(self.document, note_id, mark=columns[place + across]))
        elif down:
            row = [one.id for one in self.of_mark(self.MARKS[place])]
            target = row.index(note_id) + down
            if not 0 <= target < len(row):
                return
            before = row[target] if down < 0 else (row[target + 1] if target + 1 < len(row) else "")
            self.bridge.do(move_notes(self.document, [note_id], before))
        self.wall.go_to(note_id)

    def _on_key(self, note_id: str, key: str) -> None:
        note = self.document.get(note_id)
        mark = next((mark for mark in self.MARKS if mark.key == key), None)
        if not isinstance(note, Note):
            return
        if mark is not None:
            self.bridge.do(change_note(self.document, note_id, mark=mark.value))
            self.wall.go_to(note_id)
        elif key == HIDE:
            self.hide_or_show(note)


def _group(mark: Mark) -> str:
    """Name the group of a column on the wall, where "" is another thing."""
    return mark.value or "none"
