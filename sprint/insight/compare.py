"""Two journeys side by side, step by step: what goes, what comes, what is done otherwise.

Versions of one step share a lineage, whatever their place, name or id. Comparing the other way round tells the same
story backwards: what was added is removed, what was new is old.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from sprint.document import Document
from sprint.frozen import dataclass
from sprint.insight.chain import longest_chain
from sprint.insight.totals import Total, totals_of
from sprint.journeys import cards_of, phases_of, steps_of
from sprint.records import Freedom, Lane, Phase, Step
from sprint.summary import JourneyFigures, figures_of

_OWNED = (Lane.OPPORTUNITY, Lane.IDEA)
_BINDING = frozenset({Freedom.MUST, Freedom.CANNOT})

Value = str | int | None


class Aspect(StrEnum):
    """In what a step that stays can differ."""

    MOVED = "moved"
    REWORDED = "reworded"
    CHANNEL = "channel"
    WAIT = "wait"
    FEELING = "feeling"
    OWNER = "owner"
    LEGAL = "legal"


@dataclass(frozen=True)
class Change:
    """One difference: old and new title, phase title, channel value, days, feeling, owners or legal words."""

    aspect: Aspect
    old: Value
    new: Value


@dataclass(frozen=True)
class Row:
    """One step in both journeys: no `before` is an added step, no `after` a removed one.

    `neighbour_id` says where the ghost of a removed or added step belongs: behind this step of the other journey, or
    in front of everything when it is empty. `is_legal`: a law asks for this step or fixes how it is done.
    """

    before: Step | None
    after: Step | None
    changes: tuple[Change, ...] = ()
    neighbour_id: str = ""
    is_legal: bool = False

    @property
    def is_removed(self) -> bool:
        """Whether the step is gone in the later journey."""
        return self.after is None

    @property
    def is_added(self) -> bool:
        """Whether the step is new in the later journey."""
        return self.before is None

    @property
    def is_same(self) -> bool:
        """Whether nothing changed at this step."""
        return self.before is not None and self.after is not None and not self.changes

    def change(self, aspect: Aspect) -> Change | None:
        """Return what changed in one aspect, or None."""
        return next((change for change in self.changes if change.aspect is aspect), None)


@dataclass(frozen=True)
class Comparison:
    """Two journeys row by row, in the order of the later one with removed steps where they were; and their totals."""

    rows: tuple[Row, ...]
    before: JourneyFigures
    after: JourneyFigures

    def __bool__(self) -> bool:
        return any(not row.is_same for row in self.rows)

    @property
    def totals(self) -> tuple[Total, ...]:
        """The two journeys in numbers, in the order of a table."""
        return totals_of(self.before, self.after)

    @property
    def removed(self) -> tuple[Row, ...]:
        """The steps that are gone."""
        return tuple(row for row in self.rows if row.is_removed)

    @property
    def added(self) -> tuple[Row, ...]:
        """The steps that are new."""
        return tuple(row for row in self.rows if row.is_added)

    @property
    def lost_legal(self) -> tuple[Row, ...]:
        """The steps that are gone although a law asks for them: to be looked at by a lawyer, not forbidden."""
        return tuple(row for row in self.rows if row.is_removed and row.is_legal)

    def changed(self, aspect: Aspect) -> tuple[Row, ...]:
        """Return the rows that differ in one aspect."""
        return tuple(row for row in self.rows if row.change(aspect) is not None)


@dataclass(frozen=True)
class _Side:
    """One journey, ready to be compared: its steps by key, their places, and the phases by id."""

    steps: Mapping[str, Step]
    places: Mapping[str, int]
    phases: Mapping[str, Phase]


def compare(document: Document, before_id: str, after_id: str, matches: Mapping[str, str] | None = None) -> Comparison:
    """Compare an earlier journey with a later one.

    `matches` are pairs that people have approved (id of the earlier step → id of the later one); they go before the
    lineage. Steps of one journey that share a lineage are paired in time order.
    """
    approved = dict(matches or {})
    before = _side(document, before_id, {left: f"approved {left}" for left in approved})
    after = _side(document, after_id, {right: f"approved {left}" for left, right in approved.items()})
    common = [key for key in before.steps if key in after.steps]
    moved = _moved(before, after, common)
    rows: dict[str, Row] = {}
    for key in common:
        old, new = before.steps[key], after.steps[key]
        changes = _changes(document, before, after, key, key in moved)
        rows[key] = Row(old, new, changes, is_legal=_is_legal(document, old) or _is_legal(document, new))
    both = frozenset(common)
    for key, neighbour in _alone(before, both):
        place = after.steps[neighbour].id if neighbour else ""
        step = before.steps[key]
        rows[key] = Row(step, None, neighbour_id=place, is_legal=_is_legal(document, step))
    for key, neighbour in _alone(after, both):
        place = before.steps[neighbour].id if neighbour else ""
        step = after.steps[key]
        rows[key] = Row(None, step, neighbour_id=place, is_legal=_is_legal(document, step))
    order = _order(before, after, both)
    return Comparison(
        tuple(rows[key] for key in order), figures_of(document, before_id), figures_of(document, after_id)
    )


def key_of(step: Step) -> str:
    """Return what the versions of one step share."""
    return step.lineage or step.id


def _side(document: Document, journey_id: str, approved: Mapping[str, str]) -> _Side:
    steps: dict[str, Step] = {}
    for step in steps_of(document, journey_id):
        key = approved.get(step.id, key_of(step))
        number = 1
        while f"{key} {number}" in steps:
            number += 1
        steps[f"{key} {number}"] = step
    phases = {phase.id: phase for phase in phases_of(document, journey_id)}
    return _Side(steps, {key: place for place, key in enumerate(steps)}, phases)


def _moved(before: _Side, after: _Side, common: Sequence[str]) -> set[str]:
    """Return the fewest steps that must have moved: those outside the longest row that kept its order."""
    points = [(before.places[key], after.places[key], key) for key in common]
    return set(common) - longest_chain(points)


def _changes(document: Document, before: _Side, after: _Side, key: str, is_moved: bool) -> tuple[Change, ...]:
    old, new = before.steps[key], after.steps[key]
    phases = before.phases[old.phase_id], after.phases[new.phase_id]
    pairs: list[tuple[Aspect, Value, Value]] = [
        (Aspect.REWORDED, old.title, new.title),
        (Aspect.CHANNEL, old.channel.value, new.channel.value),
        (Aspect.WAIT, old.wait_days, new.wait_days),
        (Aspect.FEELING, old.feeling, new.feeling),
        (Aspect.OWNER, _owners(document, old), _owners(document, new)),
        (Aspect.LEGAL, legal_words(old), legal_words(new)),
    ]
    found = [Change(aspect, one, other) for aspect, one, other in pairs if one != other]
    if is_moved or not _is_same_phase(*phases):
        found.insert(0, Change(Aspect.MOVED, phases[0].title, phases[1].title))
    return tuple(found)


def _is_same_phase(one: Phase, other: Phase) -> bool:
    """Whether two phases are versions of each other: by lineage, or by name when they were made separately."""
    if (one.lineage or one.id) == (other.lineage or other.id):
        return True
    return one.title.strip().casefold() == other.title.strip().casefold()


def _owners(document: Document, step: Step) -> str:
    """Return who works on the opportunities and ideas of a step, each once, in alphabetical order."""
    cards = [card for lane in _OWNED for card in cards_of(document, step.id, lane)]
    return ", ".join(sorted({card.owner.strip() for card in cards if card.owner.strip()}))


def legal_words(step: Step) -> str:
    """Return what a step says about the law as one text, empty when it says nothing."""
    term = str(step.term_days) if step.term_days else ""
    words = (step.legal_frame, step.freedom.value, step.statute, term, step.objection, step.manner)
    return " · ".join(word.strip() for word in words if word.strip())


def _is_legal(document: Document, step: Step) -> bool:
    """Whether a law asks for a step: it must be, cannot change, names a statute or a frame, or has a legal card."""
    if step.freedom is Freedom.MAY:
        return False
    if step.freedom in _BINDING or step.statute.strip() or step.legal_frame.strip():
        return True
    return any(card.text.strip() for card in cards_of(document, step.id, Lane.LEGAL))


def _alone(side: _Side, both: frozenset[str]) -> list[tuple[str, str]]:
    """Return the steps of one journey only, each with the common step before it ("" when there is none)."""
    found = []
    neighbour = ""
    for key in side.steps:
        if key in both:
            neighbour = key
        else:
            found.append((key, neighbour))
    return found


def _order(before: _Side, after: _Side, both: frozenset[str]) -> list[str]:
    """Return all keys in the order of the later journey, each removed step behind the common step it stood behind."""
    removed: dict[str, list[str]] = {}
    for key, neighbour in _alone(before, both):
        removed.setdefault(neighbour, []).append(key)
    order = removed.get("", [])[:]
    for key in after.steps:
        order.append(key)
        order += removed.get(key, ()) if key in both else ()
    return order
