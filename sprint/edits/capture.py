"""Quick capture: a decision, something to park, a note at an exercise or a step; and the checklist beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import GAP, last_place
from sprint.ids import IdSource
from sprint.records import Decision, Note, NoteKind, ParkedItem, Preparation


def capture_note(
    document: Document,
    ids: IdSource,
    text: str,
    *,
    kind: NoteKind = NoteKind.NOTE,
    block_id: str = "",
    step_id: str = "",
) -> Diff:
    """Write down a note of a kind, at an exercise, at a step, at both or at nothing yet."""
    siblings = [note for note in document.table(Note).values() if note.block_id == block_id]
    note = Note(id=ids(), block_id=block_id, step_id=step_id, kind=kind, order=last_place(siblings), text=text)
    return make_diff("edit.add_note", [(None, note)])


def park(
    document: Document, ids: IdSource, text: str, *, owner: str = "", back_when: str = "", block_id: str = ""
) -> Diff:
    """Put something in the parking lot: whose it is and when it comes back may be said later."""
    order = last_place(list(document.table(ParkedItem).values()))
    item = ParkedItem(id=ids(), order=order, text=text, owner=owner, back_when=back_when, block_id=block_id)
    return make_diff("edit.park", [(None, item)])


def change_parked(document: Document, item_id: str, **fields: Any) -> Diff:
    """Change a parked item, or say that it was dealt with (`is_done`)."""
    item = document.require(ParkedItem, item_id)
    return make_diff("edit.change_parked", [(item, replace(item, **fields))])


def decide(
    document: Document,
    ids: IdSource,
    text: str,
    *,
    reason: str = "",
    decided_by: str = "",
    block_id: str = "",
    at: str = "",
) -> Diff:
    """Write down what was decided, why and by whom; `at` is the moment (UTC, ISO 8601)."""
    order = last_place(list(document.table(Decision).values()))
    decision = Decision(
        id=ids(), block_id=block_id, order=order, text=text, reason=reason, decided_by=decided_by, at=at
    )
    return make_diff("edit.decide", [(None, decision)])


def change_decision(document: Document, decision_id: str, **fields: Any) -> Diff:
    """Change the words of a decision."""
    decision = document.require(Decision, decision_id)
    return make_diff("edit.change_decision", [(decision, replace(decision, **fields))])


def prepare(document: Document, ids: IdSource, tasks: Iterable[tuple[str, str]]) -> Diff:
    """Put tasks (name in the checklist, due date as ISO) on the checklist; one that is there gets the new date."""
    there = {item.task: item for item in document.table(Preparation).values() if item.task}
    place = last_place(list(document.table(Preparation).values()))
    changes: list[Change] = []
    for rank, (task, due) in enumerate(tasks):
        known = there.get(task)
        if known is not None:
            changes.append((known, replace(known, due=due)))
        else:
            changes.append((None, Preparation(id=ids(), order=place + rank * GAP, task=task, due=due)))
    return make_diff("edit.prepare", changes)


def add_preparation(document: Document, ids: IdSource, text: str, *, due: str = "", owner: str = "") -> Diff:
    """Add something of one's own to the checklist."""
    order = last_place(list(document.table(Preparation).values()))
    item = Preparation(id=ids(), order=order, text=text, due=due, owner=owner)
    return make_diff("edit.add_preparation", [(None, item)])


def change_preparation(document: Document, item_id: str, **fields: Any) -> Diff:
    """Change an item of the checklist, or tick it off (`is_done`)."""
    item = document.require(Preparation, item_id)
    return make_diff("edit.change_preparation", [(item, replace(item, **fields))])
