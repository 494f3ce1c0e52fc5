"""The present and the desired journey beside each other, and the review of steps that may be the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sprint.edits.delete import delete
from sprint.edits.fork import fork_journey
from sprint.edits.journey import add_step, change_step, rename
from sprint.journeys import steps_of
from sprint.records import Channel, Freedom, Journey, JourneyKind, Phase, Step
from tests.helpers.stage import Stage
from ui.journey.comparison import ComparisonPage
from ui.journey.matching import MatchDialog


@pytest.fixture
def later(stage: Stage) -> str:
    """A desired journey in which a legal step is gone, one is new and one is done otherwise."""
    document, bridge = stage.document, stage.bridge
    bridge.do(change_step(document, "s2", freedom=Freedom.MUST))
    diff = fork_journey(document, bridge.ids, "j", "Straks")
    bridge.do(diff)
    made = next(after.id for _, after in diff.changes.values() if isinstance(after, Journey))
    steps = steps_of(document, made)
    bridge.do(delete(document, [steps[1].id]))
    bridge.do(change_step(document, steps[2].id, wait_days=3, feeling=1, channel=Channel.MESSAGE))
    bridge.do(add_step(document, bridge.ids, made, after=steps[3].id, title="Krijgt een bedankje"))
    return made


@pytest.fixture
def page(stage: Stage, later: str) -> ComparisonPage:
    made = ComparisonPage(stage.context, stage.bridge)
    stage.show(made, 1000, 700)
    made.show_pair("j", later)
    return made


def table(page: ComparisonPage) -> list[tuple[str, ...]]:
    rows = page.table.rows
    return [tuple(rows.index(row, column).data() for column in range(3)) for row in range(rows.rowCount())]


def words(page: ComparisonPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_only_what_changes_stands_in_the_table_until_all_is_asked_for(page: ComparisonPage) -> None:
    assert table(page) == [
        ("Logt in", "", "vervalt, maar hier geldt een wet"),
        ("Hoort niets", "Hoort niets", "geen kanaal wordt bericht · wachten: 21 wordt 3 dagen · gevoel – wordt +1"),
        ("", "Krijgt een bedankje", "nieuw"),
    ]
    page.only_changes.click()
    assert len(table(page)) == 5


def test_a_legal_step_that_is_gone_is_pointed_out_in_words(page: ComparisonPage) -> None:
    assert "1 stap vervalt waar een wet om vraagt. Laat een jurist meekijken." in words(page)
    assert "1 stap vervalt · 1 nieuwe stap · 1 stap wordt anders" in words(page)


def test_the_totals_stand_beside_it_and_follow_the_document(page: ComparisonPage, stage: Stage, later: str) -> None:
    assert ("Wachtdagen", "21 wordt 3") in [(name, value) for name, value, _ in page.figures.lines]
    stage.bridge.do(change_step(stage.document, steps_of(stage.document, later)[1].id, wait_days=1))
    stage.qtbot.waitUntil(lambda: ("Wachtdagen", "21 wordt 1") in [line[:2] for line in page.figures.lines])


def test_enter_goes_to_the_step_where_it_stands(page: ComparisonPage, stage: Stage, later: str) -> None:
    went: list[str] = []
    page.step_requested.connect(went.append)
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.table.selectRow(2)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert [stage.document.require(Step, step_id).journey_id for step_id in went] == ["j", later]


def test_two_boards_stand_one_above_the_other(page: ComparisonPage, later: str) -> None:
    page.show_mode("boards")
    assert [board.journey_id for board in page.boards] == ["j", later]
    assert all(board.isVisible() for board in page.boards)


def test_a_journey_is_not_compared_with_itself(page: ComparisonPage) -> None:
    page.show_pair("j", "j")
    assert not page.table.isVisible()
    assert any(text.startswith("Kies twee klantreizen") for text in words(page))


def test_the_comparison_speaks_english(page: ComparisonPage, stage: Stage) -> None:
    stage.context.texts.set_language("en")
    assert table(page)[0][2] == "goes, but a law applies here"
    assert "1 step goes · 1 new step · 1 step changes" in words(page)


def test_steps_of_separate_journeys_are_matched_by_key_and_as_one_edit(stage: Stage) -> None:
    document, bridge = stage.document, stage.bridge
    document.apply(fork_journey(document, bridge.ids, "j", "Apart", JourneyKind.TO_BE, lanes=()))
    apart = next(one.id for one in document.table(Journey).values() if one.title == "Apart")
    for step in steps_of(document, apart):
        document.apply(change_step(document, step.id, lineage=step.id))
    document.apply(rename(document, steps_of(document, apart)[0].id, "Ziet veel afval"))
    dialog = MatchDialog(stage.context, bridge, "j", apart)
    stage.show(dialog, 720, 500)
    dialog.list.setFocus()
    assert dialog.list.item(0).text().startswith("Ziet afval  –  Ziet veel afval   (")
    QTest.keyClick(dialog.list, Qt.Key.Key_J)
    QTest.keyClick(dialog.list, Qt.Key.Key_N)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert list(dialog.approved) == ["s1", "s3"]
    QTest.mouseClick(dialog.couple, Qt.MouseButton.LeftButton)
    known = {step.lineage or step.id for step in steps_of(document, "j")}
    assert [step.lineage in known for step in steps_of(document, apart)] == [True, False, True, False]
    assert stage.undo_names() == 1
    assert document.table(Phase)


def test_half_a_point_of_feeling_is_not_rounded_away(page: ComparisonPage, stage: Stage) -> None:
    bridge = stage.bridge
    first, *_, last = steps_of(bridge.document, "j")
    bridge.do(change_step(bridge.document, first.id, feeling=-3))
    bridge.do(change_step(bridge.document, last.id, feeling=0))
    page.refresh()
    said = {name: value for name, value, _ in page.figures.lines}
    assert said["Piek en einde"].startswith("−1,5 wordt ")
