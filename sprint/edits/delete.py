"""Deleting: what hangs on a record goes with it, in one diff, so that one undo brings all of it back."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.records import Block, Card, Journey, Link, Observation, Phase, Record, Scope, Step

# The references without which a record cannot live; all other references are emptied.
_HOMES: Mapping[type[Record], tuple[str, ...]] = MappingProxyType(
    {
        Block: ("day_id",),
        Phase: ("journey_id",),
        Step: ("journey_id", "phase_id"),
        Link: ("journey_id", "source", "target"),
        Card: ("journey_id", "step_id"),
        Observation: ("step_id", "participant_id"),
    }
)


def delete(document: Document, record_ids: Iterable[str]) -> Diff:
    """Delete records with everything that hangs on them (links, cards and remarks of a step …)."""
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
    changes: list[Change] = [(record, None) for record in doomed.values()]
    changes += [(other, _without(other, doomed)) for other in left.values() if other.SCOPE is Scope.DOCUMENT]
    return make_diff(_label(document, chosen), changes, count=len(chosen))


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
