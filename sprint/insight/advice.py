"""What a journey asks attention for: rules that can be explained, never a score.

The rules are those of method 7.6: the journey ends positive, no long wait without a message, every dip has somebody
who works on it. Advice is about the journey as it stands; whoever reads it may disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sprint.document import Document
from sprint.insight.emotion import DEEP_DIP, summarise
from sprint.journeys import cards_of, main_route, steps_of
from sprint.records import Channel, Lane, Step

LONGEST_SILENT_WAIT_DAYS = 7
"""A citizen who hears nothing for longer than a week starts to doubt (own proposal, after method 10.3)."""

_REACHES_THE_CITIZEN = frozenset(
    {Channel.APP, Channel.PHONE, Channel.LETTER, Channel.EMAIL, Channel.MESSAGE, Channel.VISIT}
)
_ANSWERS = (Lane.OPPORTUNITY, Lane.IDEA)


class AdviceRule(StrEnum):
    """Which rule found something."""

    ENDS_POSITIVE = "ends_positive"
    UNATTENDED_WAIT = "unattended_wait"
    DIP_WITHOUT_OWNER = "dip_without_owner"


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at: the rule, the step where it is, and the feeling (−3 … +3) or the days the rule is about."""

    rule: AdviceRule
    step: Step
    value: int


def advice_for(document: Document, journey_id: str) -> list[Advice]:
    """Return the advice for a journey: first how it ends, then the waits, then the dips, each in time order."""
    found = _ending(document, journey_id)
    steps = steps_of(document, journey_id)
    found += [Advice(AdviceRule.UNATTENDED_WAIT, step, step.wait_days) for step in steps if _is_silent_wait(step)]
    for step in steps:
        if step.feeling is not None and step.feeling <= DEEP_DIP and not _has_owner(document, step):
            found.append(Advice(AdviceRule.DIP_WITHOUT_OWNER, step, step.feeling))
    return found


def _ending(document: Document, journey_id: str) -> list[Advice]:
    summary = summarise(main_route(document, journey_id))
    if summary is None or summary.ends_positive:
        return []
    return [Advice(AdviceRule.ENDS_POSITIVE, summary.last, summary.last.feeling or 0)]


def _is_silent_wait(step: Step) -> bool:
    hears = bool(step.meanwhile.strip()) or step.channel in _REACHES_THE_CITIZEN
    return step.wait_days > LONGEST_SILENT_WAIT_DAYS and not hears


def _has_owner(document: Document, step: Step) -> bool:
    return any(card.owner.strip() for lane in _ANSWERS for card in cards_of(document, step.id, lane))
