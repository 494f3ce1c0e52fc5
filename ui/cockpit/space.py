"""Space on the canvas: held it pans, tapped it is the key of the clock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from canvas.view import JourneyCanvas

_CANCELS = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.FocusOut)


class SpaceTap(QObject):
    """Calls `tapped` when Space is pressed and let go on a canvas, with nothing in between; takes no event away."""

    def __init__(self, canvas: JourneyCanvas, tapped: Callable[[], object]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._tapped = tapped
        self._is_armed = False
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for a tap."""
        kind = event.type()
        if kind in _CANCELS:
            self._is_armed = False
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            self._on_key(event, is_press=kind == QEvent.Type.KeyPress)
        return False

    def _on_key(self, event: QKeyEvent, *, is_press: bool) -> None:
        is_space = event.key() == Qt.Key.Key_Space and not event.modifiers()
        if event.isAutoRepeat() or not is_space:
            self._is_armed = False  # held to pan, or another key came between
        elif is_press:
            self._is_armed = self._canvas.gesture is None
        elif self._is_armed:
            self._is_armed = False
            self._tapped()
