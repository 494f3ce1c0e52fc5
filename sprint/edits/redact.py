"""Edits that take personal data out of words, and that keep a remark from leaving the team."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.errors import IntegrityError, SprintError
from sprint.i18n import Translator
from sprint.privacy import findings, redact
from sprint.records import ConsentTick, Observation, Picture, Record
from sprint.study.consent import allows


def redact_field(document: Document, record_id: str, field: str, words: Translator, names: Iterable[str] = ()) -> Diff:
    """Put the kind of each piece of personal data in its place in one field: "[telefoonnummer]".

    Raises IntegrityError for a field that holds no words. Let `sprint.study.redaction.erase_words` follow, or the old
    words stay in the history.
    """
    record = document.require(Record, record_id)
    text: Any = getattr(record, field, None)
    if type(text) is not str:
        raise IntegrityError("error.wrong_record", id=record_id)
    fields: dict[str, Any] = {field: redact(text, findings(text, names), words)}
    return make_diff("study.edit_redact", [(record, replace(record, **fields))])


def hide_remark(document: Document, observation_id: str, is_hidden: bool = True) -> Diff:
    """Keep a remark out of every copy that leaves the team, or let it go along again."""
    remark = document.require(Observation, observation_id)
    return make_diff("study.edit_hide_remark", [(remark, replace(remark, is_hidden=is_hidden))])


def attach_picture(document: Document, observation_id: str, picture_id: str) -> Diff:
    """Put a picture with what a citizen did; raises SprintError without the participant's tick for photos."""
    remark = document.require(Observation, observation_id)
    picture = document.require(Picture, picture_id)
    if not allows(document, remark.participant_id, ConsentTick.PHOTO):
        raise SprintError("study.no_photo_tick")
    after = replace(remark, picture_ids=tuple(dict.fromkeys([*remark.picture_ids, picture.id])))
    return make_diff("study.edit_attach_picture", [(remark, after)])
