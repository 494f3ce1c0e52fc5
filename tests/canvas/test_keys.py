"""Everything that is dragged can be done with keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvas.view import JourneyCanvas
from sprint.records import Channel, Lane
from tests.canvas.desk import Desk, Hands
from ui.actions import ROWS

CTRL = Qt.KeyboardModifier.ControlModifier


def test_figures_set_the_feeling_of_all_chosen_steps(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S0"))
    hands.click(hands.at("S1"), CTRL)
    hands.key(Qt.Key.Key_7)
    assert (desk.step("S0").feeling, desk.step("S1").feeling) == (3, 3)
    hands.key(Qt.Key.Key_1)
    assert (desk.step("S0").feeling, desk.step("S1").feeling) == (-3, -3)
    assert desk.entries == 2


def test_control_and_arrows_carry_a_step_through_all_phases(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S0"))
    seen = []
    for _ in range(5):
        hands.key(Qt.Key.Key_Right, CTRL)
        places = desk.places()
        number = next(index for index, place in enumerate(places) if place[0] == "S0")
        seen.append((places[number][1], number))
    assert seen == [("P1", 0), ("P1", 1), ("P1", 2), ("P1", 3), ("P2", 3)]
    for _ in range(8):
        hands.key(Qt.Key.Key_Left, CTRL)
    assert desk.places()[0][:2] == ("S0", "P0")


def test_a_deleted_step_leaves_neighbours_linked(hands: Hands, desk: Desk) -> None:
    before = desk.links()
    hands.click(hands.at("S2"))
    hands.key(Qt.Key.Key_Delete)
    assert ("S1", "S3", "next") in desk.links()
    assert desk.entries == 1
    desk.undo()
    assert desk.links() == before


def test_control_and_down_makes_an_alternative(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S2"))
    hands.key(Qt.Key.Key_Down, CTRL)
    assert desk.step("S2").row == 1
    hands.key(Qt.Key.Key_Up, CTRL)
    hands.key(Qt.Key.Key_Up, CTRL)
    assert desk.step("S2").row == 0


def test_control_and_arrows_carry_a_card(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("C1"))
    hands.key(Qt.Key.Key_Right, CTRL)
    assert desk.cards("S3", Lane.PAIN) == ["C1"]
    hands.key(Qt.Key.Key_Right, CTRL)
    assert desk.cards("S4", Lane.PAIN) == ["C2", "C1"]
    hands.key(Qt.Key.Key_Up, CTRL)
    assert desk.cards("S4", Lane.PAIN) == ["C1", "C2"]
    hands.key(Qt.Key.Key_Up, CTRL)
    assert desk.cards("S4", Lane.THOUGHT) == ["C1"]
    assert canvas.selection.ids == ["C1"]


def test_l_links_with_arrows_and_enter(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S0"))
    hands.key(Qt.Key.Key_L)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Return)
    assert ("S0", "S2", "next") in desk.links()
    assert canvas.gesture is None
    before = desk.links()
    hands.key(Qt.Key.Key_L)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Escape)
    assert desk.links() == before


def test_the_menu_does_what_keys_do(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S3"))
    menu = canvas.menu()
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    for key in ("canvas.menu_add_step", "canvas.menu_link", "canvas.menu_move", "canvas.menu_delete"):
        assert canvas.t(key) in texts
    channels = next(action.menu() for action in menu.actions() if action.text() == canvas.t("canvas.menu_channel"))
    next(action for action in channels.actions() if action.text() == canvas.t("kind.channel.phone")).trigger()
    assert desk.step("S3").channel is Channel.PHONE
    menu.deleteLater()


def test_a_key_that_the_menu_names_does_that_and_nothing_else(canvas: JourneyCanvas, hands: Hands) -> None:
    hands.click(hands.at("S3"))
    menu = canvas.menu()
    entries = [*menu.actions(), *(inner for one in menu.actions() if one.menu() for inner in one.menu().actions())]
    named = {keys: words for words, _, keys in (one.text().partition("\t") for one in entries) if keys}
    assert {"F2", "L", "Ctrl+G", "Ctrl+R", "Ctrl+L", "Ctrl+M"} <= named.keys()
    everywhere = {keys: row.id for row in ROWS for keys in row.keys}
    # A key of the whole window is heard first: it must mean the same there.
    assert {everywhere[keys] for keys in named if keys in everywhere} == {"map", "tidy"}
    menu.deleteLater()


def test_a_new_alternative_and_a_new_phase(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S3"))
    canvas.commands.add_alternative()
    hands.type("Belt op")
    canvas.finish_typing()
    assert [(row, phase) for step, phase, row in desk.places() if step == canvas.selection.current] == [(1, "P1")]
    canvas.commands.add_phase()
    hands.type("Daarna")
    canvas.finish_typing()
    titles = [canvas.document.get(phase.id).title for phase in canvas.scene.board.phases]
    assert titles == ["Aanleiding", "Melden", "Daarna", "Besluit"]
