"""How fast the canvas is, at 200 to 10,000 cards and as many links, as ratios to the frame of a bare widget.

Run: python tests/bench/canvas_bench.py [cards …]. Software raster, 1920 × 1080, offscreen unless QT_QPA_PLATFORM says
otherwise. A bare frame fills the window and draws one picture of its size; all times are
milliseconds of this thread's processor time, so that a busy machine does not blur them.
"""

from __future__ import annotations

import gc
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QByteArray, QEvent, QPointF, Qt
from PySide6.QtGui import QFontDatabase, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from assets.fonts import STYLES, font_bytes
from assets.palette import load_theme
from canvas.style import CanvasStyle
from canvas.view import JourneyCanvas
from sprint.document import Document
from sprint.edits.journey import add_step, rename
from sprint.history import History
from sprint.i18n import Translator
from sprint.ids import TimeIds
from sprint.records import Card, Journey, Lane, Link, LinkKind, Phase, Record, Step

WIDTH, HEIGHT = 1920, 1080
FRAMES = 40
WORDS = ("inwoner", "meldt", "brief", "wachten", "gemeente", "loket", "formulier", "niemand", "vertelt", "plaats")
LANES = (Lane.THOUGHT, Lane.PAIN, Lane.OPPORTUNITY, Lane.IDEA, Lane.QUOTE, Lane.BACKSTAGE, Lane.LEGAL)


class Desk:
    """A workspace without a disk."""

    is_read_only = False

    def __init__(self, document: Document) -> None:
        self.document = document
        self.ids = TimeIds()
        self._history = History(document, time.monotonic)
        self.do = self._history.do
        self.undo = self._history.undo


class Bare(QWidget):
    """Draws one picture as large as itself: the least a frame can cost."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap(WIDTH, HEIGHT)
        self._picture.fill(Qt.GlobalColor.white)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def board(cards: int, per_step: int = 10) -> Document:
    """Make a journey of this many cards, about as many links, texts of 5–40 words and a curve."""
    rand = random.Random(7)
    steps = max(2, cards // per_step)
    found: list[Record] = [Journey(id="J", title="bench")]
    found += [Phase(id=f"P{number}", journey_id="J", order=number, title=f"Fase {number}") for number in range(8)]
    for number in range(steps):
        step_id = f"S{number:06}"
        title = " ".join(rand.choices(WORDS, k=rand.randint(3, 8)))
        feeling = rand.choice((None, -3, -2, -1, 0, 1, 2, 3))
        phase_id = f"P{number * 8 // steps}"
        found.append(Step(id=step_id, journey_id="J", phase_id=phase_id, order=number, title=title, feeling=feeling))
        if number:
            found.append(Link(id=f"L{number:06}", journey_id="J", source=f"S{number - 1:06}", target=step_id))
        for extra in range(per_step - 1):
            other = max(0, number - rand.randint(1, 9))
            kind = rand.choice((LinkKind.LOOP, LinkKind.ALTERNATIVE, LinkKind.HAND_OVER))
            name = f"M{number:06}{extra:02}"
            found.append(Link(id=name, journey_id="J", source=step_id, target=f"S{other:06}", kind=kind))
        for card in range(per_step):
            text = " ".join(rand.choices(WORDS, k=rand.randint(5, 40)))
            lane = LANES[card % len(LANES)]
            name = f"C{number:06}{card:03}"
            found.append(Card(id=name, journey_id="J", step_id=step_id, lane=lane, order=card, text=text))
    return Document(found)


def frame(app: QApplication, widget: QWidget, act: Callable[[], object]) -> float:
    """Do something, draw the next frame, and say how long both took."""
    app.processEvents()
    started = time.thread_time()
    act()
    widget.repaint()
    return (time.thread_time() - started) * 1e3


def edited(app: QApplication, canvas: JourneyCanvas, edit: Callable[[], object]) -> tuple[float, float]:
    """Make an edit; say how long it took until the board was laid out, and until the next frame was there."""
    app.processEvents()
    started = time.thread_time()
    edit()
    canvas.settle()
    laid_out = time.thread_time()
    canvas.repaint()
    return (laid_out - started) * 1e3, (time.thread_time() - started) * 1e3


def p95(values: list[float]) -> float:
    """Give the value that 95 of 100 frames stay under."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def mouse(canvas: JourneyCanvas, kind: QEvent.Type, place: QPointF) -> None:
    """Send an event of the left button."""
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, place, canvas.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def settled(app: QApplication, canvas: JourneyCanvas) -> None:
    """Let every missing tile be painted."""
    canvas._zoom_rest.stop()
    canvas.complete()
    app.processEvents()


