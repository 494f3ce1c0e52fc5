"""How notes look as cards, on the wall of the facilitator and in the room."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sprint.document import Document
from sprint.records import Block, Note, NoteKind, Person
from ui.exercises.cards import CardFace
from ui.exercises.room_page import RoomCard
from ui.texts import Texts

TONES: Mapping[NoteKind, str] = MappingProxyType(
    {
        NoteKind.HOPE: "opportunity",
        NoteKind.FEAR: "pain",
        NoteKind.HOW_MIGHT_WE: "thought",
        NoteKind.QUESTION: "legal",
        NoteKind.GOAL: "frontstage",
        NoteKind.EXPERT: "backstage",
        NoteKind.DEMO: "quote",
        NoteKind.SKETCH: "quote",
        NoteKind.CAUSE: "pain",
        NoteKind.HIGHLIGHT: "opportunity",
        NoteKind.OBJECTION: "pain",
        NoteKind.PROTOTYPE: "frontstage",
        NoteKind.FINDING: "thought",
        NoteKind.ANSWER: "quote",
    }
)
"""The lane whose colour a kind of note has; every other kind is a yellow note. Its name stands on the card as well."""


def tone_of(kind: NoteKind) -> str:
    """Give the lane whose colour a note of this kind has."""
    return TONES.get(kind, "idea")


def kind_words(document: Document, texts: Texts, kind: NoteKind, block_id: str) -> str:
    """Name the kind of a note of a block; what the team asks citizens is no sprint question."""
    block = document.get(block_id)
    if kind is NoteKind.QUESTION and isinstance(block, Block) and block.exercise == "interview_guide":
        return texts("work.own_question")
    return texts(f"kind.note.{kind.value}")


def face_of(document: Document, texts: Texts, note: Note, *, dots: int | None = None) -> CardFace:
    """Show a note to the facilitator: kind and person above its words."""
    person = document.get(note.person_id)
    kind = kind_words(document, texts, note.kind, note.block_id)
    shown = "" if note.kind is NoteKind.NOTE else kind
    name = person.name if isinstance(person, Person) else ""
    hidden = texts("work.hidden") if note.is_hidden else ""
    label = " · ".join(part for part in (hidden, shown, name) if part)
    spoken = [part for part in (hidden, kind, name) if part]
    count = dots if dots is not None else note.votes
    if count:
        spoken.append(texts("work.dots", count=count))
    if note.picture_ids:
        spoken.append(texts("photos.on_card", count=len(note.picture_ids)))
    return CardFace(
        id=note.id,
        text=note.text,
        label=label,
        tone=tone_of(note.kind),
        valence=note.valence,
        dots=count or None,
        name=f"{', '.join(spoken)}: {note.text}",
        picture_id=next(iter(note.picture_ids), ""),
        more=max(0, len(note.picture_ids) - 1),
    )


def room_card(note: Note, *, count: int | None = None, sign: str = "") -> RoomCard:
    """Show a note to the room: its words and its colour, never who wrote it."""
    picture = note.picture_ids[0] if note.picture_ids else ""
    return RoomCard(note.text, sign=sign, count=count, picture_id=picture, tone=tone_of(note.kind))


def for_room(notes: list[Note]) -> list[Note]:
    """Leave out what the room may not see."""
    return [note for note in notes if not note.is_hidden and (note.text.strip() or note.picture_ids)]
