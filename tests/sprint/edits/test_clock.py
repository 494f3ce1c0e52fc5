"""The clock of a block: one block at a time, and what is closed stays closed."""

from __future__ import annotations

from itertools import count

import pytest

from sprint.clock import ClockReading, remaining
from sprint.document import Document
from sprint.edits.clock import add_minutes, finish_run, open_runs, pause_run, resume_run, start_run
from sprint.errors import IntegrityError
from sprint.records import Block, Day, RunState, TimerRun
from tests.helpers.clocks import FIRST_BOOT, reading

AT = "2026-11-03T09:30:00+00:00"


def later(seconds: float) -> ClockReading:
    return reading(5_000.0 + seconds, 1_790_000_000.0 + seconds, FIRST_BOOT)


@pytest.fixture
def document() -> Document:
    made = Document([Day(id="day"), Block(id="first", day_id="day", minutes=15), Block(id="second", day_id="day")])
    numbers = count()
    made.apply(start_run(made, lambda: f"run-{next(numbers)}", "first", reading(), AT))
    return made


def run(document: Document, run_id: str = "run-0") -> TimerRun:
    return document.require(TimerRun, run_id)


def test_a_block_starts_with_its_own_minutes(document: Document) -> None:
    assert (run(document).state, run(document).planned_seconds) == (RunState.RUNNING, 900.0)
    assert remaining(run(document), later(60)) == pytest.approx(840)
    assert run(document).started_at == AT


def test_pause_and_go_on(document: Document) -> None:
    document.apply(pause_run(document, "run-0", later(60)))
    assert remaining(run(document), later(600)) == pytest.approx(840)
    assert not pause_run(document, "run-0", later(700))
    document.apply(resume_run(document, "run-0", later(600)))
    assert not resume_run(document, "run-0", later(650))
    assert remaining(run(document), later(630)) == pytest.approx(810)


@pytest.mark.parametrize(("minutes", "left"), [(1, 960.0), (-5, 600.0), (-99, 0.0)])
def test_minutes_are_added_and_taken_but_never_below_nothing(document: Document, minutes: int, left: float) -> None:
    document.apply(add_minutes(document, "run-0", minutes))
    assert remaining(run(document), reading()) == left


def test_a_finished_run_keeps_its_time_and_cannot_be_opened_again(document: Document) -> None:
    document.apply(finish_run(document, "run-0", later(1_000), AT))
    closed = run(document)
    assert (closed.state, closed.finished_at) == (RunState.FINISHED, AT)
    assert remaining(closed, later(9_999)) == pytest.approx(-100)
    for diff in (
        pause_run(document, "run-0", later(2_000)),
        resume_run(document, "run-0", later(2_000)),
        add_minutes(document, "run-0", 5),
        finish_run(document, "run-0", later(2_000), AT),
    ):
        assert not diff


def test_another_block_closes_the_one_on_the_clock(document: Document) -> None:
    document.apply(start_run(document, lambda: "run-9", "second", later(120), AT))
    assert run(document).state is RunState.FINISHED
    assert run(document).counted_seconds == pytest.approx(120)
    assert [one.id for one in open_runs(document)] == ["run-9"]


def test_the_clock_is_a_fact(document: Document) -> None:
    assert not pause_run(document, "run-0", later(1)).is_undoable
    with pytest.raises(IntegrityError, match="record_gone"):
        start_run(document, lambda: "run-9", "nobody", reading(), AT)
