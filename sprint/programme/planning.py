"""The timetable of a sprint as people plan it: what each block may do, what is wrong, and what is still to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field

from sprint.agenda import (
    BlockState,
    Slot,
    begin_of_rest,
    blocks_of,
    clock_time_of,
    days_of,
    last_lived,
    minutes_of,
    slots_of,
    state_of,
    units_of,
)
from sprint.document import Document
from sprint.errors import Param, SprintError
from sprint.frozen import dataclass
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue, Exercise
from sprint.programme.check import (
    LONGEST_DAY,
    LONGEST_STRETCH,
    LUNCH_NEEDED_ABOVE,
    SHORTEST_LUNCH,
    SHORTEST_REST,
)
from sprint.programme.replan_model import Plan, PlanBlock, PlanDay, Unit
from sprint.programme.titles import in_language
from sprint.programme.words import artefact_name
from sprint.records import Block, Day

Name = Callable[[Block], str]

# They open or close a sprint; on another day they make no sense.
_RITUALS = frozenset({"welcome", "closing", "conclusion"})
_OWN_PRIORITY = 2
_LIVED = (BlockState.DONE, BlockState.NOW)
_LOWEST_PRIORITY = 3


@dataclass(frozen=True)
class BlockRules:
    """What a block may do: bounds in minutes, how important it is (1 … 3), what it needs and what it brings."""

    least: int
    most: int
    priority: int
    is_skippable: bool
    is_rest: bool = False
    is_lunch: bool = False
    is_movable: bool = True
    needs_decider: bool = False
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanFinding:
    """One thing that is wrong with the timetable, at a day and often at a block of it."""

    key: str
    day_id: str
    block_id: str = ""
    params: dict[str, Param] = field(default_factory=dict)


def exercise_of(block: Block, catalogue: Catalogue) -> Exercise | None:
    """Return the exercise of a block; None for one's own block or an exercise nobody knows."""
    if block.exercise not in catalogue.ids:
        return None
    try:
        return catalogue.exercise(block.exercise)
    except SprintError:
        return None  # the catalogue reports a broken file where it is edited; the day goes on without it


def block_name(block: Block, catalogue: Catalogue, t: Translator) -> str:
    """Return what people call a block: its own title, or the name of its exercise."""
    exercise = None if block.title else exercise_of(block, catalogue)
    return in_language(block.title, t.language) or (
        exercise.title.get(t.language) if exercise else t("replan.unnamed_block")
    )


def rules_of(block: Block, catalogue: Catalogue) -> BlockRules:
    """Return what a block may do: what it says itself, else its exercise.

    A block without an exercise may be halved and doubled, is of middle priority and is not left out unasked.
    """
    exercise = exercise_of(block, catalogue)
    if exercise is None:
        least, most, priority, skippable = (block.minutes + 1) // 2, block.minutes * 2, _OWN_PRIORITY, False
        rules = BlockRules(least, most, priority, skippable)
    else:
        head = exercise.head
        is_movable = head.kind == "exercise" and head.phase != "anytime" and head.id not in _RITUALS
        rules = BlockRules(
            head.minutes.least,
            head.minutes.most,
            head.priority,
            head.skippable,
            head.is_rest,
            head.kind == "lunch",
            is_movable,
            head.decider,
            exercise.inputs,
            exercise.outputs,
        )
    return _with_own(rules, block)


def _with_own(rules: BlockRules, block: Block) -> BlockRules:
    """Let what the block says itself come before what its exercise says."""
    if not (block.least or block.most or block.priority or block.skippable is not None):
        return rules
    return BlockRules(
        block.least or rules.least,
        block.most or rules.most,
        block.priority or rules.priority,
        rules.is_skippable if block.skippable is None else block.skippable,
        rules.is_rest,
        rules.is_lunch,
        rules.is_movable,
        rules.needs_decider,
        rules.inputs,
        rules.outputs,
    )


# ---- what is still to come


