"""What counts as contact between citizen and government, in one place for every figure and every advice."""

from __future__ import annotations

from sprint.records import Channel, Step

NO_CONTACT = frozenset({Channel.NONE, Channel.STREET, Channel.HELPER})
"""Channels in which nobody of the government is met: none chosen yet, the street itself, a neighbour who helps."""

REACHES_CITIZEN = frozenset({Channel.APP, Channel.PHONE, Channel.LETTER, Channel.EMAIL, Channel.MESSAGE, Channel.VISIT})
"""Channels in which something comes to the citizen; a website has to be visited, a counter as well."""

DIGITAL = frozenset({Channel.WEB, Channel.APP, Channel.EMAIL, Channel.MESSAGE, Channel.CHAT})
"""Channels in which somebody can get stuck without a human noticing."""

HUMAN = frozenset({Channel.PHONE, Channel.COUNTER, Channel.VISIT, Channel.INTERPRETER})
"""Channels in which somebody who got stuck speaks with a human."""


def is_contact(step: Step) -> bool:
    """Whether citizen and government meet at this step."""
    return step.channel not in NO_CONTACT


def hears_something(step: Step) -> bool:
    """Whether the citizen hears something here unasked: by a channel that reaches out, or by the words meanwhile."""
    return step.channel in REACHES_CITIZEN or bool(step.meanwhile.strip())
