"""The typeface of screen and paper, taken from a package so that no machine needs it installed."""

from __future__ import annotations

from importlib.resources import files
from typing import Final, Literal

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
    return (files("fontpkg_atkinson_hyperlegible") / "files" / _FILES[style]).read_bytes()
