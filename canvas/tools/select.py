"""Choosing with the pointer: a click, and a rubber band around several things."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from canvas.hits import Hit, HitKind
from canvas.selection import range_between
from canvas.tools.base import Gesture, Stage
from sprint.layout import Rect

_ADD = Qt.KeyboardModifier.ControlModifier
_RANGE = Qt.KeyboardModifier.ShiftModifier


def click(stage: Stage, hit: Hit, modifiers: Qt.KeyboardModifier) -> None:
    """Choose what was clicked; Ctrl adds or takes out, Shift chooses all steps from the current one to here."""
    if hit.kind is HitKind.NOTHING:
        if not modifiers & (_ADD | _RANGE):
            stage.selection.choose([])
    elif modifiers & _ADD:
        stage.selection.toggle(hit.id)
    elif modifiers & _RANGE and stage.selection.current:
        stage.selection.add(range_between(stage.scene.board, stage.selection.current, hit.id))
    else:
        stage.selection.choose([hit.id])


class RubberBand(Gesture):
    """Chooses the steps and cards that a drawn box touches."""

    def __init__(self, stage: Stage, hit: Hit, start: QPointF) -> None:
        super().__init__(stage, hit, start)
        self._before = stage.selection.ids

    def cancel(self) -> None:
        """Choose again what was chosen before."""
        self.stage.selection.choose(self._before)
        super().cancel()

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Choose what the box touches so far."""
        super().move(place, modifiers)
        kept = self._before if modifiers & (_ADD | _RANGE) else []
        self.stage.selection.choose([*kept, *self._touched()])

    def _touched(self) -> list[str]:
        area = self._area()
        found: list[str] = []
        for column in self.stage.scene.columns_in(area):
            found.extend(step.id for step in column.steps if step.rect.meets(area))
            found.extend(card.id for card in column.cards if card.rect.meets(area))
        return found

    def _area(self) -> Rect:
        box = QRectF(self.start, self.place).normalized()
        return Rect(box.x(), box.y(), max(box.width(), 0.1), max(box.height(), 0.1))

    def paint(self, painter: QPainter) -> None:
        """Draw the box."""
        colour = QColor(self.stage.style_of_canvas.accent)
        painter.setPen(QPen(colour, 1.2 / self.stage.camera.scale))
        colour.setAlphaF(0.10)
        painter.setBrush(colour)
        painter.drawRect(QRectF(self.start, self.place).normalized())
