"""The rhythm of the days: what a day produced, what is open, how time was kept, and when people need a break."""

from __future__ import annotations

from collections.abc import Callable

from sprint.agenda import BlockState, Slot, blocks_of, days_of, planned_minutes, runs_of, slots_of, state_of
from sprint.clock import ClockReading, elapsed, planned_at_start
from sprint.document import Document
from sprint.frozen import dataclass
from sprint.records import (
    Block,
    Day,
    Decision,
    Note,
    NoteKind,
    Observation,
    ParkedItem,
    RemarkKind,
    SprintAnswer,
    Verdict,
)

SUGGEST_BREAK_MINUTES = 60
"""People work well for an hour; then a break is welcome (method 8.2)."""
BREAK_DUE_MINUTES = 90
SHORTEST_REST_MINUTES = 5
BEST_NOTES = 3
_SECONDS = 60
_ASKING, _ANSWERING = "sprint_questions", "answer_questions"  # exercises of the catalogue
_LIVED = (BlockState.DONE, BlockState.NOW)

IsRest = Callable[[Block], bool]


# ---- planned against actual


@dataclass(frozen=True)
class KeptTime:
    """How long a block was to take and took, in seconds; `added` was given on the way (+1, +5)."""

    block: Block
    planned: float
    added: float
    actual: float
    is_done: bool

    @property
    def over(self) -> float:
        """By how many seconds it took longer than planned; negative is time won."""
        return self.actual - self.planned


def kept_time(document: Document, block: Block, now: ClockReading) -> KeptTime | None:
    """Return planned and actual time of a block, all its runs together; None when it was never on the clock.

    Planned is what the plan gave before any re-plan; a block without such a plan has what its first run began with.
    """
    runs = runs_of(document, block.id)
    if not runs:
        return None
    planned = float(planned_minutes(block) * _SECONDS) if block.planned_minutes else planned_at_start(runs[0])
    actual = sum(elapsed(run, now) for run in runs)
    is_done = state_of(document, block) is BlockState.DONE
    return KeptTime(block, planned, sum(run.added_seconds for run in runs), actual, is_done)


def kept_times(document: Document, day: Day, now: ClockReading) -> tuple[KeptTime, ...]:
    """Return planned and actual time of every block of a day that was on the clock, in order."""
    kept = (kept_time(document, block, now) for block in blocks_of(document, day.id))
    return tuple(time for time in kept if time is not None)


# ---- what a day produced


@dataclass(frozen=True)
class Output:
    """What one exercise left behind: its notes in order, and those with the most dots."""

    block: Block
    notes: tuple[Note, ...]
    best: tuple[Note, ...]


@dataclass(frozen=True)
class DaySummary:
    """A day looked back on: the recap of the next morning and the closing of the afternoon are made of it.

    `not_held` were planned and neither held nor left out. `questions` and `parked` are still open, of all days so far.
    """

    day: Day
    number: int
    outputs: tuple[Output, ...]
    decisions: tuple[Decision, ...]
    questions: tuple[Note, ...]
    parked: tuple[ParkedItem, ...]
    remarks: int
    done: int
    skipped: int
    not_held: tuple[Block, ...]


def day_summary(document: Document, day: Day) -> DaySummary:
    """Return what a day produced and what is open at its end."""
    days = days_of(document)
    number = next(place for place, other in enumerate(days) if other.id == day.id)
    blocks = blocks_of(document, day.id)
    states = [state_of(document, block) for block in blocks]
    return DaySummary(
        day=day,
        number=number + 1,
        outputs=tuple(output for block in blocks if (output := _output(document, block)) is not None),
        decisions=_decisions(document, day, {block.id for block in blocks}),
        questions=_open_questions(document, days[: number + 1]),
        parked=open_parked(document),
        remarks=_remarks_on(document, day),
        done=states.count(BlockState.DONE),
        skipped=states.count(BlockState.SKIPPED),
        not_held=tuple(block for block, state in zip(blocks, states, strict=True) if state is BlockState.TO_COME),
    )


def recap(document: Document, day: Day) -> DaySummary | None:
    """Return what the day before `day` produced, to open with; None on the first day."""
    days = days_of(document)
    place = next(place for place, other in enumerate(days) if other.id == day.id)
    return day_summary(document, days[place - 1]) if place else None


@dataclass(frozen=True)
class Closing:
    """The end of a day: what it produced, what comes tomorrow, and what to bring."""

    summary: DaySummary
    tomorrow: Day | None
    bring: tuple[str, ...]


