"""Edits of the notes of an exercise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import GAP, index_before, last_place, merged, places, still_before
from sprint.ids import IdSource
from sprint.records import Block, Note, NoteKind


def add_note(
    document: Document,
    ids: IdSource,
    block_id: str,
    text: str,
    *,
    kind: NoteKind = NoteKind.NOTE,
    person_id: str = "",
    **fields: Any,
) -> Diff:
    """Write down one idea at a block."""
    block = document.require(Block, block_id)
    place = last_place(notes_of(document, block.id))
    note = Note(id=ids(), block_id=block.id, person_id=person_id, kind=kind, order=place, text=text, **fields)
    return make_diff("edit.add_note", [(None, note)])


def add_notes(
    document: Document, ids: IdSource, block_id: str, texts: Sequence[str], *, kind: NoteKind = NoteKind.NOTE
) -> Diff:
    """Write down one idea for each text, in their order, as one entry."""
    block = document.require(Block, block_id)
    place = last_place(notes_of(document, block.id))
    made = [
        Note(id=ids(), block_id=block.id, kind=kind, order=place + rank * GAP, text=text)
        for rank, text in enumerate(texts)
    ]
    return make_diff("edit.add_notes", [(None, note) for note in made], count=len(made))


def change_note(document: Document, note_id: str, **fields: Any) -> Diff:
    """Change a note (its words, its kind, its dots)."""
    note = document.require(Note, note_id)
    return make_diff("edit.change_note", [(note, replace(note, **fields))])


def move_notes(document: Document, note_ids: Iterable[str], before: str, **fields: Any) -> Diff:
    """Put notes of one block before another note of it ("" = at the end), and give them these fields (another kind)."""
    moving = [document.require(Note, note_id) for note_id in dict.fromkeys(note_ids)]
    if not moving:
        return make_diff("edit.move_notes", [], count=0)
    moving_ids = {note.id for note in moving}
    siblings = notes_of(document, moving[0].block_id)
    before = still_before(siblings, before, moving_ids)
    staying = [note for note in siblings if note.id not in moving_ids]
    orders, room = places(staying, index_before(staying, before), len(moving))
    moved: list[Change] = [
        (note, replace(note, order=order, **fields)) for note, order in zip(moving, orders, strict=True)
    ]
    return make_diff("edit.move_notes", merged(room, moved), count=len(moving))


def take_over(
    document: Document, ids: IdSource, block_id: str, origin_id: str, text: str, *, kind: NoteKind = NoteKind.NOTE
) -> Diff:
    """Work a note of an earlier exercise out into a new one here, which remembers what it was made of."""
    origin = document.require(Note, origin_id)
    place = last_place(notes_of(document, document.require(Block, block_id).id))
    note = Note(
        id=ids(),
        block_id=block_id,
        kind=kind,
        order=place,
        text=text,
        origin_id=origin.id,
        step_id=origin.step_id,
        persona_id=origin.persona_id,
    )
    return make_diff("edit.take_over", [(None, note)])


def notes_of(document: Document, block_id: str) -> list[Note]:
    """Return the notes of a block in their order; a photo of the wall on which they hang is none of them."""
    return [note for note in _written_at(document, block_id) if note.kind is not NoteKind.WALL]


def wall_photos_of(document: Document, block_id: str) -> list[Note]:
    """Return the photos of the wall of a block, in their order."""
    return [note for note in _written_at(document, block_id) if note.kind is NoteKind.WALL]


def _written_at(document: Document, block_id: str) -> list[Note]:
    return sorted(
        (note for note in document.referrers(Note, block_id) if note.block_id == block_id),
        key=lambda note: (note.order, note.id),
    )
