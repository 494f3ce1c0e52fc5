"""Shapes that several widgets paint alike: faces, focus rings, signs in a disc."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from canvas import faces
from ui.theme import Theme


def feeling_role(value: int) -> str:
    """Name the colour role of a feeling from −3 to +3."""
    if value == 0:
        return "feeling_0"
    return f"feeling_{'m' if value < 0 else 'p'}{abs(value)}"


def valence_role(valence: int) -> str:
    """Name the colour role of a remark: −1, 0 or +1."""
    return feeling_role(2 * valence - (1 if valence < 0 else 0))


def valence_sign(valence: int) -> str:
    """Give the sign of a remark as people write it."""
    return "+" if valence > 0 else "−" if valence < 0 else "0"


def paint_focus(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """Draw the ring that shows where the keyboard is, just inside `rect`."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def paint_face(painter: QPainter, disc: QRectF, value: int, ground: QColor, ink: QColor) -> None:
    """Draw a face whose mouth says how it feels, from −3 to +3, as the canvas draws it."""
    painter.save()
    faces.paint_face(painter, disc.center(), disc.width() / 2, value, ground, ink)
    painter.restore()


def paint_sign(painter: QPainter, disc: QRectF, valence: int, theme: Theme) -> None:
    """Draw +, 0 or − in a disc."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(valence_role(valence)))
    painter.drawEllipse(disc)
    painter.setPen(theme.colour("on_feeling"))
    painter.setFont(theme.font("body", bold=True))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, valence_sign(valence))
    painter.restore()
