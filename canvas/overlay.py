"""What lies over the tiles and changes often: what is chosen, the handle for links, the gesture, the first prompt."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from canvas.hits import HANDLE_RADIUS, handle_of
from canvas.scene import Scene
from canvas.selection import Selection
from canvas.style import CanvasStyle
from canvas.text import board_font
from canvas.tools.base import Gesture
from sprint.layout import Rect

_RADIUS = 8.0
_SIGN_SCALE = 0.75
"""The zoom below which the sign of the target stops getting smaller."""
_SIGN_HIGH, _SIGN_UP, _SIGN_SUNK = 22.0, 5.0, 3.0
"""How high the sign of the target is, how far its middle grows above the edge of its step, and sinks towards it."""
_TRACK_ROOM = 30.0
"""What the sign of a track takes of the upper edge of a step (board units)."""


def target_room(scale: float) -> float:
    """Give the room that the sign of the target takes above its step at a zoom, in board units."""
    return (_SIGN_HIGH / 2 + _SIGN_UP) * max(1.0, _SIGN_SCALE / scale) - _SIGN_SUNK


class Overlay:
    """Draws over the board, in board units unless said otherwise."""

    def __init__(self, style: CanvasStyle, family: str) -> None:
        self._style = style
        self._family = family

    def paint_gesture(self, painter: QPainter, gesture: Gesture) -> None:
        """Fade what is lifted and draw the gesture."""
        veil = QColor(self._style.paper)
        veil.setAlphaF(0.68)
        painter.setPen(Qt.PenStyle.NoPen)
        for rect in gesture.faded():
            painter.setBrush(veil)
            painter.drawRoundedRect(QRectF(*rect.grown(1)), _RADIUS, _RADIUS)
        gesture.paint(painter)

    def paint_selection(self, painter: QPainter, scene: Scene, selection: Selection, scale: float, area: Rect) -> None:
        """Draw a ring in the colour of "now" around what is chosen, with an edge of ink so that it is seen by all."""
        thin = 1.2 / scale if scale > 0.4 else 0.5 / scale
        wide = max(self._style.selection_width, 2.0 / scale)
        for record_id in selection.ids:
            rect = scene.board.rect_of(record_id)
            if rect is None or not rect.meets(area):
                continue
            link = scene.board.links.get(record_id)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if link is not None:
                pen = QPen(self._style.selection, max(4.0, 3 / scale))
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                painter.drawPolyline([QPointF(*point) for point in link.points])
                continue
            box = QRectF(*rect.grown(wide / 2))
            painter.setPen(QPen(self._style.ink, wide + 2 * thin))
            painter.drawRoundedRect(box, _RADIUS + wide / 2, _RADIUS + wide / 2)
            painter.setPen(QPen(self._style.selection, wide))
            painter.drawRoundedRect(box, _RADIUS + wide / 2, _RADIUS + wide / 2)

    def paint_target(self, painter: QPainter, scene: Scene, step_id: str, words: tuple[str, ...], scale: float) -> None:
        """Draw two rings around the step that the team aims at, and a bullseye with words on its upper edge.

        The first of the words that fit is written; from afar the sign keeps its size on the screen without any.
        """
        box = scene.board.steps.get(step_id)
        if box is None:
            return
        rect, k, ink = box.rect, max(1.0, _SIGN_SCALE / scale), self._style.ink
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.6 * k))
        for away in (3.5 * k, 7.5 * k):
            painter.drawRoundedRect(QRectF(*rect.grown(away)), _RADIUS + away, _RADIUS + away)
        high = _SIGN_HIGH * k
        painter.setFont(board_font(self._family, 12 * k, bold=True))
        metrics, room = painter.fontMetrics(), rect.width - _TRACK_ROOM - high - 10 * k
        word = next((one for one in words if metrics.horizontalAdvance(one) <= room), "")
        sign = QRectF(rect.x + 6, rect.y - target_room(scale), high, high)
        pill = QRectF(sign).adjusted(0, 0, metrics.horizontalAdvance(word) + 10 * k if word else 0, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(QPen(self._style.surface, 2.0 * k))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(sign.center(), 6.5 * k, 6.5 * k)
        painter.setBrush(self._style.surface)
        painter.drawEllipse(sign.center(), 1.6 * k, 1.6 * k)
        painter.drawText(pill.adjusted(high + 1.5 * k, 0, 0, 0), _MIDDLE_LEFT, word)

    def paint_route(self, painter: QPainter, scene: Scene, scale: float) -> None:
        """Draw a wide band along the arrows of the route that stands out."""
        route = scene.lens.route
        colour = QColor(self._style.accent)
        colour.setAlphaF(0.35)
        pen = QPen(colour, max(9.0, 3 / scale))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for source, target in pairwise(route):
            link = next(
                (link for link in scene.links_of(source) if (link.source, link.target) == (source, target)), None
            )
            if link is not None:
                painter.drawPolyline([QPointF(*point) for point in link.points])
        for step_id in route:
            box = scene.board.steps.get(step_id)
            if box is not None:
                painter.drawRoundedRect(QRectF(*box.rect.grown(5)), 12, 12)

    def paint_handles(self, painter: QPainter, scene: Scene, handles: Iterable[str]) -> None:
        """Draw the small round handle from which a link is drawn."""
        for step_id in handles:
            step = scene.board.steps.get(step_id)
            if step is None:
                continue
            place = QPointF(*handle_of(step))
            painter.setPen(QPen(self._style.surface, 2))
            painter.setBrush(self._style.accent)
            painter.drawEllipse(place, HANDLE_RADIUS, HANDLE_RADIUS)
            painter.setPen(QPen(self._style.on_accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(place + QPointF(-3.5, 0), place + QPointF(3.5, 0))
            painter.drawLine(place + QPointF(0, -3.5), place + QPointF(0, 3.5))

    def paint_focus(self, painter: QPainter, view: QSizeF) -> None:
        """Draw a ring just inside the edge of the view (in pixels of the view)."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._style.focus, 2))
        painter.drawRoundedRect(QRectF(1, 1, view.width() - 2, view.height() - 2), 4, 4)

    def paint_prompt(self, painter: QPainter, view: QSizeF, title: str, text: str) -> None:
        """Invite to the first step, in the middle of the view (in pixels of the view)."""
        width, height = min(440.0, view.width() - 32), 148.0
        box = QRectF((view.width() - width) / 2, (view.height() - height) / 2.4, width, height)
        pen = QPen(self._style.line, 1.6)
        pen.setDashPattern([5.0, 4.0])
        painter.setPen(pen)
        painter.setBrush(self._style.surface)
        painter.drawRoundedRect(box, 12, 12)
        painter.setPen(self._style.ink)
        painter.setFont(board_font(self._family, 20, bold=True))
        painter.drawText(box.adjusted(24, 24, -24, -84), _CENTRE, title)
        painter.setPen(self._style.muted)
        painter.setFont(board_font(self._family, 14))
        painter.drawText(box.adjusted(24, 68, -24, -20), _CENTRE, text)


_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
