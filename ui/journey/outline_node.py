"""The rows of the outline as plain objects: which record stands under which, and how the rows follow a diff."""

from __future__ import annotations

from collections.abc import Iterable

from sprint.diff import Diff
from sprint.document import Document
from sprint.journeys import cards_of, phases_of, remarks_of, steps_of_phase
from sprint.records import Card, Lane, Observation, Phase, Step

LANE_PLACES = {lane: place for place, lane in enumerate(Lane)}
Item = Phase | Step | Card | Observation


class Node:
    """One row: its record's id, the row above it in the tree, the rows under it."""

    __slots__ = ("children", "number", "parent", "record_id")

    def __init__(self, number: int, record_id: str, parent: Node | None) -> None:
        self.number = number
        self.record_id = record_id
        self.parent = parent
        self.children: list[Node] = []

    @property
    def row(self) -> int:
        """The place among its siblings."""
        return self.parent.children.index(self) if self.parent is not None else 0

    def family(self) -> Iterable[Node]:
        """Give this row and everything under it."""
        yield self
        for child in self.children:
            yield from child.family()


def wanted_children(document: Document, journey_id: str, node: Node) -> list[str]:
    """Return the ids that belong under a row now, in reading order; the row without a parent is the journey."""
    if node.parent is None:
        return [phase.id for phase in phases_of(document, journey_id)]
    record = document.get(node.record_id)
    if isinstance(record, Phase):
        return [step.id for step in steps_of_phase(document, record.id)]
    if isinstance(record, Step):
        cards = sorted(cards_of(document, record.id), key=lambda card: LANE_PLACES[card.lane])
        return [*(card.id for card in cards), *(remark.id for remark in remarks_of(document, record.id))]
    return []


def touched(diff: Diff, journey_id: str, root_id: str) -> dict[str, None]:
    """Return the ids of the rows under which something may have come, gone or moved; the journey first."""
    found: dict[type, dict[str, None]] = {Phase: {}, Step: {}, Card: {}}
    for change in diff.changes.values():
        for record in change:
            if isinstance(record, Phase) and record.journey_id == journey_id:
                found[Phase][root_id] = None
                found[Step][record.id] = None
            elif isinstance(record, Step) and record.journey_id == journey_id:
                found[Step][record.phase_id] = None
                found[Card][record.id] = None
            elif isinstance(record, Card | Observation):
                found[Card][record.step_id] = None
    return found[Phase] | found[Step] | found[Card]