def closing(document: Document, day: Day, materials: Callable[[Block], tuple[str, ...]]) -> Closing:
    """Return what closes a day; `materials` gives what a block needs, as the catalogue names it."""
    days = days_of(document)
    place = next(place for place, other in enumerate(days) if other.id == day.id)
    tomorrow = days[place + 1] if place + 1 < len(days) else None
    blocks = [block for block in blocks_of(document, tomorrow.id) if not block.skipped] if tomorrow else []
    bring = dict.fromkeys(material for block in blocks for material in materials(block))
    return Closing(day_summary(document, day), tomorrow, tuple(bring))


@dataclass(frozen=True)
class Progress:
    """How far a day is: blocks that are done, of those that are held."""

    day: Day
    done: int
    held: int


def progress(document: Document) -> tuple[Progress, ...]:
    """Return how far each day is."""
    found = []
    for day in days_of(document):
        states = [state_of(document, block) for block in blocks_of(document, day.id)]
        held = len(states) - states.count(BlockState.SKIPPED)
        found.append(Progress(day, states.count(BlockState.DONE), held))
    return tuple(found)


def open_parked(document: Document) -> tuple[ParkedItem, ...]:
    """Return the parked items that were not dealt with, in order."""
    items = (item for item in document.table(ParkedItem).values() if not item.is_done)
    return tuple(sorted(items, key=lambda item: (item.order, item.id)))


def _output(document: Document, block: Block) -> Output | None:
    notes = sorted(document.referrers(Note, block.id), key=lambda note: (note.order, note.id))
    if not notes:
        return None
    dotted = sorted((note for note in notes if note.votes > 0), key=lambda note: -note.votes)
    return Output(block, tuple(notes), tuple(dotted[:BEST_NOTES]))


def _decisions(document: Document, day: Day, block_ids: set[str]) -> tuple[Decision, ...]:
    """Return what was decided at the blocks of a day, or at no block but on its date."""
    rows = document.table(Decision).values()
    own = (row for row in rows if row.block_id in block_ids or (not row.block_id and _is_on(row.at, day)))
    return tuple(sorted(own, key=lambda row: (row.order, row.id)))


def _is_on(at: str, day: Day) -> bool:
    return bool(day.date) and at[:10] == day.date


def _open_questions(document: Document, days: list[Day]) -> tuple[Note, ...]:
    """Return the sprint questions of the days so far that have no answer yet.

    When the exercise that answers them is done and nothing was written down, they were answered aloud. A question that
    was captured at no exercise counts too; those of the interview guide are asked, not answered.
    """
    blocks = [block for day in days for block in blocks_of(document, day.id)]
    answers = document.table(SprintAnswer).values()
    is_done = any(block.exercise == _ANSWERING and state_of(document, block) is BlockState.DONE for block in blocks)
    if is_done and not answers:
        return ()
    answered = {answer.note_id for answer in answers if answer.verdict is not Verdict.UNKNOWN}
    ranks = {block.id: rank for rank, block in enumerate(blocks) if block.exercise == _ASKING}
    ranks[""] = len(blocks)
    notes = document.table(Note).values()
    asked = [note for note in notes if note.kind is NoteKind.QUESTION and note.block_id in ranks]
    asked = [note for note in asked if note.id not in answered]
    return tuple(sorted(asked, key=lambda note: (ranks[note.block_id], note.order, note.id)))


def _remarks_on(document: Document, day: Day) -> int:
    """Count what citizens said on the date of a day; what was noted as our own reading of it is not counted."""
    remarks = document.table(Observation).values()
    heard = (remark for remark in remarks if remark.kind is not RemarkKind.INTERPRETATION)
    return sum(_is_on(remark.at, day) for remark in heard)


# ---- energy


@dataclass(frozen=True)
class Energy:
    """How long people have worked since they last rested (minutes), and the rest that comes next, if any."""

    worked: int
    next_rest: Slot | None

    @property
    def is_welcome(self) -> bool:
        """Whether a break would do good."""
        return self.worked >= SUGGEST_BREAK_MINUTES

    @property
    def is_due(self) -> bool:
        """Whether people have worked too long."""
        return self.worked >= BREAK_DUE_MINUTES


def energy(document: Document, day: Day, now: ClockReading, is_rest: IsRest) -> Energy:
    """Return how long people have worked, as the clock counted it; a rest of less than five minutes is none."""
    slots = [slot for slot in slots_of(document, day) if not slot.block.skipped]
    lived = [slot.block for slot in slots if state_of(document, slot.block) in _LIVED]
    worked = 0.0
    for block in sorted(lived, key=lambda block: runs_of(document, block.id)[-1].id):
        took = sum(elapsed(run, now) for run in runs_of(document, block.id))
        worked = 0.0 if is_rest(block) and took >= SHORTEST_REST_MINUTES * _SECONDS else worked + took
    to_come = (slot for slot in slots if state_of(document, slot.block) is BlockState.TO_COME)
    return Energy(int(worked // _SECONDS), next((slot for slot in to_come if is_rest(slot.block)), None))
