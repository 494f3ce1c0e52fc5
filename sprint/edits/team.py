"""Edits of the team, and of what lies ready for a day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.delete import delete
from sprint.edits.order import last_place
from sprint.ids import IdSource
from sprint.records import Day, Person

_DECIDER = ("beslis", "decider")
"""How the role of the Decider begins in both languages."""


def add_person(document: Document, ids: IdSource, name: str, *, role: str = "", job: str = "") -> Diff:
    """Add somebody to the team, behind the others."""
    place = last_place(list(document.table(Person).values()))
    person = Person(id=ids(), order=place, name=name, role=role, job=job)
    return make_diff("planner.edit_add_person", [(None, person)])


def change_person(document: Document, person_id: str, **fields: Any) -> Diff:
    """Change the name, the role or the job of somebody of the team."""
    person = document.require(Person, person_id)
    return make_diff("planner.edit_change_person", [(person, replace(person, **fields))])


def remove_person(document: Document, person_id: str) -> Diff:
    """Take somebody off the team; the notes that person wrote stay, without the name."""
    document.require(Person, person_id)
    return make_diff("planner.edit_remove_person", delete(document, [person_id]).changes.values())


def team_of(document: Document) -> list[Person]:
    """Return the team in order."""
    return sorted(document.table(Person).values(), key=lambda person: (person.order, person.id))


def decider_of(document: Document) -> str:
    """Return the name of the Decider, "" when the team has none; roles are words in either language."""
    return next((one.name for one in team_of(document) if one.role.casefold().startswith(_DECIDER)), "")


def set_ready(document: Document, day_id: str, thing: str, is_ready: bool) -> Diff:
    """Say whether a thing ("sheet:agenda", "material:tape") lies ready for a day."""
    day = document.require(Day, day_id)
    others = tuple(other for other in day.ready if other != thing)
    after = replace(day, ready=(*others, thing) if is_ready else others)
    return make_diff("planner.edit_ready" if is_ready else "planner.edit_not_ready", [(day, after)])