def plan_of(document: Document, day: Day, free_at: int, catalogue: Catalogue, name: Name) -> Plan:
    """Return what is to come on `day` and after it, when the rest of the day can begin at `free_at` (minutes)."""
    days = days_of(document)
    ahead = days[next(place for place, other in enumerate(days) if other.id == day.id) :]
    rules = {block.id: rules_of(block, catalogue) for block in _in_order(document)}
    needed = _needed(document, rules)

    def planned(slot: Slot) -> PlanBlock:
        return _planned(slot, rules[slot.block.id], name(slot.block), slot.block.id in needed)

    return Plan(tuple(_plan_day(document, each, free_at if each.id == day.id else None, planned) for each in ahead))


def _plan_day(document: Document, day: Day, free_at: int | None, planned: Callable[[Slot], PlanBlock]) -> PlanDay:
    slots = {slot.block.id: slot for slot in slots_of(document, day)}
    units = units_of(blocks_of(document, day.id))
    lived = last_lived(document, units)
    gone = [block for unit in units[: lived + 1] for block in unit]
    last = next((block.id for block in reversed(gone) if state_of(document, block) in _LIVED), "")
    start = begin_of_rest(document, day)
    to_come = tuple(Unit(tuple(planned(slots[block.id]) for block in unit)) for unit in units[lived + 1 :])
    end = max(minutes_of(day.end), max((slot.end for slot in slots.values()), default=start))
    return PlanDay(day.id, start if free_at is None else free_at, start, end, to_come, last)


def _planned(slot: Slot, rules: BlockRules, name: str, is_needed: bool) -> PlanBlock:
    block = slot.block
    return PlanBlock(
        id=block.id,
        title=name,
        minutes=block.minutes,
        least=min(rules.least, block.minutes),
        most=max(rules.most, block.minutes),
        priority=min(rules.priority, _LOWEST_PRIORITY),
        is_skippable=rules.is_skippable and not is_needed,
        is_skipped=block.skipped,
        is_movable=rules.is_movable,
        is_rest=rules.is_rest,
        fixed_at=slot.start if block.fixed_at else None,
    )


def _needed(document: Document, all_rules: Mapping[str, BlockRules]) -> set[str]:
    """Return the blocks that nothing may drop unasked: something later needs what only they are sure to bring.

    A block of which the facilitator said herself that it may be skipped is not among them.
    """
    rows = [(block, all_rules[block.id]) for block in _in_order(document) if not block.skipped]
    sure: dict[str, int] = {}
    wanted: dict[str, list[int]] = {}
    for place, (block, rules) in enumerate(rows):
        is_sure = not rules.is_skippable or state_of(document, block) in _LIVED
        for artefact in rules.outputs if is_sure else ():
            sure.setdefault(artefact, place)
        for artefact in rules.inputs:
            wanted.setdefault(artefact, []).append(place)
    return {
        block.id
        for place, (block, rules) in enumerate(rows)
        if rules.is_skippable and block.skippable is None
        for artefact in rules.outputs
        if any(place < user <= sure.get(artefact, user) for user in wanted.get(artefact, ()))
    }


def _in_order(document: Document) -> list[Block]:
    return [block for day in days_of(document) for block in blocks_of(document, day.id)]


# ---- what is wrong with the timetable


def plan_findings(document: Document, catalogue: Catalogue, name: Name) -> tuple[PlanFinding, ...]:
    """Return what is wrong with the timetable, day by day; an empty tuple means it can be run."""
    found: list[PlanFinding] = []
    made: set[str] = set()
    for number, day in enumerate(days_of(document)):
        slots = [slot for slot in slots_of(document, day) if not slot.block.skipped]
        rows = [(slot, rules_of(slot.block, catalogue)) for slot in slots]
        for finding in _day_findings(day, rows, made, name):
            found.append(PlanFinding(finding.key, day.id, finding.block_id, {"day": number + 1, **finding.params}))
    return tuple(found)


_Row = tuple[Slot, BlockRules]


