"""Steps at which a journey comes apart: no arrow leaves them, or no way leads to them."""

from __future__ import annotations

from typing import NamedTuple

from sprint.document import Document
from sprint.insight.endpoints import ends_of, starts_of
from sprint.journeys import links_of, steps_of
from sprint.records import LinkKind


class Loose(NamedTuple):
    """Ids of steps: `dead_ends` are no end and no arrow leaves them, `unreachable` ones nobody gets to."""

    dead_ends: frozenset[str]
    unreachable: frozenset[str]


def loose_steps(document: Document, journey_id: str) -> Loose:
    """Find them; a journey without any arrow has none yet, for it is still being written down.

    The same findings as `sprint.insight.structure`, without circles, so cheap that it can follow every edit.
    """
    steps, links = steps_of(document, journey_id), links_of(document, journey_id)
    if not links:
        return Loose(frozenset(), frozenset())
    closed = {step.id for step in ends_of(steps, links)}
    closed |= {link.target for link in links if link.kind is LinkKind.DROP_OUT}
    left = {link.source for link in links if link.source != link.target}
    targets: dict[str, list[str]] = {}
    for link in links:
        targets.setdefault(link.source, []).append(link.target)
    seen = {step.id for step in starts_of(steps, links)}
    waiting = list(seen)
    while waiting:
        fresh = [target for target in targets.get(waiting.pop(), ()) if target not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return Loose(
        frozenset(step.id for step in steps if step.id not in closed and step.id not in left),
        frozenset(step.id for step in steps if step.id not in seen),
    )
