"""The routes beside the canvas: figures that say how they were counted, and places to look at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from sprint.diff import make_diff
from sprint.edits.journey import change_step, link_steps
from sprint.records import Answer, Instrument, Journey, LinkKind, Participant, Question, StepKind, Track
from tests.helpers.stage import Stage
from ui.journey.routes import RoutesPanel


@pytest.fixture
def panel(stage: Stage) -> Iterator[RoutesPanel]:
    document, bridge = stage.document, stage.bridge
    bridge.do(change_step(document, "s1", kind=StepKind.TRIGGER))
    bridge.do(change_step(document, "s4", kind=StepKind.END))
    for source, target in (("s1", "s2"), ("s2", "s4")):
        bridge.do(link_steps(document, bridge.ids, source, target))
    made = RoutesPanel(stage.context, bridge)
    stage.show(made, 340, 900)
    made.show_journey("j")
    stage.qtbot.waitUntil(lambda: made.facts is not None)
    yield made
    made.stop()


def words(panel: RoutesPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def value(panel: RoutesPanel, name: str) -> str:
    return next(said for title, said, _ in panel.figures.lines if title == name)


def test_a_route_is_told_in_figures(panel: RoutesPanel) -> None:
    assert "1 route van iedereen" in words(panel)
    assert (value(panel, "Stappen"), value(panel, "Contacten"), value(panel, "In één keer door")) == ("3", "1", "ja")


def test_every_figure_says_how_it_was_counted_when_asked(panel: RoutesPanel) -> None:
    how = "Stappen met het kanaal brief."
    assert how not in words(panel)
    QTest.mouseClick(panel.how, Qt.MouseButton.LeftButton)
    assert how in words(panel)


def test_a_step_that_nobody_gets_to_is_named_and_one_click_away(panel: RoutesPanel, stage: Stage) -> None:
    went: list[str] = []
    panel.step_requested.connect(went.append)
    assert "Niet te bereiken (1)" in words(panel)
    links = [one for one in panel.findChildren(QPushButton) if one.accessibleName() == "Ga naar “Hoort niets”"]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert went == ["s3"]


def test_the_panel_follows_the_document_and_the_eyes(panel: RoutesPanel, stage: Stage) -> None:
    document, bridge = stage.document, stage.bridge
    bridge.do(link_steps(document, bridge.ids, "s2", "s3", LinkKind.ALTERNATIVE))
    bridge.do(link_steps(document, bridge.ids, "s3", "s4"))
    stage.qtbot.waitUntil(lambda: "2 routes van iedereen" in words(panel))
    bridge.do(change_step(document, "s3", track=Track.SPENT))
    panel.look_through("bram", Track.SAVED)
    stage.qtbot.waitUntil(lambda: "1 route van Bram · Tijd bespaard" in words(panel))
    assert not [text for text in words(panel) if text.startswith("Niet te bereiken")]


def test_only_the_last_question_is_answered(panel: RoutesPanel, stage: Stage) -> None:
    shown: list[list[str]] = []
    panel.route_shown.connect(shown.append)
    for _ in range(5):
        panel.read()
    stage.qtbot.waitUntil(lambda: bool(shown))
    assert shown == [["s1", "s2", "s4"]]


def test_a_target_is_the_teams_own_and_can_be_undone(panel: RoutesPanel, stage: Stage) -> None:
    assert panel.targets[Track.SPENT].currentText() == "9"
    panel.targets[Track.SPENT].chosen.emit(8.5)
    assert stage.document.require(Journey, "j").target_spent == 8.5
    stage.workspace.undo()
    assert stage.document.require(Journey, "j").target_spent == 9.0


def test_targets_stand_beside_the_school_marks_that_citizens_gave(panel: RoutesPanel, stage: Stage) -> None:
    assert "Inwoners hebben nog geen cijfer gegeven" in panel.marks.text()
    people = [Participant(id=f"m{n}", code=f"Z{n}", track=Track.SAVED if n else Track.SPENT) for n in range(6)]
    mark = Question(id="mark", instrument=Instrument.MARK, journey_id="j", lowest=1, highest=10)
    answers = [
        Answer(id=f"a{n}", question_id="mark", participant_id=f"m{n}", value=value)
        for n, value in enumerate((9.0, 8.0, 8.0, 8.0, 9.0, 8.0))
    ]
    stage.bridge.do(make_diff("edit.add_question", [(None, one) for one in (mark, *people, *answers)]))
    panel.read()
    stage.qtbot.waitUntil(lambda: "gemiddeld 8,2 (n = 5). Het doel 7 is gehaald." in panel.marks.text())
    assert "9 (n = 1)" in panel.marks.text(), "one mark is shown and not averaged"
