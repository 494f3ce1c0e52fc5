"""The typeface of screen and paper, taken from a package so that no machine needs it installed."""

from __future__ import annotations

from typing import Final, Literal

from assets.reader import folder_of

FontStyle = Literal["regular", "bold", "italic", "bold_italic"]

FAMILY: Final = "Atkinson Hyperlegible"
"""The name the font files carry, for Qt and for reportlab."""

STYLES: Final[tuple[FontStyle, ...]] = ("regular", "bold", "italic", "bold_italic")
"""Every style there is, so that a program can register all of them."""

_FILES: Final[dict[FontStyle, str]] = {
    "regular": "AtkinsonHyperlegible-Regular.ttf",
    "bold": "AtkinsonHyperlegible-Bold.ttf",
    "italic": "AtkinsonHyperlegible-Italic.ttf",
    "bold_italic": "AtkinsonHyperlegible-BoldItalic.ttf",
}


def font_bytes(style: FontStyle) -> bytes:
    """Give one TrueType file of the family, about 60 KB, to hand to Qt or to reportlab as bytes."""
    return (folder_of("fontpkg_atkinson_hyperlegible") / "files" / _FILES[style]).read_bytes()


FALLBACKS: Final[tuple[str, ...]] = ("noto_sans", "noto_sans_arabic")
"""Families for letters the typeface lacks (Cyrillic, Greek, Vietnamese; Arabic), in the order in which to ask them."""


def fallback_bytes(name: str) -> bytes:
    """Give the TrueType file of a fallback family, 1 to 2 MB: read it only when a letter asks for it."""
    folder = folder_of(f"fontpkg_{name}") / "files"
    found = sorted((one for one in folder.iterdir() if "Italic" not in one.name), key=lambda one: one.name)
    return found[0].read_bytes()
