"""Pulling a point of the emotion curve up and down."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from canvas.faces import RADIUS
from canvas.hits import Hit
from canvas.tools.base import Gesture, Stage
from sprint.edits.journey import set_feeling


class DragFeeling(Gesture):
    """Follows the pointer in whole feelings, −3 … +3; all chosen steps get the value when one of them is pulled."""

    cursor = Qt.CursorShape.SizeVerCursor

    def __init__(self, stage: Stage, hit: Hit, start: QPointF) -> None:
        super().__init__(stage, hit, start)
        chosen = [step_id for step_id in stage.selection.ids if step_id in stage.scene.board.steps]
        self._steps = chosen if hit.id in chosen else [hit.id]
        self._value = stage.scene.feeling(hit.id) or 0

    def cancel(self) -> None:
        """Put the points back."""
        self._show(None)
        super().cancel()

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Snap to the feeling at this height."""
        value = self.stage.scene.board.emotion.feeling_at(place.y())
        if value != self._value:
            self._value = value
            self._show(value)
        super().move(place, modifiers)

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Set the feeling as one edit."""
        self._show(None)
        self.stage.do(set_feeling(self.stage.document, self._steps, self._value))

    def _show(self, value: int | None) -> None:
        for step_id in self._steps:
            self.stage.spoil(self.stage.scene.lift_feeling(step_id, value))

    def paint(self, painter: QPainter) -> None:
        """Draw a ring around the point that is held."""
        point = self.stage.scene.point(self.hit.id)
        if point is not None:
            painter.setPen(QPen(self.stage.style_of_canvas.selection, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(point.x, point.y), RADIUS + 3, RADIUS + 3)
