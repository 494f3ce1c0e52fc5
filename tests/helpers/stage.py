"""A stage for one part of the window: a sprint without a disk, a clock that a test sets, and a scripted person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sprint.clock import ClockReading
from sprint.diff import Diff
from sprint.document import Document
from sprint.errors import SprintError
from sprint.history import History
from sprint.records import (
    Block,
    Card,
    Channel,
    Day,
    Journey,
    Lane,
    Note,
    Participant,
    Persona,
    Phase,
    Record,
    Sprint,
    Step,
    StepKind,
)
from tests.helpers.messages import ScriptedMessages
from ui.bridge import SprintBridge
from ui.context import Context
from ui.icons import Icons
from ui.settings import Settings
from ui.texts import Texts
from ui.theme import Theme


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> ClockReading:
        return ClockReading(self.seconds, 1_700_000_000 + self.seconds, "boot")


class DisklessWorkspace:
    """What the bridge asks of a workspace, without a store."""

    def __init__(self, records: list[Record]) -> None:
        self.document = Document(records)
        self.seconds = 0.0
        self.history = History(self.document, lambda: self.seconds)
        self.is_read_only = False
        self.on_save_state = None
        numbers = count(1)
        self.ids = lambda: f"new{next(numbers):04}"

    def now_iso(self) -> str:
        return "2026-11-03T10:00:00+00:00"

    def do(self, diff: Diff, merge: str = "") -> None:
        self._refuse()
        self.history.do(diff, merge)

    def record(self, diff: Diff) -> None:
        self._refuse()
        if diff:
            self.document.apply(diff)

    def undo(self) -> Diff | None:
        return self.history.undo()

    def redo(self) -> Diff | None:
        return self.history.redo()

    def _refuse(self) -> None:
        if self.is_read_only:
            raise SprintError("error.read_only")


@dataclass
class Stage:
    """Everything a panel is given, and what a test looks at afterwards."""

    context: Context
    bridge: SprintBridge
    workspace: DisklessWorkspace
    clock: Clock
    messages: ScriptedMessages
    qtbot: QtBot

    @property
    def document(self) -> Document:
        return self.workspace.document

    def show(self, widget: QWidget, width: int = 320, height: int = 900) -> None:
        """Put a panel on the screen and wait until it is there."""
        self.qtbot.addWidget(widget)
        widget.resize(width, height)
        with self.qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()

    def undo_names(self) -> int:
        """Count how often Ctrl+Z can be pressed."""
        presses = 0
        while self.workspace.history.can_undo:
            self.workspace.undo()
            presses += 1
        for _ in range(presses):
            self.workspace.redo()
        return presses


def small_sprint() -> list[Record]:
    """Two days, one journey of four steps, two cards, one citizen."""
    found: list[Record] = [Sprint(id="sprint", title="Zwerfafval")]
    for number, start in enumerate(("09:30", "09:00"), start=1):
        found.append(Day(id=f"day{number}", order=number, title=("Begrijpen", "Bedenken")[number - 1], start=start))
    for place, (exercise, minutes) in enumerate(
        (("welcome", 15), ("hopes_fears", 20), ("break", 10), ("journey_map", 45))
    ):
        found.append(Block(id=f"b{place}", day_id="day1", order=place, exercise=exercise, minutes=minutes))
    found.append(Block(id="b4", day_id="day2", order=0, exercise="emotion_curve", minutes=30))
    found += [
        Persona(id="bram", name="Bram", order=1),
        Journey(id="j", title="Afval melden", persona_ids=("bram",)),
        Phase(id="p1", journey_id="j", title="Aanleiding", order=1),
        Phase(id="p2", journey_id="j", title="Melden", order=2),
        Step(id="s1", journey_id="j", phase_id="p1", order=1, title="Ziet afval", feeling=-1),
        Step(id="s2", journey_id="j", phase_id="p2", order=1, title="Logt in", feeling=-3, channel=Channel.WEB),
        Step(id="s3", journey_id="j", phase_id="p2", order=2, title="Hoort niets", kind=StepKind.WAIT, wait_days=21),
        Step(id="s4", journey_id="j", phase_id="p2", order=3, title="Afval is weg", feeling=1),
        Card(id="c1", journey_id="j", step_id="s2", lane=Lane.PAIN, text="Inloggen"),
        Card(id="c2", journey_id="j", step_id="s2", lane=Lane.OPPORTUNITY, text="Foto en plek"),
        Participant(id="P1", code="P1", order=1),
        Note(id="n1", block_id="b1", text="Meedoen", order=1),
    ]
    return found


def dutch_context() -> Context:
    """Make what a part of the window is given: words in Dutch, a light look, settings that are not kept."""
    theme, texts = Theme(), Texts("nl")
    icons = Icons(theme)
    return Context(texts, theme, icons, ScriptedMessages(texts, icons), Settings())


@contextmanager
def stage_of(qtbot: QtBot, records: list[Record]) -> Iterator[Stage]:
    """Set a stage on which these records are the sprint; a question nobody expected fails the test."""
    context = dutch_context()
    messages = context.messages
    assert isinstance(messages, ScriptedMessages)
    clock, workspace = Clock(), DisklessWorkspace(records)
    bridge = SprintBridge(workspace, context.texts, messages, clock=clock)
    yield Stage(context, bridge, workspace, clock, messages, qtbot)
    bridge.leave()
    assert messages.problems() == []
