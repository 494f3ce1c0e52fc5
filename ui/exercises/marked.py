"""Notes in columns by the mark they got: a line for the next one, cards to drag, a key for each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.delete import delete
from sprint.edits.notes import add_note, add_notes, change_note, move_notes, notes_of, take_over
from sprint.flow import FlowReader
from sprint.records import Block, Note, NoteKind
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.cards import CardFace
from ui.exercises.material import MaterialColumn
from ui.exercises.note_faces import face_of, for_room
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.wall import CardWall
from ui.exercises.wall_layout import WallGroup
from ui.widgets.columns import ScrollColumn
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel

_HIDE = "h"


@dataclass(frozen=True, slots=True)
class Mark:
    """One column: the mark of its notes, the key that puts a card there, the key of its heading, its colour."""

    value: str
    key: str
    title: str
    tone: str


class MarkedSurface(WorkSurface):
    """A column for each mark; the first one takes what is typed."""

    ACCEPTS_ROWS: ClassVar[bool] = True
    MARKS: ClassVar[tuple[Mark, ...]] = ()
    KIND: ClassVar[NoteKind] = NoteKind.NOTE
    LINE: ClassVar[str] = "plan.line"
    HINT: ClassVar[str] = ""
    ARTEFACTS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.material = MaterialColumn(desk.context, desk.bridge, self)
        self.line = LineField(self)
        self.line.setMinimumHeight(desk.context.theme.size("target.touch"))
        self._hint = PlainLabel(role="muted", wrap=True)
        self.wall = CardWall(desk.context, "sides", self)
        self.scroll = ScrollColumn(self, margin=0, spacing=0)
        self.scroll.column.setContentsMargins(0, 4, 10, 12)
        self.scroll.column.addWidget(self.wall)
        self.scroll.column.addStretch(1)
        main = QVBoxLayout()
        main.setSpacing(8)
        for part, stretch in ((self.line, 0), (self._hint, 0), (self.scroll, 1)):
            main.addWidget(part, stretch)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(14)
        outer.addWidget(self.material)
        outer.addLayout(main, 1)
        self.setFocusProxy(self.line)
        self._draft = DraftKeeper(desk.bridge, self.line, self, "mark", self._on_enter)
        self._listen()

    def _listen(self) -> None:
        self.line.returnPressed.connect(self._on_enter)
        self.material.taken.connect(self._on_taken)
        self.wall.written.connect(self._on_written)
        self.wall.left.connect(lambda _id: self.bridge.break_merge())
        self.wall.carried.connect(self._on_carried)
        self.wall.stepped.connect(self._on_stepped)
        self.wall.thrown.connect(lambda ids: self.bridge.do(delete(self.document, ids)))
        self.wall.key_pressed.connect(self._on_key)
        self.wall.went_up.connect(self.line.setFocus)

    # ---- what an exercise says itself

    def notes(self) -> list[Note]:
        """List the notes it shows, in order."""
        return [note for note in notes_of(self.document, self.block_id) if note.kind is self.KIND]

    def face(self, note: Note, mark: Mark) -> CardFace:
        """Show a note as a card in the colour of its column."""
        return replace(face_of(self.document, self.context.texts, note), label=self.label(note), tone=mark.tone)

    def label(self, note: Note) -> str:
        """Say what stands above the words of a card."""
        return self.context.texts("work.hidden") if note.is_hidden else ""

    def given(self) -> list[Note]:
        """List what earlier exercises left for this one."""
        ids = FlowReader(self.document, self.names.catalogue).material(self.block_id, self.ARTEFACTS)
        return [note for note in (self.document.get(one) for one in ids) if isinstance(note, Note) and note.text]

    def read(self, line: str) -> tuple[str, str]:
        """Read a typed line: its mark, and its words. A figure and a space at its start say the mark."""
        head, gap, rest = line.partition(" ")
        # No letter: "a" and "I" are words.
        mark = next((mark.value for mark in self.MARKS if gap and head.isdecimal() and head == mark.key), None)
        return (self.MARKS[0].value, line) if mark is None or not rest.strip() else (mark, rest.strip())

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show the notes of another block; words that were being typed stay with theirs."""
        self._draft.show_place(block_id)
        super().show_block(block_id)

    def leave(self) -> None:
        """Enter what is half typed."""
        self._draft.show_place("")
        super().leave()

    def refresh(self) -> None:
        """Show everything as it is now."""
        t, is_writable = self.context.texts, not self.bridge.is_read_only
        self.line.setPlaceholderText(t(self.LINE))
        self.line.setAccessibleName(t(self.LINE))
        self.line.setVisible(is_writable)
        keys = " · ".join(f"{mark.key.upper()} {t(mark.title).lower()}" for mark in self.MARKS)
        self._hint.setText(t("plan.mark_keys", keys=keys))
        used = {note.origin_id for note in self.notes() if note.origin_id}
        # What was taken over makes room for the columns.
        self.material.show_notes([note for note in self.given() if note.id not in used], used, t("plan.earlier"))
        self.wall.is_open = is_writable
        self.wall.show_groups(
            [WallGroup(_group(mark), t(mark.title), tuple(self._faces(mark))) for mark in self.shown_marks()]
        )
        self.room_changed.emit()

    def take_focus(self) -> None:
        """Write the next one."""
        self.line.setFocus()

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
            cards = tuple(RoomCard(note.text, tone=mark.tone) for note in for_room(self.of_mark(mark)))
            if cards:
                columns.append(RoomColumn(t(mark.title), cards))
        return RoomPage(columns=tuple(columns))

    def table(self) -> TextTable:
        """Give the words and their column."""
        t = self.context.texts
        rows = [(note.text, t(mark.title)) for mark in self.MARKS for note in self.of_mark(mark)]
        return TextTable((t("plan.what"), t("plan.column")), tuple(rows))

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a note of the first cell of every row that has words."""
        texts = [text for row in rows if (text := next((cell for cell in row if cell), ""))]
        if texts:
            self.bridge.do(add_notes(self.document, self.bridge.ids, self.block_id, texts, kind=self.KIND))

    # ---- hands

    def _faces(self, mark: Mark) -> Sequence[CardFace]:
        return [self.face(note, mark) for note in self.of_mark(mark)]

    def _on_enter(self) -> None:
        line = self.line.text().strip()
        if not line or not isinstance(self.document.get(self.block_id), Block):
            return
        mark, text = self.read(line)
        if self.bridge.do(add_note(self.document, self.bridge.ids, self.block_id, text, kind=self.KIND, mark=mark)):
            self._draft.done()

    def _on_taken(self, note_id: str) -> None:
        origin = self.document.get(note_id)
        if isinstance(origin, Note):
            ids = self.bridge.ids
            self.bridge.do(take_over(self.document, ids, self.block_id, note_id, origin.text, kind=self.KIND))

    def _on_written(self, note_id: str, text: str) -> None:
        if isinstance(self.document.get(note_id), Note):
            self.bridge.do(change_note(self.document, note_id, text=text), merge=f"note.{note_id}")

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
        elif key == _HIDE:
            self.bridge.do(change_note(self.document, note_id, is_hidden=not note.is_hidden))


def _group(mark: Mark) -> str:
    """Name the group of a column on the wall, where "" is another thing."""
    return mark.value or "none"
