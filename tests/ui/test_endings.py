"""Logging out and `kill` end the program well: it saves, says goodbye, and the next start tells of no accident."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.endings import Endings

ROOT = Path(__file__).resolve().parents[2]
TOLD_TO_END = """
import signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import Session
session = Session(QApplication([]), Path(sys.argv[1]))
session.program.window.first_painted.connect(lambda: signal.raise_signal(signal.SIGTERM))
sys.exit(session.run(None))
"""


def test_a_signal_of_the_system_is_heard_in_the_window(qtbot: QtBot) -> None:
    heard: list[bool] = []
    before = signal.getsignal(signal.SIGTERM)
    endings = Endings(lambda: heard.append(True))
    try:
        signal.raise_signal(signal.SIGTERM)
        qtbot.waitUntil(lambda: heard == [True])
    finally:
        endings.remove()
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_window_that_is_told_to_end_leaves_no_mark_of_an_accident(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", TOLD_TO_END, str(tmp_path)], env=environment, timeout=60, check=False)
    assert done.returncode == 0
    logs = tmp_path / "data" / "logs"
    assert logs.is_dir()
    assert list(logs.glob("running-*")) == []
