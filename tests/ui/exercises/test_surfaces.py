"""What every working surface promises, whoever wrote it: it opens, speaks two languages, tells the room no name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from sprint.diff import Diff, make_diff
from sprint.programme.catalogue import Catalogue
from sprint.programme.vocabulary import SURFACES
from sprint.records import Block, NoteKind, Record
from tests.ui.exercises.conftest import PEOPLE, Worker, hmw
from ui.exercises.cards import tone_role
from ui.exercises.note_faces import tone_of
from ui.exercises.registry import CANVAS, INSTRUCTIONS, make_surface, surface_class, surface_names
from ui.exercises.room_page import RoomPage

NAMES = surface_names()


@pytest.fixture
def written() -> list[Record]:
    return hmw()


def test_every_word_of_the_vocabulary_is_a_module_and_every_module_a_word() -> None:
    assert {*NAMES, INSTRUCTIONS, CANVAS} == set(SURFACES)
    assert surface_class(INSTRUCTIONS) is None
    assert surface_class(CANVAS) is None
    assert surface_class("base") is None
    assert surface_class("no such thing") is None


@pytest.mark.parametrize("name", NAMES)
def test_a_surface_keeps_its_promises(worker: Worker, name: str) -> None:
    made = make_surface(name, worker.page._desk, worker.page)
    assert made is not None
    exercises = [one for one in Catalogue.from_assets().ids if Catalogue.from_assets().head(one).surface == name]
    worker.stage.document.apply(_block_of(worker, exercises[0] if exercises else "vote_hmw"))
    made.show_block("here")
    made.resize(900, 600)
    made.show()
    made.take_focus()
    for language in ("en", "nl"):
        worker.stage.context.texts.set_language(language)
        page, table = made.room_page(), made.table()
        assert isinstance(page, RoomPage)
        assert all(len(row) == len(table.head) for row in table.rows)
        shown = [card.text for column in page.columns for card in column.cards]
        assert not [person for person, _ in PEOPLE if any(person in text for text in shown)]
        assert [label.text() for label in made.findChildren(QLabel) if _is_key(label.text(), name)] == []
    if made.ACCEPTS_ROWS:
        before = len(worker.stage.document)
        made.paste_rows([["Geplakt", "tweede cel"]])
        assert len(worker.stage.document) > before
    assert [widget for widget in made.findChildren(QWidget) if _takes_tab(widget) and not _name_of(widget)] == []
    made.leave()
    assert made.block_id == ""


def test_the_page_works_for_every_exercise_there_is(worker: Worker) -> None:
    for exercise in Catalogue.from_assets().ids:
        worker.stage.document.apply(_block_of(worker, exercise))
        worker.page.show_block("here")
        assert worker.page.room_page().title
        QTest.keyClick(worker.page, Qt.Key.Key_Escape)


def _block_of(worker: Worker, exercise: str) -> Diff:
    known = worker.stage.document.get("here")
    made = Block(id="here", day_id="day", order=99, exercise=exercise)
    return make_diff("edit.change_block", [(known, made)])


def _is_key(text: str, name: str) -> bool:
    return text.startswith((f"{name}.", "work.", "vote.", "sketch.", "board.", "plan.", "study_ui.", "programme."))


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _name_of(widget: QWidget) -> str:
    """A screen reader reads the words of a button when it has no other name."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_a_note_of_every_kind_has_a_colour(worker: Worker) -> None:
    assert all(worker.stage.context.theme.colour(tone_role(tone_of(kind))).isValid() for kind in NoteKind)
