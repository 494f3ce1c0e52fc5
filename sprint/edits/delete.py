"""Deleting: what hangs on a record goes with it, in one diff, so that one undo brings all of it back."""

from __future__ import annotations

from collections.abc import Iterable

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.records import Card, Journey, Link, Observation, Phase, Record, Scope, Step

# What cannot live without the record it refers to; other references are emptied.
_DEPENDENTS: tuple[type[Record], ...] = (Link, Card, Observation, Step, Phase)


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
        for kind in _DEPENDENTS:
            waiting.extend(referrer.id for referrer in document.referrers(kind, record.id))
    return make_diff(_label(document, chosen), [(record, None) for record in doomed.values()], count=len(chosen))


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
