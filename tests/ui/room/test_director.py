"""What the room is shown when, on which display, and how the facilitator keeps her hands free."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.edits.journey import rename
from tests.helpers.source import ROOT
from tests.ui.room.conftest import BEAMER, LAPTOP, Room
from ui.room.displays import Display, choose, next_of
from ui.room.faces.journey import JourneyFace
from ui.room.look import RoomLook

THIRD = Display("Other|Wall||DP-3", "Other Wall", QRect(-1920, 0, 1920, 1080))


def journey(room: Room) -> JourneyFace:
    return room.stage.typed_face(JourneyFace)


# ---- displays


def test_the_room_takes_the_display_where_she_is_not(room: Room) -> None:
    room.director.show("clock")
    assert room.screen.display == BEAMER
    assert room.screen.windowState() & Qt.WindowState.WindowFullScreen


def test_it_never_takes_the_keyboard(room: Room) -> None:
    room.window.activateWindow()
    room.canvas.setFocus()
    for what in ("show", "agenda", "journey", "blank", "identify", "move"):
        room.director.ask(what)
        QApplication.processEvents()
        assert QApplication.activeWindow() is room.window, what
        assert room.canvas.hasFocus(), what
    assert room.screen.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_a_chosen_display_is_remembered(room: Room) -> None:
    room.displays.append(THIRD)
    room.director.show("clock")
    room.director.ask("move")
    assert room.screen.display == THIRD
    assert room.context.settings.text("room_display") == THIRD.key
    room.director.close()
    room.director.show("clock")
    assert room.screen.display == THIRD


def test_a_display_that_is_unplugged_leaves_a_window_and_comes_back(room: Room) -> None:
    room.context.settings.set("room_display", BEAMER.key)
    room.director.show("clock")
    room.displays.remove(BEAMER)
    room.screen.on_displays()
    assert room.screen.display is None
    assert room.screen.isVisible()
    assert not room.screen.windowState() & Qt.WindowState.WindowFullScreen
    assert LAPTOP.area.contains(room.screen.geometry())
    assert room.messages.said == [room.context.texts("room.display_lost")]
    room.displays.append(BEAMER)
    room.screen.on_displays()
    assert room.screen.display == BEAMER
    assert len(room.messages.said) == 1


def test_without_a_choice_a_display_that_comes_is_taken_when_there_is_none(room: Room) -> None:
    room.displays.remove(BEAMER)
    room.director.show("clock")
    assert room.screen.display is None
    room.displays.append(BEAMER)
    room.screen.on_displays()
    assert room.screen.display == BEAMER
    room.displays.append(THIRD)
    room.screen.on_displays()
    assert room.screen.display == BEAMER


def test_with_one_display_she_is_told_what_she_can_do(room: Room) -> None:
    room.displays.remove(BEAMER)
    room.director.show("clock")
    room.director.ask("move")
    assert room.messages.said == [room.context.texts("room.one_display")]


@pytest.mark.parametrize(
    ("known", "remembered", "expected"),
    [
        ([LAPTOP], "", None),
        ([LAPTOP], LAPTOP.key, None),
        ([], "", None),
        ([LAPTOP, BEAMER], "", BEAMER),
        ([BEAMER, LAPTOP], "", BEAMER),
        ([LAPTOP, BEAMER, THIRD], THIRD.key, THIRD),
        ([LAPTOP, BEAMER], "Maker|Beamer|S2|HDMI-7", BEAMER),
        ([LAPTOP, BEAMER, THIRD], "Other|Wall||DP-9", BEAMER),
        ([LAPTOP, BEAMER], LAPTOP.key, LAPTOP),
        ([LAPTOP, BEAMER], "rubbish", BEAMER),
    ],
)
def test_a_display_is_known_by_what_it_is(known: list[Display], remembered: str, expected: Display | None) -> None:
    assert choose(known, remembered, QRect(100, 100, 800, 500)) == expected


def test_the_next_display_comes_round() -> None:
    known = [LAPTOP, BEAMER]
    assert next_of(known, LAPTOP.key) == BEAMER
    assert next_of(known, BEAMER.key) == LAPTOP
    assert next_of(known, "gone") == LAPTOP
    assert next_of([], "gone") is None


def test_every_display_shows_its_number_and_the_numbers_go(room: Room) -> None:
    room.director.show("clock")
    room.director.identify()
    badges = room.director.identifier.badges
    assert [badge.accessibleName() for badge in badges] == ["Scherm 1", "Scherm 2"]
    for badge, display in zip(badges, room.displays, strict=True):
        assert display.area.contains(badge.geometry())
        assert not badge.grab().isNull()
    room.director.identifier.hide()
    assert room.director.identifier.badges == ()


def test_two_real_displays_the_picture_fills_the_second(tmp_path: Path) -> None:
    """A process of its own: the platform is chosen before Qt starts."""
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
        for name, x, width, height in (("laptop", 0, 1280, 720), ("beamer", 1280, 1920, 1080))
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "from PySide6.QtCore import QRect\n"
        "app = QApplication([])\n"
        "from tests.ui.room.alone import room_screen\n"
        "screen = room_screen()\n"
        "screen.open_beside(QRect(50, 50, 900, 600))\n"
        "app.processEvents()\n"
        "g = screen.frameGeometry()\n"
        "print(screen.screen().name(), g.x(), g.y(), g.width(), g.height())\n"
    )
    environment = dict(os.environ, QT_QPA_PLATFORM=f"offscreen:configfile={config}", PYTHONPATH=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.split() == ["beamer", "1280", "0", "1920", "1080"], done.stderr


# ---- with one display


def test_one_key_gives_her_window_to_the_room_and_back(room: Room) -> None:
    room.window.activateWindow()
    room.canvas.setFocus()
    room.start("b0")
    room.director.ask("overlay")
    overlay = room.director.overlay
    assert overlay is not None
    assert room.director.is_covering
    assert overlay.geometry() == room.window.rect()
    assert overlay.stage.name == "clock"
    assert room.window.windowState() & Qt.WindowState.WindowFullScreen
    assert room.is_ticking()
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert not room.director.is_covering
    assert room.canvas.hasFocus()
    assert not room.window.windowState() & Qt.WindowState.WindowFullScreen
    assert not room.is_ticking()


def test_the_overlay_covers_the_window_when_it_changes_size(room: Room) -> None:
    room.director.toggle_overlay()
    room.window.resize(900, 640)
    QApplication.processEvents()
    assert room.director.overlay is not None
    assert room.director.overlay.geometry() == room.window.rect()
    room.director.close()


def test_a_clicker_walks_and_darkens(room: Room) -> None:
    room.director.toggle_overlay()
    overlay = room.director.overlay
    assert overlay is not None
    QTest.keyClick(overlay, Qt.Key.Key_PageDown)
    assert overlay.stage.name == "clock"
    room.director.walk(1)
    face = overlay.stage.typed_face(JourneyFace)
    assert face.step_id == "s1"
    QTest.keyClick(overlay, Qt.Key.Key_PageDown)
    assert face.step_id == "s2"
    QTest.keyClick(overlay, Qt.Key.Key_PageUp)
    assert face.step_id == "s1"
    QTest.keyClick(overlay, Qt.Key.Key_B)
    assert overlay.stage.name == "blank"
    QTest.keyClick(overlay, Qt.Key.Key_B)
    assert overlay.stage.name == "clock"
    assert room.director.screen is None
    room.director.close()


# ---- the journey


def test_the_room_follows_her_view(room: Room) -> None:
    room.director.follow()
    room.canvas.zoom(1.5)
    room.canvas.go_to("s4")
    room.canvas.repaint()
    board = journey(room).board
    assert board is not None
    middle = room.canvas.camera.x + room.canvas.width() / 2 / room.canvas.camera.scale
    assert board.camera.x + board.width() / 2 / board.camera.scale == pytest.approx(middle, abs=1)


def test_a_frozen_room_sees_neither_her_view_nor_her_edits(room: Room) -> None:
    room.director.follow()
    room.director.freeze()
    board = journey(room).board
    assert board is not None
    seen = (board.camera.x, board.camera.y, board.camera.scale)
    room.canvas.zoom(2.0)
    room.canvas.pan(300, 100)
    room.canvas.repaint()
    room.workspace.do(rename(room.workspace.document, "s1", "Geheim"))
    assert (board.camera.x, board.camera.y, board.camera.scale) == seen
    assert "Geheim" not in room.words()
    room.director.freeze()
    assert room.director.view == "follow"
    assert "Geheim" in room.words()


def test_a_walk_begins_at_the_chosen_step_and_ends_at_the_ends(room: Room) -> None:
    room.canvas.select(["s3"])
    walked = []
    for direction in (1, 1, 1, -1, -1, -1, -1):
        room.director.walk(direction)
        walked.append(journey(room).step_id)
    assert walked == ["s3", "s4", "s4", "s3", "s2", "s1", "s1"]
    assert "Stap 1 van 4" in room.words()
    room.director.follow()
    assert journey(room).step_id == ""


def test_words_on_the_board_are_never_smaller_than_the_smallest_of_the_room(room: Room) -> None:
    room.director.follow()
    board = journey(room).board
    assert board is not None
    look = room.stage.findChild(RoomLook)
    assert look is not None
    assert board.least_scale * 14 == pytest.approx(look.type_size("line"))
    near = board.least_scale
    room.context.settings.set("room_distance", "8 m")
    assert board.least_scale > near


def test_a_step_that_is_walked_and_deleted_leaves_the_room_in_peace(room: Room) -> None:
    room.canvas.select(["s4"])
    room.director.walk(1)
    room.canvas.commands.remove()
    room.screen.repaint()
    room.director.walk(1)
    assert journey(room).step_id == "s1"


# ---- asking


def test_the_same_key_again_brings_the_clock_back(room: Room) -> None:
    room.director.ask("agenda")
    assert room.director.shown == "agenda"
    room.director.ask("agenda")
    assert room.director.shown == "clock"
    room.director.ask("close")
    assert room.director.shown == ""
    room.director.ask("journey")
    assert room.director.shown == "journey"


def test_closing_the_window_by_hand_is_noticed(room: Room, qtbot: object) -> None:
    room.director.show("clock")
    told: list[bool] = []
    room.director.changed.connect(lambda: told.append(True))
    room.screen.close()
    assert room.director.shown == ""
    assert told
