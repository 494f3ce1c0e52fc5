"""Where a journey begins and where it ends, also while the team is still drawing and has marked neither."""

from __future__ import annotations

from collections.abc import Sequence

from sprint.records import Link, LinkKind, Step, StepKind


def starts_of(steps: Sequence[Step], links: Sequence[Link]) -> list[Step]:
    """Return where the routes begin: the triggers; without any, the linked steps to which no way leads.

    When that is nobody either (a circle, or loose steps), it is the first step. `steps` are in time order.
    """
    triggers = [step for step in steps if step.kind is StepKind.TRIGGER]
    if triggers:
        return triggers
    forward = [link for link in links if link.kind is not LinkKind.LOOP and link.source != link.target]
    entered = {link.target for link in forward}
    left = {link.source for link in forward}
    return [step for step in steps if step.id in left and step.id not in entered] or list(steps[:1])


def ends_of(steps: Sequence[Step], links: Sequence[Link]) -> list[Step]:
    """Return where the routes arrive: the ends; without any, the steps that no way leaves.

    A step that is only reached by giving up is no arrival.
    """
    forward = [link for link in links if link.kind is not LinkKind.LOOP and link.source != link.target]
    entered = {link.target for link in forward if link.kind is not LinkKind.DROP_OUT}
    given_up = {link.target for link in forward if link.kind is LinkKind.DROP_OUT} - entered
    ends = [step for step in steps if step.kind is StepKind.END and step.id not in given_up]
    if ends:
        return ends
    left = {link.source for link in forward}
    return [step for step in steps if step.id in entered - left]
