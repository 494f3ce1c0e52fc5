"""Copy, paste, group, rows, pins and lanes, as hands do them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication

from canvas.guides import snapped
from canvas.view import JourneyCanvas
from sprint.edits.arrange import pin_steps
from sprint.records import Card, Journey, Lane, Phase
from tests.canvas.desk import JOURNEY, Desk, Hands

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_copied_steps_come_back_with_their_arrows_and_cards(hands: Hands, desk: Desk, canvas: JourneyCanvas) -> None:
    hands.click(hands.at("S1"))
    hands.click(hands.at("S2"), CTRL)
    hands.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Zoekt de site\nVult formulier in"
    hands.click(hands.at("S4"))
    hands.key(Qt.Key.Key_V, CTRL)
    assert desk.titles()[-2:] == ["Zoekt de site", "Vult formulier in"]
    copies = canvas.selection.ids
    assert len(copies) == 2
    assert (copies[0], copies[1], "next") in desk.links()
    assert len(desk.document.table(Card)) == 5
    assert desk.entries == 1


def test_rows_of_a_spreadsheet_become_steps(hands: Hands, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Stap\tKanaal\nBelt\ttelefoon\nKrijgt een brief\tbrief\n")
    hands.click(hands.at("S4"))
    hands.key(Qt.Key.Key_V, CTRL)
    assert desk.titles()[-2:] == ["Belt", "Krijgt een brief"]


def test_cut_and_undo_and_duplicate(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S3"))
    hands.key(Qt.Key.Key_D, CTRL)
    assert desk.titles().count("Hoort niets") == 2
    hands.click(hands.at("S3"))
    hands.key(Qt.Key.Key_X, CTRL)
    assert desk.titles().count("Hoort niets") == 1
    hands.click(hands.at("C1"))
    hands.key(Qt.Key.Key_D, CTRL)
    assert len(desk.cards("S2", Lane.PAIN)) == 2
    assert desk.entries == 3


def test_a_group_becomes_a_phase_and_is_named_at_once(hands: Hands, desk: Desk, canvas: JourneyCanvas) -> None:
    hands.click(hands.at("S1"))
    hands.click(hands.at("S2"), CTRL)
    hands.key(Qt.Key.Key_G, CTRL)
    hands.type("Uitzoeken")
    hands.key(Qt.Key.Key_Return)
    (group,) = [phase for phase in desk.document.table(Phase).values() if phase.title == "Uitzoeken"]
    assert [step for step, phase, _ in desk.places() if phase == group.id] == ["S1", "S2"]
    assert desk.entries == 1


def test_steps_on_one_row(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S2"))
    hands.key(Qt.Key.Key_Down, CTRL)
    hands.click(hands.at("S1"), CTRL)
    hands.key(Qt.Key.Key_R, CTRL)
    assert desk.step("S2").row == 0


def test_alt_pins_a_step_and_tidy_lets_it_go(hands: Hands, desk: Desk, canvas: JourneyCanvas) -> None:
    home = canvas.scene.board.steps["S1"].rect
    hands.click(hands.at("S1"))
    start = hands.at("S1")
    hands.press(start)
    hands.move(start + QPointF(90, 300), modifiers=ALT)
    hands.release(start + QPointF(90, 300), modifiers=ALT)
    box = canvas.scene.board.steps["S1"]
    assert box.is_pinned
    assert box.rect.y > home.bottom
    hands.click(QPointF(canvas.width() - 3, canvas.height() - 3))
    hands.click(hands.at("S1"))
    assert canvas.selection.ids == ["S1"], "it is found where it is drawn"
    assert canvas.scene.board.links["L0"].points[-1].y > home.bottom
    hands.key(Qt.Key.Key_Right, ALT)
    assert canvas.scene.board.steps["S1"].rect.x == box.rect.x + 8
    hands.key(Qt.Key.Key_T, CTRL | SHIFT)
    assert canvas.scene.board.steps["S1"].rect == home
    desk.undo()
    canvas.settle()
    assert canvas.scene.board.steps["S1"].is_pinned


def test_a_step_put_down_by_hand_clicks_into_line_with_others(canvas: JourneyCanvas, desk: Desk) -> None:
    desk.do(pin_steps(desk.document, {"S4": (700.0, 900.0)}))
    canvas.settle()
    scene, board = canvas.scene, canvas.scene.board
    assert snapped(scene, 705, 895) == (700, 900, 700, 900)
    assert snapped(scene, 705, 895, ["S4"]).upright != 700, "it is not in line with itself"
    row, column = board.rows[0].top, board.left + board.pitch
    assert snapped(scene, column - 9, row + 9) == (column, row, column, row)
    assert snapped(scene, column - 50, row + 61)[2:] == (None, None)


def test_a_drag_without_alt_brings_a_pinned_step_back_into_the_order(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S1"))
    hands.key(Qt.Key.Key_L, CTRL)
    assert desk.step("S1").pin_x is not None
    hands.drag(hands.at("S1"), hands.at("S4", across=0.9))
    assert desk.step("S1").pin_x is None
    assert desk.step("S1").phase_id == "P2"


def test_a_hidden_lane_hides_and_a_new_card_brings_it_back(hands: Hands, desk: Desk, canvas: JourneyCanvas) -> None:
    canvas.arranging.toggle_lane(Lane.PAIN)
    canvas.settle()
    assert "C1" not in canvas.scene.board.cards
    assert desk.document.get("C1") is not None
    hands.click(hands.at("S0"))
    canvas.commands.add_card(Lane.PAIN)
    hands.type("Te ver")
    canvas.finish_typing()
    assert "C1" in canvas.scene.board.cards
    journey = desk.document.require(Journey, JOURNEY)
    assert journey.lanes == ()
    assert desk.entries == 2


@pytest.mark.parametrize("keys", ["canvas.menu_group", "canvas.menu_tidy", "canvas.menu_paste", "canvas.menu_lanes"])
def test_all_of_it_is_in_the_menu(hands: Hands, canvas: JourneyCanvas, keys: str) -> None:
    hands.click(hands.at("S1"))
    menu = canvas.menu()
    texts = [action.text() for action in menu.actions()]
    texts += [inner.text() for action in menu.actions() if action.menu() for inner in action.menu().actions()]
    assert any(text.split("\t")[0] == canvas.t(keys) for text in texts)
    menu.deleteLater()
