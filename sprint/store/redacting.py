"""Taking words out of older versions of a field: what is left in its place is the text as it is now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sprint.store.shapes import Raw

_BEGINNING = 4
"""A secret is written letter by letter and kept at every letter: so many of its first signs give it away."""


def holds(text: str, secrets: Iterable[str]) -> bool:
    """Whether a text holds one of the secrets as a whole."""
    return any(secret in text for secret in secrets)


def reworded(raw: Raw, fields: Mapping[str, str] | None, secrets: Iterable[str]) -> Raw:
    """Return a row in which fields that hold the beginning of a secret have the text that they have now."""
    if not fields:
        return raw
    return {
        name: field_without(value, fields[name], secrets) if name in fields else value for name, value in raw.items()
    }


def field_without(value: object, text: str, secrets: Iterable[str]) -> object:
    """Return `text` in the place of a value that holds the beginning of a secret, else the value."""
    if not isinstance(value, str) or value == text:
        return value
    return text if holds(value, (secret[:_BEGINNING] for secret in secrets)) else value


def in_json(word: str) -> str:
    """Return a word as it stands in a journal."""
    return json.dumps(word, ensure_ascii=False)[1:-1]
