"""A monkey at the canvas: random gestures, keys, undo in mid-drag; board and outline must stay equal to the document.

Run: python tests/bench/canvas_soak.py [seed] [events]. Ends with an error when the board or the outline differs from a
fresh one or when Qt or Python complain; prints the slowest events (ms of this thread's processor time) and how memory
grew in the second half: the slope of the line through what the process held each time hands rested, because tiles alone
go from 16 to 34 MB and back with the size of the window. On 22 November 2026, seed 21, on a busy machine: 100,000
events, slowest 44 ms, second half +3.5 MB. What grows for good is undo: some 2 KB for each entry until there are 1,000.
"""

from __future__ import annotations

import gc
import os
import random
import resource
import statistics
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QByteArray, QModelIndex, QPoint, QPointF, Qt, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QWheelEvent
from PySide6.QtWidgets import QApplication

from assets.fonts import STYLES, font_bytes
from assets.palette import load_theme
from canvas.style import CanvasStyle
from canvas.view import JourneyCanvas
from sprint.history import History
from sprint.i18n import Translator
from sprint.layout import BoardWords, Layouter
from tests.canvas.desk import JOURNEY, Desk, Hands, litter
from ui.journey.memory import rest
from ui.journey.outline_model import OutlineModel

CHECK_EVERY = 200
MOST_RECORDS = 160
KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab,
    Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_1, Qt.Key.Key_7, Qt.Key.Key_L, Qt.Key.Key_F, Qt.Key.Key_Delete,
    Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_Space,
)  # fmt: skip
MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 4,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Monkey:
    """Does something at random, again and again."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.desk = Desk(litter())
        self.desk.history = History(self.desk.document, time.monotonic)
        style = CanvasStyle.from_theme(load_theme("light"))
        self.canvas = JourneyCanvas(self.desk, Translator.load("nl"), style)
        self.canvas.resize(1200, 800)
        self.canvas.show_journey(JOURNEY)
        self.canvas.show()
        self.canvas.complete()
        assert self.canvas.hands, "the program makes them in the turn after its first frame"
        self.outline = OutlineModel(self.desk.document, lambda record, role: None)
        self.outline.show_journey(JOURNEY)
        self.desk.document.subscribe(self.outline.on_diff)
        self.hands = Hands(self.canvas)
        self.is_down = False
        self._acts: dict[Callable[[], None], int] = {
            self.move: 25, self.press: 8, self.release: 12, self.grab: 5, self.double_click: 5, self.key: 25,
            self.desk.undo: 6, self.redo: 5, self.wheel: 3, self.command: 2, self.resize: 1, self.hide: 1, self.type: 2,
        }  # fmt: skip

    def act(self) -> str:
        """Do one thing and say what."""
        (chosen,) = self.random.choices(list(self._acts), list(self._acts.values()))
        chosen()
        return chosen.__name__

    def place(self) -> QPointF:
        """Give any place in the widget."""
        return QPointF(self.random.uniform(0, 1200), self.random.uniform(0, 800))

    def move(self) -> None:
        """Move the pointer, with the button held when it is."""
        self.hands.move(self.place(), Qt.MouseButton.LeftButton if self.is_down else Qt.MouseButton.NoButton)

    def press(self) -> None:
        """Press the button anywhere."""
        self.hands.press(self.place())
        self.is_down = True

    def release(self) -> None:
        """Let go of the button."""
        self.hands.release(self.place())
        self.is_down = False

    def grab(self) -> None:
        """Press the button on a step or a card."""
        board = self.canvas.scene.board
        if board.steps:
            chosen = self.random.choice([*board.steps, *board.cards])
            self.canvas.go_to(chosen)
            self.hands.press(self.hands.at(chosen))
            self.is_down = True

    def double_click(self) -> None:
        """Double-click anywhere."""
        self.hands.double_click(self.place())

    def key(self) -> None:
        """Press any key."""
        self.hands.key(self.random.choice(KEYS), self.random.choice(MODIFIERS))

    def type(self) -> None:
        """Type a few letters."""
        self.hands.type("abc 12")

    def redo(self) -> None:
        """Do again what was undone."""
        self.desk.history.redo()

    def wheel(self) -> None:
        """Turn the wheel, sometimes with Ctrl."""
        place, turn = self.place(), QPoint(0, self.random.choice((-240, -120, 120, 240)))
        event = QWheelEvent(
            place, self.canvas.mapToGlobal(place), QPoint(), turn, Qt.MouseButton.NoButton,
            self.random.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)

    def command(self) -> None:
        """Choose something from the menu."""
        commands = self.canvas.commands
        order = self.canvas.arranging
        chosen = (
            commands.add_alternative, commands.add_phase, commands.add_step, commands.remove, self.canvas.fit,
            self.canvas.clipping.duplicate, order.align, order.toggle_pins, order.tidy, order.group,
        )  # fmt: skip
        self.canvas.attempt(self.random.choice(chosen))

    def resize(self) -> None:
        """Give the window another size."""
        self.canvas.resize(self.random.randint(300, 1600), self.random.randint(200, 1000))

    def hide(self) -> None:
        """Hide the window and show it again."""
        self.canvas.hide()
        self.canvas.show()

    def check(self) -> None:
        """Compare the board with a fresh layout, and keep the journey at a size people have."""
        while self.desk.history.can_undo and len(self.desk.document) > MOST_RECORDS:
            self.desk.undo()
        self.canvas.settle()
        fresh = Layouter(self.canvas._text, BoardWords(self.canvas.t), has_pictures=True).lay_out(
            self.desk.document, JOURNEY
        )
        if self.canvas.scene.board != fresh:
            raise AssertionError("the board is not the document")
        outline = OutlineModel(self.desk.document, lambda record, role: None)
        outline.show_journey(JOURNEY)
        if list(rows(self.outline)) != list(rows(outline)):
            raise AssertionError("the outline is not the document")


def rows(model: OutlineModel, parent: QModelIndex | None = None, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the depth and the id of every row of an outline, from top to bottom."""
    above = parent or QModelIndex()
    for number in range(model.rowCount(above)):
        index = model.index(number, 0, above)
        record = model.record_at(index)
        yield depth, record.id if record is not None else ""
        yield from rows(model, index, depth + 1)


