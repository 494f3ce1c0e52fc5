"""A guard that does not bite is none: leave each kind of thing behind and see the test fail by name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLANTED = """
import logging, threading
from PySide6.QtCore import QThread, QTimer, QVariantAnimation, qWarning
from PySide6.QtWidgets import QWidget

KEPT = []

def test_clean(qtbot, expect_log):
    window = QWidget()
    qtbot.addWidget(window)
    timer = QTimer(window)
    timer.start(1000)
    QTimer.singleShot(0, window.show)
    QTimer.singleShot(60000, window, window.hide)
    qtbot.waitUntil(window.isVisible)
    expect_log("a rainy day")
    logging.getLogger("w").warning("a rainy day")
    thread = threading.Thread(target=KEPT.clear)
    thread.start()
    thread.join()

def test_window(qtbot):
    window = QWidget(objectName="forgotten")
    window.show()
    KEPT.append(window)

def test_timer(qtbot):
    timer = QTimer()
    KEPT.append(timer)
    timer.start(60000)

def test_single_shot(qtbot):
    QTimer.singleShot(60000, lambda: None)

def test_qthread(qtbot):
    thread = QThread()
    KEPT.append(thread)
    thread.start()

def test_animation(qtbot):
    animation = QVariantAnimation()
    KEPT.append(animation)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setDuration(60000)
    animation.start()

def test_thread():
    gate = threading.Event()
    KEPT.append(gate)
    threading.Thread(target=gate.wait, args=(30,), name="forgotten", daemon=True).start()

def test_log():
    logging.getLogger("w").warning("nobody told me")

def test_log_missing(expect_log):
    expect_log("never came")

def test_file(tmp_path):
    (tmp_path / "a").write_text("a")
    open(tmp_path / "a")

def test_qt_warning(qtbot):
    qWarning("Qt is not amused")

def test_slot(qtbot):
    timer = QTimer()
    timer.timeout.connect(lambda: 1 / 0)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)
    timer.stop()

def test_end(request):
    for thing in KEPT:
        if hasattr(thing, "set"):
            thing.set()
        if isinstance(thing, QThread):
            thing.quit()
            thing.wait()
    KEPT.clear()
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run the planted tests in a process of their own and give what pytest said."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "test_planted.py").write_text(PLANTED, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-rEfp", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    command += ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("test_window", "visible window left: QWidget 'forgotten'"),
        ("test_timer", r"timer still runs, started at test_planted.py:\d+ \(test_timer\)"),
        ("test_single_shot", r"single shot still to come, started at test_planted.py:\d+ \(test_single_shot\)"),
        ("test_qthread", r"QThread still runs, started at test_planted.py:\d+ \(test_qthread\)"),
        ("test_animation", r"animation still runs, started at test_planted.py:\d+ \(test_animation\)"),
        ("test_thread", r"thread 'forgotten' still runs, started at test_planted.py:\d+ \(test_thread\)"),
        ("test_log", "unexpected log: WARNING w: nobody told me"),
        ("test_log_missing", "no log matched: never came"),
        ("test_file", "ResourceWarning: unclosed file"),
        ("test_qt_warning", "Qt is not amused"),
        ("test_slot", "ZeroDivisionError"),
    ],
)
def test_a_guard_fails_the_guilty_test(report: str, test: str, words: str) -> None:
    assert re.search(rf"^(ERROR|FAILED) .*::{test}\b", report, re.MULTILINE), report
    assert re.search(words, report), report


def test_a_clean_test_is_left_alone(report: str) -> None:
    assert re.search(r"^PASSED .*::test_clean$", report, re.MULTILINE), report
    assert not re.search(r"^(ERROR|FAILED) .*::(test_clean|test_end)\b", report, re.MULTILINE), report
