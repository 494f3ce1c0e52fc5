"""The ring clock: what is left of the time as an arc, and in figures that keep their place."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.room.facts import ClockFacts
from ui.room.look import RoomLook

_THICK = 0.164
"""The thickness of the ring, as a share of its diameter."""
_FIGURES = 0.86
_TURN = 360 * 16
_TOP = 90 * 16


class RoomRing(QWidget):
    """Shows the clock of the block; repaints only when a figure or a pixel of the arc changes."""

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._facts = ClockFacts()
        self._shown: tuple[object, ...] = ()
        look.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What the figures say."""
        return self._facts.figures

    def show_time(self, facts: ClockFacts) -> None:
        """Show another time."""
        self._facts = facts
        circumference = max(1, self.width()) * 3.2
        shown = (facts.figures, facts.under, facts.is_quiet, facts.is_over, round(facts.share_left * circumference))
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName(f"{facts.figures} {facts.under}".strip())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        thick = side * _THICK
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ring.adjust(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("room_track"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawEllipse(ring)
        if self._facts.share_left > 0:
            colour = self._look.colour("room_muted" if self._facts.is_quiet else "room_now")
            painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, _TOP, -ceil(self._facts.share_left * _TURN))
        self._paint_words(painter, ring, side - 2 * thick)
        painter.end()

    def _paint_words(self, painter: QPainter, ring: QRectF, inner: float) -> None:
        facts = self._facts
        under = self._look.font(min(self._look.type_size("line"), int(inner * 0.13)))
        while under.pixelSize() > 8 and QFontMetricsF(under).horizontalAdvance(facts.under) > inner * 0.8:
            under.setPixelSize(under.pixelSize() - 1)
        size = self._look.type_size("clock")
        while size > 8 and sum(cells(facts.figures, self._look, size)) > inner * _FIGURES:
            size -= 2
        colour = "room_now" if facts.is_over else "room_muted" if facts.is_quiet else "room_text"
        middle = ring.center()
        shift = under.pixelSize() * 0.3 if facts.under else 0.0
        top = middle.y() - size * 0.62 - shift
        draw_figures(painter, facts.figures, middle.x(), QRectF(0, top, 0, size * 1.24), self._look, size, colour)
        if facts.under:
            painter.setFont(under)
            painter.setPen(self._look.colour("room_muted"))
            below = QRectF(middle.x() - inner / 2, top + size * 1.1, inner, under.pixelSize() * 1.4)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, facts.under)


def cells(figures: str, look: RoomLook, size: int) -> list[float]:
    """Give the width of each sign, with every figure as wide as the widest."""
    metrics = QFontMetricsF(look.font(size, bold=True, tabular=True))
    widest = max(metrics.horizontalAdvance(figure) for figure in "0123456789")
    return [widest if sign.isdigit() else metrics.horizontalAdvance(sign) for sign in figures]


def draw_figures(
    painter: QPainter, figures: str, middle: float, row: QRectF, look: RoomLook, size: int, colour: str
) -> None:
    """Draw figures around `middle`, each in its cell, in the height of `row`."""
    widths = cells(figures, look, size)
    painter.setFont(look.font(size, bold=True, tabular=True))
    painter.setPen(look.colour(colour))
    x = middle - sum(widths) / 2
    for sign, width in zip(figures, widths, strict=True):
        painter.drawText(QRectF(x, row.y(), width, row.height()), Qt.AlignmentFlag.AlignCenter, sign)
        x += width
