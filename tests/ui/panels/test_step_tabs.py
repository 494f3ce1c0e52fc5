"""The cards and the citizens of a step, written with hands, read from the document."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sprint.edits.cards import add_card
from sprint.insight.evidence import said_at
from sprint.journeys import cards_of, remarks_of
from sprint.records import Card, Lane, Observation, RemarkKind
from tests.helpers.stage import Stage
from tests.ui.panels.hands import CLICK, CTRL, card_rows, choose, settle
from ui.panels.details import DetailsPanel
from ui.panels.remarks import RemarkRow
from ui.widgets.labels import PlainLabel

# ---- its cards


def test_a_card_is_added_in_the_chosen_lane(stage: Stage, details: DetailsPanel) -> None:
    details.step.tabs.buttons[1].click()
    choose(details.step.cards.lane, "Idee")
    line = details.step.cards.line
    line.setFocus()
    QTest.keyClicks(line, "Bel ons gewoon")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(stage, details)
    assert [(card.lane, card.text) for card in cards_of(stage.document, "s2", Lane.IDEA)] == [
        (Lane.IDEA, "Bel ons gewoon")
    ]
    assert line.text() == ""
    assert details.step.tabs.buttons[1].text() == "Kaarten · 3"
    assert len(card_rows(details)) == 3


def test_words_and_owner_of_a_card(stage: Stage, details: DetailsPanel) -> None:
    details.step.tabs.buttons[1].click()
    pain, chance = card_rows(details)
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


def test_the_bin_throws_a_card_away(stage: Stage, details: DetailsPanel) -> None:
    details.step.tabs.buttons[1].click()
    QTest.mouseClick(card_rows(details)[0].trash, CLICK)
    settle(stage, details)
    assert [card.id for card in cards_of(stage.document, "s2")] == ["c2"]
    assert len(card_rows(details)) == 1


def test_tab_goes_from_card_to_card_as_they_stand(stage: Stage, details: DetailsPanel) -> None:
    details.step.tabs.buttons[1].click()
    stage.bridge.do(add_card(stage.document, stage.bridge.ids, "s2", Lane.THOUGHT, "Eerst"))
    settle(stage, details)
    line = details.step.cards.line
    line.setFocus()
    fields = []
    for _ in range(8):
        focused = details.window().focusWidget()
        fields.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    thought, pain, chance = card_rows(details)
    wanted = [line, thought.field, pain.field, chance.field, chance.owner]
    assert [field for field in fields if field in wanted] == wanted


# ---- its citizens


def remark_rows(details: DetailsPanel) -> list[RemarkRow]:
    return [row for row in details.step.remarks.rows.rows.values() if isinstance(row, RemarkRow)]


def write(details: DetailsPanel, text: str) -> None:
    field = details.step.remarks.form.field
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_remark_is_written_without_the_mouse(stage: Stage, details: DetailsPanel) -> None:
    details.write_remark()
    form = details.step.remarks.form
    assert form.field.hasFocus()
    QTest.keyClick(form.field, Qt.Key.Key_3, CTRL)
    write(details, "Waar is mijn DigiD")
    settle(stage, details)
    (remark,) = remarks_of(stage.document, "s2")
    assert (remark.text, remark.valence, remark.kind) == ("Waar is mijn DigiD", -1, RemarkKind.QUOTE)
    assert (remark.participant_id, remark.at) == ("", "2026-11-03T10:00:00+00:00")
    assert form.field.toPlainText() == ""
    assert details.step.tabs.buttons[2].text() == "Inwoners · 1"
    assert len(remark_rows(details)) == 1


def test_who_and_what_stay_chosen_for_the_next_remark(stage: Stage, details: DetailsPanel) -> None:
    details.write_remark()
    form = details.step.remarks.form
    choose(form.who, "P1")
    choose(form.kind, "Waarneming")
    for text in ("Zucht", "Belt haar dochter"):
        form.field.setFocus()
        QTest.mouseClick(form.signs[1], CLICK)
        form.field.setFocus()
        write(details, text)
    found = remarks_of(stage.document, "s2")
    assert [(r.participant_id, r.kind, r.valence) for r in found] == [("P1", RemarkKind.OBSERVATION, 1)] * 2
    settle(stage, details)
    assert [row.field.toPlainText() for row in remark_rows(details)] == ["Belt haar dochter", "Zucht"]


def test_the_disc_of_a_remark_changes_how_it_felt(stage: Stage, details: DetailsPanel) -> None:
    details.write_remark()
    write(details, "Snel")
    settle(stage, details)
    row = remark_rows(details)[0]
    QTest.mouseClick(row.sign, CLICK)
    assert remarks_of(stage.document, "s2")[0].valence == -1
    QTest.mouseClick(row.trash, CLICK)
    assert remarks_of(stage.document, "s2") == []


def test_half_a_remark_does_not_travel_to_another_step(details: DetailsPanel) -> None:
    details.write_remark()
    QTest.keyClicks(details.step.remarks.form.field, "half")
    details.show_selection(["s1"])
    assert details.step.remarks.form.field.toPlainText() == ""
    assert details.step.tabs.current == 2


def test_a_citizen_s_feeling_is_noted_and_a_remark_can_change_kind_and_speaker(
    stage: Stage, details: DetailsPanel
) -> None:
    details.write_remark()
    form = details.step.remarks.form
    form.feeling.buttons[-2].click()
    form.save.click()
    (asked,) = remarks_of(stage.document, "s2")
    assert (asked.text, asked.feeling) == ("", -2)
    form.field.setFocus()
    write(details, "Ik schrok")
    settle(stage, details)

    def said() -> Observation:
        return next(one for one in remarks_of(stage.document, "s2") if one.text)

    assert said().feeling is None, "the next remark begins without a feeling"
    row = remark_rows(details)[0]
    row.more.click()
    choose(row.facts.kind, "Waarneming")
    choose(row.facts.who, "P1")
    row.facts.feeling.buttons[3].click()
    assert (said().kind, said().participant_id, said().feeling) == (RemarkKind.OBSERVATION, "P1", 3)
    settle(stage, details)
    row.facts.feeling.buttons[3].click()
    assert said().feeling is None, "the chosen face again: nobody asked"


def test_a_remark_can_stay_in_the_team(stage: Stage, details: DetailsPanel) -> None:
    details.write_remark()
    choose(details.step.remarks.form.who, "P1")
    write(details, "Dit blijft tussen ons")
    settle(stage, details)
    assert len(said_at(stage.document, "s2")) == 1
    row = remark_rows(details)[0]
    row.more.click()
    QTest.mouseClick(row.facts.hidden, CLICK)
    settle(stage, details)
    assert said_at(stage.document, "s2") == []
    assert "blijft in het team" in row.findChild(PlainLabel).text()
    QTest.mouseClick(row.facts.hidden, CLICK)
    settle(stage, details)
    assert len(said_at(stage.document, "s2")) == 1
