"""No text of ours needs a letter the packaged typeface lacks: on a bare machine it would show as a box."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QRawFont
from pytestqt.qtbot import QtBot

from assets.fonts import STYLES, FontStyle, font_bytes
from exports.fonts import SIGNS
from tests.helpers.source import ROOT

TEXTS = sorted({*(ROOT / "assets").rglob("*.json"), *(ROOT / "assets").rglob("*.toml")})
COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)
DRAWN = {"export.json": SIGNS}
"""Signs that paper draws itself, by the catalogue of its words."""


@pytest.mark.parametrize("style", STYLES)
def test_the_typeface_has_every_letter_of_our_texts(qtbot: QtBot, style: FontStyle) -> None:
    font = QRawFont(QByteArray(font_bytes(style)), 16.0)
    assert font.isValid()
    lacking: dict[str, list[str]] = {}
    for path in TEXTS:
        for letter in sorted({*COMMENT.sub("", path.read_text(encoding="utf-8"))} - DRAWN.get(path.name, frozenset())):
            if letter.isprintable() and not font.supportsCharacter(ord(letter)):
                lacking.setdefault(f"U+{ord(letter):04X} {letter}", []).append(path.relative_to(ROOT).as_posix())
    assert lacking == {}


def test_a_letter_that_is_lacking_is_noticed(qtbot: QtBot) -> None:
    font = QRawFont(QByteArray(font_bytes("regular")), 16.0)
    assert font.supportsCharacter(ord("ë"))
    assert not font.supportsCharacter(ord("א"))
