"""Moving the view: with the middle button, or with the space bar held."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from canvas.hits import NOTHING
from canvas.tools.base import Gesture, Stage


class Pan(Gesture):
    """Drags the board under the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, start: QPointF) -> None:
        super().__init__(stage, NOTHING, start)
        self._origin = (stage.camera.x, stage.camera.y)

    def cancel(self) -> None:
        """Go back to where the view was."""
        self.stage.camera.x, self.stage.camera.y = self._origin
        super().cancel()

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Keep the place that was grabbed under the pointer."""
        scale = self.stage.camera.scale
        self.stage.pan((place.x() - self.start.x()) * scale, (place.y() - self.start.y()) * scale)
