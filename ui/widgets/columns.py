"""Columns: one that scrolls, one that keeps a widget per record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sprint.records import Record


class RecordRow(QWidget):
    """A widget that shows one record and can be shown a newer state of it."""

    def show_record(self, record: Record) -> None:
        """Show this state of the record."""
        raise NotImplementedError


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down only; what is in it is as wide as the panel."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 16, spacing: int = 4) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(spacing)
        self.setWidget(self.inside)


class RecordColumn(QWidget):
    """One widget per record: those that stay keep their place in memory, so focus and half-typed words stay too."""

    def __init__(self, make: Callable[[Record], RecordRow], parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._make = make
        self.rows: dict[str, RecordRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these records in this order."""
        wanted = {record.id for record in records}
        for record_id in [known for known in self.rows if known not in wanted]:
            row = self.rows.pop(record_id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, record in enumerate(records):
            row = self.rows.get(record.id)
            if row is None:
                row = self.rows[record.id] = self._make(record)
            else:
                row.show_record(record)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        self.setVisible(bool(records))
