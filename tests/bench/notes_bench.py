"""How much longer a note takes when there are many already: prints ratios of one run, for keys and for Enter.

Run it: `python tests/bench/notes_bench.py`. Times are processor time, so that a busy machine does not blur them.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.programme.catalogue import Catalogue
from tests.helpers.messages import ScriptedMessages
from tests.helpers.stage import Clock, DisklessWorkspace
from tests.ui.exercises.conftest import morning
from ui.bridge import SprintBridge
from ui.context import Context
from ui.icons import Icons
from ui.panels.exercise import ExercisePage
from ui.settings import Settings
from ui.texts import Texts
from ui.theme import Theme

NOTES, GROUP = 240, 40
WORDS = "Hoe kunnen we dit makkelijker maken"


def measure() -> list[tuple[float, float]]:
    """Type notes; give the median of a key and of Enter for every forty of them, in seconds."""
    theme, texts = Theme(), Texts("nl")
    context = Context(texts, theme, Icons(theme), ScriptedMessages(texts), Settings())
    bridge = SprintBridge(DisklessWorkspace(morning()), texts, context.messages, clock=Clock())
    page = ExercisePage(context, bridge, Catalogue.from_assets())
    page.resize(1400, 900)
    page.show()
    page.show_block("expert_interviews")
    page.setFocus()
    QApplication.processEvents()
    found = []
    for _ in range(NOTES // GROUP):
        keys, enters = [], []
        for number in range(GROUP):
            for letter in f"{WORDS} {number}":
                keys.append(_timed(letter))
            enters.append(_timed(Qt.Key.Key_Return))
        found.append((statistics.median(keys), statistics.median(enters)))
    bridge.leave()
    return found


def _timed(key: str | Qt.Key) -> float:
    start = time.thread_time()
    QTest.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()
    return time.thread_time() - start


def main() -> None:
    """Print how the last forty notes compare with the first forty."""
    app = QApplication.instance() or QApplication(sys.argv)
    found = measure()
    (first_key, first_enter), (last_key, last_enter) = found[0], found[-1]
    print(f"a key: {last_key / first_key:.1f} times as long at {NOTES} notes as at {GROUP} ({first_key * 1000:.1f} ms)")
    print(f"Enter: {last_enter / first_enter:.1f} times as long ({first_enter * 1000:.1f} ms)")
    app.quit()


if __name__ == "__main__":
    main()
