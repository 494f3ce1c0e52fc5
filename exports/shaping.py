"""Arabic script on paper: letters take the form of their place in the word, and lines run from right to left.

The forms come from the compatibility block of Unicode (U+FB50 … U+FEFC), which the fallback family has; the order on
the line from the bidirectional algorithm (Unicode Standard Annex 9).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_SHUT = {end: start for start, end in _BRACKETS.items()}
_QUOTES = {"«": "»", "»": "«", "‹": "›", "›": "‹", "<": ">", ">": "<"}
_TATWEEL = "\u0640"
_LAM = "\u0644"
_ALEFS = frozenset("\u0622\u0623\u0625\u0627")
_BLOCKS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))

Forms = dict[str, dict[str, str]]


def needs_shaping(text: str) -> bool:
    """Whether a text holds letters that run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def visual(line: str) -> str:
    """Give one line as it is drawn from left to right; a line without right-to-left letters comes back as it is."""
    if not needs_shaping(line):
        return line
    from bidi import get_display  # noqa: PLC0415 - only for names in such a script

    shown = get_display(_joined(line), base_dir="L")
    return _mirrored(shown if isinstance(shown, str) else shown.decode("utf-8"))


def _mirrored(shown: str) -> str:
    """Turn the brackets inside a run from right to left round, as rule L4 asks; the library leaves them as typed.

    A pair that opens behind its end was drawn from right to left; so was a quotation mark between two such letters.
    """
    letters = list(shown)
    open_at: dict[str, list[int]] = {}
    shut_at: dict[str, list[int]] = {}
    for place, letter in enumerate(shown):
        if letter in _BRACKETS:
            if shut_at.get(letter):
                before = shut_at[letter].pop()
                letters[before], letters[place] = letter, _BRACKETS[letter]
            else:
                open_at.setdefault(_BRACKETS[letter], []).append(place)
        elif letter in _SHUT:
            if open_at.get(letter):
                open_at[letter].pop()
            else:
                shut_at.setdefault(_SHUT[letter], []).append(place)
        elif letter in _QUOTES and _is_within(shown, place):
            letters[place] = _QUOTES[letter]
    return "".join(letters)


def _is_within(shown: str, place: int) -> bool:
    """Whether the nearest letters on both sides run from right to left."""
    sides = shown[:place][::-1], shown[place + 1 :]
    nearest = [next((one for one in side if one.isalpha()), "") for side in sides]
    return all(_RIGHT_TO_LEFT.match(one) for one in nearest)


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
