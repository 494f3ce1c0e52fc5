"""The break: when we go on, large enough to be read from the coffee."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.room.faces.base import Face
from ui.room.facts import ClockFacts
from ui.room.look import RoomLook
from ui.room.words import RoomWords

_LARGEST = 360
_SHARE = 0.72


class BreakFace(Face):
    """The time at which everybody is back, and how long that still is."""

    NAME: ClassVar[str] = "break"
    TICKS: ClassVar[bool] = True

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = RoomWords(look, self, "lead", "room_now", bold=True, align=middle)
        self._left = RoomWords(look, self, "lead", "room_muted", align=middle)
        self._next = RoomWords(look, self, colour="room_muted", align=middle)
        self._back = RoomWords(look, self, "lead", align=middle)
        self._figures = ""
        self._row = QRectF()
        self._size = 1

    def say(self) -> None:
        """Put the facts into words."""
        self._title.say(self.facts.title)
        self._next.say(self.facts.next)
        self.tick(self.facts.clock)

    def tick(self, clock: ClockFacts) -> None:
        """Show the time of this moment."""
        texts = self.look.context.texts
        figures = clock.back_at if not clock.is_over else ""
        self._back.say(texts("room.back") if figures else texts("room.back_now"))
        self._left.say(texts("room.left", left=clock.figures) if figures else "")
        if figures != self._figures:
            self._figures = figures
            self.arrange()
            self.update()

    def words(self) -> list[str]:
        """List every text on it."""
        return [*super().words(), self._figures]

    def arrange(self) -> None:
        """Give every part its place."""
        field, px = self.field(), self.look.px
        size = px(_LARGEST)
        while size > 8 and self._width_in(size) > field.width() * _SHARE:
            size -= 4
        self._size = size
        figures = round(size * 1.02) if self._figures else 0
        parts = [(part, part.height_for(field.width())) for part in (self._title, self._back, self._left)]
        total = sum(height for _, height in parts) + figures + px(60)
        y = field.top() + max(0, (field.height() - total) // 2)
        for part, height in parts:
            part.setGeometry(field.left(), y, field.width(), height)
            y += height + px(20)
            if part is self._back:
                self._row = QRectF(field.left(), y - px(10), field.width(), figures)
                y += figures
        height = self._next.height_for(field.width())
        self._next.setGeometry(field.left(), field.bottom() - height, field.width(), height)

    def _width_in(self, size: int) -> float:
        return QFontMetricsF(self.look.font(size, bold=True)).horizontalAdvance(self._figures)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figures:
            painter = QPainter(self)
            painter.setFont(self.look.font(self._size, bold=True))
            painter.setPen(self.look.colour("room_text"))
            painter.drawText(self._row, Qt.AlignmentFlag.AlignCenter, self._figures)
            painter.end()
