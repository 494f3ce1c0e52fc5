"""The timetable adds up, and each block says how far it is."""

from __future__ import annotations

from itertools import count

import pytest

from sprint.agenda import (
    BlockState,
    behind,
    blocks_of,
    clock_time_of,
    closing_time,
    days_of,
    end_of,
    free_at,
    minutes_of,
    next_block,
    planned_minutes,
    runs_of,
    slots_of,
    state_of,
    today_of,
)
from sprint.clock import ClockReading
from sprint.diff import make_diff
from sprint.document import Document
from sprint.edits.clock import each_open, finish_run, start_run
from sprint.records import Block, Day, RunState, TimerRun
from tests.helpers.clocks import reading


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Day(id="second", order=2, start="13:00"),
            Day(id="first", order=1, start="09:30"),
            Block(id="c", day_id="first", order=3, minutes=30),
            Block(id="a", day_id="first", order=1, minutes=15),
            Block(id="b", day_id="first", order=2, minutes=60, skipped=True),
            TimerRun(id="run-1", block_id="a", state=RunState.FINISHED),
            TimerRun(id="run-2", block_id="c", state=RunState.FINISHED),
            TimerRun(id="run-3", block_id="c", state=RunState.PAUSED),
        ]
    )


def test_days_and_blocks_come_in_their_order(document: Document) -> None:
    assert [day.id for day in days_of(document)] == ["first", "second"]
    assert [block.id for block in blocks_of(document, "first")] == ["a", "b", "c"]
    assert blocks_of(document, "second") == []


def test_slots_follow_each_other_and_a_skipped_block_takes_no_time(document: Document) -> None:
    slots = slots_of(document, document.require(Day, "first"))
    assert [(slot.block.id, clock_time_of(slot.start), clock_time_of(slot.end)) for slot in slots] == [
        ("a", "09:30", "09:45"),
        ("b", "09:45", "09:45"),
        ("c", "09:45", "10:15"),
    ]


@pytest.mark.parametrize(("block", "state"), [("a", "done"), ("b", "skipped"), ("c", "now")])
def test_the_last_run_says_how_far_a_block_is(document: Document, block: str, state: str) -> None:
    assert state_of(document, document.require(Block, block)) is BlockState(state)


def test_a_block_without_a_run_is_to_come(document: Document) -> None:
    later = Document([*document, Block(id="d", day_id="second")])
    assert state_of(later, later.require(Block, "d")) is BlockState.TO_COME


