"""What the timetable shows, read from the document as plain values: days, blocks with their times, sums, problems."""

from __future__ import annotations

from sprint.agenda import BlockState, Slot, blocks_of, clock_time_of, days_of, minutes_of, slots_of, state_of, units_of
from sprint.document import Document
from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue, ExerciseHead
from sprint.programme.planning import PlanFinding, block_name, plan_findings
from sprint.programme.titles import in_language
from sprint.records import Block, Day


@dataclass(frozen=True)
class BlockView:
    """One block on the timetable; times in minutes since midnight. `lane` counts blocks held at the same time."""

    id: str
    day_id: str
    title: str
    start: int
    end: int
    minutes: int
    state: BlockState
    kind: str
    fixed_at: str
    room: str
    lane: int
    lanes: int
    has_problem: bool

    @property
    def is_rest(self) -> bool:
        """Whether people rest."""
        return self.kind in ("break", "lunch")

    @property
    def is_skipped(self) -> bool:
        """Whether it is left out of the day."""
        return self.state is BlockState.SKIPPED

    @property
    def when(self) -> str:
        """The times as people read them."""
        return f"{clock_time_of(self.start)}–{clock_time_of(self.end)}"


@dataclass(frozen=True)
class DayView:
    """One day: its blocks in order, what they add up to (minutes), and when the room must be empty (None: unknown)."""

    id: str
    number: int
    title: str
    date: str
    start: int
    end: int
    closes: int | None
    work: int
    rest: int
    blocks: tuple[BlockView, ...]
    problems: int

    @property
    def held(self) -> tuple[BlockView, ...]:
        """The blocks that take time."""
        return tuple(block for block in self.blocks if not block.is_skipped)

    @property
    def skipped(self) -> tuple[BlockView, ...]:
        """The blocks that are left out, to come back to."""
        return tuple(block for block in self.blocks if block.is_skipped)


@dataclass(frozen=True)
class PlanView:
    """The whole timetable and what is wrong with it."""

    days: tuple[DayView, ...]
    findings: tuple[PlanFinding, ...]

    def block(self, block_id: str) -> BlockView | None:
        """Give a block by its id."""
        return next((block for day in self.days for block in day.blocks if block.id == block_id), None)

    def day(self, day_id: str) -> DayView | None:
        """Give a day by its id."""
        return next((day for day in self.days if day.id == day_id), None)

    def findings_at(self, block_id: str) -> tuple[PlanFinding, ...]:
        """Give what is wrong with one block."""
        return tuple(finding for finding in self.findings if finding.block_id == block_id)


def read_plan(document: Document, catalogue: Catalogue, t: Translator) -> PlanView:
    """Read the timetable in the words of a language."""

    def name(block: Block) -> str:
        return block_name(block, catalogue, t)

    findings = plan_findings(document, catalogue, name)
    troubled = {finding.block_id for finding in findings if finding.block_id}
    days = tuple(
        _day_view(document, day, number, catalogue, t, troubled, findings)
        for number, day in enumerate(days_of(document), start=1)
    )
    return PlanView(days, findings)


def head_of(block: Block, catalogue: Catalogue) -> ExerciseHead | None:
    """Give title, kind and minutes of a block's exercise; None for one's own block or a broken file."""
    if block.exercise not in catalogue.ids:
        return None
    try:
        return catalogue.head(block.exercise)
    except SprintError:
        return None


def _day_view(
    document: Document,
    day: Day,
    number: int,
    catalogue: Catalogue,
    t: Translator,
    troubled: set[str],
    findings: tuple[PlanFinding, ...],
) -> DayView:
    slots = {slot.block.id: slot for slot in slots_of(document, day)}
    blocks = []
    for unit in units_of(blocks_of(document, day.id)):
        held = [block for block in unit if not block.skipped]
        for block in unit:
            lane = held.index(block) if block in held else 0
            title, head = block_name(block, catalogue, t), head_of(block, catalogue)
            kind = head.kind if head is not None else "exercise"
            slot, state = slots[block.id], state_of(document, block)
            blocks.append(_block_view(slot, title, kind, state, lane, max(1, len(held)), block.id in troubled))
    start = minutes_of(day.start)
    return DayView(
        id=day.id,
        number=number,
        title=in_language(day.title, t.language),
        date=day.date,
        start=start,
        end=max((slot.end for slot in slots.values()), default=start),
        closes=minutes_of(day.end) if day.end else None,
        work=_covered([block for block in blocks if not block.is_rest]),
        rest=_covered([block for block in blocks if block.is_rest]),
        blocks=tuple(blocks),
        problems=sum(finding.day_id == day.id for finding in findings),
    )


def _block_view(
    slot: Slot, title: str, kind: str, state: BlockState, lane: int, lanes: int, has_problem: bool
) -> BlockView:
    block = slot.block
    return BlockView(
        id=block.id,
        day_id=block.day_id,
        title=title,
        start=slot.start,
        end=slot.end,
        minutes=block.minutes,
        state=state,
        kind=kind,
        fixed_at=block.fixed_at,
        room=block.room,
        lane=lane,
        lanes=lanes,
        has_problem=has_problem,
    )


def _covered(blocks: list[BlockView]) -> int:
    """Count the minutes in which at least one of the blocks is held: two rooms at once are not twice the time."""
    total, reached = 0, 0
    for block in sorted(blocks, key=lambda block: (block.start, block.end)):
        total += max(0, block.end - max(reached, block.start))
        reached = max(reached, block.end)
    return total


def length_text(minutes: int, t: Translator) -> str:
    """Write a length of time as people say it: 45 min, 6 hours, 5 hours 20."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return t("planner.minutes_short", minutes=rest)
    return t("planner.hours_minutes", hours=hours, minutes=rest) if rest else t("planner.hours", hours=hours)
