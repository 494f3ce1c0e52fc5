"""Edits of pictures: taken in, hung on a note, a persona or a step, worked on without losing the original."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import last_place
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.journeys import cards_of
from sprint.records import Card, Journey, Lane, Note, NoteKind, Persona, Picture, Step


class Stored(Protocol):
    """A picture as the store keeps it."""

    @property
    def sha256(self) -> str:
        """Its checksum, which is its name."""

    @property
    def ext(self) -> str:
        """The extension of its file."""

    @property
    def width(self) -> int:
        """Width in pixels."""

    @property
    def height(self) -> int:
        """Height in pixels."""


def add_picture(document: Document, ids: IdSource, holder_id: str, stored: Stored, *, in_front: bool = False) -> Diff:
    """Hang a picture on a note (behind or in front of those it has), or give it to a persona.

    Raises IntegrityError for others.
    """
    picture = _picture(ids, stored)
    holder = document.get(holder_id)
    held: Note | Persona
    if isinstance(holder, Note):
        new = (picture.id,)
        hung = (*new, *holder.picture_ids) if in_front else (*holder.picture_ids, *new)
        held = replace(holder, picture_ids=hung)
    elif isinstance(holder, Persona):
        held = replace(holder, picture_id=picture.id)
    else:
        raise IntegrityError("error.record_gone", table=Note.TABLE, id=holder_id)
    return make_diff("edit.add_picture", [(None, picture), (holder, held)])


def add_pictured_note(
    document: Document, ids: IdSource, block_id: str, kind: NoteKind, stored: Stored, text: str = ""
) -> Diff:
    """Make a note of a picture: the sheet itself is what was written down."""
    siblings = [note for note in document.table(Note).values() if note.block_id == block_id or note.kind is kind]
    picture = _picture(ids, stored)
    note = Note(
        id=ids(),
        block_id=block_id,
        kind=kind,
        order=last_place(siblings),
        text=text,
        picture_ids=(picture.id,),
    )
    return make_diff("edit.add_picture", [(None, picture), (None, note)])


def add_step_picture(document: Document, ids: IdSource, step_id: str, stored: Stored) -> Diff:
    """Put a picture on the first card that shows what the citizen sees at a step, or on a new one.

    The lane is switched on in the journey, so that the picture can be seen there too.
    """
    step = document.require(Step, step_id)
    picture = _picture(ids, stored)
    known = next(iter(cards_of(document, step_id, PICTURE_LANE)), None)
    card = known or Card(id=ids(), journey_id=step.journey_id, step_id=step_id, lane=PICTURE_LANE)
    changes: list[Change] = [(None, picture), (known, replace(card, picture_id=picture.id))]
    return make_diff("edit.add_picture", [*changes, *lane_shown(document, step.journey_id, PICTURE_LANE)])


PICTURE_LANE = Lane.FRONTSTAGE
"""Where the drawing of a step hangs: it is what a citizen meets there."""


def lane_shown(document: Document, journey_id: str, lane: Lane) -> list[Change]:
    """Give the change that switches a lane of a journey on; nothing when it can be seen already."""
    journey = document.require(Journey, journey_id)
    if not journey.lanes or lane.value in journey.lanes:
        return []
    return [(journey, replace(journey, lanes=(*journey.lanes, lane.value)))]


def replace_picture(document: Document, ids: IdSource, picture_id: str, stored: Stored, holder_id: str = "") -> Diff:
    """Show a picture that was worked on wherever the one before hangs, or at one holder; the original is remembered."""
    before = document.require(Picture, picture_id)
    made = replace(_picture(ids, stored), caption=before.caption, origin_id=before.origin_id or before.id)
    swapped = _swapped(document, picture_id, made.id)
    kept = [change for change in swapped if not holder_id or (change[1] is not None and change[1].id == holder_id)]
    return make_diff("edit.shape_picture", [(None, made), *kept])


def restore_picture(document: Document, picture_id: str) -> Diff:
    """Show the original of a picture again, wherever the picture hangs; no change when it is the original."""
    picture = document.require(Picture, picture_id)
    changes = _swapped(document, picture_id, picture.origin_id) if picture.origin_id else []
    return make_diff("edit.restore_picture", changes)


def take_picture_down(document: Document, holder_id: str, picture_id: str) -> Diff:
    """Take a picture off a note, a persona or a card; the picture itself stays in the sprint."""
    holder = document.get(holder_id)
    if isinstance(holder, Note):
        left = tuple(held for held in holder.picture_ids if held != picture_id)
        return make_diff("edit.drop_picture", [(holder, replace(holder, picture_ids=left))])
    if isinstance(holder, Persona | Card) and holder.picture_id == picture_id:
        return make_diff("edit.drop_picture", [(holder, replace(holder, picture_id=""))])
    return make_diff("edit.drop_picture", [])


def _picture(ids: IdSource, stored: Stored) -> Picture:
    return Picture(id=ids(), sha256=stored.sha256, extension=stored.ext, width=stored.width, height=stored.height)


def _swapped(document: Document, old: str, new: str) -> list[Change]:
    changes: list[Change] = []
    for note in document.referrers(Note, old):
        shown = tuple(dict.fromkeys(new if held == old else held for held in note.picture_ids))
        changes.append((note, replace(note, picture_ids=shown)))
    changes += [(persona, replace(persona, picture_id=new)) for persona in document.referrers(Persona, old)]
    changes += [(card, replace(card, picture_id=new)) for card in document.referrers(Card, old)]
    return changes
