"""Edits of what the room plans and looks over: notes at steps, the maturity sheet, promises for after the sprint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.notes import notes_of
from sprint.edits.order import GAP, last_place
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.records import (
    Block,
    Day,
    Decision,
    FollowUp,
    MaturityLever,
    MaturityMark,
    MaturityStage,
    Note,
    NoteKind,
    Step,
)

FIRST_STEP_DAYS, FIRST_CHECK_DAYS, LAST_CHECK_DAYS = 7, 30, 90
"""The first week decides whether a plan lives; checks after one month and after three (method 3.10)."""


def add_notes_at_steps(
    document: Document, ids: IdSource, block_id: str, kind: NoteKind, places: Iterable[tuple[str, str]]
) -> Diff:
    """Write a note of a kind at each of these steps (step id, words), in their order, as one entry."""
    block = document.require(Block, block_id)
    place = last_place(notes_of(document, block.id))
    made = [
        Note(
            id=ids(),
            block_id=block.id,
            kind=kind,
            order=place + rank * GAP,
            text=text,
            step_id=document.require(Step, step_id).id,
        )
        for rank, (step_id, text) in enumerate(places)
    ]
    return make_diff("edit.add_notes", [(None, note) for note in made], count=len(made))


def take_all_over(
    document: Document, ids: IdSource, block_id: str, origin_ids: Sequence[str], *, kind: NoteKind = NoteKind.NOTE
) -> Diff:
    """Work all these notes of earlier exercises out here, each remembering what it was made of."""
    block = document.require(Block, block_id)
    place = last_place(notes_of(document, block.id))
    origins = [document.require(Note, origin_id) for origin_id in dict.fromkeys(origin_ids)]
    made = [
        Note(
            id=ids(),
            block_id=block.id,
            kind=kind,
            order=place + rank * GAP,
            text=origin.text,
            origin_id=origin.id,
            step_id=origin.step_id,
            persona_id=origin.persona_id,
            owner=origin.owner,
        )
        for rank, origin in enumerate(origins)
    ]
    return make_diff("edit.add_notes", [(None, note) for note in made], count=len(made))


def mark_maturity(document: Document, ids: IdSource, stage: MaturityStage, lever: MaturityLever, **fields: Any) -> Diff:
    """Say how far the organisation is in one cell of the sheet (`mark`), or what is remarked there (`remark`)."""
    known = maturity_of(document, stage, lever)
    cell = known or MaturityMark(id=ids(), stage=stage, lever=lever)
    return make_diff("edit.mark_maturity", [(known, replace(cell, **fields))])


def maturity_of(document: Document, stage: MaturityStage, lever: MaturityLever) -> MaturityMark | None:
    """Return the cell of the sheet, None when nobody filled it."""
    found = (mark for mark in document.table(MaturityMark).values() if (mark.stage, mark.lever) == (stage, lever))
    return min(found, key=lambda mark: mark.id, default=None)


def promise(
    document: Document, ids: IdSource, text: str = "", *, decision_id: str = "", today: str = "", **fields: Any
) -> Diff:
    """Agree on something for after the sprint; the dates count from its last day, or from `today` (ISO) without one.

    Raises IntegrityError for a decision that is not there, ValueError for a `today` that is no day.
    """
    if decision_id:
        document.require(Decision, decision_id)
    last = last_day(document) or (date.fromisoformat(today) if today else None)
    dates = {}
    if last is not None:
        after = (("first_by", FIRST_STEP_DAYS), ("check_30", FIRST_CHECK_DAYS), ("check_90", LAST_CHECK_DAYS))
        dates = {name: (last + timedelta(days=days)).isoformat() for name, days in after}
    place = last_place(list(document.table(FollowUp).values()))
    made = FollowUp(id=ids(), order=place, text=text, decision_id=decision_id, **{**dates, **fields})
    return make_diff("edit.promise", [(None, made)])


def promise_all(document: Document, ids: IdSource, decision_ids: Sequence[str], *, today: str = "") -> Diff:
    """Take all these decisions over into the plan for afterwards, as one entry."""
    trial, whole = Document(document), make_diff("edit.promise_all", [], count=len(decision_ids))
    for decision_id in decision_ids:
        decision = trial.require(Decision, decision_id)
        made = promise(trial, ids, decision.text, decision_id=decision_id, today=today)
        trial.apply(made)
        whole = whole.then(made)
    return whole


def change_promise(document: Document, follow_up_id: str, **fields: Any) -> Diff:
    """Change something that was agreed on; a date is ISO or empty.

    Raises IntegrityError for a date that is none.
    """
    known = document.require(FollowUp, follow_up_id)
    for name in ("first_by", "check_30", "check_90"):
        if not _is_day(str(fields.get(name, ""))):
            raise IntegrityError("error.impossible_value", table=FollowUp.TABLE, field=name, id=follow_up_id)
    return make_diff("edit.change_promise", [(known, replace(known, **fields))])


def promises_of(document: Document) -> list[FollowUp]:
    """Return what was agreed on for after the sprint, in order."""
    return sorted(document.table(FollowUp).values(), key=lambda one: (one.order, one.id))


def last_day(document: Document) -> date | None:
    """Return the last day of the sprint, None when no day has a date."""
    dates = [day.date for day in document.table(Day).values() if day.date and _is_day(day.date)]
    return date.fromisoformat(max(dates)) if dates else None


def _is_day(text: str) -> bool:
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False
