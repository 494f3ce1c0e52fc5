"""The timetable under the mouse: blocks stand at their time, and go where they are put."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from sprint.agenda import BlockState
from sprint.diff import make_diff
from sprint.edits.clock import finish_run, open_runs, start_run
from sprint.edits.planner import fix_block, hold_in_room, skip_blocks
from sprint.programme.programmes import load_programme
from sprint.records import Block, Day
from tests.helpers.stage import Stage
from tests.ui.planner.conftest import Hands
from ui.planner.tile import Grip


def start(stage: Stage, block_id: str) -> None:
    for run in open_runs(stage.document):
        stage.bridge.record(finish_run(stage.document, run.id, stage.clock(), "at"))
    stage.bridge.record(start_run(stage.document, stage.bridge.ids, block_id, stage.clock(), "at"))


def test_a_block_stands_at_its_time_and_is_as_high_as_its_minutes(hands: Hands) -> None:
    scale = hands.programme.timetable.geometry_now.per_minute
    first, last = hands.tile("b0"), hands.tile("b3")
    assert abs((last.y() - first.y()) - 45 * scale) <= 2
    assert abs((last.height() - hands.tile("b1").height()) - 25 * scale) <= 2
    assert hands.tile("b4").x() > first.x() + first.width()


def test_a_block_dragged_above_another_comes_before_it(hands: Hands) -> None:
    hands.drag("b3", hands.above("b1"))
    assert hands.order("day1") == ["b0", "b3", "b1", "b2"]
    assert hands.undo_name() == "Onderdeel verplaatsen"
    hands.stage.bridge.undo()
    assert hands.order("day1") == ["b0", "b1", "b2", "b3"]


def test_a_block_dragged_to_another_day_stands_there(hands: Hands) -> None:
    hands.drag("b1", hands.below("b4"))
    assert hands.order("day1") == ["b0", "b2", "b3"]
    assert hands.order("day2") == ["b4", "b1"]
    assert hands.tile("b1").view.when == "09:30–09:50"
    assert hands.tile("b1").x() == hands.tile("b4").x()


def test_a_block_let_go_where_it_was_changes_nothing(hands: Hands) -> None:
    hands.drag("b1", hands.below("b1") + QPoint(12, 0))
    assert hands.order("day1") == ["b0", "b1", "b2", "b3"]
    assert hands.undo_name() == ""


def test_escape_gives_up_a_drag(hands: Hands) -> None:
    before = hands.tile("b3").geometry()
    tile = hands.take("b3")
    target = hands.above("b1")
    hands.carry(tile, target)
    assert tile.grip is Grip.WHOLE
    QTest.keyClick(tile, Qt.Key.Key_Escape)
    assert tile.geometry() == before
    hands.drop(tile, target)
    assert hands.order("day1") == ["b0", "b1", "b2", "b3"]


def test_a_small_tremble_of_the_mouse_is_a_click(hands: Hands) -> None:
    tile = hands.take("b1")
    QTest.mouseMove(tile, QPoint(tile.width() // 2 + 1, 8))
    assert tile.grip is Grip.NOTHING
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=QPoint(tile.width() // 2 + 1, 8))
    assert hands.programme.chosen == "b1"


def test_the_lower_edge_is_pulled_in_steps_of_five_minutes(hands: Hands) -> None:
    hands.pull("b1", 12)
    assert hands.block("b1").minutes == 30
    assert hands.undo_name() == "Onderdeel op 30 minuten zetten"
    assert hands.tile("b2").view.when == "10:15–10:25"


def test_with_shift_the_edge_is_pulled_to_the_minute(hands: Hands) -> None:
    hands.pull("b1", 3, exactly=True)
    assert hands.block("b1").minutes == 23


def test_a_block_never_gets_shorter_than_a_step(hands: Hands) -> None:
    hands.pull("b1", -200)
    assert hands.block("b1").minutes == 5


def test_nothing_moves_in_a_sprint_that_is_only_looked_at(hands: Hands) -> None:
    hands.stage.workspace.is_read_only = True
    hands.programme.timetable.show_plan(hands.programme.plan)
    hands.drag("b3", hands.above("b1"))
    hands.pull("b1", 30)
    assert hands.order("day1") == ["b0", "b1", "b2", "b3"]
    assert hands.block("b1").minutes == 20
    assert hands.stage.messages.said == []


def test_what_was_on_the_clock_stays_in_its_day_and_says_so(hands: Hands) -> None:
    start(hands.stage, "b0")
    hands.drag("b0", hands.below("b4"))
    assert hands.order("day2") == ["b4"]
    assert any("op de klok" in said for said in hands.stage.messages.said)


def test_done_and_now_are_told_in_words_too(hands: Hands) -> None:
    start(hands.stage, "b0")
    start(hands.stage, "b1")
    assert hands.tile("b0").view.state is BlockState.DONE
    assert hands.tile("b0").accessibleName().endswith("klaar")
    assert hands.tile("b1").accessibleName().endswith("nu bezig")


def test_a_skipped_block_waits_below_its_day(hands: Hands) -> None:
    hands.stage.bridge.do(skip_blocks(hands.stage.document, ["b1"]))
    assert hands.tile("b1").y() > hands.tile("b3").geometry().bottom()
    assert hands.tile("b2").view.when == "09:45–09:55"
    assert hands.tile("b1").accessibleName().endswith("overgeslagen")


def test_two_rooms_stand_side_by_side(hands: Hands) -> None:
    hands.stage.bridge.do(hold_in_room(hands.stage.document, "b3", "Kamer 2", True))
    left, right = hands.tile("b2"), hands.tile("b3")
    assert left.y() == right.y()
    assert right.x() >= left.geometry().right()
    assert "Kamer 2" in right.accessibleName()


def test_a_fixed_block_tells_its_time(hands: Hands) -> None:
    hands.stage.bridge.do(fix_block(hands.stage.document, "b3", "lunch", 11 * 60))
    assert hands.tile("b3").view.when == "11:00–11:45"
    assert "vast om 11:00" in hands.tile("b3").accessibleName()


def test_a_day_tells_its_times_sums_and_problems(hands: Hands) -> None:
    head = hands.programme.timetable.heads["day1"]
    assert head.lines == ("Dag 1", "Begrijpen", "09:30–11:00", "1 u 20 werk · 10 min pauze")
    day = hands.stage.document.require(Day, "day1")
    hands.stage.bridge.do(make_diff("edit.change_day", [(day, replace(day, end="10:30"))]))
    assert "1 punt om te bekijken" in head.accessibleName()


def test_the_words_follow_the_language(hands: Hands) -> None:
    document, programme = hands.stage.document, load_programme("four_day")
    title = programme.days[3].title
    named = next(block for block in programme.days[3].blocks if block.title is not None)
    assert named.title is not None
    day, block = document.require(Day, "day1"), document.require(Block, "b0")
    ours = [(day, replace(day, title=title.nl)), (block, replace(block, title=named.title.nl))]
    hands.stage.bridge.do(make_diff("edit.change_day", ours))
    hands.stage.context.texts.set_language("en")
    assert hands.programme.timetable.heads["day1"].lines[1] == title.en != title.nl
    assert hands.tile("b0").view.title == named.title.en != named.title.nl
    assert hands.tile("b0").accessibleName().endswith("to come")
    assert hands.programme.timetable.heads["day1"].lines[0] == "Day 1"


def test_whole_days_fit_in_the_window(hands: Hands) -> None:
    hands.press("Hele dagen in beeld")
    timetable = hands.programme.timetable
    assert timetable.geometry_now.whole_height <= timetable.height()
    hands.press("Hele dagen in beeld")
    hands.pull("b3", 400)
    assert timetable.geometry_now.whole_height > timetable.height()
    hands.press("Hele dagen in beeld")
    assert timetable.geometry_now.whole_height <= timetable.height()