def drag(app: QApplication, canvas: JourneyCanvas, card_id: str) -> list[float]:
    """Drag a card to and fro, then leave it where it was."""
    rect = canvas.scene.board.cards[card_id].rect
    place = canvas.camera.to_view(rect.middle.x, rect.middle.y)
    mouse(canvas, QEvent.Type.MouseButtonPress, place)
    times = []
    for number in range(FRAMES):
        shift = QPointF(8 + (number % 20) * 6, (number % 20) * 3)
        times.append(frame(app, canvas, lambda shift=shift: mouse(canvas, QEvent.Type.MouseMove, place + shift)))
    canvas.end(is_cancelled=True)
    mouse(canvas, QEvent.Type.MouseButtonRelease, place)
    return times


def near_middle(canvas: JourneyCanvas) -> str:
    """Give a card in the middle of the board."""
    columns = canvas.scene.board.columns
    return columns[len(columns) // 2].cards[0].id


def measure(app: QApplication, cards: int, style: CanvasStyle, per_step: int) -> dict[str, float]:
    """Measure one board; `held` is what the process holds at the end, with the document and all tiles."""
    document = board(cards, per_step)
    started = time.thread_time()
    canvas = JourneyCanvas(Desk(document), Translator.load("nl"), style)
    canvas.resize(WIDTH, HEIGHT)
    canvas.show_journey("J")
    canvas.show()
    canvas.settle()
    result = {"build": (time.thread_time() - started) * 1e3}
    _rest()
    settled(app, canvas)
    card = near_middle(canvas)
    canvas.zoom(1 / canvas.camera.scale)
    canvas.go_to(card)
    settled(app, canvas)
    result["full 1:1"] = frame(app, canvas, lambda: (canvas._tiles.clear(), canvas.complete()))
    result["pan 1:1"] = p95([frame(app, canvas, lambda: canvas.pan(-24, 0)) for _ in range(FRAMES)])
    canvas.go_to(card)
    settled(app, canvas)
    result["drag 1:1"] = p95(drag(app, canvas, card))
    title, ids = iter(range(10_000)), TimeIds()
    step = canvas.scene.board.cards[card].step_id
    for name, edit in (
        ("rename", lambda: canvas.do(rename(document, step, f"Stap {next(title)}"))),
        ("add step", lambda: canvas.do(add_step(document, ids, "J", after=step))),
    ):
        laid_out, drawn = zip(*(edited(app, canvas, edit) for _ in range(FRAMES)), strict=True)
        result[name], result[f"{name}, drawn"] = p95(list(laid_out)), p95(list(drawn))
    result["lens"] = frame(app, canvas, canvas.refresh_lens)
    result["first fit"] = frame(app, canvas, lambda: (canvas.fit(), canvas._zoom_rest.stop(), canvas.complete()))
    fit = canvas.camera.scale
    result["pan fit"] = p95([frame(app, canvas, lambda: canvas.pan(-3, 0)) for _ in range(FRAMES)])
    result["drag fit"] = p95(drag(app, canvas, card))
    steps = 40
    factor = (1 / fit) ** (1 / steps)
    anchor = QPointF(WIDTH / 2, HEIGHT / 3)
    result["zoom"] = p95([frame(app, canvas, lambda: canvas.zoom(factor, anchor)) for _ in range(steps)])
    result["held"] = _held()
    canvas.close()
    canvas.deleteLater()
    app.processEvents()
    return result


def _rest() -> None:
    """Do what the program does when a sprint has been opened: what is there now is not looked through again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _held() -> float:
    """Give what the process holds now, in KB, after the garbage is gone."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1024


def one(cards: int, per_step: int) -> dict[str, float]:
    """Measure one board and a bare frame in this process."""
    app = QApplication([])
    for face in STYLES:
        QFontDatabase.addApplicationFontFromData(QByteArray(font_bytes(face)))
    bare = Bare()
    bare.resize(WIDTH, HEIGHT)
    bare.show()
    frame(app, bare, lambda: None)
    floor = p95([frame(app, bare, lambda: None) for _ in range(FRAMES)])
    bare.close()
    result = measure(app, cards, CanvasStyle.from_theme(load_theme("light")), per_step)
    return {"bare": floor, **result}


def fresh(cards: int, per_step: int) -> dict[str, float]:
    """Measure one board in a process of its own, so that no board pays for the one before it."""
    command = [sys.executable, __file__, "one", str(cards), str(per_step)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Measure all boards and print the table."""
    if sys.argv[1:2] == ["one"]:
        print(json.dumps(one(int(sys.argv[2]), int(sys.argv[3]))))
        return
    empty = fresh(20, 10)["held"]  # a window with as many tiles and hardly a card
    print(f"each cell: ms (times a bare frame), p95; a window with 20 cards holds {empty / 1024:.0f} MB", flush=True)
    for size in [int(size) for size in sys.argv[1:]] or [200, 1_000, 5_000, 10_000]:
        for per_step in (10, 40):
            result = fresh(size, per_step)
            floor, held = result.pop("bare"), result.pop("held")
            cells = "  ".join(f"{name} {value:.1f} ({value / floor:.0f}x)" for name, value in result.items())
            print(f"{size:6} cards, {per_step} a step: {cells}  KB a card {(held - empty) / size:.1f}", flush=True)


if __name__ == "__main__":
    main()
