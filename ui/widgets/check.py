"""A box to tick, with our own sign in it: a style sheet can only colour the box."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from ui.context import Context
from ui.widgets.painting import paint_focus


class CheckBox(QCheckBox):
    """A check box that shows it is on by a sign and not by colour alone, and by a ring that keys go to it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        context.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            theme = self._context.theme
            paint_focus(painter, QRectF(self.rect()), theme.size("radius.card"), theme)
        if self.isChecked():
            self._paint_sign(painter)
        painter.end()

    def _paint_sign(self, painter: QPainter) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        size = self._context.theme.size("icon.small")
        sign = self._context.icons.pixmap("check", "on_accent", size)
        painter.drawPixmap(box.center().x() - size // 2 + 1, box.center().y() - size // 2 + 1, sign)
