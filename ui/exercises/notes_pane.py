"""Catching notes: the line at the top, the wall of notes below it, in one field or in columns by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.edits.delete import delete
from sprint.edits.notes import add_note, add_notes, change_note, move_notes, notes_of
from sprint.prefixes import KIND_SIGNS, VALENCE_SIGNS, CapturedLine
from sprint.records import Note, NoteKind
from ui.bridge import SprintBridge
from ui.context import Context
from ui.exercises.capture import CaptureLine
from ui.exercises.note_faces import face_of
from ui.exercises.wall import CardWall
from ui.exercises.wall_column import WallColumn
from ui.exercises.wall_layout import LOOSE, Mode, WallGroup
from ui.exercises.wall_photos import WallPhotos
from ui.widgets.passes_focus import PassesFocus

_HIDE = "h"


class NotesPane(PassesFocus, QWidget):
    """All notes of a block; with `sides`, a column for each kind."""

    notes_changed = Signal()
    """Notes came, went or were moved."""

    def __init__(
        self, context: Context, bridge: SprintBridge, mode: Mode = "flow", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._mode: Mode = mode
        self.block_id = ""
        self._kinds: list[NoteKind] = [NoteKind.NOTE]
        self._only: frozenset[NoteKind] | None = None
        self._has_others = False
        self.line = CaptureLine(context, bridge, parent=self)
        self.wall = CardWall(context, mode, self)
        self.scroll_area = WallColumn(self.wall, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.photos = WallPhotos(context, bridge, self.wall, self)
        self.photos.listen_to(self.line.field)
        self.line.foot.addWidget(self.photos.button, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.line)
        column.addWidget(self.scroll_area, 1)
        column.addWidget(self.photos)
        self.pass_focus_to(self.line.field)
        self._listen()

    def _listen(self) -> None:
        self.line.caught.connect(self._on_caught)
        self.line.went_down.connect(self._on_down)
        self.wall.written.connect(self._on_written)
        self.wall.left.connect(self._on_left)
        self.wall.carried.connect(self._on_carried)
        self.wall.stepped.connect(self._on_stepped)
        self.wall.thrown.connect(lambda ids: self._bridge.do(delete(self._bridge.document, ids)))
        self.wall.went_up.connect(self.line.field.setFocus)
        self.wall.key_pressed.connect(self._on_key)
        self.wall.came.connect(self.line.show_card_keys)

    # ---- showing

    def show_block(
        self,
        block_id: str,
        kinds: Sequence[NoteKind],
        signs: Mapping[str, NoteKind] = KIND_SIGNS,
        *,
        only: bool = False,
        others: bool = False,
    ) -> None:
        """Catch notes of these kinds for a block, the likeliest first.

        With `only`, notes of other kinds are not shown; with `others`, plain notes get a column when there are any.
        """
        if block_id != self.block_id:
            self.block_id, self._kinds = block_id, list(kinds)
            self._only = frozenset(kinds) if only else None
            self._has_others = others
            self.line.show_place(block_id, kinds, signs)
            self.scroll_area.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Show the notes as they are now."""
        notes, texts = self.notes(), self._context.texts
        self.line.retranslate()
        self.scroll_area.empty.setText(texts("work.empty"))
        self.scroll_area.empty.setVisible(not notes and self._mode != "sides")
        self.wall.is_open = not self._bridge.is_read_only
        document = self._bridge.document
        if self._mode == "sides":
            groups = [
                WallGroup(
                    kind.value,
                    texts(f"kind.note.{kind.value}"),
                    tuple(face_of(document, texts, note) for note in notes if note.kind is kind),
                )
                for kind in self._columns(notes)
            ]
        else:
            groups = [WallGroup(LOOSE, cards=tuple(face_of(document, texts, note) for note in notes))]
        self.wall.show_groups(groups)
        self.photos.show_block(self.block_id)

    def _columns(self, notes: Sequence[Note]) -> list[NoteKind]:
        """Give the kinds that have a column: those of the exercise, and what lies there besides."""
        there = [note.kind for note in notes] if self._has_others else []
        return list(dict.fromkeys([*self._kinds, *there]))

    def notes(self) -> list[Note]:
        """Give the notes that are shown, in their order."""
        if not self.block_id:
            return []
        found = notes_of(self._bridge.document, self.block_id)
        return [note for note in found if self._only is None or note.kind in self._only]

    def paste(self, texts: Sequence[str]) -> None:
        """Make a note of every text."""
        words = [text for text in texts if text.strip()]
        if words:
            document, ids = self._bridge.document, self._bridge.ids
            self._bridge.do(add_notes(document, ids, self.block_id, words, kind=self._kinds[0]))

    def leave(self) -> None:
        """Keep what is half typed."""
        self.line.leave()
        self.block_id = ""

    # ---- hands

    def _on_caught(self, line: CapturedLine) -> None:
        document = self._bridge.document
        if document.get(self.block_id) is None:
            return
        fields = {"kind": line.kind, "person_id": line.person or "", "valence": line.valence}
        if self._bridge.do(add_note(document, self._bridge.ids, self.block_id, line.text, **fields)):
            self.line.done()
            newest = self.notes()[-1].id if self.notes() else ""
            if newest in self.wall.places.cards:
                self.scroll_area.settle()
                self.wall.bring_into_view(self.wall.places.cards[newest])
            self.notes_changed.emit()

    def _on_down(self) -> None:
        notes = self.notes()
        if notes:
            self.wall.go_to(notes[0].id)

    def _on_written(self, note_id: str, text: str) -> None:
        note = self._bridge.document.get(note_id)
        if isinstance(note, Note):
            self._bridge.do(change_note(self._bridge.document, note_id, text=text), merge=f"note.{note_id}")

    def _on_left(self, note_id: str) -> None:
        self._bridge.break_merge()
        note = self._bridge.document.get(note_id)
        if isinstance(note, Note) and not note.text.strip() and not note.picture_ids:
            self._bridge.do(delete(self._bridge.document, [note_id]))

    def _on_carried(self, ids: list[str], group_id: str, before: str) -> None:
        fields = {"kind": NoteKind(group_id)} if self._mode == "sides" and group_id else {}
        self._bridge.do(move_notes(self._bridge.document, ids, before, **fields))

    def _on_key(self, note_id: str, key: str) -> None:
        """The signs of the line also work on a card; H keeps it from the room, and shows it again."""
        note = self._bridge.document.get(note_id)
        if not isinstance(note, Note):
            return
        fields: dict[str, object] = {}
        if key in self.line.signs:
            fields["kind"] = self.line.signs[key]
        elif key in VALENCE_SIGNS:
            fields["valence"] = 0 if note.valence == VALENCE_SIGNS[key] else VALENCE_SIGNS[key]
        elif key == _HIDE:
            fields["is_hidden"] = not note.is_hidden
        if fields:
            self._bridge.do(change_note(self._bridge.document, note_id, **fields))

    def _on_stepped(self, note_id: str, across: int, down: int) -> None:
        ids = [note.id for note in self.notes()]
        if note_id not in ids:
            return
        note = self._bridge.document.require(Note, note_id)
        if self._mode == "sides" and across:
            columns = self._columns(self.notes())
            place = columns.index(note.kind) + across
            if 0 <= place < len(columns):
                self._bridge.do(change_note(self._bridge.document, note_id, kind=columns[place]))
                self.wall.go_to(note_id)
            return
        row = [one.id for one in self.notes() if self._mode != "sides" or one.kind is note.kind]
        place = row.index(note_id)
        target = place + (across or down)
        if not 0 <= target < len(row):
            return
        before = row[target] if target < place else (row[target + 1] if target + 1 < len(row) else "")
        self._bridge.do(move_notes(self._bridge.document, [note_id], before))
        self.wall.go_to(note_id)
