"""What surfaces with rows share: notes of the block as rows, what earlier exercises made beside them, copies."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.delete import delete
from sprint.edits.notes import add_note, add_notes, change_note, move_notes, notes_of, take_over
from sprint.edits.plan import take_all_over
from sprint.flow import FlowReader
from sprint.records import Block, Note, NoteKind, Record
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.material import MaterialColumn
from ui.exercises.note_faces import for_room
from ui.exercises.notes import kinds_for
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.rows import OWNER, TEXT, Column, FieldRows
from ui.widgets.button import Button

_TICK = "✓"


class RowSurface(WorkSurface):
    """One row, one note; the columns, and what else there is, are for the exercise to say."""

    ACCEPTS_ROWS: ClassVar[bool] = True
    COLUMNS: ClassVar[tuple[Column, ...]] = (TEXT, OWNER)
    LINE: ClassVar[str] = "plan.line"
    EMPTY: ClassVar[str] = "plan.empty"
    ARTEFACTS: ClassVar[tuple[str, ...]] = ()
    """What of earlier exercises stands beside it; when empty, what the exercise itself says it needs."""

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.material = MaterialColumn(desk.context, desk.bridge, self)
        self.take_all = Button(desk.context, icon="plus")
        self.rows = FieldRows(desk.context, desk.bridge, self.COLUMNS, self)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.addWidget(self.take_all)
        self.bar.addStretch(1)
        main = QVBoxLayout()
        main.setSpacing(8)
        main.addLayout(self.bar)
        main.addWidget(self.rows, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(14)
        outer.addWidget(self.material)
        outer.addLayout(main, 1)
        self.pass_focus_to(self.rows)
        self.rows.entered.connect(self._on_entered)
        self.rows.changed.connect(self._on_changed)
        self.rows.thrown.connect(lambda one: self.bridge.do(delete(self.document, [one])))
        self.rows.carried.connect(self._on_carried)
        self.material.taken.connect(self._on_taken)
        self.take_all.clicked.connect(self._on_take_all)

    # ---- what an exercise says itself

    @property
    def kind(self) -> NoteKind:
        """What its rows are."""
        return kinds_for(self.exercise)[0]

    def records(self) -> list[Record]:
        """List what its rows show, in order."""
        return list(notes_of(self.document, self.block_id))

    def given(self) -> list[Note]:
        """List what earlier exercises left for this one."""
        ids = FlowReader(self.document, self.names.catalogue).material(self.block_id, self.ARTEFACTS)
        return [note for note in (self.document.get(one) for one in ids) if isinstance(note, Note) and note.text]

    def add(self, text: str) -> bool:
        """Make another row; says whether that could be done."""
        return self.bridge.do(add_note(self.document, self.bridge.ids, self.block_id, text, kind=self.kind))

    def change(self, record_id: str, field: str, value: object, merge: str) -> None:
        """Give a field of a row another value."""
        self.bridge.do(change_note(self.document, record_id, **{field: value}), merge=merge)

    def move_record(self, record_id: str, before: str) -> None:
        """Put a row before another one, or at the end."""
        self.bridge.do(move_notes(self.document, [record_id], before))

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show the rows of another block."""
        self.rows.show_place(block_id)
        super().show_block(block_id)

    def leave(self) -> None:
        """Enter what is half typed."""
        self.rows.show_place("")
        super().leave()

    def refresh(self) -> None:
        """Show the rows as they are now."""
        if not isinstance(self.document.get(self.block_id), Block):
            return
        t = self.context.texts
        given, used = self.given(), self._used()
        open_ = [note for note in given if note.id not in used]
        # What was taken over makes room for the rows.
        self.material.show_notes(open_, used, t("plan.earlier"))
        self.take_all.show_text(t("plan.take_all", count=len(open_)))
        self.take_all.setVisible(len(open_) > 1 and not self.bridge.is_read_only)
        self.rows.show_records(self.records(), self.LINE, self.EMPTY)
        self.room_changed.emit()

    def take_focus(self) -> None:
        """Write the next row."""
        self.rows.line.setFocus()

    # ---- room, copies

    def room_page(self) -> RoomPage:
        """Show the rows, what is done with a tick; who does it is said aloud and not shown."""
        notes = [note for note in self.records() if isinstance(note, Note)]
        cards = tuple(
            RoomCard(note.text, sign=_TICK if note.is_done else "", tone="opportunity" if note.is_done else "idea")
            for note in for_room(notes)
        )
        return RoomPage(columns=(RoomColumn(cards=cards),) if cards else ())

    def table(self) -> TextTable:
        """Give the columns as they stand."""
        t = self.context.texts
        head = tuple(t(column.title) for column in self.COLUMNS)
        return TextTable(
            head, tuple(tuple(self.cell(row, column) for column in self.COLUMNS) for row in self.records())
        )

    def cell(self, record: Record, column: Column) -> str:
        """Give one field as words."""
        value = getattr(record, column.field)
        return (_TICK if value else "") if isinstance(value, bool) else str(value)

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a row of the first cell of every row that has words."""
        texts = [text for row in rows if (text := next((cell for cell in row if cell), ""))]
        if texts:
            self.bridge.do(add_notes(self.document, self.bridge.ids, self.block_id, texts, kind=self.kind))

    # ---- hands

    def _used(self) -> set[str]:
        return {row.origin_id for row in self.records() if isinstance(row, Note) and row.origin_id}

    def _on_entered(self, text: str) -> None:
        if isinstance(self.document.get(self.block_id), Block) and self.add(text):
            self.rows.done()

    def _on_changed(self, record_id: str, field: str, value: object) -> None:
        if self.document.get(record_id) is None:
            return
        self.change(record_id, field, value, f"row.{record_id}.{field}" if isinstance(value, str) else "")

    def _on_carried(self, record_id: str, step: int) -> None:
        ids = [row.id for row in self.records()]
        place = ids.index(record_id) + step
        if not 0 <= place < len(ids) or self.bridge.is_read_only:
            return
        before = ids[place] if step < 0 else (ids[place + 1] if place + 1 < len(ids) else "")
        self.move_record(record_id, before)
        self.rows.row(record_id).fields["text"].setFocus()

    def _on_taken(self, note_id: str) -> None:
        origin = self.document.get(note_id)
        if isinstance(origin, Note):
            make = take_over(self.document, self.bridge.ids, self.block_id, note_id, origin.text, kind=self.kind)
            self.bridge.do(make)

    def _on_take_all(self) -> None:
        used = self._used()
        wanted = [note.id for note in self.given() if note.id not in used]
        self.bridge.do(take_all_over(self.document, self.bridge.ids, self.block_id, wanted, kind=self.kind))
        self.take_focus()
