"""The rail: days and stations, walked with the arrows, following the clock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sprint.agenda import BlockState
from sprint.diff import make_diff
from sprint.edits.clock import finish_run, open_runs, start_run
from sprint.edits.programme import change_block
from tests.helpers.stage import Stage
from ui.panels.rail import RouteRail
from ui.panels.route_rows import StationRow
from ui.widgets.painted import PaintedButton


@pytest.fixture
def rail(stage: Stage) -> RouteRail:
    made = RouteRail(stage.context, stage.bridge)
    stage.show(made, 248, 640)
    return made


def stations(rail: RouteRail) -> list[StationRow]:
    return sorted((row for row in rail.findChildren(StationRow) if row.isVisible()), key=lambda row: row.y())


def row(rail: RouteRail, name: str) -> PaintedButton:
    return next(r for r in rail.findChildren(PaintedButton) if r.accessibleName().startswith(name) and r.isVisible())


def start(stage: Stage, block_id: str) -> None:
    stage.bridge.record(start_run(stage.document, stage.bridge.ids, block_id, stage.clock(), "at"))


def test_the_open_day_shows_its_stations_with_their_times(rail: RouteRail) -> None:
    found = [(r.station.start, r.station.title, r.station.is_rest) for r in stations(rail)]
    assert [start for start, _, _ in found] == ["09:30", "09:45", "10:05", "10:15"]
    assert [rest for _, _, rest in found] == [False, False, True, False]
    assert found[3][1] == "Klantreis in grote lijnen"
    assert stations(rail)[3].accessibleName() == "Klantreis in grote lijnen, 10:15–11:00, 45 min, komt nog"


def test_a_click_on_a_station_chooses_its_block(stage: Stage, rail: RouteRail) -> None:
    with stage.qtbot.waitSignal(rail.block_chosen) as chosen:
        QTest.mouseClick(row(rail, "Hoop"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["b1"]
    assert [r.station.is_chosen for r in stations(rail)] == [False, True, False, False]


def test_a_click_on_a_day_opens_it(stage: Stage, rail: RouteRail) -> None:
    with stage.qtbot.waitSignal(rail.day_chosen) as chosen:
        QTest.mouseClick(row(rail, "Dag 2"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["day2"]
    assert [r.station.block_id for r in stations(rail)] == ["b4"]


def test_the_arrows_walk_from_the_first_day_to_the_canvas(stage: Stage, rail: RouteRail) -> None:
    row(rail, "Dag 1").setFocus()
    seen = []
    for _ in range(7):
        focused = rail.window().focusWidget()
        assert isinstance(focused, PaintedButton)
        seen.append(focused.accessibleName().split(",")[0])
        QTest.keyClick(focused, Qt.Key.Key_Down)
    assert seen[0] == "Dag 1"
    assert seen[1].startswith("Welkom")
    assert seen[5:] == ["Dag 2", "Klantreis"]
    with stage.qtbot.waitSignal(rail.canvas_requested):
        QTest.keyClick(rail.window().focusWidget(), Qt.Key.Key_Return)


def test_tab_visits_the_rows_in_the_order_in_which_they_stand(stage: Stage) -> None:
    window = QWidget()
    before, after = QPushButton("voor"), QPushButton("na")
    rail = RouteRail(stage.context, stage.bridge)
    column = QVBoxLayout(window)
    for part in (before, rail, after):
        column.addWidget(part)
    stage.show(window, 248, 700)
    rail.open("day2")
    rail.open("day1")
    before.setFocus()
    names = []
    for _ in range(9):
        focused = window.focusWidget()
        names.append((focused.accessibleName() or focused.text()).split(",")[0])
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert [*names[:2], *names[6:]] == ["voor", "Dag 1", "Dag 2", "Klantreis", "na"]
    assert len(set(names)) == 9


def test_the_clock_moves_the_amber_along(stage: Stage, rail: RouteRail) -> None:
    start(stage, "b0")
    start(stage, "b1")
    states = [r.station.state for r in stations(rail)]
    assert states == [BlockState.DONE, BlockState.NOW, BlockState.TO_COME, BlockState.TO_COME]
    assert ", nu" in row(rail, "Hoop").accessibleName()


def test_the_day_of_the_running_block_opens_and_the_day_before_is_done(stage: Stage, rail: RouteRail) -> None:
    start(stage, "b0")
    start(stage, "b4")
    assert rail.open_day == "day2"
    assert row(rail, "Dag 1").accessibleName() == "Dag 1, Begrijpen, klaar"


def test_a_day_opens_where_the_sprint_is(stage: Stage) -> None:
    start(stage, "b3")
    stage.bridge.record(finish_run(stage.document, open_runs(stage.document)[0].id, stage.clock(), "at"))
    made = RouteRail(stage.context, stage.bridge)
    stage.qtbot.addWidget(made)
    assert made.open_day == "day2"


def test_what_is_opened_stands_whole_in_a_low_rail(stage: Stage) -> None:
    rail = RouteRail(stage.context, stage.bridge)
    stage.show(rail, 248, 230)
    for block_id in ("b3", "b1", "b0"):
        rail.show_block(block_id)
        opened = next(row for row in stations(rail) if row.station.block_id == block_id)
        assert opened.visibleRegion().boundingRect() == opened.rect()


def test_a_new_title_and_other_minutes_are_seen_at_once(stage: Stage, rail: RouteRail) -> None:
    stage.bridge.do(change_block(stage.document, "b0", title="Koffie en kennismaken", minutes=30))
    assert [(r.station.title, r.station.start) for r in stations(rail)[:2]] == [
        ("Koffie en kennismaken", "09:30"),
        ("Hoop en vrees", "10:00"),
    ]


def test_a_day_that_goes_takes_its_row_along(stage: Stage, rail: RouteRail) -> None:
    block, day = stage.document.get("b4"), stage.document.get("day2")
    stage.bridge.do(make_diff("edit.delete", [(block, None), (day, None)], count=1))
    days = [r for r in rail.findChildren(PaintedButton) if r.isVisible() and r.accessibleName().startswith("Dag")]
    assert [r.accessibleName() for r in days] == ["Dag 1, Begrijpen, open"]


def test_another_language_is_spoken_everywhere(stage: Stage, rail: RouteRail) -> None:
    stage.context.texts.set_language("en")
    assert stations(rail)[3].station.title == "Journey in broad lines"
    assert row(rail, "Day 1").accessibleName() == "Day 1, Begrijpen, open"
    assert stations(rail)[0].accessibleName().endswith("to come")


def test_an_exercise_nobody_knows_has_a_name_too(stage: Stage, rail: RouteRail) -> None:
    block = stage.document.get("b0")
    stage.bridge.do(make_diff("edit.change_block", [(block, replace(block, exercise="gone"))]))
    assert stations(rail)[0].station.title == "Onderdeel zonder naam"


def test_what_is_next_stays_in_view_when_the_rail_becomes_lower(stage: Stage) -> None:
    rail = RouteRail(stage.context, stage.bridge)
    stage.show(rail)
    rail.resize(rail.width(), 800)
    coming = rail._row_of_now()
    assert coming is not None
    rail.resize(rail.width(), coming.geometry().bottom() - rail._scroll.verticalScrollBar().value() + 60)
    rail.resize(rail.width(), rail.height() - 60)
    bottom = coming.geometry().bottom() - rail._scroll.verticalScrollBar().value()
    assert coming.height() <= bottom + 1 <= rail._scroll.viewport().height()
