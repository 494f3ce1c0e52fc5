"""Guards that fail the test which left something behind, and name the line that started it."""

from __future__ import annotations

import gc
import logging
import re
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

_HERE = __file__
_ROOT = str(Path(__file__).parents[2])
# Long enough for a thread that is already on its way out, short enough for a test that fails.
_GRACE_SECONDS = 2.0


class LogWatch:
    """Collects warnings of a test and the patterns the test said would come."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.expected: list[str] = []

    def problems(self) -> list[str]:
        """List warnings nobody announced and announced ones that did not come."""
        surprises = [text for text in self.seen if not any(re.search(p, text) for p in self.expected)]
        missing = [p for p in self.expected if not any(re.search(p, text) for text in self.seen)]
        return [f"unexpected log: {text}" for text in surprises] + [f"no log matched: {p}" for p in missing]


class _Collector(logging.Handler):
    def __init__(self, watch: LogWatch) -> None:
        super().__init__(logging.WARNING)
        self._watch = watch

    def emit(self, record: logging.LogRecord) -> None:
        self._watch.seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def guard_log() -> Iterator[LogWatch]:
    """Fail a test that logs a warning it did not announce with `expect_log`."""
    watch = LogWatch()
    handler = _Collector(watch)
    logging.getLogger().addHandler(handler)
    try:
        yield watch
    finally:
        logging.getLogger().removeHandler(handler)
    _fail_on(watch.problems())


@pytest.fixture
def expect_log(guard_log: LogWatch) -> Callable[[str], None]:
    """Let a test announce a warning by a regular expression; the warning must then come."""
    return guard_log.expected.append


@pytest.fixture(autouse=True)
def guard_threads(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a Python thread running."""
    places: weakref.WeakKeyDictionary[threading.Thread, str] = weakref.WeakKeyDictionary()
    original = threading.Thread.start

    def start(thread: threading.Thread) -> None:
        places[thread] = _starter()
        original(thread)

    monkeypatch.setattr(threading.Thread, "start", start)
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(_GRACE_SECONDS)
    _fail_on(
        [
            f"thread {thread.name!r} still runs, started at {places.get(thread, 'an unknown place')}"
            for thread in left
            if thread.is_alive()
        ]
    )


@pytest.fixture(autouse=True)
def guard_qt(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test with a window that leaves a widget, timer, thread or animation behind."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    watch = _QtWatch(monkeypatch)
    yield
    _fail_on(watch.problems())


class _QtWatch:
    """Notes every start of something that lives on, and looks at the end whether it still does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # Imported here: tests of rooms without Qt must not load it.
        from PySide6.QtCore import QAbstractAnimation, QStandardPaths, QThread, QTimer
        from PySide6.QtWidgets import QApplication

        QStandardPaths.setTestModeEnabled(True)
        self._started: list[tuple[weakref.ref[Any], str, str, Callable[[Any], bool], str]] = []
        self._shots: list[_Shot] = []
        self._windows_before = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        running = QAbstractAnimation.State.Running
        self._watch(monkeypatch, QTimer, "timer", lambda timer: timer.isActive(), "stop")
        self._watch(monkeypatch, QThread, "QThread", lambda thread: thread.isRunning(), "quit")
        self._watch(monkeypatch, QAbstractAnimation, "animation", lambda a: a.state() == running, "stop")
        self._watch_single_shots(monkeypatch, QTimer)

    def _watch(
        self, monkeypatch: pytest.MonkeyPatch, kind: Any, label: str, lives: Callable[[Any], bool], end: str
    ) -> None:
        original = kind.start

        def start(thing: Any, *args: Any, **kwargs: Any) -> None:
            self._started.append((weakref.ref(thing), label, _starter(), lives, end))
            original(thing, *args, **kwargs)

        monkeypatch.setattr(kind, "start", start)

    def _watch_single_shots(self, monkeypatch: pytest.MonkeyPatch, timer: Any) -> None:
        original = timer.singleShot

        def single_shot(msec: int, *args: Any) -> None:
            original(msec, *args)
            # A second shot of the same length tells, without touching the first, whether it is still to come.
            shot = _Shot(_starter(), args)
            self._shots.append(shot)
            original(msec, shot.fire)

        monkeypatch.setattr(timer, "singleShot", staticmethod(single_shot))

    def problems(self) -> list[str]:
        """List what is left, end it so that the next test starts clean, and name the starters."""
        from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
        from PySide6.QtWidgets import QApplication

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        found = [*self._still_running(), *(s.problem() for s in self._shots if s.is_pending())]
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window not in self._windows_before:
                name = window.objectName() or window.windowTitle()
                found.append(f"visible window left: {type(window).__name__} {name!r}")
                window.hide()
                window.deleteLater()
        if not QThreadPool.globalInstance().waitForDone(int(_GRACE_SECONDS * 1000)):
            found.append("the thread pool still works")
        return found

    def _still_running(self) -> list[str]:
        from shiboken6 import isValid

        found: dict[int, str] = {}
        for reference, label, place, lives, end in self._started:
            thing = reference()
            if thing is None or not isValid(thing) or not lives(thing):
                continue
            found[id(thing)] = f"{label} still runs, started at {place}"
            getattr(thing, end)()
        return list(found.values())


class _Shot:
    """One `QTimer.singleShot`: still to come, fired, or void because its receiver is gone."""

    def __init__(self, place: str, args: tuple[Any, ...]) -> None:
        from PySide6.QtCore import QObject

        self._place = place
        self._fired = False
        candidates = [*args, *(getattr(arg, "__self__", None) for arg in args)]
        self._receivers = [weakref.ref(thing) for thing in candidates if isinstance(thing, QObject)]

    def fire(self) -> None:
        self._fired = True

    def is_pending(self) -> bool:
        from shiboken6 import isValid

        alive = [thing for reference in self._receivers if (thing := reference()) is not None and isValid(thing)]
        return not self._fired and (bool(alive) or not self._receivers)

    def problem(self) -> str:
        return f"single shot still to come, started at {self._place}"


def _starter() -> str:
    """Name the nearest line of this project that is not a guard; asked for at every start, so it reads no source."""
    nearest: FrameType | None = None
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        name = frame.f_code.co_filename
        if name != _HERE:
            if name.startswith(_ROOT) and ".venv" not in name:
                return _told(frame)
            nearest = nearest or frame
        frame = frame.f_back
    return _told(nearest) if nearest is not None else ""


def _told(frame: FrameType) -> str:
    code = frame.f_code
    return f"{Path(code.co_filename).name}:{frame.f_lineno} ({code.co_name})"


def _fail_on(problems: list[str]) -> None:
    if problems:
        pytest.fail("left behind by this test:\n  " + "\n  ".join(problems), pytrace=False)
