"""The table of a comparison for Qt: a row per step, now and later, and what changes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sprint.insight.compare import Row
from ui.context import Context
from ui.journey.compare_words import said_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADS = ("journey.compare_now", "journey.compare_later", "journey.compare_change")
_CHANGE = 2


class CompareModel(QAbstractTableModel):
    """Shows the rows it is given."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._context.texts(_HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what Qt asks about a cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(said for place in range(len(_HEADS)) if (said := self._said(row, place)))
        if role == Qt.ItemDataRole.DecorationRole and column == _CHANGE:
            return self._sign(row)
        theme = self._context.theme
        if role == Qt.ItemDataRole.ForegroundRole:
            if row.is_removed and row.is_legal and column == _CHANGE:
                return theme.colour("danger")
            is_quiet = row.is_same or (column == 0 and not row.is_same and not row.is_removed)
            return theme.colour("muted" if is_quiet else "ink")
        if role == Qt.ItemDataRole.FontRole:
            is_new = column == 1 and row.is_added
            font = theme.font("body", bold=is_new or (column == 0 and row.is_removed))
            font.setStrikeOut(column == 0 and row.is_removed)
            return font
        return None

    def _said(self, row: Row, column: int) -> str:
        if column == _CHANGE:
            return said_of(row, self._context.texts.translator)
        step = row.before if column == 0 else row.after
        return "" if step is None else step.title or self._context.texts("journey.outline_untitled")

    def _sign(self, row: Row) -> Any:
        icons = self._context.icons
        if row.is_removed:
            return icons.icon("paragraph" if row.is_legal else "close", "danger" if row.is_legal else "muted", 18)
        if row.is_added:
            return icons.icon("plus", "good", 18)
        return icons.icon("edit", "muted", 18) if row.changes else None
