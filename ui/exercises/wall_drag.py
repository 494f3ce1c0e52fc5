"""Carrying cards over a wall by mouse or finger: lifted, shown where they would lie, let go of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication

from ui.exercises.cards import CardWidget
from ui.exercises.wall_head import WallHead
from ui.exercises.wall_layout import LOOSE, NEW_HEAP
from ui.exercises.wall_moves import drop_place

if TYPE_CHECKING:
    from ui.exercises.wall import CardWall

_FAN = 8


class WallDrag:
    """One press of the mouse on a wall, from down to up."""

    def __init__(self, wall: CardWall) -> None:
        self._wall = wall
        self._record_id = ""
        self._grip, self._start = QPoint(), QPoint()
        self.carried: list[str] = []
        """The cards (or one heading) that are in the air."""
        self.target: tuple[str, str] | None = None
        """The group and the card before which they would lie."""

    @property
    def is_pressed(self) -> bool:
        """Whether the mouse is down."""
        return bool(self._record_id)

    def press(self, record_id: str, grip: QPoint, start: QPoint) -> None:
        """The mouse went down on a card or a heading that stands at `start`, `grip` inside it."""
        self._record_id, self._grip, self._start = record_id, grip, start

    def cancel(self) -> None:
        """Forget the press."""
        self._record_id, self.carried, self.target = "", [], None

    def move(self, widget: CardWidget | WallHead, at: QPoint) -> None:
        """The mouse is at a place of the wall now."""
        wall = self._wall
        if not wall.is_open or (isinstance(widget, WallHead) and wall.mode != "heaps"):
            return
        if not self.carried:
            if (at - self._grip - self._start).manhattanLength() < QApplication.startDragDistance():
                return
            chosen = wall.chosen
            self.carried = chosen if self._record_id in chosen else [self._record_id]
            self._lift(True)
        first = [self._record_id, *(other for other in self.carried if other != self._record_id)]
        for number, record_id in reversed(list(enumerate(first))):
            moved = wall.widget(record_id)
            if moved is not None:
                moved.move(at - self._grip + QPoint(_FAN, _FAN) * number)
                moved.raise_()
        open_ground = NEW_HEAP if wall.mode == "heaps" else ""
        target = drop_place(wall.places, wall.groups, at, self.carried, open_ground)
        # On a heap notes keep the order in which they were made: there is no place between two of them.
        self.target = (target[0], "") if target is not None and wall.mode == "heaps" else target
        wall.bring_into_view(QRect(at - QPoint(20, 20), QSize(40, 40)))
        wall.update()

    def drop(self) -> None:
        """The mouse went up: tell what was carried where."""
        wall, record_id, carried, target = self._wall, self._record_id, self.carried, self.target
        self._lift(False)
        self.cancel()
        if carried and target is not None:
            if record_id not in wall.heads:
                wall.carried.emit(carried, target[0], target[1])
            elif target[0] not in (NEW_HEAP, LOOSE, record_id):
                wall.joined.emit(record_id, target[0])
        wall.lay_out()

    def _lift(self, is_up: bool) -> None:
        for record_id in self.carried:
            card = self._wall.cards.get(record_id)
            if card is not None:
                card.raise_up(is_up)
