"""Somebody takes their part back: all they said goes from everything, and one number is left ("1 withdrawn").

It is no edit and no undo brings it back. `begin_withdrawal` writes down what must go; the sprint is then closed and
opened again, and the opening carries it out before anything is read (see `sprint.store.erasing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sprint.codec import encode
from sprint.document import Document
from sprint.records import (
    RECORD_TYPES,
    STUDY_ID,
    Draft,
    Observation,
    Participant,
    Pattern,
    Picture,
    Record,
    Study,
)
from sprint.store.erasing import plain
from sprint.store.erasure import Erasure
from sprint.store.folders import Folders
from sprint.store.shapes import Commit, Json
from sprint.study.merging import withdrawn_mark
from sprint.study.private_words import texts_of
from sprint.study.texts import study_of
from sprint.workspace import Workspace

_OWN = tuple(kind.TABLE for kind in RECORD_TYPES if "participant_id" in kind.REFERENCES)
"""The tables in which a row belongs to one participant."""
_SHORTEST_QUOTE = 12


class Mention(NamedTuple):
    """A place in the team's own words that may still speak of somebody: the field of a record."""

    record_id: str
    table: str
    field: str


def begin_withdrawal(workspace: Workspace, participant_id: str) -> None:
    """Write down that everything of a participant must go; close the sprint and open it again to have it done.

    Raises SprintError when the sprint is read-only or the disk refuses, and then nothing was begun.
    """
    erasure = plan_withdrawal(workspace.document, workspace.store.history(), participant_id)
    workspace.store.begin_erasing(erasure)


def withdraw(workspace: Workspace, participant_id: str, folders: Folders) -> Workspace:
    """Erase everything of a participant: closes this workspace and returns the one that was opened after it.

    Its findings tell what was erased and which copies could not be reached. Raises SprintError as `begin_withdrawal`
    and opening do.
    """
    begin_withdrawal(workspace, participant_id)
    path, uid = workspace.path, workspace.store.uid
    workspace.close()
    if path is None:
        return Workspace.open_unfinished(uid, folders)
    return Workspace.open(path, folders)


def mentions(document: Document, participant_id: str) -> list[Mention]:
    """Return where the team's own words name the code or repeat a remark of a participant, to look at before erasing.

    What the team made of it in its own words is not erased: nobody but people can tell what may stay.
    """
    who = document.require(Participant, participant_id)
    remarks = [remark.text.strip() for remark in document.referrers(Observation, who.id)]
    quotes = [text.casefold() for text in remarks if len(text) >= _SHORTEST_QUOTE]
    code = re.compile(rf"(?<!\w){re.escape(who.code)}(?!\w)") if who.code else None
    found = []
    for record in document:
        if record.id == who.id or getattr(record, "participant_id", "") == who.id:
            continue
        for name, text in texts_of(record):
            if (code is not None and code.search(text)) or any(quote in text.casefold() for quote in quotes):
                found.append(Mention(record.id, record.TABLE, name))
    return found


def plan_withdrawal(document: Document, history: Iterable[Commit], participant_id: str) -> Erasure:
    """Work out every row that must go, those that were deleted long ago included; raises SprintError for a stranger."""
    who = document.require(Participant, participant_id)
    past = _Past(history, who.id)
    rows: dict[str, set[str]] = {table: past.own(document, table) for table in _OWN}
    rows[Participant.TABLE] = {who.id}
    remarks = rows[Observation.TABLE]
    rows[Pattern.TABLE] = {pattern_id for pattern_id, ids in past.patterns(document).items() if ids and ids <= remarks}
    pictures = past.pictures_only_of(document, remarks)
    rows[Picture.TABLE] = set(pictures)
    doomed = set().union(*rows.values())
    return Erasure(
        rows={table: sorted(ids) for table, ids in rows.items() if ids},
        names=[who.id],
        forgotten=[Draft.TABLE],
        pictures=sorted(sha for sha in pictures.values() if sha),
        final=plain(_what_is_left(document, who, doomed)),
        label="study.edit_erased",
    )


def _what_is_left(document: Document, who: Participant, doomed: set[str]) -> dict[str, dict[str, Json]]:
    """Return the rows that end an erasure: one more withdrawn, and the words being typed that are of nobody erased."""
    study = study_of(document)
    marks = tuple(sorted({*study.withdrawn_marks, withdrawn_mark(who.id)}))
    counted = replace(study, withdrawn=study.withdrawn + 1, withdrawn_marks=marks)
    drafts = {
        draft.id: encode(draft)
        for draft in document.table(Draft).values()
        if not draft.id.startswith("draft-remark") and not any(one in draft.id for one in doomed)
    }
    left: dict[str, dict[str, Json]] = {Study.TABLE: {STUDY_ID: encode(counted)}}
    return {**left, Draft.TABLE: drafts} if drafts else left


class _Past:
    """What the history says about one participant: rows that were theirs at any time, and what hung on them."""

    def __init__(self, history: Iterable[Commit], participant_id: str) -> None:
        self._who = participant_id
        self._theirs: dict[str, set[str]] = {table: set() for table in _OWN}
        self._patterns: dict[str, set[str]] = {}
        self._pictured: dict[str, set[str]] = {}
        self._hashes: dict[str, str] = {}
        for commit in history:
            for table, rows in commit.changes.items():
                for record_id, raw in rows.items():
                    if raw is not None:
                        self._see(table, record_id, raw)

    def _see(self, table: str, record_id: str, raw: Mapping[str, Any]) -> None:
        if table in self._theirs and raw.get("participant_id") == self._who:
            self._theirs[table].add(record_id)
        if table == Pattern.TABLE:
            self._patterns[record_id] = set(raw.get("observation_ids", ()))
        elif table == Observation.TABLE and raw.get("picture_ids"):
            self._pictured.setdefault(record_id, set()).update(raw["picture_ids"])
        elif table == Picture.TABLE:
            self._hashes[record_id] = str(raw.get("sha256", ""))

    def own(self, document: Document, table: str) -> set[str]:
        """Rows that are theirs now, or were theirs when they were deleted; what became somebody else's is not."""
        now = {record.id for record in document if table == record.TABLE and _owner(record) == self._who}
        return now | {record_id for record_id in self._theirs[table] if document.get(record_id) is None}

    def patterns(self, document: Document) -> dict[str, set[str]]:
        """The remarks of every pattern there is or was."""
        now = {pattern.id: set(pattern.observation_ids) for pattern in document.table(Pattern).values()}
        return self._patterns | now

    def pictures_only_of(self, document: Document, remarks: set[str]) -> dict[str, str]:
        """Pictures that lay with these remarks and lie nowhere else now: their checksums, by id."""
        found = set().union(*(ids for remark, ids in self._pictured.items() if remark in remarks))
        for remark in document.table(Observation).values():
            if remark.id in remarks:
                found.update(remark.picture_ids)
        free = {one for one in found if all(user.id in remarks for user in document.referrers(Record, one))}
        hashes = {picture.id: picture.sha256 for picture in document.table(Picture).values()}
        shas = {one: hashes.get(one) or self._hashes.get(one, "") for one in free}
        used = {hashes[one] for one in hashes if one not in free}
        return {one: "" if sha in used else sha for one, sha in shas.items()}


def _owner(record: Record) -> str:
    return str(getattr(record, "participant_id", ""))
