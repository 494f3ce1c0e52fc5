"""The typeface comes from a package, in four styles, under one name."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from assets.fonts import FAMILY, STYLES, FontStyle, font_bytes


@pytest.mark.parametrize("style", STYLES)
def test_qt_takes_every_style_as_bytes(qtbot: QtBot, style: FontStyle) -> None:
    font_id = QFontDatabase.addApplicationFontFromData(font_bytes(style))
    assert QFontDatabase.applicationFontFamilies(font_id) == [FAMILY]
    QFontDatabase.removeApplicationFont(font_id)


def test_the_four_styles_are_four_files() -> None:
    assert len({font_bytes(style) for style in STYLES}) == len(STYLES) == 4
