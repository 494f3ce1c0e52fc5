"""What citizens made of the journey: how well each step is backed, and whether they felt it as the team thought.

Levels (method 6.8): V0 assumption, V1 checked with experts or staff, V2 at least one citizen, V3 the same with three
or more, V4 measured in the running service. V2 and V3 follow from what was noted; V1 and V4 can also be what the team
wrote on the step, because nothing in the sprint can show them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from sprint.document import Document
from sprint.insight.felt import Felt, felt_by
from sprint.insight.patterns import ENOUGH_FOR_PATTERN, SERIOUS
from sprint.journeys import remarks_of, steps_of
from sprint.records import (
    Card,
    Evidence,
    Journey,
    JourneyKind,
    Note,
    NoteKind,
    Observation,
    Participant,
    Pattern,
    PatternState,
    RemarkKind,
    Step,
)

WIDE_GAP = 2
"""Citizens who feel this much otherwise than the team thought contest the step (own proposal)."""
_SAID = (RemarkKind.QUOTE, RemarkKind.OBSERVATION)


class Standing(StrEnum):
    """What citizens made of a step."""

    UNTESTED = "untested"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    CHANGED = "changed"


class StepEvidence(NamedTuple):
    """A step as citizens left it.

    `people` citizens spoke about it, `glad` of them kindly and `sad` unkindly (somebody may do both); `claimed` is the
    level on the step, `level` what the sprint can show. `team` is the team's feeling, `citizens` what citizens felt and
    `gap` the second less the first, None unless both are known. `remark_ids` and `pattern_ids` are the evidence.
    """

    step: Step
    level: Evidence
    claimed: Evidence
    standing: Standing
    people: int
    glad: int
    sad: int
    team: int | None
    citizens: Felt | None
    gap: float | None
    remark_ids: tuple[str, ...]
    pattern_ids: tuple[str, ...]


class JourneyEvidence(NamedTuple):
    """A journey as citizens left it; its level is the distribution over the steps and never one label."""

    steps: tuple[StepEvidence, ...]
    levels: dict[Evidence, int]
    standings: dict[Standing, int]


def said_at(document: Document, step_id: str) -> list[Observation]:
    """Return what citizens themselves said or did at a step: no interpretation of ours, no question, nothing hidden."""
    return [
        remark
        for remark in remarks_of(document, step_id)
        if remark.kind in _SAID and remark.participant_id and not remark.is_hidden
    ]


def evidence_of(document: Document, step_id: str) -> StepEvidence:
    """Return how well one step is backed and what citizens made of it."""
    step = document.require(Step, step_id)
    said = said_at(document, step.id)
    patterns = [pattern for pattern in document.referrers(Pattern, step.id) if pattern.step_id == step.id]
    glad, sad = _people(one for one in said if one.valence > 0), _people(one for one in said if one.valence < 0)
    heard = [one for one in remarks_of(document, step.id) if one.participant_id and not one.is_hidden]
    felt = felt_by(heard)
    gap = None if felt is None or step.feeling is None else felt.median - step.feeling
    return StepEvidence(
        step,
        level_of(document, step),
        step.evidence,
        _standing(document, step, said, felt, gap),
        len(_people(said)),
        len(glad),
        len(sad),
        step.feeling,
        felt,
        gap,
        tuple(remark.id for remark in said),
        tuple(sorted(pattern.id for pattern in patterns)),
    )


def journey_evidence(document: Document, journey_id: str) -> JourneyEvidence:
    """Return every step of a journey with how well it is backed, and how the levels and standings are spread."""
    steps = tuple(evidence_of(document, step.id) for step in steps_of(document, journey_id))
    levels = Counter(one.level for one in steps)
    standings = Counter(one.standing for one in steps)
    return JourneyEvidence(
        steps, {level: levels[level] for level in Evidence}, {standing: standings[standing] for standing in Standing}
    )


def level_of(document: Document, step: Step) -> Evidence:
    """Return the level that the sprint can show for a step; V4 and V1 also when the team wrote them on it."""
    if step.evidence is Evidence.MEASURED:
        return Evidence.MEASURED
    if any(_shows_pattern(document, step, pattern) for pattern in document.referrers(Pattern, step.id)):
        return Evidence.PATTERN
    if said_at(document, step.id):
        return Evidence.HEARD
    is_checked = step.evidence is Evidence.CHECKED or any(
        note.kind is NoteKind.EXPERT for note in document.referrers(Note, step.id)
    )
    return Evidence.CHECKED if is_checked else Evidence.ASSUMED


def _shows_pattern(document: Document, step: Step, pattern: Pattern) -> bool:
    """Whether three citizens for whom this step is meant say the same; one without a persona counts everywhere."""
    journey = document.require(Journey, step.journey_id)
    personas = set(step.persona_ids or journey.persona_ids)
    counted = set()
    for one in pattern.observation_ids:
        remark = document.require(Observation, one)
        who = document.get(remark.participant_id) if remark.participant_id else None
        if not isinstance(who, Participant) or remark.kind not in _SAID or remark.is_hidden:
            continue
        if not personas or not who.persona_id or who.persona_id in personas:
            counted.add(who.id)
    return pattern.step_id == step.id and len(counted) >= ENOUGH_FOR_PATTERN


def _standing(
    document: Document, step: Step, said: list[Observation], felt: Felt | None, gap: float | None
) -> Standing:
    """Changed by an accepted advice; untested when nobody spoke; contested when citizens felt it plainly otherwise.

    Otherwise than the team: two points or more on the scale of feelings, or, when nobody was asked for a feeling, more
    people on the other side than on the team's. A serious harm at a desired step contests it whatever else was said.
    """
    if _was_changed(document, step):
        return Standing.CHANGED
    if not said and felt is None:
        return Standing.UNTESTED
    is_desired = document.require(Journey, step.journey_id).kind is JourneyKind.TO_BE
    if is_desired and any(remark.severity >= SERIOUS for remark in said):
        return Standing.CONTESTED
    if gap is not None:
        return Standing.CONTESTED if abs(gap) >= WIDE_GAP else Standing.CONFIRMED
    glad, sad = (len(_people(one for one in said if one.valence * side > 0)) for side in (1, -1))
    # A desired step is meant to be good, also when the team did not draw a feeling.
    side = step.feeling if step.feeling is not None else int(is_desired)
    is_against = (side > 0 and sad > glad) or (side < 0 and glad > sad)
    return Standing.CONTESTED if is_against else Standing.CONFIRMED


def _was_changed(document: Document, step: Step) -> bool:
    for pattern in document.referrers(Pattern, step.id):
        if pattern.step_id == step.id and pattern.state is PatternState.ACCEPTED:
            return True
    return any(
        pattern.state is PatternState.ACCEPTED
        for card in document.referrers(Card, step.id)
        for pattern in document.referrers(Pattern, card.id)
    )


def _people(remarks: Iterable[Observation]) -> set[str]:
    return {remark.participant_id for remark in remarks}
