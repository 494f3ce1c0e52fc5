"""How long a person waits for the first window, as a ratio to a bare Qt window started the same way.

Run: python tests/bench/start_bench.py [rounds]. The bars for large sprints are in seconds: 1,000 cards 0.5, 10,000 1.
Each start is a process of its own; the clock runs from before the process begins to the end of the first paint. The
numbers of this machine mean little; the ratios are the bar: home 1.5, example 2.5.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME_BAR, EXAMPLE_BAR = 1.5, 2.5
LARGE_BARS = {1_000: 500.0, 10_000: 1_000.0}
"""Milliseconds from the start of the process, by number of cards."""

# The watch sits on the window only: on the whole program it would be called for 5,000 events, which costs more than
# painting. All parts of a window are painted in one go; the first turn of the event loop after that tells that it can
# be seen and used. Whether what was to be seen was among them is looked at when the clock has stopped.
WATCH = """
import sys, time
import PySide6.QtWidgets
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
class Watched(PySide6.QtWidgets.QMainWindow):
    heavy = None
    def event(self, event):
        if event.type() == QEvent.Type.Paint and self.heavy is None:
            self.heavy = ",".join(sorted({"networkx", "reportlab", "PIL"} & set(sys.modules)))
            QTimer.singleShot(0, self.told)
        return super().event(event)
    def told(self):
        at, busy = time.clock_gettime(time.CLOCK_MONOTONIC), time.process_time()
        shown = sorted({type(part).__name__ for part in QApplication.allWidgets() if part.isVisible()})
        print(at, busy, self.heavy or "-", ",".join(shown), flush=True)
        QApplication.closeAllWindows()
PySide6.QtWidgets.QMainWindow = Watched
"""

BARE = """
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView
app = QApplication([])
scene = QGraphicsScene()
for number in range(200):
    scene.addRect(number % 20 * 60, number // 20 * 60, 50, 50)
window = Watched()
view = QGraphicsView(scene)
window.setCentralWidget(view)
window.resize(1280, 720)
window.show()
app.exec()
"""

# As `python main.py` does.
OURS = """
from main import main
sys.exit(main(["reisgenoot", "--profile-dir", {profile!r}, *{files!r}]))
"""


def start(code: str, shown: str, bytecode: Path) -> tuple[float, float, str]:
    """Start a process; gives the milliseconds until its window was painted (wall, processor) and what was loaded.

    Raises ValueError when `shown`, a class of widgets, was not in the window then.
    """
    # An installed program has its bytecode; the first round, which writes it, does not count.
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT), PYTHONPYCACHEPREFIX=str(bytecode))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.clock_gettime(time.CLOCK_MONOTONIC)
    done = subprocess.run(
        [sys.executable, "-c", WATCH + code], capture_output=True, text=True, env=environment, timeout=60, check=True
    )
    at, busy, heavy, parts = done.stdout.split()[-4:]
    if shown not in parts.split(","):
        raise ValueError(f"{shown} was not painted")
    return (float(at) - began) * 1000, float(busy) * 1000, heavy


def example(folder: Path) -> Path:
    """Write the example sprint to a file, closed well, as a person would have it."""
    path = folder / "example.sprint"
    code = (
        "from pathlib import Path; from sprint.workspace import Workspace; from sprint.example import example_diff\n"
        "from sprint.store.folders import Folders\n"
        f"Workspace.create(Path({str(path)!r}), example_diff('nl'), Folders(Path({str(folder / 'data')!r}))).close()"
    )
    subprocess.run([sys.executable, "-c", code], env=dict(os.environ, PYTHONPATH=str(ROOT)), check=True, timeout=60)
    return path


def large(folder: Path, cards: int) -> Path:
    """Write a sprint with one journey of many cards, and about as many arrows, to a file."""
    path = folder / f"{cards}.sprint"
    code = (
        "from pathlib import Path; from sprint.workspace import Workspace; from sprint.diff import make_diff\n"
        "from sprint.store.folders import Folders; from sprint.records import Sprint\n"
        "from tests.bench.canvas_bench import board\n"
        f"made = [Sprint(id='sprint', title='Groot'), *board({cards})]\n"
        f"folders = Folders(Path({str(folder / 'data')!r}))\n"
        f"Workspace.create(Path({str(path)!r}), make_diff('edit.x', [(None, one) for one in made]), folders).close()"
    )
    subprocess.run([sys.executable, "-c", code], env=dict(os.environ, PYTHONPATH=str(ROOT)), check=True, timeout=120)
    return path


def measure_large(folder: Path, rounds: int) -> bool:
    """Print how soon large sprints are on the screen; says whether both are soon enough."""
    is_good = True
    for cards, bar in LARGE_BARS.items():
        code = OURS.format(profile=str(folder), files=(str(large(folder, cards)),))
        found = [start(code, "JourneyCanvas", folder / "bytecode") for _ in range(rounds + 1)][1:]
        took, worked = min(one[0] for one in found), min(one[1] for one in found)
        print(f"{cards:6} cards             wall {took:5.0f} ms (bar {bar:4.0f})   processor {worked:5.0f} ms")
        is_good &= took <= bar
    return is_good


def main(rounds: int) -> int:
    """Print the table; gives 1 when a bar is not met or something heavy was loaded too early."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sprint = str(example(folder))
        cases = {
            "bare window, 200 items": (BARE, "QGraphicsView"),
            "home": (OURS.format(profile=name, files=()), "ActionCard"),
            "example open": (OURS.format(profile=name, files=(sprint,)), "JourneyCanvas"),
        }
        times: dict[str, list[float]] = {case: [] for case in cases}
        busy: dict[str, list[float]] = {case: [] for case in cases}
        early: set[str] = set()
        for number in range(rounds + 1):
            for case, (code, shown) in cases.items():
                took, worked, heavy = start(code, shown, folder / "bytecode")
                if number:
                    times[case].append(took)
                    busy[case].append(worked)
                early |= set(heavy.split(",")) - {"-"}
        is_large_good = measure_large(folder, rounds)
    bare, bare_busy = min(times["bare window, 200 items"]), min(busy["bare window, 200 items"])
    for case, took in times.items():
        middle, ratio = statistics.median(took), min(took) / bare
        worked, calm = min(busy[case]), min(busy[case]) / bare_busy
        print(f"{case:24} wall {min(took):5.0f} ms (median {middle:5.0f})  ratio {ratio:4.2f}", end="")
        print(f"   processor {worked:5.0f} ms  ratio {calm:4.2f}")
    print(f"loaded before the first paint: {', '.join(sorted(early)) or 'nothing heavy'}")
    is_good = min(times["home"]) <= HOME_BAR * bare and min(times["example open"]) <= EXAMPLE_BAR * bare
    return 0 if is_good and is_large_good and not early else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
