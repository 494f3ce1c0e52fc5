"""The exercise clock: right after sleep, a changed clock, a kill and a reboot, because it counts from anchors.

A run holds what was counted up to two anchors: the seconds since boot (which go on during sleep) and the wall clock. In
the same boot the first is trusted; after a reboot only the wall is left. Ticks of a window only repaint.
"""

from __future__ import annotations

import sys
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from itertools import accumulate
from pathlib import Path

from sprint.frozen import dataclass
from sprint.records import RunState, TimerRun

_BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")
CLOCK_JUMP_SECONDS = 2.0
LONGEST_TICK_SECONDS = 5.0
"""A longer silence between two looks means that the machine slept or hung."""
TWO_MINUTES = 120.0


@dataclass(frozen=True)
class ClockReading:
    """One look at the clocks: seconds since boot (sleep included), the wall (UTC seconds since 1970), which boot."""

    boot: float
    wall: float
    boot_id: str


ReadClock = Callable[[], ClockReading]


def read_clock() -> ClockReading:
    """Look at the machine's clocks."""
    return ClockReading(_seconds_since_boot(), time.time(), _boot_id())


def elapsed(run: TimerRun, now: ClockReading) -> float:
    """Return the seconds this run has counted until `now`; never less than what was counted before."""
    if run.state is not RunState.RUNNING:
        return run.counted_seconds
    passed = now.boot - run.boot_anchor if run.boot_id == now.boot_id else now.wall - run.wall_anchor
    return run.counted_seconds + max(0.0, passed)


def remaining(run: TimerRun, now: ClockReading) -> float:
    """Return the seconds left; negative is overtime."""
    return run.planned_seconds - elapsed(run, now)


def anchored(run: TimerRun, now: ClockReading, state: RunState) -> TimerRun:
    """Fold what was counted into the run and anchor it at `now` in the given state."""
    return replace(
        run,
        state=state,
        counted_seconds=elapsed(run, now),
        boot_id=now.boot_id,
        boot_anchor=now.boot,
        wall_anchor=now.wall,
    )


def planned_at_start(run: TimerRun) -> float:
    """Return the seconds that were planned before any minute was added on the way."""
    return max(0.0, run.planned_seconds - run.added_seconds)


# ---- what happened to the clocks while nobody looked


class Happening(StrEnum):
    """What a person must be told, or asked, about the time that went by."""

    NOTHING = ""
    SLEPT = "slept"
    CLOCK_SET = "clock_set"
    REBOOTED = "rebooted"


@dataclass(frozen=True)
class ClockEvent:
    """What happened between two looks at the clocks, and the seconds it is about.

    Slept or rebooted: how long nobody looked, and whether that counts must be asked. Clock set: by how much the wall
    clock was moved (negative is back); the exercise clock is right all the same.
    """

    kind: Happening
    seconds: float = 0.0

    @property
    def must_ask(self) -> bool:
        """Whether only a person knows if this time was worked."""
        return self.kind in (Happening.SLEPT, Happening.REBOOTED)


def what_happened(run: TimerRun, last: ClockReading, now: ClockReading) -> ClockEvent:
    """Compare two looks at the clocks while a block was on the clock.

    Within one boot the seconds since boot are trusted; after a reboot only the wall clock is left, and one that went
    back counts as no time. A paused or closed run slept through nothing.
    """
    is_same_boot = last.boot_id == now.boot_id
    passed = now.boot - last.boot if is_same_boot else max(0.0, now.wall - last.wall)
    is_running = run.state is RunState.RUNNING
    if not is_same_boot:
        return ClockEvent(Happening.REBOOTED, passed) if is_running else ClockEvent(Happening.NOTHING)
    if is_running and passed > LONGEST_TICK_SECONDS:
        return ClockEvent(Happening.SLEPT, passed)
    jump = (now.wall - last.wall) - passed
    if abs(jump) > CLOCK_JUMP_SECONDS:
        return ClockEvent(Happening.CLOCK_SET, jump)
    return ClockEvent(Happening.NOTHING)


