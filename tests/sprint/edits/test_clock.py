"""The facts of the clock: minutes added, sleep counted or not, beats, and jumps to a step."""

from __future__ import annotations

import pytest

from sprint.agenda import next_block
from sprint.clock import elapsed, remaining, step_at, what_happened
from sprint.document import Document
from sprint.edits.clock import (
    add_minutes,
    count_in,
    each_open,
    finish_run,
    heartbeat,
    jump_to_step,
    leading_run,
    leave_out,
    open_runs,
    pause_run,
    resume_run,
    start_run,
)
from sprint.records import Block, Day, RunState, TimerRun
from tests.helpers.clocks import SECOND_BOOT, reading

RUN = "run"
BEGIN = reading(1_000.0, 50_000.0)


@pytest.fixture
def document() -> Document:
    document = Document([Day(id="day"), Block(id="block", day_id="day", minutes=10)])
    document.apply(start_run(document, lambda: RUN, "block", BEGIN, ""))
    return document


def run_of(document: Document) -> TimerRun:
    return document.require(TimerRun, RUN)


def test_added_minutes_are_kept_apart_from_what_was_planned(document: Document) -> None:
    document.apply(add_minutes(document, RUN, 5))
    document.apply(add_minutes(document, RUN, 1))
    assert (run_of(document).planned_seconds, run_of(document).added_seconds) == (960.0, 360.0)


def test_taking_away_more_than_there_is_leaves_nothing(document: Document) -> None:
    document.apply(add_minutes(document, RUN, -30))
    assert (run_of(document).planned_seconds, run_of(document).added_seconds) == (0.0, -600.0)


def test_a_sleep_that_does_not_count_is_taken_off_and_kept_as_a_fact(document: Document) -> None:
    before, now = reading(1_060.0, 50_060.0), reading(2_860.0, 51_860.0)
    event = what_happened(run_of(document), before, now)
    document.apply(leave_out(document, RUN, now, event.seconds))
    assert elapsed(run_of(document), now) == pytest.approx(60)
    assert run_of(document).skipped_seconds == pytest.approx(1_800)
    assert elapsed(run_of(document), reading(2_870.0, 51_870.0)) == pytest.approx(70)


def test_a_sleep_is_also_taken_off_after_the_clock_was_paused(document: Document) -> None:
    woke = reading(2_860.0, 51_860.0)
    document.apply(pause_run(document, RUN, woke))
    document.apply(leave_out(document, RUN, reading(2_900.0, 51_900.0), 1_800))
    assert elapsed(run_of(document), reading(9_000.0, 58_000.0)) == pytest.approx(60)
    assert run_of(document).state is RunState.PAUSED


def test_a_sleep_that_counts_stays(document: Document) -> None:
    now = reading(2_860.0, 51_860.0)
    document.apply(count_in(document, RUN, now))
    assert remaining(run_of(document), now) == pytest.approx(600 - 1_860)


def test_after_a_reboot_only_the_time_since_the_last_beat_can_be_left_out(document: Document) -> None:
    beat = reading(1_120.0, 50_120.0)
    document.apply(heartbeat(document, RUN, beat))
    back = reading(30.0, 50_720.0, SECOND_BOOT)
    event = what_happened(run_of(document), beat, back)
    assert event.seconds == pytest.approx(600)
    document.apply(leave_out(document, RUN, back, event.seconds))
    assert elapsed(run_of(document), back) == pytest.approx(120)


def test_more_than_was_counted_cannot_be_left_out(document: Document) -> None:
    document.apply(leave_out(document, RUN, reading(1_030.0, 50_030.0), 99_999.0))
    assert elapsed(run_of(document), reading(1_030.0, 50_030.0)) == 0


def test_a_jump_to_a_step_survives_a_pause(document: Document) -> None:
    lengths = (120.0, 60.0, 60.0)
    now = reading(1_010.0, 50_010.0)
    document.apply(jump_to_step(document, RUN, now, lengths, 1))
    document.apply(pause_run(document, RUN, now))
    later = reading(1_500.0, 50_500.0)
    document.apply(resume_run(document, RUN, later))
    step = step_at(run_of(document), reading(1_520.0, 50_520.0), lengths)
    assert step is not None
    assert (step.index, step.left) == (1, pytest.approx(40))


def test_a_closed_run_cannot_be_changed(document: Document) -> None:
    now = reading(1_100.0, 50_100.0)
    document.apply(finish_run(document, RUN, now, ""))
    later = reading(1_200.0, 50_200.0)
    assert not add_minutes(document, RUN, 5)
    assert not heartbeat(document, RUN, later)
    assert not leave_out(document, RUN, later, 10)
    assert not count_in(document, RUN, later)
    assert not jump_to_step(document, RUN, later, (60.0,), 0)


# ---- parallel rooms


@pytest.fixture
def two_rooms() -> Document:
    blocks = [
        Block(id="a", day_id="day", order=1, minutes=45),
        Block(id="b", day_id="day", order=2, minutes=50, is_parallel=True, room="2"),
        Block(id="c", day_id="day", order=3, minutes=45, is_parallel=True, skipped=True),
        Block(id="d", day_id="day", order=4, minutes=10),
    ]
    return Document([Day(id="day"), *blocks])


def test_parallel_rooms_begin_pause_and_end_together(two_rooms: Document) -> None:
    ids = iter(("r1", "r2", "r3", "r4")).__next__
    two_rooms.apply(start_run(two_rooms, ids, "a", BEGIN, "09:30"))
    assert [run.block_id for run in open_runs(two_rooms)] == ["a", "b"]
    leading = leading_run(two_rooms)
    assert leading is not None
    assert leading.block_id == "b"
    later = reading(1_600.0, 50_600.0)
    two_rooms.apply(each_open(two_rooms, lambda run: pause_run(two_rooms, run.id, later)))
    back = reading(2_000.0, 51_000.0)
    two_rooms.apply(each_open(two_rooms, lambda run: resume_run(two_rooms, run.id, back)))
    end = reading(2_100.0, 51_100.0)
    two_rooms.apply(each_open(two_rooms, lambda run: finish_run(two_rooms, run.id, end, "10:15")))
    assert [run.counted_seconds for run in two_rooms.table(TimerRun).values()] == [700, 700]
    following = next_block(two_rooms)
    assert following is not None
    assert following.id == "d"


def test_a_room_that_is_started_again_leaves_the_other_as_it_was(two_rooms: Document) -> None:
    ids = iter(("r1", "r2", "r3", "r4")).__next__
    two_rooms.apply(start_run(two_rooms, ids, "a", BEGIN, "09:30"))
    two_rooms.apply(start_run(two_rooms, ids, "b", reading(1_600.0, 50_600.0), "09:40"))
    assert [run.id for run in open_runs(two_rooms)] == ["r3"]
    assert not each_open(Document([Day(id="day")]), lambda run: pause_run(two_rooms, run.id, BEGIN))
