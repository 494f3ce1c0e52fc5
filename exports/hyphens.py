"""Breaks words that are wider than their line where the language allows it, with a hyphen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_LEAST_LETTERS, _MOST_LETTERS = 6, 60
"""A word that is longer than any word is an address or a joke, and is broken between letters."""
_WIDEST_LETTER = 1.0
"""No letter of the typeface is wider than this, in em; what cannot be too wide is not measured."""
_DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}


class Hyphens:
    """Knows where the words of one language may be broken; without a language no word is."""

    def __init__(self, language: str, width: Callable[[str, bool], float]) -> None:
        self._language = _DICTIONARIES.get(language, "")
        self._width = width
        self._words: dict[tuple[str, bool, float], str] = {}
        self._dictionary: Any = None

    def fitted(self, text: str, bold: bool, room: float) -> str:
        """Give a text in which every word wider than `room` (in em) is broken; a break is a hyphen and a space."""
        if not self._language or max(map(len, text.split()), default=0) * _WIDEST_LETTER <= room:
            return text
        lines = [" ".join(self._word(word, bold, room) for word in line.split(" ")) for line in text.split("\n")]
        return "\n".join(lines)

    def _word(self, word: str, bold: bool, room: float) -> str:
        if not _LEAST_LETTERS <= len(word) <= _MOST_LETTERS or len(word) * _WIDEST_LETTER <= room:
            return word
        key = (word, bold, room)
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = self._broken(word, bold, room)
        return found

    def _broken(self, word: str, bold: bool, room: float) -> str:
        """Break as late as fits, again and again; a part without a place to break is left as it is."""
        pieces: list[str] = []
        while self._width(word, bold) > room:
            places = [place for place in self._places(word) if self._width(f"{word[:place]}-", bold) <= room]
            if not places:
                break
            pieces.append(f"{word[: places[-1]]}-")
            word = word[places[-1] :]
        return " ".join([*pieces, word])

    def _places(self, word: str) -> list[int]:
        if self._dictionary is None:
            import pyphen  # noqa: PLC0415 - only when a word is too wide

            self._dictionary = pyphen.Pyphen(lang=self._language, left=3, right=3)
        return [int(place) for place in self._dictionary.positions(word)]
