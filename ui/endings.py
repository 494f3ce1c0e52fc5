"""What the system says when it wants the program to end: heard at once, acted on in the window's own thread."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")


class Endings(QObject):
    """Calls `end` when the system asks the program to end (log out, shut down, kill)."""

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        # Python runs a handler between two lines of Python, and Qt's loop has none while nothing happens:
        # a byte on a socket wakes it.
        self._heard, self._said = socket.socketpair()
        self._heard.setblocking(False)
        self._said.setblocking(False)
        self._wakeup = signal.set_wakeup_fd(self._said.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _note) for number in _numbers()}
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_heard)

    def remove(self) -> None:
        """Stop listening."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._heard.close()
        self._said.close()

    def _on_heard(self) -> None:
        numbers = set(self._heard.recv(64))
        if numbers & set(self._before):
            self._end()


def _numbers() -> list[int]:
    return [int(getattr(signal, name)) for name in _NAMES if hasattr(signal, name)]


def _note(_number: int, _frame: object) -> None:
    """Nothing to do here: the byte on the socket says it."""
