"""Columns: one that scrolls, one that keeps a widget per record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sprint.records import Record

_MOST_ROUNDS = 5


def inset(widget: QWidget, left: int, top: int = 0, right: int = 0, bottom: int = 0) -> QHBoxLayout:
    """Keep a widget away from its neighbours; a style sheet forgets the margins of a label, never of a layout."""
    row = QHBoxLayout()
    row.setContentsMargins(left, top, right, bottom)
    row.addWidget(widget)
    return row


def tab_in_order(first: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab visit `widgets` in this order behind `first`, which must take focus itself.

    Widgets made later would come last of the whole window. When `first` is also the last of `widgets`, it ends up
    behind them, where it stood before.
    """
    before = first
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget


class RecordRow(QWidget):
    """A widget that shows one record and can be shown a newer state of it."""

    def show_record(self, record: Record) -> None:
        """Show this state of the record."""
        raise NotImplementedError


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down only; what is in it is as wide as the panel.

    With `passes_arrows` the arrows go to the panel, which walks along its rows; a row in focus scrolls into view.
    """

    def __init__(
        self, parent: QWidget | None = None, *, margin: int = 16, spacing: int = 4, passes_arrows: bool = False
    ) -> None:
        super().__init__(parent)
        self._passes_arrows = passes_arrows
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(spacing)
        self.setWidget(self.inside)

    def settle(self) -> None:
        """Give everything its place now: a field knows its height only at its width, which would show for a moment."""
        for _ in range(_MOST_ROUNDS):
            if not self.column.activate():
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or let the panel walk."""
        if self._passes_arrows and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)


class RecordColumn(QWidget):
    """One widget per record: those that stay are kept, so focus and half-typed words stay too.

    Tab comes to the rows from `after`, a widget that takes focus.
    """

    def __init__(
        self, make: Callable[[Record], RecordRow], after: QWidget, parent: QWidget, *, spacing: int = 6
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._after = after
        self.rows: dict[str, RecordRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these records in this order."""
        wanted = {record.id for record in records}
        known = list(self.rows)
        for record_id in [other for other in known if other not in wanted]:
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
                row.show()
        self.setVisible(bool(records))
        if known != [record.id for record in records]:
            self.rows = {record.id: self.rows[record.id] for record in records}
            tab_in_order(self._after, self._stops())

    def _stops(self) -> Iterator[QWidget]:
        # The list of a choice is a window of its own.
        for row in self.rows.values():
            yield from (
                widget
                for widget in row.findChildren(QWidget)
                if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is row.window()
            )
