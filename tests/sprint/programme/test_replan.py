"""Re-planning keeps what is fixed, cuts nothing below its least and never gives time because a day runs later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.programme.replan_choices import (
    Choice,
    Obstacle,
    ProposalKind,
    be_late,
    choices,
    drop_today,
    move_to_tomorrow,
    shrink_today,
)
from sprint.programme.replan_fit import grow, least_to_drop, shrink
from sprint.programme.replan_model import Plan, PlanBlock, PlanDay, Stretch, Unit, end_of_day, stretches, timetable

START = 9 * 60


@st.composite
def plan_days(draw: st.DrawFn, name: str) -> PlanDay:
    """Draw a day that fits as planned: blocks, parallel ones, fixed points with and without slack before them."""
    now = START
    units = []
    for number in range(draw(st.integers(1, 7))):
        is_fixed = draw(st.integers(0, 4)) == 0
        now += draw(st.integers(0, 20)) if is_fixed else 0
        fixed_at = now if is_fixed else None
        rooms = draw(st.sampled_from([1, 1, 1, 2]))
        blocks = tuple(draw(plan_blocks(f"{name}-{number}-{room}", fixed_at)) for room in range(rooms))
        unit = Unit(blocks)
        units.append(unit)
        now += unit.minutes
    return PlanDay(name, START, START, now + draw(st.integers(0, 15)), tuple(units))


@st.composite
def plan_blocks(draw: st.DrawFn, block_id: str, fixed_at: int | None) -> PlanBlock:
    minutes = draw(st.integers(1, 60))
    return PlanBlock(
        id=block_id,
        title=block_id,
        minutes=minutes,
        least=draw(st.integers(1, minutes)),
        most=minutes + draw(st.integers(0, 30)),
        priority=draw(st.integers(1, 3)),
        is_skippable=draw(st.booleans()),
        is_skipped=fixed_at is None and draw(st.integers(0, 5)) == 0,
        is_movable=draw(st.booleans()),
        is_rest=draw(st.integers(0, 5)) == 0,
        fixed_at=fixed_at,
    )


PLANS = st.tuples(plan_days("today"), plan_days("tomorrow")).map(Plan) | plan_days("today").map(
    lambda day: Plan((day,))
)
OVERRUNS = st.integers(0, 150)
Choose = Callable[[Plan], Choice]


def running(plan: Plan, behind: int) -> Plan:
    """Let today run so many minutes behind (or, below zero, ahead)."""
    return Plan((replace(plan.today, free_at=plan.today.was_at + behind), *plan.days[1:]))


def blocks_in(*days: PlanDay) -> dict[str, PlanBlock]:
    return {block.id: block for day in days for unit in day.units for block in unit.blocks}


def minutes_held(day: PlanDay) -> int:
    return sum(unit.minutes for unit in day.units)


def starts(day: PlanDay) -> dict[str, int]:
    return {place.block_id: place.start for place in timetable(day)}


def is_in_time(before: PlanDay, after: PlanDay) -> bool:
    """Whether every fixed point that lies ahead is kept, and the day ends in time."""
    begin = starts(after)
    fixed = [block for unit in after.units for block in unit.active if block.fixed_at is not None]
    kept = all(begin[block.id] == block.fixed_at for block in fixed if (block.fixed_at or 0) >= before.free_at)
    return kept and end_of_day(after) <= max(before.end, before.free_at)


@given(PLANS, st.integers(-60, 150))
def test_what_can_be_taken_keeps_fixed_points_least_times_and_every_block(plan: Plan, behind: int) -> None:
    plan = running(plan, behind)
    found = choices(plan)
    for choice in (choice for choice in found if choice.fits):
        before, after = blocks_in(*plan.days), blocks_in(*choice.plan.days)
        assert before.keys() == after.keys()
        assert all(min(before[key].least, before[key].minutes) <= block.minutes for key, block in after.items())
        assert all(block.minutes <= max(before[key].most, before[key].minutes) for key, block in after.items())
        if len(found) < 4:  # the fourth is offered when no other fits: it says which point is late
            pairs = zip(plan.days, choice.plan.days, strict=True)
            assert all(is_in_time(old, new) for old, new in pairs)


@given(PLANS, st.integers(-60, 150))
def test_nothing_overlaps(plan: Plan, behind: int) -> None:
    for choice in choices(running(plan, behind)):
        for day in choice.plan.days:
            times = [
                (min(place.start for place in places), max(place.end for place in places))
                for unit in day.units
                if (places := [p for p in timetable(day) if p.block_id in {block.id for block in unit.active}])
            ]
            assert all(end <= start for (_, end), (start, _) in pairwise(times))
            assert all(start >= day.free_at for start, _ in times)


@given(PLANS, OVERRUNS, OVERRUNS)
def test_more_overrun_gives_no_block_a_minute_when_all_shrink(plan: Plan, one: int, other: int) -> None:
    less, more = (shrink_today(running(plan, behind)) for behind in sorted((one, other)))
    if less.fits and more.fits and not _passes_a_fixed_point(plan, max(one, other)):
        short, shorter = blocks_in(less.plan.today), blocks_in(more.plan.today)
        assert all(shorter[key].minutes <= block.minutes for key, block in short.items())


@pytest.mark.parametrize("choose", [shrink_today, drop_today, move_to_tomorrow])
@given(plan=PLANS, one=OVERRUNS, other=OVERRUNS)
def test_more_overrun_never_gives_the_day_more_time(choose: Choose, plan: Plan, one: int, other: int) -> None:
    less, more = (choose(running(plan, behind)) for behind in sorted((one, other)))
    if less.fits and more.fits and not _passes_a_fixed_point(plan, max(one, other)):
        assert minutes_held(more.plan.today) <= minutes_held(less.plan.today)


def _passes_a_fixed_point(plan: Plan, behind: int) -> bool:
    """Whether the day is so late that a fixed point lies behind it: then it binds nobody and another day begins."""
    return len(stretches(running(plan, behind).today)) < len(stretches(plan.today))


@given(PLANS, st.integers(-60, 150))
def test_taken_twice_changes_nothing(plan: Plan, behind: int) -> None:
    for choice in choices(running(plan, behind)):
        if choice.fits and choice.kind is not ProposalKind.SHIFT:
            today = choice.plan.today
            assert choices(Plan((replace(today, was_at=today.free_at), *choice.plan.days[1:]))) == ()


@given(PLANS)
def test_a_day_that_runs_as_planned_is_left_alone(plan: Plan) -> None:
    assert choices(plan) == ()


@given(PLANS, st.integers(1, 150))
def test_too_late_asks_three_things_and_the_fourth_only_when_none_fits(plan: Plan, behind: int) -> None:
    found = choices(running(plan, behind))
    kinds = [choice.kind for choice in found]
    three = [ProposalKind.SHRINK, ProposalKind.DROP, ProposalKind.TOMORROW]
    if any(choice.fits for choice in found[:3]) and len(found) > 1:
        assert kinds == three
    elif len(found) > 1:
        assert kinds == [*three, ProposalKind.SHIFT]
        assert found[3].fits
        assert minutes_held(found[3].plan.today) <= minutes_held(plan.today)
    else:
        assert kinds in ([], [ProposalKind.SHIFT])


@given(plan_days("today"), st.integers(0, 200))
def test_shrinking_is_exact_and_stops_at_the_least(day: PlanDay, minutes: int) -> None:
    part = Stretch(START, day.end, day.units)
    room = sum(unit.minutes - unit.least for unit in part.units)
    assert part.need - shrink(part, minutes).need == min(minutes, room)


@given(plan_days("today"), st.integers(0, 200))
def test_growing_is_exact_and_stops_at_the_most(day: PlanDay, minutes: int) -> None:
    part = Stretch(START, day.end, day.units)
    workers = [unit for unit in part.units if not any(block.is_rest for block in unit.active)]
    room = sum(unit.most - unit.minutes for unit in workers)
    assert grow(part, minutes).need - part.need == min(minutes, room)


@given(plan_days("today"), st.integers(1, 200))
def test_what_is_dropped_is_the_best_choice_there_is(day: PlanDay, minutes: int) -> None:
    units = day.units
    chosen = least_to_drop(units, minutes)
    able = [place for place, unit in enumerate(units) if unit.can_drop and unit.minutes]
    subsets = [[place for bit, place in enumerate(able) if mask >> bit & 1] for mask in range(1 << len(able))]
    enough = [subset for subset in subsets if sum(units[place].minutes for place in subset) >= minutes]
    if not enough:
        assert list(chosen) == able
        return

    def cost(subset: list[int]) -> tuple[int, ...]:
        ranks = [units[place].priority for place in subset]
        return (ranks.count(1), ranks.count(2), ranks.count(3), sum(units[place].minutes for place in subset))

    assert cost(list(chosen)) == min(cost(subset) for subset in enough)


# ---- small days one can follow by hand


def block(name: str, minutes: int, **more: object) -> PlanBlock:
    values = {"least": minutes, "most": minutes, **more}
    return PlanBlock(id=name, title=name, minutes=minutes, **values)


def day_of(*blocks: PlanBlock, behind: int, end: int, name: str = "today") -> PlanDay:
    return PlanDay(name, START + behind, START, end, tuple(Unit((each,)) for each in blocks))


def lengths(choice: Choice, day: int = 0) -> dict[str, int]:
    return {each.id: each.length for unit in choice.plan.days[day].units for each in unit.blocks}


def test_ten_minutes_are_shared_as_the_blocks_are_long() -> None:
    long, short = block("long", 60, least=30), block("short", 30, least=10)
    lunch = block("lunch", 45, fixed_at=START + 90)
    choice = shrink_today(Plan((day_of(long, short, lunch, behind=9, end=START + 135),)))
    assert lengths(choice) == {"long": 54, "short": 27, "lunch": 45}


def test_the_least_important_goes_first_and_only_what_is_needed() -> None:
    talk = block("talk", 20)
    energizer = block("energizer", 5, priority=3, is_skippable=True)
    demos = block("demos", 30, priority=2, is_skippable=True)
    today = day_of(energizer, demos, talk, behind=4, end=START + 55)
    assert lengths(drop_today(Plan((today,)))) == {"energizer": 0, "demos": 30, "talk": 20}
    later = replace(today, free_at=START + 20)
    assert lengths(drop_today(Plan((later,)))) == {"energizer": 5, "demos": 0, "talk": 20}


def test_what_nobody_may_drop_goes_behind_lunch_and_there_something_is_dropped() -> None:
    goal, lunch = block("goal", 30), block("lunch", 45, fixed_at=START + 30, is_movable=False)
    game = block("game", 30, priority=3, is_skippable=True, is_movable=False)
    choice = drop_today(Plan((day_of(goal, lunch, game, behind=5, end=START + 105),)))
    assert choice.fits
    assert [unit.title for unit in choice.plan.today.units] == ["lunch", "goal", "game"]
    assert lengths(choice)["game"] == 0
    assert [unit.title for unit in choice.pushed] == ["goal"]


def test_the_end_of_the_day_goes_to_tomorrow_behind_the_recap() -> None:
    today = day_of(block("map", 30), block("target", 20), block("out", 10, is_movable=False), behind=15, end=START + 60)
    tomorrow = day_of(
        block("recap", 10, is_movable=False), block("demos", 60, least=30), behind=0, end=START + 70, name="tomorrow"
    )
    choice = move_to_tomorrow(Plan((today, tomorrow)))
    assert lengths(choice) == {"map": 30, "out": 10}
    assert lengths(choice, 1) == {"recap": 10, "target": 20, "demos": 40}


def test_before_a_fixed_point_whole_blocks_move_and_nothing_gets_shorter() -> None:
    blocks = block("a", 30, least=10), block("b", 10), block("lunch", 45, fixed_at=START + 40, is_movable=False)
    choice = move_to_tomorrow(Plan((day_of(*blocks, behind=15, end=START + 200),)))
    assert list(lengths(choice)) == ["lunch", "a", "b"]
    assert choice.plan.today.units[1].minutes == 30


def test_the_last_day_has_no_tomorrow_and_a_full_one_says_so() -> None:
    today = day_of(block("a", 30), behind=10, end=START + 30)
    assert move_to_tomorrow(Plan((today,))).obstacle is Obstacle.NO_TOMORROW
    full = day_of(block("b", 30), behind=0, end=START + 30, name="tomorrow")
    assert move_to_tomorrow(Plan((today, full))).obstacle is Obstacle.TOMORROW_FULL


def test_what_does_not_fit_says_by_how_much() -> None:
    choice = shrink_today(Plan((day_of(block("a", 30, least=25), behind=12, end=START + 30),)))
    assert (choice.fits, choice.short) == (False, 7)


def test_when_nothing_fits_the_next_point_is_late_and_the_day_catches_up() -> None:
    setup, talk = block("setup", 30, least=20), block("talk", 45, fixed_at=START + 30)
    wait, second = block("wait", 15, least=5), block("second", 45, fixed_at=START + 90)
    plan = Plan((day_of(setup, talk, wait, second, behind=20, end=START + 135),))
    assert [choice.fits for choice in choices(plan)] == [False, False, False, True]
    late = be_late(plan)
    assert starts(late.plan.today)["talk"] == START + 40
    assert starts(late.plan.today)["second"] == START + 90


def test_slack_before_lunch_takes_a_delay_and_nothing_gets_shorter() -> None:
    plan = Plan((day_of(block("a", 30), block("lunch", 45, fixed_at=START + 40), behind=8, end=START + 85),))
    (choice,) = choices(plan)
    assert choice.kind is ProposalKind.SHIFT
    assert choice.plan == plan


def test_time_won_may_be_shared_used_for_what_was_dropped_or_kept() -> None:
    a, gone = block("a", 30, most=40), block("gone", 15, is_skipped=True)
    plan = Plan((day_of(a, gone, behind=-20, end=START + 30),))
    grown, back, kept = choices(plan)
    assert lengths(grown) == {"a": 40, "gone": 0}
    assert lengths(back) == {"a": 30, "gone": 15}
    assert kept.plan == plan


def test_time_won_at_the_end_of_a_day_fetches_something_of_tomorrow_before_the_check_out() -> None:
    today = day_of(block("a", 30), block("out", 10, is_movable=False), behind=-25, end=START + 40)
    tomorrow = day_of(
        block("recap", 10, is_movable=False), block("notes", 20), behind=0, end=START + 30, name="tomorrow"
    )
    back = choices(Plan((today, tomorrow)))[1]
    assert list(lengths(back)) == ["a", "notes", "out"]
    assert list(lengths(back, 1)) == ["recap"]
