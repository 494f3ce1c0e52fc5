"""Choosing by pointer and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from canvas.view import JourneyCanvas
from sprint.diff import make_diff
from sprint.records import SPRINT_ID, Sprint
from tests.canvas.desk import Desk, Hands

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_click_chooses_and_tells(canvas: JourneyCanvas, hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.selection_changed) as told:
        hands.click(hands.at("S2"))
    assert told.args == [["S2"]]
    hands.click(hands.at("C0"))
    assert canvas.selection.ids == ["C0"]


def test_ctrl_adds_and_takes_out(canvas: JourneyCanvas, hands: Hands) -> None:
    hands.click(hands.at("S0"))
    hands.click(hands.at("C1"), CTRL)
    assert canvas.selection.ids == ["S0", "C1"]
    hands.click(hands.at("S0"), CTRL)
    assert canvas.selection.ids == ["C1"]


def test_shift_chooses_all_steps_between(canvas: JourneyCanvas, hands: Hands) -> None:
    hands.click(hands.at("S3"))
    hands.click(hands.at("S1"), SHIFT)
    assert set(canvas.selection.ids) == {"S1", "S2", "S3"}
    assert canvas.selection.current == "S1"


def test_a_click_beside_everything_lets_go(canvas: JourneyCanvas, hands: Hands) -> None:
    hands.click(hands.at("S3"))
    hands.click(hands.board(canvas.scene.board.width - 4, canvas.scene.board.height - 4))
    assert canvas.selection.ids == []


def test_a_click_on_an_arrow_chooses_the_link(canvas: JourneyCanvas, hands: Hands) -> None:
    middle = canvas.scene.board.links["L1"].label_at
    hands.click(hands.board(*middle))
    assert canvas.selection.ids == ["L1"]


def test_a_rubber_band_chooses_what_it_touches(canvas: JourneyCanvas, hands: Hands) -> None:
    board = canvas.scene.board
    last = board.cards["C1"].rect
    start = hands.board(board.cards["C0"].rect.x - 8, board.lanes[0].rect.y - 6)
    hands.drag(start, hands.board(last.right - 10, last.bottom - 4))
    assert set(canvas.selection.ids) == {"C0", "C1"}


def test_escape_in_a_rubber_band_gives_the_old_choice_back(canvas: JourneyCanvas, hands: Hands) -> None:
    hands.click(hands.at("S4"))
    board = canvas.scene.board
    hands.press(hands.board(board.left - 4, board.lanes[0].rect.y - 6))
    hands.move(hands.board(board.width, board.height))
    assert "C0" in canvas.selection
    hands.key(Qt.Key.Key_Escape)
    assert canvas.selection.ids == ["S4"]


def test_arrows_follow_the_reading_order(canvas: JourneyCanvas, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Right)
    assert canvas.selection.ids == ["S0"]
    for expected in ("S1", "S2"):
        hands.key(Qt.Key.Key_Right)
        assert canvas.selection.current == expected
    for expected in ("C0", "C1", "C1"):
        hands.key(Qt.Key.Key_Down)
        assert canvas.selection.current == expected
    hands.key(Qt.Key.Key_Right)
    assert canvas.selection.current == "S3", "a column without a pain point leads to its step"
    hands.key(Qt.Key.Key_Left)
    hands.key(Qt.Key.Key_Left, SHIFT)
    assert set(canvas.selection.ids) == {"S2", "S1"}


def test_control_a_chooses_all_steps(canvas: JourneyCanvas, hands: Hands) -> None:
    hands.key(Qt.Key.Key_A, CTRL)
    assert canvas.selection.ids == ["S0", "S1", "S2", "S3", "S4"]


def test_what_is_deleted_is_no_longer_chosen(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S1"))
    hands.click(hands.at("C0"), CTRL)
    hands.key(Qt.Key.Key_Delete)
    assert canvas.selection.ids == []
    assert desk.document.get("S1") is None
    assert desk.document.get("C0") is None
    assert desk.entries == 1


def test_the_edge_says_where_the_keyboard_is_while_nothing_is_chosen(canvas: JourneyCanvas, hands: Hands) -> None:
    hands.click(hands.at("S1"))
    assert not canvas.is_ring_shown, "the step says it"
    hands.key(Qt.Key.Key_Escape)
    assert canvas.is_ring_shown
    edge = canvas.grab().toImage().pixelColor(canvas.width() // 2, 1)
    assert edge == canvas.style_of_canvas.focus
    hands.click(QPointF(canvas.width() - 3, canvas.height() - 3))
    assert not canvas.is_ring_shown, "a pointer needs no ring"


def test_the_words_at_the_target_are_read_while_it_is_chosen(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    desk.document.apply(make_diff("edit.add", [(None, Sprint(id=SPRINT_ID, target_step_id="S2"))]))
    canvas.settle()
    words = QRect((hands.at("S2", 0, 0) + QPointF(20, -8)).toPoint(), QSize(20, 12))
    before = canvas.grab(words).toImage()
    hands.click(hands.at("S2"))
    assert canvas.selection.ids == ["S2"]
    assert canvas.grab(words).toImage() == before
    below = QRect(hands.at("S2", 0.5, 1).toPoint() - QPoint(0, 2), QSize(8, 4))
    ring = canvas.grab(below).toImage()
    canvas.selection.choose([])
    assert canvas.grab(below).toImage() != ring, "the ring of what is chosen is seen elsewhere"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason)[:2])
def test_the_menu_opens_for_what_lies_under_the_pointer_and_by_key_for_what_is_chosen(
    canvas: JourneyCanvas, hands: Hands, reason: QContextMenuEvent.Reason
) -> None:
    hands.click(hands.at("S3"))
    place = hands.at("C0").toPoint()
    QApplication.sendEvent(canvas, QContextMenuEvent(reason, place, canvas.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert canvas.selection.ids == (["C0"] if reason is QContextMenuEvent.Reason.Mouse else ["S3"])
    menu.close()
