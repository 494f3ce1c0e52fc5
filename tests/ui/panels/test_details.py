"""The details: what is selected, edited with hands, read from the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from sprint.edits.cards import add_card
from sprint.edits.delete import delete
from sprint.edits.journey import change_step, rename
from sprint.journeys import cards_of, remarks_of
from sprint.records import Card, Channel, Evidence, Journey, Lane, RemarkKind, Step, StepKind, Track
from tests.ui.panels.conftest import Stage
from ui.panels.cards import CardRow
from ui.panels.details import DetailsPanel
from ui.panels.remarks import RemarkRow
from ui.widgets.fields import ChoiceField

CLICK = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(stage: Stage) -> DetailsPanel:
    made = DetailsPanel(stage.context, stage.bridge)
    made.set_journey("j")
    stage.show(made, 340, 1400)
    made.show_selection(["s2"])
    return made


def step(stage: Stage, step_id: str = "s2") -> Step:
    return stage.document.require(Step, step_id)


def choose(field: ChoiceField, words: str) -> None:
    """Walk to a choice with the arrows, as a person does."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Home)
    for _ in range(field.count()):
        if field.currentText() == words:
            return
        QTest.keyClick(field, Qt.Key.Key_Down)
    raise AssertionError(f"no choice {words}")


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def settle(stage: Stage, panel: DetailsPanel) -> None:
    """Let the panel show what happened in this turn of the event loop."""
    stage.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in panel.findChildren(QTimer)))


# ---- a step


def test_it_says_which_step_of_which_phase(panel: DetailsPanel) -> None:
    assert "Stap 2 van 4 · Melden" in words(panel)
    assert panel.step.title.toPlainText() == "Logt in"


def test_a_new_name_is_one_entry(stage: Stage, panel: DetailsPanel) -> None:
    title = panel.step.title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(title, " met DigiD")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert step(stage).title == "Logt in met DigiD"
    assert stage.undo_names() == 1
    stage.bridge.undo()
    settle(stage, panel)
    assert title.toPlainText() == "Logt in"


def test_leaving_a_field_ends_the_entry(stage: Stage, panel: DetailsPanel) -> None:
    field = panel.step.facts.texts["who_decides"]
    field.setFocus()
    QTest.keyClicks(field, "De")
    panel.step.title.setFocus()
    field.setFocus()
    QTest.keyClicks(field, " wijk")
    assert step(stage).who_decides == "De wijk"
    assert stage.undo_names() == 2


@pytest.mark.parametrize("name", ["truth_reason", "who_decides", "legal_frame", "left_out"])
def test_every_text_reaches_its_field(stage: Stage, panel: DetailsPanel, name: str) -> None:
    field = panel.step.facts.texts[name]
    field.setFocus()
    QTest.keyClicks(field, "Omdat het zo is")
    assert getattr(step(stage), name) == "Omdat het zo is"


def test_a_track_is_chosen_and_taken_back(stage: Stage, panel: DetailsPanel) -> None:
    saved, spent = panel.step.facts.tracks[Track.SAVED], panel.step.facts.tracks[Track.SPENT]
    QTest.mouseClick(saved, CLICK)
    settle(stage, panel)
    QTest.mouseClick(spent, CLICK)
    settle(stage, panel)
    assert step(stage).track is Track.SPENT
    assert (saved.isChecked(), spent.isChecked()) == (False, True)
    QTest.mouseClick(spent, CLICK)
    assert step(stage).track is Track.OPEN


def test_a_face_sets_the_feeling_and_the_same_face_forgets_it(stage: Stage, panel: DetailsPanel) -> None:
    faces = panel.step.facts.feeling.buttons
    assert faces[-3].isChecked()
    QTest.mouseClick(faces[2], CLICK)
    settle(stage, panel)
    assert step(stage).feeling == 2
    assert [value for value, face in faces.items() if face.isChecked()] == [2]
    QTest.mouseClick(faces[2], CLICK)
    assert step(stage).feeling is None


