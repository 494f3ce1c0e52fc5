"""Rehearsal: a day at sixty times speed, on a copy of the sprint, so that nothing of it stays."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sprint.agenda import SECONDS_PER_MINUTE, blocks_of, days_of, minutes_of
from sprint.clock import ClockReading
from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.records import Block, Day, Record, RunState, Scope, TimerRun

SPEED = 60.0
_BOOT_ID = "rehearsal"
_FIRST_BOOT = 1_000.0  # a machine that has been on for a while


class VirtualClock:
    """A clock that runs `speed` times as fast as the real one, and that can be turned: sleep, reboot, another time.

    It gives everything that asks for the time in the program: readings for the exercise clock, the minute of the day
    for the timetable, seconds for the history and UTC for what is written down.
    """

    def __init__(
        self,
        begin: datetime,
        real_seconds: Callable[[], float],
        speed: float = SPEED,
        longest_look: float = math.inf,
    ) -> None:
        """`begin` is the local time (with a zone) at which it starts; `real_seconds` counts real seconds.

        When nobody looked for more than `longest_look` real seconds (the window hung, the laptop really slept), only
        those count: what jumps is what was played, and nothing else.
        """
        self._real = real_seconds
        self._speed = speed
        self._longest_look = longest_look
        self._begin = begin
        self._counted = 0.0
        self._since: float | None = real_seconds()
        self._boot_begin = -_FIRST_BOOT
        self._boots = 1

    # ---- what it shows

    @property
    def passed(self) -> float:
        """Virtual seconds since it was started."""
        if self._since is not None:
            now = self._real()
            self._counted += min(now - self._since, self._longest_look) * self._speed
            self._since = now
        return self._counted

    @property
    def speed(self) -> float:
        """How many times as fast as the real one it runs."""
        return self._speed

    def set_speed(self, speed: float) -> None:
        """Run slower or faster from now on; what has passed stays."""
        self._counted = self.passed
        self._speed = speed

    def seconds(self) -> float:
        """Return seconds that only go forward."""
        return self.passed

    def read(self) -> ClockReading:
        """Look at the clocks of the machine that is played."""
        wall = self._begin.timestamp() + self.passed
        return ClockReading(self.passed - self._boot_begin, wall, f"{_BOOT_ID}-{self._boots}")

    def local(self) -> datetime:
        """Return the local time it shows."""
        return (self._begin.astimezone(UTC) + timedelta(seconds=self.passed)).astimezone(self._begin.tzinfo)

    def utc_now(self) -> datetime:
        """Return the time it shows, in UTC."""
        return self.local().astimezone(UTC)

    @property
    def minute(self) -> int:
        """The minute of the day it shows, since midnight."""
        now = self.local()
        return now.hour * 60 + now.minute

    # ---- what can be played

    @property
    def is_paused(self) -> bool:
        """Whether it stands still."""
        return self._since is None

    def pause(self) -> None:
        """Stand still, to talk about what was seen."""
        self._counted, self._since = self.passed, None

    def resume(self) -> None:
        """Go on."""
        if self._since is None:
            self._since = self._real()

    def skip(self, seconds: float) -> None:
        """Let time pass at once: somebody talked too long, or the laptop slept."""
        self._counted += max(0.0, seconds)

    def reboot(self, seconds: float) -> None:
        """Be off for a while and start anew: the seconds since boot begin again."""
        self.skip(seconds)
        self._boots += 1
        self._boot_begin = self.passed


def rehearsal_content(document: Document, day_id: str = "") -> Diff:
    """Return a diff that fills an empty document with a copy to rehearse in; the sprint itself is not touched.

    Facts (clock runs, moments) stay behind and what a re-plan settled with them, so that the days begin unplayed; the
    days before `day_id` were held as planned. Open the copy in a folder that is thrown away afterwards.
    """
    copied: list[Record | None] = []
    for record in document:
        if record.SCOPE is Scope.DOCUMENT:
            copied.append(replace(record, settled_id="", settled_at="") if isinstance(record, Day) else record)
    for day in days_of(document):
        if day.id == day_id:
            copied += [_held(block) for earlier in _before(document, day) for block in blocks_of(document, earlier.id)]
    return make_diff("edit.new_sprint", [(None, record) for record in copied if record is not None])


def _before(document: Document, day: Day) -> list[Day]:
    days = days_of(document)
    return days[: [other.id for other in days].index(day.id)]


def _held(block: Block) -> TimerRun | None:
    """Return the run of a block that took exactly as long as planned; None for one that was left out."""
    seconds = float(block.minutes * SECONDS_PER_MINUTE)
    made = TimerRun(
        id=f"{block.id}-held",
        block_id=block.id,
        planned_seconds=seconds,
        counted_seconds=seconds,
        state=RunState.FINISHED,
    )
    return None if block.skipped else made


def opening_time(document: Document, day_id: str, zone_of: datetime) -> datetime:
    """Return when a day of the programme opens, on its own date or on that of `zone_of`, in the zone of the latter."""
    day = next(day for day in days_of(document) if day.id == day_id)
    try:
        date = datetime.fromisoformat(day.date).date()
    except ValueError:
        date = zone_of.date()
    minutes = minutes_of(day.start)
    return datetime(date.year, date.month, date.day, minutes // 60, minutes % 60, tzinfo=zone_of.tzinfo)


def next_opening(day: Day, now: datetime) -> datetime:
    """Return when a coming day opens: on its date when that is still to come, else the next time it is so late.

    Both are times on the wall, without a zone.
    """
    minutes = minutes_of(day.start)
    opening = now.replace(hour=minutes // 60, minute=minutes % 60, second=0, microsecond=0)
    with contextlib.suppress(ValueError):
        own = datetime.fromisoformat(day.date).date()
        if own >= now.date():
            return opening.replace(year=own.year, month=own.month, day=own.day)
    return opening if opening > now else opening + timedelta(days=1)
