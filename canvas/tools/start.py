"""Which gesture begins when the pointer is pressed somewhere and moves."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from canvas.hits import Hit, HitKind
from canvas.painter import BoardPainter
from canvas.sprites import Sprite
from canvas.tools.base import Gesture, Stage
from canvas.tools.drag_card import DragCard
from canvas.tools.drag_steps import DragSteps
from canvas.tools.feeling import DragFeeling
from canvas.tools.link import DrawLink
from canvas.tools.select import RubberBand


def gesture_for(
    stage: Stage, painter: BoardPainter, hit: Hit, start: QPointF, scale: float, *, may_edit: bool
) -> Gesture:
    """Make the gesture for what was pressed; without the right to edit only choosing is left."""
    if not may_edit or hit.kind in (HitKind.NOTHING, HitKind.PHASE, HitKind.LINK):
        return RubberBand(stage, hit, start)
    if hit.kind is HitKind.POINT:
        return DragFeeling(stage, hit, start)
    if hit.kind is HitKind.HANDLE:
        return DrawLink(stage, hit, start)
    sprite = sprite_of(stage, painter, hit, scale)
    return DragSteps(stage, hit, start, sprite) if hit.kind is HitKind.STEP else DragCard(stage, hit, start, sprite)


def sprite_of(stage: Stage, painter: BoardPainter, hit: Hit, scale: float) -> Sprite:
    """Draw the picture of a step or a card that is carried."""
    board = stage.scene.board
    if hit.kind is HitKind.STEP:
        step = board.steps[hit.id]

        def paint_step(onto: QPainter) -> None:
            painter.boxes.paint_step(onto, stage.document, step)

        return Sprite(step.rect, scale, paint_step)
    card = board.cards[hit.id]

    def paint_card(onto: QPainter) -> None:
        painter.boxes.paint_card(onto, stage.document, card)

    return Sprite(card.rect, scale, paint_card)
