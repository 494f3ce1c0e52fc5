"""A rehearsal in the window: the real sprint waits, unseen and untouched, until it is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from sprint.agenda import SECONDS_PER_MINUTE, date_of, days_of, next_block, slots_of, today_of
from sprint.errors import SprintError
from sprint.programme.rehearsal import VirtualClock, next_opening
from sprint.records import Block, Day, RunState
from ui.actions import ActionSet
from ui.cockpit.today import local_time
from ui.context import Context
from ui.main_window import MainWindow
from ui.open_sprint import OpenSprint
from ui.rehearsal.commands import RehearsalTask
from ui.rehearsal.copy import RehearsalCopy
from ui.rehearsal.strip import RehearsalStrip

OVERRUN_MINUTES = 10
SLEEP_MINUTES = 30
POWER_MINUTES = 10


class Host(Protocol):
    """The program, as far as a rehearsal needs it."""

    window: MainWindow
    actions: ActionSet

    @property
    def sprint(self) -> OpenSprint | None:
        """The sprint that is open."""

    def swap(self, opened: OpenSprint) -> None:
        """Answer for another sprint; the one that was open stays open."""


class Rehearsal(QObject):
    """Begins and ends a rehearsal, and plays what can happen on a day; at most one at a time."""

    def __init__(
        self, context: Context, host: Host, base: Path, real_seconds: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._context, self._host, self._base, self._real_seconds = context, host, base, real_seconds
        self._copy: RehearsalCopy | None = None
        self._played: OpenSprint | None = None
        self._waiting: OpenSprint | None = None
        self._day_id = ""
        self.strip: RehearsalStrip | None = None

    @property
    def is_on(self) -> bool:
        """Whether a rehearsal is going on."""
        return self._copy is not None

    @property
    def clock(self) -> VirtualClock | None:
        """The clock of the rehearsal that is going on."""
        return self._copy.clock if self._copy is not None else None

    def do(self, task: RehearsalTask, day_id: str = "") -> None:
        """Do what a row or a button asks; what makes no sense now does nothing."""
        if task == "begin":
            self.begin(day_id)
        elif self._copy is not None:
            tasks: dict[str, Callable[[], object]] = {
                "stand_still": self.stand_still,
                "next": self.go_to_next,
                "overrun": lambda: self.let_pass(self._left() + OVERRUN_MINUTES * SECONDS_PER_MINUTE),
                "sleep": lambda: self.sleep(SLEEP_MINUTES),
                "power": lambda: self.lose_power(POWER_MINUTES),
                "end": self.end,
            }
            tasks[task]()

    # ---- from beginning to end

    def begin(self, day_id: str = "") -> None:
        """Rehearse a day in a copy of the open sprint; says why when that cannot be."""
        opened, context = self._host.sprint, self._context
        if opened is None or self.is_on or opened.bench.cockpit.clock.run is not None:
            return
        opened.bench.finish_writing()
        document = opened.bridge.document
        day = document.get(day_id) if day_id else today_of(document, date_of(opened.bridge.utc_now()))
        if not isinstance(day, Day):
            context.messages.tell(context.texts("rehearsal.no_days"))
            return
        try:
            copy = RehearsalCopy(document, opened.bridge.workspace.store, day.id, self._base, self._real_seconds)
        except (SprintError, OSError):
            context.messages.warn(context.texts("rehearsal.cannot_begin"))
            return
        self._copy, self._waiting, self._day_id = copy, opened, day.id
        context.settings.hold()
        if opened.bench.room_situation[0]:
            opened.bench.room.close()
        window = self._host.window
        window.set_aside()
        self.strip = RehearsalStrip(context, copy.clock)
        self.strip.asked.connect(self.do)
        self.strip.speed_chosen.connect(self.set_speed)
        window.show_banner(self.strip)
        self._put_on(copy).bench.show_day(day.id)
        self._look()

    def end(self) -> None:
        """End it, throw the copy away and show the sprint as it was."""
        copy, played, waiting, strip = self._copy, self._played, self._waiting, self.strip
        if copy is None or played is None or waiting is None or strip is None:
            return
        self._copy = self._played = self._waiting = self.strip = None
        window = self._host.window
        played.close(window)
        window.drop_banner(strip)
        window.bring_back()
        self._context.settings.let_go()
        self._host.swap(waiting)
        copy.throw_away()
        self._context.messages.tell(self._context.texts("rehearsal.ended"))

    def _put_on(self, copy: RehearsalCopy) -> OpenSprint:
        played = OpenSprint(self._context, copy.workspace, copy.relay, clock=copy.clock.read, is_rehearsal=True)
        self._played = played
        played.show_in(self._host.window, self._host.actions)
        self._host.swap(played)
        return played

    def keep_work(self) -> None:
        """Put the sprint that waits on disk, after something went wrong in a rehearsal."""
        if self._waiting is not None:
            self._waiting.keep_work()

    # ---- what can be played

    def stand_still(self) -> None:
        """Let time stand still to talk about what was seen, or go on."""
        if (clock := self.clock) is not None:
            if clock.is_paused:
                clock.resume()
            else:
                clock.pause()
            self._look()

    def set_speed(self, speed: float) -> None:
        """Run at another speed."""
        if (clock := self.clock) is not None:
            clock.set_speed(speed)
            self._look()

    def let_pass(self, seconds: float) -> None:
        """Let the room work for so long, at once."""
        if self._copy is not None and self._played is not None:
            self._copy.clock.skip(seconds)
            self._played.bench.cockpit.clock.catch_up()
            self._look()

    def sleep(self, minutes: float) -> None:
        """Close the lid for so long: the clock of the exercise will ask about it."""
        if self._copy is not None and self._played is not None:
            self._copy.clock.skip(minutes * SECONDS_PER_MINUTE)
            self._played.bench.cockpit.clock.tick()
            self._look()

    def lose_power(self, minutes: float) -> None:
        """Let the power go, as a battery does, and start again so much later with what is on the disk."""
        copy, played = self._copy, self._played
        if copy is None or played is None:
            return
        left = copy.after_power_cut()
        played.close(self._host.window)
        copy.clock.reboot(minutes * SECONDS_PER_MINUTE)
        copy.restart(left)
        self._put_on(copy)
        self._look()

    def go_to_next(self) -> None:
        """Work the block on the clock until its time is over, then begin the next one at its own time.

        Behind the last block of a day this goes to the morning of the next day, before anything has begun.
        """
        played = self._played
        if played is None:
            return
        cockpit = played.bench.cockpit
        run = cockpit.clock.run
        if run is not None:
            if run.state is RunState.PAUSED:
                cockpit.clock.toggle_pause()
            self.let_pass(self._left())
            cockpit.clock.finish()
        block = next_block(played.bridge.document)
        if block is None:
            played.bench.show_day()
        elif block.day_id == self._day_id:
            self._begin_block(block)
        else:
            self._show_morning(block)

    # ---- inside

    def _begin_block(self, block: Block) -> None:
        played = self._played
        if played is None:
            return
        document = played.bridge.document
        slots = slots_of(document, document.require(Day, block.day_id))
        start = next(slot.start for slot in slots if slot.block.id == block.id)
        self.let_pass(max(0.0, start * SECONDS_PER_MINUTE - self._time_of_day()))
        played.bench.cockpit.clock.start(block.id)
        played.bench.show_block(block.id)

    def _show_morning(self, block: Block) -> None:
        """Sleep until the day of a block opens: on its own date, or the next morning."""
        copy, played = self._copy, self._played
        if copy is None or played is None:
            return
        day = played.bridge.document.require(Day, block.day_id)
        now = copy.clock.read().wall
        self._day_id = day.id
        copy.clock.skip(next_opening(day, local_time(copy.clock.read()).replace(tzinfo=None)).timestamp() - now)
        played.bench.cockpit.clock.catch_up()
        self._look()
        played.bench.show_day(day.id)

    def _left(self) -> float:
        return max(0.0, self._played.bench.cockpit.clock.left()) if self._played is not None else 0.0

    def _time_of_day(self) -> float:
        now = local_time(self._copy.clock.read()) if self._copy is not None else None
        return 0.0 if now is None else (now - now.replace(hour=0, minute=0, second=0, microsecond=0)).total_seconds()

    def _look(self) -> None:
        if self._played is None:
            return
        self._played.bench.cockpit.clock.look_at_day()
        if self.strip is not None:
            days = [day.id for day in days_of(self._played.bridge.document)]
            self.strip.show_day(1 + days.index(self._day_id) if self._day_id in days else 1)
