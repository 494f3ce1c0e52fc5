"""Every icon is drawn in one colour, on the same grid, and shows something."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter, qAlpha
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from assets.icons import icon_names, icon_svg
from assets.reader import read_text
from sprint.records import Channel, StepKind

COLOUR = "#0B5C6B"


def paint(name: str, size: int = 24) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    renderer = QSvgRenderer(QByteArray(icon_svg(name, COLOUR)))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_shows_something_and_keeps_a_margin(qtbot: QtBot, name: str) -> None:
    image = paint(name)
    inked = [(x, y) for x in range(24) for y in range(24) if qAlpha(image.pixel(x, y)) > 127]
    assert 12 <= len(inked) <= 400
    edge = [(x, y) for x, y in inked if min(x, y) < 1 or max(x, y) > 22]
    assert edge == []


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_one_colour_on_one_grid(name: str) -> None:
    text = read_text(f"icons/{name}.svg")
    assert 'viewBox="0 0 24 24"' in text
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', text))
    if name != "logo":
        assert colours <= {"currentColor", "none"}
    assert b"currentColor" not in icon_svg(name, COLOUR)
    assert re.search(r"href|<script|<image|<text|url\(", text) is None


def test_the_icons_the_windows_ask_for_are_there() -> None:
    faces = {f"feeling_{value}" for value in ("m3", "m2", "m1", "0", "p1", "p2", "p3")}
    kinds = {channel.value for channel in Channel if channel.value} | {kind.value for kind in StepKind}
    assert faces | kinds | {"logo", "plus", "undo", "redo", "print", "play", "pause"} <= set(icon_names())
    assert len(icon_names()) >= 36
