"""A photo with four corners to pull: cut a part out, or lay the corners on a sheet seen at a slant."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from sprint.store.shaping import WHOLE, Corners, can_be_sheet
from ui.context import Context
from ui.widgets.picture_card import paint_fitted

_EDGE, _HANDLE, _REACH = 28, 13.0, 26.0
_STEP, _LEAP = 0.004, 0.04
_LENS, _LENS_ZOOM = 130, 3.0
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class CornerField(QWidget):
    """Shows a photo and four corners, numbered clockwise; 1 to 4 choose one, the arrows move it, Shift moves it far."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pixmap = QPixmap()
        self._corners: Corners = WHOLE
        self._chosen = 0
        self._held: int | None = None
        self.is_square = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._say()

    @property
    def corners(self) -> Corners:
        """Where the corners are, as fractions of the photo."""
        return self._corners

    @property
    def ratio(self) -> float:
        """Width by height of the photo."""
        return self._pixmap.width() / max(1, self._pixmap.height())

    def show_picture(self, pixmap: QPixmap) -> None:
        """Show a photo."""
        self._pixmap = pixmap
        self.update()

    def set_corners(self, corners: Corners) -> None:
        """Put the corners somewhere; those that cannot be a sheet are left as they were."""
        if can_be_sheet(corners) and corners != self._corners:
            self._corners = corners
            self._say()
            self.update()
            self.changed.emit()

    def set_square(self, is_square: bool) -> None:
        """Cut out a rectangle (corners move together), or let each corner go its own way."""
        self.is_square = is_square
        if is_square:
            xs, ys = sorted(x for x, _ in self._corners), sorted(y for _, y in self._corners)
            left, right, top, bottom = xs[0], xs[-1], ys[0], ys[-1]
            self.set_corners(((left, top), (right, top), (right, bottom), (left, bottom)))

    def sizeHint(self) -> QSize:
        return QSize(620, 460)

    # ---- hands

    def place_of(self, corner: int) -> QPointF:
        """Give where a corner (from 0) is on this widget."""
        at = self._at()
        x, y = self._corners[corner]
        return QPointF(at.x() + x * at.width(), at.y() + y * at.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearest corner."""
        at = event.position()
        near = min(range(4), key=lambda corner: (self.place_of(corner) - at).manhattanLength())
        if (self.place_of(near) - at).manhattanLength() <= 2 * _REACH:
            self._held = self._chosen = near
            self._say()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the corner along."""
        if self._held is None:
            return
        picture, at = self._at(), event.position()
        self._move(self._held, (at.x() - picture.x()) / picture.width(), (at.y() - picture.y()) / picture.height())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the corner go."""
        self._held = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a corner by its number and move it."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_4:
            self._chosen = event.key() - Qt.Key.Key_1
            self._say()
            self.update()
        elif step is not None:
            far = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            x, y = self._corners[self._chosen]
            self._move(self._chosen, x + step[0] * far / max(1.0, self.ratio), y + step[1] * far)
        else:
            super().keyPressEvent(event)

    def _move(self, corner: int, x: float, y: float) -> None:
        x, y = min(1.0, max(0.0, x)), min(1.0, max(0.0, y))
        corners = list(self._corners)
        corners[corner] = (x, y)
        if self.is_square:
            beside, below = (corner ^ 1, 3 - corner)  # who shares its height, who shares its side
            corners[beside] = (corners[beside][0], y)
            corners[below] = (x, corners[below][1])
        a, b, c, d = corners
        self.set_corners((a, b, c, d))

    def _say(self) -> None:
        x, y = self._corners[self._chosen]
        words = self._context.texts(
            "sketch.corner", number=self._chosen + 1, across=round(100 * x), down=round(100 * y)
        )
        self.setAccessibleName(words)

    # ---- paint

    def _at(self) -> QRectF:
        """Give where the photo is."""
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        wide, high = max(1, self._pixmap.width()), max(1, self._pixmap.height())
        scale = min(room.width() / wide, room.height() / high)
        return QRectF(
            room.center().x() - wide * scale / 2, room.center().y() - high * scale / 2, wide * scale, high * scale
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("band"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self._pixmap.isNull():
            painter.end()
            return
        at = self._at()
        painter.drawPixmap(at, self._pixmap, QRectF(self._pixmap.rect()))
        outline = QPolygonF([self.place_of(corner) for corner in range(4)])
        shade, inside = QPainterPath(), QPainterPath()
        shade.addRect(at)
        inside.addPolygon(outline)
        inside.closeSubpath()
        dark = theme.colour("room_ground")
        dark.setAlphaF(0.5)
        painter.fillPath(shade.subtracted(inside), dark)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("ink", 4), ("selection", 2)):
            painter.setPen(QPen(theme.colour(colour), width))
            painter.drawPolygon(outline)
        for corner in range(4):
            self._paint_handle(painter, corner)
        if self._held is not None:
            self._paint_lens(painter, at)
        painter.end()

    def _paint_handle(self, painter: QPainter, corner: int) -> None:
        theme = self._context.theme
        is_on = corner == self._chosen and self.hasFocus()
        painter.setPen(QPen(theme.colour("on_now"), 3 if is_on else 1.5))
        painter.setBrush(theme.colour("now" if is_on else "card_quote"))
        place = self.place_of(corner)
        painter.drawEllipse(place, _HANDLE, _HANDLE)
        font = QFont(theme.font("body", bold=True))
        painter.setFont(font)
        painter.setPen(theme.colour("on_card"))
        around = QRectF(place.x() - _HANDLE, place.y() - _HANDLE, 2 * _HANDLE, 2 * _HANDLE)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(corner + 1))

    def _paint_lens(self, painter: QPainter, at: QRectF) -> None:
        """Show what is under the hand larger, in the corner of the widget that is farthest from it."""
        place = self.place_of(self._chosen)
        x = 8.0 if place.x() > self.width() / 2 else self.width() - _LENS - 8.0
        lens = QRectF(x, 8.0, _LENS, _LENS)
        scale = self._pixmap.width() / at.width()
        centre = QPointF((place.x() - at.x()) * scale, (place.y() - at.y()) * scale)
        reach = _LENS / _LENS_ZOOM * scale
        painter.setPen(QPen(self._context.theme.colour("on_now"), 2))
        painter.setBrush(self._context.theme.colour("band"))
        painter.drawRect(lens)
        painter.drawPixmap(lens, self._pixmap, QRectF(centre.x() - reach / 2, centre.y() - reach / 2, reach, reach))
        painter.drawLine(QPointF(lens.center().x(), lens.top()), QPointF(lens.center().x(), lens.bottom()))
        painter.drawLine(QPointF(lens.left(), lens.center().y()), QPointF(lens.right(), lens.center().y()))


class PicturePreview(QWidget):
    """Shows a picture as it will be."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pixmap = QPixmap()
        self.setMinimumSize(240, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, pixmap: QPixmap) -> None:
        """Show a picture."""
        self._pixmap = pixmap
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._context.theme.colour("band"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if not self._pixmap.isNull():
            paint_fitted(painter, self._pixmap, QRectF(self.rect()).adjusted(10, 10, -10, -10))
        painter.end()
