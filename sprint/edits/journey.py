"""Edits of the graph: steps, links and phases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import GAP, index_before, last_place, places, still_before
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.journeys import links_from, phases_of, steps_of, steps_of_phase
from sprint.records import (
    Journey,
    JourneyKind,
    Link,
    LinkKind,
    Phase,
    Record,
    Step,
    StepKind,
)


def add_journey(document: Document, ids: IdSource, title: str, kind: JourneyKind, phases: Sequence[str]) -> Diff:
    """Start a journey with empty phases."""
    journey = Journey(id=ids(), title=title, kind=kind, order=last_place(list(document.table(Journey).values())))
    new: list[Record] = [journey]
    for number, name in enumerate(phases):
        new.append(Phase(id=ids(), journey_id=journey.id, title=name, order=number * GAP))
    return make_diff("edit.add_journey", [(None, record) for record in new])


def change_journey(document: Document, journey_id: str, **fields: Any) -> Diff:
    """Change a journey (its kind, the personas through whose eyes it is drawn)."""
    journey = document.require(Journey, journey_id)
    return make_diff("edit.change_journey", [(journey, replace(journey, **fields))], title=journey.title)


def add_phase(document: Document, ids: IdSource, journey_id: str, title: str, after: str = "") -> Diff:
    """Add a phase after another one, or at the end."""
    siblings = phases_of(document, journey_id)
    index = index_before(siblings, after) + 1 if after else len(siblings)
    (place,), room = places(siblings, min(index, len(siblings)), 1)
    phase = Phase(id=ids(), journey_id=journey_id, title=title, order=place)
    return make_diff("edit.add_phase", [(None, phase), *room])


def add_step(
    document: Document,
    ids: IdSource,
    journey_id: str,
    *,
    title: str = "",
    after: str = "",
    phase_id: str = "",
    row: int | None = None,
    kind: StepKind = StepKind.STEP,
) -> Diff:
    """Add a step after another one and link it into the route; without `after` it ends its phase.

    Raises IntegrityError when phase or predecessor belong to another journey.
    """
    previous = document.require(Step, after) if after else None
    phase = document.require(Phase, phase_id or (previous.phase_id if previous else _last_phase(document, journey_id)))
    if phase.journey_id != journey_id or (previous is not None and previous.journey_id != journey_id):
        raise IntegrityError("error.wrong_record", id=phase.id)
    siblings = steps_of_phase(document, phase.id)
    index = len(siblings)
    if previous is not None and previous.phase_id == phase.id:
        index = index_before(siblings, previous.id) + 1
    (place,), room = places(siblings, index, 1)
    chosen_row = row if row is not None else previous.row if previous else 0
    new_id = ids()
    step = Step(
        id=new_id,
        lineage=new_id,
        journey_id=journey_id,
        phase_id=phase.id,
        order=place,
        row=chosen_row,
        title=title,
        kind=kind,
    )
    changes: list[Change] = [(None, step), *room]
    if previous is not None:
        changes += _linked_in(document, ids, previous, step)
    return make_diff("edit.add_step", changes)


def link_steps(
    document: Document, ids: IdSource, source: str, target: str, kind: LinkKind = LinkKind.NEXT, label: str = ""
) -> Diff:
    """Draw an arrow between two steps of one journey; the same arrow twice is no change."""
    start, end = document.require(Step, source), document.require(Step, target)
    if start.journey_id != end.journey_id:
        raise IntegrityError("error.link_between_journeys")
    if any(link.target == target and link.kind is kind for link in links_from(document, source)):
        return make_diff("edit.link_steps", [])
    link = Link(id=ids(), journey_id=start.journey_id, source=source, target=target, kind=kind, label=label)
    return make_diff("edit.link_steps", [(None, link)])


def change_link(document: Document, link_id: str, **fields: Any) -> Diff:
    """Change the kind or the label of an arrow."""
    link = document.require(Link, link_id)
    return make_diff("edit.change_link", [(link, replace(link, **fields))])


def rename(document: Document, record_id: str, title: str) -> Diff:
    """Give a step, a phase or a journey another name."""
    record = document.get(record_id)
    if not isinstance(record, Step | Phase | Journey):
        raise IntegrityError("error.record_gone", table=Step.TABLE, id=record_id)
    return make_diff("edit.rename", [(record, replace(record, title=title))], title=title)


def change_step(document: Document, step_id: str, **fields: Any) -> Diff:
    """Change fields of a step (channel, kind, waiting days, legal frame …)."""
    step = document.require(Step, step_id)
    return make_diff("edit.change_step", [(step, replace(step, **fields))], title=step.title)


def set_feeling(document: Document, step_ids: Iterable[str], value: int | None) -> Diff:
    """Set what the team assumes a citizen feels at these steps (−3 … +3, or None for "we do not know")."""
    steps = [document.require(Step, step_id) for step_id in step_ids]
    return make_diff("edit.set_feeling", [(step, replace(step, feeling=value)) for step in steps], count=len(steps))


def move_steps(
    document: Document, step_ids: Iterable[str], phase_id: str, before: str = "", row: int | None = None
) -> Diff:
    """Move steps to a place in a phase: before another step, or to the end; their order among themselves stays.

    Raises IntegrityError for a phase of another journey.
    """
    phase = document.require(Phase, phase_id)
    wanted = {step_id: document.require(Step, step_id) for step_id in step_ids}
    if any(step.journey_id != phase.journey_id for step in wanted.values()):
        raise IntegrityError("error.wrong_record", id=phase_id)
    moving = [step for step in steps_of(document, phase.journey_id) if step.id in wanted]
    row_of_phase = steps_of_phase(document, phase_id)
    siblings = [step for step in row_of_phase if step.id not in wanted]
    found, room = places(siblings, index_before(siblings, still_before(row_of_phase, before, wanted)), len(moving))
    changes: list[Change] = [
        (step, replace(step, phase_id=phase_id, order=place, row=step.row if row is None else row))
        for step, place in zip(moving, found, strict=True)
    ]
    return make_diff("edit.move_steps", [*changes, *room], count=len(moving))


def _last_phase(document: Document, journey_id: str) -> str:
    phases = phases_of(document, journey_id)
    if not phases:
        raise IntegrityError("error.no_phase")
    return phases[-1].id


def _linked_in(document: Document, ids: IdSource, previous: Step, step: Step) -> list[Change]:
    """Put the new step between `previous` and what came next on the same route."""
    changes: list[Change] = [
        (None, Link(id=ids(), journey_id=step.journey_id, source=previous.id, target=step.id)),
    ]
    if step.row != previous.row:
        return changes
    for link in links_from(document, previous.id):
        following = document.require(Step, link.target)
        if link.kind is LinkKind.NEXT and following.row == step.row and following.id != previous.id:
            changes.append((link, replace(link, source=step.id)))
    return changes
