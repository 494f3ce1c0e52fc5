"""Edits of the notes of an exercise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.order import last_place
from sprint.ids import IdSource
from sprint.records import Block, Note, NoteKind


def add_note(
    document: Document, ids: IdSource, block_id: str, text: str, *, kind: NoteKind = NoteKind.NOTE, person_id: str = ""
) -> Diff:
    """Write down one idea at a block."""
    block = document.require(Block, block_id)
    place = last_place(notes_of(document, block.id))
    note = Note(id=ids(), block_id=block.id, person_id=person_id, kind=kind, order=place, text=text)
    return make_diff("edit.add_note", [(None, note)])


def change_note(document: Document, note_id: str, **fields: Any) -> Diff:
    """Change a note (its words, its kind, its dots)."""
    note = document.require(Note, note_id)
    return make_diff("edit.change_note", [(note, replace(note, **fields))])


def notes_of(document: Document, block_id: str) -> list[Note]:
    """Return the notes of a block in their order."""
    return sorted(document.referrers(Note, block_id), key=lambda note: (note.order, note.id))
