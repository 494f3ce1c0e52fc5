"""Before a day begins, in the whole program: the timetable is changed, undone, and own exercises come along."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sprint.agenda import blocks_of, days_of
from sprint.records import Block
from tests.helpers.facilitator import Facilitator
from ui.panels.route_rows import CanvasRow, DayRow
from ui.planner.page import PlannerPage


def planner(she: Facilitator) -> PlannerPage:
    she.keys("Alt+3")
    page = she.sprint.bench.planner
    she.qtbot.waitUntil(lambda: bool(page.programme.plan.days))
    return page


def test_the_timetable_is_changed_by_keys_and_undone_by_the_window(she: Facilitator) -> None:
    she.do("open_example")
    page = planner(she)
    assert she.sprint.situation().surface == "planner"
    block = blocks_of(she.document, days_of(she.document)[1].id)[3]
    page.programme.go_to(block.id)
    tile = page.programme.timetable.tiles[block.id]
    QTest.keyClick(tile, Qt.Key.Key_Plus)
    QTest.keyClick(tile, Qt.Key.Key_Plus)
    assert she.document.require(Block, block.id).minutes == block.minutes + 10
    assert she.program.actions["undo"].text().endswith("minuten zetten")
    she.keys("Ctrl+Z")
    assert she.document.require(Block, block.id) == block
    she.saved()


def test_an_exercise_of_ones_own_comes_along_to_the_next_sprint(she: Facilitator) -> None:
    she.do("open_example")
    planner(she)
    she.press("Invoegen")
    she.type_in("Naam van uw onderdeel", "Wandeling door de wijk")
    she.press("Bewaar in bibliotheek")
    she.press("Voeg toe")
    assert any(block.title == "Wandeling door de wijk" for block in she.document.table(Block).values())
    assert "Wandeling door de wijk" in she.notices()
    she.do("close_sprint")
    she.do("new_sprint")
    she.type_in("Wat wil de inwoner?", "Ik wil verhuizen")
    she.press("Sprint beginnen")
    insert = planner(she).programme.insert
    she.press("Invoegen")
    insert.search.setFocus()
    QTest.keyClicks(insert.search, "wandeling")
    assert insert.current is not None
    assert insert.current.title == "Wandeling door de wijk"


def test_a_day_on_the_rail_opens_its_page_and_the_planner_is_no_part_of_the_route(she: Facilitator) -> None:
    she.do("open_example")
    bench = she.sprint.bench
    canvas = next(row for row in bench.rail.findChildren(CanvasRow))
    assert canvas.isChecked()
    second = days_of(she.document)[1]
    row = next(row for row in bench.rail.findChildren(DayRow) if second.title in row.accessibleName())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert (bench.surface, bench.cockpit.day_page.day_id, bench.rail.open_day) == ("day", second.id, second.id)
    assert not canvas.isChecked()
    planner(she)
    assert not canvas.isChecked()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton)
    assert bench.surface == "canvas"
    assert canvas.isChecked()
