"""Edits that decide between two wordings of one remark, which two note takers left side by side."""

from __future__ import annotations

from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.delete import delete
from sprint.records import Observation


def beside_pairs(document: Document) -> list[tuple[Observation, Observation]]:
    """Return what was written twice: our wording and the other one, in the order of speaking."""
    pairs = []
    for other in document.table(Observation).values():
        ours = document.get(other.beside_id) if other.beside_id else None
        if isinstance(ours, Observation):
            pairs.append((ours, other))
    return sorted(pairs, key=lambda pair: (pair[0].at, pair[0].id, pair[1].id))


def keep_ours(document: Document, other_id: str) -> Diff:
    """Keep our wording; the other one goes."""
    other = document.require(Observation, other_id)
    return make_diff("study.edit_one_wording", delete(document, [other.id]).changes.values())


def keep_theirs(document: Document, other_id: str) -> Diff:
    """Put the other wording in the place of ours, so that patterns and answers that rest on ours rest on it."""
    other = document.require(Observation, other_id)
    ours = document.require(Observation, other.beside_id)
    after = replace(other, id=ours.id, beside_id=ours.beside_id, extra=ours.extra)
    gone = dict(delete(document, [other.id]).changes)
    changes: list[Change] = [change for record_id, change in gone.items() if record_id != ours.id]
    return make_diff("study.edit_one_wording", [*changes, (ours, after)])


def keep_both(document: Document, other_id: str) -> Diff:
    """Keep both: they are two remarks."""
    other = document.require(Observation, other_id)
    return make_diff("study.edit_two_remarks", [(other, replace(other, beside_id=""))])
