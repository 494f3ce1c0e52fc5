"""A window that leaves the keyboard where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_NO_DESKTOP = ("offscreen", "minimal")
"""Where windows lie nowhere, and Qt says so in the log."""


class QuietWindow(QWidget):
    """Comes to the screen without taking the keyboard; hands it back where a desktop gives it anyway."""

    def __init__(self, flags: Qt.WindowType) -> None:
        super().__init__(None, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._active_before: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_quietly(self) -> None:
        """Come to the screen."""
        active = QApplication.activeWindow()
        if active is not None and not isinstance(active, QuietWindow):
            self._active_before = active
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        before = self._active_before
        is_given = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_given and before is not None and isValid(before) and before.isVisible():
            before.activateWindow()
            # A desktop may bring the other window to the front with it; this one stays where it can be seen.
            QTimer.singleShot(0, self, self.come_forward)

    def come_forward(self) -> None:
        """Lie before other windows, still without the keyboard."""
        if QGuiApplication.platformName() not in _NO_DESKTOP:
            self.raise_()
