"""The picture of what is being dragged; the one thing on the canvas with a shadow."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from canvas.style import CanvasStyle
from sprint.layout import Rect

_SHADOW = 6.0
_OPACITY = 0.86


class Sprite:
    """A box of the board, lifted: drawn once and then only moved."""

    def __init__(self, rect: Rect, scale: float, paint: Callable[[QPainter], None]) -> None:
        self._rect = rect
        pixels = max(scale, 0.05)
        self._pixmap = QPixmap(ceil((rect.width + 4) * pixels), ceil((rect.height + 4) * pixels))
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(pixels, pixels)
        painter.translate(2 - rect.x, 2 - rect.y)
        paint(painter)
        painter.end()

    def paint(self, painter: QPainter, shift: QPointF, count: int, style: CanvasStyle) -> None:
        """Draw the box moved by `shift`, with a shadow, and how many are carried when there are more."""
        rect = QRectF(*self._rect).translated(shift)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in (_SHADOW, _SHADOW / 2):
            painter.setBrush(QColor(0, 0, 0, 22))
            painter.drawRoundedRect(rect.adjusted(-spread / 2, 0, spread / 2, spread), 10, 10)
        painter.setOpacity(_OPACITY)  # what lies below can still be read
        painter.drawPixmap(rect.adjusted(-2, -2, 2, 2), self._pixmap, QRectF(self._pixmap.rect()))
        painter.setOpacity(1.0)
        if count > 1:
            badge = QRectF(rect.right() - 16, rect.top() - 12, 28, 24)
            painter.setBrush(style.accent)
            painter.drawRoundedRect(badge, 12, 12)
            painter.setPen(style.on_accent)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(count))