def _day_findings(day: Day, rows: list[_Row], made: set[str], name: Name) -> Iterator[PlanFinding]:
    """Find what is wrong with a day, and add what it brings to `made`."""
    yield from _length_findings(day, rows)
    yield from _rest_findings(day, rows, name)
    for slot, rules in rows:
        yield from _block_findings(day, slot, rules, name)
        for needed in rules.inputs:
            if needed not in made:
                yield _at(slot, day, "programme.problem.no_input", exercise=name(slot.block), needed=needed)
        made.update(rules.outputs)


def _length_findings(day: Day, rows: list[_Row]) -> Iterator[PlanFinding]:
    start = minutes_of(day.start)
    end = max((slot.end for slot, _ in rows), default=start)
    if day.end and end > minutes_of(day.end):
        over = end - minutes_of(day.end)
        yield PlanFinding("programme.problem.day_too_long", day.id, params={"over": over, "end": day.end})
    if end - start > LONGEST_DAY:
        params: dict[str, Param] = {"minutes": end - start, "most": LONGEST_DAY}
        yield PlanFinding("programme.problem.day_over_limit", day.id, params=params)
    if end - start > LUNCH_NEEDED_ABOVE and not any(rules.is_lunch for _, rules in rows):
        yield PlanFinding("programme.problem.no_lunch", day.id, params={"minutes": end - start})


def _rest_findings(day: Day, rows: list[_Row], name: Name) -> Iterator[PlanFinding]:
    """Find work of more than 90 minutes; a gap in the timetable is a rest too."""
    since, told = minutes_of(day.start), False
    last_end = since
    for slot, rules in rows:
        if slot.start - last_end >= SHORTEST_REST:
            since, told = slot.start, False
        last_end = max(last_end, slot.end)
        if rules.is_rest and slot.end - slot.start >= SHORTEST_REST:
            since, told = slot.end, False
        elif slot.end - since > LONGEST_STRETCH and not told:
            told = True
            minutes = slot.end - since
            key = "programme.problem.no_break"
            yield _at(slot, day, key, exercise=name(slot.block), minutes=minutes, most=LONGEST_STRETCH)


def _block_findings(day: Day, slot: Slot, rules: BlockRules, name: Name) -> Iterator[PlanFinding]:
    block, title = slot.block, name(slot.block)
    if rules.is_lunch and block.minutes < SHORTEST_LUNCH:
        yield _at(slot, day, "programme.problem.short_lunch", minutes=block.minutes, least=SHORTEST_LUNCH)
    elif block.minutes < rules.least:
        key = "programme.problem.block_too_short"
        yield _at(slot, day, key, exercise=title, minutes=block.minutes, least=rules.least)
    elif block.minutes > rules.most:
        key = "programme.problem.block_too_long"
        yield _at(slot, day, key, exercise=title, minutes=block.minutes, most=rules.most)
    if rules.needs_decider and day.decider and not _is_there(day, slot):
        key = "programme.problem.no_decider"
        yield _at(slot, day, key, exercise=title, start=clock_time_of(slot.start))
    if block.fixed_at and slot.start > minutes_of(block.fixed_at):
        late = slot.start - minutes_of(block.fixed_at)
        yield _at(slot, day, "replan.problem_late", exercise=title, minutes=late, at=block.fixed_at)


def _is_there(day: Day, slot: Slot) -> bool:
    stays = (stay.partition("-") for stay in day.decider)
    return any(minutes_of(start) <= slot.start and slot.end <= minutes_of(end) for start, _, end in stays)


def _at(slot: Slot, day: Day, key: str, **params: Param) -> PlanFinding:
    return PlanFinding(key, day.id, slot.block.id, params)


def finding_text(finding: PlanFinding, t: Translator) -> str:
    """Give the sentence for a finding."""
    params = dict(finding.params)
    if "needed" in params:
        params["needed"] = artefact_name(str(params["needed"]), t)
    return t(finding.key, **params)
