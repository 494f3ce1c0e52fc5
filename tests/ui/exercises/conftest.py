"""The morning of a first day on a stage: guests talk, notes are sorted, the room votes, questions are asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from canvas.clipboard import leave_plain_text
from sprint.edits.notes import notes_of
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Day, Note, NoteKind, Person, Record, Sprint
from tests.helpers.stage import Stage, stage_of
from ui.exercises.base import WorkSurface
from ui.panels.exercise import ExercisePage

EXERCISES = ("hopes_fears", "expert_interviews", "cluster_hmw", "vote_hmw", "sprint_questions", "journey_map")
PEOPLE = (("Ineke", "Beslisser"), ("Anneke", "Expert"), ("Samira", "Expert"), ("Murat", ""), ("Jo", "Facilitator"))
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NO = Qt.KeyboardModifier.NoModifier
S = TypeVar("S", bound=WorkSurface)
QUESTIONS = (
    "Hoe kunnen we bellen makkelijk maken?",
    "Hoe kunnen we het bellen gemakkelijker maken?",
    "Een dag noemen",
    "Bedanken",
)


def morning() -> list[Record]:
    """A day with these exercises, a team with a Decider and a facilitator, and nothing written yet."""
    found: list[Record] = [Sprint(id="sprint"), Day(id="day", start="09:30")]
    found += [
        Block(id=exercise, day_id="day", order=place, exercise=exercise, minutes=20)
        for place, exercise in enumerate(EXERCISES)
    ]
    found += [Person(id=name.lower(), name=name, role=role, order=place) for place, (name, role) in enumerate(PEOPLE)]
    return found


@dataclass
class Worker:
    """The facilitator's hands and eyes on the page of an exercise."""

    stage: Stage
    page: ExercisePage

    def open(self, exercise: str) -> None:
        """Go to an exercise and put the hands on the keys."""
        self.page.show_block(exercise)
        assert self.page.surface is not None
        self.page.surface.take_focus()

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NO) -> None:
        """Press one key where the keyboard is."""
        QTest.keyClick(self.focus, key, modifiers)

    def type(self, text: str, *, enter: bool = True) -> None:
        """Type where the keyboard is; a line break is Shift+Enter."""
        for place, part in enumerate(text.split("\n")):
            if place:
                self.press(Qt.Key.Key_Return, SHIFT)
            QTest.keyClicks(self.focus, part)
        if enter:
            self.press(Qt.Key.Key_Return)

    def drag(self, what: QWidget, to: QPoint) -> None:
        """Take a widget of the wall by its middle and let go at a place of the wall."""
        start, wall = what.rect().center(), what.parentWidget()
        QTest.mousePress(what, Qt.MouseButton.LeftButton, NO, start)
        for share in (0.3, 0.7, 1.0):
            here = what.mapFrom(wall, what.mapTo(wall, start) * (1 - share) + to * share)
            QTest.mouseMove(what, here)
        QTest.mouseMove(what, what.mapFrom(wall, to))
        QTest.mouseRelease(what, Qt.MouseButton.LeftButton, NO, what.mapFrom(wall, to))

    def surface(self, kind: type[S]) -> S:
        """The surface of the exercise that is open."""
        assert isinstance(self.page.surface, kind)
        return self.page.surface

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def notes(self, block: str) -> list[Note]:
        """The notes of an exercise."""
        return notes_of(self.stage.document, block)

    def room_words(self) -> str:
        """Everything the room may read, in one text."""
        page = self.page.room_page()
        cards = [f"{card.sign} {card.text} {card.count}" for column in page.columns for card in column.cards]
        return "\n".join([page.title, page.question, *(column.title for column in page.columns), *cards])


@pytest.fixture
def written() -> list[Record]:
    """What is there already; a test file may give more."""
    return []


@pytest.fixture
def worker(qtbot: QtBot, written: list[Record]) -> Iterator[Worker]:
    """Her page, in Dutch, with the keyboard; questions nobody expected fail the test."""
    with stage_of(qtbot, [*morning(), *written]) as stage:
        page = ExercisePage(stage.context, stage.bridge, Catalogue.from_assets())
        stage.show(page, 1400, 900)
        yield Worker(stage, page)
        leave_plain_text()


def hmw(count: int = len(QUESTIONS)) -> list[Record]:
    """Questions that the guests raised."""
    return [
        Note(id=f"q{n}", block_id="expert_interviews", kind=NoteKind.HOW_MIGHT_WE, order=n, text=QUESTIONS[n])
        for n in range(count)
    ]
