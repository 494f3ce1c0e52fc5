"""The one picture of a record: chosen, dropped or pasted, worked on, taken away; pictures come in beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from sprint.edits.pictures import add_picture, take_picture_down
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus
from ui.widgets.picture_card import paint_fitted
from ui.widgets.picture_desk import PictureDesk

_HIGH, _EMPTY_HIGH = 150, 52


class PicturePatch(PaintedButton):
    """Shows the picture, or the empty place for it; `work_on` opens the window in which a photo is worked on."""

    def __init__(self, context: Context, bridge: SprintBridge, name_key: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._bridge, self._name_key = bridge, name_key
        self._record_id = self._picture_id = ""
        self.work_on: Callable[[str], object] | None = None
        # It belongs to the sprint and not to this window: what is chosen comes in although the window closes.
        self.pictures = PictureDesk(context, bridge, bridge)
        self.pictures.loaded.connect(self._on_loaded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAcceptDrops(True)
        self.clicked.connect(self._on_click)
        context.texts.changed.connect(self._say)
        self._say()

    def show_picture(self, record_id: str, picture_id: str) -> None:
        """Show the picture of a record, "" when it has none."""
        self._record_id = record_id
        if picture_id != self._picture_id:
            self._picture_id = picture_id
            self._say()
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HIGH if self._picture_id else _EMPTY_HIGH)

    # ---- hands

    def _on_click(self) -> None:
        if self._picture_id and self.work_on is not None:
            self.work_on(self._picture_id)
            return
        paths = self.context.messages.ask_pictures(self.context.texts("sketch.choose_photos"))[:1]
        record_id = self._record_id
        self.pictures.take_files(
            paths, lambda stored: add_picture(self._bridge.document, self._bridge.ids, record_id, stored)
        )

    def _take(self, data: QMimeData) -> None:
        record_id = self._record_id
        self.pictures.take_mime(
            data, lambda stored: add_picture(self._bridge.document, self._bridge.ids, record_id, stored)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a picture, or take it away."""
        data = QApplication.clipboard().mimeData()
        if event.key() == Qt.Key.Key_Delete and self._picture_id:
            self._bridge.do(take_picture_down(self._bridge.document, self._record_id, self._picture_id))
        elif event.matches(QKeySequence.StandardKey.Paste) and data is not None and PictureDesk.is_welcome(data):
            self._take(data)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a picture in."""
        if PictureDesk.is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a picture."""
        self._take(event.mimeData())
        event.acceptProposedAction()

    # ---- paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        style = Qt.PenStyle.SolidLine if self._picture_id else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.colour("line_soft" if self._picture_id else "line"), 1, style))
        painter.setBrush(theme.colour("band"))
        painter.drawRoundedRect(place, theme.size("radius.card"), theme.size("radius.card"))
        pixmap = self.pictures.pixmap(self._picture_id) if self._picture_id else None
        if pixmap is not None:
            paint_fitted(painter, pixmap, place.adjusted(4, 4, -4, -4))
        elif not self._picture_id:
            size = theme.size("icon.body")
            words = self.context.texts(self._name_key)
            painter.setFont(theme.font("body"))
            wide = painter.fontMetrics().horizontalAdvance(words) + size + 8
            left = place.center().x() - wide / 2
            icon = self.context.icons.pixmap("photo", "muted", size)
            painter.drawPixmap(round(left), round(place.center().y() - size / 2), icon)
            painter.setPen(theme.colour("muted"))
            painter.drawText(place.adjusted(left + size + 7, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme.size("radius.card"), theme)
        painter.end()

    def _on_loaded(self, picture_id: str) -> None:
        if picture_id == self._picture_id:
            self.update()

    def _say(self) -> None:
        t = self.context.texts
        self.say(t(self._name_key), t("sketch.patch_hint"))
        self.update()
