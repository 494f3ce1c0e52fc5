"""Which notes say nearly the same: compared by letters in threes, so that other endings and word orders still meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NEAR = 0.42
"""From this likeness on (0 … 1) two notes are worth a look; below it people see no likeness."""
_WORD = re.compile(r"\w+")
_COMMON = frozenset(
    {
        *("hoe", "kunnen", "we", "dat", "de", "het", "een", "en", "van", "in", "op", "te", "voor", "met", "is", "zijn"),
        *("er", "aan", "om", "ook", "niet", "how", "might", "can", "that", "the", "a", "an", "and", "of", "on", "to"),
        *("for", "with", "are", "be", "it", "not", "do"),
    }
)
"""Words that so many notes have that they make nothing alike."""


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two notes and how alike they are, from 0 to 1."""

    first: str
    second: str
    likeness: float


def near_pairs(texts: Mapping[str, str], least: float = NEAR) -> list[NearPair]:
    """List pairs of texts (by id) that are at least so much alike, the most alike first."""
    parts = [(note_id, _threes(text)) for note_id, text in texts.items()]
    found = [
        NearPair(first, second, round(likeness, 3))
        for place, (first, one) in enumerate(parts)
        for second, other in parts[place + 1 :]
        if (likeness := _likeness(one, other)) >= least
    ]
    return sorted(found, key=lambda pair: (-pair.likeness, pair.first, pair.second))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    both = len(one & other)
    return both / (len(one) + len(other) - both)


def _threes(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    words: Sequence[str] = _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))
    telling = [word for word in words if word not in _COMMON] or list(words)
    return frozenset(f" {word} "[place : place + 3] for word in telling for place in range(len(word)))
