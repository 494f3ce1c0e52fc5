"""Faces of the emotion curve: a colour and a mouth, and beside them a number, because colour alone tells not everybody.

The canvas, the panels and the room draw the same face.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

RADIUS = 14.0
SIDE_RADIUS = 11.0
"""The radius of a face on an alternative route."""
_THINNEST = 1.4


def paint_face(painter: QPainter, middle: QPointF, radius: float, feeling: float, ground: QColor, ink: QColor) -> None:
    """Draw the face of a feeling, −3 … +3; pen and brush of the painter are other ones afterwards."""
    x, y = middle.x(), middle.y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(middle, radius, radius)
    painter.setBrush(ink)
    eye = radius * 0.13
    for side in (-1, 1):
        painter.drawEllipse(QPointF(x + side * radius * 0.34, y - radius * 0.22), eye, eye)
    bend = radius * 0.16 * feeling
    lip = y + radius * 0.36
    half = radius * 0.44
    mouth = QPainterPath(QPointF(x - half, lip - bend / 2))
    mouth.quadTo(QPointF(x, lip + bend), QPointF(x + half, lip - bend / 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, max(_THINNEST, radius * 0.14), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(mouth)
