"""The whole board in the corner: where one is, and a place to click to go elsewhere."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from canvas.camera import Camera
from canvas.painter import BoardPainter
from canvas.scene import Scene
from canvas.style import CanvasStyle
from sprint.layout import Rect

SIZE = QSize(220, 120)
MARGIN = 12


class Mapped(Protocol):
    """The canvas as its map sees it."""

    scene: Scene
    camera: Camera
    painter: BoardPainter
    style_of_canvas: CanvasStyle

    def look_at(self, x: float, y: float) -> None:
        """Bring a place on the board to the middle of the view."""

    def width(self) -> int:
        """The width of the view."""

    def height(self) -> int:
        """The height of the view."""


class Minimap(QWidget):
    """Draws the board once for every change, and the part that is seen as a frame."""

    def __init__(self, canvas: Mapped, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._picture: QPixmap | None = None
        self.setFixedSize(SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def forget(self) -> None:
        """The board looks different now."""
        self._picture = None
        self.update()

    @property
    def frame(self) -> QRectF:
        """The part of the board that is seen, in pixels of the map."""
        camera, scale, shift = self._canvas.camera, self._scale, self._shift
        return QRectF(
            shift.x() + camera.x * scale,
            shift.y() + camera.y * scale,
            self._canvas.width() / camera.scale * scale,
            self._canvas.height() / camera.scale * scale,
        )

    @property
    def _scale(self) -> float:
        board = self._canvas.scene.board
        return min((SIZE.width() - 8) / board.width, (SIZE.height() - 8) / board.height)

    @property
    def _shift(self) -> QPointF:
        board = self._canvas.scene.board
        return QPointF((SIZE.width() - board.width * self._scale) / 2, (SIZE.height() - board.height * self._scale) / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the board, then the frame."""
        style = self._canvas.style_of_canvas
        if self._picture is None:
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.line, 1))
        painter.drawRoundedRect(QRectF(0.5, 0.5, SIZE.width() - 1, SIZE.height() - 1), 6, 6)
        painter.setPen(QPen(style.accent, 2))
        painter.drawRect(self.frame.intersected(QRectF(2, 2, SIZE.width() - 4, SIZE.height() - 4)))
        painter.end()

    def _drawn(self) -> QPixmap:
        canvas, ratio = self._canvas, self.devicePixelRatioF()
        board = canvas.scene.board
        picture = QPixmap(SIZE * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(canvas.style_of_canvas.paper)
        painter = QPainter(picture)
        painter.translate(self._shift)
        painter.scale(self._scale, self._scale)
        canvas.painter.paint(painter, canvas.scene, Rect(0, 0, board.width, board.height), min(self._scale, 0.15))
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that is clicked."""
        place = (event.position() - self._shift) / self._scale
        self._canvas.look_at(place.x(), place.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is held."""
        self.mousePressEvent(event)
