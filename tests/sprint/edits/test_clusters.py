"""Heaps: no note is ever lost, and every gesture is one entry that undo takes back whole."""

from __future__ import annotations

import pytest

from sprint.document import Document
from sprint.edits.clusters import (
    heaps_of,
    join_heaps,
    make_heap,
    move_heap,
    name_heap,
    put_on_heap,
    take_heap_apart,
)
from sprint.errors import IntegrityError
from sprint.records import Block, Cluster, Day, Note


@pytest.fixture
def document() -> Document:
    notes = [Note(id=f"n{number}", block_id="b", order=number) for number in range(5)]
    made = Document([Day(id="d"), Block(id="b", day_id="d"), *notes])
    for number, lying in enumerate((["n0", "n1"], ["n2"])):
        made.apply(make_heap(made, lambda number=number: f"h{number}", "b", lying, ("een", "")[number]))
    return made


def lying(document: Document) -> dict[str, str]:
    return {note.id: note.cluster_id for note in document.table(Note).values()}


def test_what_leaves_a_heap_without_a_name_takes_it_along(document: Document) -> None:
    document.apply(make_heap(document, lambda: "h2", "b", ["n1", "n2"]))
    assert [heap.id for heap in heaps_of(document, "b")] == ["h0", "h2"]
    assert lying(document) == {"n0": "h0", "n1": "h2", "n2": "h2", "n3": "", "n4": ""}
    document.apply(put_on_heap(document, ["n0"], ""))
    assert "h0" in document.table(Cluster)
    document.apply(put_on_heap(document, ["n1", "n2"], "h0"))
    assert list(document.table(Cluster)) == ["h0"]


def test_joining_keeps_all_notes_and_a_name(document: Document) -> None:
    diff = join_heaps(document, "h0", "h1")
    document.apply(diff)
    assert document.require(Cluster, "h1").title == "een"
    assert [note for note, heap in lying(document).items() if heap == "h1"] == ["n0", "n1", "n2"]
    document.apply(diff.inverse())
    assert lying(document)["n0"] == "h0"
    assert not join_heaps(document, "h0", "h0")


def test_heaps_move_are_named_and_come_apart(document: Document) -> None:
    document.apply(move_heap(document, "h1", "h0"))
    assert [heap.id for heap in heaps_of(document, "b")] == ["h1", "h0"]
    document.apply(name_heap(document, "h1", "twee"))
    document.apply(take_heap_apart(document, "h0"))
    assert [heap.title for heap in heaps_of(document, "b")] == ["twee"]
    assert lying(document) == {"n0": "", "n1": "", "n2": "h1", "n3": "", "n4": ""}


def test_a_note_that_is_gone_is_refused(document: Document) -> None:
    with pytest.raises(IntegrityError):
        put_on_heap(document, ["nobody"], "h0")
