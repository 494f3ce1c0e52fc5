"""Bringing in what a second laptop wrote down: union by id, nothing lost, other wordings side by side.

A record that only one side changed since the copy was made is taken as that side has it; the histories tell. Where both
changed the same remark, the other wording becomes a remark beside it; any other record keeps ours and is reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any, NamedTuple

from sprint.codec import Raw, Reject, decode
from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.errors import SprintError
from sprint.ids import IdSource
from sprint.records import (
    RECORD_TYPES,
    STUDY_ID,
    Draft,
    Journey,
    Moment,
    Observation,
    Participant,
    Pattern,
    Picture,
    Record,
    Scope,
    Step,
    TimerRun,
    references,
)
from sprint.rules import fault_of
from sprint.study.texts import study_of

Past = Mapping[str, Sequence[Record]]
"""What each record was at earlier moments, by id."""
_STAYS_HOME = (Draft, Moment, TimerRun)
_MARK_LENGTH = 16
_KINDS = {kind.TABLE: kind for kind in RECORD_TYPES}


class Conflict(NamedTuple):
    """A record that both sides changed; `beside_id` is the remark with the other wording, "" when ours was kept."""

    ours: Record
    theirs: Record
    beside_id: str


class Merged(NamedTuple):
    """What a merge would do: `edits` can be undone, `facts` (consents, talks, votes) cannot and come after the edits.

    `added` and `updated` count records by table, `conflicts` are for people to read, `kept_out` counts what came from
    somebody who withdrew here, `unplaced` what rests on something that neither side has any more.
    """

    edits: Diff
    facts: Diff
    added: Mapping[str, int]
    updated: Mapping[str, int]
    conflicts: tuple[Conflict, ...]
    kept_out: int
    unplaced: int

    @property
    def is_empty(self) -> bool:
        """Whether the other copy held nothing new."""
        return not self.edits and not self.facts and not self.conflicts


def withdrawn_mark(participant_id: str) -> str:
    """Return the hash by which a copy of somebody who withdrew is recognised and kept out."""
    return sha256(participant_id.encode()).hexdigest()[:_MARK_LENGTH]


def is_same_sprint(mine: Document, theirs: Document) -> bool:
    """Whether two documents are copies of one sprint: they share a step, a journey or a participant."""
    kinds: tuple[type[Record], ...] = (Journey, Step, Participant)
    return any(not mine.table(kind).keys().isdisjoint(theirs.table(kind).keys()) for kind in kinds)


def past_of(states: Iterable[tuple[str, str, Raw | None]]) -> dict[str, list[Record]]:
    """Return what each record was, from (table, id, row) of a history in any order; what cannot be read is left out."""
    found: dict[str, list[Record]] = {}
    for table, record_id, raw in states:
        kind = _KINDS.get(table)
        record = decode(kind, record_id, raw) if kind is not None and raw is not None else None
        if record is not None and not isinstance(record, Reject):
            found.setdefault(record_id, []).append(record)
    return found


def merge(
    mine: Document, theirs: Document, ids: IdSource, *, my_past: Past | None = None, their_past: Past | None = None
) -> Merged:
    """Work out what a second copy of the same sprint adds to this one; nothing is written and nothing of mine is lost.

    Raises SprintError when the two are not copies of one sprint. Without the histories, every difference counts as
    changed by both.
    """
    if not is_same_sprint(mine, theirs):
        raise SprintError("study.not_this_sprint")
    return _Merge(mine, theirs, ids, my_past or {}, their_past or {}).result()


class _Merge:
    """One merge while it is worked out."""

    def __init__(self, mine: Document, theirs: Document, ids: IdSource, my_past: Past, their_past: Past) -> None:
        self._mine = mine
        self._theirs = theirs
        self._ids = ids
        self._my_past = my_past
        self._their_past = their_past
        self._gone = set(study_of(mine).withdrawn_marks)
        self._new: dict[str, Record] = {}
        self._changed: dict[str, tuple[Record, Record]] = {}
        self._conflicts: list[Conflict] = []
        self._kept_out = 0

    def result(self) -> Merged:
        waiting = [record for record in self._theirs if not isinstance(record, _STAYS_HOME) and record.id != STUDY_ID]
        for record in waiting:
            if self._is_of_somebody_gone(record):
                self._kept_out += 1
                continue
            ours = self._mine.get(record.id)
            if ours is None:
                self._new[record.id] = self._without_gone(record)
            elif ours != record:
                self._meet(ours, record)
        unplaced = self._drop_what_cannot_stand()
        changes: list[Change] = [(None, record) for record in self._new.values()]
        changes += list(self._changed.values())
        edits = [one for one in changes if _scope(one) is Scope.DOCUMENT]
        facts = [one for one in changes if _scope(one) is Scope.RECORD_ONLY]
        return Merged(
            make_diff("study.edit_merge", edits, count=len(edits)),
            make_diff("study.edit_merge", facts, count=len(facts)),
            _counted(self._new.values()),
            _counted(after for _, after in self._changed.values()),
            tuple(self._conflicts),
            self._kept_out,
            unplaced,
        )

    def _is_of_somebody_gone(self, record: Record) -> bool:
        """Whether a record is theirs, or hangs on nothing but what is theirs: a pattern of their remarks, a photo."""
        if not self._gone:
            return False
        who = record.id if isinstance(record, Participant) else getattr(record, "participant_id", "")
        if who:
            return withdrawn_mark(who) in self._gone
        hung_on: list[Record | None] = []
        if isinstance(record, Pattern):
            hung_on = [self._theirs.get(one) for one in record.observation_ids]
        elif isinstance(record, Picture) and self._mine.get(record.id) is None:
            hung_on = list(self._theirs.referrers(Record, record.id))
        return bool(hung_on) and all(isinstance(one, Observation) and self._is_of_somebody_gone(one) for one in hung_on)

    def _without_gone(self, record: Record) -> Record:
        """Return a record without references to remarks of somebody who withdrew."""
        fields: dict[str, Any] = {}
        for name, value in vars(record).items():
            if name in record.REFERENCES and type(value) is tuple:
                fields[name] = tuple(one for one in value if not self._was_kept_out(one))
        return replace(record, **fields) if fields else record

    def _was_kept_out(self, record_id: str) -> bool:
        found = self._theirs.get(record_id)
        return found is not None and self._mine.get(record_id) is None and self._is_of_somebody_gone(found)

    def _meet(self, ours: Record, theirs: Record) -> None:
        if type(ours) is not type(theirs) or theirs in self._my_past.get(ours.id, ()):
            return  # they still have what we had before we changed it
        if ours in self._their_past.get(ours.id, ()):
            self._changed[ours.id] = (ours, self._without_gone(theirs))
            return
        beside = ""
        if isinstance(ours, Observation) and isinstance(theirs, Observation):
            if self._was_decided(ours, theirs):
                return
            beside = self._put_beside(ours, theirs)
        self._conflicts.append(Conflict(ours, theirs, beside))

    def _put_beside(self, ours: Observation, theirs: Observation) -> str:
        """Keep their wording as a remark beside ours; merging the same copy again finds it there."""
        for known in self._mine.referrers(Observation, ours.id):
            if known.beside_id == ours.id and replace(theirs, id=known.id, beside_id=ours.id) == known:
                return known.id
        other = replace(theirs, id=self._ids(), beside_id=ours.id)
        self._new[other.id] = other
        return other.id

    def _was_decided(self, ours: Observation, theirs: Observation) -> bool:
        """Whether this wording stood beside ours before and people chose between the two."""
        past = (record for records in self._my_past.values() for record in records)
        once = [record for record in past if isinstance(record, Observation) and record.beside_id == ours.id]
        there = {known.id for known in self._mine.referrers(Observation, ours.id)}
        return any(one.id not in there and replace(theirs, id=one.id, beside_id=ours.id) == one for one in once)

    def _drop_what_cannot_stand(self) -> int:
        """Leave out what refers to records that neither side has, until all that is left stands."""
        dropped = 0
        while True:
            loose = [record.id for record in self._new.values() if fault_of(record) or not self._stands(record)]
            wrong = [key for key, (_, after) in self._changed.items() if fault_of(after) or not self._stands(after)]
            if not loose and not wrong:
                return dropped
            dropped += len(loose) + len(wrong)
            for key in loose:
                del self._new[key]
            for key in wrong:
                del self._changed[key]

    def _stands(self, record: Record) -> bool:
        for target, table in references(record):
            found = self._new.get(target) or self._mine.get(target)
            if found is None or table != found.TABLE:
                return False
        return True


def _scope(change: Change) -> Scope:
    before, after = change
    record = after if after is not None else before
    return record.SCOPE if record is not None else Scope.DOCUMENT


def _counted(records: Iterable[Record]) -> dict[str, int]:
    found: dict[str, int] = {}
    for record in records:
        found[record.TABLE] = found.get(record.TABLE, 0) + 1
    return found


def pictures_needed(merged: Merged) -> Collection[str]:
    """Return the SHA-256 of the pictures that come in, so that their pixels can be taken from the other file."""
    return {after.sha256 for _, after in merged.edits.changes.values() if isinstance(after, Picture)}
