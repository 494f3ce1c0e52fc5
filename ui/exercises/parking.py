"""The surface for the parking lot: what was parked in the whole sprint, whose it is and when it comes back."""

from __future__ import annotations

from typing import ClassVar

from sprint.edits.capture import change_parked, park
from sprint.records import Note, ParkedItem, Record
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.row_surface import RowSurface
from ui.exercises.rows import DONE, OWNER, TEXT, Column

NAME = "parking"


class Surface(RowSurface):
    """One row, one parked thing; ticked when it was dealt with."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (DONE, TEXT, OWNER, Column("back_when", "plan.back_when", "text", 230))
    LINE: ClassVar[str] = "plan.line_parked"
    EMPTY: ClassVar[str] = "plan.empty_parked"

    def records(self) -> list[Record]:
        """List everything that is parked."""
        return sorted(self.document.table(ParkedItem).values(), key=lambda item: (item.order, item.id))

    def given(self) -> list[Note]:
        """Nothing is taken over here."""
        return []

    def add(self, text: str) -> bool:
        """Park another thing."""
        return self.bridge.do(park(self.document, self.bridge.ids, text, block_id=self.block_id))

    def change(self, record_id: str, field: str, value: object, merge: str) -> None:
        """Change a parked thing."""
        self.bridge.do(change_parked(self.document, record_id, **{field: value}), merge=merge)

    def move_record(self, record_id: str, before: str) -> None:
        """Parked things keep the order in which they came."""

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Park every row."""
        for row in rows:
            text = next((cell for cell in row if cell), "")
            if text:
                self.add(text)

    def room_page(self) -> RoomPage:
        """Show what is open, then what was dealt with."""
        items = [item for item in self.records() if isinstance(item, ParkedItem)]
        t = self.room_texts
        columns = [
            RoomColumn(t(key), tuple(RoomCard(item.text) for item in items if item.is_done is is_done))
            for is_done, key in ((False, "plan.parked_open"), (True, "plan.parked_done"))
        ]
        return RoomPage(columns=tuple(column for column in columns if column.cards))
