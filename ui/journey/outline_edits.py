"""What the keys of the outline do to a journey; pure functions, each one edit with a name."""

from __future__ import annotations

from collections.abc import Sequence

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.arrange import move_phase
from sprint.edits.cards import add_card, move_card, set_card_text
from sprint.edits.citizens import change_remark
from sprint.edits.journey import add_phase, add_step, move_steps, rename
from sprint.ids import IdSource
from sprint.journeys import cards_of, phases_of, steps_of, steps_of_phase
from sprint.records import Card, Lane, Observation, Phase, Record, Step

_LANES = tuple(Lane)
NOTHING = make_diff("edit.add_step", [])


def write(document: Document, record_id: str, text: str) -> Diff:
    """Write another text in a row."""
    record = document.get(record_id)
    if isinstance(record, Card):
        return set_card_text(document, record_id, text)
    if isinstance(record, Observation):
        return change_remark(document, record_id, text=text)
    return rename(document, record_id, text) if record is not None else NOTHING


def step_after(document: Document, ids: IdSource, journey_id: str, record: Record | None, untitled: str) -> Diff:
    """Add a step behind the one at hand: at the end of a phase, at the end of the journey when nothing is at hand.

    A journey that has nothing yet gets its first phase, named `untitled`, in the same edit.
    """
    if isinstance(record, Card | Observation):
        record = document.get(record.step_id)
    if isinstance(record, Step):
        return add_step(document, ids, journey_id, after=record.id)
    phases = phases_of(document, journey_id)
    if not phases:
        phase = Phase(id=ids(), journey_id=journey_id, title=untitled)
        step_id = ids()
        step = Step(id=step_id, lineage=step_id, journey_id=journey_id, phase_id=phase.id)
        return make_diff("edit.add_step", [(None, phase), (None, step)])
    phase = record if isinstance(record, Phase) else phases[-1]
    rank = [one.id for one in phases].index(phase.id)
    earlier = [step for one in phases[: rank + 1] for step in steps_of_phase(document, one.id) if step.row == 0]
    after = earlier[-1].id if earlier else ""
    return add_step(document, ids, journey_id, after=after, phase_id=phase.id)


def phase_after(document: Document, ids: IdSource, journey_id: str, record: Record | None, title: str) -> Diff:
    """Add a phase behind the one at hand."""
    if isinstance(record, Card | Observation):
        record = document.get(record.step_id)
    after = record.id if isinstance(record, Phase) else record.phase_id if isinstance(record, Step) else ""
    return add_phase(document, ids, journey_id, title, after)


def card_at(document: Document, ids: IdSource, record: Record | None, lane: Lane) -> Diff:
    """Add a card under the step at hand; a card at hand gives its own lane."""
    if isinstance(record, Card):
        return add_card(document, ids, record.step_id, record.lane)
    if isinstance(record, Observation):
        return add_card(document, ids, record.step_id, lane)
    return add_card(document, ids, record.id, lane) if isinstance(record, Step) else NOTHING


def new_row(diff: Diff) -> str:
    """Return the id of the step, card or phase that an edit makes; the phase only when nothing else is made."""
    made = [after for before, after in diff.changes.values() if before is None and after is not None]
    kinds = (Step, Card, Phase)
    return next((record.id for kind in kinds for record in made if isinstance(record, kind)), "")


def move_up_or_down(document: Document, record: Record | None, chosen: Sequence[str], by: int) -> Diff:
    """Move steps (or one card, or one phase) one place up (−1) or down (+1); past the edge they go to the neighbour."""
    if isinstance(record, Phase):
        return move_phase(document, record.id, by)
    if isinstance(record, Card):
        return _card_in_lane(document, record, by)
    if not isinstance(record, Step):
        return NOTHING
    order = [step for step in steps_of(document, record.journey_id) if step.id in {*chosen, record.id}]
    edge = order[0] if by < 0 else order[-1]
    siblings = [step.id for step in steps_of_phase(document, edge.phase_id) if step.id == edge.id or step not in order]
    place = siblings.index(edge.id)
    moving = [step.id for step in order]
    if by < 0 and place > 0:
        return move_steps(document, moving, edge.phase_id, siblings[place - 1])
    if by > 0 and place + 1 < len(siblings):
        return move_steps(document, moving, edge.phase_id, _at(siblings, place + 2))
    return _to_next_phase(document, edge, moving, by)


def move_aside(document: Document, record: Record | None, chosen: Sequence[str], by: int) -> Diff:
    """Move steps to the phase before (−1) or after (+1); a card to the lane before or after."""
    if isinstance(record, Card):
        place = _LANES.index(record.lane) + by
        if not 0 <= place < len(_LANES):
            return NOTHING
        return move_card(document, record.id, record.step_id, _LANES[place])
    if isinstance(record, Step):
        moving = [step.id for step in steps_of(document, record.journey_id) if step.id in {*chosen, record.id}]
        return _to_next_phase(document, record, moving, by)
    return NOTHING


def _to_next_phase(document: Document, step: Step, moving: Sequence[str], by: int) -> Diff:
    phases = [phase.id for phase in phases_of(document, step.journey_id)]
    place = phases.index(step.phase_id) + by
    if not 0 <= place < len(phases):
        return NOTHING
    there = [other.id for other in steps_of_phase(document, phases[place]) if other.id not in moving]
    return move_steps(document, moving, phases[place], there[0] if by > 0 and there else "")


def _card_in_lane(document: Document, card: Card, by: int) -> Diff:
    siblings = [other.id for other in cards_of(document, card.step_id, card.lane)]
    place = siblings.index(card.id) + by
    if 0 <= place < len(siblings):
        before = siblings[place] if by < 0 else _at(siblings, place + 1)
        return move_card(document, card.id, card.step_id, card.lane, before)
    order = [step.id for step in steps_of(document, card.journey_id)]
    other = order.index(card.step_id) + by
    if not 0 <= other < len(order):
        return NOTHING
    there = cards_of(document, order[other], card.lane)
    return move_card(document, card.id, order[other], card.lane, there[0].id if by > 0 and there else "")


def _at(ids: Sequence[str], place: int) -> str:
    return ids[place] if place < len(ids) else ""
