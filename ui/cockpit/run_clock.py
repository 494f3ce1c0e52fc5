"""The clock of the exercise as an object: one place that ticks, rings, notices a sleep and writes facts down.

Ticks only look: the time left comes from the anchors of the run, so a sleep, a crash or a late tick changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from sprint.agenda import SECONDS_PER_MINUTE, next_block
from sprint.clock import (
    ClockEvent,
    ClockReading,
    Happening,
    StepTime,
    last_look,
    remaining,
    signals_between,
    step_at,
    what_happened,
)
from sprint.diff import Diff
from sprint.edits.clock import (
    add_minutes,
    count_in,
    each_open,
    finish_run,
    heartbeat,
    held_together,
    jump_to_step,
    leading_run,
    leave_out,
    pause_run,
    resume_run,
    start_run,
)
from sprint.frozen import dataclass
from sprint.programme.timing import steps_for
from sprint.records import Block, Day, RunState, TimerRun
from ui.bridge import SprintBridge
from ui.cockpit.today import Today, today_at
from ui.panels.blocks import BlockNames

TICK_MS = 200
REHEARSAL_TICK_MS = 50
"""At sixty times speed a tick must still not pass a signal by."""
SLOW_MS = 10_000
"""How often the day is held against the clock on the wall."""
BEAT_SECONDS = 10.0
"""How often it is written down what was counted: a power cut costs no more when its time does not count."""
REHEARSAL_BEAT_SECONDS = 60.0
ASK_SECONDS = 60.0
"""A shorter sleep is not worth a question; it counts."""
ASK_CLOSED_SECONDS = 180.0
"""A short restart is not worth a question either."""


@dataclass(frozen=True)
class Absence:
    """Time that went by while nobody looked: why, how long, and whether the program was closed meanwhile."""

    kind: Happening
    seconds: float
    was_closed: bool = False


class RunClock(QObject):
    """Starts, pauses, lengthens and ends the clock of a block, and tells what it sees."""

    changed = Signal()
    """Another block, another state, another timetable: everything that shows the clock must look again."""
    started = Signal(str)
    """The id of a block whose clock a person started."""
    ticked = Signal()
    signalled = Signal(object)
    """A ClockSignal that is due now."""
    was_away = Signal(object)
    """An Absence about which only a person knows whether it counts."""
    clock_was_set = Signal(float)
    """By how many seconds somebody moved the clock on the wall."""

    def __init__(self, bridge: SprintBridge, names: BlockNames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._names = bridge, names
        self._last: ClockReading | None = None
        self._absence: tuple[str, Absence] | None = None
        self._lengths: tuple[tuple[str, str, int], tuple[float, ...]] | None = None
        self.today: Today | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(REHEARSAL_TICK_MS if bridge.is_rehearsal else TICK_MS)
        self.timer.timeout.connect(self.tick)
        self.slow = QTimer(self)
        self.slow.setInterval(SLOW_MS)
        self.slow.timeout.connect(self.look_at_day)
        bridge.document_changed.connect(self._on_diff)
        self._look()

    # ---- what it shows

    @property
    def run(self) -> TimerRun | None:
        """The run that is on the clock; of parallel rooms the one that takes longest."""
        return leading_run(self._bridge.document)

    @property
    def block(self) -> Block | None:
        """The block that is on the clock, or else the one that comes next."""
        run = self.run
        found = next_block(self._bridge.document) if run is None else self._bridge.document.get(run.block_id)
        return found if isinstance(found, Block) else None

    @property
    def is_running(self) -> bool:
        """Whether time is counted."""
        run = self.run
        return run is not None and run.state is RunState.RUNNING

    def left(self) -> float:
        """Give the seconds left of the run; negative is overtime, 0 without a run."""
        run = self.run
        return remaining(run, self._bridge.read_clock()) if run is not None else 0.0

    def lengths(self) -> tuple[float, ...]:
        """Give the seconds of each step of the block on the clock."""
        block = self.block if self.run is not None else None
        if block is None:
            return ()
        key = (block.id, block.exercise, block.minutes)
        if self._lengths is None or self._lengths[0] != key:
            exercise = self._names.exercise(block)
            steps = steps_for(exercise, block.minutes) if exercise is not None else ()
            self._lengths = (key, tuple(float(step.minutes * SECONDS_PER_MINUTE) for step in steps))
        return self._lengths[1]

    def step(self) -> StepTime | None:
        """Give the step that is on."""
        run = self.run
        return step_at(run, self._bridge.read_clock(), self.lengths()) if run is not None else None

    @property
    def others(self) -> int:
        """How many blocks are held in other rooms at the same time as the one that is shown."""
        block = self.block
        return len(held_together(self._bridge.document, block)) - 1 if block is not None else 0

    def step_text(self, index: int) -> str:
        """Give what a step of the block on the clock asks."""
        block = self.block
        exercise = self._names.exercise(block) if block is not None else None
        if exercise is None or index >= len(exercise.steps):
            return ""
        return exercise.steps[index].text.get(self._names.language)

    # ---- what a person can do

    def start(self, block_id: str = "") -> None:
        """Start the clock of a block; without one, of the block that comes next."""
        document = self._bridge.document
        block = document.get(block_id) if block_id else next_block(document)
        if isinstance(block, Block):
            now, at = self._bridge.read_clock(), self._bridge.utc_now()
            if self._bridge.record(start_run(document, self._bridge.ids, block.id, now, at)):
                self.started.emit(block.id)

    def toggle_pause(self) -> None:
        """Pause or go on; without a run, start what comes next."""
        run, now, document = self.run, self._bridge.read_clock(), self._bridge.document
        if run is None:
            self.start()
        elif run.state is RunState.PAUSED:
            self._record_each(lambda each: resume_run(document, each.id, now))
        else:
            self._record_each(lambda each: pause_run(document, each.id, now))

    def add_minutes(self, minutes: int) -> None:
        """Give the block more minutes."""
        self._record_each(lambda each: add_minutes(self._bridge.document, each.id, minutes))

    def finish(self) -> None:
        """The block is done, early or late."""
        now, at = self._bridge.read_clock(), self._bridge.utc_now()
        self._record_each(lambda each: finish_run(self._bridge.document, each.id, now, at))

    def _record_each(self, edit: Callable[[TimerRun], Diff]) -> None:
        """Do the same to the blocks of parallel rooms, which share one clock."""
        if self.run is not None:
            self._bridge.record(each_open(self._bridge.document, edit))

    def jump_to(self, index: int) -> None:
        """Begin a step (from 0) now."""
        run = self.run
        if run is not None and 0 <= index < len(self.lengths()):
            now = self._bridge.read_clock()
            self._bridge.record(jump_to_step(self._bridge.document, run.id, now, self.lengths(), index))

    def jump_by(self, steps: int) -> None:
        """Begin the step before (−1) or the next one (+1) now."""
        if (step := self.step()) is not None:
            self.jump_to(step.index + steps)

    def count_absence(self) -> None:
        """The time that nobody saw was worked."""
        run = self._away_run()
        self._absence = None
        if run is not None:
            now = self._bridge.read_clock()
            self._record_each(lambda each: count_in(self._bridge.document, each.id, now))

    def forget_absence(self) -> None:
        """The time that nobody saw does not count."""
        run, absence = self._away_run(), self._absence
        self._absence = None
        if run is None or absence is None:
            return
        now, document = self._bridge.read_clock(), self._bridge.document
        self._record_each(lambda each: leave_out(document, each.id, now, absence[1].seconds))

    def _away_run(self) -> TimerRun | None:
        run = self.run
        return run if run is not None and self._absence is not None and self._absence[0] == run.id else None

    @property
    def absence(self) -> Absence | None:
        """The time about which an answer is awaited."""
        return self._absence[1] if self._away_run() is not None and self._absence is not None else None

    # ---- ticking

    def begin(self) -> None:
        """Begin to tick; what happened while the program was closed is asked now."""
        self.slow.start()
        run = self.run
        if run is not None:
            now = self._bridge.read_clock()
            event = what_happened(run, last_look(run), now)
            is_long = event.seconds >= (ASK_SECONDS if event.kind is Happening.REBOOTED else ASK_CLOSED_SECONDS)
            if event.must_ask and is_long:
                self._ask(run, event, was_closed=True)
        self._look()

    def end(self) -> None:
        """Rest, before the sprint is closed."""
        self.timer.stop()
        self.slow.stop()

    def tick(self) -> None:
        """Look at the clocks."""
        run, now = self.run, self._bridge.read_clock()
        before, self._last = self._last, now
        if run is None or before is None:
            return
        event = what_happened(run, before, now)
        if event.must_ask and event.seconds >= ASK_SECONDS:
            self._ask(run, event)
        elif event.kind is Happening.CLOCK_SET and abs(event.seconds) >= ASK_SECONDS:
            self.clock_was_set.emit(event.seconds)
        for signal in signals_between(run, before, now, self.lengths()):
            self.signalled.emit(signal)
        self._beat(run, now)
        self.ticked.emit()

    def catch_up(self) -> None:
        """Take it that the time that went by was seen: a rehearsal lets an hour of work pass at once."""
        self._last = self._bridge.read_clock()
        self.ticked.emit()

    def look_at_day(self) -> None:
        """Hold the day against the clock on the wall."""
        before, self.today = self.today, today_at(self._bridge.document, self._bridge.read_clock())
        if before != self.today:
            self.changed.emit()

    def _ask(self, run: TimerRun, event: ClockEvent, *, was_closed: bool = False) -> None:
        asked = self.absence
        seconds = event.seconds + (asked.seconds if asked is not None else 0.0)
        self._absence = (run.id, Absence(event.kind, seconds, was_closed))
        self.was_away.emit(self._absence[1])

    def _beat(self, run: TimerRun, now: ClockReading) -> None:
        """Write down what was counted, but not while it is open whether a sleep counts: a restart must ask again."""
        pause = REHEARSAL_BEAT_SECONDS if self._bridge.is_rehearsal else BEAT_SECONDS
        is_due = run.state is RunState.RUNNING and now.boot - run.boot_anchor >= pause
        if is_due and self.absence is None and not self._bridge.is_read_only:
            self._record_each(lambda each: heartbeat(self._bridge.document, each.id, now))

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, TimerRun | Block | Day) for change in diff.changes.values() for record in change):
            self._look()

    def _look(self) -> None:
        if self.is_running != self.timer.isActive():
            if self.is_running:
                self._last = self._bridge.read_clock()
                self.timer.start()
            else:
                self.timer.stop()
        self.today = today_at(self._bridge.document, self._bridge.read_clock())
        self.changed.emit()
