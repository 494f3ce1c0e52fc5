"""Words for people: one catalogue per language, read from `assets/i18n/<language>/*.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from assets.reader import read_text
from sprint.errors import Param, SprintError

if TYPE_CHECKING:
    # For the type only: the words of the first window need no records.
    from sprint.diff import Label

LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"
BACKWARDS = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufefc"))
"""First and last letter of the scripts that run from right to left, such as Arabic and Hebrew."""
CLOSE = "\u200e"
"""The mark of Unicode that closes such words off; nobody sees it."""


def language_of(environment: Mapping[str, str]) -> str:
    """Give the language that a computer speaks by its environment, as terminals read it; Dutch when it does not say."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            spoken = environment[name][:2].lower()
            return spoken if spoken in LANGUAGES else DEFAULT_LANGUAGE
    return DEFAULT_LANGUAGE


def closed(text: str) -> str:
    """Close off words from right to left, so that a figure or bracket behind them keeps its place in our sentence."""
    if text.isascii() or text.endswith(CLOSE):
        return text
    is_backwards = any(first <= letter <= last for letter in text for first, last in BACKWARDS)
    return f"{text}{CLOSE}" if is_backwards else text


class _Catalogue(dict[str, str]):
    """The texts of a language, read a room at a time: the first window needs half of them."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._read: set[str] = set()

    def __missing__(self, key: str) -> str:
        room = key.partition(".")[0]
        if room in self._read:
            raise KeyError(key)
        # A key that is no text of ours, such as one from a damaged file, comes back as itself.
        with suppress(OSError, ValueError):
            self.update(json.loads(read_text(f"i18n/{self._language}/{room}.json")))
        # Last, because another thread may ask at the same time.
        self._read.add(room)
        return self[key]


class Translator:
    """Turns keys into sentences of one language; make another one to speak another language."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts

    @classmethod
    def load(cls, language: str) -> Translator:
        """Take the catalogue of a language; an unknown language falls back to Dutch."""
        known = language if language in LANGUAGES else DEFAULT_LANGUAGE
        return cls(known, _Catalogue(known))

    def __call__(self, key: str, /, **params: Param) -> str:
        """Return the text of `key`; `count` chooses between `key.one` and `key.other`.

        A key without a text comes back as itself: visible to a tester, and never a crash in front of a room.
        """
        text = self._text(key)
        if text is None and "count" in params:
            text = self._text(f"{key}.one" if params["count"] == 1 else f"{key}.other")
        if text is None:
            return key
        if not params:
            return text
        return text.format_map({name: self._shown(value) for name, value in params.items()}).removesuffix(CLOSE)

    def has(self, key: str) -> bool:
        """Whether this language has a text for `key`."""
        return self._text(key) is not None

    def _text(self, key: str) -> str | None:
        try:
            return self._texts[key]
        except KeyError:
            return None

    def label(self, label: Label) -> str:
        """Return the name of an edit ("Move 3 steps")."""
        return self(label.key, **label.params)

    def error(self, error: SprintError) -> str:
        """Return the sentence for an error."""
        return self(error.key, **error.params)

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a number as this language does: 1.234,5 in Dutch, 1,234.5 in English."""
        text = f"{value:,.{decimals}f}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "nl" else text

    def signed(self, value: int) -> str:
        """Write a feeling with its sign: −2, 0, +3 (a real minus, as wide as the plus)."""
        return f"−{-value}" if value < 0 else f"+{value}" if value > 0 else "0"

    def date(self, iso: str) -> str:
        """Write an ISO date in words ("dinsdag 3 november"); a date that cannot be read comes back as it is."""
        try:
            day = date.fromisoformat(iso[:10])
        except ValueError:
            return iso
        weekday = self(f"date.weekday_{day.weekday()}")
        return self(
            "date.long", weekday=weekday, day=day.day, month=self(f"date.month_{day.month}"), year=str(day.year)
        )

    def date_with_year(self, iso: str) -> str:
        """Write an ISO date as on a letter ("3 november 2026"); a date that cannot be read comes back as it is."""
        try:
            day = date.fromisoformat(iso[:10])
        except ValueError:
            return iso
        return self("date.with_year", day=day.day, month=self(f"date.month_{day.month}"), year=str(day.year))

    def _shown(self, value: Param) -> str:
        return (
            self.number(value)
            if isinstance(value, int)
            else self.number(value, 1)
            if isinstance(value, float)
            else closed(value)
        )
