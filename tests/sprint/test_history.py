"""Undo and redo: any sequence of edits goes back to the start and forth to the end, and listeners keep up."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sprint.diff import DiffKind, Label, make_diff
from sprint.document import Document
from sprint.edits.cards import set_card_text
from sprint.edits.clock import start_run
from sprint.edits.journey import add_step, rename, set_feeling
from sprint.errors import IntegrityError, StaleDiffError
from sprint.history import MERGE_SECONDS, History, Mark
from sprint.records import Card, Moment, Record, Scope, Step
from tests.helpers.clocks import FakeSeconds, reading
from tests.helpers.mirror import Mirror, differences
from tests.helpers.strategies import EDITS, FACTS, edits_in_the_house, possible, small_sprint, snapshot

State = dict[str, Record]


@dataclass
class Expected:
    """What the history should hold, written down in the most stupid way: whole states."""

    before: State
    merge: str
    at: float
    is_unnamed: bool = False


class SprintDay(RuleBasedStateMachine):
    """Edits, facts, undo, redo, marks, bails and squashes in any order."""

    def __init__(self) -> None:
        super().__init__()
        numbers = count(1)
        self.ids = lambda: f"new-{next(numbers):04}"
        self.document = small_sprint()
        self.mirror = Mirror(self.document)
        self.seconds = FakeSeconds()
        self.history = History(self.document, self.seconds)
        self.start = self.state()
        self.past: list[Expected] = []
        self.future: list[State] = []
        self.mark: tuple[Mark, int] | None = None

    def state(self) -> State:
        return snapshot(self.document, Scope.DOCUMENT)

    @rule(data=st.data(), merge=st.sampled_from(["", "", "title", "text"]), pause=st.sampled_from([0.0, 1.0, 2.0]))
    def edit(self, data: st.DataObject, merge: str, pause: float) -> None:
        self.seconds.pass_by(pause)
        name = data.draw(st.sampled_from(possible(EDITS, self.document)))
        diff = EDITS[name][1](data.draw, self.document, self.ids)
        before = self.state()
        if not diff:
            if diff is not None:
                self.history.do(diff, merge)
            assert self.state() == before
            return
        self.history.do(diff, merge)
        self.future.clear()
        last = self.past[-1] if self.past else None
        is_soon = last is not None and (last.is_unnamed or self.seconds.now - last.at <= MERGE_SECONDS)
        if last and merge and last.merge == merge and is_soon:
            last.at, last.is_unnamed = self.seconds.now, False
            if last.before == self.state():
                self.past.pop()
        else:
            is_new = bool(merge and self.state().keys() - before.keys())
            self.past.append(Expected(before, merge, self.seconds.now, is_new))

    @rule(data=st.data())
    def fact(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(possible(FACTS, self.document)))
        diff = FACTS[name][1](data.draw, self.document, self.ids)
        if not diff:
            return
        before = snapshot(self.document)
        with pytest.raises(IntegrityError, match="not_undoable"):
            self.history.do(diff)
        assert snapshot(self.document) == before
        self.document.apply(diff)

    @rule()
    def undo(self) -> None:
        now = self.state()
        done = self.history.undo()
        if not self.past:
            assert done is None
            return
        assert done is not None
        assert done.kind is DiffKind.UNDO
        assert self.state() == self.past.pop().before
        self.future.append(now)
        self.leave_field()

    @rule()
    def redo(self) -> None:
        before = self.state()
        done = self.history.redo()
        if not self.future:
            assert done is None
            return
        assert done is not None
        assert done.kind is DiffKind.REDO
        assert self.state() == self.future.pop()
        self.past.append(Expected(before, "", self.seconds.now))

    @rule()
    def leave_field(self) -> None:
        self.history.break_merge()
        if self.past:
            self.past[-1].merge = ""

    @rule()
    def set_mark(self) -> None:
        self.mark = (self.history.mark(), len(self.past))
        if self.past:
            self.past[-1].merge = ""

    @precondition(lambda self: self.mark is not None)
    @rule()
    def bail(self) -> None:
        assert self.mark is not None
        mark, depth = self.mark
        self.history.bail(mark)
        if len(self.past) > depth:
            assert self.state() == self.past[depth].before
            self.future.clear()
            del self.past[depth:]
        self.mark = None

    @precondition(lambda self: self.mark is not None)
    @rule()
    def squash(self) -> None:
        assert self.mark is not None
        mark, depth = self.mark
        before = self.state()
        self.history.squash(mark, Label("edit.restore", {"name": "squash"}))
        assert self.state() == before
        if len(self.past) > depth:
            first = self.past[depth].before
            del self.past[depth:]
            if first != before:
                self.past.append(Expected(first, "", self.seconds.now))
                assert self.history.undo_label == Label("edit.restore", {"name": "squash"})
        self.mark = None

    @invariant()
    def everybody_knows_the_same(self) -> None:
        assert list(differences(self.document, self.mirror)) == []
        assert self.history.can_undo is bool(self.past)
        assert self.history.can_redo is bool(self.future)

    def teardown(self) -> None:
        while self.history.redo():
            pass
        end = self.state()
        while self.history.undo():
            pass
        assert self.state() == self.start
        while self.history.redo():
            pass
        assert self.state() == end
        assert list(differences(self.document, self.mirror)) == []


SprintDay.TestCase.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)
TestSprintDay = SprintDay.TestCase


def test_the_machine_knows_every_edit() -> None:
    assert edits_in_the_house() == {*EDITS, *FACTS, "new_sprint"}


# ---- the same in small, one thing at a time


@pytest.fixture
def document() -> Document:
    return small_sprint()


@pytest.fixture
def seconds() -> FakeSeconds:
    return FakeSeconds()


@pytest.fixture
def history(document: Document, seconds: FakeSeconds) -> History:
    return History(document, seconds)


def typed(history: History, document: Document, seconds: FakeSeconds, *pauses: float) -> None:
    for number, pause in enumerate(pauses):
        seconds.pass_by(pause)
        history.do(rename(document, "step-0", "x" * (number + 1)), merge="title:step-0")


def test_typing_within_a_second_and_a_half_is_one_entry(
    history: History, document: Document, seconds: FakeSeconds
) -> None:
    typed(history, document, seconds, 0, 1.5, 1.5)
    history.undo()
    assert document.require(Step, "step-0").title == ""
    assert not history.can_undo


def test_typing_after_a_pause_is_a_new_entry(history: History, document: Document, seconds: FakeSeconds) -> None:
    typed(history, document, seconds, 0, 1.6)
    history.undo()
    assert document.require(Step, "step-0").title == "x"


def test_the_name_of_something_new_belongs_to_it_however_long_she_thinks(
    history: History, document: Document, seconds: FakeSeconds
) -> None:
    numbers = count()
    diff = add_step(document, lambda: f"new-{next(numbers)}", "journey-0", after="step-0")
    new = next(after.id for before, after in diff.changes.values() if before is None and isinstance(after, Step))
    history.do(diff, merge="type")
    seconds.pass_by(60)
    history.do(rename(document, new, "B"), merge="type")
    seconds.pass_by(1.6)
    history.do(rename(document, new, "Belt"), merge="type")
    history.undo()
    assert document.require(Step, new).title == "B", "from the first letter on a pause counts"
    history.undo()
    assert document.get(new) is None and not history.can_undo


def test_another_field_is_another_entry(history: History, document: Document) -> None:
    history.do(rename(document, "step-0", "a"), merge="title:step-0")
    history.do(rename(document, "step-1", "b"), merge="title:step-1")
    history.undo()
    assert (document.require(Step, "step-0").title, document.require(Step, "step-1").title) == ("a", "")


def test_leaving_the_field_ends_the_entry(history: History, document: Document) -> None:
    history.do(rename(document, "step-0", "a"), merge="t")
    history.break_merge()
    history.do(rename(document, "step-0", "ab"), merge="t")
    history.undo()
    assert document.require(Step, "step-0").title == "a"


def test_typing_back_to_the_start_leaves_nothing_to_undo(history: History, document: Document) -> None:
    history.do(set_card_text(document, "card-0", "x"), merge="t")
    history.do(set_card_text(document, "card-0", ""), merge="t")
    assert not history.can_undo
    assert document.require(Card, "card-0").text == ""


def test_an_empty_diff_is_no_entry_and_keeps_redo(history: History, document: Document) -> None:
    history.do(rename(document, "step-0", "a"))
    history.undo()
    history.do(rename(document, "step-0", ""))
    assert not history.can_undo
    assert history.can_redo


def test_labels_name_what_comes(history: History, document: Document) -> None:
    history.do(set_feeling(document, ["step-0", "step-1"], 2))
    assert history.undo_label == Label("edit.set_feeling", {"count": 2})
    assert history.redo_label is None
    history.undo()
    assert history.undo_label is None
    assert history.redo_label == Label("edit.set_feeling", {"count": 2})


def test_escape_leaves_no_redo(history: History, document: Document) -> None:
    history.do(rename(document, "step-0", "a"))
    mark = history.mark()
    history.do(rename(document, "step-0", "b"))
    history.do(rename(document, "step-1", "c"))
    history.bail(mark)
    assert document.require(Step, "step-0").title == "a"
    assert not history.can_redo
    assert history.can_undo


def test_escape_after_an_undo_in_the_gesture_leaves_no_redo_either(history: History, document: Document) -> None:
    mark = history.mark()
    history.do(rename(document, "step-0", "a"))
    history.do(rename(document, "step-0", "b"))
    history.undo()
    history.bail(mark)
    assert document.require(Step, "step-0").title == ""
    assert history.redo() is None


def test_escape_without_a_change_keeps_redo(history: History, document: Document) -> None:
    history.do(rename(document, "step-0", "a"))
    history.undo()
    history.bail(history.mark())
    assert history.can_redo


def test_a_gesture_of_many_edits_becomes_one_entry(history: History, document: Document) -> None:
    numbers = count()
    mark = history.mark()
    for title in "abc":
        step = add_step(document, lambda: f"new-{next(numbers)}", "journey-0", title=title, phase_id="phase-1")
        history.do(step)
    history.squash(mark, Label("edit.add_step"))
    history.undo()
    assert len(document.table(Step)) == 3
    history.redo()
    assert len(document.table(Step)) == 6


def test_a_fact_is_refused_and_survives_undo(history: History, document: Document) -> None:
    history.do(rename(document, "step-0", "a"))
    start = start_run(document, lambda: "run", "block-0", reading(), "2026-11-03T09:30:00+00:00")
    with pytest.raises(IntegrityError, match="not_undoable"):
        history.do(start)
    document.apply(start)
    history.undo()
    assert document.get("run") is not None


def test_a_diff_with_one_fact_in_it_is_refused_whole(history: History, document: Document) -> None:
    step = document.require(Step, "step-0")
    mixed = make_diff("edit.rename", [(step, None), (None, Moment(id="moment"))])
    with pytest.raises(IntegrityError, match="not_undoable"):
        history.do(mixed)
    assert document.get("step-0") is step


def test_a_stale_diff_changes_nothing_and_is_no_entry(history: History, document: Document) -> None:
    old = rename(document, "step-0", "a")
    history.do(rename(document, "step-0", "b"))
    with pytest.raises(StaleDiffError):
        history.do(old)
    assert history.undo_label == Label("edit.rename", {"title": "b"})


def test_the_oldest_entries_are_forgotten_and_marks_still_hold(document: Document) -> None:
    history = History(document, FakeSeconds(), limit=3)
    for number in range(5):
        history.do(rename(document, "step-0", str(number)))
    mark = history.mark()
    for number in range(5, 7):
        history.do(rename(document, "step-0", str(number)))
    history.bail(mark)
    assert document.require(Step, "step-0").title == "4"
    assert history.undo() is not None
    assert history.undo() is None


def test_an_undo_that_cannot_be_done_keeps_the_entry(document: Document) -> None:
    history = History(document, FakeSeconds())
    gone = document.require(Step, "step-2")
    history.do(make_diff("edit.delete", [(gone, None)]))
    other = make_diff("edit.restore", [(None, gone)])
    document.apply(other)  # somebody else brought it back
    with pytest.raises(StaleDiffError):
        history.undo()
    assert history.can_undo
