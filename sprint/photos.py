"""The photos and drawings of a sprint in the order of its days, each with the words it hangs beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sprint.agenda import blocks_of, days_of
from sprint.document import Document
from sprint.edits.notes import notes_of, wall_photos_of
from sprint.records import Card, Note, NoteKind, Persona, Picture, Step


def photos_of(document: Document, of_wall: str) -> list[Picture]:
    """Return every picture that hangs somewhere, once, with what it shows as its caption; `of_wall` names a wall.

    First those of the exercises, then of personas and steps. A picture that hangs nowhere (the original behind one that
    was worked on, one that was taken down) is left out unless it has words of its own; those of hidden notes are too.
    """
    found: dict[str, Picture] = {}
    for picture_id, words in _hung(document, of_wall):
        picture = document.get(picture_id)
        if isinstance(picture, Picture) and picture_id not in found:
            found[picture_id] = replace(picture, caption=picture.caption or words)
    origins = {picture.origin_id for picture in document.table(Picture).values()}
    rest = sorted(document.table(Picture).values(), key=lambda picture: picture.id)
    kept = (one for one in rest if one.caption and one.id not in found and one.id not in origins)
    return [*found.values(), *kept]


def _hung(document: Document, of_wall: str) -> Iterator[tuple[str, str]]:
    """Give the pictures of notes, personas and cards with the words beside them."""
    for day in days_of(document):
        for block in blocks_of(document, day.id):
            for note in (*notes_of(document, block.id), *wall_photos_of(document, block.id)):
                yield from _of_note(note, of_wall)
    for note in document.table(Note).values():
        if not note.block_id:
            yield from _of_note(note, of_wall)
    for persona in sorted(document.table(Persona).values(), key=lambda one: (one.order, one.id)):
        yield persona.picture_id, persona.name
    for card in document.table(Card).values():
        step = document.get(card.step_id)
        yield card.picture_id, card.text or (step.title if isinstance(step, Step) else "")


def _of_note(note: Note, of_wall: str) -> Iterator[tuple[str, str]]:
    if not note.is_hidden:
        words = note.text or (of_wall if note.kind is NoteKind.WALL else "")
        yield from ((picture_id, words) for picture_id in note.picture_ids)
