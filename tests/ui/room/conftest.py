"""A room with a screen: a small sprint without a disk, displays that a test plugs in, a clock that it sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from canvas.view import JourneyCanvas
from sprint.edits.clock import finish_run, pause_run, start_run
from sprint.records import Record, TimerRun
from tests.helpers.messages import ScriptedMessages
from tests.helpers.stage import Clock, DisklessWorkspace, small_sprint, stage_of
from ui.bridge import SprintBridge
from ui.context import Context
from ui.desks import SprintDesk
from ui.room.director import RoomDirector
from ui.room.displays import Display
from ui.room.screen import RoomScreen
from ui.room.stage import RoomStage
from ui.surfaces import make_canvas

NOON = 12 * 60
LAPTOP = Display("Maker|Laptop|S1|eDP-1", "Maker Laptop", QRect(0, 0, 1280, 720))
BEAMER = Display("Maker|Beamer|S2|HDMI-1", "Maker Beamer", QRect(1280, 0, 1920, 1080))


@dataclass
class Room:
    """Everything around the room screen, and what a test asks of it."""

    context: Context
    workspace: DisklessWorkspace
    bridge: SprintBridge
    clock: Clock
    messages: ScriptedMessages
    window: QMainWindow
    canvas: JourneyCanvas
    qtbot: QtBot
    displays: list[Display] = field(default_factory=lambda: [LAPTOP, BEAMER])
    minute: int = NOON

    def __post_init__(self) -> None:
        self.director = RoomDirector(
            self.context, self.bridge, self.canvas, find_displays=lambda: list(self.displays), minute=self.minute_of
        )

    def minute_of(self, wall: float) -> int:
        """Local time: noon when the test begins."""
        return self.minute + int((wall - 1_700_001_000) // 60)

    @property
    def screen(self) -> RoomScreen:
        """The room's own window."""
        assert self.director.screen is not None
        return self.director.screen

    @property
    def stage(self) -> RoomStage:
        """What is on it."""
        return self.screen.stage

    def words(self) -> list[str]:
        """Every text that the room can read."""
        return self.stage.words()

    def start(self, block_id: str) -> TimerRun:
        """Start the clock of a block."""
        self.workspace.record(
            start_run(self.workspace.document, self.workspace.ids, block_id, self.clock(), "2026-11-03T10:00:00+00:00")
        )
        return self.run()

    def run(self) -> TimerRun:
        """The latest run."""
        return max(self.workspace.document.table(TimerRun).values(), key=lambda run: run.id)

    def pause(self) -> None:
        """Pause the clock."""
        self.workspace.record(pause_run(self.workspace.document, self.run().id, self.clock()))

    def finish(self) -> None:
        """End the block."""
        self.workspace.record(finish_run(self.workspace.document, self.run().id, self.clock(), "later"))

    def pass_by(self, seconds: float) -> None:
        """Let time go by, and let the room's clock tick once when it ticks."""
        self.clock.seconds += seconds
        for timer in self.director.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if timer.isActive():
                timer.timeout.emit()

    def is_ticking(self) -> bool:
        """Whether the clock on the room screen ticks."""
        timers = self.director.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return any(timer.isActive() for timer in timers)


@pytest.fixture
def extra() -> list[Record]:
    """Records that a test wants besides; override it."""
    return []


@pytest.fixture
def room(qtbot: QtBot, extra: list[Record]) -> Iterator[Room]:
    """A room in Dutch with two displays; a question nobody expected fails the test."""
    with stage_of(qtbot, [*small_sprint(), *extra]) as stage:
        window = QMainWindow()
        qtbot.addWidget(window)
        canvas = make_canvas(stage.context, SprintDesk(stage.bridge))
        window.setCentralWidget(canvas)
        window.resize(1200, 700)
        canvas.show_journey("j")
        with qtbot.waitExposed(window):
            window.show()
        made = Room(stage.context, stage.workspace, stage.bridge, stage.clock, stage.messages, window, canvas, qtbot)
        yield made
        made.director.end()
        window.close()
