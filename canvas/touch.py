"""Two fingers: pinching zooms around the place between them, moving them moves the board."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt

_OF_FINGERS = (QEvent.Type.NativeGesture, QEvent.Type.Gesture)


class Touched(Protocol):
    """The canvas as fingers see it."""

    def zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom around a place."""

    def pan(self, across: float, down: float) -> None:
        """Move the view by pixels."""

    def mapFromGlobal(self, place: QPoint) -> QPoint:
        """Turn a place on the screen into one in the view."""


def touch(canvas: Touched, event: QEvent) -> bool:
    """Act on a pinch of a touchpad or of a screen; says whether it was one."""
    if event.type() not in _OF_FINGERS:
        return False
    from PySide6.QtGui import QNativeGestureEvent  # noqa: PLC0415 - no fingers before the first frame
    from PySide6.QtWidgets import QGestureEvent, QPinchGesture  # noqa: PLC0415 - as above

    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        canvas.zoom(max(0.2, 1.0 + event.value()), event.position())
        return True
    if not isinstance(event, QGestureEvent):
        return False
    pinch = event.gesture(Qt.GestureType.PinchGesture)
    if not isinstance(pinch, QPinchGesture):
        return False
    shift = pinch.centerPoint() - pinch.lastCenterPoint()
    canvas.pan(shift.x(), shift.y())
    if pinch.scaleFactor() > 0:
        canvas.zoom(pinch.scaleFactor(), QPointF(canvas.mapFromGlobal(pinch.centerPoint().toPoint())))
    event.accept()
    return True
