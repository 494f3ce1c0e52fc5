"""The timetable: which block starts when, and how far each one is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sprint.document import Document
from sprint.records import Block, Day, RunState, TimerRun

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR


class BlockState(StrEnum):
    """How far a block is; the room of the rail that shows stations."""

    TO_COME = "to_come"
    NOW = "now"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
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
    """Return the timetable of a day; a skipped block takes no time."""
    now = minutes_of(day.start)
    slots = []
    for block in blocks_of(document, day.id):
        length = 0 if block.skipped else block.minutes
        slots.append(Slot(block, now, now + length))
        now += length
    return slots


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
    blocks = [block for day in days_of(document) for block in blocks_of(document, day.id)]
    states = [state_of(document, block) for block in blocks]
    last = max((place for place, state in enumerate(states) if state in (BlockState.DONE, BlockState.NOW)), default=-1)
    to_come = (place for place in range(last + 1, len(blocks)) if states[place] is BlockState.TO_COME)
    place = next(to_come, None)
    return None if place is None else blocks[place]


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
