"""Cards by mark and between axes: the retrospective, the Kano guess, the matrix and the assumptions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from sprint.edits.study import invite
from sprint.edits.survey import answer, ask_kano
from sprint.i18n import LANGUAGES
from sprint.insight.kano import Category
from sprint.programme.catalogue import Catalogue
from sprint.records import NoteKind, Participant, Question
from tests.ui.exercises.conftest import ALT, NO, Worker
from ui.exercises.kano_sort import Surface as KanoSort
from ui.exercises.marked import MarkedSurface
from ui.exercises.matrix import Surface as MatrixSurface
from ui.study.kano_card import CATEGORY_KEYS
from ui.texts import Texts


def test_a_look_back_is_typed_with_figures_and_moved_with_keys(worker: Worker) -> None:
    worker.open("retrospective")
    worker.type("Samen eten")
    worker.type("2 Te volle ochtend")
    worker.type("3 dagen is kort")
    worker.type("2026 was goed")
    found = [(note.mark, note.text, note.kind) for note in worker.notes("retrospective")]
    assert found == [
        ("keep", "Samen eten", NoteKind.LESSON),
        ("change", "Te volle ochtend", NoteKind.LESSON),
        ("try", "dagen is kort", NoteKind.LESSON),
        ("keep", "2026 was goed", NoteKind.LESSON),
    ]
    worker.surface(MarkedSurface).wall.take_focus()
    worker.press(Qt.Key.Key_Right, ALT)
    assert worker.notes("retrospective")[0].mark == "change"
    worker.press("3")
    assert worker.notes("retrospective")[0].mark == "try"
    assert [column.title for column in worker.page.room_page().columns] == ["Houden", "Veranderen", "Proberen"]


def test_a_card_is_carried_to_another_column(worker: Worker) -> None:
    worker.open("retrospective")
    worker.type("Samen eten")
    (note,) = worker.notes("retrospective")
    wall = worker.surface(MarkedSurface).wall
    worker.drag(wall.cards[note.id], wall.places.groups["try"].center())
    assert worker.notes("retrospective")[0].mark == "try"


def test_ideas_are_guessed_without_typing_them_again_and_citizens_answer_beside_them(worker: Worker) -> None:
    worker.open("kano_sort")
    board = worker.surface(MarkedSurface)
    assert set(board.material.wall.cards) == {"i1", "i2"}
    board.material.wall.take_focus()
    worker.press(Qt.Key.Key_Return)
    assert set(board.material.wall.cards) == {"i2"}
    (guess,) = worker.notes("kano_sort")
    assert (guess.origin_id, guess.text, guess.mark) == ("i1", "Een dag noemen", "")
    board.wall.take_focus()
    worker.press("m")
    assert worker.notes("kano_sort")[0].mark == "M"
    assert board.wall.cards[guess.id].face.label == "onze gok"
    bridge, words = worker.stage.bridge, worker.stage.context.texts.translator
    bridge.do(invite(bridge.document, bridge.ids, 5))
    bridge.do(ask_kano(bridge.document, bridge.ids, words, "met", "zonder", note_id="i1"))
    (question,) = bridge.document.table(Question).values()
    for who in sorted(bridge.document.table(Participant)):
        bridge.do(answer(bridge.document, bridge.ids, question.id, who, value=1, opposite=3))
    assert board.wall.cards[guess.id].face.label == "5 inwoners: A"
    assert worker.notes("kano_sort")[0].mark == "M"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_of_idea_is_called_the_same_on_the_wall_at_the_answers_and_on_paper(language: str) -> None:
    t, catalogue = Texts(language), Catalogue.from_assets()
    for category, key in CATEGORY_KEYS.items():
        assert t(f"print.kano_letter.{category.value}") == t(key)
    for mark in KanoSort.MARKS[1:]:
        assert t(mark.title).lower() == t(CATEGORY_KEYS[Category(mark.value)])
    exercise = catalogue.exercise("kano_sort")
    named = [line.get(language).partition(":")[0] for line in exercise.room.lines]
    assert named == [t(mark.title) for mark in KanoSort.MARKS[1:4]]


def test_a_card_gets_its_place_by_figure_by_arrow_and_by_hand(worker: Worker) -> None:
    worker.open("stakeholder_map")
    worker.type("Woningcorporatie")
    board = worker.surface(MatrixSurface).board
    (note,) = worker.notes("stakeholder_map")
    assert note.x is None
    board.take_focus()
    worker.press("2")
    placed = worker.notes("stakeholder_map")[0]
    assert placed.x is not None and placed.x > 0.5 and placed.y is not None and placed.y > 0.5
    worker.press(Qt.Key.Key_Left, ALT)
    moved = worker.notes("stakeholder_map")[0]
    assert moved.x == placed.x - 0.05
    assert moved.y == placed.y
    card = board.cards[note.id]
    start = card.rect().center()
    target = QPoint(board.square.left() + card.width() // 2, board.square.bottom() - card.height() // 2)
    QTest.mousePress(card, Qt.MouseButton.LeftButton, NO, start)
    for share in (0.4, 0.8, 1.0):
        QTest.mouseMove(card, card.mapFrom(board, card.mapTo(board, start) * (1 - share) + target * share))
    QTest.mouseMove(card, card.mapFrom(board, target))
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, NO, card.mapFrom(board, target))
    dropped = worker.notes("stakeholder_map")[0]
    assert dropped.x is not None and dropped.x < 0.1
    assert dropped.y is not None and dropped.y < 0.1
    assert [column.title for column in worker.page.room_page().columns] == ["Informeren"]
    worker.press("0")
    assert worker.notes("stakeholder_map")[0].x is None


def test_a_card_on_the_board_is_written_in_place(worker: Worker) -> None:
    worker.open("stakeholder_map")
    worker.type("Corporatie")
    worker.surface(MatrixSurface).board.take_focus()
    worker.press(Qt.Key.Key_Return)
    worker.type(" Oost", enter=False)
    worker.press(Qt.Key.Key_Escape)
    assert worker.notes("stakeholder_map")[0].text == "Corporatie Oost"
    assert worker.focus is worker.surface(MatrixSurface).board.cards[worker.notes("stakeholder_map")[0].id]
    worker.press(Qt.Key.Key_Delete)
    assert worker.notes("stakeholder_map") == []


def test_steps_without_evidence_come_on_the_assumptions_board_once(worker: Worker) -> None:
    worker.open("assumptions")
    button = worker.surface(MatrixSurface).from_steps
    assert button.text() == "2 stappen zonder bewijs"
    button.setFocus()
    worker.press(Qt.Key.Key_Space)
    assert [(note.kind, note.step_id) for note in worker.notes("assumptions")] == [
        (NoteKind.ASSUMPTION, "call"),
        (NoteKind.ASSUMPTION, "letter"),
    ]
    assert not button.isVisible()
    worker.press("1")
    assert worker.page.room_page().columns[0].title == "Eerst testen"
    assert worker.page.room_page().columns[0].is_strong
