"""Advice that a team puts aside with a reason, and takes up again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from sprint.insight.advice import AdviceRule
from sprint.records import DismissedAdvice
from tests.helpers.stage import Stage
from ui.panels.advice import AdviceList, AdviceNote


@pytest.fixture
def advice(stage: Stage) -> AdviceList:
    made = AdviceList(stage.context, stage.bridge)
    stage.show(made, 320, 1100)
    made.show_journey("j")
    return made


def note(advice: AdviceList, rule: AdviceRule) -> AdviceNote:
    return next(one for one in advice.notes if one.advice.rule is rule)


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_advice_about_the_whole_journey_has_words_and_no_place_to_go(advice: AdviceList) -> None:
    tracks = note(advice, AdviceRule.ONE_TRACK)
    assert words(tracks)[0] == "Er is nog maar één spoor, of geen."
    assert not tracks.link.isVisible()
    assert words(note(advice, AdviceRule.ASSUMED))[0] == "100 procent van de stappen is een aanname."


def test_every_rule_speaks_both_languages(stage: Stage, advice: AdviceList) -> None:
    dutch = {one.advice.rule: words(one) for one in advice.notes}
    stage.context.texts.set_language("en")
    english = {one.advice.rule: words(one) for one in advice.notes}
    assert english.keys() == dutch.keys()
    assert all(dutch[rule] != english[rule] for rule in dutch)


def test_advice_is_put_aside_with_a_reason_and_shown_again_on_request(stage: Stage, advice: AdviceList) -> None:
    stage.messages.expect("De wijkagent belt elke week.")
    click(note(advice, AdviceRule.UNATTENDED_WAIT).other)
    assert AdviceRule.UNATTENDED_WAIT not in [one.advice.rule for one in advice.notes]
    (record,) = stage.document.table(DismissedAdvice).values()
    assert (record.rule, record.step_id, record.at) == ("unattended_wait", "s3", "2026-11-03T10:00:00+00:00")
    assert advice.show_aside.text() == "1 weggezet advies tonen"
    click(advice.show_aside)
    (aside,) = advice.aside
    assert "Weggezet: De wijkagent belt elke week." in words(aside)
    click(aside.other)
    assert AdviceRule.UNATTENDED_WAIT in [one.advice.rule for one in advice.notes]
    assert not advice.show_aside.isVisible()


def test_putting_aside_can_be_undone(stage: Stage, advice: AdviceList) -> None:
    stage.messages.expect("Niet voor ons.")
    click(note(advice, AdviceRule.ONE_TRACK).other)
    stage.workspace.undo()
    stage.qtbot.waitUntil(lambda: AdviceRule.ONE_TRACK in [one.advice.rule for one in advice.notes])


@pytest.mark.parametrize(("answer", "said"), [(None, []), ("", ["Schrijf kort waarom. Het advies blijft staan."])])
def test_without_a_reason_the_advice_stays(
    stage: Stage, advice: AdviceList, answer: str | None, said: list[str]
) -> None:
    stage.messages.expect(answer)
    click(note(advice, AdviceRule.ONE_TRACK).other)
    assert stage.messages.said == said
    assert not stage.document.table(DismissedAdvice)
    assert note(advice, AdviceRule.ONE_TRACK).isVisible()
