"""The pane between the route of the days and the canvas: one tool at a time, with its name and a way to close it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.labels import TextLabel

SIDE_WIDTH = 340


class Side(QWidget):
    """Shows the tool that is open."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(260)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 8, 0)
        self._title = TextLabel(context, "journey.outline", role="title")
        self._close = Button(context, kind="quiet", icon="close", name_key="journey.close")
        self._close.clicked.connect(self.closed)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        column.addLayout(row)
        self._pages = QStackedWidget()
        column.addWidget(self._pages, 1)

    def show_tool(self, tool: QWidget, title_key: str) -> None:
        """Show a tool under its name."""
        if self._pages.indexOf(tool) < 0:
            self._pages.addWidget(tool)
        self._pages.setCurrentWidget(tool)
        self._title.say(title_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
