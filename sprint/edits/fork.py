"""Edits that make one journey out of another, and that tell which steps of two journeys belong together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import last_place
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.journeys import cards_of, links_of, phases_of, steps_of
from sprint.records import Card, Evidence, Journey, JourneyKind, Lane, Link, Phase, Record, Step


def fork_journey(
    document: Document,
    ids: IdSource,
    journey_id: str,
    title: str,
    kind: JourneyKind = JourneyKind.TO_BE,
    lanes: Collection[Lane] | None = None,
) -> Diff:
    """Copy a journey to reshape it: new ids, the same lineage, so that both can be compared.

    `lanes` says which cards come along: None for all, an empty collection for none. What citizens said stays where
    they said it, and what they said of the present journey proves nothing about a desired one: there every step is an
    assumption again.
    """
    origin = document.require(Journey, journey_id)
    place = last_place(list(document.table(Journey).values()))
    fork = replace(origin, id=ids(), title=title, kind=kind, order=place, origin_id=origin.id)
    is_new_design = kind is JourneyKind.TO_BE and origin.kind is not JourneyKind.TO_BE
    phases = {
        phase.id: replace(phase, id=ids(), journey_id=fork.id, lineage=phase.lineage or phase.id)
        for phase in phases_of(document, journey_id)
    }
    steps = {
        step.id: replace(
            step,
            id=ids(),
            journey_id=fork.id,
            phase_id=phases[step.phase_id].id,
            lineage=step.lineage or step.id,
            evidence=Evidence.ASSUMED if is_new_design else step.evidence,
        )
        for step in steps_of(document, journey_id)
    }
    new: list[Record] = [fork, *phases.values(), *steps.values()]
    for link in links_of(document, journey_id):
        source, target = steps[link.source].id, steps[link.target].id
        new.append(replace(link, id=ids(), journey_id=fork.id, source=source, target=target))
    for old, step in steps.items():
        for card in cards_of(document, old):
            if lanes is None or card.lane in lanes:
                new.append(replace(card, id=ids(), journey_id=fork.id, step_id=step.id))
    return make_diff("edit.fork_journey", [(None, record) for record in new], title=title)


def fork_into(document: Document, ids: IdSource, origin_id: str, journey_id: str) -> Diff:
    """Fill a journey that has no step yet with a copy of another one; its own empty phases make way.

    It keeps its id, so that what was prepared for it stays its own. Raises IntegrityError when it has steps.
    """
    blank = document.require(Journey, journey_id)
    if steps_of(document, journey_id):
        raise IntegrityError("error.wrong_record", id=journey_id)
    copy = fork_journey(document, ids, origin_id, blank.title, blank.kind)
    made = next(after for _, after in copy.changes.values() if isinstance(after, Journey))
    filled = replace(made, id=blank.id, order=blank.order, persona_ids=blank.persona_ids or made.persona_ids)
    spare = [one for one in phases_of(document, journey_id) if not any(document.referrers(Step, one.id))]
    changes: list[Change] = [(blank, filled), *((phase, None) for phase in spare)]
    for _, after in copy.changes.values():
        if isinstance(after, Phase | Step | Link | Card):
            changes.append((None, replace(after, journey_id=blank.id)))
    return make_diff("edit.fork_journey", changes, title=blank.title)


def accept_matches(document: Document, pairs: Mapping[str, str]) -> Diff:
    """Make later steps versions of earlier ones, as people approved: id of the earlier step → id of the later one.

    Raises IntegrityError when the two steps of a pair stand in one journey.
    """
    changes: list[Change] = []
    for before_id, after_id in pairs.items():
        before, after = document.require(Step, before_id), document.require(Step, after_id)
        if before.journey_id == after.journey_id:
            raise IntegrityError("error.match_in_one_journey")
        changes.append((after, replace(after, lineage=before.lineage or before.id)))
    return make_diff("edit.match_steps", changes, count=len(changes))


def replace_step(document: Document, step_id: str, before_id: str = "") -> Diff:
    """Say which step of another journey a step replaces, "" for none; in its own journey no other step does so.

    Raises IntegrityError when both steps stand in one journey.
    """
    if not before_id:
        return separate_steps(document, [step_id])
    before, step = document.require(Step, before_id), document.require(Step, step_id)
    key = before.lineage or before.id
    rivals = [one.id for one in steps_of(document, step.journey_id) if one.lineage == key and one.id != step_id]
    told = accept_matches(document, {before_id: step_id})
    return make_diff(
        "edit.match_steps", [*told.changes.values(), *separate_steps(document, rivals).changes.values()], count=1
    )


def adopt_present(document: Document, journey_id: str, origin_id: str) -> Diff:
    """Make a journey that has no step yet the successor of another one: for the same people, in the same situation."""
    journey, origin = document.require(Journey, journey_id), document.require(Journey, origin_id)
    if journey.origin_id or journey_id == origin_id or steps_of(document, journey_id):
        return make_diff("edit.change_journey", [], title=journey.title)
    people = journey.persona_ids or origin.persona_ids
    kept = replace(journey, origin_id=origin_id, persona_ids=people, situation=journey.situation or origin.situation)
    return make_diff("edit.change_journey", [(journey, kept)], title=journey.title)


def separate_steps(document: Document, step_ids: Collection[str]) -> Diff:
    """Make steps stand on their own again: no version of a step of another journey."""
    steps = [document.require(Step, step_id) for step_id in step_ids]
    changes: list[Change] = [(step, replace(step, lineage=step.id)) for step in steps]
    return make_diff("edit.separate_steps", changes, count=len(steps))
