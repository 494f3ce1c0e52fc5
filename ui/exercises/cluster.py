"""The surface for heaps: notes of earlier exercises are carried together, named, joined and split."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.agenda import blocks_of, days_of
from sprint.diff import Diff
from sprint.edits.clusters import (
    heaps_of,
    join_heaps,
    make_heap,
    move_heap,
    name_heap,
    put_on_heap,
    take_heap_apart,
)
from sprint.edits.delete import delete
from sprint.edits.notes import add_notes, change_note, notes_of
from sprint.flow import FlowReader
from sprint.records import Block, Cluster, Note
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.near_strip import NearStrip
from ui.exercises.note_faces import face_of, for_room, room_card
from ui.exercises.notes import kinds_for
from ui.exercises.room_page import RoomColumn, RoomPage
from ui.exercises.wall import CardWall
from ui.exercises.wall_column import WallColumn
from ui.exercises.wall_layout import LOOSE, NEW_HEAP, WallGroup
from ui.exercises.wall_photos import WallPhotos
from ui.widgets.labels import PlainLabel

NAME = "cluster"
_NEW, _LOOSE_KEY = "n", "0"
_SIGNS = "123456789abcdefghi"


class Surface(WorkSurface):
    """Loose notes on the left, heaps beside them."""

    MATTERS = (Note, Cluster, Block)
    ACCEPTS_ROWS: ClassVar[bool] = True

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._new = ("", "")
        self.wall = CardWall(desk.context, "heaps", self)
        self._hint = PlainLabel(role="muted", wrap=True)
        self.near = NearStrip(desk.context, self)
        self.scroll_area = WallColumn(self.wall, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.photos = WallPhotos(desk.context, desk.bridge, self.wall, self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._hint, 1)
        head.addWidget(self.photos.button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.scroll_area, 1)
        column.addWidget(self.near)
        column.addWidget(self.photos)
        self.pass_focus_to(self.wall)
        self._listen()

    def _listen(self) -> None:
        wall = self.wall
        wall.carried.connect(self._on_carried)
        wall.joined.connect(self._join)
        wall.stepped.connect(self._on_stepped)
        wall.thrown.connect(self._on_thrown)
        wall.key_pressed.connect(self._on_key)
        wall.written.connect(self._on_written)
        wall.left.connect(self._on_left)
        wall.ended.connect(self._on_ended)
        self.near.together.connect(self._together)
        self.photos.room_changed.connect(self.room_changed)

    # ---- showing

    def refresh(self) -> None:
        """Show the heaps of the block and the notes that wait for one."""
        t, document = self.context.texts, self.document
        notes, heaps = self.notes(), self.heaps()
        ids = {heap.id for heap in heaps}
        groups = [
            WallGroup(
                LOOSE,
                t("work.loose"),
                tuple(face_of(document, t, note) for note in notes if note.cluster_id not in ids),
                sign=_LOOSE_KEY,
                empty=t("work.loose_empty"),
            )
        ]
        groups += [
            WallGroup(
                heap.id,
                heap.title,
                tuple(face_of(document, t, note) for note in notes if note.cluster_id == heap.id),
                sign=_SIGNS[place] if place < len(_SIGNS) else "",
                dots=heap.votes or None,
            )
            for place, heap in enumerate(heaps)
        ]
        if not self.bridge.is_read_only:
            groups.append(WallGroup(NEW_HEAP, t("work.new_heap"), sign=_NEW.upper(), empty=t("work.new_heap_hint")))
        self._hint.setText(t("work.heap_keys"))
        self.scroll_area.empty.setText(t("work.heap_empty"))
        self.scroll_area.empty.setVisible(not notes)
        self.wall.setVisible(bool(notes or heaps))
        self.wall.is_open = not self.bridge.is_read_only
        self.wall.show_groups(groups)
        self.photos.show_block(self.block_id)
        self.near.show_notes(
            {note.id: (note.text, note.cluster_id if note.cluster_id in ids else "") for note in notes}
        )
        self.room_changed.emit()

    def notes(self) -> list[Note]:
        """Give the notes that lie here: those made for it, those on its heaps, those written here."""
        found = self._given()
        for heap in heaps_of(self.document, self.block_id):
            found |= {note.id: note for note in self.document.referrers(Note, heap.id)}
        days = days_of(self.document)
        blocks = [block.id for day in days for block in blocks_of(self.document, day.id)]
        places = {block_id: place for place, block_id in enumerate(blocks)}
        return sorted(found.values(), key=lambda note: (places.get(note.block_id, -1), note.order, note.id))

    def heaps(self) -> list[Cluster]:
        """Give the heaps of the block, and those of an earlier one on which its notes lie already."""
        homes = (self.document.get(note.cluster_id) for note in self._given().values() if note.cluster_id)
        earlier = (heap for heap in homes if isinstance(heap, Cluster) and heap.block_id != self.block_id)
        return list({heap.id: heap for heap in [*earlier, *heaps_of(self.document, self.block_id)]}.values())

    def _given(self) -> dict[str, Note]:
        material = FlowReader(self.document, self.names.catalogue).material(self.block_id)
        given = {note_id: note for note_id in material if isinstance(note := self.document.get(note_id), Note)}
        return given | {note.id: note for note in notes_of(self.document, self.block_id)}

    def take_focus(self) -> None:
        """Take the keyboard to the first loose note."""
        self.wall.take_focus()

    def room_page(self) -> RoomPage:
        """Give the heaps with their names, and what lies loose."""
        notes, ids = for_room(self.notes()), {heap.id for heap in self.heaps()}
        columns = [
            RoomColumn(
                heap.title or self.room_texts("work.no_title"),
                tuple(room_card(note) for note in notes if note.cluster_id == heap.id),
            )
            for heap in self.heaps()
        ]
        loose = tuple(room_card(note) for note in notes if note.cluster_id not in ids)
        if loose:
            columns.append(RoomColumn(self.room_texts("work.loose") if columns else "", loose))
        return RoomPage(columns=self.photos.in_room(columns, self.room_texts))

    def table(self) -> TextTable:
        """Give heap and note on each row."""
        t = self.context.texts
        titles = {heap.id: heap.title or t("work.no_title") for heap in self.heaps()}
        order = {heap_id: place for place, heap_id in enumerate(titles)}
        notes = sorted(self.notes(), key=lambda note: order.get(note.cluster_id, len(order)))
        rows = tuple((titles.get(note.cluster_id, ""), note.text) for note in notes)
        return TextTable((t("work.column_heap"), t("work.column_text")), rows)

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a loose note of the first cell of every row that has words."""
        words = [text for row in rows if (text := next((cell for cell in row if cell), ""))]
        kind = kinds_for(self.exercise)[0]
        self.bridge.do(add_notes(self.document, self.bridge.ids, self.block_id, words, kind=kind))

    # ---- hands

    def _on_carried(self, ids: list[str], group_id: str, _before: str) -> None:
        self.wall.clear_choice()
        if group_id == NEW_HEAP:
            self._new_heap(ids)
        else:
            self._do(put_on_heap(self.document, ids, group_id), ids[0])

    def _new_heap(self, ids: list[str]) -> None:
        """Make a heap and ask for its name at once; after the name it goes on with the next loose note."""
        known, following = {heap.id for heap in self.heaps()}, self._next_loose(ids)
        if self.bridge.do(make_heap(self.document, self.bridge.ids, self.block_id, ids)):
            made = next((heap.id for heap in self.heaps() if heap.id not in known), "")
            self._new = (made, following)
            self.wall.write_in(made)

    def _on_ended(self, record_id: str) -> None:
        """Go on with the next loose note when a new heap has its name."""
        made, following = self._new
        self._new = ("", "")
        if record_id == made and following:
            self.wall.go_to(following)

    def _join(self, heap_id: str, into_id: str) -> None:
        self._do(join_heaps(self.document, heap_id, into_id), into_id)

    def _on_thrown(self, ids: list[str]) -> None:
        record = self.document.get(ids[0]) if ids else None
        if isinstance(record, Cluster):
            self.bridge.do(take_heap_apart(self.document, record.id))
        else:
            self.bridge.do(delete(self.document, ids))

    def _on_key(self, record_id: str, key: str) -> None:
        heaps = self.heaps()
        record = self.document.get(record_id)
        chosen = self.wall.chosen if isinstance(record, Note) else []
        if key == _NEW and chosen:
            self.wall.clear_choice()
            self._new_heap(chosen)
        elif key in ("j", "x"):
            self.near.press(key)
        elif key == _LOOSE_KEY and chosen:
            self._do(put_on_heap(self.document, chosen, ""), record_id)
        elif key in _SIGNS and _SIGNS.index(key) < len(heaps):
            target = heaps[_SIGNS.index(key)].id
            if isinstance(record, Cluster):
                self._join(record.id, target)
            else:
                following = self._next_loose(chosen)
                self._do(put_on_heap(self.document, chosen, target), following or record_id)
                self.wall.clear_choice()

    def _next_loose(self, leaving: list[str]) -> str:
        """Give the loose note to go on with when these are put away, so that a row of keys sorts a row of notes."""
        ids = {heap.id for heap in self.heaps()}
        loose = [note.id for note in self.notes() if note.cluster_id not in ids]
        if not leaving or leaving[-1] not in loose:
            return ""
        behind = [note_id for note_id in loose[loose.index(leaving[-1]) :] if note_id not in leaving]
        return next(iter(behind or [note_id for note_id in loose if note_id not in leaving]), "")

    def _on_stepped(self, record_id: str, across: int, down: int) -> None:
        heaps = [heap.id for heap in self.heaps()]
        record = self.document.get(record_id)
        step = across or down
        if isinstance(record, Cluster):
            place = heaps.index(record.id) + step
            if 0 <= place < len(heaps):
                before = heaps[place] if step < 0 else (heaps[place + 1] if place + 1 < len(heaps) else "")
                self._do(move_heap(self.document, record.id, before), record.id)
        elif isinstance(record, Note):
            stops = [LOOSE, *heaps]
            here = stops.index(record.cluster_id) if record.cluster_id in stops else 0
            if 0 <= here + step < len(stops):
                self._do(put_on_heap(self.document, self.wall.chosen, stops[here + step]), record_id)

    def _together(self, first: str, second: str) -> None:
        one, other = self.document.require(Note, first), self.document.require(Note, second)
        ids = {heap.id for heap in self.heaps()}
        if one.cluster_id in ids or other.cluster_id in ids:
            home = one.cluster_id if one.cluster_id in ids else other.cluster_id
            self.bridge.do(put_on_heap(self.document, [first, second], home))
        else:
            self._new_heap([first, second])

    def _do(self, diff: Diff, focus: str) -> None:
        if diff and self.bridge.do(diff):
            self.wall.go_to(focus)

    # ---- writing

    def _on_written(self, record_id: str, text: str) -> None:
        record = self.document.get(record_id)
        if isinstance(record, Note):
            self.bridge.do(change_note(self.document, record_id, text=text), merge=f"note.{record_id}")
        elif isinstance(record, Cluster):
            title = " ".join(text.split("\n"))
            self.bridge.do(name_heap(self.document, record_id, title), merge=f"heap.{record_id}")

    def _on_left(self, record_id: str) -> None:
        self.bridge.break_merge()
        record = self.document.get(record_id)
        if isinstance(record, Note) and not record.text.strip() and not record.picture_ids:
            self.bridge.do(delete(self.document, [record_id]))
