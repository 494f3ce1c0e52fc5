"""Pieces of earlier work in the storyboard: a drawing or an idea hangs at the frame and still knows its note."""

from __future__ import annotations

from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import last_place
from sprint.edits.pictures import PICTURE_LANE, lane_shown
from sprint.edits.sketches import STANDOUT, letter_of, said_of, sketches_of
from sprint.edits.storyboard import add_frame
from sprint.errors import IntegrityError
from sprint.frozen import dataclass
from sprint.ids import IdSource
from sprint.insight.dots import chosen_on
from sprint.journeys import cards_of
from sprint.records import Card, Journey, Lane, Note, NoteKind, Step

WORDS_OF_PIECE = Lane.IDEA
"""Where the words of a piece hang; its drawing hangs where every drawing of a frame hangs."""
_LONGEST_TITLE = 60


@dataclass(frozen=True)
class Piece:
    """A note that can be put in a frame; `letter` is that of its sketch, "" for what belongs to no sketch."""

    note: Note
    letter: str = ""
    is_winner: bool = False


def pieces_of(document: Document) -> list[Piece]:
    """List what the storyboard can be made of: the winners with what stood out, the other sketches, then the ideas."""
    row = sketches_of(document)
    won = chosen_on(document, [note.id for note in row])
    letters = {note.id: letter_of(place) for place, note in enumerate(row)}
    found: list[Piece] = []
    for sketch in sorted(row, key=lambda note: note.id not in won):
        letter, is_winner = letters[sketch.id], sketch.id in won
        praise = sorted(said_of(document, sketch.id, NoteKind.HIGHLIGHT), key=lambda note: note.mark != STANDOUT)
        found += [Piece(note, letter, is_winner) for note in (sketch, *praise)]
    ideas = [note for note in document.table(Note).values() if note.kind is NoteKind.IDEA and not note.origin_id]
    found += [Piece(note) for note in sorted(ideas, key=lambda note: (-note.votes, note.block_id, note.order, note.id))]
    return [
        piece for piece in found if not piece.note.is_hidden and (piece.note.text.strip() or piece.note.picture_ids)
    ]


def frames_with(document: Document, note_id: str) -> list[str]:
    """Return the ids of the steps at which a piece hangs; a drawing that was taken down hangs nowhere."""
    cards = (card for card in document.referrers(Card, note_id) if card.origin_id == note_id)
    return list(dict.fromkeys(card.step_id for card in cards if card.picture_id or card.lane is WORDS_OF_PIECE))


def put_piece(document: Document, ids: IdSource, step_id: str, note_id: str) -> Diff:
    """Hang a piece at a frame: its drawing as the drawing of the frame, or its words as an idea.

    No change when it hangs there already.
    """
    note, step = document.require(Note, note_id), document.require(Step, step_id)
    if step_id in frames_with(document, note_id):
        return make_diff("edit.put_piece", [])
    lane = PICTURE_LANE if note.picture_ids else WORDS_OF_PIECE
    there = cards_of(document, step_id, lane)
    known = there[0] if there and note.picture_ids else None
    card = known or Card(id=ids(), journey_id=step.journey_id, step_id=step_id, lane=lane, order=last_place(there))
    if note.picture_ids:
        hung = replace(card, picture_id=note.picture_ids[0], origin_id=note.id)
    else:
        hung = replace(card, text=note.text, origin_id=note.id)
    return make_diff("edit.put_piece", [(known, hung), *lane_shown(document, step.journey_id, lane)])


def begin_frame(document: Document, ids: IdSource, journey_id: str, note_id: str) -> Diff:
    """Make the next frame of a piece: its words are the title, its drawing is the drawing."""
    note = document.require(Note, note_id)
    document.require(Journey, journey_id)
    made = add_frame(document, ids, journey_id, short_title(note.text))
    step = next((after for _, after in made.changes.values() if isinstance(after, Step)), None)
    if step is None:
        raise IntegrityError("error.record_gone", table=Step.TABLE, id=note_id)
    whole = make_diff("edit.put_piece", made.changes.values())
    if note.picture_ids:
        trial = Document(document)
        trial.apply(whole)
        whole = whole.then(put_piece(trial, ids, step.id, note_id))
    return whole


def take_piece_out(document: Document, step_id: str, note_id: str) -> Diff:
    """Take a piece out of a frame; words that were written beside its drawing stay."""
    changes: list[Change] = []
    for card in document.referrers(Card, note_id):
        if card.step_id != step_id or card.origin_id != note_id:
            continue
        is_drawing = bool(card.picture_id)
        stays = is_drawing and bool(card.text.strip())
        changes.append((card, replace(card, picture_id="", origin_id="") if stays else None))
    return make_diff("edit.take_piece_out", changes)


def short_title(text: str) -> str:
    """Give the first part of what somebody wrote, as long as a title may be."""
    first = text.strip().partition("\n")[0]
    for mark in (":", ".", ";"):
        head = first.partition(mark)[0].strip()
        first = head or first
    return first if len(first) <= _LONGEST_TITLE else first[: _LONGEST_TITLE - 1].rstrip() + "…"
