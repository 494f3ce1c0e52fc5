"""Undo that reaches into earlier sessions: what was one thing to a person stays one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.diff import Diff, Label
from sprint.document import Document
from sprint.edits.journey import rename
from sprint.history import History
from sprint.records import Step
from tests.helpers.clocks import FakeSeconds
from tests.helpers.strategies import small_sprint, snapshot


@pytest.fixture
def document() -> Document:
    """A small sprint."""
    return small_sprint()


def replayed(kinds: str, document: Document) -> tuple[list[Diff], Document]:
    """Let an earlier session do e(dit), u(ndo) and r(edo), and give its diffs and where it ended."""
    history, seen = History(document, FakeSeconds()), list[Diff]()
    document.subscribe(seen.append)
    for number, kind in enumerate(kinds):
        if kind == "e":
            history.do(rename(document, "step-0", str(number)))
        else:
            assert (history.undo if kind == "u" else history.redo)() is not None
    return seen, Document(document)


@pytest.mark.parametrize(("kinds", "undos", "redos"), [("eee", 3, 0), ("eeu", 1, 1), ("eeuur", 1, 1), ("eueuru", 0, 1)])
def test_what_an_earlier_session_did_can_be_undone(document: Document, kinds: str, undos: int, redos: int) -> None:
    past, later = replayed(kinds, document)
    history = History(later, FakeSeconds())
    history.recall(past)
    end = snapshot(later)
    assert sum(1 for _ in iter(history.redo, None)) == redos
    assert sum(1 for _ in iter(history.undo, None)) == undos + redos
    assert snapshot(later) == snapshot(small_sprint())
    for _ in range(undos):
        history.redo()
    assert snapshot(later) == end


@settings(max_examples=60)
@given(st.lists(st.sampled_from("tteursb"), max_size=14))
def test_the_next_session_takes_back_what_this_one_could(steps: list[str]) -> None:
    """Letters t(yped), an e(dit), u(ndo), r(edo), s(quash) and b(ail): what was one thing to a person stays one."""
    document, seconds, seen = Document(small_sprint()), FakeSeconds(), list[Diff]()
    history = History(document, seconds)
    document.subscribe(seen.append)
    for number, step in enumerate(steps):
        if step in "te":
            history.do(rename(document, "step-0", str(number)), merge="title" if step == "t" else "")
        elif step in "ur":
            (history.undo if step == "u" else history.redo)()
        else:
            mark = history.mark()
            history.do(rename(document, "step-1", f"a{number}"))
            history.do(rename(document, "step-1", f"b{number}"))
            history.squash(mark, Label("edit.rename")) if step == "s" else history.bail(mark)
    later = Document(document)
    next_session = History(later, seconds)
    next_session.recall(seen)
    redos = sum(1 for _ in iter(next_session.redo, None))
    assert redos == sum(1 for _ in iter(history.redo, None))
    assert snapshot(later) == snapshot(document)
    while next_session.undo() is not None:
        pass
    assert snapshot(later) == snapshot(Document(small_sprint()))


def test_recalling_the_past_does_not_move_a_mark(document: Document) -> None:
    past, later = replayed("eee", document)
    history = History(later, FakeSeconds())
    history.do(rename(later, "step-1", "now"))
    mark = history.mark()
    history.do(rename(later, "step-1", "dragging"))
    history.recall(past)
    history.bail(mark)
    assert later.require(Step, "step-1").title == "now"
    assert later.require(Step, "step-0").title == "2"
    assert sum(1 for _ in iter(history.undo, None)) == 4
