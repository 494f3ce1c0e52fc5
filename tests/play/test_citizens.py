"""The citizens of day four, heard by two note takers on two laptops, leave what the example says of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sprint.records import (
    Answer,
    Card,
    Consent,
    Interview,
    Observation,
    Participant,
    Pattern,
    Question,
    SprintAnswer,
    Step,
    Study,
    StudyText,
)
from sprint.study.texts import study_of
from tests.helpers.canaries import canaries_in
from tests.helpers.facilitator import Facilitator
from tests.play import citizens
from tests.play.findings import messages, page, people
from tests.play.hands import Room, open_at
from tests.play.stage import differences, example_until
from ui.study.interview import InterviewTab
from ui.study.participants import ParticipantsTab

PHONE = "06-98761234"
HALL = ("P1", "P2", "P3", "P4", "P5")
KINDS = (
    *(Answer, Card, Consent, Interview, Observation, Participant, Pattern),
    *(Question, SprintAnswer, Step, Study, StudyText),
)


@pytest.fixture
def other(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Facilitator]:
    """The second note taker, on a laptop of their own."""
    taker = Facilitator(qtbot, qapp, tmp_path / "second laptop")
    yield taker
    taker.leave()


def covered(room: Room) -> None:
    """A phone number slips out while somebody types fast; one key takes it away for good."""
    tab = page(room, "interview")
    assert isinstance(tab, InterviewTab)
    room.type(f'1 "bel mij op {PHONE}', into=tab.desk.field)
    assert tab.desk.warning.isVisible()
    room.key("Ctrl+R")
    assert PHONE not in tab.desk.field.text()
    room.rewrite(" ")
    room.key("Backspace")


def withdraw(room: Room, code: str) -> None:
    """Somebody takes their part back: two questions, and everything of theirs is gone."""
    tab = page(room, "participants")
    assert isinstance(tab, ParticipantsTab)
    row = [who.code for who in people(room)].index(code)
    tab.table.setCurrentCell(row, 0)
    messages(room).expect("erase", code)
    before = room.she.program.sprint
    room.press("study_ui.withdraw")
    room.she.qtbot.waitUntil(lambda: room.she.program.sprint not in (None, before))


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_two_note_takers_hear_eight_citizens_and_the_questions_are_answered(
    she: Facilitator, other: Facilitator, tmp_path: Path
) -> None:
    she.window.activateWindow()
    room = open_at(she, 4, "nl", tmp_path, pastes=True)
    for play in citizens.MORNING:
        play(room)
    citizens.agree(room)
    stick = tmp_path / "stick" / "tweede.sprint"
    stick.parent.mkdir()
    citizens.copy_for(room, stick)
    citizens.talks(room, HALL)
    covered(room)

    assert other.program.open_path(stick)
    library = Room(other, 4, "nl", pastes=True)
    library.come_forward()
    citizens.talks(library, citizens.LIBRARY)
    other.program.close_sprint()

    room.come_forward()
    tab = citizens.merge(room, stick)
    assert "13 notities erbij." in tab.report.text()
    assert not tab.wordings.rows
    for play in citizens.EVENING:
        play(room)
    assert differences(room.document, example_until(5, "nl"), only=KINDS) == []

    # On the other laptop somebody takes their part back: not a word of theirs is left there.
    assert other.program.open_path(stick)
    library.come_forward()
    words = [one.text for one in library.document.table(Observation).values() if len(one.text) > 30]
    withdraw(library, "P8")
    gone = [text for text in words if text not in {one.text for one in library.document.table(Observation).values()}]
    assert len(gone) > 2
    assert study_of(library.document).withdrawn == 1
    other.program.close_sprint()
    assert canaries_in(tmp_path / "second laptop", gone) == []
    assert canaries_in(tmp_path / "stick", gone) == []

    room.come_forward()
    she.program.close_sprint()
    assert canaries_in(tmp_path, [PHONE, PHONE[:8]]) == []
