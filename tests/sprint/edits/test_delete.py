"""Deleting takes along what hangs on a record, empties other references, and one undo brings all of it back."""

from __future__ import annotations

import pytest

from sprint.document import Document
from sprint.edits.clock import start_run
from sprint.edits.delete import delete
from sprint.errors import IntegrityError
from sprint.records import Block, Card, Journey, Note, Participant, Step
from tests.helpers.clocks import reading
from tests.helpers.mirror import Mirror, differences
from tests.helpers.strategies import small_sprint, snapshot


@pytest.fixture
def document() -> Document:
    return small_sprint()


@pytest.mark.parametrize(
    ("chosen", "gone"),
    [
        (["card-0"], {"card-0"}),
        (["step-1"], {"step-1", "link-0"}),
        (["step-0"], {"step-0", "link-0", "card-0", "remark-0"}),
        (["phase-0"], {"phase-0", "step-0", "step-1", "step-2", "link-0", "card-0", "remark-0"}),
        (["participant-0"], {"participant-0", "remark-0"}),
        (["day-0"], {"day-0", "block-0", "block-1", "block-2"}),
        (["persona-0", "picture-0"], {"persona-0", "picture-0"}),
        (["nobody"], set()),
        (["card-0", "card-0"], {"card-0"}),
    ],
)
def test_what_hangs_on_it_goes_along_and_comes_back(document: Document, chosen: list[str], gone: set[str]) -> None:
    before, mirror = snapshot(document), Mirror(document)
    diff = delete(document, chosen)
    document.apply(diff)
    assert before.keys() - snapshot(document).keys() == gone
    assert list(differences(document, mirror)) == []
    document.apply(diff.inverse())
    assert snapshot(document) == before
    assert list(differences(document, mirror)) == []


def test_a_journey_goes_whole_and_its_fork_stands_alone(document: Document) -> None:
    document.apply(delete(document, ["journey-0"]))
    assert not document.table(Step)
    assert document.require(Journey, "journey-1").origin_id == ""


def test_references_that_can_do_without_are_emptied(document: Document) -> None:
    document.apply(delete(document, ["persona-0", "picture-0", "block-0"]))
    assert document.require(Journey, "journey-0").persona_ids == ("persona-1",)
    assert document.require(Participant, "participant-0").persona_id == ""
    assert document.require(Card, "card-0").picture_id == ""
    assert document.require(Note, "note-0").block_id == ""


def test_a_block_that_was_on_the_clock_stays(document: Document) -> None:
    document.apply(start_run(document, lambda: "run", "block-0", reading(), "2026-11-03T09:30:00+00:00"))
    before = snapshot(document)
    with pytest.raises(IntegrityError, match="still_needed"):
        document.apply(delete(document, ["block-0"]))
    assert snapshot(document) == before
    assert document.get("block-0") == Block(id="block-0", day_id="day-0")


def test_a_fact_is_not_deleted(document: Document) -> None:
    document.apply(start_run(document, lambda: "run", "block-0", reading(), "2026-11-03T09:30:00+00:00"))
    assert not delete(document, ["run"])


@pytest.mark.parametrize(
    ("chosen", "key", "count"),
    [
        (["step-0"], "edit.delete_steps", 1),
        (["step-0", "step-1"], "edit.delete_steps", 2),
        (["card-0"], "edit.delete_cards", 1),
        (["link-0"], "edit.delete_links", 1),
        (["remark-0"], "edit.delete_remarks", 1),
        (["journey-1"], "edit.delete_journeys", 1),
        (["step-0", "card-0"], "edit.delete", 2),
    ],
)
def test_the_name_tells_what_was_chosen(document: Document, chosen: list[str], key: str, count: int) -> None:
    label = delete(document, chosen).label
    assert (label.key, label.params) == (key, {"count": count})
