"""Throwing one thing away: a quiet bin that darkens when the mouse or the keyboard is on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

_TARGET = 32
_ICON = 18


class TrashButton(PaintedButton):
    """A bin with an accessible name; `on_card` when it stands on the colour of a card."""

    def __init__(self, context: Context, name_key: str, *, parent: QWidget, on_card: bool = False) -> None:
        super().__init__(context, parent)
        self._name_key = name_key
        self._roles = ("on_card_muted", "on_card") if on_card else ("muted", "ink")
        self.setFixedSize(_TARGET, _TARGET)
        context.texts.changed.connect(self._retranslate)
        self._retranslate()

    def sizeHint(self) -> QSize:
        """A target for a finger."""
        return QSize(_TARGET, _TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bin."""
        quiet, loud = self._roles
        painter = QPainter(self)
        pixmap = self.context.icons.pixmap("trash", loud if self.is_hovered or self.hasFocus() else quiet, _ICON)
        painter.drawPixmap((_TARGET - _ICON) // 2, (_TARGET - _ICON) // 2, pixmap)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, self.context.theme)
        painter.end()

    def _retranslate(self) -> None:
        name = self.context.texts(self._name_key)
        self.say(name, name)
