"""The exercise clock: right after sleep, a changed clock, a kill and a reboot, because it counts from anchors.

A run holds what was counted up to two anchors: the seconds since boot (which go on during sleep) and the wall clock. In
the same boot the first is trusted; after a reboot only the wall is left. Ticks of a window only repaint.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sprint.records import RunState, TimerRun

_BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")
CLOCK_JUMP_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
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


def wall_jump(run: TimerRun, now: ClockReading) -> float:
    """Return by how many seconds the wall clock was set since the anchors (0 when within 2 s or after a reboot)."""
    if run.boot_id != now.boot_id or run.state is not RunState.RUNNING:
        return 0.0
    jump = (now.wall - run.wall_anchor) - (now.boot - run.boot_anchor)
    return jump if abs(jump) > CLOCK_JUMP_SECONDS else 0.0


def _seconds_since_boot() -> float:
    # Linux has a clock that goes on in sleep; Windows' monotonic does so by itself; on macOS it stops in sleep.
    boot_clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_clock is None else time.clock_gettime(boot_clock)


def _boot_id() -> str:
    try:
        return _BOOT_ID_FILE.read_text().strip()
    except OSError:
        # No boot id on this system: the minute the machine was started tells boots apart well enough.
        return str(uuid.uuid5(uuid.NAMESPACE_OID, str(round((time.time() - _seconds_since_boot()) / 60))))
