"""The room screen in the whole program: its keys, its menu, and that it goes when the sprint goes."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.facilitator import Facilitator
from ui.room.actions import ROOM_ROWS
from ui.room.commands import RoomTask
from ui.room.director import RoomDirector

pytestmark = pytest.mark.usefixtures("with_example")


def room(she: Facilitator) -> RoomDirector:
    return she.sprint.bench.room


def test_every_task_has_a_row() -> None:
    assert {row.id for row in ROOM_ROWS} == {f"room_{task}" for task in get_args(RoomTask)}


def test_every_row_does_something_in_the_real_program(she: Facilitator) -> None:
    for row in ROOM_ROWS:
        action = she.program.actions[row.id]
        if action.isEnabled():
            action.trigger()
            QApplication.processEvents()
    assert room(she).shown == ""


def test_f5_gives_the_window_to_the_room_and_takes_it_back(she: Facilitator) -> None:
    she.keys("F5")
    assert room(she).is_covering
    assert she.program.actions["room_overlay"].isChecked()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F5)
    assert not room(she).is_covering
    assert not she.program.actions["room_overlay"].isChecked()
    assert not she.window.isFullScreen()


def test_the_screen_goes_when_the_sprint_is_closed(she: Facilitator) -> None:
    she.do("room_show")
    screen = room(she).screen
    assert screen is not None
    assert screen.isVisible()
    she.do("room_overlay")
    she.do("close_sprint")
    QApplication.processEvents()
    assert [w for w in QApplication.topLevelWidgets() if w.objectName() == "room_screen" and w.isVisible()] == []
    assert not she.window.isFullScreen()


def test_at_home_there_is_nothing_to_show(she: Facilitator) -> None:
    she.do("close_sprint")
    assert [row.id for row in ROOM_ROWS if she.program.actions[row.id].isEnabled()] == []
    she.program.room("show")
    assert [w for w in QApplication.topLevelWidgets() if w.objectName() == "room_screen"] == []


def test_the_room_sees_the_clock_that_she_starts(she: Facilitator) -> None:
    she.do("room_show")
    she.do("clock_pause")
    screen = room(she).screen
    assert screen is not None
    assert any(" van " in text for text in screen.stage.words())
    she.do("clock_done")
