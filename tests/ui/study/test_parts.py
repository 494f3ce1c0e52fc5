"""Pasting, personal data, the proof of consent, the room, and the key: each through the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.diff import make_diff
from sprint.edits.interviews import write_remark
from sprint.edits.patterns import mark_pattern
from sprint.edits.study import invite
from sprint.edits.survey import ask, ask_own
from sprint.journeys import journey_of_kind, steps_of
from sprint.records import (
    Answer,
    Block,
    Consent,
    ConsentTick,
    Instrument,
    JourneyKind,
    Observation,
    Participant,
    Persona,
    RemarkKind,
    Track,
)
from sprint.store.folders import Folders
from sprint.study.namekey import key_path
from sprint.workspace import Workspace
from tests.ui.study.conftest import CLICK, Hands
from ui.exercises.room_page import RoomPage
from ui.study.consent import ConsentTab
from ui.study.interview import InterviewTab
from ui.study.participants import ParticipantsTab
from ui.study.privacy import PrivacyTab
from ui.study.questions import QuestionsTab


@pytest.fixture
def four(hands: Hands) -> Hands:
    """Four invited citizens, and a journey to talk about."""
    bridge = hands.she.sprint.bridge
    bridge.do(invite(bridge.document, bridge.ids, 4, track=Track.SPENT))
    return hands


def people(hands: Hands) -> list[Participant]:
    return sorted(hands.she.document.table(Participant).values(), key=lambda who: who.code)


def say(hands: Hands, who: Participant, words: str, kind: RemarkKind = RemarkKind.QUOTE) -> str:
    """A note at the second step of the desired journey; gives its id."""
    bridge = hands.she.sprint.bridge
    journey = journey_of_kind(bridge.document, JourneyKind.TO_BE)
    assert journey is not None
    step = steps_of(bridge.document, journey.id)[1]
    diff = write_remark(bridge.document, bridge.ids, step.id, words, participant_id=who.id, kind=kind, valence=-1)
    bridge.do(diff)
    return next(iter(diff.changes))


def test_a_pasted_table_is_taken_as_far_as_it_goes_and_says_the_rest(four: Hands) -> None:
    bridge = four.she.sprint.bridge
    bridge.do(ask(bridge.document, bridge.ids, Instrument.EXPERIENCE, four.she.session.context.texts.translator))
    page = four.open("study_questions")
    assert isinstance(page, QuestionsTab)
    page.take_table("code;E1;E2\nP1;7;6\nP2;9;5\nP9;1;1\n")
    assert sorted(one.value for one in bridge.document.table(Answer).values() if one.value) == [5, 6, 7]
    assert four.messages.said[-1] == "3 antwoorden overgenomen, van 2 deelnemers. 2 cellen niet."
    assert page.table.item(0, 0).text() == "7"
    # One stroke is one entry: Ctrl+Z takes the whole table back.
    four.she.do("undo")
    assert not bridge.document.table(Answer)


def test_the_persona_of_a_participant_is_read_whole_beside_the_others(four: Hands) -> None:
    bridge, (one, other, *_) = four.she.sprint.bridge, people(four)
    names = ("Aïsha, 34 jaar, altijd haast", "Wim, 71 jaar", "Wim, 17 jaar")
    bridge.do(make_diff("edit.add", [(None, Persona(id=f"p{n}", name=name)) for n, name in enumerate(names)]))
    for who, persona_id in ((one, "p0"), (other, "p2")):
        bridge.do(make_diff("edit.change", [(who, replace(who, persona_id=persona_id))]))
    page = four.open("study_participants")
    assert isinstance(page, ParticipantsTab)
    cells = [page.table.item(row, 2) for row in range(2)]
    assert [cell.text() for cell in cells] == ["Aïsha", "Wim, 17 jaar"]
    assert cells[0].toolTip() == names[0]


def test_a_phone_number_is_seen_while_it_is_typed_and_covered_by_one_key(four: Hands) -> None:
    page = four.open("study_interview")
    assert isinstance(page, InterviewTab)
    page.choose(people(four)[0].id)
    page.desk.field.setFocus()
    four.type('2 - "bel mij op 06-12345678')
    assert page.desk.warning.isVisible()
    assert "telefoonnummer" in page.desk.warning.text()
    QTest.keyClick(page.desk.field, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.desk.field.text() == '2 - "bel mij op [telefoonnummer]'
    assert not page.desk.warning.isVisible()

    # Nothing is silent: who presses on keeps the words, and the page of privacy finds them later.
    page.desk.field.clear()
    four.type('2 - "mail jan@voorbeeld.nl\n')
    privacy = four.open("study_privacy")
    assert isinstance(privacy, PrivacyTab)
    four.she.qtbot.waitUntil(lambda: bool(privacy.findings.rows) and privacy.findings.rows[0].cover.isVisible())
    QTest.mouseClick(privacy.findings.rows[0].cover, CLICK)
    (note,) = four.she.document.table(Observation).values()
    assert "jan@" not in note.text
    assert not privacy.findings.rows


def test_words_that_were_signed_stay_as_proof_when_the_letter_changes(four: Hands) -> None:
    page = four.open("study_consent")
    assert isinstance(page, ConsentTab)
    page.choose(people(four)[0].id)
    for tick in (ConsentTick.TAKE_PART, ConsentTick.NOTES):
        QTest.mouseClick(page.ticks[tick], CLICK, pos=page.ticks[tick].rect().center())
    four.press("Leg toestemming vast", page)
    page.letter.field.setFocus()
    page.letter.field.selectAll()
    four.type("Een andere brief")
    page.who.setFocus()
    assert page.letter.version.text.startswith("Versie 2")
    (consent,) = four.she.document.table(Consent).values()
    assert (consent.letter_version, consent.allows(ConsentTick.AUDIO)) == (1, False)
    four.she.qtbot.waitUntil(lambda: any("de woorden zijn hier bewaard" in word for word in four.she.words()))

    talk = four.open("study_interview")
    assert isinstance(talk, InterviewTab)
    four.press("Begin gesprek", talk)
    assert not talk.recorded.isEnabled(), "without the tick for sound there is no recording"


def test_the_room_sees_patterns_without_codes_and_without_quotes_nobody_agreed_to(four: Hands) -> None:
    bridge, bench = four.she.sprint.bridge, four.she.sprint.bench
    notes = [say(four, who, f"zin {number}") for number, who in enumerate(people(four))]
    page = four.open("study_consent")
    assert isinstance(page, ConsentTab)
    page.choose(people(four)[0].id)
    for tick in (ConsentTick.TAKE_PART, ConsentTick.NOTES):
        QTest.mouseClick(page.ticks[tick], CLICK, pos=page.ticks[tick].rect().center())
    four.press("Leg toestemming vast", page)
    bridge.do(mark_pattern(bridge.document, bridge.ids, notes, "Dit houdt mensen tegen"))
    block = next(one for one in bridge.document.table(Block).values() if one.exercise == "patterns")
    bench.show_block(block.id)
    surface = bench.exercise.surface
    assert surface is not None
    shown = told(surface.room_page())
    assert "Dit houdt mensen tegen" in shown
    assert "4 van 4 inwoners" in shown
    assert "zin 0" not in shown, "P1 left the box for quotes open"
    assert not any(who.code in shown for who in people(four))
    assert "Dit houdt mensen tegen" in surface.table().as_text()
    for exercise in ("answer_questions", "validated_journey", "interview_guide", "citizen_interview"):
        found = next(one for one in bridge.document.table(Block).values() if one.exercise == exercise)
        bench.show_block(found.id)
        assert bench.exercise.surface is not None
        page_words = told(bench.exercise.surface.room_page())
        assert not any(who.code in page_words.split() for who in people(four))


def told(page: RoomPage) -> str:
    return " | ".join([column.title + " " + " ".join(card.text for card in column.cards) for column in page.columns])


def test_names_lie_behind_a_passphrase_and_leave_the_screen_with_the_page(four: Hands, morning: Path) -> None:
    page = four.open("study_privacy")
    assert isinstance(page, PrivacyTab)
    page.key.passphrase.setFocus()
    four.type("een lange zin\n")
    name, _ = page.key.fields["P1"]
    four.she.qtbot.waitUntil(name.isVisible)
    name.setFocus()
    four.type("Jolanda\n")
    assert key_path(morning).exists()
    assert b"Jolanda" not in key_path(morning).read_bytes()
    four.open("study_participants")
    assert not page.key.fields
    assert not any("Jolanda" in word for word in four.she.words())
    four.open("study_privacy")
    page.key.passphrase.setFocus()
    four.type("een verkeerde zin\n")
    assert not page.key.fields
    page.key.passphrase.clear()
    four.type("een lange zin\n")
    assert page.key.fields["P1"][0].text() == "Jolanda"


def test_a_copy_to_share_holds_no_codes_and_no_quote_without_its_tick(four: Hands, tmp_path: Path) -> None:
    say(four, people(four)[0], "een geheime zin")
    say(four, people(four)[1], "loopt weg", RemarkKind.OBSERVATION)
    page = four.open("study_privacy")
    assert isinstance(page, PrivacyTab)
    target = tmp_path / "delen.sprint"
    four.messages.expect(target)
    four.press("Schrijf deelbare kopie", page)
    copy = Workspace.open(target, Folders(tmp_path / "reader"))
    assert [note.text for note in copy.document.table(Observation).values()] == ["loopt weg"]
    assert {who.code for who in copy.document.table(Participant).values()} <= {""}
    copy.close()


def test_an_answer_in_own_words_is_typed_beside_its_digit(four: Hands) -> None:
    bridge = four.she.sprint.bridge
    bridge.do(ask_own(bridge.document, bridge.ids, "Wat zou u een buurvrouw vertellen?"))
    page = four.open("study_questions")
    assert isinstance(page, QuestionsTab)
    page.table.setFocus()
    page.table.setCurrentCell(0, 0)
    for part in ("G", "a bellen, dat werkt.\n"):
        four.type(part)
    assert QApplication.focusWidget() is page.table
    assert page.table.currentRow() == 1, "Enter goes on to the next citizen"
    for part in ("6", "B", "el morgen"):
        four.type(part)
    assert page.table.words.isVisible()
    QTest.keyClick(page.table.words, Qt.Key.Key_Escape)
    page.table.setCurrentCell(0, 0)
    four.type("7")
    page.table.setCurrentCell(0, 0)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    four.type(" Echt.\n")
    first, second = sorted(bridge.document.table(Answer).values(), key=lambda one: one.id)
    assert (first.value, first.text) == (7, "Ga bellen, dat werkt. Echt.")
    assert (second.value, second.text) == (6, "")
    assert page.table.item(0, 0).text() == "7 · Ga bellen, dat werkt. Echt."
    page.table.setCurrentCell(0, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(bridge.document.table(Answer)) == 1
