"""Personal data in the whole sprint: every place where it stands, to look at before anything leaves the laptop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
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
    for kind in RECORD_TYPES:
        words = _fields_with_words(kind)
        for record in document.table(kind).values():
            found += [
                PrivatePlace(record.id, kind.TABLE, name, tuple(spans))
                for name, text in _texts(record, words)
                if (spans := findings(text, known))
            ]
    return found


def _fields_with_words(kind: type[Record]) -> list[str]:
    hidden = _NO_WORDS | _PUBLIC.get(kind.TABLE, frozenset()) | kind.REFERENCES.keys()
    return [field.name for field in fields(kind) if field.name not in hidden]


def _texts(record: Any, names: list[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        value = getattr(record, name)
        if type(value) is str and value:
            yield name, value