def test_runs_come_in_the_order_of_their_birth(document: Document) -> None:
    assert [run.id for run in runs_of(document, "c")] == ["run-2", "run-3"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("09:30", 570), ("00:00", 0), ("9:05", 545), ("", 0), ("half tien", 0), ("12", 0), ("-1:30", 0), ("99:00", 1440)],
)
def test_a_time_that_cannot_be_read_counts_as_midnight(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(("minutes", "text"), [(570, "09:30"), (0, "00:00"), (1440, "00:00"), (1505, "01:05")])
def test_a_clock_time_has_four_digits_and_starts_again_after_midnight(minutes: int, text: str) -> None:
    assert clock_time_of(minutes) == text


# ---- the timetable of a real day: fixed points, rooms, what was lived and what was settled


def real_day(**more: str) -> Document:
    return Document(
        [
            Day(id="day", start="09:00", **more),
            Block(id="a", day_id="day", order=0, minutes=30),
            Block(id="b", day_id="day", order=1, minutes=20),
            Block(id="b2", day_id="day", order=2, minutes=40, is_parallel=True, room="kamer 2"),
            Block(id="lunch", day_id="day", order=3, minutes=45, fixed="lunch", fixed_at="10:30"),
            Block(id="c", day_id="day", order=4, minutes=15),
        ]
    )


def table(document: Document) -> list[tuple[str, str, str]]:
    slots = slots_of(document, document.require(Day, "day"))
    return [(slot.block.id, clock_time_of(slot.start), clock_time_of(slot.end)) for slot in slots]


def play(document: Document, block: str, begin: int, end: int | None) -> None:
    rooms = count(1)
    document.apply(start_run(document, lambda: f"run{begin:04}-{next(rooms)}", block, at_minute(begin), ""))
    if end is not None:
        document.apply(each_open(document, lambda run: finish_run(document, run.id, at_minute(end), "")))


def at_minute(minute: int) -> ClockReading:
    return reading(minute * 60.0, minute * 60.0)


def test_the_drift_does_not_change_while_a_block_just_goes_on() -> None:
    document = real_day()
    document.apply(start_run(document, iter(("r1", "r2")).__next__, "a", reading(32_427.0, 540 * 60.0 + 27), ""))
    seen = set()
    for second in range(28, 600, 7):
        at = reading(32_400.0 + second, 540 * 60.0 + second)
        seen.add(behind(document, document.require(Day, "day"), 540 + second // 60, at))
    assert seen == {0}


def drift(document: Document, minute: int) -> int:
    return behind(document, document.require(Day, "day"), minute, at_minute(minute))


def test_parallel_rooms_share_a_start_and_a_fixed_point_waits() -> None:
    assert table(real_day()) == [
        ("a", "09:00", "09:30"),
        ("b", "09:30", "09:50"),
        ("b2", "09:30", "10:10"),
        ("lunch", "10:30", "11:15"),
        ("c", "11:15", "11:30"),
    ]


def test_a_fixed_point_that_is_passed_starts_when_it_can() -> None:
    late = real_day(settled_at="09:45")
    assert table(late)[0] == ("a", "09:45", "10:15")
    assert table(late)[3:] == [("lunch", "10:55", "11:40"), ("c", "11:40", "11:55")]


def test_behind_a_settled_block_the_day_goes_on_where_that_said() -> None:
    late = real_day(settled_id="a", settled_at="09:42")
    assert table(late)[:2] == [("a", "09:00", "09:42"), ("b", "09:42", "10:02")]
    early = real_day(settled_id="b", settled_at="09:20")
    assert table(early)[:4] == [
        ("a", "09:00", "09:20"),
        ("b", "09:20", "09:20"),
        ("b2", "09:20", "09:20"),
        ("lunch", "10:30", "11:15"),
    ]


def test_a_day_ends_when_its_last_block_does_and_closes_when_it_was_said() -> None:
    document = real_day()
    assert clock_time_of(end_of(document, document.require(Day, "day"))) == "11:30"
    assert clock_time_of(closing_time(document, document.require(Day, "day"))) == "11:30"
    stated = real_day(end="12:00")
    assert clock_time_of(closing_time(stated, stated.require(Day, "day"))) == "12:00"


def test_the_next_block_is_not_the_other_room_of_what_was_held() -> None:
    document = real_day()
    play(document, "b", 570, 590)
    block = next_block(document)
    assert block is not None
    assert block.id == "lunch"


def test_the_day_runs_ahead_or_behind_as_its_clock_tells() -> None:
    document = real_day()
    assert (drift(document, 500), drift(document, 545)) == (0, 5)
    play(document, "a", 545, None)
    assert (drift(document, 550), drift(document, 575), drift(document, 580)) == (5, 5, 10)
    document.apply(finish_run(document, "run0545-1", at_minute(560), ""))
    assert drift(document, 560) == -10


def test_the_rest_can_begin_when_the_last_second_of_a_block_is_over() -> None:
    document = real_day()
    play(document, "a", 540, None)
    day = document.require(Day, "day")
    assert free_at(document, day, 550, reading(550 * 60.0 + 30, 550 * 60.0 + 30)) == 570
    assert free_at(document, day, 569, reading(569 * 60.0 + 30, 569 * 60.0 + 30)) == 570
    assert free_at(document, day, 580, at_minute(580)) == 580


def test_a_day_that_is_over_is_neither_ahead_nor_behind() -> None:
    document = real_day()
    for number, block in enumerate(("a", "b", "b2", "lunch", "c")):
        play(document, block, 540 + number, 541 + number)
    assert drift(document, 900) == 0


def test_today_is_the_day_with_its_date_or_the_one_that_comes_next() -> None:
    document = Document(
        [
            Day(id="one", order=0, date="2026-11-03"),
            Day(id="two", order=1, date="2026-11-04"),
            Block(id="a", day_id="one"),
            Block(id="b", day_id="two"),
        ]
    )
    found = [today_of(document, date) for date in ("2026-11-04", "2026-12-24")]
    assert [day.id if day else "" for day in found] == ["two", "one"]
    play(document, "a", 540, 550)
    after = today_of(document, "2026-12-24")
    assert after is not None
    assert after.id == "two"
    assert today_of(Document(), "2026-11-04") is None


def test_a_day_without_a_date_stays_the_day_of_today_until_another_begins() -> None:
    document = Document(
        [Day(id="one"), Day(id="two", order=1), Block(id="a", day_id="one"), Block(id="b", day_id="two", order=1)]
    )
    held = TimerRun(id="1", block_id="a", state=RunState.FINISHED, started_at="2026-11-03T13:00:00+00:00")
    document.apply(make_diff("edit.start_clock", [(None, held)]))

    def today(date: str) -> str:
        found = today_of(document, date)
        return found.id if found is not None else ""

    assert (today("2026-11-03"), today("2026-11-04")) == ("one", "two")
    begun = TimerRun(id="2", block_id="b", state=RunState.FINISHED, started_at="2026-11-03T14:00:00+00:00")
    document.apply(make_diff("edit.start_clock", [(None, begun)]))
    assert today("2026-11-03") == "two"


def test_what_a_replan_cut_was_planned_longer() -> None:
    assert planned_minutes(Block(id="b", day_id="d", minutes=20, planned_minutes=30)) == 30
    assert planned_minutes(Block(id="b", day_id="d", minutes=20)) == 20
