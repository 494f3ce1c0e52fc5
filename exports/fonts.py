"""The packaged typeface on paper: widths of words, and what to do with characters it does not have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from assets.fonts import FALLBACKS, fallback_bytes, font_bytes
from exports.directions import TURN, UNSEEN, held
from exports.hyphens import Hyphens
from exports.shaping import needs_shaping, visual
from sprint.i18n import CLOSE

REGULAR = "Reisgenoot-Regular"
BOLD = "Reisgenoot-Bold"
UNKNOWN = "[?]"
"""Stands where a run of characters is that no family has; never a box, and the page says so."""

SIGNS = frozenset("♥⏱★")
"""Our own signs for the tracks and the moment of truth: the typeface lacks them, so they are drawn as shapes."""

_SIGN_WIDTH = 900
_NAMELESS = {"Cc", "Cf", "Cs", "Co", "Cn"}
_ALIKE = {
    "‐": "-", "‑": "-", "⁃": "-", "―": "–", "→": "->", "←": "<-", "⇒": "=>", "✓": "v", "✔": "v", "✗": "x", "✕": "×",
    "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u200a": " ", "\u202f": "\u00a0", "\u3000": " ", "\t": " ",
    "″": "”", "′": "’",
}  # fmt: skip
_UNITS_PER_EM = 1000
_SHAPED_SCRIPTS = ("ARABIC", "CYRILLIC", "GREEK", "LATIN")
"""Scripts the fallback families can show letter by letter; Devanagari, say, would need a shaping engine."""


class Typeface:
    """Regular and bold of the packaged family and its fallbacks, known to reportlab; counts what it had to replace.

    Words that are too wide are broken as `language` breaks them. A bold letter of a fallback family is drawn with a
    thicker line: those files hold one weight.
    """

    def __init__(self, language: str = "") -> None:
        self._widths = {False: _widths(REGULAR, font_bytes("regular")), True: _widths(BOLD, font_bytes("bold"))}
        self._own = frozenset(self._widths[False].keys() & self._widths[True].keys() | {"\n"})
        self._cleaned: dict[str, str] = {}
        self._fallbacks: list[tuple[str, dict[str, int]]] = []
        self._asked: dict[str, str] = {}
        self.replaced = 0
        self.hyphens = Hyphens(language, self.width)

    def width(self, text: str, bold: bool) -> float:
        """Give the width of a text on one line, in em."""
        widths = self._widths[bold]
        if self._own.issuperset(text):
            return sum([widths[letter] for letter in text if letter != "\n"]) / _UNITS_PER_EM
        shown = visual(text)
        return sum([self._fallback_width(letter, widths) for letter in shown]) / _UNITS_PER_EM

    def clean(self, text: str) -> str:
        """Give the text with only characters that can be printed; newlines stay."""
        if self._own.issuperset(text):
            return text
        found = self._cleaned.get(text)
        if found is None:
            found = self._cleaned[text] = self._replace(text)
        return found

    def runs(self, line: str, bold: bool) -> list[tuple[str, str]]:
        """Split a line into (name of the font, text) as it is drawn from left to right; a sign has no font."""
        own = BOLD if bold else REGULAR
        if self._own.issuperset(line):
            return [(own, line)]
        return list(_joined((self._font_of(letter, own), letter) for letter in visual(line)))

    def is_own(self, line: str) -> bool:
        """Whether the packaged family has every character of a line."""
        return self._own.issuperset(line)

    # ---- inside

    def _font_of(self, letter: str, own: str) -> str:
        if letter in self._own:
            return own
        return "" if letter in SIGNS else self._fallback(letter)

    def _fallback_width(self, letter: str, widths: dict[str, int]) -> int:
        known = widths.get(letter)
        if known is not None:
            return known
        if letter in SIGNS:
            return _SIGN_WIDTH
        name = self._fallback(letter)
        return next((found[letter] for family, found in self._fallbacks if family == name), 0)

    def _fallback(self, letter: str) -> str:
        """Name the fallback family that has a letter, or nothing; the files are read when the first letter asks."""
        found = self._asked.get(letter)
        if found is None:
            if not self._fallbacks:
                self._fallbacks = [(name, _widths(name, fallback_bytes(name))) for name in FALLBACKS]
            found = next((name for name, widths in self._fallbacks if letter in widths), "")
            self._asked[letter] = found
        return found

    def _replace(self, text: str) -> str:
        pieces: list[str] = []
        is_shaped = needs_shaping(text.translate(UNSEEN))
        for letter in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")):
            if letter in self._own or letter in SIGNS or (is_shaped and letter in (CLOSE, TURN)):
                pieces.append(letter)
            elif letter in _ALIKE:
                pieces.append(_ALIKE[letter])
            elif not _is_unseen(letter):
                pieces.append(letter if self._can_show(letter) else self._stand_in(letter))
        return held(_merged(pieces)) if is_shaped else _merged(pieces)

    def _can_show(self, letter: str) -> bool:
        """Whether a fallback family shows a letter right, in every form the letter takes."""
        if not unicodedata.name(letter, "").startswith(_SHAPED_SCRIPTS):
            return False
        return all(self._fallback(form) for form in (visual(letter) if needs_shaping(letter) else letter))

    def _stand_in(self, letter: str) -> str:
        self.replaced += 1
        base = unicodedata.normalize("NFKD", letter)[0]
        return base if base in self._own and base.strip() else UNKNOWN


def _joined(letters: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Join neighbours of one font; every sign stays alone."""
    font, text = "", ""
    for name, letter in letters:
        if name != font or not name:
            if text:
                yield font, text
            font, text = name, ""
        text += letter
    if text:
        yield font, text


def _is_unseen(letter: str) -> bool:
    """Whether a character only steers or decorates others (controls, joiners, marks), so that it can go unsaid."""
    category = unicodedata.category(letter)
    return category in _NAMELESS or category.startswith("M")


def _merged(pieces: list[str]) -> str:
    """Join the pieces; one mark is enough for a whole run of unknown characters and the spaces inside it."""
    kept: list[str] = []
    for piece in pieces:
        if piece == UNKNOWN:
            end = len(kept)
            while end and kept[end - 1] == " ":
                end -= 1
            if end and kept[end - 1] == UNKNOWN:
                del kept[end:]
                continue
        kept.append(piece)
    return "".join(kept)


def _widths(name: str, data: bytes) -> dict[str, int]:
    """Make a face known to reportlab (once in a process, as it keeps them by name) and give its widths."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - heavy

    from exports.typed_font import TypedFont  # noqa: PLC0415 - heavy

    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TypedFont(name, BytesIO(data)))
    face: Any = pdfmetrics.getFont(name).face
    return {chr(code): face.charWidths[code] for code in face.charToGlyph if code >= ord(" ")}
