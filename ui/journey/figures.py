"""Figures with their names, and below each how it was counted when a person asks for that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.widgets.labels import PlainLabel

Line = tuple[str, str, str]
"""A name, a value and how it was counted."""


class FigureTable(QWidget):
    """Lines of a name and a value; `show_how` tells below each line how it was counted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: tuple[Line, ...] = ()
        self._rows: list[QWidget] = []
        self._hows: list[PlainLabel] = []
        self._is_told = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these figures."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._hows = [], []
        for name, value, how in self._lines:
            row = QWidget(self)
            inside = QVBoxLayout(row)
            inside.setContentsMargins(0, 3, 0, 3)
            inside.setSpacing(0)
            top = QHBoxLayout()
            figure = PlainLabel(value, role="bold")
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            top.addWidget(PlainLabel(name), 1)
            top.addWidget(figure)
            told = PlainLabel(how, role="small", wrap=True)
            told.setVisible(self._is_told)
            inside.addLayout(top)
            inside.addWidget(told)
            row.setAccessibleName(f"{name}: {value}")
            row.setAccessibleDescription(how)
            row.setToolTip(how)
            self._rows.append(row)
            self._hows.append(told)
            self._column.addWidget(row)

    def show_how(self, is_told: bool) -> None:
        """Tell below every figure how it was counted, or no longer."""
        self._is_told = is_told
        for told in self._hows:
            told.setVisible(is_told)