def megabytes() -> float:
    """Give what the process holds now; the peak would count a large window for ever."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def main() -> None:
    """Let the monkey play."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    events = int(sys.argv[2]) if len(sys.argv) > 2 else 5_000
    app = QApplication([])
    complaints: list[str] = []
    qInstallMessageHandler(lambda kind, context, text: complaints.append(text))

    def complain(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        complaints.append(repr(error))
        traceback.print_exception(kind, error, trace)

    sys.excepthook = complain
    for face in STYLES:
        QFontDatabase.addApplicationFontFromData(QByteArray(font_bytes(face)))
    monkey = Monkey(seed)
    small, middle, _ = gc.get_threshold()
    gc.set_threshold(small, middle, 1_000)  # as `ui.journey.memory` does
    slowest: list[tuple[float, int, str]] = []
    memory: list[float] = []
    for number in range(events):
        started = time.thread_time()
        act = monkey.act()
        app.processEvents()
        slowest.append(((time.thread_time() - started) * 1e3, number, act))
        if number % CHECK_EVERY == 0:
            slowest = sorted(slowest)[-5:]
            monkey.check()
            rest()  # as the program does when hands rest
            memory.append(megabytes())
    qInstallMessageHandler(None)
    half = memory[len(memory) // 2 :]
    growth = statistics.linear_regression(range(len(half)), half).slope * len(half)
    told = ", ".join(f"{spent:.0f} ms {act} at {number}" for spent, number, act in reversed(sorted(slowest)[-5:]))
    print(f"{events} events; slowest: {told}; {memory[-1]:.0f} MB, second half {growth:+.1f} MB")
    if complaints:
        sys.exit("\n".join(complaints))


if __name__ == "__main__":
    main()
