"""What was typed and not yet entered is never thrown away."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sprint.journeys import cards_of, remarks_of
from tests.ui.panels.conftest import Stage
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
