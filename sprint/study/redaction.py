"""Words that were made unreadable go from the past as well: from undo now, from every file when the sprint is closed.

Making unreadable is no edit that undo takes back. What is typed is kept at every letter, so older versions of the same
field give way to the text as it is now when they hold the beginning of what was made unreadable, and what was half
typed anywhere leaves no past. The order is on disk at once: a crash does not lose it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sprint.diff import Change, Diff, Label
from sprint.document import Document
from sprint.records import Draft, Record
from sprint.store.erasure import Erasure
from sprint.store.redacting import field_without, holds
from sprint.study.private_words import texts_of
from sprint.workspace import Workspace

Fields = Mapping[str, Mapping[str, str]]
"""The texts of fields as they are now, by id of their record and name."""


def erase_words(workspace: Workspace, fields: Fields, secrets: Iterable[str]) -> None:
    """Have older versions of some fields lose what was made unreadable in them; raises SprintError as erasing does."""
    wanted = sorted({secret for secret in secrets if secret})
    if not wanted:
        return
    workspace.store.begin_erasing(
        Erasure({}, [], [Draft.TABLE], [], {}, "study.edit_redact", fields=dict(fields), secrets=wanted)
    )
    workspace.history.rewrite(lambda diff: _reworded(diff, fields, wanted))


def fields_with(document: Document, text: str) -> dict[str, dict[str, str]]:
    """Return the fields that hold exactly these words: where they were typed."""
    return {
        record.id: {name: text}
        for record in document
        if not isinstance(record, Draft)
        for name, words in texts_of(record)
        if words == text
    }


def _reworded(diff: Diff, fields: Fields, secrets: list[str]) -> Diff:
    changes: dict[str, Change] = {
        record_id: (_record(before, fields, secrets), _record(after, fields, secrets))
        for record_id, (before, after) in diff.changes.items()
    }
    told = [value for value in diff.label.params.values() if isinstance(value, str)]
    label = Label("study.edit_redact") if any(holds(value, secrets) for value in told) else diff.label
    return Diff(label, changes, diff.kind)


def _record(record: Record | None, fields: Fields, secrets: list[str]) -> Record | None:
    if record is None or record.id not in fields:
        return record
    clean: dict[str, Any] = {
        name: field_without(getattr(record, name), text, secrets) for name, text in fields[record.id].items()
    }
    return replace(record, **clean)
