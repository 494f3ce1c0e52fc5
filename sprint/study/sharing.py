"""A copy that may leave the team: no codes, no quotes without a tick, nothing hidden, no consents and no past."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sprint.codec import encode
from sprint.document import Document
from sprint.edits.delete import delete
from sprint.i18n import Translator
from sprint.records import (
    Answer,
    Consent,
    ConsentTick,
    Draft,
    Interview,
    KeyKeeping,
    Moment,
    Note,
    Observation,
    Participant,
    Picture,
    Record,
    RemarkKind,
    Study,
    VoteRound,
)
from sprint.store.disk import Disk
from sprint.store.handing_over import hand_over
from sprint.study.consent import allows
from sprint.study.private_words import PrivatePlace, private_places, texts_of
from sprint.workspace import Workspace

_STAYS = (Consent, Interview, Draft, Moment)
"""Who signed what, who asked whom, half-typed words, and names of moments in a past that the copy does not have."""


class Shareable(NamedTuple):
    """The document of the copy, how much was left out by table, and the personal data that is still in its words."""

    document: Document
    left_out: Mapping[str, int]
    places: tuple[PrivatePlace, ...]


def shareable(document: Document, words: Translator, names: Iterable[str] = ()) -> Shareable:
    """Make the copy: look at `places` before it goes; `names` come from the open name key. Nothing here is written."""
    copy = Document(record for record in document if not isinstance(record, _STAYS))
    private = [*_private_remarks(document), *(note.id for note in document.table(Note).values() if note.is_hidden)]
    gone = delete(copy, private)
    copy.apply(gone)
    hidden = set(private)
    codes = _codes_of(document)
    clean = [_clean(document, record, hidden, codes, words) for record in copy]
    seen = {one for record in clean for one in _pictures_of(record)}
    photos = {one for remark in document.table(Observation).values() for one in remark.picture_ids}
    # A photo of what a citizen did goes when its remark goes or has no tick; other pictures are the team's own.
    kept = Document(one for one in clean if not (isinstance(one, Picture) and one.id in photos - seen))
    left: dict[str, int] = {}
    for record in document:
        if kept.get(record.id) is None:
            left[record.TABLE] = left.get(record.TABLE, 0) + 1
    return Shareable(kept, left, tuple(private_places(kept, names)))


def write_shareable(workspace: Workspace, path: Path, shared: Shareable, disk: Disk | None = None) -> None:
    """Write the copy as a sprint file of its own; raises SprintError with what to do."""
    at = datetime.fromisoformat(workspace.now_iso())
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    for record in shared.document:
        tables.setdefault(record.TABLE, {})[record.id] = encode(record)
    wanted = (workspace.store.media_path(one.sha256) for one in shared.document.table(Picture).values())
    pictures = sorted({found for found in wanted if found is not None})
    hand_over(disk or Disk(), path, uuid.uuid4().hex, tables, pictures, at)


def _private_remarks(document: Document) -> Iterator[str]:
    for remark in document.table(Observation).values():
        is_quote = remark.kind is RemarkKind.QUOTE
        may_quote = bool(remark.participant_id) and allows(document, remark.participant_id, ConsentTick.QUOTE)
        if remark.is_hidden or (is_quote and not may_quote):
            yield remark.id


def _codes_of(document: Document) -> re.Pattern[str] | None:
    codes = [re.escape(who.code) for who in document.table(Participant).values() if who.code]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(codes, key=len, reverse=True))})(?!\w)") if codes else None


def _clean(
    document: Document, record: Record, hidden: set[str], codes: re.Pattern[str] | None, words: Translator
) -> Record:
    """Return a record without codes, times, initials and what was not agreed to."""
    fields: dict[str, Any] = {}
    if codes is not None:
        fields = {name: codes.sub(words("study.somebody"), text) for name, text in texts_of(record)}
    if isinstance(record, Participant):
        fields = dict.fromkeys(("code", "needs", "group", "appointment", "room", "reminded_at", "thanked_at"), "")
    elif isinstance(record, Observation):
        may_see = allows(document, record.participant_id, ConsentTick.PHOTO)
        fields |= {"at": "", "note_taker": "", "picture_ids": record.picture_ids if may_see else ()}
    elif isinstance(record, Answer):
        may_quote = allows(document, record.participant_id, ConsentTick.QUOTE)
        fields |= {"at": "", **({} if may_quote else {"text": ""})}
    elif isinstance(record, Study):
        fields |= {"withdrawn_marks": (), "key_keeping": KeyKeeping.NONE}
    elif isinstance(record, VoteRound):
        options = zip(record.option_ids, record.labels, strict=False)
        fields["labels"] = tuple("" if option in hidden else label for option, label in options)
    return replace(record, **fields) if fields else record


def _pictures_of(record: Record) -> tuple[str, ...]:
    if isinstance(record, Picture):
        return ()
    found: list[str] = []
    for name, table in record.REFERENCES.items():
        if table == Picture.TABLE:
            value = getattr(record, name)
            found += value if isinstance(value, tuple) else [value]
    return tuple(one for one in found if one)
