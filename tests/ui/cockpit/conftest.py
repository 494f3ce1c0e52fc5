"""A day that is lived in front of a test: a clock it turns, a document without a disk, the cockpit in a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sprint.clock import ClockReading
from sprint.document import Document
from sprint.records import (
    Block,
    Day,
    Journey,
    Moment,
    Note,
    NoteKind,
    Phase,
    Record,
    Sprint,
    Step,
    TimerRun,
)
from tests.helpers.messages import ScriptedMessages
from tests.helpers.stage import DisklessWorkspace
from ui.bridge import SprintBridge
from ui.cockpit.capture import Whereabouts
from ui.cockpit.cockpit import Cockpit
from ui.context import Context
from ui.notices import Notices

MORNING = datetime(2026, 11, 3, 9, 30).astimezone()
MINUTE = 60.0


class Clock:
    """The clocks of a laptop that a test turns: it can also sleep and be set."""

    def __init__(self) -> None:
        self.boot, self.wall = 1_000.0, MORNING.timestamp()

    def __call__(self) -> ClockReading:
        return ClockReading(self.boot, self.wall, "boot")

    def go_on(self, seconds: float) -> None:
        """Let time go by."""
        self.boot += seconds
        self.wall += seconds


class Store:
    """Counts how often the people's file was asked for."""

    def __init__(self) -> None:
        self.mirrors = 0

    def request_mirror(self) -> None:
        self.mirrors += 1


class Workspace(DisklessWorkspace):
    """Keeps named moments as well."""

    def __init__(self, records: list[Record]) -> None:
        super().__init__(records)
        self.store = Store()
        self.moments: list[str] = []
        self.now = lambda: MORNING.isoformat()

    def now_iso(self) -> str:
        return self.now()

    def save_moment(self, name: str) -> Moment:
        self.moments.append(name)
        return Moment(id=self.ids(), name=name)


@dataclass
class Player:
    """Notes what would have sounded."""

    played: list[str] = field(default_factory=list)

    def play(self, path: Path) -> None:
        assert path.read_bytes().startswith(b"RIFF")
        self.played.append(path.stem)


@dataclass
class Room:
    """The cockpit on a day, with the hands and eyes of a facilitator."""

    cockpit: Cockpit
    bridge: SprintBridge
    workspace: Workspace
    clock: Clock
    player: Player
    messages: ScriptedMessages
    notices: Notices
    window: QWidget
    context: Context
    qtbot: QtBot

    @property
    def document(self) -> Document:
        return self.workspace.document

    @property
    def run(self) -> TimerRun:
        """The latest run."""
        return max(self.document.table(TimerRun).values(), key=lambda run: run.id)

    def pass_by(self, minutes: float, *, step: float = 1.0) -> None:
        """Let time go by while the program looks every `step` seconds."""
        for _ in range(round(minutes * MINUTE / step)):
            self.clock.go_on(step)
            self.cockpit.clock.tick()
        self.cockpit.clock.look_at_day()

    def sleep(self, minutes: float) -> None:
        """Let the laptop sleep."""
        self.clock.go_on(minutes * MINUTE)
        self.cockpit.clock.tick()
        self.cockpit.clock.look_at_day()

    def press(self, name: str) -> None:
        found = [
            button
            for button in self.window.findChildren(QAbstractButton)
            if button.isVisible() and name in (button.text(), button.accessibleName())
        ]
        assert found, f"no button {name!r}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def words(self, widget: QWidget | None = None) -> list[str]:
        where = widget or self.window
        return [label.text() for label in where.findChildren(QLabel) if label.isVisible() and label.text()]


def records() -> list[Record]:
    """Two days: the first until 11:30 with a fixed break, the second with room; one journey of two steps."""
    found: list[Record] = [
        Sprint(id="sprint", title="Zwerfafval"),
        Day(id="day1", order=1, title="Begrijpen", date="2026-11-03", start="09:30", end="12:00"),
        Day(id="day2", order=2, title="Tekenen", date="2026-11-04", start="09:30", end="16:00"),
    ]
    plan = (
        ("b1", "crazy_eights", 10, 1, False),
        ("b2", "solution_sketch", 40, 1, False),
        ("b3", "break", 15, 1, False),
        ("b4", "speed_critique", 30, 3, True),
        ("b5", "straw_poll", 20, 2, False),
        ("b6", "test_flow", 30, 2, False),
    )
    for place, (block_id, exercise, minutes, priority, skippable) in enumerate(plan):
        found.append(
            Block(
                id=block_id,
                day_id="day1",
                order=place,
                exercise=exercise,
                minutes=minutes,
                priority=priority,
                skippable=skippable,
                least=minutes if exercise == "break" else minutes * 2 // 3,
                most=minutes * 2,
            )
        )
    found.append(Block(id="c1", day_id="day2", exercise="storyboard", minutes=90, least=60, most=120))
    found += [
        Journey(id="j", title="Afval melden"),
        Phase(id="p", journey_id="j", title="Melden", order=1),
        Step(id="s1", journey_id="j", phase_id="p", order=1, title="Ziet afval"),
        Step(id="s2", journey_id="j", phase_id="p", order=2, title="Logt in"),
        Note(id="n1", block_id="b1", text="Een knop op de bak", order=1),
        Note(id="q1", kind=NoteKind.QUESTION, text="Wie haalt het op?", order=1),
    ]
    return found


@pytest.fixture
def room(context: Context, qtbot: QtBot) -> Iterator[Room]:
    """Half past nine on the first day, nothing started."""
    workspace, clock, player = Workspace(records()), Clock(), Player()
    workspace.now = lambda: datetime.fromtimestamp(clock.wall).astimezone().isoformat()
    messages = context.messages
    assert isinstance(messages, ScriptedMessages)
    bridge = SprintBridge(workspace, context.texts, messages, clock=clock)
    window = QWidget()
    cockpit = Cockpit(context, bridge, window, lambda: Whereabouts(_now_on(workspace), "s2"), player)
    column = QVBoxLayout(window)
    body = QHBoxLayout()
    body.addWidget(cockpit.day_page, 1)
    body.addWidget(cockpit.lists)
    notices = Notices(context)
    column.addWidget(notices)
    column.addLayout(body, 1)
    column.addWidget(cockpit.strip)
    column.addWidget(cockpit.bar)
    cockpit.begin(notices)
    qtbot.addWidget(window)
    window.resize(1600, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    cockpit.arrange(window.rect().adjusted(0, 0, 0, -88))
    yield Room(cockpit, bridge, workspace, clock, player, messages, notices, window, context, qtbot)
    cockpit.end()
    bridge.leave()


def _now_on(workspace: Workspace) -> str:
    runs = sorted(workspace.document.table(TimerRun).values(), key=lambda run: run.id)
    return runs[-1].block_id if runs else ""
