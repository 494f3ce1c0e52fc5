"""Searching the journey from the bar above it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from canvas.view import JourneyCanvas
from tests.helpers.stage import Stage
from ui.desks import SprintDesk
from ui.journey.desk import JourneyDesk
from ui.surfaces import make_canvas


@pytest.fixture
def desk(stage: Stage) -> Iterator[JourneyDesk]:
    made = JourneyDesk(stage.context, stage.bridge, make_canvas(stage.context, SprintDesk(stage.bridge)))
    made.canvas.show_journey("j")
    made.show_journey("j")
    stage.show(made, 1000, 700)
    yield made
    made.stop()


def chosen(canvas: JourneyCanvas) -> list[str]:
    return canvas.selection.ids


def test_every_letter_finds_and_enter_goes_on(desk: JourneyDesk) -> None:
    bar, canvas = desk.finding, desk.canvas
    bar.open_bar()
    QTest.keyClicks(bar.field, "hoort")
    assert chosen(canvas) == ["s3"]
    bar.field.clear()
    QTest.keyClicks(bar.field, "t")
    places = [chosen(canvas)[0]]
    while len(places) < 2 or places[-1] != places[0]:
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        places.append(chosen(canvas)[0])
    assert places[:-1] == canvas.find_words("t"), "Enter goes through all of them and begins again"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(canvas) == [places[-2]]


def test_nothing_found_says_so_and_leaves_the_choice(desk: JourneyDesk) -> None:
    bar = desk.finding
    desk.canvas.select(["s2"])
    bar.open_bar()
    QTest.keyClicks(bar.field, "xyzzy")
    assert chosen(desk.canvas) == ["s2"]
    assert not bar.after.isEnabled()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.canvas.hasFocus()
