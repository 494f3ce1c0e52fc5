"""Which way a sign between words runs, told by its whole paragraph (Unicode Standard Annex 9, rules W7 to N2).

A line is drawn by itself. A bracket, a full stop or a number at its end ran on in the paragraph: a mark keeps that.
"""

from __future__ import annotations

import re

from sprint.i18n import BACKWARDS, CLOSE

TURN = "\u200f"
"""The mark of Unicode that runs from right to left; nobody sees it."""
UNSEEN = str.maketrans("", "", CLOSE + TURN)

BRACKETS = {"(": ")", "[": "]", "{": "}"}
RIGHT_TO_LEFT = re.compile(f"[{TURN}{''.join(f'{first}-{last}' for first, last in BACKWARDS)}]")

_BACK, _ON, _NUMBER, _OPEN = "R", "L", "D", " "


def held(text: str) -> str:
    """Mark the words whose first or last sign runs from right to left with the words beside it."""
    return "\n".join(_marked(paragraph) for paragraph in text.split("\n"))


def _marked(paragraph: str) -> str:
    ways = _ways(paragraph)
    words, at = [], 0
    for word in paragraph.split(" "):
        core, before, behind = word.rstrip(CLOSE), "", ""
        if core:
            before = TURN if ways[at] in (_BACK, _NUMBER) and _way(core[0]) in (_OPEN, _NUMBER) else ""
            behind = TURN if ways[at + len(core) - 1] == _BACK and _way(core[-1]) == _OPEN else ""
        words.append(f"{before}{core}{behind}{word[len(core) :]}")
        at += len(word) + 1
    return " ".join(words)


def _ways(paragraph: str) -> list[str]:
    """Tell of every letter which way it runs in a paragraph that itself runs from left to right."""
    ways, last = [], _ON
    for letter in paragraph:
        way = _way(letter)
        if way == _NUMBER and last == _ON:
            way = _ON
        elif way in (_ON, _BACK):
            last = way
        ways.append(way)
    for start, end in _pairs(paragraph):
        inside = set(ways[start + 1 : end]) - {_OPEN}
        if _ON in inside:
            ways[start] = ways[end] = _ON
        elif inside:
            before = next((way for way in reversed(ways[:start]) if way != _OPEN), _ON)
            ways[start] = ways[end] = _ON if before == _ON else _BACK
    return _filled(ways)


def _filled(ways: list[str]) -> list[str]:
    """Let what has no way of its own run with its neighbours where they agree, and else with the paragraph."""
    before = _ON
    for at, way in enumerate(ways):
        if way == _OPEN:
            after = next((one for one in ways[at:] if one != _OPEN), _ON)
            ways[at] = way = _ON if _ON in (before, after) else _BACK
        before = way
    return ways


def _pairs(paragraph: str) -> list[tuple[int, int]]:
    """Give the places of every pair of brackets, in the order in which they open."""
    opened: list[int] = []
    pairs = []
    for at, letter in enumerate(paragraph):
        if letter in BRACKETS:
            opened.append(at)
        elif opened and letter == BRACKETS[paragraph[opened[-1]]]:
            pairs.append((opened.pop(), at))
    return sorted(pairs)


def _way(letter: str) -> str:
    if RIGHT_TO_LEFT.match(letter):
        return _BACK
    if letter == CLOSE or letter.isalpha():
        return _ON
    return _NUMBER if letter.isdigit() else _OPEN
