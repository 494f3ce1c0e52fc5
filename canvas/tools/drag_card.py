"""Dragging a card to another step, lane or place among its neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from canvas.hits import Hit
from canvas.places import CardPlace, card_place
from canvas.sprites import Sprite
from canvas.tools.base import Gesture, Stage
from sprint.edits.cards import move_card
from sprint.layout import Rect


class DragCard(Gesture):
    """Carries one card; a mark shows where it would land."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, hit: Hit, start: QPointF, sprite: Sprite) -> None:
        super().__init__(stage, hit, start)
        if hit.id not in stage.selection:
            stage.selection.choose([hit.id])
        self._sprite = sprite
        self._target: CardPlace | None = None

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Look for the place under the pointer."""
        self._target = card_place(self.stage.scene, place.x(), place.y(), self.hit.id)
        super().move(place, modifiers)

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Put the card down as one edit."""
        target = card_place(self.stage.scene, place.x(), place.y(), self.hit.id)
        if target is not None:
            self.stage.do(move_card(self.stage.document, self.hit.id, target.step_id, target.lane, target.before))

    def faded(self) -> Iterable[Rect]:
        """Fade the card where it was."""
        card = self.stage.scene.board.cards.get(self.hit.id)
        return [card.rect] if card is not None else []

    def paint(self, painter: QPainter) -> None:
        """Draw the card, and the mark over it."""
        self._sprite.paint(painter, self.place - self.start, 1, self.stage.style_of_canvas)
        if self._target is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.stage.style_of_canvas.accent)
            painter.drawRoundedRect(QRectF(*self._target.mark), 2, 2)
