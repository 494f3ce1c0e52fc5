"""Two kinds of work in one exercise, a tab for each; the room sees the one that is open."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.room_page import RoomPage
from ui.widgets.toggles import Segments


class TabbedSurface(WorkSurface):
    """Holds the surfaces named in `TABS`, each with the key of the words on its tab; the first takes what is pasted."""

    ACCEPTS_ROWS: ClassVar[bool] = True
    TABS: ClassVar[tuple[tuple[str, type[WorkSurface]], ...]] = ()

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.tabs = Segments(desk.context, len(self.TABS), self)
        self.parts = [kind(desk, self) for _, kind in self.TABS]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        for place, part in enumerate(self.parts):
            column.addWidget(part, 1)
            part.setVisible(place == 0)
            part.room_changed.connect(self.room_changed)
            part.canvas_requested.connect(self.canvas_requested)
            part.study_requested.connect(self.study_requested)
        self.tabs.opened.connect(self.open)

    @property
    def part(self) -> WorkSurface:
        """The surface of the tab that is open."""
        return self.parts[self.tabs.current]

    def open(self, place: int) -> None:
        """Go to a tab."""
        shown = self.parts[place]
        shown.show()
        for part in self.parts:
            if part is not shown:
                part.hide()
        self.take_focus()
        self.room_changed.emit()

    # ---- what the page asks

    def show_block(self, block_id: str) -> None:
        """Show what belongs to a block on every tab."""
        for part in self.parts:
            part.show_block(block_id)
        super().show_block(block_id)

    def leave(self) -> None:
        """Keep what is half typed."""
        for part in self.parts:
            part.leave()
        super().leave()

    def finish(self) -> None:
        """Take in what is on its way."""
        for part in self.parts:
            part.finish()

    def refresh(self) -> None:
        """Say the words on the tabs; each surface keeps itself in step."""
        self.tabs.show_texts([self.context.texts(key) for key, _ in self.TABS])

    def on_diff(self, diff: Diff) -> None:
        """The surfaces heard of it by themselves."""

    def take_focus(self) -> None:
        """Go on where the work is."""
        self.part.take_focus()

    def room_page(self) -> RoomPage:
        """Show the open tab."""
        return self.part.room_page()

    def table(self) -> TextTable:
        """Give what stands on the open tab."""
        return self.part.table()

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Take lines in on the first tab."""
        self.parts[0].paste_rows(rows)
