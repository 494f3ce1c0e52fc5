"""Edits that tidy a journey: steps into a phase, steps on one row, lanes on and off."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import GAP
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.journeys import phases_of, steps_of, steps_of_phase
from sprint.lanes import NO_LANES, lanes_of
from sprint.records import BASIC_LANES, Journey, Lane, Phase, Step


def group_steps(document: Document, ids: IdSource, step_ids: Collection[str], title: str) -> Diff:
    """Put steps into a new phase of their own; neighbours in time stay neighbours.

    What followed the first of them in its phase and was not chosen goes on behind the new phase, in a phase of the old
    name. A phase that has no steps left goes. Raises IntegrityError for steps of several journeys.
    """
    chosen = _of_one_journey(document, step_ids)
    if not chosen:
        return make_diff("edit.group_steps", [], title=title, count=0)
    wanted = {step.id for step in chosen}
    group = Phase(id=ids(), journey_id=chosen[0].journey_id, title=title)
    row = phases_of(document, group.journey_id)
    changes: list[Change] = [
        (step, replace(step, phase_id=group.id, order=place * GAP)) for place, step in enumerate(chosen)
    ]
    order: list[Phase] = []
    for phase in row:
        steps = steps_of_phase(document, phase.id)
        left = [step for step in steps if step.id not in wanted]
        if phase.id == chosen[0].phase_id:
            earlier = steps.index(chosen[0])
            order += _split(ids, phase, group, left[:earlier], left[earlier:], changes)
        elif left or not steps:
            order.append(phase)
        else:
            changes.append((phase, None))
    known = {phase.id: phase for phase in row}
    changes += [(known.get(phase.id), replace(phase, order=rank * GAP)) for rank, phase in enumerate(order)]
    return make_diff("edit.group_steps", changes, title=title, count=len(chosen))


def align_steps(document: Document, step_ids: Collection[str], row: int | None = None) -> Diff:
    """Put steps on one row: the given one, or the uppermost among them."""
    steps = [document.require(Step, step_id) for step_id in step_ids]
    chosen = min((step.row for step in steps), default=0) if row is None else row
    return make_diff("edit.align_steps", [(step, replace(step, row=chosen)) for step in steps], count=len(steps))


def straighten_rows(document: Document, journey_id: str) -> Diff:
    """Close the rows that no step stands on any more; the main route stays row 0."""
    steps = steps_of(document, journey_id)
    ranks = {row: rank for rank, row in enumerate(sorted({0} | {step.row for step in steps}))}
    return make_diff("edit.straighten_rows", [(step, replace(step, row=ranks[step.row])) for step in steps])


def pin_steps(document: Document, places: Mapping[str, tuple[float, float] | None]) -> Diff:
    """Fix steps where a hand put them (x, y in the units of the layout), or let them go again with None."""
    changes: list[Change] = []
    for step_id, place in places.items():
        step = document.require(Step, step_id)
        x, y = place if place is not None else (None, None)
        changes.append((step, replace(step, pin_x=x, pin_y=y)))
    return make_diff("edit.pin_steps", changes, count=len(changes))


def set_lane(document: Document, journey_id: str, lane: Lane, is_on: bool) -> Diff:
    """Show a lane of a journey, or hide it; the cards in a hidden lane stay."""
    journey = document.require(Journey, journey_id)
    before = lanes_of(journey)
    if is_on == (lane in before):
        return make_diff("edit.set_lanes", [])
    shown = [one for one in Lane if (is_on if one is lane else one in before)]
    unknown = [value for value in journey.lanes if value not in set(Lane) and value not in NO_LANES]
    values = (*(one.value for one in shown), *unknown)
    if values == tuple(one.value for one in BASIC_LANES):
        values = ()
    elif not values:
        values = NO_LANES
    return make_diff("edit.set_lanes", [(journey, replace(journey, lanes=values))])


def _split(
    ids: IdSource, phase: Phase, group: Phase, earlier: Sequence[Step], later: Sequence[Step], changes: list[Change]
) -> list[Phase]:
    """Return what stands where a phase stood; notes in `changes` which steps go on in a second half of it."""
    if not earlier and not later:
        changes.append((phase, None))
        return [group]
    if not earlier or not later:
        return [phase, group] if earlier else [group, phase]
    half = replace(phase, id=ids(), lineage=phase.lineage or phase.id)
    changes += [(step, replace(step, phase_id=half.id)) for step in later]
    return [phase, group, half]


def _of_one_journey(document: Document, step_ids: Collection[str]) -> list[Step]:
    """Return the steps in time order; raises IntegrityError when they are not of one journey."""
    wanted = {step_id: document.require(Step, step_id) for step_id in step_ids}
    journeys = {step.journey_id for step in wanted.values()}
    if len(journeys) > 1:
        raise IntegrityError("error.steps_of_several_journeys")
    return [step for journey_id in journeys for step in steps_of(document, journey_id) if step.id in wanted]


def move_phase(document: Document, phase_id: str, by: int) -> Diff:
    """Move a phase with its steps one place earlier (−1) or later (+1); at the edge nothing changes."""
    phase = document.require(Phase, phase_id)
    row = phases_of(document, phase.journey_id)
    place = row.index(phase) + by
    if not 0 <= place < len(row):
        return make_diff("edit.move_phase", [], title=phase.title)
    order = [other for other in row if other.id != phase_id]
    order.insert(place, phase)
    changes: list[Change] = [(other, replace(other, order=rank * GAP)) for rank, other in enumerate(order)]
    return make_diff("edit.move_phase", changes, title=phase.title)
