"""Edits of patterns: mark the same thing, draw an insight, give an advice with an owner, accept it on the journey."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.delete import delete
from sprint.edits.order import last_place
from sprint.errors import SprintError
from sprint.ids import IdSource
from sprint.insight.patterns import patterns_of, support_of
from sprint.journeys import cards_of
from sprint.records import (
    Card,
    Decision,
    Journey,
    JourneyKind,
    Lane,
    Observation,
    Pattern,
    PatternState,
    Step,
)


def mark_pattern(
    document: Document, ids: IdSource, observation_ids: Iterable[str], title: str, *, step_id: str = ""
) -> Diff:
    """Mark remarks of several citizens as the same thing; without a step it lies at the step of the first remark.

    Raises SprintError without a title or without remarks.
    """
    chosen = [document.require(Observation, one) for one in dict.fromkeys(observation_ids)]
    if not chosen or not title.strip():
        raise SprintError("study.pattern_empty")
    pattern = Pattern(
        id=ids(),
        order=last_place(patterns_of(document)),
        title=title,
        step_id=step_id or chosen[0].step_id,
        observation_ids=tuple(remark.id for remark in chosen),
    )
    return make_diff("study.edit_mark_pattern", [(None, pattern)], title=title)


def add_to_pattern(document: Document, pattern_id: str, observation_ids: Iterable[str]) -> Diff:
    """Mark more remarks with a pattern that is there."""
    pattern = document.require(Pattern, pattern_id)
    more = [document.require(Observation, one).id for one in observation_ids]
    after = replace(pattern, observation_ids=tuple(dict.fromkeys([*pattern.observation_ids, *more])))
    return make_diff("study.edit_add_to_pattern", [(pattern, after)], title=pattern.title)


def take_from_pattern(document: Document, pattern_id: str, observation_ids: Iterable[str]) -> Diff:
    """Take remarks out of a pattern; one without remarks goes itself."""
    pattern = document.require(Pattern, pattern_id)
    gone = set(observation_ids)
    left = tuple(one for one in pattern.observation_ids if one not in gone)
    if not left:
        return remove_pattern(document, pattern_id)
    after = replace(pattern, observation_ids=left)
    return make_diff("study.edit_take_from_pattern", [(pattern, after)], title=pattern.title)


def change_pattern(document: Document, pattern_id: str, **fields: Any) -> Diff:
    """Change a pattern's title, step or order."""
    pattern = document.require(Pattern, pattern_id)
    return make_diff("study.edit_change_pattern", [(pattern, replace(pattern, **fields))], title=pattern.title)


def remove_pattern(document: Document, pattern_id: str) -> Diff:
    """Take a pattern away; the remarks stay."""
    pattern = document.require(Pattern, pattern_id)
    gone = delete(document, [pattern.id])
    return make_diff("study.edit_remove_pattern", gone.changes.values(), title=pattern.title)


def draw_insight(document: Document, pattern_id: str, insight: str) -> Diff:
    """Write down what a pattern tells us.

    Raises SprintError when fewer than three citizens support it and nothing in it is serious, or without words.
    """
    pattern = document.require(Pattern, pattern_id)
    support = support_of(document, pattern)
    if not support.may_become_insight:
        raise SprintError("study.pattern_too_thin", people=support.people, spoken=support.spoken)
    if not insight.strip():
        raise SprintError("study.insight_empty")
    is_first = pattern.state is PatternState.MARKED
    after = replace(pattern, insight=insight, state=PatternState.INSIGHT if is_first else pattern.state)
    return make_diff("study.edit_insight", [(pattern, after)], title=pattern.title)


def give_advice(document: Document, pattern_id: str, advice: str, owner: str) -> Diff:
    """Turn an insight into an advice that somebody owns.

    Raises SprintError without an insight, without words or without an owner.
    """
    pattern = document.require(Pattern, pattern_id)
    if not pattern.insight.strip():
        raise SprintError("study.advice_needs_insight")
    if not advice.strip() or not owner.strip():
        raise SprintError("study.advice_needs_owner")
    after = replace(pattern, advice=advice, owner=owner, state=PatternState.ADVICE, card_id="", reason="")
    return make_diff("study.edit_advice", [(pattern, after)], title=pattern.title)


def step_for_advice(document: Document, pattern: Pattern, journey_id: str) -> Step | None:
    """Return the step of a journey that is a version of the pattern's step, None when the journey has none."""
    step = document.get(pattern.step_id) if pattern.step_id else None
    if not isinstance(step, Step):
        return None
    if step.journey_id == journey_id:
        return step
    family = step.lineage or step.id
    versions = (other for other in document.referrers(Step, journey_id) if (other.lineage or other.id) == family)
    return next(iter(sorted(versions, key=lambda other: other.id)), None)


def accept_advice(
    document: Document, ids: IdSource, pattern_id: str, journey_id: str, *, step_id: str = "", at: str = ""
) -> Diff:
    """Take an advice over on the desired journey: a card with its owner at the step, and a decision with the reason.

    Without a step it goes to the version of the pattern's step in that journey. Raises SprintError when the pattern
    has no advice yet, when the journey is not a desired one, or when no step fits and one must be chosen.
    """
    pattern = document.require(Pattern, pattern_id)
    journey = document.require(Journey, journey_id)
    if pattern.state not in (PatternState.ADVICE, PatternState.REJECTED):
        raise SprintError("study.no_open_advice")
    if journey.kind is not JourneyKind.TO_BE:
        raise SprintError("study.advice_to_be_only")
    step = document.require(Step, step_id) if step_id else step_for_advice(document, pattern, journey.id)
    if step is None or step.journey_id != journey.id:
        raise SprintError("study.advice_needs_step")
    card = Card(
        id=ids(),
        journey_id=journey.id,
        step_id=step.id,
        lane=Lane.OPPORTUNITY,
        order=last_place(cards_of(document, step.id, Lane.OPPORTUNITY)),
        text=pattern.advice,
        owner=pattern.owner,
    )
    decision = Decision(
        id=ids(),
        order=last_place(list(document.table(Decision).values())),
        text=pattern.advice,
        reason=pattern.insight,
        decided_by=pattern.owner,
        at=at,
    )
    after = replace(pattern, state=PatternState.ACCEPTED, card_id=card.id, reason="")
    return make_diff(
        "study.edit_accept_advice", [(None, card), (None, decision), (pattern, after)], title=pattern.title
    )


def reject_advice(document: Document, pattern_id: str, reason: str) -> Diff:
    """Turn an advice down; the reason stays with it. Raises SprintError without an open advice or without a reason."""
    pattern = document.require(Pattern, pattern_id)
    if pattern.state is not PatternState.ADVICE:
        raise SprintError("study.no_open_advice")
    if not reason.strip():
        raise SprintError("study.reason_empty")
    after = replace(pattern, state=PatternState.REJECTED, reason=reason)
    return make_diff("study.edit_reject_advice", [(pattern, after)], title=pattern.title)
