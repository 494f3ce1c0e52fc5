"""Another language and another look, without starting again and with nothing of the old one left."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QColor

from assets.palette import load_theme, theme_names
from assets.reader import list_names, read_text
from sprint.records import Block
from tests.helpers.facilitator import Facilitator


def catalogue(language: str) -> set[str]:
    """Give every text of a language."""
    names = list_names(f"i18n/{language}")
    return {text for name in names for text in json.loads(read_text(f"i18n/{language}/{name}")).values()}


def only_in(language: str, other: str) -> set[str]:
    """Give the texts of one language that are not also texts of the other, long enough to tell."""
    ours, theirs = catalogue(language), catalogue(other)
    return {text for text in ours - theirs if "{" not in text and len(text) > 3}


@pytest.mark.parametrize("surface", ["home", "canvas", "exercise"])
def test_no_dutch_is_left_when_she_switches_to_english(she: Facilitator, surface: str) -> None:
    dutch = only_in("nl", "en")
    if surface != "home":
        she.do("open_example")
        # The words of the sprint itself are hers and stay as she wrote them.
        dutch -= {getattr(record, "title", "") for record in she.document}
    if surface == "exercise":
        she.sprint.bench.show_block(next(iter(she.document.table(Block))))
    assert set(she.words()) & dutch, "the screen spoke Dutch before"
    she.do("language")
    assert set(she.words()) & dutch == set()
    assert she.session.context.settings.text("language") == "en"


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_dresses_the_whole_window(she: Facilitator, name: str) -> None:
    she.do("open_example")
    she.session.context.settings.set("theme", name)
    surface = QColor(load_theme(name).colours["surface"])
    she.qtbot.waitUntil(lambda: she.window.grab().toImage().pixelColor(she.window.width() // 2, 4) == surface)
