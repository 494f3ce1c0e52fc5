"""Edits of sketches on the wall: hung in a row, called by a letter, discussed one by one."""

from __future__ import annotations

from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import index_before, last_place, places
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.records import Note, NoteKind

STANDOUT = "standout"
"""The mark of a highlight that the room keeps talking about."""
SAYS = (NoteKind.HIGHLIGHT, NoteKind.OBJECTION, NoteKind.QUESTION, NoteKind.NOTE)
"""What can be said of a sketch: it stands out, it worries, it is a question; a plain note is what the maker adds."""
_LETTERS = 26


def letter_of(place: int) -> str:
    """Give the letter of a place in the row, from 0: A … Z, AA, AB …"""
    letters = ""
    while place >= 0:
        place, rest = divmod(place, _LETTERS)
        letters = chr(ord("A") + rest) + letters
        place -= 1
    return letters


def sketches_of(document: Document) -> list[Note]:
    """Return all solution sketches of the sprint in the order in which they hang."""
    found = (note for note in document.table(Note).values() if note.kind is NoteKind.SKETCH)
    return sorted(found, key=lambda note: (note.order, note.id))


def said_of(document: Document, note_id: str, kind: NoteKind) -> list[Note]:
    """Return what was said of a sketch, of one kind, as it was written down."""
    found = (note for note in document.referrers(Note, note_id) if note.about_id == note_id and note.kind is kind)
    return sorted(found, key=lambda note: (note.order, note.id))


def hang_sketch(document: Document, ids: IdSource, block_id: str, text: str = "") -> Diff:
    """Hang a sketch at the end of the row: its title may come later, its maker is never asked."""
    order = last_place(sketches_of(document))
    sketch = Note(id=ids(), block_id=block_id, kind=NoteKind.SKETCH, order=order, text=text)
    return make_diff("edit.hang_sketch", [(None, sketch)])


def move_sketch(document: Document, note_id: str, before: str = "") -> Diff:
    """Hang a sketch elsewhere in the row: before another one, or at the end; letters follow the row.

    Raises IntegrityError for a note that is no sketch.
    """
    sketch = document.require(Note, note_id)
    row = sketches_of(document)
    if sketch not in row:
        raise IntegrityError("error.wrong_record", id=note_id)
    siblings = [other for other in row if other.id != note_id]
    (place,), room = places(siblings, index_before(siblings, before), 1)
    changes: list[Change] = [(sketch, replace(sketch, order=place)), *room]
    return make_diff("edit.move_sketch", changes)


def say_of_sketch(
    document: Document, ids: IdSource, block_id: str, sketch_id: str, text: str, kind: NoteKind = NoteKind.HIGHLIGHT
) -> Diff:
    """Write down what was said of a sketch."""
    sketch = document.require(Note, sketch_id)
    order = last_place(said_of(document, sketch.id, kind))
    said = Note(id=ids(), block_id=block_id, kind=kind, order=order, text=text, about_id=sketch.id)
    return make_diff("edit.say_of_sketch", [(None, said)])


def mark_standout(document: Document, note_id: str, is_standout: bool) -> Diff:
    """Say that a highlight stands out, or take that back."""
    note = document.require(Note, note_id)
    return make_diff("edit.mark_standout", [(note, replace(note, mark=STANDOUT if is_standout else ""))])
