"""When something goes wrong: keep the work, say what happened in plain words, and go on."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from sprint.store.folders import home_folder
from ui.logfile import last_lines

_log = logging.getLogger("reisgenoot")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
RUNNING = "running-{pid}.log"
"""The file of a run: it holds what faulthandler wrote while the process died, and is gone after a good end."""


def explain_no_window() -> None:
    """Until a guard takes over: Qt ends the process by itself where it can open no window; say why before it does."""
    told: list[str] = []

    def on_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            from ui.no_window import end_without_window  # noqa: PLC0415 - hardly ever needed

            end_without_window(told)
        told.append(message)

    qInstallMessageHandler(on_message)


class CrashGuard(QObject):
    """Catches what nobody caught; `happened` gives a report without names, texts or paths of a person."""

    happened = Signal(str)

    def __init__(self, logs: Path, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mark = logs / RUNNING.format(pid=os.getpid())
        self._logs = logs
        self._version = version
        self._fault: TextIO | None = None
        self._before: tuple[object, object] | None = None
        self._is_reporting = False
        self.last_ended_badly = self._look_back()

    def install(self) -> None:
        """Start catching: exceptions of slots and threads, messages of Qt, and the death of the process."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_qt_message)
        try:
            self._logs.mkdir(parents=True, exist_ok=True)
            self._fault = self._mark.open("w", encoding="utf-8")
            faulthandler.enable(self._fault)
        except OSError as error:
            _log.warning("no place for crash reports: %s", error.strerror)

    def remove(self) -> None:
        """Stop catching; the program ends well."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)
        self.forget_run()

    def forget_run(self) -> None:
        """Take away the file of this run: the system is about to end it, which is no crash."""
        if self._fault is not None:
            faulthandler.disable()
            self._fault.close()
            self._fault = None
            self._mark.unlink(missing_ok=True)

    def report(self, details: str) -> str:
        """Build a report that can be copied: the program, the machine and where it went wrong, nothing of a person."""
        from PySide6.QtCore import QSysInfo  # noqa: PLC0415 - the first frame hardly ever needs a report

        lines = (
            f"Reisgenoot {self._version}",
            f"Python {sys.version.split()[0]}, Qt {qVersion()}, {QSysInfo.prettyProductName()}",
            "",
            details.strip(),
        )
        return _without_home("\n".join(lines))

    # ---- what is caught

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None, where: str = "window"
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = _places(kind, trace)
        _log.error("unexpected in %s: %s", where, details)
        # A failure while telling of a failure must not go round in circles.
        if not self._is_reporting:
            self._is_reporting = True
            try:
                self.happened.emit(self.report(details))
            finally:
                self._is_reporting = False

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback, "a thread")

    def _on_qt_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        logging.getLogger("qt").log(_QT_LEVELS[kind], message)

    def _look_back(self) -> bool:
        """Whether a run before this one did not end well; what it left goes to the log."""
        ended_badly = False
        for mark in sorted(self._logs.glob(RUNNING.format(pid="*"))):
            if mark != self._mark and _still_runs(mark):
                continue
            ended_badly = True
            with contextlib.suppress(OSError):
                fault = mark.read_text(encoding="utf-8", errors="replace").strip()
                if fault:
                    _log.error("the last run died:\n%s", _without_home(fault))
                mark.unlink()
        return ended_badly


def show_report(guard: CrashGuard, logs: Path) -> str:
    """Build a report about the last run from its log."""
    return guard.report(last_lines(logs))


def _places(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Name the error and the lines it came through. Its message is left out: it may quote what somebody wrote."""
    frames = traceback.extract_tb(trace)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([kind.__name__, *lines])


def _without_home(text: str) -> str:
    return text.replace(str(home_folder()), "~")


def _still_runs(mark: Path) -> bool:
    """Whether the process that made this file lives: a second window of the same person is no crash."""
    try:
        if os.name == "nt":
            # Windows does not rename a file that a process has open.
            mark.replace(mark)
            return False
        os.kill(int(mark.stem.rpartition("-")[2]), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        return True
    return True
