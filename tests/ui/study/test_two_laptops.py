"""A second note taker through the window: a copy by one button, a merge, and a key that decides between wordings."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.edits.citizens import change_remark
from sprint.edits.interviews import write_remark
from sprint.edits.patterns import draw_insight, give_advice, mark_pattern
from sprint.edits.study import invite
from sprint.records import Evidence, Observation, Participant, Pattern, PatternState, Step, Track
from sprint.store.folders import Folders
from sprint.workspace import Workspace
from tests.ui.study.conftest import CLICK, Hands
from ui.study.answers import AnswersTab
from ui.study.patterns import PatternsTab
from ui.study.privacy import PrivacyTab

STEP = "step-tobe-1"


@pytest.fixture
def eight(hands: Hands) -> Hands:
    """Eight citizens who each said something at the same step."""
    bridge = hands.she.sprint.bridge
    bridge.do(invite(bridge.document, bridge.ids, 8, track=Track.SPENT))
    for who in sorted(bridge.document.table(Participant).values(), key=lambda one: one.order):
        words = f"Ik zou hier meteen de telefoon pakken, zegt {who.code}."
        bridge.do(write_remark(bridge.document, bridge.ids, STEP, words, participant_id=who.id, note_taker="AB"))
    return hands


def remarks(hands: Hands) -> list[Observation]:
    return sorted(hands.she.document.table(Observation).values(), key=lambda one: one.id)


def test_two_wordings_stand_side_by_side_and_a_key_decides(eight: Hands, tmp_path: Path) -> None:
    bridge, stick = eight.she.sprint.bridge, tmp_path / "stick.sprint"
    page = eight.open("study_privacy")
    assert isinstance(page, PrivacyTab)
    eight.messages.expect(stick)
    eight.press("Kopie voor de tweede notulist", page)
    assert "stick.sprint" in eight.messages.said[-1]
    first, second, third = remarks(eight)[:3]
    other = Workspace.open(stick, Folders(tmp_path / "other laptop"))
    for one in (first, second, third):
        other.do(change_remark(other.document, one.id, text=f"daar: {one.text}", note_taker="CD"))
    other.close()
    for one in (first, second, third):
        bridge.do(change_remark(bridge.document, one.id, text=f"hier: {one.text}"))

    eight.messages.expect(stick)
    eight.press("Voeg een kopie toe", page)
    assert "3 keer staan twee teksten naast elkaar." in page.report.text()
    for key, left in ((Qt.Key.Key_1, 2), (Qt.Key.Key_2, 1), (Qt.Key.Key_3, 0)):
        eight.she.qtbot.waitUntil(lambda: QApplication.focusWidget() is page.wordings.rows[0])
        words = page.wordings.rows[0].accessibleName()
        assert "hier:" in words
        assert "daar:" in words
        QTest.keyClick(page.wordings.rows[0], key)
        assert len(page.wordings.rows) == left
    texts = [one.text.partition(":")[0] for one in remarks(eight)]
    assert sorted(texts).count("hier") == 2
    assert sorted(texts).count("daar") == 2
    eight.messages.expect(stick)
    eight.press("Voeg een kopie toe", page)
    assert eight.messages.said[-1] == "De kopie bevat niets nieuws. Er is niets veranderd."
    eight.she.do("undo")
    assert len(page.wordings.rows) == 1, "a decision is one entry"


def test_eight_citizens_fit_on_a_small_screen_and_their_advice_is_taken_over_beside_the_journey(eight: Hands) -> None:
    bridge = eight.she.sprint.bridge
    eight.she.window.resize(1280, 720)
    page = eight.open("study_patterns")
    assert isinstance(page, PatternsTab)
    eight.she.qtbot.waitUntil(lambda: page.wall.is_tight)
    assert page.wall.horizontalScrollBar().maximum() == 0
    cards = sorted(page.wall.cards.values(), key=lambda card: card.x())
    assert len({card.y() for card in cards}) == 1
    assert all(left.geometry().right() < right.x() for left, right in pairwise(cards))

    bridge.do(mark_pattern(bridge.document, bridge.ids, [one.id for one in remarks(eight)], "Bellen werkt"))
    (pattern,) = bridge.document.table(Pattern)
    bridge.do(draw_insight(bridge.document, pattern, "Een mens stelt gerust."))
    bridge.do(give_advice(bridge.document, pattern, "Zet het nummer groot.", "Samira"))
    answers = eight.open("study_answers")
    assert isinstance(answers, AnswersTab)
    eight.press("Klantreis per stap", answers)
    (row,) = answers.steps.advice.rows
    QTest.mouseClick(row.accept, CLICK)
    assert bridge.document.require(Pattern, pattern).state is PatternState.ACCEPTED
    assert not answers.steps.advice.isVisible()

    # What the team claims and nobody showed stays, and is told.
    claimed = next(one for one in bridge.document.table(Step).values() if one.id == "step-tobe-4")
    assert claimed.evidence is Evidence.PATTERN
    assert answers.steps.claims.isVisible()
    before = {one.id: one.evidence for one in bridge.document.table(Step).values()}
    if answers.steps.write.isVisible():
        eight.press("Zet de niveaus op de klantreis", answers)
    after = {one.id: one.evidence for one in bridge.document.table(Step).values()}
    assert all(after[one] >= before[one] for one in before)
    assert any(
        "team zegt V3" in answers.steps.table.item(row, 1).text() for row in range(answers.steps.table.rowCount())
    )