def test_the_keyboard_walks_along_the_faces(stage: Stage, panel: DetailsPanel) -> None:
    faces = panel.step.facts.feeling.buttons
    faces[-3].setFocus()
    QTest.keyClick(faces[-3], Qt.Key.Key_Right)
    QTest.keyClick(faces[-2], Qt.Key.Key_Right)
    QTest.keyClick(faces[-1], Qt.Key.Key_Space)
    assert step(stage).feeling == -1
    QTest.keyClick(faces[-1], Qt.Key.Key_7)
    assert step(stage).feeling == 3


def test_kind_channel_wait_and_evidence(stage: Stage, panel: DetailsPanel) -> None:
    facts = panel.step.facts
    choose(facts.kind, "wachten")
    choose(facts.channel, "telefoon")
    choose(facts.evidence, "V2 · gehoord van een inwoner")
    facts.wait.setFocus()
    QTest.keyClicks(facts.wait, "14")
    QTest.keyClick(facts.wait, Qt.Key.Key_Up)
    found = step(stage)
    assert (found.kind, found.channel, found.evidence) == (StepKind.WAIT, Channel.PHONE, Evidence.HEARD)
    assert found.wait_days == 15


def test_a_wait_asks_what_the_citizen_hears(stage: Stage, panel: DetailsPanel) -> None:
    field = panel.step.facts.texts["meanwhile"]
    assert field.isHidden()
    panel.show_selection(["s3"])
    field.setFocus()
    QTest.keyClicks(field, "Elke week een bericht")
    assert step(stage, "s3").meanwhile == "Elke week een bericht"


def test_a_change_from_elsewhere_is_seen_without_moving_the_cursor(stage: Stage, panel: DetailsPanel) -> None:
    title = panel.step.title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End, CTRL)
    place = title.textCursor().position()
    stage.bridge.do(change_step(stage.document, "s2", who_decides="Gemeente"))
    settle(stage, panel)
    assert panel.step.facts.texts["who_decides"].toPlainText() == "Gemeente"
    assert title.textCursor().position() == place


def test_what_another_journey_does_is_not_shown(stage: Stage, panel: DetailsPanel) -> None:
    stage.bridge.do(rename(stage.document, "s1", "Ziet troep"))
    settle(stage, panel)
    assert panel.step.title.toPlainText() == "Logt in"


def test_undo_in_a_field_belongs_to_the_window(stage: Stage, panel: DetailsPanel) -> None:
    undo = QShortcut(QKeySequence.StandardKey.Undo, panel)
    undo.activated.connect(stage.bridge.undo)
    title = panel.step.title
    title.setFocus()
    QTest.keyClicks(title, "Nu ")
    QTest.keyClick(title, Qt.Key.Key_Z, CTRL)
    assert step(stage).title == "Logt in"
    settle(stage, panel)
    assert title.toPlainText() == "Logt in"


# ---- its cards


def card_rows(panel: DetailsPanel) -> list[CardRow]:
    return [row for row in panel.step.cards.rows.rows.values() if isinstance(row, CardRow)]


def test_a_card_is_added_in_the_chosen_lane(stage: Stage, panel: DetailsPanel) -> None:
    panel.step.tabs.buttons[1].click()
    choose(panel.step.cards.lane, "Idee")
    line = panel.step.cards.line
    line.setFocus()
    QTest.keyClicks(line, "Bel ons gewoon")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(stage, panel)
    assert [(card.lane, card.text) for card in cards_of(stage.document, "s2", Lane.IDEA)] == [
        (Lane.IDEA, "Bel ons gewoon")
    ]
    assert line.text() == ""
    assert panel.step.tabs.buttons[1].text() == "Kaarten · 3"
    assert len(card_rows(panel)) == 3


