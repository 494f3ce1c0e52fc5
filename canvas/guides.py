"""Where a step that is put down by hand clicks into place, and the lines that say with what it is in line."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from canvas.scene import Scene
from canvas.style import CanvasStyle

SNAP = 12.0
_GRID = 8.0
_BEYOND = 40.0


class Snapped(NamedTuple):
    """A place on the board; `upright` and `level` are the guides it lies on, None where only the fine grid counts."""

    x: float
    y: float
    upright: float | None = None
    level: float | None = None


def snapped(scene: Scene, x: float, y: float, moving: Collection[str] = ()) -> Snapped:
    """Find the place for a step near x, y: in line with a column, a row or another step put down by hand, else free."""
    board = scene.board
    loose = [
        step.rect
        for number in board.pinned
        for step in board.columns[number].steps
        if step.is_pinned and step.id not in moving
    ]
    column = board.left + round((x - board.left) / board.pitch) * board.pitch
    upright = _nearest([column, *(rect.x for rect in loose)], x)
    level = _nearest([*(row.top for row in board.rows), *(rect.y for rect in loose)], y)
    left = upright if upright is not None else round(x / _GRID) * _GRID
    top = level if level is not None else round(y / _GRID) * _GRID
    return Snapped(max(board.left, left), max(0.0, top), upright, level)


def paint_guides(painter: QPainter, scene: Scene, style: CanvasStyle, place: Snapped, scale: float) -> None:
    """Draw the lines a step lies on: along its left edge over the whole height, along its top over the whole width."""
    pen = QPen(style.accent, 1.2 / scale)
    pen.setDashPattern([6.0, 4.0])
    painter.setPen(pen)
    board = scene.board
    if place.upright is not None:
        painter.drawLine(QPointF(place.upright, -_BEYOND), QPointF(place.upright, board.height + _BEYOND))
    if place.level is not None:
        painter.drawLine(QPointF(-_BEYOND, place.level), QPointF(board.width + _BEYOND, place.level))


def _nearest(lines: Iterable[float], place: float) -> float | None:
    found = min(lines, key=lambda line: abs(line - place), default=None)
    return found if found is not None and abs(found - place) <= SNAP else None
