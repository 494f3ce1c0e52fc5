"""Personal data in the whole sprint: every place where it stands, to look at before anything leaves the laptop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from sprint.document import Document
from sprint.privacy import PrivateSpan, findings
from sprint.records import RECORD_TYPES, Record

_PUBLIC: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "study": frozenset({"controller", "contact", "officer"}),
        "study_texts": frozenset({"text"}),
        "people": frozenset({"name"}),
        "sprint": frozenset({"organisation", "place"}),
    }
)
"""What is meant to be read by everybody: who is responsible, how to reach them, who is in the team."""
_NO_WORDS = frozenset({"id", "extra", "lineage", "sha256", "extension", "letter_sha256", "form_sha256"})


class PrivatePlace(NamedTuple):
    """Personal data in one field of one record."""

    record_id: str
    table: str
    field: str
    spans: tuple[PrivateSpan, ...]


def private_places(document: Document, names: Iterable[str] = ()) -> list[PrivatePlace]:
    """Return every field with personal data in it, table by table; `names` come from the open name key."""
    known = tuple(names)
    found = []
    for record in (one for kind in RECORD_TYPES for one in document.table(kind).values()):
        found += [
            PrivatePlace(record.id, record.TABLE, name, tuple(spans))
            for name, text in texts_of(record)
            if (spans := findings(text, known))
        ]
    return found


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of every field that people wrote in, but for what everybody may read."""
    row: Any = record
    for name in _fields_with_words(record.TABLE):
        value = getattr(row, name)
        if type(value) is str and value:
            yield name, value


@cache
def _fields_with_words(table: str) -> tuple[str, ...]:
    kind = next(kind for kind in RECORD_TYPES if table == kind.TABLE)
    hidden = _NO_WORDS | _PUBLIC.get(table, frozenset()) | kind.REFERENCES.keys()
    return tuple(field.name for field in fields(kind) if field.name not in hidden)
