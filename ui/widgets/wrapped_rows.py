"""Rows of a list or table whose words go on over several lines, as high as those lines ask."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget


class WrappedRows(QStyledItemDelegate):
    """Measures words at the width in which they are drawn; Qt itself forgets what the style sheet keeps free.

    `free` is the room at the left and right of the words together, in pixels.
    """

    def __init__(self, parent: QWidget, free: int) -> None:
        super().__init__(parent)
        self._free = free

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the room that the words ask at that width."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(0, 0, -self._free, 0)
        return super().sizeHint(narrow, index)
