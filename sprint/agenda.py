"""The timetable: which block starts when, and how far each one is."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sprint.clock import ClockReading, remaining
from sprint.document import Document
from sprint.frozen import dataclass
from sprint.records import Block, Day, RunState, TimerRun

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
SECONDS_PER_MINUTE = 60
_TICK = 0.5
"""A block that ends on the minute must not seem to end before it, for a few thousandths that two clocks differ."""


class BlockState(StrEnum):
    """How far a block is; the room of the rail that shows stations."""

    TO_COME = "to_come"
    NOW = "now"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Slot:
    """A block with its planned start and end, in minutes since midnight."""

    block: Block
    start: int
    end: int


def days_of(document: Document) -> list[Day]:
    """Return the days in order."""
    return sorted(document.table(Day).values(), key=lambda day: (day.order, day.id))


def blocks_of(document: Document, day_id: str) -> list[Block]:
    """Return the blocks of a day in order."""
    return sorted(document.referrers(Block, day_id), key=lambda block: (block.order, block.id))


def slots_of(document: Document, day: Day) -> list[Slot]:
    """Return the timetable of a day.

    A skipped block takes no time, a parallel one starts with the block before it, a fixed one does not start before
    its time. Behind the last taken re-plan the day goes on where that said, and what was before is cut to fit.
    """
    units = units_of(blocks_of(document, day.id))
    settled = minutes_of(day.settled_at) if day.settled_at else None
    now = minutes_of(day.start) if settled is None or day.settled_id else settled
    slots: list[Slot] = []
    for unit in units:
        start = max([now, *(minutes_of(block.fixed_at) for block in unit if _is_fixed(block))])
        slots += [Slot(block, start, start + length_of(block)) for block in unit]
        now = max([now, *(slot.end for slot in slots[-len(unit) :] if not slot.block.skipped)])
        if settled is not None and any(block.id == day.settled_id for block in unit):
            now = settled
            slots = [_cut(slot, settled, slot.block.id == day.settled_id) for slot in slots]
    return slots


def units_of(blocks: list[Block]) -> list[list[Block]]:
    """Put blocks that are held at the same time together, in order."""
    units: list[list[Block]] = []
    for block in blocks:
        if block.is_parallel and units:
            units[-1].append(block)
        else:
            units.append([block])
    return units


def length_of(block: Block) -> int:
    """Return the minutes a block takes on the timetable."""
    return 0 if block.skipped else block.minutes


def end_of(document: Document, day: Day) -> int:
    """Return when the timetable of a day ends, in minutes since midnight."""
    return max((slot.end for slot in slots_of(document, day)), default=minutes_of(day.start))


def closing_time(document: Document, day: Day) -> int:
    """Return when a day must be over: its stated end, or else the end of its timetable."""
    return minutes_of(day.end) if day.end else end_of(document, day)


def _is_fixed(block: Block) -> bool:
    return bool(block.fixed_at) and not block.skipped


def _cut(slot: Slot, settled: int, is_last: bool) -> Slot:
    """Let lived time end where the re-plan said that the rest begins."""
    start = min(slot.start, settled)
    return Slot(slot.block, start, settled if is_last else min(slot.end, settled))


def runs_of(document: Document, block_id: str) -> list[TimerRun]:
    """Return the clock runs of a block, the latest last."""
    return sorted(document.referrers(TimerRun, block_id), key=lambda run: run.id)


def state_of(document: Document, block: Block) -> BlockState:
    """Return how far a block is, as its clock tells."""
    if block.skipped:
        return BlockState.SKIPPED
    runs = runs_of(document, block.id)
    if not runs:
        return BlockState.TO_COME
    return BlockState.DONE if runs[-1].state is RunState.FINISHED else BlockState.NOW


def next_block(document: Document) -> Block | None:
    """Return the block to start next: the first one to come behind the last one that was on the clock."""
    units = [unit for day in days_of(document) for unit in units_of(blocks_of(document, day.id))]
    to_come = [block for unit in units[last_lived(document, units) + 1 :] for block in unit]
    return next((block for block in to_come if state_of(document, block) is BlockState.TO_COME), None)


def last_lived(document: Document, units: list[list[Block]]) -> int:
    """Return the place of the last unit with a block that was on the clock, or −1 when there is none."""
    lived = (BlockState.DONE, BlockState.NOW)
    there = (place for place, unit in enumerate(units) if any(state_of(document, block) in lived for block in unit))
    return max(there, default=-1)


def today_of(document: Document, today: str) -> Day | None:
    """Return the day with this date (ISO, local); without one, the day that is on the clock, was held, or comes next.

    A day without a date stays the day of today when its last block is over, until a block of another day begins.
    """
    days = days_of(document)
    dated = next((day for day in days if day.date == today), None)
    if dated is not None or not days:
        return dated
    runs = document.table(TimerRun).values()
    running = (run for run in runs if run.state is not RunState.FINISHED)
    held = max((run for run in runs if date_of(run.started_at) == today), key=lambda run: run.started_at, default=None)
    now = next(running, None) or held
    block = document.require(Block, now.block_id) if now is not None else next_block(document)
    return document.require(Day, block.day_id) if block is not None else days[-1]


def date_of(moment: str) -> str:
    """Return the local date (ISO) of a moment as records keep it (UTC, ISO 8601); "" for what is no moment."""
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat()
    except ValueError:
        return ""


def free_at(document: Document, day: Day, minute: int, now: ClockReading) -> int:
    """Return when what is to come on a day can begin, in minutes since midnight, if it is `minute` now.

    That is when the block on the clock will have had its time, or at once when nothing runs or it runs over. The
    seconds of the wall clock count along, so that the answer does not change while a block just goes on.
    """
    running = [run for block in blocks_of(document, day.id) for run in runs_of(document, block.id)[-1:]]
    left = max((remaining(run, now) for run in running if run.state is not RunState.FINISHED), default=0.0)
    seconds = now.wall % SECONDS_PER_MINUTE + max(0.0, left)
    return minute + int((seconds + _TICK) // SECONDS_PER_MINUTE)


def begin_of_rest(document: Document, day: Day) -> int:
    """Return when the timetable lets the rest of a day begin: behind what was on the clock."""
    units = units_of(blocks_of(document, day.id))
    gone = {block.id for unit in units[: last_lived(document, units) + 1] for block in unit}
    start = minutes_of(day.settled_at if day.settled_at and not day.settled_id else day.start)
    return max((slot.end for slot in slots_of(document, day) if slot.block.id in gone), default=start)


def behind(document: Document, day: Day, minute: int, now: ClockReading) -> int:
    """Return by how many minutes the day runs behind its timetable (negative: ahead) when it is `minute`.

    A day that has not begun before its start and a day that is over are neither.
    """
    states = [state_of(document, block) for block in blocks_of(document, day.id)]
    has_begun = BlockState.DONE in states or BlockState.NOW in states
    is_over = BlockState.NOW not in states and BlockState.TO_COME not in states
    drift = free_at(document, day, minute, now) - begin_of_rest(document, day)
    return 0 if is_over or (not has_begun and drift < 0) else drift


def planned_minutes(block: Block) -> int:
    """Return what the plan gave a block before any re-plan."""
    return block.planned_minutes or block.minutes


def minutes_of(clock_time: str) -> int:
    """Return "09:30" as minutes since midnight; what cannot be read counts as midnight."""
    hours, _, minutes = clock_time.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal()):
        return 0
    return min(int(hours) * MINUTES_PER_HOUR + int(minutes), MINUTES_PER_DAY)


def clock_time_of(minutes: int) -> str:
    """Return minutes since midnight as "09:30"."""
    hours, rest = divmod(minutes % MINUTES_PER_DAY, MINUTES_PER_HOUR)
    return f"{hours:02}:{rest:02}"
