"""Re-planning: three proposals when a day does not go as planned, each with its consequence and the edit that takes it.

It asks, it never acts: a proposal is a value. Fixed points are kept, nothing overlaps, nothing falls below its least.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from sprint.agenda import blocks_of, clock_time_of, free_at, planned_minutes
from sprint.clock import ClockReading
from sprint.diff import Change, Diff, Label, make_diff
from sprint.document import Document
from sprint.edits.order import GAP, last_place
from sprint.errors import Param
from sprint.frozen import dataclass
from sprint.programme.catalogue import Catalogue
from sprint.programme.planning import Name, plan_of
from sprint.programme.replan_choices import Choice, Obstacle, ProposalKind, choices
from sprint.programme.replan_model import Placed, Plan, PlanBlock, PlanDay, Unit, end_of_day, late_points, timetable
from sprint.records import Block, Day

__all__ = ["Obstacle", "Placed", "Proposal", "ProposalKind", "proposals", "proposals_for"]

_EDITS = {
    ProposalKind.SHRINK: "edit.replan_shrink",
    ProposalKind.DROP: "edit.replan_drop",
    ProposalKind.TOMORROW: "edit.replan_tomorrow",
    ProposalKind.GROW: "edit.replan_grow",
    ProposalKind.BRING_BACK: "edit.replan_bring_back",
    ProposalKind.SHIFT: "edit.replan_shift",
}


@dataclass(frozen=True)
class Proposal:
    """One thing to do: what it costs in a line, the timetable it gives, and the diff that takes it.

    `obstacle` says why it cannot be taken (then the diff is empty and the consequence explains it). `timetable` holds
    what is to come, for every day that changes. `late` are the fixed points that cannot be kept any more, whatever is
    done, with the minutes they are late.
    """

    kind: ProposalKind
    consequence: Label
    timetable: tuple[Placed, ...]
    diff: Diff
    obstacle: Obstacle = Obstacle.NONE
    late: tuple[tuple[str, int], ...] = ()

    @property
    def can_take(self) -> bool:
        """Whether it may be taken."""
        return self.obstacle is Obstacle.NONE


def proposals(
    document: Document, day: Day, minute: int, now: ClockReading, catalogue: Catalogue, name: Name
) -> tuple[Proposal, ...]:
    """Return the proposals when it is `minute` (minutes since midnight, local) on `day`.

    Three when time is short or won, one when the slack of the day absorbs it, none when the day runs as planned.
    """
    plan = plan_of(document, day, free_at(document, day, minute, now), catalogue, name)
    return proposals_for(document, plan)


def proposals_for(document: Document, plan: Plan) -> tuple[Proposal, ...]:
    """Return the proposals for a plan that was made of this document."""
    return tuple(_proposal(document, plan, choice) for choice in choices(plan))


def _proposal(document: Document, plan: Plan, choice: Choice) -> Proposal:
    days = [day for number, day in enumerate(choice.plan.days) if number == 0 or day != plan.days[number]]
    placed = tuple(place for day in days for place in timetable(day))
    diff = _diff(document, plan, choice) if choice.fits else Diff(Label(_EDITS[choice.kind]))
    late = late_points(choice.plan.today) if choice.fits else ()
    return Proposal(choice.kind, _consequence(plan, choice), placed, diff, choice.obstacle, late)


# ---- the consequence in one line


def _consequence(plan: Plan, choice: Choice) -> Label:
    if not choice.fits:
        return _refusal(choice)
    today = choice.plan.today
    end = clock_time_of(end_of_day(today))
    shorter, longer = _resized(plan, choice.plan)
    match choice.kind:
        case ProposalKind.SHRINK:
            return Label("replan.shrink", {"count": len(shorter), "minutes": -sum(shorter), "end": end})
        case ProposalKind.DROP:
            return _dropping(plan, choice, shorter, end)
        case ProposalKind.TOMORROW:
            return _moving(plan, choice, end)
        case ProposalKind.GROW:
            return Label("replan.grow", {"count": len(longer), "minutes": sum(longer), "end": end})
        case ProposalKind.BRING_BACK:
            key = "replan.fetch" if choice.moved else "replan.bring_back"
            return Label(key, {"title": _titles(choice.moved or choice.pushed), "end": end})
        case ProposalKind.SHIFT:
            return _shifted(plan, choice, end)


def _refusal(choice: Choice) -> Label:
    if choice.obstacle is Obstacle.SHORT:
        return Label("replan.short", {"count": choice.short})
    if choice.obstacle is Obstacle.NO_TOMORROW:
        return Label("replan.no_tomorrow")
    if choice.obstacle is Obstacle.TOMORROW_FULL:
        return Label("replan.tomorrow_full")
    if choice.kind is ProposalKind.DROP:
        return Label("replan.nothing_to_drop")
    return Label("replan.nothing_to_grow" if choice.kind is ProposalKind.GROW else "replan.nothing_to_bring_back")


def _dropping(plan: Plan, choice: Choice, shorter: Sequence[int], end: str) -> Label:
    held = {unit.blocks[0].id for unit in plan.today.units if unit.active}
    gone = [unit for unit in choice.plan.today.units if not unit.active and unit.blocks[0].id in held]
    params: dict[str, Param] = {"titles": _titles(gone), "minutes": -sum(shorter), "end": end}
    if not gone:
        return Label("replan.later_today", {"later": _titles(choice.pushed), "end": end})
    if choice.pushed:
        key = "replan.drop_later_and_shrink" if shorter else "replan.drop_later"
        return Label(key, {**params, "later": _titles(choice.pushed)})
    return Label("replan.drop_and_shrink" if shorter else "replan.drop", params)


def _moving(plan: Plan, choice: Choice, end: str) -> Label:
    """Say what goes behind the fixed point, what goes to tomorrow, and by how much each day becomes tighter."""
    if not choice.moved:
        return Label("replan.later_today", {"later": _titles(choice.pushed), "end": end})
    here = -sum(_resized(plan, Plan(choice.plan.days[:1]))[0])
    there = -sum(_resized(plan, Plan(choice.plan.days[1:]))[0])
    params = {"moved": _titles(choice.moved), "later": _titles(choice.pushed), "end": end}
    if choice.pushed:
        return Label("replan.later_and_tomorrow", {**params, "today": here, "tomorrow": there})
    if here or there:
        return Label("replan.tomorrow_shorter", {**params, "today": here, "tomorrow": there})
    return Label("replan.tomorrow", params)


def _shifted(plan: Plan, choice: Choice, end: str) -> Label:
    today = plan.today
    if choice.plan != plan:
        return _being_late(choice, end)
    if today.behind > 0:
        return Label("replan.absorbed", {"count": today.behind, "end": end})
    fixed = next((unit for unit in today.units if unit.fixed_at is not None), None)
    if fixed is not None and fixed.fixed_at is not None and fixed.fixed_at >= today.free_at:
        at = clock_time_of(fixed.fixed_at)
        return Label("replan.slack", {"count": -today.behind, "title": _titles([fixed]), "at": at})
    return Label("replan.earlier", {"count": -today.behind, "end": end})


def _being_late(choice: Choice, end: str) -> Label:
    today = choice.plan.today
    late = late_points(today)
    if not late:
        return Label("replan.late_end", {"end": end})
    block_id, minutes = late[0]
    title = next(block.title for unit in today.units for block in unit.blocks if block.id == block_id)
    return Label("replan.late", {"title": _listed([title]), "count": minutes, "end": end})


def _resized(plan: Plan, after: Plan) -> tuple[list[int], list[int]]:
    """Return by how much the blocks that are held become shorter (negative) and longer."""
    was = {block.id: block for day in plan.days for unit in day.units for block in unit.active}
    blocks = [block for day in after.days for unit in day.units for block in unit.active if block.id in was]
    changes = [block.minutes - was[block.id].minutes for block in blocks]
    return [change for change in changes if change < 0], [change for change in changes if change > 0]


def _titles(units: Sequence[Unit]) -> str:
    return _listed([unit.title for unit in units])


def _listed(titles: Sequence[str]) -> str:
    return ", ".join(f"‘{title}’" for title in titles)


# ---- the edit that takes it


def _diff(document: Document, plan: Plan, choice: Choice) -> Diff:
    changes: list[Change] = [_settled(document, choice.plan.today)]
    ahead = {block.id for day in plan.days for unit in day.units for block in unit.blocks}
    for day, was in zip(choice.plan.days, plan.days, strict=True):
        if day.units != was.units:
            changes += _day_changes(document, day, ahead)
    return make_diff(_EDITS[choice.kind], changes)


def _settled(document: Document, today: PlanDay) -> Change:
    """Say on the day that what is to come goes on when it really can."""
    day = document.require(Day, today.id)
    if not today.behind:
        return (day, day)
    return (day, replace(day, settled_id=today.lived_id, settled_at=clock_time_of(today.free_at)))


def _day_changes(document: Document, day: PlanDay, ahead: Container[str]) -> Iterator[Change]:
    """Give the blocks of a day their minutes; when blocks came, went or changed places, number those to come anew."""
    wanted = [block.id for unit in day.units for block in unit.blocks]
    there = blocks_of(document, day.id)
    is_in_order = [block.id for block in there if block.id in set(wanted)] == wanted
    top = last_place([block for block in there if block.id not in ahead])
    rank = 0
    for unit in day.units:
        for place, planned in enumerate(unit.blocks):
            block = document.require(Block, planned.id)
            after = _kept(block, planned)
            if not is_in_order:
                after = replace(after, day_id=day.id, order=top + rank * GAP, is_parallel=place > 0)
            rank += 1
            yield (block, after)


def _kept(block: Block, planned: PlanBlock) -> Block:
    if (planned.minutes, planned.is_skipped) == (block.minutes, block.skipped):
        return block
    was = planned_minutes(block)
    before = 0 if was == planned.minutes else was
    return replace(block, skipped=planned.is_skipped, minutes=planned.minutes, planned_minutes=before)
