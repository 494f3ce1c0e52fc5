"""Typing as fast as people speak: Enter, Tab, Esc, and one entry in the history; what was typed is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from canvas.menu import give_letters
from canvas.style import CanvasStyle
from canvas.view import JourneyCanvas
from sprint.edits.journey import rename
from sprint.records import Card, Journey, Lane, Phase
from tests.canvas.desk import JOURNEY, Desk, Hands, on_the_screen

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_enter_makes_the_next_step_and_links_it(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.double_click(hands.at("S4"))
    hands.type("Krijgt antwoord")
    hands.key(Qt.Key.Key_Return)
    assert not canvas.editor.isVisible(), "after a change Enter means done"
    hands.key(Qt.Key.Key_Return)
    hands.type("Belt de gemeente")
    hands.key(Qt.Key.Key_Return)
    hands.type("Klaar")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Escape)
    assert desk.titles()[-3:] == ["Krijgt antwoord", "Belt de gemeente", "Klaar"]
    assert ("n0001", "n0003", "next") in desk.links()
    assert len(desk.links()) == 6, "a blank last step leaves no arrow"


def test_tab_goes_to_a_card_and_enter_on_to_the_next_step(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.double_click(hands.at("S1"))
    hands.key(Qt.Key.Key_Tab)
    hands.type("Waar moet ik zijn?")
    hands.key(Qt.Key.Key_Return)
    hands.type("Vindt het formulier")
    hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Escape)
    (card_id,) = desk.cards("S1", Lane.THOUGHT)
    assert desk.document.require(Card, card_id).text == "Waar moet ik zijn?"
    assert desk.titles()[1:3] == ["Zoekt de site", "Vindt het formulier"]
    assert len(desk.document.table(Card)) == 4, "a card in which nothing was written is gone"
    assert canvas.hasFocus()


def test_all_letters_are_one_entry(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S0"))
    hands.key(Qt.Key.Key_F2)
    hands.type("Ergert zich")
    assert desk.step("S0").title == "Ergert zich", "every letter is kept at once"
    hands.key(Qt.Key.Key_Escape)
    assert desk.step("S0").title == "Ergert zich"
    assert desk.entries == 1
    desk.undo()
    assert desk.step("S0").title == "Ziet afval"


def test_a_letter_starts_typing_on_a_chosen_step(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S0"))
    hands.type("Ruikt")
    assert canvas.editor.isVisible()
    assert desk.step("S0").title == "Ruikt"


def test_shift_enter_breaks_the_line_of_a_card(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.double_click(hands.at("C1"))
    hands.type("een")
    hands.key(Qt.Key.Key_Return, SHIFT)
    hands.type("twee")
    assert desk.document.require(Card, "C1").text == "een\ntwee"
    assert canvas.editor.geometry().contains(hands.at("C1").toPoint())


def test_the_field_follows_undo_and_disappears_with_its_record(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.double_click(hands.at("C1"))
    hands.type("Nieuw")
    desk.undo()
    canvas.settle()
    assert canvas.editor.toPlainText() == "Te lang"
    canvas.commands.remove()
    canvas.settle()
    assert not canvas.editor.isVisible()


def test_a_letter_typed_after_its_box_was_undone_is_no_error(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S4"))
    hands.key(Qt.Key.Key_Return)
    desk.undo()
    hands.type("x")
    assert not canvas.editor.isVisible()
    assert desk.titles()[-1] == "Krijgt brief"


def test_a_blank_box_never_takes_back_somebody_elses_edit(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S4"))
    hands.key(Qt.Key.Key_Return)
    desk.do(rename(desk.document, "S0", "Intussen gewijzigd"))
    hands.key(Qt.Key.Key_Escape)
    assert desk.titles() == ["Intussen gewijzigd", "Zoekt de site", "Vult formulier in", "Hoort niets", "Krijgt brief"]


@pytest.mark.parametrize("letters", ["", "abc"])
def test_a_new_step_left_empty_leaves_no_trace(hands: Hands, desk: Desk, letters: str) -> None:
    before = list(desk.document)
    hands.click(hands.at("S2"))
    hands.key(Qt.Key.Key_Return)
    hands.type(letters)
    for _ in letters:
        hands.key(Qt.Key.Key_Backspace)
    hands.key(Qt.Key.Key_Escape)
    assert sorted(desk.document, key=str) == sorted(before, key=str)
    assert not desk.history.can_undo
    assert not desk.history.can_redo


def test_a_new_card_left_empty_leaves_no_trace(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S3"))
    canvas.commands.add_card(Lane.PAIN)
    hands.key(Qt.Key.Key_Escape)
    assert desk.cards("S3", Lane.PAIN) == []
    assert not desk.history.can_undo
    assert not desk.history.can_redo


def test_the_name_of_a_phase_can_be_typed(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    title = canvas.scene.board.phases[1].title
    hands.double_click(hands.board(title.x + 10, title.y + 8))
    hands.type("Aanvragen")
    hands.click(hands.at("S4"))
    assert desk.document.require(Phase, "P1").title == "Aanvragen"


def test_an_empty_journey_begins_with_enter(qtbot: QtBot, fonts: None, style: CanvasStyle) -> None:
    desk = Desk([Journey(id=JOURNEY)])
    canvas = on_the_screen(qtbot, desk, style)
    hands = Hands(canvas)
    hands.key(Qt.Key.Key_Return)
    hands.type("Ziet afval")
    hands.key(Qt.Key.Key_Return)
    hands.type("Pakt de telefoon")
    canvas.finish_typing()
    assert desk.titles() == ["Ziet afval", "Pakt de telefoon"]
    assert [phase.title for phase in desk.document.table(Phase).values()] == ["Aanleiding"]
    assert desk.entries == 2


def test_an_empty_journey_begins_with_what_she_types_and_ctrl_enter_goes_on_in_the_next_phase(
    qtbot: QtBot, fonts: None, style: CanvasStyle
) -> None:
    phases = [Phase(id=f"P{number}", journey_id=JOURNEY, order=number) for number in range(3)]
    desk = Desk([Journey(id=JOURNEY), *phases])
    canvas = on_the_screen(qtbot, desk, style)
    hands = Hands(canvas)
    ctrl = Qt.KeyboardModifier.ControlModifier
    hands.type("Ziet afval")
    hands.key(Qt.Key.Key_Return, ctrl)
    hands.type("Zoekt de site")
    hands.key(Qt.Key.Key_Return)
    hands.type("Vult in")
    hands.key(Qt.Key.Key_Return, ctrl)
    hands.type("Krijgt brief")
    hands.key(Qt.Key.Key_Return, ctrl)
    hands.type("Is klaar")
    hands.key(Qt.Key.Key_Escape)
    assert [(step, phase) for step, phase, _ in desk.places()] == [
        ("n0001", "P0"), ("n0002", "P1"), ("n0004", "P1"), ("n0006", "P2"), ("n0008", "P2"),
    ]  # fmt: skip
    assert desk.titles() == ["Ziet afval", "Zoekt de site", "Vult in", "Krijgt brief", "Is klaar"]
    assert {(source, target) for source, target, _ in desk.links()} == {
        ("n0001", "n0002"), ("n0002", "n0004"), ("n0004", "n0006"), ("n0006", "n0008"),
    }  # fmt: skip


def test_one_letter_chooses_an_entry_of_the_menu(canvas: JourneyCanvas, hands: Hands) -> None:
    hands.click(hands.at("S2"))
    menu = canvas.menu()
    give_letters(menu)
    letters = [one.text().partition("&")[2][:1].casefold() for one in menu.actions() if "&" in one.text()]
    assert len(set(letters)) == len(letters) >= 12
    channels = next(one.menu() for one in menu.actions() if one.text().replace("&", "") == "Kanaal")
    assert isinstance(channels, QMenu)
    assert all("&" in one.text() for one in channels.actions())
