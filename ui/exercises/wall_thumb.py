"""One photo of a whole wall, small: press it to look, Delete throws it away, H keeps it from the room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus
from ui.widgets.picture_card import PixmapOf, paint_fitted

_HIGH, _LEAST, _MOST, _PAD = 84, 60, 160, 4
_HIDE = "h"


class WallThumb(PaintedButton):
    """As wide as its photo asks."""

    thrown = Signal()
    hide_asked = Signal()

    def __init__(self, context: Context, pixmap_of: PixmapOf, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._pixmap_of = pixmap_of
        self._picture_id, self._is_hidden = "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_photo(self, picture_id: str, number: int, *, is_hidden: bool) -> None:
        """Show another photo; `number` is its place among those of the wall."""
        t = self.context.texts
        self._picture_id, self._is_hidden = picture_id, is_hidden
        name = t("photos.wall_number", number=number)
        self.say(f"{name}, {t('work.hidden')}" if is_hidden else name, t("photos.thumb_hint"))
        self.update()

    def sizeHint(self) -> QSize:
        pixmap = self._pixmap_of(self._picture_id) if self._picture_id else None
        if pixmap is None:
            return QSize(round(_HIGH * 4 / 3), _HIGH)
        wide = (_HIGH - 2 * _PAD) * pixmap.width() / max(1, pixmap.height()) + 2 * _PAD
        return QSize(round(min(_MOST, max(_LEAST, wide))), _HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Throw away, or keep from the room."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.thrown.emit()
        elif event.text().casefold() == _HIDE:
            self.hide_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        line = Qt.PenStyle.DashLine if self._is_hidden else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour("line" if self.is_hovered or self._is_hidden else "line_soft"), 1, line))
        painter.setBrush(theme.colour("band"))
        painter.drawRoundedRect(body, 4, 4)
        pixmap = self._pixmap_of(self._picture_id) if self._picture_id else None
        if pixmap is not None:
            painter.setOpacity(0.45 if self._is_hidden else 1.0)
            paint_fitted(painter, pixmap, body.adjusted(_PAD, _PAD, -_PAD, -_PAD))
            painter.setOpacity(1.0)
        else:
            size = theme.size("icon.body")
            middle = body.center() - QPointF(size / 2, size / 2)
            painter.drawPixmap(middle, self.context.icons.pixmap("photo", "muted", size))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 4, theme)
        painter.end()
