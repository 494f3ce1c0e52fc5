"""Work that would make the window wait (copies, history, warm-up), done in a thread with its result on the window's."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from sprint.errors import SprintError

T = TypeVar("T")
_log = logging.getLogger(__name__)


class _Job(Generic[T]):
    """One piece of work: what came of it, and who wants to know."""

    def __init__(self, done: Callable[[T], object], failed: Callable[[SprintError], object] | None) -> None:
        self._done = done
        self._failed = failed
        self.future: Future[T] | None = None

    def deliver(self) -> None:
        """Hand the result over; an error that is not for people goes to the crash guard."""
        future = self.future
        if future is None or future.cancelled():
            return
        try:
            result = future.result()
        except SprintError as error:
            if self._failed is None:
                raise
            self._failed(error)
        else:
            self._done(result)


class Background(QObject):
    """One thread beside the window; `stop` waits for what is under way and delivers nothing more."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._is_stopped = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[SprintError], object] | None = None,
    ) -> None:
        """Do `work` beside the window and call `done` with its result on the window's thread."""
        if self._is_stopped:
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        job = _Job(done, failed)
        job.future = self._pool.submit(work)
        job.future.add_done_callback(lambda _future: self._tell(job))

    def stop(self) -> None:
        """Wait for the work that is under way, forget the rest."""
        self._is_stopped = True
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _tell(self, job: object) -> None:
        if not self._is_stopped:
            self._finished.emit(job)

    def _deliver(self, job: _Job[object]) -> None:
        if not self._is_stopped:
            job.deliver()
