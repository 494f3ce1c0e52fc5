"""A diff as a value: what changed, back, and joined with what came after."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sprint.diff import Diff, DiffKind, Label, make_diff
from sprint.document import Document
from sprint.records import Day, Moment, Note, Step
from tests.helpers.strategies import snapshot

NOTE = Note(id="note", text="een")


def test_a_change_that_changes_nothing_is_left_out() -> None:
    diff = make_diff("edit.add_note", [(NOTE, replace(NOTE)), (None, Day(id="day"))])
    assert set(diff.changes) == {"day"}
    assert not make_diff("edit.add_note", [(NOTE, replace(NOTE))])


def test_the_label_carries_its_parameters() -> None:
    assert make_diff("edit.move_steps", [], count=3).label == Label("edit.move_steps", {"count": 3})


def test_the_inverse_goes_back_and_says_why() -> None:
    diff = make_diff("edit.add_note", [(None, NOTE)])
    back = diff.inverse()
    assert back.changes == {"note": (NOTE, None)}
    assert (back.kind, back.label) == (DiffKind.UNDO, diff.label)
    assert back.inverse(DiffKind.EDIT) == diff


def test_only_records_of_the_document_can_be_undone() -> None:
    step = Step(id="s", journey_id="j", phase_id="p")
    assert make_diff("x", [(None, NOTE), (step, None)]).is_undoable
    assert not make_diff("x", [(None, NOTE), (None, Moment(id="m"))]).is_undoable
    assert not make_diff("x", [(Moment(id="m"), None)]).is_undoable


def test_a_birth_and_a_death_cancel_out() -> None:
    born = make_diff("edit.add_note", [(None, NOTE)])
    assert not born.then(born.inverse())


def test_the_first_name_and_reason_stay() -> None:
    first = make_diff("edit.add_note", [(None, NOTE)]).of_kind(DiffKind.REDO)
    both = first.then(make_diff("edit.change_note", [(NOTE, replace(NOTE, votes=2))]))
    assert both.changes == {"note": (None, replace(NOTE, votes=2))}
    assert (both.label.key, both.kind) == ("edit.add_note", DiffKind.REDO)


STATES = st.dictionaries(st.sampled_from("abc"), st.sampled_from(["", "x", "y"]), max_size=3)


def towards(now: dict[str, str], then: dict[str, str]) -> Diff:
    def note(state: dict[str, str], name: str) -> Note | None:
        return Note(id=name, text=state[name]) if name in state else None

    changes = [(note(now, name), note(then, name)) for name in sorted({*now, *then})]
    return make_diff("x", changes)


@given(states=st.lists(STATES, min_size=2, max_size=5))
def test_joined_diffs_do_the_same_as_one_after_the_other(states: list[dict[str, str]]) -> None:
    steps = [towards(now, then) for now, then in pairwise(states)]
    whole = steps[0]
    for step in steps[1:]:
        whole = whole.then(step)
    document = Document(Note(id=name, text=text) for name, text in states[0].items())
    start = snapshot(document)
    document.apply(whole)
    assert {note.id: note.text for note in document.table(Note).values()} == states[-1]
    assert whole.changes == towards(states[0], states[-1]).changes
    document.apply(whole.inverse())
    assert snapshot(document) == start
