"""Work that would make the window wait (copies, history, warm-up), done in a thread with its result on the window's."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from shiboken6 import isValid

from sprint.errors import SprintError

T = TypeVar("T")


class _Job(Generic[T]):
    """One piece of work: what came of it, and who wants to know."""

    def __init__(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[SprintError], object] | None
    ) -> None:
        self._work = work
        self._done = done
        self._failed = failed
        self._result: list[T] = []
        self._error: Exception | None = None

    def do(self) -> None:
        """Do the work and keep what comes of it; a mistake is raised later, on the window's thread."""
        try:
            self._result.append(self._work())
        except Exception as error:  # noqa: BLE001 - every error is handed over, none is swallowed
            self._error = error

    def deliver(self) -> None:
        """Hand the result over; an error that is not for people goes to the crash guard."""
        if self._error is None:
            self._done(self._result[0])
        elif isinstance(self._error, SprintError) and self._failed is not None:
            self._failed(self._error)
        else:
            raise self._error


class Background(QObject):
    """One thing after another beside the window; `stop` waits for what is under way and delivers nothing more.

    A thread of Python and not of Qt: a QThreadPool that is deleted with its window waits for its threads while it holds
    Python's lock, which they need to end, and the program stands still for ever. The thread ends when nothing waits, so
    that nobody has to end it before a window goes.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_stopped = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[SprintError], object] | None = None,
    ) -> None:
        """Do `work` beside the window and call `done` with its result on the window's thread."""
        job = _Job(work, done, failed)
        with self._lock:
            if self._is_stopped:
                return
            self._waiting.append(lambda: self._do(job))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="background", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Wait for the work that is under way, forget the rest."""
        with self._lock:
            self._is_stopped = True
            self._waiting.clear()
        self._join()

    def finish(self) -> None:
        """Wait until everything that was asked is done, deliver it, and take nothing more."""
        self._join()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        self.stop()

    def _join(self) -> None:
        thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                work = self._waiting.popleft()
            work()

    def _do(self, job: _Job[T]) -> None:
        job.do()
        if not self._is_stopped and isValid(self):
            self._finished.emit(job)

    def _deliver(self, job: _Job[object]) -> None:
        if not self._is_stopped:
            job.deliver()
