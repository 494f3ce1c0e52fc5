"""How words of people stand in sentences of ours: in a row, ended, and without a mark too many."""

from __future__ import annotations

from collections.abc import Iterable

from sprint.i18n import CLOSE, closed

_ENDS = tuple(".?!…")
_QUOTES = "”’\"'»)" + CLOSE


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does; quotation marks and brackets may stand behind its end."""
    return text.rstrip(_QUOTES).endswith(_ENDS)


def ended(text: str) -> str:
    """End a text with a full stop, unless it has an end of its own."""
    return text if not text or is_ended(text) else f"{closed(text)}."


def led(text: str) -> str:
    """Let a text lead in what follows: with a colon, unless it has an end of its own."""
    return closed(text) if is_ended(text) else f"{closed(text)}:"


def aside(text: str, note: str) -> str:
    """Put a note in brackets behind a text, before its full stop."""
    if not note:
        return text
    stop = "." if text.endswith(".") else ""
    return f"{closed(text.removesuffix('.'))} ({closed(note)}){stop}"


def listed(texts: Iterable[str]) -> str:
    """Put texts in a row: a semicolon between them, and only a space behind what has an end of its own."""
    found = [text.strip() for text in texts if text.strip()]
    parts = [closed(text) if is_ended(text) else f"{closed(text)};" for text in found[:-1]]
    return " ".join([*parts, *found[-1:]])


def dotted(texts: Iterable[str]) -> str:
    """Put what is known of one thing in a row with dots between: who, when, how much."""
    return " · ".join(closed(text) for text in texts if text.strip()).removesuffix(CLOSE)
