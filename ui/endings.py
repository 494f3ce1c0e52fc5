"""What the system says when it wants the program to end: heard at once, acted on in the window's own thread."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")


class Endings(QObject):
    """Calls `end` when the system asks the program to end (log out, shut down, kill)."""

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        # Python runs a handler between two lines of Python, and Qt's loop has none while nothing happens:
        # a byte on a pipe wakes it.
        self._heard, self._said = _ends_of_a_pipe()
        self._wakeup = signal.set_wakeup_fd(self._said, warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _note) for number in _numbers()}
        self._notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_heard)

    def remove(self) -> None:
        """Stop listening."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        _close(self._heard)
        _close(self._said)

    def _on_heard(self) -> None:
        numbers = set(_read(self._heard))
        if numbers & set(self._before):
            self._end()


def _ends_of_a_pipe() -> tuple[int, int]:
    """Two ends that never block: what is written to the second can be read from the first."""
    if sys.platform == "win32":
        # Only sockets can be waited for there.
        import socket  # noqa: PLC0415 - slow to load, and the first window waits for this

        heard, said = socket.socketpair()
        heard.setblocking(False)
        said.setblocking(False)
        return heard.detach(), said.detach()
    ends = os.pipe()
    for end in ends:
        os.set_blocking(end, False)
    return ends


def _read(end: int) -> bytes:
    if sys.platform == "win32":
        import socket  # noqa: PLC0415 - as above

        borrowed = socket.socket(fileno=end)
        try:
            return borrowed.recv(64)
        finally:
            borrowed.detach()
    return os.read(end, 64)


def _close(end: int) -> None:
    if sys.platform == "win32":
        import socket  # noqa: PLC0415 - as above

        socket.close(end)
    else:
        os.close(end)


def _numbers() -> list[int]:
    return [int(getattr(signal, name)) for name in _NAMES if hasattr(signal, name)]


def _note(_number: int, _frame: object) -> None:
    """Nothing to do here: the byte in the pipe says it."""
