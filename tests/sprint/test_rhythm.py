"""What a day produced, how its time was kept, and when people need a break."""

from __future__ import annotations

import pytest

from sprint.agenda import days_of
from sprint.diff import make_diff
from sprint.document import Document
from sprint.edits.clock import add_minutes, finish_run, leave_out, open_runs, start_run
from sprint.records import (
    Block,
    Day,
    Decision,
    Journey,
    Note,
    NoteKind,
    Observation,
    ParkedItem,
    Phase,
    Record,
    RemarkKind,
    SprintAnswer,
    Step,
    Verdict,
)
from sprint.rhythm import closing, energy, kept_time, kept_times, progress, recap
from tests.helpers.clocks import reading


@pytest.fixture
def document() -> Document:
    records: list[Record] = [
        Day(id="one", order=0, start="09:00", date="2026-11-03"),
        Day(id="two", order=1, start="09:00", date="2026-11-04"),
        Block(id="ask", day_id="one", order=0, exercise="sprint_questions", minutes=30),
        Block(id="pause", day_id="one", order=1, exercise="break", minutes=15),
        Block(id="map", day_id="one", order=2, exercise="as_is_journey", minutes=60),
        Block(id="extra", day_id="one", order=3, minutes=10, skipped=True),
        Block(id="out", day_id="one", order=4, exercise="check_out", minutes=10),
        Block(id="guide", day_id="two", order=0, exercise="interview_guide", minutes=20),
        Block(id="answer", day_id="two", order=1, exercise="answer_questions", minutes=20),
        *(
            Note(id=f"q{n}", block_id="ask", order=n, kind=NoteKind.QUESTION, votes=v)
            for n, v in enumerate((1, 4, 0, 2, 3))
        ),
        Note(id="asked", block_id="guide", kind=NoteKind.QUESTION),
        Note(id="loose", kind=NoteKind.QUESTION),
        Decision(id="chosen", block_id="map", order=1),
        Decision(id="said", order=0, at="2026-11-03T15:00:00+00:00"),
        Decision(id="later", order=2, at="2026-11-04T15:00:00+00:00"),
        ParkedItem(id="open", order=1),
        ParkedItem(id="dealt", order=0, is_done=True),
        Journey(id="journey"),
        Phase(id="phase", journey_id="journey"),
        Step(id="step", journey_id="journey", phase_id="phase"),
        Observation(id="heard", step_id="step", at="2026-11-03T10:00:00+00:00"),
        Observation(id="ours", step_id="step", kind=RemarkKind.INTERPRETATION, at="2026-11-03T10:00:00+00:00"),
    ]
    return Document(records)


def play(document: Document, block: str, begin: float, end: float | None) -> None:
    """Put a block on the clock from one minute to another; without an end it goes on."""
    document.apply(start_run(document, lambda: f"run{begin:05.0f}", block, reading(begin * 60, begin * 60), ""))
    if end is not None:
        document.apply(finish_run(document, open_runs(document)[-1].id, reading(end * 60, end * 60), ""))


def day(document: Document, number: int = 0) -> Day:
    return days_of(document)[number]


def test_planned_and_actual_are_kept_over_added_minutes_and_a_second_run(document: Document) -> None:
    play(document, "ask", 0, None)
    document.apply(add_minutes(document, "run00000", 5))
    document.apply(finish_run(document, "run00000", reading(42 * 60, 42 * 60), ""))
    play(document, "ask", 50, 55)
    kept = kept_time(document, document.require(Block, "ask"), reading(9_999, 9_999))
    assert kept is not None
    assert (kept.planned, kept.added, kept.actual, kept.over, kept.is_done) == (1_800, 300, 2_820, 1_020, True)


def test_a_sleep_that_was_left_out_is_not_in_the_actual_time(document: Document) -> None:
    play(document, "ask", 0, None)
    document.apply(leave_out(document, "run00000", reading(60 * 60, 60 * 60), 45 * 60))
    (kept,) = kept_times(document, day(document), reading(61 * 60, 61 * 60))
    assert (kept.actual, kept.is_done) == (pytest.approx(16 * 60), False)


