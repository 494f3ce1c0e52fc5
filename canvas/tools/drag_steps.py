"""Dragging steps to another place, phase or row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from canvas.hits import Hit
from canvas.places import StepPlace, step_place
from canvas.sprites import Sprite
from canvas.tools.base import Gesture, Stage
from sprint.edits.journey import move_steps
from sprint.layout import Rect


class DragSteps(Gesture):
    """Carries the chosen steps; a mark shows where they would land."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, hit: Hit, start: QPointF, sprite: Sprite) -> None:
        super().__init__(stage, hit, start)
        steps = stage.scene.board.steps
        if hit.id not in stage.selection:
            stage.selection.choose([hit.id])
        chosen = set(stage.selection.ids)
        self._moving = [step_id for step_id in stage.scene.board.reading_order() if step_id in chosen]
        self._row = steps[hit.id].row
        self._sprite = sprite
        self._target: StepPlace | None = None

    @property
    def target(self) -> StepPlace | None:
        """Where they would land now."""
        return self._target

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Look for the place under the pointer."""
        self._target = step_place(self.stage.scene, place.x(), place.y(), self._moving, self._row)
        super().move(place, modifiers)

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Put the steps down as one edit; a step that keeps its row among others of another row stays in it."""
        target = step_place(self.stage.scene, place.x(), place.y(), self._moving, self._row)
        if target is None:
            return
        row = target.row if target.row != self._row or len(self._moving) == 1 else None
        diff = move_steps(self.stage.document, self._moving, target.phase_id, target.before, row)
        self.stage.do(diff)

    def faded(self) -> Iterable[Rect]:
        """Fade the steps where they were."""
        steps = self.stage.scene.board.steps
        return [steps[step_id].rect for step_id in self._moving if step_id in steps]

    def paint(self, painter: QPainter) -> None:
        """Draw what is carried, and the mark over it."""
        self._sprite.paint(painter, self.place - self.start, len(self._moving), self.stage.style_of_canvas)
        style = self.stage.style_of_canvas
        if self._target is not None:
            mark = QRectF(*self._target.mark)
            if self._target.is_box:
                pen = QPen(style.accent, 2)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(pen)
                host = self.stage.scene.board.steps.get(self._target.host)
                if host is not None:
                    painter.drawRoundedRect(QRectF(*host.rect.grown(3)), 10, 10)
                pen.setDashPattern([4.0, 3.0])
                painter.setPen(pen)
                painter.drawRoundedRect(mark, 8, 8)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.accent)
                painter.drawRoundedRect(mark, 2, 2)
