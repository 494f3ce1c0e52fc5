"""A wall that scrolls, with the words that stand where nothing hangs yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.exercises.wall import CardWall
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel


class WallColumn(ScrollColumn):
    """Holds a wall; whoever fills it says in `empty` what can be done, and hides that when there is a card."""

    def __init__(self, wall: CardWall, parent: QWidget) -> None:
        super().__init__(parent, margin=0, spacing=0)
        self.empty = PlainLabel(role="muted", wrap=True)
        self.column.setContentsMargins(0, 4, 10, 12)
        self.column.addWidget(self.empty)
        self.column.addWidget(wall)
        self.column.addStretch(1)
