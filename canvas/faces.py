"""Faces of the emotion curve: a colour, a mouth and a number, because colour alone tells not everybody."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from canvas.style import CanvasStyle

RADIUS = 14.0
SIDE_RADIUS = 11.0
"""The radius of a face on an alternative route."""


def draw_face(painter: QPainter, style: CanvasStyle, x: float, y: float, feeling: int, radius: float = RADIUS) -> None:
    """Draw the face of a feeling, −3 … +3, around x, y."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.feelings[feeling])
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setBrush(style.on_feeling)
    eye = radius * 0.13
    for side in (-1, 1):
        painter.drawEllipse(QPointF(x + side * radius * 0.34, y - radius * 0.22), eye, eye)
    bend = radius * 0.16 * feeling
    middle = y + radius * 0.36
    half = radius * 0.44
    mouth = QPainterPath(QPointF(x - half, middle - bend / 2))
    mouth.quadTo(QPointF(x, middle + bend), QPointF(x + half, middle - bend / 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.on_feeling, radius * 0.14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(mouth)
