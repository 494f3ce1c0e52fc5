"""Deleting: what hangs on a record goes with it, in one diff, so that one undo brings all of it back."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.records import (
    Answer,
    Block,
    Card,
    DismissedAdvice,
    Journey,
    Link,
    LinkKind,
    Observation,
    Phase,
    Record,
    Scope,
    SprintAnswer,
    Step,
)

# The references without which a record cannot live; all other references are emptied.
_HOMES: Mapping[type[Record], tuple[str, ...]] = MappingProxyType(
    {
        Block: ("day_id",),
        Phase: ("journey_id",),
        Step: ("journey_id", "phase_id"),
        Link: ("journey_id", "source", "target"),
        Card: ("journey_id", "step_id"),
        DismissedAdvice: ("journey_id", "step_id"),
        Observation: ("step_id", "participant_id"),
        Answer: ("question_id", "participant_id"),
        SprintAnswer: ("note_id",),
    }
)


def delete(document: Document, record_ids: Iterable[str]) -> Diff:
    """Delete records with everything that hangs on them (cards and remarks of a step …).

    The step before and the step after a deleted one become neighbours; a link that is chosen itself goes.
    """
    chosen = [record_id for record_id in dict.fromkeys(record_ids) if document.get(record_id) is not None]
    doomed: dict[str, Record] = {}
    waiting = list(chosen)
    while waiting:
        record = document.get(waiting.pop())
        if record is None or record.id in doomed or record.SCOPE is not Scope.DOCUMENT:
            continue
        doomed[record.id] = record
        waiting.extend(other.id for other in document.referrers(Record, record.id) if _hangs_on(other, record))
    left = {other.id: other for gone in doomed for other in document.referrers(Record, gone) if other.id not in doomed}
    bridges = _bridges(document, doomed, chosen)
    changes: list[Change] = [(record, bridges.get(record.id)) for record in doomed.values()]
    changes += [(other, _without(other, doomed)) for other in left.values() if other.SCOPE is Scope.DOCUMENT]
    return make_diff(_label(document, chosen), changes, count=len(chosen))


def _bridges(document: Document, doomed: Mapping[str, Record], chosen: Container[str]) -> dict[str, Link]:
    """Return arrows that stay, by id, because the step before and the step after deleted ones are now neighbours.

    Only plain arrows ("next") are joined, and only where it is clear what belongs together: one step before, or one
    after. An arrow that is there already is not made twice.
    """
    gone = {record_id for record_id, record in doomed.items() if isinstance(record, Step)}
    bridges: dict[str, Link] = {}
    for group in _groups(document, gone):
        arrows = [link for step_id in group for link in document.referrers(Link, step_id)]
        plain = {a.id: a for a in arrows if a.kind is LinkKind.NEXT and a.id not in chosen}.values()
        coming = [link for link in plain if link.source not in gone]
        going = [link for link in plain if link.target not in gone]
        if not coming or not going or (len({a.source for a in coming}) > 1 and len({b.target for b in going}) > 1):
            continue
        pairs = [(a, replace(b, source=a.source)) for a in coming for b in going]
        for a, b in pairs:
            bridge = b if len(going) >= len(coming) else replace(a, target=b.target)
            known = [*document.referrers(Link, bridge.source), *bridges.values()]
            is_there = any(
                (link.source, link.target, link.kind) == (bridge.source, bridge.target, LinkKind.NEXT)
                and link.id not in doomed.keys() - bridges.keys()
                for link in known
            )
            if bridge.source != bridge.target and bridge.id not in bridges and not is_there:
                bridges[bridge.id] = bridge
    return bridges


def _groups(document: Document, gone: set[str]) -> list[list[str]]:
    """Return the deleted steps in groups that hang together by plain arrows."""
    waiting = set(gone)
    groups: list[list[str]] = []
    while waiting:
        group, edge = [], [waiting.pop()]
        while edge:
            step_id = edge.pop()
            group.append(step_id)
            for link in document.referrers(Link, step_id):
                if link.kind is LinkKind.NEXT:
                    found = {link.source, link.target} & waiting
                    waiting -= found
                    edge.extend(found)
        groups.append(group)
    return groups


def _hangs_on(other: Record, record: Record) -> bool:
    """Whether `other` goes when `record` goes: a card goes with its step, not with its picture."""
    return any(getattr(other, name) == record.id for name in _HOMES.get(type(other), ()))


def _without(record: Record, doomed: Container[str]) -> Record:
    """Return the record without its references to what is deleted."""
    fields: dict[str, Any] = {}
    for name in record.REFERENCES:
        value = getattr(record, name)
        if type(value) is tuple:
            fields[name] = tuple(target for target in value if target not in doomed)
        elif value in doomed:
            fields[name] = ""
    return replace(record, **fields)


def _label(document: Document, chosen: list[str]) -> str:
    """Name the edit after what was chosen, not after what goes with it."""
    kinds = {type(document.get(record_id)) for record_id in chosen}
    if kinds == {Step}:
        return "edit.delete_steps"
    if kinds == {Card}:
        return "edit.delete_cards"
    if kinds == {Link}:
        return "edit.delete_links"
    if kinds == {Observation}:
        return "edit.delete_remarks"
    if kinds == {Journey}:
        return "edit.delete_journeys"
    return "edit.delete"
