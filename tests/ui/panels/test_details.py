"""The details: what is selected, edited with hands, read from the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from sprint.edits.delete import delete
from sprint.edits.journey import change_step, rename
from sprint.records import Card, Channel, Evidence, Journey, Lane, Step, StepKind, Track
from tests.helpers.stage import Stage
from tests.ui.panels.hands import CLICK, CTRL, card_rows, choose, settle, words
from ui.panels.details import DetailsPanel


def step(stage: Stage, step_id: str = "s2") -> Step:
    return stage.document.require(Step, step_id)


# ---- a step


def test_it_says_which_step_of_which_phase(details: DetailsPanel) -> None:
    assert "Stap 2 van 4 · Melden" in words(details)
    assert details.step.title.toPlainText() == "Logt in"


def test_they_wait_while_something_is_dragged(stage: Stage, details: DetailsPanel) -> None:
    window = details.windowHandle()
    QTest.mousePress(window, CLICK, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    details.show_selection(["s3"])
    assert details.step.title.toPlainText() == "Logt in"
    QTest.mouseRelease(window, CLICK, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    stage.qtbot.waitUntil(lambda: details.step.title.toPlainText() == "Hoort niets")


def test_a_new_name_is_one_entry(stage: Stage, details: DetailsPanel) -> None:
    title = details.step.title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(title, " met DigiD")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert step(stage).title == "Logt in met DigiD"
    assert stage.undo_names() == 1
    stage.bridge.undo()
    settle(stage, details)
    assert title.toPlainText() == "Logt in"


def test_leaving_a_field_ends_the_entry(stage: Stage, details: DetailsPanel) -> None:
    field = details.step.facts.texts["who_decides"]
    field.setFocus()
    QTest.keyClicks(field, "De")
    details.step.title.setFocus()
    field.setFocus()
    QTest.keyClicks(field, " wijk")
    assert step(stage).who_decides == "De wijk"
    assert stage.undo_names() == 2


@pytest.mark.parametrize("name", ["truth_reason", "who_decides", "legal_frame", "left_out"])
def test_every_text_reaches_its_field(stage: Stage, details: DetailsPanel, name: str) -> None:
    field = details.step.facts.texts[name]
    field.setFocus()
    QTest.keyClicks(field, "Omdat het zo is")
    assert getattr(step(stage), name) == "Omdat het zo is"


def test_a_track_is_chosen_and_taken_back(stage: Stage, details: DetailsPanel) -> None:
    saved, spent = details.step.facts.tracks[Track.SAVED], details.step.facts.tracks[Track.SPENT]
    QTest.mouseClick(saved, CLICK)
    settle(stage, details)
    QTest.mouseClick(spent, CLICK)
    settle(stage, details)
    assert step(stage).track is Track.SPENT
    assert (saved.isChecked(), spent.isChecked()) == (False, True)
    QTest.mouseClick(spent, CLICK)
    assert step(stage).track is Track.OPEN


def test_a_face_sets_the_feeling_and_the_same_face_forgets_it(stage: Stage, details: DetailsPanel) -> None:
    faces = details.step.facts.feeling.buttons
    assert faces[-3].isChecked()
    QTest.mouseClick(faces[2], CLICK)
    settle(stage, details)
    assert step(stage).feeling == 2
    assert [value for value, face in faces.items() if face.isChecked()] == [2]
    QTest.mouseClick(faces[2], CLICK)
    assert step(stage).feeling is None


def test_the_keyboard_walks_along_the_faces(stage: Stage, details: DetailsPanel) -> None:
    faces = details.step.facts.feeling.buttons
    faces[-3].setFocus()
    QTest.keyClick(faces[-3], Qt.Key.Key_Right)
    QTest.keyClick(faces[-2], Qt.Key.Key_Right)
    QTest.keyClick(faces[-1], Qt.Key.Key_Space)
    assert step(stage).feeling == -1
    QTest.keyClick(faces[-1], Qt.Key.Key_7)
    assert step(stage).feeling == 3


def test_kind_channel_wait_and_evidence(stage: Stage, details: DetailsPanel) -> None:
    facts = details.step.facts
    choose(facts.kind, "wachten")
    choose(facts.channel, "telefoon")
    choose(facts.evidence, "V2 · gehoord van een inwoner")
    facts.wait.setFocus()
    QTest.keyClicks(facts.wait, "14")
    QTest.keyClick(facts.wait, Qt.Key.Key_Up)
    found = step(stage)
    assert (found.kind, found.channel, found.evidence) == (StepKind.WAIT, Channel.PHONE, Evidence.HEARD)
    assert found.wait_days == 15


def test_a_wait_asks_what_the_citizen_hears(stage: Stage, details: DetailsPanel) -> None:
    field = details.step.facts.texts["meanwhile"]
    assert field.isHidden()
    details.show_selection(["s3"])
    field.setFocus()
    QTest.keyClicks(field, "Elke week een bericht")
    assert step(stage, "s3").meanwhile == "Elke week een bericht"


def test_a_change_from_elsewhere_is_seen_without_moving_the_cursor(stage: Stage, details: DetailsPanel) -> None:
    title = details.step.title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End, CTRL)
    place = title.textCursor().position()
    stage.bridge.do(change_step(stage.document, "s2", who_decides="Gemeente"))
    settle(stage, details)
    assert details.step.facts.texts["who_decides"].toPlainText() == "Gemeente"
    assert title.textCursor().position() == place


def test_what_another_journey_does_is_not_shown(stage: Stage, details: DetailsPanel) -> None:
    stage.bridge.do(rename(stage.document, "s1", "Ziet troep"))
    settle(stage, details)
    assert details.step.title.toPlainText() == "Logt in"


def test_undo_in_a_field_belongs_to_the_window(stage: Stage, details: DetailsPanel) -> None:
    undo = QShortcut(QKeySequence.StandardKey.Undo, details)
    undo.activated.connect(stage.bridge.undo)
    title = details.step.title
    title.setFocus()
    QTest.keyClicks(title, "Nu ")
    QTest.keyClick(title, Qt.Key.Key_Z, CTRL)
    assert step(stage).title == "Logt in"
    settle(stage, details)
    assert title.toPlainText() == "Logt in"


# ---- advice


def test_advice_names_the_wait_and_the_dip_and_leads_there(stage: Stage, details: DetailsPanel) -> None:
    found = [(note.advice.rule.value, note.advice.step_id) for note in details.step.advice.notes]
    assert found == [("dip_without_owner", "s2"), ("no_human", "s2"), ("unattended_wait", "s3")]
    wait = details.step.advice.notes[2]
    assert words(wait)[0] == "21 dagen wachten zonder bericht."
    with stage.qtbot.waitSignal(details.step_requested) as asked:
        QTest.mouseClick(wait.link, CLICK)
    assert asked.args == ["s3"]


def test_advice_goes_when_it_is_followed(stage: Stage, details: DetailsPanel) -> None:
    stage.bridge.do(change_step(stage.document, "s3", channel=Channel.LETTER))
    stage.bridge.do(change_step(stage.document, "s2", feeling=-1, channel=Channel.PHONE))
    settle(stage, details)
    assert details.step.advice.notes == []  # what is left is about the journey as a whole


# ---- a card, several, nothing


def test_a_selected_card_shows_its_words_lane_and_owner(stage: Stage, details: DetailsPanel) -> None:
    details.show_selection(["c1"])
    row = details.card.row
    assert row is not None
    assert "Kaart bij “Logt in”" in words(details)
    row.owner.setFocus()
    QTest.keyClicks(row.owner, "KCC")
    choose(details.card.lane, "Kans")
    card = stage.document.require(Card, "c1")
    assert (card.owner, card.lane) == ("KCC", Lane.OPPORTUNITY)
    with stage.qtbot.waitSignal(details.step_requested) as asked:
        QTest.mouseClick(details.card.to_step, CLICK)
    assert asked.args == ["s2"]


def test_several_steps_share_one_feeling(stage: Stage, details: DetailsPanel) -> None:
    details.show_selection(["s1", "s2", "s4"])
    assert details.many.words == "3 stappen gekozen"
    faces = details.many.feeling.buttons
    assert [value for value, face in faces.items() if face.isChecked()] == []
    QTest.mouseClick(faces[0], CLICK)
    assert [step(stage, name).feeling for name in ("s1", "s2", "s3", "s4")] == [0, 0, None, 0]
    assert stage.undo_names() == 1


def test_steps_and_cards_are_counted_as_things(details: DetailsPanel) -> None:
    details.show_selection(["s1", "c1"])
    assert details.many.words == "2 onderdelen gekozen"


def test_nothing_selected_shows_the_journey(stage: Stage, details: DetailsPanel) -> None:
    details.show_selection([])
    assert "4 stappen · 2 kaarten · 0 opmerkingen van inwoners" in words(details)
    QTest.mouseClick(details.journey.personas["bram"], CLICK)
    title = details.journey.title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(title, " nu")
    journey = stage.document.require(Journey, "j")
    assert (journey.title, journey.persona_ids) == ("Afval melden nu", ())


def test_what_was_selected_and_is_gone_gives_way_to_the_journey(stage: Stage, details: DetailsPanel) -> None:
    stage.bridge.do(delete(stage.document, ["s2"]))
    settle(stage, details)
    assert details.step.isHidden()
    assert not details.journey.isHidden()
    stage.bridge.undo()
    settle(stage, details)
    assert not details.step.isHidden()
    assert card_rows(details) == [], "choosing a step is not felt: rows are made when their tab is opened"
    details.step.tabs.buttons[1].click()
    assert len(card_rows(details)) == 2
    details.show_selection(["s1"])
    details.show_selection(["s2"])
    assert [row.field.toPlainText() for row in card_rows(details)] == ["Inloggen", "Foto en plek"]


def test_a_sprint_that_may_only_be_looked_at_shows_its_own_words_again(stage: Stage, details: DetailsPanel) -> None:
    stage.workspace.is_read_only = True
    details.step.title.setFocus()
    QTest.keyClicks(details.step.title, "X")
    QTest.mouseClick(details.step.facts.feeling.buttons[3], CLICK)
    assert details.step.title.toPlainText() == "Logt in"
    assert details.step.facts.feeling.buttons[-3].isChecked()
    assert len(stage.messages.said) == 2


@pytest.mark.parametrize("ids", [["s2"], ["c1"], ["s1", "s2"], []])
def test_another_language_and_look_leave_no_word_behind(stage: Stage, details: DetailsPanel, ids: list[str]) -> None:
    details.show_selection(ids)
    before = set(words(details))
    stage.context.texts.set_language("en")
    stage.context.theme.set_name("dark")
    after = set(words(details))
    own = {"Logt in", "Bram", "V0 · aanname", "dagen"}
    assert not {text for text in before & after if text not in own}
    assert not [text for text in after if text.startswith("details.")]
