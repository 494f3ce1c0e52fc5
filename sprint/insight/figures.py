"""A route in numbers, each with the words that explain how it was counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from sprint.frozen import dataclass
from sprint.insight.contact import hears_something, is_contact
from sprint.records import Channel, Initiator, Link, LinkKind, Step, StepKind

_NOT_STRAIGHT = frozenset({LinkKind.HAND_OVER, LinkKind.TRACK_SWITCH, LinkKind.DROP_OUT, LinkKind.LOOP})
_VISITED = frozenset({Channel.WEB, Channel.COUNTER})


@dataclass(frozen=True)
class RouteFigures:
    """What a route asks of a citizen; `FIGURE_TEXTS` tells for every field how it was counted.

    Minutes are the citizen's own time, days are calendar days, cost is in euro cents.
    """

    steps: int
    contacts: int
    letters: int
    channel_switches: int
    hand_overs: int
    active_minutes: int
    waiting_days: int
    longest_silence_days: int
    cost_cents: int
    is_straight_through: bool


@dataclass(frozen=True)
class FigureText:
    """The i18n keys of a figure: its name, and how it was counted."""

    name: str
    how: str


FIGURE_TEXTS: Mapping[str, FigureText] = MappingProxyType(
    {
        "steps": FigureText("insight.steps", "insight.steps_how"),
        "contacts": FigureText("insight.contacts", "insight.contacts_how"),
        "letters": FigureText("insight.letters", "insight.letters_how"),
        "channel_switches": FigureText("insight.channel_switches", "insight.channel_switches_how"),
        "hand_overs": FigureText("insight.hand_overs", "insight.hand_overs_how"),
        "active_minutes": FigureText("insight.active_minutes", "insight.active_minutes_how"),
        "waiting_days": FigureText("insight.waiting_days", "insight.waiting_days_how"),
        "longest_silence_days": FigureText("insight.longest_silence_days", "insight.longest_silence_days_how"),
        "cost_cents": FigureText("insight.cost_cents", "insight.cost_cents_how"),
        "is_straight_through": FigureText("insight.is_straight_through", "insight.is_straight_through_how"),
    }
)


def measure(steps: Sequence[Step], links: Sequence[Link]) -> RouteFigures:
    """Count a route: its steps in order and the links that were taken between them."""
    channels = [step.channel for step in steps if is_contact(step)]
    return RouteFigures(
        steps=len(steps),
        contacts=len(channels),
        letters=channels.count(Channel.LETTER),
        channel_switches=sum(one is not other for one, other in pairwise(channels)),
        hand_overs=sum(link.kind is LinkKind.HAND_OVER for link in links),
        active_minutes=sum(step.minutes for step in steps),
        waiting_days=sum(step.wait_days for step in steps),
        longest_silence_days=longest_silence(steps),
        cost_cents=sum(step.cost_cents for step in steps),
        is_straight_through=is_straight_through(steps, links),
    )


def longest_silence(steps: Sequence[Step]) -> int:
    """Return the most days on end without a message.

    Waits in a row add up. A contact ends the silence; a wait during which something is heard is no silence.
    """
    longest = silent = 0
    for step in steps:
        if is_contact(step) or hears_something(step):
            silent = 0
        if not hears_something(step):
            silent += step.wait_days
        longest = max(longest, silent)
    return longest


def is_straight_through(steps: Sequence[Step], links: Sequence[Link]) -> bool:
    """Whether the route goes in one go: nobody hands over, gives up or changes track, nothing deviates.

    And once the waiting has begun, the citizen need not start a contact again. Where nobody noted who starts, a
    website and a counter are contacts that the citizen starts.
    """
    if any(link.kind in _NOT_STRAIGHT for link in links) or any(step.is_deviation for step in steps):
        return False
    has_waited = False
    for step in steps:
        if has_waited and _has_to_start(step):
            return False
        has_waited = has_waited or step.wait_days > 0 or step.kind is StepKind.WAIT
    return True


def _has_to_start(step: Step) -> bool:
    if step.initiator is Initiator.UNKNOWN:
        return step.channel in _VISITED
    return step.initiator is Initiator.CITIZEN and is_contact(step)
