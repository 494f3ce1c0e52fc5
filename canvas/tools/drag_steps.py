"""Dragging steps to another place, phase or row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from canvas.arranging import unpinned
from canvas.guides import Snapped, paint_guides, snapped
from canvas.hits import Hit
from canvas.places import StepPlace, step_place
from canvas.sprites import Sprite
from canvas.tools.base import Gesture, Stage
from sprint.edits.arrange import pin_steps
from sprint.edits.journey import move_steps
from sprint.layout import Rect

_PIN = Qt.KeyboardModifier.AltModifier


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
        self._is_pinning = False

    def _paint_pins(self, painter: QPainter) -> None:
        pen = QPen(self.stage.style_of_canvas.accent, 2)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        scene = self.stage.scene
        steps = scene.board.steps
        for step_id, pin in self._pins(self.place).items():
            if pin is not None:
                painter.drawRoundedRect(QRectF(*pin, steps[step_id].rect.width, steps[step_id].rect.height), 8, 8)
        style, scale = self.stage.style_of_canvas, self.stage.camera.scale
        paint_guides(painter, scene, style, self._snapped(self.place), scale)

    @property
    def target(self) -> StepPlace | None:
        """Where they would land now."""
        return self._target

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Look for the place under the pointer; with Alt the steps are pinned where they are put down."""
        self._is_pinning = bool(modifiers & _PIN)
        self._target = None
        if not self._is_pinning:
            self._target = step_place(self.stage.scene, place.x(), place.y(), self._moving, self._row)
        super().move(place, modifiers)

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Put the steps down as one edit; a step that keeps its row among others of another row stays in it."""
        if modifiers & _PIN:
            self.stage.do(pin_steps(self.stage.document, self._pins(place)))
            return
        target = step_place(self.stage.scene, place.x(), place.y(), self._moving, self._row)
        if target is None:
            return
        row = target.row if target.row != self._row or len(self._moving) == 1 else None
        diff = move_steps(self.stage.document, self._moving, target.phase_id, target.before, row)
        self.stage.do(unpinned(diff, self._moving))

    def _snapped(self, place: QPointF) -> Snapped:
        held, shift = self.stage.scene.board.steps[self.hit.id].rect, place - self.start
        return snapped(self.stage.scene, held.x + shift.x(), held.y + shift.y(), self._moving)

    def _pins(self, place: QPointF) -> dict[str, tuple[float, float] | None]:
        steps = self.stage.scene.board.steps
        held, found = steps[self.hit.id].rect, self._snapped(place)
        across, down = found.x - held.x, found.y - held.y
        return {one: (steps[one].rect.x + across, max(0.0, steps[one].rect.y + down)) for one in self._moving}

    def faded(self) -> Iterable[Rect]:
        """Fade the steps where they were."""
        steps = self.stage.scene.board.steps
        return [steps[step_id].rect for step_id in self._moving if step_id in steps]

    def paint(self, painter: QPainter) -> None:
        """Draw what is carried, and the mark over it."""
        self._sprite.paint(painter, self.place - self.start, len(self._moving), self.stage.style_of_canvas)
        style = self.stage.style_of_canvas
        if self._is_pinning:
            self._paint_pins(painter)
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