def last_look(run: TimerRun) -> ClockReading:
    """Return the clocks as they stood when the run was last written down: what a restart has to compare with."""
    return ClockReading(run.boot_anchor, run.wall_anchor, run.boot_id)


# ---- the clock of a step inside a block


@dataclass(frozen=True)
class StepTime:
    """Which step of an exercise it is now (from 0), how long it still takes, and how long it takes in all (seconds).

    In overtime the last step goes on and its time left is negative.
    """

    index: int
    left: float
    length: float


def step_at(run: TimerRun, now: ClockReading, lengths: Sequence[float]) -> StepTime | None:
    """Return the step that is on; `lengths` are the seconds of each step. None when an exercise has no steps."""
    if not lengths:
        return None
    passed = max(0.0, elapsed(run, now) + run.step_offset)
    ends = list(accumulate(lengths))
    index = next((place for place, end in enumerate(ends) if passed < end), len(ends) - 1)
    return StepTime(index, ends[index] - passed, lengths[index])


def offset_to_step(run: TimerRun, now: ClockReading, lengths: Sequence[float], index: int) -> float:
    """Return the offset with which step `index` begins now; the clock of the block itself goes on as it was."""
    place = min(max(0, index), max(0, len(lengths) - 1))
    return sum(lengths[:place]) - elapsed(run, now)


# ---- signals


class SignalKind(StrEnum):
    """What rings, or lights up without a sound."""

    FIFTH_LEFT = "fifth_left"
    TWO_MINUTES_LEFT = "two_minutes_left"
    TWENTIETH_LEFT = "twentieth_left"
    STEP_END = "step_end"
    END = "end"


@dataclass(frozen=True)
class ClockSignal:
    """A signal, and the seconds the block had counted when it was due; `step` is the step that ended (from 0)."""

    kind: SignalKind
    at: float
    step: int | None = None


def signals_between(
    run: TimerRun, before: ClockReading, now: ClockReading, lengths: Sequence[float] = ()
) -> tuple[ClockSignal, ...]:
    """Return the signals that fall behind `before` up to and with `now`, in time order, each exactly once.

    What fell more than a tick ago (a sleep) is not rung any more, but for the end itself: eight chimes after lunch
    help nobody.
    """
    if run.state is not RunState.RUNNING:
        return ()
    since, until = elapsed(run, before), elapsed(run, now)
    due = (signal for signal in _signals(run, lengths) if since < signal.at <= until)
    fresh = (s for s in due if s.kind is SignalKind.END or until - s.at <= LONGEST_TICK_SECONDS)
    return tuple(sorted(fresh, key=lambda signal: (signal.at, signal.kind is SignalKind.END)))


def _signals(run: TimerRun, lengths: Sequence[float]) -> list[ClockSignal]:
    planned = run.planned_seconds
    found = [ClockSignal(SignalKind.END, planned)]
    warnings = {planned * 0.8: SignalKind.FIFTH_LEFT, planned * 0.95: SignalKind.TWENTIETH_LEFT}
    if planned > TWO_MINUTES:
        warnings[planned - TWO_MINUTES] = SignalKind.TWO_MINUTES_LEFT  # says more than the share that falls with it
    found += [ClockSignal(kind, at) for at, kind in warnings.items()]
    ends = [end - run.step_offset for end in accumulate(lengths[:-1])]  # the last step ends with the block
    found += [ClockSignal(SignalKind.STEP_END, end, place) for place, end in enumerate(ends) if end < planned]
    return found


def _seconds_since_boot() -> float:
    # Linux has a clock that goes on in sleep, macOS has it under this name only; Windows' monotonic does so by itself.
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    boot_clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_clock is None else time.clock_gettime(boot_clock)


@cache
def _boot_id() -> str:
    """Name this boot; asked once, for it cannot change while this process lives, whatever happens to the wall clock."""
    try:
        return _BOOT_ID_FILE.read_text().strip()
    except OSError:
        # No boot id on this system: the minute the machine was started tells boots apart well enough.
        return str(uuid.uuid5(uuid.NAMESPACE_OID, str(round((time.time() - _seconds_since_boot()) / 60))))