def test_what_a_replan_cut_counts_as_it_was_planned(document: Document) -> None:
    document = Document([Day(id="d"), Block(id="b", day_id="d", minutes=20, planned_minutes=30)])
    play(document, "b", 0, 25)
    kept = kept_time(document, document.require(Block, "b"), reading())
    assert kept is not None
    assert (kept.planned, kept.over) == (1_800, -300)


def test_a_block_that_never_ran_has_no_time(document: Document) -> None:
    assert kept_time(document, document.require(Block, "map"), reading()) is None


def test_the_recap_of_the_morning_is_made_of_yesterday(document: Document) -> None:
    play(document, "ask", 0, 30)
    play(document, "map", 45, 100)
    found = recap(document, day(document, 1))
    assert found is not None
    assert (found.day.id, found.number, found.done, found.skipped, found.remarks) == ("one", 1, 2, 1, 1)
    assert [(output.block.id, [note.id for note in output.best]) for output in found.outputs] == [
        ("ask", ["q1", "q4", "q3"])
    ]
    assert [row.id for row in found.decisions] == ["said", "chosen"]
    assert [item.id for item in found.parked] == ["open"]
    assert [block.id for block in found.not_held] == ["pause", "out"]
    assert recap(document, day(document)) is None


def test_questions_are_open_until_the_exercise_that_answers_them_is_done(document: Document) -> None:
    found = recap(document, day(document, 1))
    assert found is not None
    assert [note.id for note in found.questions] == ["q0", "q1", "q2", "q3", "q4", "loose"]
    play(document, "answer", 0, 20)
    assert closing(document, day(document, 1), lambda _: ()).summary.questions == ()
    for number, verdict in enumerate((Verdict.YES, Verdict.NO, Verdict.UNKNOWN)):
        document.apply(
            make_diff("edit.answer", [(None, SprintAnswer(id=f"a{number}", note_id=f"q{number}", verdict=verdict))])
        )
    left = closing(document, day(document, 1), lambda _: ()).summary.questions
    assert [note.id for note in left] == ["q2", "q3", "q4", "loose"], "what is not known yet stays open"


def test_the_closing_says_what_to_bring_tomorrow_once(document: Document) -> None:
    needs = {"guide": ("pens", "paper"), "answer": ("paper", "dots")}
    found = closing(document, day(document), lambda block: needs.get(block.id, ()))
    assert found.tomorrow == day(document, 1)
    assert found.bring == ("pens", "paper", "dots")
    assert closing(document, day(document, 1), lambda _: ("x",)).bring == ()


def test_progress_counts_what_is_held(document: Document) -> None:
    play(document, "ask", 0, 30)
    assert [(row.day.id, row.done, row.held) for row in progress(document)] == [("one", 1, 4), ("two", 0, 2)]


def rests(block: Block) -> bool:
    return block.exercise == "break"


def worked(document: Document, minute: float) -> int:
    return energy(document, day(document), reading(minute * 60, minute * 60), rests).worked


def test_work_adds_up_until_people_rest(document: Document) -> None:
    play(document, "ask", 0, 40)
    play(document, "map", 40, None)
    assert worked(document, 99) == 99
    found = energy(document, day(document), reading(95 * 60, 95 * 60), rests)
    assert (found.is_welcome, found.is_due) == (True, True)
    assert found.next_rest is not None
    assert found.next_rest.block.id == "pause"


def test_a_break_counts_when_it_was_long_enough(document: Document) -> None:
    play(document, "ask", 0, 40)
    play(document, "pause", 40, 43)
    play(document, "map", 43, 60)
    assert worked(document, 60) == 60
    play(document, "pause", 60, 70)
    play(document, "out", 70, None)
    assert worked(document, 75) == 5
