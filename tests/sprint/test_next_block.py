"""Which block to start next: behind the last one that was on the clock, over breaks nobody timed."""

from __future__ import annotations

import pytest

from sprint.agenda import next_block
from sprint.document import Document
from sprint.records import Block, Day, Record, RunState, TimerRun


def sprint(*runs: tuple[str, RunState], skipped: str = "") -> Document:
    records: list[Record] = [Day(id="d1", order=1), Day(id="d2", order=2)]
    for place, (name, day) in enumerate((("a", "d1"), ("b", "d1"), ("c", "d1"), ("d", "d2"))):
        records.append(Block(id=name, day_id=day, order=place, skipped=name == skipped))
    records += [TimerRun(id=f"r{place}", block_id=name, state=state) for place, (name, state) in enumerate(runs)]
    return Document(records)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((), "a"),
        ((("a", RunState.FINISHED),), "b"),
        ((("b", RunState.FINISHED),), "c"),
        ((("c", RunState.RUNNING),), "d"),
        ((("d", RunState.PAUSED),), None),
    ],
)
def test_the_next_block_is_the_first_behind_the_last_one_on_the_clock(
    runs: tuple[tuple[str, RunState], ...], expected: str | None
) -> None:
    found = next_block(sprint(*runs))
    assert (found.id if found is not None else None) == expected


def test_a_skipped_block_is_passed_over() -> None:
    found = next_block(sprint(("a", RunState.FINISHED), skipped="b"))
    assert found is not None
    assert found.id == "c"


def test_a_sprint_without_blocks_has_no_next_one() -> None:
    assert next_block(Document([Day(id="d1")])) is None
