"""Which day it is on the clock of the wall, and how that day stands against its timetable."""

from __future__ import annotations

from datetime import UTC, datetime

from sprint.agenda import MINUTES_PER_HOUR, behind, blocks_of, date_of, runs_of, today_of
from sprint.clock import ClockReading
from sprint.document import Document
from sprint.frozen import dataclass
from sprint.records import Day

FARTHEST_MINUTES = 180
"""A day that is farther off its timetable is tried out at another hour, and not late."""


@dataclass(frozen=True)
class Today:
    """The day that is on, the minute since midnight, and by how many minutes it runs behind (negative: ahead).

    A day that nobody lives now (a sprint of next month, an example at night) is not live and never behind.
    """

    day: Day
    minute: int
    behind: int
    is_live: bool


def local_time(reading: ClockReading) -> datetime:
    """Give what the clock on the wall says, in the zone of this machine."""
    return datetime.fromtimestamp(reading.wall, UTC).astimezone()


def today_at(document: Document, now: ClockReading) -> Today | None:
    """Give how the day stands at a reading of the clocks; None for a sprint without days."""
    local = local_time(now)
    date = local.date().isoformat()
    day = today_of(document, date)
    if day is None:
        return None
    minute = local.hour * MINUTES_PER_HOUR + local.minute
    drift = behind(document, day, minute, now)
    is_live = abs(drift) <= FARTHEST_MINUTES and (day.date == date or _was_started_on(document, day, date))
    return Today(day, minute, drift if is_live else 0, is_live)


def _was_started_on(document: Document, day: Day, date: str) -> bool:
    runs = (run for block in blocks_of(document, day.id) for run in runs_of(document, block.id))
    return any(date_of(run.started_at) == date for run in runs)
