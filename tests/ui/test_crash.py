from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal, qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.crash import RUNNING, CrashGuard, show_report
from ui.logfile import LOG_NAME, LogFile, last_lines

SECRET = "mevrouw De Vries, Dorpsstraat 1"


@pytest.fixture
def guard(qapp: QApplication, tmp_path: Path) -> Iterator[CrashGuard]:
    """A guard that listens, with the hooks of the test run put back afterwards."""
    made = CrashGuard(tmp_path, "0.1.0")
    made.install()
    yield made
    made.remove()


class Sender(QObject):
    """Something that a slot listens to."""

    rung = Signal()


def fail() -> None:
    raise ValueError(SECRET)


def test_an_exception_in_a_slot_is_told_and_the_program_goes_on(
    guard: CrashGuard, expect_log: Callable[[str], None]
) -> None:
    expect_log("unexpected in window: ValueError")
    reports: list[str] = []
    guard.happened.connect(reports.append)
    sender = Sender()
    sender.rung.connect(fail)
    sender.rung.emit()
    (report,) = reports
    assert "ValueError" in report
    assert "test_crash.py" in report
    assert "in fail" in report
    assert "Python" in report


def test_a_report_holds_nothing_of_a_person(guard: CrashGuard, expect_log: Callable[[str], None]) -> None:
    expect_log("ValueError")
    reports: list[str] = []
    guard.happened.connect(reports.append)
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())
    assert SECRET not in reports[0]
    assert str(Path.home()) not in reports[0]


def test_an_exception_in_a_thread_is_told(guard: CrashGuard, qtbot: QtBot, expect_log: Callable[[str], None]) -> None:
    expect_log("unexpected in a thread: ValueError")
    with qtbot.waitSignal(guard.happened) as told:
        threading.Thread(target=fail).start()
    assert "in fail" in told.args[0]


def test_a_failure_while_telling_does_not_go_round_in_circles(
    guard: CrashGuard, expect_log: Callable[[str], None]
) -> None:
    expect_log("ValueError")
    calls: list[str] = []

    def tell(report: str) -> None:
        calls.append(report)
        raise ValueError("again")

    guard.happened.connect(tell)
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())
    assert len(calls) == 1


def test_a_warning_of_qt_goes_to_the_log(guard: CrashGuard, expect_log: Callable[[str], None]) -> None:
    expect_log("WARNING qt: something is odd")
    qWarning("something is odd")


def test_the_hooks_are_put_back(qapp: QApplication, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook)
    made = CrashGuard(tmp_path, "0.1.0")
    made.install()
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_run_that_ended_well_leaves_nothing_to_tell(qapp: QApplication, tmp_path: Path) -> None:
    first = CrashGuard(tmp_path, "0.1.0")
    first.install()
    first.remove()
    assert not CrashGuard(tmp_path, "0.1.0").last_ended_badly


def ended_process() -> int:
    """Give the id of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_run_that_died_is_told_once_on_the_next_start(
    qapp: QApplication, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    left = tmp_path / RUNNING.format(pid=ended_process())
    left.write_text("Fatal Python error: Segmentation fault", encoding="utf-8")
    expect_log("the last run died:\nFatal Python error")
    assert CrashGuard(tmp_path, "0.1.0").last_ended_badly
    assert not CrashGuard(tmp_path, "0.1.0").last_ended_badly


def test_a_second_window_is_no_crash(qapp: QApplication, tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        (tmp_path / RUNNING.format(pid=other.pid)).touch()
        assert not CrashGuard(tmp_path, "0.1.0").last_ended_badly
    finally:
        other.communicate(b"\n")


def test_a_place_that_cannot_be_written_does_not_stop_the_program(
    qapp: QApplication, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    (tmp_path / "logs").write_text("a file where a folder should be", encoding="utf-8")
    expect_log("no place for crash reports")
    made = CrashGuard(tmp_path / "logs", "0.1.0")
    made.install()
    made.remove()


def test_the_log_is_set_aside_when_it_is_full_and_old_ones_go(tmp_path: Path) -> None:
    handler = LogFile(tmp_path, largest=200)
    for number in range(40):
        handler.handle(logging.LogRecord("a", logging.WARNING, "", 0, f"line {number} " + "x" * 40, None, None))
    handler.close()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["reisgenoot.1.log", "reisgenoot.2.log", "reisgenoot.3.log", LOG_NAME]
    assert "line 39" in last_lines(tmp_path)
    assert all(path.stat().st_size < 500 for path in tmp_path.iterdir())


def test_a_report_about_the_last_run_holds_its_log(guard: CrashGuard, tmp_path: Path) -> None:
    (tmp_path / LOG_NAME).write_text("\n".join(f"line {number}" for number in range(100)), encoding="utf-8")
    report = show_report(guard, tmp_path)
    assert "line 99" in report
    assert "line 20" not in report
