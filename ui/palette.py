"""The command palette: type a few letters of what you want to do, Enter does it."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.actions import ActionSet
from ui.context import Context

_WIDTH, _TALL = 560, 420
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Lists what can be done now; it closes itself before it does anything."""

    def __init__(self, context: Context, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command_palette")
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
        page.addWidget(self.list, 1)
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
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(action.icon(), f"{action.text()}    {keys}" if keys else action.text())
                item.setData(Qt.ItemDataRole.UserRole, action)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

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
