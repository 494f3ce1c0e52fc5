"""Breaking text into lines, the same way on screen and on paper, so that what was measured is what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Protocol


class TextStyle(StrEnum):
    """The kinds of text on a board; who draws chooses font and size for each."""

    PHASE = "phase"
    LANE = "lane"
    STEP = "step"
    NOTE = "note"
    LABEL = "label"
    CARD = "card"


class Measure(Protocol):
    """Tells how high a text becomes."""

    def __call__(self, text: str, width: float, style: TextStyle) -> float:
        """Return the height in pixels at 100 % of the text broken at this width; 0 for an empty text."""


Advance = Callable[[str, TextStyle], float]
"""Gives the width in pixels at 100 % of a piece of text on one line."""

_MOST_REMEMBERED = 60_000


class TextMeasure:
    """Breaks and measures texts with an injected width of words, and remembers both.

    A text is broken at spaces; a word wider than the line is broken between letters, so that nothing is ever cut.
    """

    def __init__(self, advance: Advance, line_heights: Mapping[TextStyle, float]) -> None:
        self._advance = advance
        self._line_heights = dict(line_heights)
        self._words: dict[TextStyle, dict[str, float]] = {style: {} for style in TextStyle}
        self._texts: dict[tuple[str, float, TextStyle], tuple[str, ...]] = {}

    def __call__(self, text: str, width: float, style: TextStyle) -> float:
        """Return the height of the text, as `Measure` asks."""
        return len(self.lines(text, width, style)) * self._line_heights[style]

    def line_height(self, style: TextStyle) -> float:
        """Give the distance from one line to the next."""
        return self._line_heights[style]

    def width(self, text: str, style: TextStyle) -> float:
        """Give the width of a text on one line."""
        return self._advance(text, style)

    def lines(self, text: str, width: float, style: TextStyle) -> tuple[str, ...]:
        """Give the lines of a text at this width; none for an empty text."""
        key = (text, width, style)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > _MOST_REMEMBERED:
                self._texts.clear()
            found = self._texts[key] = tuple(self._break(text, width, style))
        return found

    def _word(self, word: str, style: TextStyle) -> float:
        known = self._words[style]
        width = known.get(word)
        if width is None:
            if len(known) > _MOST_REMEMBERED:
                known.clear()
            width = known[word] = self._advance(word, style)
        return width

    def _break(self, text: str, width: float, style: TextStyle) -> list[str]:
        if not text.strip():
            return []
        space = self._word(" ", style)
        lines: list[str] = []
        for paragraph in text.splitlines():
            line: list[str] = []
            used = 0.0
            for word in paragraph.split():
                needed = self._word(word, style)
                if line and used + space + needed > width:
                    lines.append(" ".join(line))
                    line, used = [], 0.0
                if needed > width:
                    *full, word = self._split(word, width, style)
                    lines.extend(full)
                    needed = self._word(word, style)
                used += needed + (space if line else 0.0)
                line.append(word)
            lines.append(" ".join(line))
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def _split(self, word: str, width: float, style: TextStyle) -> list[str]:
        pieces: list[str] = []
        piece, used = "", 0.0
        for letter in word:
            needed = self._word(letter, style)
            if piece and used + needed > width:
                pieces.append(piece)
                piece, used = "", 0.0
            piece += letter
            used += needed
        return [*pieces, piece]
