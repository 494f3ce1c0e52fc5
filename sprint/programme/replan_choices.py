"""The choices there are when a day does not go as planned. Pure: a plan goes in, a plan comes out, nothing is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from sprint.frozen import dataclass
from sprint.programme.replan_fit import grow, least_to_drop, shrink, without
from sprint.programme.replan_model import Plan, PlanDay, Stretch, Unit, joined, stretches


class ProposalKind(StrEnum):
    """What gives way, or what the time that was won is for."""

    SHRINK = "shrink"
    DROP = "drop"
    TOMORROW = "tomorrow"
    GROW = "grow"
    BRING_BACK = "bring_back"
    SHIFT = "shift"


class Obstacle(StrEnum):
    """Why a choice cannot be taken."""

    NONE = ""
    SHORT = "short"
    NOTHING = "nothing"
    NO_TOMORROW = "no_tomorrow"
    TOMORROW_FULL = "tomorrow_full"


@dataclass(frozen=True)
class Choice:
    """What a choice makes of the plan; `short` is how many minutes it still is too long when that is the obstacle.

    `pushed` goes behind a fixed point of today, `moved` goes to another day (or comes from it).
    """

    kind: ProposalKind
    plan: Plan
    obstacle: Obstacle = Obstacle.NONE
    short: int = 0
    pushed: tuple[Unit, ...] = ()
    moved: tuple[Unit, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether it can be taken."""
        return self.obstacle is Obstacle.NONE


def choices(plan: Plan) -> tuple[Choice, ...]:
    """Return what can be done now: nothing to do is (), what slack absorbs is one choice, anything else is three."""
    if not plan.days or not plan.today.units:
        return ()
    today = plan.today
    if any(part.excess > 0 for part in stretches(today)):
        found = (shrink_today(plan), drop_today(plan), move_to_tomorrow(plan))
        return found if any(choice.fits for choice in found) else (*found, be_late(plan))
    if today.behind < 0:
        return (grow_today(plan), bring_back(plan), Choice(ProposalKind.SHIFT, plan))
    return (Choice(ProposalKind.SHIFT, plan),) if today.behind else ()


# ---- too little time


def shrink_today(plan: Plan) -> Choice:
    """Make everything to come shorter in proportion, nothing below its least; fixed points hold the rest in place."""
    return _fitted(ProposalKind.SHRINK, plan, [shrink(part, part.excess) for part in stretches(plan.today)])


def drop_today(plan: Plan) -> Choice:
    """Leave out what matters least, and make the rest shorter when that is not enough.

    Where nothing may be left out before a fixed point, the last of it goes behind that point, and there something is
    left out for it.
    """
    carried: tuple[Unit, ...] = ()
    pushed: list[Unit] = []
    parts: list[Stretch] = []
    found = stretches(plan.today)
    for number, part in enumerate(found):
        fuller = _received_by(part, carried, is_first=not number)
        carried = ()
        lighter = without(fuller, least_to_drop(fuller.units, fuller.excess))
        if number + 1 < len(found) and not any(unit.can_drop for unit in part.units):
            lighter, carried = _push(lighter)
            pushed += [unit for unit in carried if unit not in pushed]
        parts.append(shrink(lighter, lighter.excess))
    is_any = any(not unit.active for part in parts for unit in part.units if unit not in plan.today.units)
    if not is_any and not pushed:
        return Choice(ProposalKind.DROP, plan, Obstacle.NOTHING)
    return replace(_fitted(ProposalKind.DROP, plan, parts), pushed=tuple(pushed))


def move_to_tomorrow(plan: Plan) -> Choice:
    """Move the last of each stretch behind the next fixed point, and what then does not fit in the day to tomorrow.

    What goes to tomorrow is the end of the day, so that nothing comes before what it builds on; a remainder is found
    by making the rest of the day shorter.
    """
    kind = ProposalKind.TOMORROW
    carried: tuple[Unit, ...] = ()
    pushed: list[Unit] = []
    parts: list[Stretch] = []
    found = stretches(plan.today)
    for number, part in enumerate(found):
        fuller = _received_by(part, carried, is_first=not number)
        is_last = number + 1 == len(found)
        rest, carried = _push(fuller, with_shrinking=is_last)
        parts.append(shrink(rest, rest.excess) if is_last else rest)
        pushed += [unit for unit in carried if unit not in pushed]
    if short := _short(parts):
        return Choice(kind, plan, Obstacle.SHORT, short)
    today = plan.today.with_units(joined(parts))
    if not carried:
        return Choice(kind, Plan((today, *plan.days[1:])), pushed=tuple(pushed))
    if plan.tomorrow is None:
        return Choice(kind, plan, Obstacle.NO_TOMORROW)
    tomorrow = _received(plan.tomorrow, carried)
    if tomorrow is None:
        return Choice(kind, plan, Obstacle.TOMORROW_FULL)
    later = tuple(unit for unit in pushed if unit not in carried)
    return Choice(kind, Plan((today, tomorrow, *plan.days[2:])), pushed=later, moved=carried)


