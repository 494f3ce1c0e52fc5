"""The timetable adds up, and each block says how far it is."""

from __future__ import annotations

import pytest

from sprint.agenda import BlockState, blocks_of, clock_time_of, days_of, minutes_of, runs_of, slots_of, state_of
from sprint.document import Document
from sprint.records import Block, Day, RunState, TimerRun


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
