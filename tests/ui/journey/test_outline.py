"""The outline as a person uses it: typing, moving, feeling and choosing with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from sprint.journeys import cards_of, links_of, steps_of
from sprint.records import Lane, Step
from tests.helpers.stage import Stage
from ui.journey.outline import Outline
from ui.journey.outline_menu import build_menu


@pytest.fixture
def outline(stage: Stage) -> Outline:
    made = Outline(stage.context, stage.bridge)
    made.show_journey("j")
    stage.show(made, 360, 700)
    made.setFocus()
    made.show_selection(["s2"])
    return made


def field() -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def write(text: str, key: Qt.Key) -> None:
    QTest.keyClicks(field(), text)
    QTest.keyClick(field(), key)


def titles(stage: Stage) -> list[str]:
    return [step.title for step in steps_of(stage.document, "j")]


def test_enter_types_step_after_step_and_each_is_one_edit(stage: Stage, outline: Outline) -> None:
    QTest.keyClick(outline, Qt.Key.Key_Return)
    write("Kiest een plek", Qt.Key.Key_Return)
    write("Maakt een foto", Qt.Key.Key_Return)
    QTest.keyClick(field(), Qt.Key.Key_Escape)
    assert titles(stage) == ["Ziet afval", "Logt in", "Kiest een plek", "Maakt een foto", "Hoort niets", "Afval is weg"]
    new = [step.id for step in steps_of(stage.document, "j")][1:4]
    assert {(link.source, link.target) for link in links_of(stage.document, "j")} == {
        (new[0], new[1]),
        (new[1], new[2]),
    }
    assert stage.undo_names() == 2
    assert not stage.workspace.history.can_redo


def test_an_empty_row_that_is_left_leaves_no_trace(stage: Stage, outline: Outline) -> None:
    before = list(stage.document)
    QTest.keyClick(outline, Qt.Key.Key_Return)
    QTest.keyClick(field(), Qt.Key.Key_Escape)
    assert list(stage.document) == before
    assert not stage.workspace.history.can_undo
    assert not stage.workspace.history.can_redo


def test_escape_forgets_the_words_of_a_row_that_was_there(stage: Stage, outline: Outline) -> None:
    QTest.keyClick(outline, Qt.Key.Key_F2)
    assert field().text() == "Logt in"
    write(" niet", Qt.Key.Key_Escape)
    assert titles(stage)[1] == "Logt in"


def test_renaming_ends_with_enter(stage: Stage, outline: Outline) -> None:
    QTest.keyClick(outline, Qt.Key.Key_F2)
    field().selectAll()
    write("Meldt zich aan", Qt.Key.Key_Return)
    assert titles(stage) == ["Ziet afval", "Meldt zich aan", "Hoort niets", "Afval is weg"]
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


def test_tab_goes_from_a_step_to_its_card_and_back_tab_to_the_next_step(stage: Stage, outline: Outline) -> None:
    QTest.keyClick(outline, Qt.Key.Key_Return)
    write("Kiest een plek", Qt.Key.Key_Tab)
    write("Waar was het ook alweer?", Qt.Key.Key_Backtab)
    write("Maakt een foto", Qt.Key.Key_Return)
    QTest.keyClick(field(), Qt.Key.Key_Escape)
    new = steps_of(stage.document, "j")[2]
    assert [card.text for card in cards_of(stage.document, new.id, Lane.THOUGHT)] == ["Waar was het ook alweer?"]
    assert titles(stage)[2:4] == ["Kiest een plek", "Maakt een foto"]


def test_words_are_kept_when_the_row_is_left_by_the_mouse(stage: Stage, outline: Outline) -> None:
    QTest.keyClick(outline, Qt.Key.Key_Return)
    QTest.keyClicks(field(), "Half werk")
    outline.setFocus()
    assert "Half werk" in titles(stage)


@pytest.mark.parametrize(("key", "feeling"), [(Qt.Key.Key_1, -3), (Qt.Key.Key_4, 0), (Qt.Key.Key_7, 3)])
def test_figures_give_a_feeling(stage: Stage, outline: Outline, key: Qt.Key, feeling: int) -> None:
    QTest.keyClick(outline, key)
    assert stage.document.require(Step, "s2").feeling == feeling


def test_alt_and_arrows_move_along_and_between_phases(stage: Stage, outline: Outline) -> None:
    def press(key: Qt.Key) -> list[tuple[str, str]]:
        QTest.keyClick(outline, key, Qt.KeyboardModifier.AltModifier)
        assert outline.chosen_ids == ["s2"]
        return [(step.phase_id, step.id) for step in steps_of(stage.document, "j")]

    rest = [("p2", "s3"), ("p2", "s4")]
    assert press(Qt.Key.Key_Down) == [("p1", "s1"), ("p2", "s3"), ("p2", "s2"), ("p2", "s4")]
    assert press(Qt.Key.Key_Up) == [("p1", "s1"), ("p2", "s2"), *rest]
    assert press(Qt.Key.Key_Up) == [("p1", "s1"), ("p1", "s2"), *rest]
    assert press(Qt.Key.Key_Up) == [("p1", "s2"), ("p1", "s1"), *rest]
    assert press(Qt.Key.Key_Right) == [("p1", "s1"), ("p2", "s2"), *rest]
    assert press(Qt.Key.Key_Left) == [("p1", "s1"), ("p1", "s2"), *rest]


def test_cards_move_between_rows_and_steps(stage: Stage, outline: Outline) -> None:
    outline.show_selection(["c1"])
    QTest.keyClick(outline, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [card.id for card in cards_of(stage.document, "s2", Lane.OPPORTUNITY)] == ["c2", "c1"]
    QTest.keyClick(outline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [card.id for card in cards_of(stage.document, "s3", Lane.OPPORTUNITY)] == ["c1"]


def test_delete_takes_the_row_and_goes_to_the_next(stage: Stage, outline: Outline) -> None:
    QTest.keyClick(outline, Qt.Key.Key_Delete)
    assert titles(stage) == ["Ziet afval", "Hoort niets", "Afval is weg"]
    assert outline.chosen_ids
    stage.workspace.undo()
    assert titles(stage)[1] == "Logt in"


def test_a_chosen_row_is_told_and_what_the_canvas_chose_is_not_told_back(stage: Stage, outline: Outline) -> None:
    told: list[list[str]] = []
    outline.chosen.connect(told.append)
    outline.show_selection(["s1"])
    assert (outline.chosen_ids, told) == (["s1"], [])
    QTest.keyClick(outline, Qt.Key.Key_Down)
    assert told == [["p2"]]


def test_a_sprint_to_look_at_cannot_be_written_in(stage: Stage) -> None:
    stage.workspace.is_read_only = True
    made = Outline(stage.context, stage.bridge)
    made.show_journey("j")
    stage.show(made)
    made.show_selection(["s2"])
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Insert):
        QTest.keyClick(made, key)
    assert titles(stage) == ["Ziet afval", "Logt in", "Hoort niets", "Afval is weg"]


def test_every_row_speaks_both_languages(stage: Stage, outline: Outline) -> None:
    def said(record_id: str) -> str:
        return str(outline.rows.index_of(record_id).data(Qt.ItemDataRole.AccessibleTextRole))

    assert said("p2") == "Fase “Melden”, 3 stappen"
    assert said("s2") == "Logt in, stap, website, gevoel −3"
    assert said("c1") == "Knelpunt · Inloggen"
    stage.context.texts.set_language("en")
    assert said("s2") == "Logt in, step, website, feeling −3"
    assert outline.rows.index_of("c1").data() == "Pain point · Inloggen"


def test_a_phase_moves_with_its_steps(stage: Stage, outline: Outline) -> None:
    outline.show_selection(["p2"])
    QTest.keyClick(outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(stage) == ["Logt in", "Hoort niets", "Afval is weg", "Ziet afval"]
    QTest.keyClick(outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert stage.undo_names() == 1
    assert outline.chosen_ids == ["p2"]


def test_the_menu_of_a_row_does_what_the_keys_do(stage: Stage, outline: Outline) -> None:
    def choose(*path: str) -> None:
        menu = build_menu(outline, stage.context.texts)
        for place, text in enumerate(path):
            action = next(one for one in menu.actions() if one.text().split("\t")[0] == text)
            if place == len(path) - 1:
                action.trigger()
            else:
                menu = action.menu()
        outline.findChild(QMenu).deleteLater()

    choose("Gevoel", "+2")
    assert stage.document.require(Step, "s2").feeling == 2
    choose("Verplaatsen", "Naar de vorige fase")
    assert stage.document.require(Step, "s2").phase_id == "p1"
    choose("Kaart toevoegen", "Idee")
    write("Foto is genoeg", Qt.Key.Key_Escape)
    assert cards_of(stage.document, "s2", Lane.IDEA) == []
    choose("Verwijderen")
    assert stage.document.get("s2") is None
