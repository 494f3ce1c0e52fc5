"""Arabic script on paper: letters take the form of their place in the word, and lines run from right to left.

The forms come from the compatibility block of Unicode (U+FB50 … U+FEFC), which the fallback family has; the order on
the line from the bidirectional algorithm (Unicode Standard Annex 9).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from exports.directions import BRACKETS, RIGHT_TO_LEFT, TURN, UNSEEN
from sprint.i18n import CLOSE

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_SHUT = {end: start for start, end in BRACKETS.items()}
_STAND_INS = {bracket: chr(0x2400 + number) for number, bracket in enumerate("()[]{}")}
"""Signs without a direction of their own, as brackets have none; nobody types them."""
_SHOWN = UNSEEN | str.maketrans({sign: bracket for bracket, sign in _STAND_INS.items()})
_QUOTES = {"«": "»", "»": "«", "‹": "›", "›": "‹", "<": ">", ">": "<"}
_TATWEEL = "\u0640"
_LAM = "\u0644"
_ALEFS = frozenset("\u0622\u0623\u0625\u0627")
_BLOCKS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))

_SIGNS = tuple(zip("⁅⁽₍⌈⌊❨❪❬❮❰❲❴⟦⟨⟪⟬⟮⦅", "⁆⁾₎⌉⌋❩❫❭❯❱❳❵⟧⟩⟫⟭⟯⦆", strict=True))
"""Brackets that stand for a pair while its place on the line is sought: to the library they are pairs as well."""

Forms = dict[str, dict[str, str]]
Pair = tuple[str, str, str, str]
"""The two signs that stand for a pair of brackets, and the brackets as they were typed."""


def needs_shaping(text: str) -> bool:
    """Whether a text holds letters that run from right to left."""
    return not text.isascii() and RIGHT_TO_LEFT.search(text) is not None


def visual(line: str) -> str:
    """Give one line as it is drawn from left to right; a line without right-to-left letters comes back as it is."""
    if not needs_shaping(line):
        return line.translate(UNSEEN)
    from bidi import get_display  # noqa: PLC0415 - only for names in such a script

    held, pairs = _held(line)
    shown = get_display(_joined(held), base_dir="L")
    text = shown if isinstance(shown, str) else shown.decode("utf-8")
    return _mirrored(text, pairs).translate(_SHOWN)


def _held(line: str) -> tuple[str, list[Pair]]:
    """Give every pair of brackets signs of its own, so that it is known again after the letters changed places.

    A bracket whose partner is on another line gets a sign that is no bracket: no wrong pair is made of two of them. One
    between words that run from right to left is turned round here.
    """
    letters, opened, alone, pairs = list(line), list[int](), list[int](), list[Pair]()
    for place, letter in enumerate(line):
        if letter in BRACKETS:
            opened.append(place)
        elif letter in _SHUT:
            if not opened or line[opened[-1]] != _SHUT[letter]:
                alone.append(place)
            elif len(pairs) < len(_SIGNS):
                start, end = _SIGNS[len(pairs)]
                before = opened.pop()
                pairs.append((start, end, line[before], letter))
                letters[before], letters[place] = start, end
            else:
                opened.pop()
    for place in (*opened, *alone):
        turned = BRACKETS.get(line[place]) or _SHUT[line[place]]
        letters[place] = _STAND_INS[turned if _runs_on(line, place) else line[place]]
    return "".join(letters), pairs


def _runs_on(line: str, place: int) -> bool:
    """Whether a mark stands in a run from right to left: behind its letters, before more of them or a number."""
    before = next((one for one in reversed(line[:place]) if _has_way(one)), "")
    after = next((one for one in line[place + 1 :] if one.isdigit() or _has_way(one)), "")
    return bool(RIGHT_TO_LEFT.match(before)) and (after.isdigit() or bool(RIGHT_TO_LEFT.match(after)))


def _has_way(letter: str) -> bool:
    """Whether a letter or mark runs one way of itself."""
    return letter.isalpha() or letter in (TURN, CLOSE)


def _mirrored(shown: str, pairs: list[Pair]) -> str:
    """Turn the brackets inside a run from right to left round, as rule L4 asks; the library leaves them as typed.

    A pair that opens behind its end was drawn from right to left; so was a quotation mark between two such letters.
    """
    letters = [_QUOTES[one] if one in _QUOTES and _is_within(shown, at) else one for at, one in enumerate(shown)]
    for start, end, typed, shut in pairs:
        for place, bracket in zip(sorted((shown.index(start), shown.index(end))), (typed, shut), strict=True):
            letters[place] = bracket
    return "".join(letters)


def _is_within(shown: str, place: int) -> bool:
    """Whether the nearest letters on both sides run from right to left."""
    sides = shown[:place][::-1], shown[place + 1 :]
    nearest = [next((one for one in side if _has_way(one)), "") for side in sides]
    return all(RIGHT_TO_LEFT.match(one) for one in nearest)


@lru_cache(maxsize=1)
def _forms() -> Forms:
    """Read from Unicode's own tables which letter (or lam with alef) has which form at which place."""
    forms: Forms = {}
    for first, last in _BLOCKS:
        for code in range(first, last + 1):
            place, _, letters = unicodedata.decomposition(chr(code)).partition("> ")
            if place[1:] in ("isolated", "initial", "medial", "final"):
                base = "".join(chr(int(one, 16)) for one in letters.split())
                forms.setdefault(base, {}).setdefault(place[1:], chr(code))
    return forms


def _joined(line: str) -> str:
    """Choose the form of every letter by its neighbours in reading order."""
    forms = _forms()
    pieces = _pieces(line)
    shown = []
    for number, piece in enumerate(pieces):
        form = forms.get(piece)
        if form is None or not _ARABIC.match(piece):
            shown.append(piece)
            continue
        before = number > 0 and _joins_on(pieces[number - 1], forms)
        after = number + 1 < len(pieces) and _joins_back(pieces[number + 1], forms) and "initial" in form
        place = "medial" if before and after else "final" if before else "initial" if after else "isolated"
        shown.append(form.get(place, piece))
    return "".join(shown)


def _pieces(line: str) -> list[str]:
    """Split into letters; lam with alef is one piece, because it must have one form (other pairs may)."""
    pieces: list[str] = []
    for letter in line:
        if pieces and pieces[-1] == _LAM and letter in _ALEFS:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _joins_on(piece: str, forms: Forms) -> bool:
    """Whether a letter reaches to the one behind it."""
    return piece == _TATWEEL or "initial" in forms.get(piece, {})


def _joins_back(piece: str, forms: Forms) -> bool:
    """Whether a letter reaches to the one before it."""
    return piece == _TATWEEL or "final" in forms.get(piece, {})
