"""The calm faces: nothing at all, or only the clock and the question."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.room.faces.base import Face
from ui.room.facts import ClockFacts
from ui.room.look import RoomLook
from ui.room.ring import RoomRing
from ui.room.words import RoomWords

_RING = 600


class BlankFace(Face):
    """The ground and nothing on it: all eyes on each other."""

    NAME: ClassVar[str] = "blank"


class QuietFace(Face):
    """The question above a large clock; for work in silence."""

    NAME: ClassVar[str] = "quiet"
    TICKS: ClassVar[bool] = True

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._question = RoomWords(look, self, "lead", "room_muted", bold=True, most_lines=2, align=middle)
        self._ring = RoomRing(look, self)

    def say(self) -> None:
        """Put the facts into words."""
        self._question.say(self.facts.question or self.facts.title)
        self.tick(self.facts.clock)

    def tick(self, clock: ClockFacts) -> None:
        """Show the time of this moment."""
        self._ring.setVisible(bool(clock.figures))
        self._ring.show_time(clock)

    def words(self) -> list[str]:
        """List every text on it."""
        return [*super().words(), self._ring.accessibleName()]

    def arrange(self) -> None:
        """Give every part its place."""
        field, px = self.field(), self.look.px
        height = self._question.height_for(field.width())
        gap = px(56) if height else 0
        side = min(px(_RING), field.height() - height - gap, field.width())
        top = field.top() + max(0, (field.height() - side - height - gap) // 2)
        self._question.setGeometry(field.left(), top, field.width(), height)
        self._ring.setGeometry(field.center().x() - side // 2, top + height + gap, side, side)
