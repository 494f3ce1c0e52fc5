"""Makes sure that what is handed to the store can be kept as JSON, and comes back as it went in."""

from __future__ import annotations

import math

from sprint.errors import SprintError
from sprint.store.shapes import Json

MAX_DEPTH = 64
_INT_MIN, _INT_MAX = -(2**63), 2**64 - 1


def whole_text(text: str) -> str:
    """The text without halves of characters, which no file can hold; each becomes a replacement sign."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def is_shallow(value: Json, depth: int = 0) -> bool:
    """Whether lists and objects are not nested deeper than `storable` allows."""
    inner = value.values() if type(value) is dict else value
    return depth < MAX_DEPTH and all(
        is_shallow(item, depth + 1) for item in inner if type(item) is dict or type(item) is list
    )


def storable(value: Json, depth: int = 0) -> Json:
    """An own copy of `value` as the disk would give it back, with broken texts mended.

    Raises SprintError for numbers or nesting that JSON cannot keep.
    """
    if value is None or value is True or value is False:
        return value
    if isinstance(value, str):
        return str(value) if value.isascii() else whole_text(str(value))
    if depth > MAX_DEPTH:
        raise SprintError("store.value_not_storable", detail="depth")
    if isinstance(value, int):
        if not _INT_MIN <= value <= _INT_MAX:
            raise SprintError("store.value_not_storable", detail="integer")
        return int(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise SprintError("store.value_not_storable", detail=str(value))
        return float(value)
    if isinstance(value, (list, tuple)):
        return [storable(item, depth + 1) for item in value]
    if hasattr(value, "items"):
        return {_key(key): storable(item, depth + 1) for key, item in value.items()}
    raise SprintError("store.value_not_storable", detail=type(value).__name__)


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise SprintError("store.value_not_storable", detail=type(key).__name__)
    return key if key.isascii() else whole_text(key)