def test_words_and_owner_of_a_card(stage: Stage, panel: DetailsPanel) -> None:
    panel.step.tabs.buttons[1].click()
    pain, chance = card_rows(panel)
    assert pain.owner.isHidden()
    assert not chance.owner.isHidden()
    chance.field.setFocus()
    QTest.keyClick(chance.field, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(chance.field, " is genoeg")
    chance.owner.setFocus()
    QTest.keyClicks(chance.owner, "KCC")
    card = stage.document.require(Card, "c2")
    assert (card.text, card.owner) == ("Foto en plek is genoeg", "KCC")
    assert stage.undo_names() == 2


def test_the_bin_throws_a_card_away(stage: Stage, panel: DetailsPanel) -> None:
    panel.step.tabs.buttons[1].click()
    QTest.mouseClick(card_rows(panel)[0].trash, CLICK)
    settle(stage, panel)
    assert [card.id for card in cards_of(stage.document, "s2")] == ["c2"]
    assert len(card_rows(panel)) == 1


def test_tab_goes_from_card_to_card_as_they_stand(stage: Stage, panel: DetailsPanel) -> None:
    panel.step.tabs.buttons[1].click()
    stage.bridge.do(add_card(stage.document, stage.bridge.ids, "s2", Lane.THOUGHT, "Eerst"))
    settle(stage, panel)
    line = panel.step.cards.line
    line.setFocus()
    fields = []
    for _ in range(8):
        focused = panel.window().focusWidget()
        fields.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    thought, pain, chance = card_rows(panel)
    wanted = [line, thought.field, pain.field, chance.field, chance.owner]
    assert [field for field in fields if field in wanted] == wanted


# ---- its citizens


def remark_rows(panel: DetailsPanel) -> list[RemarkRow]:
    return [row for row in panel.step.remarks.rows.rows.values() if isinstance(row, RemarkRow)]


def write(panel: DetailsPanel, text: str) -> None:
    field = panel.step.remarks.form.field
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_remark_is_written_without_the_mouse(stage: Stage, panel: DetailsPanel) -> None:
    panel.write_remark()
    form = panel.step.remarks.form
    assert form.field.hasFocus()
    QTest.keyClick(form.field, Qt.Key.Key_3, CTRL)
    write(panel, "Waar is mijn DigiD")
    settle(stage, panel)
    (remark,) = remarks_of(stage.document, "s2")
    assert (remark.text, remark.valence, remark.kind) == ("Waar is mijn DigiD", -1, RemarkKind.QUOTE)
    assert (remark.participant_id, remark.at) == ("", "2026-11-03T10:00:00+00:00")
    assert form.field.toPlainText() == ""
    assert panel.step.tabs.buttons[2].text() == "Inwoners · 1"
    assert len(remark_rows(panel)) == 1


def test_who_and_what_stay_chosen_for_the_next_remark(stage: Stage, panel: DetailsPanel) -> None:
    panel.write_remark()
    form = panel.step.remarks.form
    choose(form.who, "P1")
    choose(form.kind, "Waarneming")
    for text in ("Zucht", "Belt haar dochter"):
        form.field.setFocus()
        QTest.mouseClick(form.signs[1], CLICK)
        form.field.setFocus()
        write(panel, text)
    found = remarks_of(stage.document, "s2")
    assert [(r.participant_id, r.kind, r.valence) for r in found] == [("P1", RemarkKind.OBSERVATION, 1)] * 2
    settle(stage, panel)
    assert [row.field.toPlainText() for row in remark_rows(panel)] == ["Belt haar dochter", "Zucht"]


def test_the_disc_of_a_remark_changes_how_it_felt(stage: Stage, panel: DetailsPanel) -> None:
    panel.write_remark()
    write(panel, "Snel")
    settle(stage, panel)
    row = remark_rows(panel)[0]
    QTest.mouseClick(row.sign, CLICK)
    assert remarks_of(stage.document, "s2")[0].valence == -1
    QTest.mouseClick(row.trash, CLICK)
    assert remarks_of(stage.document, "s2") == []


def test_half_a_remark_does_not_travel_to_another_step(panel: DetailsPanel) -> None:
    panel.write_remark()
    QTest.keyClicks(panel.step.remarks.form.field, "half")
    panel.show_selection(["s1"])
    assert panel.step.remarks.form.field.toPlainText() == ""
    assert panel.step.tabs.current == 2


# ---- advice


def test_advice_names_the_wait_and_the_dip_and_leads_there(stage: Stage, panel: DetailsPanel) -> None:
    found = [(note.advice.rule.value, note.advice.step.id) for note in panel.step.advice.notes]
    assert found == [("dip_without_owner", "s2"), ("unattended_wait", "s3")]
    wait = panel.step.advice.notes[1]
    assert words(wait)[0] == "21 dagen wachten zonder bericht."
    with stage.qtbot.waitSignal(panel.step_requested) as asked:
        QTest.mouseClick(wait.link, CLICK)
    assert asked.args == ["s3"]


def test_advice_goes_when_it_is_followed(stage: Stage, panel: DetailsPanel) -> None:
    stage.bridge.do(change_step(stage.document, "s3", channel=Channel.LETTER))
    stage.bridge.do(change_step(stage.document, "s2", feeling=-1))
    settle(stage, panel)
    assert panel.step.advice.notes == []
    assert panel.step.advice.isHidden()


# ---- a card, several, nothing


def test_a_selected_card_shows_its_words_lane_and_owner(stage: Stage, panel: DetailsPanel) -> None:
    panel.show_selection(["c1"])
    row = panel.card.row
    assert row is not None
    assert "Kaart bij “Logt in”" in words(panel)
    row.owner.setFocus()
    QTest.keyClicks(row.owner, "KCC")
    choose(panel.card.lane, "Kans")
    card = stage.document.require(Card, "c1")
    assert (card.owner, card.lane) == ("KCC", Lane.OPPORTUNITY)
    with stage.qtbot.waitSignal(panel.step_requested) as asked:
        QTest.mouseClick(panel.card.to_step, CLICK)
    assert asked.args == ["s2"]


def test_several_steps_share_one_feeling(stage: Stage, panel: DetailsPanel) -> None:
    panel.show_selection(["s1", "s2", "s4"])
    assert panel.many.words == "3 stappen gekozen"
    faces = panel.many.feeling.buttons
    assert [value for value, face in faces.items() if face.isChecked()] == []
    QTest.mouseClick(faces[0], CLICK)
    assert [step(stage, name).feeling for name in ("s1", "s2", "s3", "s4")] == [0, 0, None, 0]
    assert stage.undo_names() == 1


def test_steps_and_cards_are_counted_as_things(panel: DetailsPanel) -> None:
    panel.show_selection(["s1", "c1"])
    assert panel.many.words == "2 onderdelen gekozen"


def test_nothing_selected_shows_the_journey(stage: Stage, panel: DetailsPanel) -> None:
    panel.show_selection([])
    assert "4 stappen · 2 kaarten · 0 opmerkingen van inwoners" in words(panel)
    QTest.mouseClick(panel.journey.personas["bram"], CLICK)
    title = panel.journey.title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(title, " nu")
    journey = stage.document.require(Journey, "j")
    assert (journey.title, journey.persona_ids) == ("Afval melden nu", ())


def test_what_was_selected_and_is_gone_gives_way_to_the_journey(stage: Stage, panel: DetailsPanel) -> None:
    stage.bridge.do(delete(stage.document, ["s2"]))
    settle(stage, panel)
    assert panel.step.isHidden()
    assert not panel.journey.isHidden()
    stage.bridge.undo()
    settle(stage, panel)
    assert not panel.step.isHidden()
    assert len(card_rows(panel)) == 2


def test_a_sprint_that_may_only_be_looked_at_shows_its_own_words_again(stage: Stage, panel: DetailsPanel) -> None:
    stage.workspace.is_read_only = True
    panel.step.title.setFocus()
    QTest.keyClicks(panel.step.title, "X")
    QTest.mouseClick(panel.step.facts.feeling.buttons[3], CLICK)
    assert panel.step.title.toPlainText() == "Logt in"
    assert panel.step.facts.feeling.buttons[-3].isChecked()
    assert len(stage.messages.said) == 2


@pytest.mark.parametrize("ids", [["s2"], ["c1"], ["s1", "s2"], []])
def test_another_language_and_look_leave_no_word_behind(stage: Stage, panel: DetailsPanel, ids: list[str]) -> None:
    panel.show_selection(ids)
    before = set(words(panel))
    stage.context.texts.set_language("en")
    stage.context.theme.set_name("dark")
    after = set(words(panel))
    own = {"Logt in", "Bram", "V0 · aanname", "dagen"}
    assert not {text for text in before & after if text not in own}
    assert not [text for text in after if text.startswith("panel.")]
