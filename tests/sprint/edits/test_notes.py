"""Notes of an exercise: one line, one idea, in the order in which they came."""

from __future__ import annotations

from itertools import count

import pytest

from sprint.document import Document
from sprint.edits.delete import delete
from sprint.edits.notes import add_note, change_note, notes_of
from sprint.errors import IntegrityError
from sprint.records import Block, Day, NoteKind


@pytest.fixture
def document() -> Document:
    return Document([Day(id="d"), Block(id="b", day_id="d"), Block(id="other", day_id="d")])


def test_notes_come_in_the_order_in_which_they_were_written(document: Document) -> None:
    numbers = count(9, -1)
    for text in ("een", "twee", "drie"):
        document.apply(add_note(document, lambda: f"n{next(numbers)}", "b", text))
    document.apply(add_note(document, lambda: "x", "other", "elders", kind=NoteKind.HOPE))
    assert [note.text for note in notes_of(document, "b")] == ["een", "twee", "drie"]
    assert [note.kind for note in notes_of(document, "other")] == [NoteKind.HOPE]


def test_a_note_changes_and_goes_and_the_same_words_are_no_change(document: Document) -> None:
    document.apply(add_note(document, lambda: "n", "b", "een"))
    assert not change_note(document, "n", text="een")
    document.apply(change_note(document, "n", text="beter", votes=2))
    assert [(note.text, note.votes) for note in notes_of(document, "b")] == [("beter", 2)]
    document.apply(delete(document, ["n"]))
    assert notes_of(document, "b") == []


def test_a_note_of_no_block_is_refused(document: Document) -> None:
    with pytest.raises(IntegrityError):
        add_note(document, lambda: "n", "nowhere", "een")
