"""Edits of personas: the sheet, who a journey is about, and which track each takes in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import last_place
from sprint.ids import IdSource
from sprint.records import Journey, Persona, Track


def add_persona(document: Document, ids: IdSource, name: str, journey_id: str = "", **fields: Any) -> Diff:
    """Add a persona; with a journey, that journey is also drawn through this persona's eyes."""
    place = last_place(list(document.table(Persona).values()))
    persona = Persona(id=ids(), name=name, order=place, **fields)
    changes: list[Change] = [(None, persona)]
    if journey_id:
        journey = document.require(Journey, journey_id)
        changes.append((journey, replace(journey, persona_ids=(*journey.persona_ids, persona.id))))
    return make_diff("edit.add_persona", changes, name=name)


def change_persona(document: Document, persona_id: str, **fields: Any) -> Diff:
    """Change fields of a persona's sheet (goal, fears, channel …)."""
    persona = document.require(Persona, persona_id)
    return make_diff("edit.change_persona", [(persona, replace(persona, **fields))], name=persona.name)


def set_persona_in_journey(document: Document, journey_id: str, persona_id: str, is_in: bool) -> Diff:
    """Draw a journey through a persona's eyes, or no longer; the persona itself stays."""
    journey, persona = document.require(Journey, journey_id), document.require(Persona, persona_id)
    after = journey
    if not is_in:
        after = replace(
            journey,
            persona_ids=_without(journey.persona_ids, persona_id),
            saved_ids=_without(journey.saved_ids, persona_id),
            spent_ids=_without(journey.spent_ids, persona_id),
        )
    elif persona_id not in journey.persona_ids:
        after = replace(journey, persona_ids=(*journey.persona_ids, persona_id))
    return make_diff("edit.set_persona_in_journey", [(journey, after)], name=persona.name)


def set_persona_track(document: Document, journey_id: str, persona_id: str, track: Track) -> Diff:
    """Choose the track a persona takes in this journey; an open track means: the one of the sheet."""
    journey, persona = document.require(Journey, journey_id), document.require(Persona, persona_id)
    saved, spent = _without(journey.saved_ids, persona_id), _without(journey.spent_ids, persona_id)
    if track is Track.SAVED:
        saved = (*saved, persona_id)
    elif track is Track.SPENT:
        spent = (*spent, persona_id)
    if (set(saved), set(spent)) == (set(journey.saved_ids), set(journey.spent_ids)):
        saved, spent = journey.saved_ids, journey.spent_ids  # the same choice in another order is no change
    after = replace(journey, saved_ids=saved, spent_ids=spent)
    return make_diff("edit.set_persona_track", [(journey, after)], name=persona.name)


def _without(ids: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != gone)
