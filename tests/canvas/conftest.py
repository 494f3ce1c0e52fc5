"""Fixtures of the canvas: fonts, a desk, a canvas on the screen and hands to use it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assets.fonts import STYLES, font_bytes
from assets.palette import load_theme
from canvas.clipboard import leave_plain_text
from canvas.style import CanvasStyle
from canvas.view import JourneyCanvas
from tests.canvas.desk import Desk, Hands, litter, on_the_screen


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """Give Qt the typeface of the program."""
    for style in STYLES:
        QFontDatabase.addApplicationFontFromData(QByteArray(font_bytes(style)))


@pytest.fixture
def desk() -> Desk:
    """A desk with the small journey."""
    return Desk(litter())


@pytest.fixture
def style() -> CanvasStyle:
    """The light look."""
    return CanvasStyle.from_theme(load_theme("light"))


@pytest.fixture
def canvas(qtbot: QtBot, fonts: None, desk: Desk, style: CanvasStyle) -> JourneyCanvas:
    """The journey of the desk on a canvas of 1400 × 1000."""
    widget = on_the_screen(qtbot, desk, style)
    widget.settle()
    assert widget.hands, "the program makes them after the first frame"
    return widget


@pytest.fixture(autouse=True)
def _plain_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard that outlives Python."""
    yield
    leave_plain_text()


@pytest.fixture
def hands(canvas: JourneyCanvas) -> Hands:
    """Hands on the canvas."""
    return Hands(canvas)
