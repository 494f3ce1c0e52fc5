"""The packaged typeface on paper: widths of words, and what to do with characters it does not have."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import Any

from assets.fonts import font_bytes

REGULAR = "Reisgenoot-Regular"
BOLD = "Reisgenoot-Bold"
UNKNOWN = "[?]"
"""Stands where a run of characters is that the typeface lacks; never a box, and the page says so."""

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


class Typeface:
    """Regular and bold of the packaged family, known to reportlab; counts what it had to replace."""

    def __init__(self) -> None:
        self._widths = {False: _widths(REGULAR, font_bytes("regular")), True: _widths(BOLD, font_bytes("bold"))}
        self._known = self._widths[False].keys() & self._widths[True].keys() | {"\n"}
        self._cleaned: dict[str, str] = {}
        self.replaced = 0

    def width(self, text: str, bold: bool) -> float:
        """Give the width of a text on one line, in em."""
        widths = self._widths[bold]
        return sum([widths.get(letter, 0) for letter in text]) / _UNITS_PER_EM

    def clean(self, text: str) -> str:
        """Give the text with only characters that can be printed; newlines stay."""
        if self._known.issuperset(text):
            return text
        found = self._cleaned.get(text)
        if found is None:
            found = self._cleaned[text] = self._replace(text)
        return found

    def _replace(self, text: str) -> str:
        pieces: list[str] = []
        for letter in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")):
            if letter in self._known:
                pieces.append(letter)
            elif letter in _ALIKE:
                pieces.append(_ALIKE[letter])
            elif not _is_unseen(letter):
                self.replaced += 1
                base = unicodedata.normalize("NFKD", letter)[0]
                pieces.append(base if base in self._known and base.strip() else UNKNOWN)
        return _merged(pieces)


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
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415 - heavy

    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(ttfonts.TTFont(name, BytesIO(data)))
    face: Any = pdfmetrics.getFont(name).face
    widths = {chr(code): face.charWidths[code] for code in face.charToGlyph if code >= ord(" ")}
    return widths | dict.fromkeys(SIGNS, _SIGN_WIDTH)