def be_late(plan: Plan) -> Choice:
    """Say what is left when nothing else fits: a fixed point starts later, the rest catches up as soon as it can."""
    parts: list[Stretch] = []
    slip = 0
    for part in stretches(plan.today):
        later = replace(part, start=part.start + slip)
        fitted = shrink(later, later.excess)
        slip = max(0, fitted.excess)
        parts.append(fitted)
    return Choice(ProposalKind.SHIFT, _with_today(plan, parts))


def _received_by(part: Stretch, units: tuple[Unit, ...], *, is_first: bool) -> Stretch:
    """Put units at the front of a stretch, behind the fixed point with which it begins."""
    front = 0 if is_first else 1
    return replace(part, units=part.units[:front] + units + part.units[front:])


def _push(part: Stretch, *, with_shrinking: bool = False) -> tuple[Stretch, tuple[Unit, ...]]:
    """Take movable units from the end until the rest fits, as it is or when made shorter; returns both, in order."""
    units, taken = list(part.units), list[Unit]()
    excess = part.excess
    for unit in reversed(part.units):
        room = sum(other.minutes - other.least for other in units) if with_shrinking and taken else 0
        if excess <= room:
            break
        if unit.can_move:
            units.remove(unit)
            taken.insert(0, unit)
            excess -= unit.minutes
    return replace(part, units=tuple(units)), tuple(taken)


def _received(day: PlanDay, units: tuple[Unit, ...]) -> PlanDay | None:
    """Make room for units on a day by making a stretch of it shorter; None when no stretch can give enough."""
    parts = stretches(day)
    for number, part in enumerate(parts):
        front = 1 if number else _first_movable(part)
        fuller = replace(part, units=part.units[:front] + units + part.units[front:])
        fitted = shrink(fuller, fuller.excess)
        if fitted.excess <= 0:
            return day.with_units(joined([*parts[:number], fitted, *parts[number + 1 :]]))
    return None


def _first_movable(part: Stretch) -> int:
    """Return the place behind the recap with which a day opens."""
    return next((place for place, unit in enumerate(part.units) if unit.can_move), len(part.units))


# ---- time won


def grow_today(plan: Plan) -> Choice:
    """Give what was won to what comes before the next fixed point, in proportion, nothing above its most."""
    first, *rest = stretches(plan.today)
    longer = grow(first, _won(plan, first))
    obstacle = Obstacle.NOTHING if longer == first else Obstacle.NONE
    return Choice(ProposalKind.GROW, _with_today(plan, [longer, *rest]), obstacle)


def bring_back(plan: Plan) -> Choice:
    """Hold what was left out and fits in the time won, or else something of tomorrow when nothing fixed is ahead."""
    first, *rest = stretches(plan.today)
    won = _won(plan, first)
    if (place := _best_skipped(first, won)) is not None:
        back = first.units[place].skipped(False)
        units = (*first.units[:place], back, *first.units[place + 1 :])
        return Choice(ProposalKind.BRING_BACK, _with_today(plan, [replace(first, units=units), *rest]), pushed=(back,))
    fetched = None if rest or plan.tomorrow is None else _first_of(plan.tomorrow)
    if fetched is None or plan.tomorrow is None or not 0 < fetched.minutes <= won:
        return Choice(ProposalKind.BRING_BACK, plan, Obstacle.NOTHING)
    places = (place for place, unit in enumerate(first.units) if unit.can_move)
    behind = max(places, default=-1) + 1  # before the check-out
    units = (*first.units[:behind], fetched, *first.units[behind:])
    today = plan.today.with_units(units)
    left = tuple(unit for unit in plan.tomorrow.units if unit != fetched)
    after = Plan((today, plan.tomorrow.with_units(left), *plan.days[2:]))
    return Choice(ProposalKind.BRING_BACK, after, moved=(fetched,))


def _won(plan: Plan, first: Stretch) -> int:
    return max(0, min(-plan.today.behind, -first.excess))


def _best_skipped(part: Stretch, room: int) -> int | None:
    """Return the place of the most important unit that was left out and fits, the longest of equals."""
    back = [(unit.skipped(False), place) for place, unit in enumerate(part.units) if not unit.active]
    back = [(unit, place) for unit, place in back if unit.fixed_at is None and 0 < unit.minutes <= room]
    fitting = [(unit.priority, -unit.minutes, place) for unit, place in back]
    return min(fitting)[2] if fitting else None


def _first_of(day: PlanDay) -> Unit | None:
    """Return the first movable unit of a day that stands before its first fixed point."""
    return next((unit for unit in stretches(day)[0].units if unit.can_move), None)


# ---- shared


def _fitted(kind: ProposalKind, plan: Plan, parts: Sequence[Stretch]) -> Choice:
    short = _short(parts)
    return Choice(kind, _with_today(plan, parts), Obstacle.SHORT if short else Obstacle.NONE, short)


def _short(parts: Sequence[Stretch]) -> int:
    return sum(max(0, part.excess) for part in parts)


def _with_today(plan: Plan, parts: Sequence[Stretch]) -> Plan:
    return Plan((plan.today.with_units(joined(list(parts))), *plan.days[1:]))
