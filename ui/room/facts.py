"""What the room may know of the programme and the clock, as plain values: nothing else reaches a face.

Names of people, notes, the parking lot and remarks are not read here at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from math import ceil

from sprint.agenda import (
    MINUTES_PER_DAY,
    MINUTES_PER_HOUR,
    SECONDS_PER_MINUTE,
    BlockState,
    Slot,
    clock_time_of,
    date_of,
    days_of,
    free_at,
    next_block,
    slots_of,
    state_of,
    today_of,
)
from sprint.clock import TWO_MINUTES, ClockReading, remaining, step_at
from sprint.document import Document
from sprint.edits.clock import held_together, leading_run
from sprint.frozen import dataclass
from sprint.programme.timing import steps_for
from sprint.programme.titles import in_language
from sprint.records import Block, Day, RunState, TimerRun
from sprint.rhythm import progress
from ui.bridge import SprintBridge
from ui.panels.blocks import BlockNames
from ui.panels.clock_face import clock_text
from ui.texts import Texts

LEAST_ROUNDS = 4
"""So many steps of the same length after each other are rounds, which the room counts along (eight sketches)."""

_TICK = 0.5
"""As when the rest of the day is planned: a break must not seem to end a minute before its minute."""

LocalMinute = Callable[[float], int]
"""Turns a wall clock (UTC seconds since 1970) into minutes since midnight, here."""


def local_minute(wall: float) -> int:
    """Give the minutes since midnight on the clock of this machine."""
    here = datetime.fromtimestamp(wall).astimezone()
    return here.hour * MINUTES_PER_HOUR + here.minute


@dataclass(frozen=True)
class ClockFacts:
    """The clock of the block: its figures, the line under them, what is left (1 … 0), and how it must look.

    `urgency` is 0, 1 in the last two minutes and 2 when the time is over. `back_at` is when a break ends ("11:15").
    """

    figures: str = ""
    under: str = ""
    share_left: float = 0.0
    is_quiet: bool = True
    is_over: bool = False
    urgency: int = 0
    back_at: str = ""
    round: str = ""


@dataclass(frozen=True)
class AgendaRow:
    """One line of today: when, what, how far, and whether people rest."""

    when: str
    title: str
    state: BlockState
    is_rest: bool


@dataclass(frozen=True)
class RoomFacts:
    """Everything the faces show beside the journey."""

    day: str = ""
    title: str = ""
    question: str = ""
    lines: tuple[str, ...] = ()
    next: str = ""
    done: int = 0
    held: int = 0
    is_rest: bool = False
    is_running: bool = False
    block_id: str = ""
    """Whose clock and question these are."""
    is_started: bool = False
    """Whether its clock was started, also when it stands still now."""
    agenda: tuple[AgendaRow, ...] = ()
    clock: ClockFacts = ClockFacts()
    badge: str = ""
    """What stands over every face: that this is a rehearsal."""


class FactsReader:
    """Reads the facts of this moment in the language of the room."""

    def __init__(
        self, bridge: SprintBridge, texts: Texts, names: BlockNames, minute: LocalMinute = local_minute
    ) -> None:
        self._bridge, self._texts, self._names, self._minute = bridge, texts, names, minute

    def read(self) -> RoomFacts:
        """Read everything."""
        document, now = self._bridge.document, self._bridge.read_clock()
        block, run = self._now(document)
        day = document.get(block.day_id) if block is not None else today_of(document, date_of(self._bridge.utc_now()))
        if not isinstance(day, Day):
            return RoomFacts(title=self._texts("room.welcome"), badge=self._badge())
        slots = [slot for slot in slots_of(document, day) if not slot.block.skipped]
        held = next(part for part in progress(document) if part.day.id == day.id)
        room = self._room_text(block)
        return RoomFacts(
            day=self._day_line(document, day),
            title=self._title(document, block) if block is not None else self._texts("room.all_done"),
            question=room[0],
            lines=room[1],
            next=self._next_line(document, day, slots, block, now),
            done=held.done,
            held=held.held,
            is_rest=block is not None and run is not None and self._names.is_rest(block),
            is_running=run is not None and run.state is RunState.RUNNING,
            block_id=block.id if block is not None else "",
            is_started=run is not None,
            agenda=tuple(self._agenda_row(document, slot) for slot in slots),
            clock=self.clock(),
            badge=self._badge(),
        )

    def clock(self) -> ClockFacts:
        """Read the clock alone: what a tick needs."""
        block, run = self._now(self._bridge.document)
        if block is None:
            return ClockFacts()
        if run is None:
            under = self._texts("room.minutes", count=block.minutes)
            return ClockFacts(_before(block.minutes), under, share_left=0.0)
        now = self._bridge.read_clock()
        left = remaining(run, now)
        planned = run.planned_seconds
        is_paused = run.state is RunState.PAUSED
        is_over = left <= -1
        urgency = 2 if left <= 0 else 1 if left <= TWO_MINUTES < planned else 0
        return ClockFacts(
            figures=clock_text(left),
            under=self._under(run, is_paused, is_over),
            share_left=min(1.0, max(0.0, left / planned)) if planned else 0.0,
            is_quiet=is_paused,
            is_over=is_over,
            urgency=0 if is_paused else urgency,
            back_at=clock_time_of(self._minute(now.wall + max(0.0, left) + _TICK)),
            round=self._round(block, run, now),
        )

    # ---- parts

    def _badge(self) -> str:
        return self._texts("rehearsal.room") if self._bridge.is_rehearsal else ""

    @staticmethod
    def _now(document: Document) -> tuple[Block | None, TimerRun | None]:
        """Give the block on the clock with its run, else the one that comes next."""
        run = leading_run(document)
        return (document.require(Block, run.block_id), run) if run is not None else (next_block(document), None)

    def _title(self, document: Document, block: Block) -> str:
        """Name a block, and how many are held in other rooms at the same time."""
        others = len(held_together(document, block)) - 1
        title = self._names.title(block)
        return self._texts("panel.clock.with_others", title=title, count=others) if others else title

    def _day_line(self, document: Document, day: Day) -> str:
        number = 1 + [other.id for other in days_of(document)].index(day.id)
        key = "room.day" if day.title else "room.day_unnamed"
        return self._texts(key, number=number, title=in_language(day.title, self._texts.language))

    def _room_text(self, block: Block | None) -> tuple[str, tuple[str, ...]]:
        exercise = self._names.exercise(block) if block is not None else None
        if exercise is None:
            return "", ()
        language = self._texts.language
        return exercise.room.question.get(language), tuple(line.get(language) for line in exercise.room.lines)

    def _next_line(
        self, document: Document, day: Day, slots: Sequence[Slot], block: Block | None, now: ClockReading
    ) -> str:
        """Say what comes behind `block` today, at the time of the timetable or later when that is past already."""
        ids = [slot.block.id for slot in slots]
        behind = slots[ids.index(block.id) + 1 :] if block is not None and block.id in ids else []
        together = {each.id for each in held_together(document, block)} if block is not None else set()
        behind = [slot for slot in behind if slot.block.id not in together]
        coming = next((slot for slot in behind if state_of(document, slot.block) is BlockState.TO_COME), None)
        if coming is None:
            return self._texts("room.next_end") if block is not None else ""
        free = free_at(document, day, self._minute(now.wall), now) if leading_run(document) is not None else 0
        start = max(coming.start, min(free, MINUTES_PER_DAY - 1))
        return self._texts("room.next", title=self._names.title(coming.block), when=clock_time_of(start))

    def _agenda_row(self, document: Document, slot: Slot) -> AgendaRow:
        block = slot.block
        return AgendaRow(
            clock_time_of(slot.start), self._names.title(block), state_of(document, block), self._names.is_rest(block)
        )

    def _under(self, run: TimerRun, is_paused: bool, is_over: bool) -> str:
        if is_paused:
            return self._texts("room.paused")
        if is_over:
            return self._texts("room.over")
        return self._texts("room.of_minutes", count=ceil(run.planned_seconds / SECONDS_PER_MINUTE))

    def _round(self, block: Block, run: TimerRun, now: ClockReading) -> str:
        """Say which of the equal rounds of an exercise it is, when it has such rounds and one is on."""
        exercise = self._names.exercise(block)
        if exercise is None or block.minutes < 1:
            return ""
        lengths = [float(step.minutes * SECONDS_PER_MINUTE) for step in steps_for(exercise, block.minutes)]
        step = step_at(run, now, lengths)
        if step is None or step.left <= 0:
            return ""
        first = 0
        for _, group in groupby(lengths):
            count = len(list(group))
            if first <= step.index < first + count:
                number = step.index - first + 1
                key = "room.round"
                return "" if count < LEAST_ROUNDS else self._texts(
                    key, number=number, count=count, left=clock_text(step.left)
                )  # fmt: skip
            first += count
        return ""


def _before(minutes: int) -> str:
    return clock_text(float(minutes * SECONDS_PER_MINUTE))
