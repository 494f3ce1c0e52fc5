"""The cockpit in the whole window: keys from anywhere, and everything written where it belongs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.edits.clock import heartbeat, open_runs
from sprint.records import Block, Note, Observation, RunState
from tests.helpers.facilitator import Facilitator

pytestmark = pytest.mark.usefixtures("with_example")


def space(she: Facilitator) -> None:
    QTest.keyClick(QApplication.focusWidget() or she.window, Qt.Key.Key_Space)


def start_first_block(she: Facilitator) -> str:
    """Start an exercise that has only instructions and notes: on a working surface Space belongs to the work."""
    stations = she.sprint.bench.rail._stations
    block = next(
        one.id for one in she.document.table(Block).values() if one.exercise == "closing" and one.id in stations
    )
    she.sprint.bench.show_block(block)
    she.sprint.bench.cockpit.clock.start(block)
    return block


def test_space_pauses_and_goes_on_from_the_page_of_an_exercise(she: Facilitator) -> None:
    start_first_block(she)
    she.sprint.bench.setFocus()
    space(she)
    assert open_runs(she.document)[-1].state is RunState.PAUSED
    space(she)
    assert open_runs(she.document)[-1].state is RunState.RUNNING


def test_space_in_a_field_is_a_space(she: Facilitator) -> None:
    start_first_block(she)
    line = she.sprint.bench.exercise.notes.line
    line.setFocus()
    space(she)
    assert line.text() == " "
    assert open_runs(she.document)[-1].state is RunState.RUNNING


def test_a_tap_of_space_on_the_canvas_pauses_too(she: Facilitator) -> None:
    start_first_block(she)
    she.sprint.bench.show_canvas()
    she.sprint.bench.canvas.setFocus()
    space(she)
    assert open_runs(she.document)[-1].state is RunState.PAUSED


def test_space_that_is_held_to_pan_leaves_the_clock_alone(she: Facilitator) -> None:
    start_first_block(she)
    canvas = she.sprint.bench.canvas
    she.sprint.bench.show_canvas()
    canvas.setFocus()
    middle = canvas.rect().center()
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas, middle + QPoint(40, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert open_runs(she.document)[-1].state is RunState.RUNNING


def test_the_beat_of_the_clock_does_not_lead_the_rail_away(she: Facilitator) -> None:
    start_first_block(she)
    rail = she.sprint.bench.rail
    other = next(day for day in rail._days if day != rail.open_day)
    rail.open(other)
    she.do("clock_more")
    bridge = she.sprint.bridge
    bridge.record(heartbeat(she.document, open_runs(she.document)[-1].id, bridge.read_clock()))
    assert rail.open_day == other


def test_one_key_captures_from_anywhere_at_the_step_that_is_chosen(she: Facilitator) -> None:
    bench = she.sprint.bench
    block = start_first_block(she)
    bench.show_canvas()
    step = next(iter(she.document.table(Observation).values())).step_id
    bench.canvas.select([step])
    she.keys("Ctrl+Space")
    assert bench.cockpit.strip.line.hasFocus()
    QTest.keyClicks(bench.cockpit.strip.line, "Hier wil iedereen bellen")
    QTest.keyClick(bench.cockpit.strip.line, Qt.Key.Key_Return)
    note = next(note for note in she.document.table(Note).values() if note.text == "Hier wil iedereen bellen")
    assert (note.step_id, note.block_id) == (step, block)
    QTest.keyClick(bench.cockpit.strip.line, Qt.Key.Key_Escape)
    assert not bench.cockpit.strip.isVisible()


def test_rows_of_the_clock_are_on_when_a_block_is(she: Facilitator) -> None:
    actions = she.program.actions
    assert not actions["clock_done"].isEnabled()
    start_first_block(she)
    assert actions["clock_done"].isEnabled()
    she.do("clock_five")
    assert open_runs(she.document)[-1].added_seconds == 300
    she.do("clock_done")
    assert open_runs(she.document) == []
    she.qtbot.waitUntil(lambda: any(m.name.startswith("Na ") for m in she.sprint.bridge.workspace.moments()))


def test_lists_and_the_page_of_the_day_open_and_close(she: Facilitator) -> None:
    bench = she.sprint.bench
    she.do("lists")
    assert bench.cockpit.lists.isVisible()
    assert she.program.actions["lists"].isChecked()
    she.do("day_page")
    assert bench.surface == "day"
    assert bench.cockpit.day_page.isVisible()
    she.do("lists")
    assert not bench.cockpit.lists.isVisible()
    bench.show_canvas()
    assert bench.surface == "canvas"


def test_proposals_lie_over_the_work_and_above_the_clock(she: Facilitator) -> None:
    she.do("proposals")
    panel = she.sprint.bench.cockpit.proposals
    assert panel.isVisible()
    assert panel.geometry().bottom() <= she.sprint.bench.clock.geometry().top()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_sound_is_switched_with_a_word(she: Facilitator) -> None:
    she.do("sound")
    assert not she.session.context.settings.is_on("sound")
    assert "uit" in she.notices()
    she.do("sound")
    assert she.session.context.settings.is_on("sound")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_clock_fits_on_a_small_screen(she: Facilitator, language: str) -> None:
    she.session.context.settings.set("language", language)
    start_first_block(she)
    she.window.resize(1280, 720)
    QApplication.processEvents()
    assert she.window.width() == 1280
    buttons = [
        b for b in she.sprint.bench.clock.findChildren(type(she.sprint.bench.clock.pause_button)) if b.isVisible()
    ]
    assert all(button.geometry().right() <= 1280 for button in buttons)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_what_begins_is_shown_unless_she_draws_or_plans(she: Facilitator) -> None:
    bench, clock = she.sprint.bench, she.sprint.bench.cockpit.clock
    first, second = list(bench.rail._stations)[:2]
    bench.show_day()
    clock.start(first)
    assert (bench.surface, bench.exercise.block_id) == ("exercise", first)
    clock.finish()
    clock.start(second)
    assert bench.exercise.block_id == second
    bench.show_canvas()
    clock.start(first)
    assert bench.surface == "canvas"
