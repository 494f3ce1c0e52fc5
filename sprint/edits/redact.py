"""The edit that takes personal data out of words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.errors import IntegrityError
from sprint.i18n import Translator
from sprint.privacy import findings, redact
from sprint.records import Record


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
