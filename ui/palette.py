"""The command palette: type a few letters of what you want to do, Enter does it."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.action_row import key_words
from ui.actions import ActionSet
from ui.context import Context
from ui.widgets.labels import PlainLabel

_WIDTH, _TALL = 560, 420
_EDGE = 12
_AROUND = 80
"""Room for the icon and the edges of a row, in pixels."""
_KEYS = Qt.ItemDataRole.UserRole + 1
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class KeysDelegate(QStyledItemDelegate):
    """Paints what can be done at the left and its keys at the right, one under another."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - option.fontMetrics.horizontalAdvance(index.data(_KEYS) or "") - _AROUND
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the words, and the keys at the right edge."""
        super().paint(painter, option, index)
        keys = index.data(_KEYS)
        if keys:
            painter.save()
            painter.setPen(self._context.theme.colour("muted"))
            inside = option.rect.adjusted(0, 0, -_EDGE, 0)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), keys)
            painter.restore()


class CommandPalette(QDialog):
    """Lists what can be done now; it closes itself before it does anything."""

    def __init__(self, context: Context, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command_palette")
        self._texts = context.texts
        title = context.texts("ui.palette_title")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(_WIDTH, _TALL)
        actions.dress()
        self._actions = [action for row, action in actions if row.id != "palette" and action.isEnabled()]
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 16)
        self.field = QLineEdit()
        self.field.setPlaceholderText(context.texts("ui.palette_hint"))
        self.field.setAccessibleName(title)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        page.addWidget(self.field)
        self.list.setItemDelegate(KeysDelegate(context, self.list))
        page.addWidget(self.list, 1)
        self.nothing = PlainLabel(role="muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        page.addWidget(self.nothing, 1)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._do)
        self.list.itemActivated.connect(lambda _item: self._do())
        self.list.itemClicked.connect(lambda _item: self._do())
        self._show("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _show(self, text: str) -> None:
        self.list.clear()
        words = plain(text).split()
        for action in self._actions:
            if all(word in plain(action.text()) for word in words):
                keys = key_words(action.shortcut(), self._texts)
                item = QListWidgetItem(action.icon(), action.text())
                item.setData(_KEYS, keys)
                item.setData(Qt.ItemDataRole.UserRole, action)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        is_found = self.list.count() > 0
        self.list.setVisible(is_found)
        self.nothing.setVisible(not is_found)
        self.nothing.setText("" if is_found else self._texts("ui.palette_nothing", words=text.strip()))

    def _do(self) -> None:
        item = self.list.currentItem()
        action = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        self.accept()
        if isinstance(action, QAction):
            action.trigger()


def plain(text: str) -> str:
    """Give a text without capitals and accents, so that "geë" is found by "gee"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
