"""What is caught in passing: a note, something parked, a decision, and the checklist beforehand."""

from __future__ import annotations

import pytest

from sprint.document import Document
from sprint.edits.capture import (
    add_preparation,
    capture_note,
    change_decision,
    change_parked,
    change_preparation,
    decide,
    park,
    prepare,
)
from sprint.ids import IdSource
from sprint.records import Block, Day, Decision, Journey, Note, NoteKind, ParkedItem, Phase, Preparation, Step


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Day(id="day"),
            Block(id="block", day_id="day"),
            Journey(id="journey"),
            Phase(id="phase", journey_id="journey"),
            Step(id="step", journey_id="journey", phase_id="phase"),
            Note(id="first", block_id="block", order=5),
        ]
    )


def test_a_note_goes_to_the_exercise_and_the_step_it_is_about(document: Document, ids: IdSource) -> None:
    diff = capture_note(document, ids, "Wie belt terug?", kind=NoteKind.QUESTION, block_id="block", step_id="step")
    document.apply(diff)
    note = document.require(Note, "new0")
    assert (note.kind, note.block_id, note.step_id, note.text) == ("question", "block", "step", "Wie belt terug?")
    assert note.order > 5


def test_a_note_may_be_about_nothing_yet(document: Document, ids: IdSource) -> None:
    document.apply(capture_note(document, ids, "Koffie is op"))
    assert document.require(Note, "new0").block_id == ""


def test_parked_items_keep_their_order_and_can_be_dealt_with(document: Document, ids: IdSource) -> None:
    document.apply(park(document, ids, "Wie betaalt?", owner="Ineke", back_when="dag 3", block_id="block"))
    document.apply(park(document, ids, "Andere stad"))
    items = document.table(ParkedItem)
    assert items["new0"].order < items["new1"].order
    document.apply(change_parked(document, "new0", is_done=True))
    assert document.require(ParkedItem, "new0").is_done


def test_a_decision_says_who_and_why(document: Document, ids: IdSource) -> None:
    document.apply(decide(document, ids, "We bellen", reason="Sneller", decided_by="Beslisser", block_id="block"))
    document.apply(change_decision(document, "new0", reason="Persoonlijker"))
    decision = document.require(Decision, "new0")
    assert (decision.text, decision.reason, decision.decided_by) == ("We bellen", "Persoonlijker", "Beslisser")


def test_the_checklist_moves_with_its_dates_and_keeps_what_is_done(document: Document, ids: IdSource) -> None:
    document.apply(prepare(document, ids, [("room", "2026-10-01"), ("print", "2026-10-20")]))
    document.apply(change_preparation(document, "new0", is_done=True, owner="Samira"))
    document.apply(prepare(document, ids, [("room", "2026-11-01"), ("call", "2026-11-02")]))
    items = document.table(Preparation)
    assert [(item.task, item.due, item.is_done) for item in items.values()] == [
        ("room", "2026-11-01", True),
        ("print", "2026-10-20", False),
        ("call", "2026-11-02", False),
    ]
    assert not prepare(document, ids, [("room", "2026-11-01")])


def test_something_of_ones_own_comes_behind_the_list(document: Document, ids: IdSource) -> None:
    document.apply(prepare(document, ids, [("room", "2026-10-01")]))
    document.apply(add_preparation(document, ids, "Taart bestellen", due="2026-10-30"))
    first, own = document.table(Preparation).values()
    assert own.order > first.order
    assert own.text == "Taart bestellen"
