"""Quick capture, the lists beside the work, and the page of the day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from sprint.edits.capture import decide
from sprint.edits.delete import delete
from sprint.records import Decision, Note, NoteKind, Observation, ParkedItem, Record
from tests.ui.cockpit.conftest import Room
from ui.cockpit.capture import CaptureKind
from ui.cockpit.lists import DecisionRow, ParkedRow


def latest(room: Room, kind: type[Record]) -> Record:
    return max(room.document.table(kind).values(), key=lambda record: (record.id.startswith("new"), record.id))


def write(room: Room, text: str) -> None:
    room.type(text)
    room.key(Qt.Key.Key_Return)


def test_enter_keeps_a_note_at_the_exercise_and_waits_for_the_next(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.cockpit.do("capture")
    write(room, "Iemand wil bellen")
    write(room, "Iemand wil mailen")
    notes = [note for note in room.document.table(Note).values() if note.block_id == "b2"]
    assert sorted(note.text for note in notes) == ["Iemand wil bellen", "Iemand wil mailen"]
    assert {note.kind for note in notes} == {NoteKind.NOTE}
    assert room.cockpit.strip.isVisible()
    assert any("2 vastgelegd" in word for word in room.words(room.cockpit.strip))


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        ("p", CaptureKind.PARKED),
        ("b", CaptureKind.DECISION),
        ("v", CaptureKind.QUESTION),
        ("o", CaptureKind.REMARK),
        ("n", CaptureKind.NOTE),
    ],
)
def test_a_letter_and_a_blank_choose_the_kind(room: Room, letter: str, kind: CaptureKind) -> None:
    room.cockpit.do("capture")
    room.type(f"{letter} En dan?")
    assert room.cockpit.strip.kind is kind
    assert room.cockpit.strip.line.text() == "En dan?"


def test_a_sentence_that_begins_with_a_letter_stays_a_sentence(room: Room) -> None:
    room.cockpit.do("capture")
    room.type("U bent te laat, nietwaar")
    assert room.cockpit.strip.kind is CaptureKind.NOTE
    assert room.cockpit.strip.line.text() == "U bent te laat, nietwaar"


def test_parked_with_whose_it_is_and_when_it_comes_back(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.cockpit.do("capture")
    room.type("p Kan het zonder DigiD?")
    room.key(Qt.Key.Key_Tab)
    room.type("Sanne")
    room.key(Qt.Key.Key_Tab)
    write(room, "dag 2")
    item = latest(room, ParkedItem)
    assert isinstance(item, ParkedItem)
    assert (item.text, item.owner, item.back_when, item.block_id) == ("Kan het zonder DigiD?", "Sanne", "dag 2", "b1")
    assert room.cockpit.strip.line.hasFocus()


def test_a_decision_with_its_reason_and_its_time(room: Room) -> None:
    room.cockpit.do("capture")
    room.type("b Twee prototypes")
    room.key(Qt.Key.Key_Tab)
    write(room, "Twee sporen")
    made = latest(room, Decision)
    assert isinstance(made, Decision)
    assert (made.text, made.reason, made.at[:10]) == ("Twee prototypes", "Twee sporen", "2026-11-03")


def test_a_remark_belongs_to_the_step_that_is_chosen(room: Room) -> None:
    room.cockpit.do("remark")
    assert room.cockpit.strip.step.currentText() == "Logt in"
    write(room, "Ik weet mijn wachtwoord niet")
    remark = latest(room, Observation)
    assert isinstance(remark, Observation)
    assert (remark.step_id, remark.text) == ("s2", "Ik weet mijn wachtwoord niet")


def test_a_question_stays_open_until_it_is_answered(room: Room) -> None:
    room.cockpit.do("capture")
    write(room, "v Wie belt terug?")
    note = latest(room, Note)
    assert isinstance(note, Note)
    assert (note.kind, note.block_id) == (NoteKind.QUESTION, "")
    room.cockpit.clock.start("b1")
    room.cockpit.day_page.show_day("day1")
    assert "Wie belt terug?" in room.words(room.cockpit.day_page)


def test_nothing_is_kept_of_an_empty_line_and_escape_closes(room: Room) -> None:
    room.cockpit.do("capture")
    before = len(room.document.table(Note))
    write(room, "   ")
    assert len(room.document.table(Note)) == before
    room.key(Qt.Key.Key_Escape)
    assert not room.cockpit.strip.isVisible()


def test_what_is_half_typed_waits(room: Room) -> None:
    room.cockpit.do("capture")
    room.type("Half een zin")
    room.key(Qt.Key.Key_Escape)
    room.cockpit.do("capture")
    assert room.cockpit.strip.line.text() == "Half een zin"


def test_arrows_choose_a_kind_and_the_key_again_closes(room: Room) -> None:
    room.cockpit.do("capture")
    room.key(Qt.Key.Key_Down)
    assert room.cockpit.strip.kind is CaptureKind.PARKED
    room.key(Qt.Key.Key_Up)
    assert room.cockpit.strip.kind is CaptureKind.NOTE
    room.cockpit.do("capture")
    assert not room.cockpit.strip.isVisible()


def test_a_step_that_is_gone_takes_no_words_along(room: Room) -> None:
    room.workspace.is_read_only = True
    room.cockpit.do("capture")
    write(room, "Mag niet verloren gaan")
    assert room.cockpit.strip.line.text() == "Mag niet verloren gaan"
    assert len(room.messages.said) == 1


# ---- the lists


def parked_row(room: Room) -> ParkedRow:
    (row,) = room.cockpit.lists.parked.rows.values()
    assert isinstance(row, ParkedRow)
    return row


def park(room: Room, text: str) -> None:
    room.cockpit.capture(CaptureKind.PARKED)
    write(room, text)
    room.key(Qt.Key.Key_Escape)


def test_what_is_parked_is_ticked_off_mended_and_thrown_away(room: Room) -> None:
    park(room, "Vergoeding")
    room.cockpit.do("lists")
    row = parked_row(room)
    QTest.mouseClick(row.done, Qt.MouseButton.LeftButton, pos=row.done.rect().center())
    assert latest(room, ParkedItem).is_done
    assert "Geparkeerd · 0" in room.words(room.cockpit.lists)
    row.owner.setFocus()
    room.type("Joris")
    assert latest(room, ParkedItem).owner == "Joris"
    room.bridge.undo()
    assert row.owner.text() == ""
    room.press("Geparkeerd punt verwijderen")
    assert dict(room.document.table(ParkedItem)) == {}
    room.bridge.undo()
    assert parked_row(room).text.toPlainText() == "Vergoeding"


def test_a_decision_can_be_mended(room: Room) -> None:
    room.cockpit.do("lists")
    room.press("Een besluit vastleggen")
    write(room, "Een prototype")
    (row,) = room.cockpit.lists.decided.rows.values()
    assert isinstance(row, DecisionRow)
    row.reason.setFocus()
    room.type("Geld")
    assert latest(room, Decision).reason == "Geld"


def test_rows_that_are_gone_do_not_hear_of_another_language(room: Room) -> None:
    park(room, "Vergoeding")
    room.bridge.do(decide(room.document, room.bridge.ids, "Een prototype"))
    room.cockpit.do("lists")
    rows = [*room.cockpit.lists.parked.rows.values(), *room.cockpit.lists.decided.rows.values()]
    assert [type(row) for row in rows] == [ParkedRow, DecisionRow]
    room.bridge.do(delete(room.document, [row.record.id for row in rows]))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not any(isValid(row) for row in rows)
    room.context.texts.set_language("en")
    assert "Nothing has been decided yet." in room.words(room.cockpit.lists)


def test_empty_lists_say_what_they_are_for(room: Room) -> None:
    room.cockpit.do("lists")
    assert "Er is nog niets besloten." in room.words(room.cockpit.lists)
    room.context.texts.set_language("en")
    assert "Nothing has been decided yet." in room.words(room.cockpit.lists)


# ---- the page of the day


def test_the_day_closes_with_what_it_made_and_how_long_it_took(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.sleep(12)
    room.press("Klaar")
    park(room, "Vergoeding")
    room.cockpit.day_page.show_day()
    words = room.words(room.cockpit.day_page)
    assert "Dag 1 van 2 · dinsdag 3 november" in words
    assert any("Een knop op de bak" in word for word in words)
    assert {"Schets 3: gekke achten", "10", "12", "Vergoeding", "Wie haalt het op?"} <= set(words)
    assert any("We beginnen om 09:30." in word for word in words)
    assert "Snelkritiek" in words  # not held


def test_the_next_day_opens_with_what_was_made(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.cockpit.clock.finish()
    room.cockpit.day_page.show_day("day2")
    words = room.words(room.cockpit.day_page)
    assert "Dit maakte u gisteren" in words
    assert any("Een knop op de bak" in word for word in words)
    assert "Vandaag" in words
    room.press("Dag sluiten")
    assert "Zo ver zijn we" in room.words(room.cockpit.day_page)


def test_the_first_day_opens_without_yesterday(room: Room) -> None:
    room.cockpit.day_page.show_day()
    assert "De eerste dag" in room.words(room.cockpit.day_page)


def test_a_decision_appears_on_the_page_at_once(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.cockpit.day_page.show_day()
    room.cockpit.capture(CaptureKind.DECISION)
    write(room, "Twee prototypes")
    assert "Twee prototypes" in room.words(room.cockpit.day_page)
