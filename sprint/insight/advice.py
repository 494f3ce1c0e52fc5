"""What a journey asks attention for: rules that can be explained, never a score.

The rules are those of method 7.6 and 12. Advice is about the journey as it stands; whoever reads it may disagree, and
the team can put a piece of advice aside with a reason that is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from sprint.document import Document
from sprint.frozen import dataclass
from sprint.insight.contact import DIGITAL, HUMAN, hears_something
from sprint.insight.emotion import DEEP_DIP, summarise
from sprint.journeys import cards_of, main_route, steps_of
from sprint.records import (
    Channel,
    DismissedAdvice,
    Evidence,
    Freedom,
    Journey,
    Lane,
    Step,
    StepKind,
    Track,
)

LONGEST_SILENT_WAIT_DAYS = 7
"""A citizen who hears nothing for longer than a week starts to doubt (own proposal, after method 10.3)."""
FEWEST_STEPS = 3
"""A journey of fewer steps has just been begun; what it lacks as a whole is no news (own proposal)."""
MOST_ASSUMED_PERCENT = 50
"""From here on a journey rests on assumptions more than on citizens (own proposal, method 12, check 8)."""
FLAT_RANGE = 1
"""Feelings that differ no more than this are a flat line (method 7.6)."""

_ANSWERS = (Lane.OPPORTUNITY, Lane.IDEA)
_FIRST_PERSON = frozenset({"ik", "wij", "we", "i", "i’m", "i'm"})


class AdviceRule(StrEnum):
    """Which rule found something."""

    ENDS_POSITIVE = "ends_positive"
    UNATTENDED_WAIT = "unattended_wait"
    DIP_WITHOUT_OWNER = "dip_without_owner"
    NO_MANNER = "no_manner"
    NO_CHANNEL = "no_channel"
    NO_HUMAN = "no_human"
    ONE_TRACK = "one_track"
    FIRST_PERSON = "first_person"
    ASSUMED = "assumed"
    FLAT_LINE = "flat_line"


@dataclass(frozen=True)
class Advice:
    """One thing to look at: the rule, the step where it is, and what the rule is about.

    `step` is None when it is about the journey as a whole. `value` is a feeling (−3 … +3), days, or per cent of steps.
    """

    rule: AdviceRule
    step: Step | None
    value: int = 0

    @property
    def step_id(self) -> str:
        """The id of the step; empty for the journey as a whole."""
        return self.step.id if self.step is not None else ""


@dataclass(frozen=True)
class _Reading:
    """A journey as the rules read it."""

    document: Document
    journey: Journey
    steps: Sequence[Step]


def advice_for(document: Document, journey_id: str) -> list[Advice]:
    """Return all advice for a journey: rule by rule, in time order within a rule; also what the team put aside."""
    journey = document.require(Journey, journey_id)
    reading = _Reading(document, journey, steps_of(document, journey_id))
    return [advice for rule in _RULES for advice in rule(reading)]


def open_advice(document: Document, journey_id: str) -> list[Advice]:
    """Return the advice that the team has not put aside."""
    known = {(one.rule, one.step_id) for one in document.referrers(DismissedAdvice, journey_id)}
    return [one for one in advice_for(document, journey_id) if (one.rule.value, one.step_id) not in known]


def dismissed_advice(document: Document, journey_id: str) -> list[tuple[Advice, DismissedAdvice]]:
    """Return the advice that the team put aside and that would otherwise be given now, each with the reason."""
    known = {(one.rule, one.step_id): one for one in document.referrers(DismissedAdvice, journey_id)}
    pairs = ((one, known.get((one.rule.value, one.step_id))) for one in advice_for(document, journey_id))
    return [(advice, record) for advice, record in pairs if record is not None]


# ---- the rules


def _ending(reading: _Reading) -> Iterator[Advice]:
    """The last feeling on the main route is above zero (method 7.6, ends_positive)."""
    summary = summarise(main_route(reading.document, reading.journey.id))
    if summary is not None and not summary.ends_positive:
        yield Advice(AdviceRule.ENDS_POSITIVE, summary.last, summary.last.feeling or 0)


def _waits(reading: _Reading) -> Iterator[Advice]:
    """During a long wait the citizen hears something (method 7.6, unattended_wait)."""
    for step in reading.steps:
        if step.wait_days > LONGEST_SILENT_WAIT_DAYS and not hears_something(step):
            yield Advice(AdviceRule.UNATTENDED_WAIT, step, step.wait_days)


def _dips(reading: _Reading) -> Iterator[Advice]:
    """Somebody works on every deep dip (method 7.6, dip_before_peak)."""
    for step in reading.steps:
        if step.feeling is not None and step.feeling <= DEEP_DIP and not _has_owner(reading.document, step):
            yield Advice(AdviceRule.DIP_WITHOUT_OWNER, step, step.feeling)


def _manners(reading: _Reading) -> Iterator[Advice]:
    """Where the law leaves no choice, the manner still can be kind (method 12, check 6)."""
    for step in reading.steps:
        if step.freedom is Freedom.CANNOT and not step.manner.strip():
            yield Advice(AdviceRule.NO_MANNER, step)


def _channels(reading: _Reading) -> Iterator[Advice]:
    """A contact has a channel (method 12, check 3)."""
    for step in reading.steps:
        if step.kind is StepKind.TOUCHPOINT and step.channel is Channel.NONE:
            yield Advice(AdviceRule.NO_CHANNEL, step)


def _human(reading: _Reading) -> Iterator[Advice]:
    """Who gets stuck on a screen can reach a human (method 12, check 7)."""
    digital = [step for step in reading.steps if step.channel in DIGITAL]
    if digital and not any(step.channel in HUMAN for step in reading.steps):
        yield Advice(AdviceRule.NO_HUMAN, digital[0])


def _tracks(reading: _Reading) -> Iterator[Advice]:
    """Both tracks are there: for who saves time and for who wants it well spent (method 12, check 7)."""
    tracks = {step.track for step in reading.steps} - {Track.OPEN}
    if len(reading.steps) >= FEWEST_STEPS and len(tracks) < len(Track) - 1:
        yield Advice(AdviceRule.ONE_TRACK, None, len(tracks))


def _first_person(reading: _Reading) -> Iterator[Advice]:
    """A journey is called what a citizen would say (method 12, check 1; Oss)."""
    names = (reading.journey.title, reading.document.sprint.title)
    first = [name.casefold().split()[0] for name in names if name.strip()]
    # A sprint that is called what the citizen says names its journeys as well.
    if first and not _FIRST_PERSON & set(first):
        yield Advice(AdviceRule.FIRST_PERSON, None)


def _assumed(reading: _Reading) -> Iterator[Advice]:
    """More than half rests on citizens, not on what the team assumes (method 12, check 8)."""
    if len(reading.steps) < FEWEST_STEPS:
        return
    assumed = sum(step.evidence is Evidence.ASSUMED for step in reading.steps)
    percent = round(100 * assumed / len(reading.steps))
    if percent > MOST_ASSUMED_PERCENT:
        yield Advice(AdviceRule.ASSUMED, None, percent)


def _flat(reading: _Reading) -> Iterator[Advice]:
    """There is a peak somewhere; a flat line is fine for who only saves time (method 7.6, flat_line)."""
    feelings = [step.feeling for step in main_route(reading.document, reading.journey.id) if step.feeling is not None]
    if len(feelings) >= FEWEST_STEPS and max(feelings) - min(feelings) <= FLAT_RANGE:
        yield Advice(AdviceRule.FLAT_LINE, None)


_RULES: tuple[Callable[[_Reading], Iterator[Advice]], ...] = (
    _ending,
    _waits,
    _dips,
    _manners,
    _channels,
    _human,
    _tracks,
    _flat,
    _assumed,
    _first_person,
)


def _has_owner(document: Document, step: Step) -> bool:
    return any(card.owner.strip() for lane in _ANSWERS for card in cards_of(document, step.id, lane))
