"""The clock bar: it starts, pauses, lengthens and ends a block; ticks only repaint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sprint.clock import remaining
from sprint.document import Document
from sprint.records import RunState, TimerRun
from tests.helpers.stage import Stage
from ui.panels.clock_bar import ClockBar
from ui.panels.clock_face import CountDown, TwoLineLabel, clock_text
from ui.widgets.button import Button


@pytest.fixture
def bar(stage: Stage) -> ClockBar:
    made = ClockBar(stage.context, stage.bridge)
    stage.show(made, 1280, 80)
    return made


def press(bar: ClockBar, name: str) -> None:
    button = next(b for b in bar.findChildren(Button) if b.accessibleName() == name and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def figures(bar: ClockBar) -> str:
    return bar.findChildren(CountDown)[0].text


def words(bar: ClockBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


def tick(bar: ClockBar) -> None:
    bar.clock.tick()


def only_run(document: Document) -> TimerRun:
    (run,) = document.table(TimerRun).values()
    return run


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (684.0, "11:24"),
        (683.2, "11:24"),
        (0.4, "0:01"),
        (0.0, "0:00"),
        (-0.9, "0:00"),
        (-1.0, "−0:01"),
        (-200.5, "−3:20"),
    ],
)
def test_time_is_written_as_people_read_it(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


def test_before_the_start_the_next_block_waits(bar: ClockBar) -> None:
    assert words(bar) == ["Straks · 09:30–09:45", "Welkom en spelregels"]
    assert figures(bar) == "15:00"


def test_a_press_starts_the_clock_as_a_fact_that_undo_leaves_alone(stage: Stage, bar: ClockBar) -> None:
    press(bar, "Start de klok")
    run = only_run(stage.document)
    assert (run.block_id, run.state, run.planned_seconds) == ("b0", RunState.RUNNING, 900)
    assert not stage.workspace.history.can_undo
    stage.clock.seconds += 61
    tick(bar)
    assert figures(bar) == "13:59"
    assert words(bar)[0] == "Nu · 09:30–09:45"
    assert only_run(stage.document) is run


def test_pause_stops_the_count_and_going_on_goes_on(stage: Stage, bar: ClockBar) -> None:
    press(bar, "Start de klok")
    stage.clock.seconds += 60
    press(bar, "Pauze")
    stage.clock.seconds += 600
    tick(bar)
    assert figures(bar) == "14:00"
    assert words(bar)[0].startswith("Pauze")
    press(bar, "Verder")
    stage.clock.seconds += 60
    tick(bar)
    assert figures(bar) == "13:00"


def test_a_minute_more_and_done(stage: Stage, bar: ClockBar) -> None:
    press(bar, "Start de klok")
    press(bar, "+1 min")
    assert figures(bar) == "16:00"
    stage.clock.seconds += 30
    press(bar, "Klaar")
    run = only_run(stage.document)
    assert (run.state, run.counted_seconds, run.planned_seconds) == (RunState.FINISHED, 30, 960)
    assert words(bar)[1] == "Hoop en vrees"


def test_over_time_counts_up_with_a_sign_and_a_word(stage: Stage, bar: ClockBar) -> None:
    press(bar, "Start de klok")
    stage.clock.seconds += 900 + 84
    tick(bar)
    assert figures(bar) == "−1:24"
    assert words(bar)[0] == "Over de tijd · 09:30–09:45"


def test_two_minutes_are_told_once(stage: Stage, bar: ClockBar) -> None:
    told: list[str] = []
    bar.two_minutes_left.connect(told.append)
    press(bar, "Start de klok")
    for seconds in (700, 79, 2, 1, 60):
        stage.clock.seconds += seconds
        tick(bar)
    assert told == ["Welkom en spelregels"]


def test_it_ticks_while_it_runs_also_when_nobody_sees_it(stage: Stage, bar: ClockBar) -> None:
    timer = bar.clock.timer
    assert not timer.isActive()
    press(bar, "Start de klok")
    assert timer.isActive()
    bar.hide()  # it must ring all the same
    assert timer.isActive()
    bar.toggle_pause()
    assert not timer.isActive()


def test_a_crash_later_the_time_is_still_right(stage: Stage, bar: ClockBar) -> None:
    press(bar, "Start de klok")
    bar.close()
    stage.clock.seconds += 120
    again = ClockBar(stage.context, stage.bridge)
    stage.show(again, 1280, 80)
    assert figures(again) == "13:00"
    assert remaining(only_run(stage.document), stage.clock()) == 780


def test_without_a_clock_the_space_of_the_window_starts_what_comes_next(stage: Stage, bar: ClockBar) -> None:
    bar.toggle_pause()
    assert only_run(stage.document).block_id == "b0"
    bar.start("b3")
    assert {run.block_id: run.state for run in stage.document.table(TimerRun).values()} == {
        "b0": RunState.FINISHED,
        "b3": RunState.RUNNING,
    }


def test_when_everything_is_done_it_says_so(stage: Stage, bar: ClockBar) -> None:
    bar.start("b4")
    bar.finish()
    assert words(bar) == ["Alle onderdelen zijn klaar"]
    assert [b.accessibleName() for b in bar.findChildren(Button) if b.isVisible()] == ["Sluit de dag"]


def test_a_sprint_that_may_only_be_looked_at_keeps_its_clock(stage: Stage, bar: ClockBar) -> None:
    stage.workspace.is_read_only = True
    press(bar, "Start de klok")
    assert dict(stage.document.table(TimerRun)) == {}
    assert len(stage.messages.said) == 1


def test_another_language_is_spoken_at_once(stage: Stage, bar: ClockBar) -> None:
    stage.context.texts.set_language("en")
    assert words(bar)[0] == "Next · 09:30–09:45"
    press(bar, "Start the clock")
    assert [b.text() for b in bar.findChildren(Button) if b.isVisible()] == ["Done", "+1 min", "Pause"]


def test_words_that_have_no_room_go_on_in_a_second_line(stage: Stage) -> None:
    label = TwoLineLabel("Kort", role="lead")
    stage.show(label, 320, 44)
    assert label.lines() == ["Kort"]
    high = label.minimumSizeHint().height()
    words = "Heet iedereen welkom en lees de opdracht van de sprint hardop voor."
    label.setText(words)
    assert len(label.lines()) == 2 and " ".join(label.lines()) == words
    assert label.minimumSizeHint().height() == high, "nothing moves when the words grow"
    narrow = QFontMetrics(label.font()).horizontalAdvance(words) - 4
    label.resize(narrow, 44)
    assert label.lines() == [words], "a little smaller it has room on one line"
    edge = label.grab(QRect(round(narrow * 0.93), 0, narrow // 16, 44)).toImage()
    assert len({edge.pixel(x, y) for x in range(edge.width()) for y in range(44)}) == 1, "smaller words end before"
    label.resize(320, 44)
    label.setText(words * 3)
    assert len(label.lines()) == 2 and label.lines()[1].endswith("…") and label.toolTip() == words * 3
