"""With one screen: the room's picture over the facilitator's window, there and away again by one key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.context import Context
from ui.room.stage import RoomStage

FORTH = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space})
"""What a presenter's clicker and a hand send to go on."""
BACK = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Left})
DARK = frozenset({Qt.Key.Key_B, Qt.Key.Key_Period})
"""What presenters' clickers send for a black screen."""


class RoomOverlay(QWidget):
    """Covers a window with the stage, full screen; nothing of the facilitator's shows through."""

    left = Signal()
    went = Signal(int)
    """1 for the next step of the walk, -1 for the one before."""
    darkened = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._covered = window
        self._state = window.windowState()
        self._focus: QWidget | None = None
        self.stage = RoomStage(context, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("room_overlay")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        context.texts.changed.connect(self._say)
        self._say()
        self.hide()

    def cover(self) -> None:
        """Show the room's picture in the place of the window's."""
        if self.isVisible():
            return
        self._state = self._covered.windowState()
        self._focus = self._covered.focusWidget()
        self._covered.installEventFilter(self)
        self._covered.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def uncover(self) -> None:
        """Give the window back as it was."""
        if self.isHidden():
            return
        self._covered.removeEventFilter(self)
        self.hide()
        self._covered.setWindowState(self._state)
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self._focus = None

    def _say(self) -> None:
        self.setAccessibleName(self._context.texts("room.overlay"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._covered and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in FORTH:
            self.went.emit(1)
        elif key in BACK:
            self.went.emit(-1)
        elif key in DARK:
            self.darkened.emit()
        else:
            super().keyPressEvent(event)
