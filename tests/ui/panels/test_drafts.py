"""What was typed and not yet entered is never thrown away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sprint.journeys import cards_of, remarks_of
from sprint.records import Draft
from tests.helpers.stage import Stage
from tests.ui.panels.hands import settle
from ui.panels.details import DetailsPanel


@pytest.fixture
def elsewhere(qtbot: QtBot, details: DetailsPanel) -> QLineEdit:
    """Another place in the same window to put the focus."""
    field = QLineEdit(details)
    field.show()
    qtbot.waitUntil(field.isVisible)
    return field


def test_a_remark_is_kept_when_another_step_is_chosen(stage: Stage, details: DetailsPanel) -> None:
    details.step.tabs.buttons[2].click()
    before = len(remarks_of(stage.document, "s2"))
    QTest.keyClicks(details.step.remarks.form.field, "Ik durf het niet")
    details.show_selection(["s1"])
    settle(stage, details)
    kept = remarks_of(stage.document, "s2")
    assert len(kept) == before + 1
    assert kept[-1].text == "Ik durf het niet"
    assert details.step.remarks.form.field.toPlainText() == ""


def test_a_remark_is_kept_when_the_field_is_left(stage: Stage, details: DetailsPanel, elsewhere: QLineEdit) -> None:
    details.step.tabs.buttons[2].click()
    before = len(remarks_of(stage.document, "s2"))
    details.step.remarks.form.field.setFocus()
    QTest.keyClicks(details.step.remarks.form.field, "Dat helpt mij")
    details.step.remarks.form.who.setFocus()
    assert len(remarks_of(stage.document, "s2")) == before
    details.step.remarks.form.field.setFocus()
    elsewhere.setFocus()
    assert len(remarks_of(stage.document, "s2")) == before + 1


def test_a_card_is_kept_when_another_step_is_chosen(stage: Stage, details: DetailsPanel) -> None:
    details.step.tabs.buttons[1].click()
    before = len(cards_of(stage.document, "s2"))
    QTest.keyClicks(details.step.cards.line, "Zonder inloggen")
    details.show_selection(["s1"])
    settle(stage, details)
    assert [card.text for card in cards_of(stage.document, "s2")].count("Zonder inloggen") == 1
    assert len(cards_of(stage.document, "s2")) == before + 1
    assert details.step.cards.line.text() == ""


def test_words_that_were_never_entered_come_back_after_a_crash(stage: Stage, details: DetailsPanel) -> None:
    details.step.tabs.buttons[2].click()
    QTest.keyClicks(details.step.remarks.form.field, "Ik wacht al drie")
    after_crash = DetailsPanel(stage.context, stage.bridge)
    after_crash.set_journey("j")
    stage.show(after_crash, 340, 1400)
    after_crash.show_selection(["s2"])
    assert after_crash.step.remarks.form.field.toPlainText() == "Ik wacht al drie"
    assert not stage.bridge.undo_label


def test_an_entered_remark_leaves_no_draft(stage: Stage, details: DetailsPanel) -> None:
    details.step.tabs.buttons[2].click()
    field = details.step.remarks.form.field
    QTest.keyClicks(field, "Dat helpt")
    assert len(stage.document.table(Draft)) == 1
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not stage.document.table(Draft)
    assert [remark.text for remark in remarks_of(stage.document, "s2")].count("Dat helpt") == 1
