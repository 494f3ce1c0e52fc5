"""Where the keyboard is: on what a person chose, or on the surface; never on a field that happened to be next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKeeper(QObject):
    """Gives the focus back to the surface when what had it is hidden, switched off or closed.

    Qt would give it to the next widget that takes a Tab, and a key meant for the surface would be typed there.
    """

    def __init__(self, window: QWidget, surface: Callable[[], QWidget | None]) -> None:
        super().__init__(window)
        self._window = window
        self._surface = surface
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_lost)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def watch(self) -> None:
        """Look after dialogs from now on; before the first frame there are none, and thousands of events."""
        self._window.installEventFilter(self)

    def go_home(self) -> None:
        """Give the keyboard to the surface."""
        surface = self._surface()
        if surface is not None:
            surface.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowUnblocked:
            # A dialog is closed. Before anything it asked for is done, which may take the focus itself.
            self._on_closed()
        return super().eventFilter(watched, event)

    def _on_closed(self) -> None:
        if not _can_take(self._window.focusWidget()):
            self.go_home()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or not isValid(self._window) or not self._window.isAncestorOf(old):
            return
        if new is None:
            self._soon.start()
        elif self._window.isAncestorOf(new) and not _can_take(old):
            self.go_home()

    def _on_lost(self) -> None:
        if self._window.isActiveWindow() and QApplication.focusWidget() is None:
            self.go_home()


def _can_take(widget: QWidget | None) -> bool:
    return widget is not None and widget.isVisible() and widget.isEnabled()
