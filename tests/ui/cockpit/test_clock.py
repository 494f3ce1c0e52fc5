"""The clock rings, lights up, notices a sleep and a late day, and keeps a moment at each end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from sprint.chimes import Chime
from sprint.clock import SignalKind, elapsed, remaining
from sprint.edits.programme import change_block
from sprint.records import Block, RunState, TimerRun
from sprint.rhythm import kept_time
from tests.ui.cockpit.conftest import MINUTE, Room
from ui.cockpit.run_clock import RunClock
from ui.cockpit.sound import Beeper, SystemPlayer, WindowsPlayer, find_player
from ui.panels.blocks import BlockNames
from ui.panels.clock_face import CountDown


def figures(room: Room) -> list[str]:
    return [clock.text for clock in room.cockpit.bar.findChildren(CountDown) if clock.isVisible()]


def rings(room: Room, count: int) -> None:
    room.qtbot.waitUntil(lambda: len(room.player.played) == count)


def test_crazy_eights_rings_at_every_box_and_at_the_end(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.pass_by(1.9)
    for ring in range(1, 9):
        assert len(room.player.played) == ring - 1
        room.pass_by(0.2)
        rings(room, ring)
        room.pass_by(0.8)
    room.pass_by(0.2)
    rings(room, 9)
    assert set(room.player.played) == {"bowl"}


def test_the_step_has_a_clock_of_its_own(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.pass_by(3.5)
    assert figures(room) == ["6:30", "0:30"]
    assert "Stap 3 van 9 · Vak 2: een andere manier." in room.words(room.cockpit.bar)


def test_a_jump_begins_a_step_and_leaves_the_clock_of_the_block(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.pass_by(0.5)
    room.press("Volgende stap")
    assert figures(room) == ["9:30", "1:00"]
    room.press("Vorige stap")
    assert figures(room) == ["9:30", "2:00"]
    room.press("Vorige stap")  # there is none before the first
    assert figures(room) == ["9:30", "2:00"]


@pytest.mark.parametrize(
    ("minutes", "lit"),
    [
        (31.9, None),
        (32.05, SignalKind.FIFTH_LEFT),
        (38.05, SignalKind.TWO_MINUTES_LEFT),
        (40.05, SignalKind.END),
    ],
)
def test_it_lights_up_without_a_sound(room: Room, minutes: float, lit: SignalKind | None) -> None:
    room.context.settings.set("sound", False)
    room.cockpit.clock.start("b2")
    room.clock.go_on((minutes - 0.2) * MINUTE)
    room.cockpit.clock._last = room.clock()
    room.pass_by(0.2)
    assert room.cockpit.bar.lit is lit
    assert room.player.played == []


def test_the_end_is_painted_and_the_line_stays_in_overtime(room: Room) -> None:
    bar = room.cockpit.bar
    room.cockpit.clock.start("b1")
    calm = bar.grab().toImage().pixelColor(5, 1)
    room.clock.go_on(9.99 * MINUTE)
    room.cockpit.clock._last = room.clock()
    room.pass_by(0.1)
    amber = room.context.theme.colour("clock_now")
    assert calm != amber
    assert bar.grab().toImage().pixelColor(5, 1).red() == pytest.approx(amber.red(), abs=3)
    bar._put_out()
    assert bar.grab().toImage().pixelColor(5, 1).red() == pytest.approx(amber.red(), abs=3)


def test_another_chime_can_be_chosen(room: Room) -> None:
    room.context.settings.set("chime", "wood")
    room.cockpit.chimes.ring()
    room.qtbot.waitUntil(lambda: room.player.played == ["wood"])


def test_the_player_of_the_system_is_found(qapp: QObject) -> None:
    there = {"aplay": "/usr/bin/aplay"}
    assert isinstance(find_player(qapp, "win32"), WindowsPlayer)
    assert isinstance(find_player(qapp, "linux", lambda name: there.get(name, "")), SystemPlayer)
    assert isinstance(find_player(qapp, "linux", lambda _name: ""), Beeper)


def test_a_player_that_cannot_start_is_written_in_the_log(
    room: Room, caplog: pytest.LogCaptureFixture, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("the chime did not sound")
    player = SystemPlayer((str(tmp_path / "gone"),), room.window)
    player.play(tmp_path / f"{Chime.BELL}.wav")
    room.qtbot.waitUntil(lambda: "did not sound" in caplog.text)


# ---- sleep and other absences


def test_after_a_sleep_it_asks_in_passing_and_counts_until_told_otherwise(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.pass_by(5)
    room.sleep(32)
    assert room.notices.texts == {"away": "De laptop sliep 32 minuten. Telt die tijd mee?"}
    assert remaining(room.run, room.clock()) == pytest.approx(3 * MINUTE, abs=1)
    room.press("Telt niet mee")
    assert remaining(room.run, room.clock()) == pytest.approx(35 * MINUTE, abs=1)
    assert room.notices.texts == {}


def test_a_sleep_that_counts_is_not_asked_again(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.sleep(10)
    room.press("Telt mee")
    room.pass_by(0.1)
    assert elapsed(room.run, room.clock()) == pytest.approx(10 * MINUTE + 6, abs=1)
    assert room.notices.texts == {}


def test_a_pause_before_the_answer_loses_nothing(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.pass_by(5)
    room.sleep(32)
    room.press("Pauze")
    room.press("Telt niet mee")
    assert room.run.state is RunState.PAUSED
    assert elapsed(room.run, room.clock()) == pytest.approx(5 * MINUTE, abs=1)


def test_a_second_sleep_before_the_answer_is_added(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.sleep(10)
    room.sleep(5)
    assert "15 minuten" in room.notices.texts["away"]
    room.press("Telt niet mee")
    assert elapsed(room.run, room.clock()) == pytest.approx(0, abs=1)


def test_a_short_sleep_counts_without_a_question(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.sleep(0.5)
    assert room.notices.texts == {}


def test_the_question_goes_when_the_block_is_done(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.sleep(10)
    room.press("Klaar")
    assert room.notices.texts == {}


def test_a_clock_that_was_set_is_told_and_changes_nothing(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.pass_by(1)
    room.clock.wall -= 60 * MINUTE
    room.pass_by(0.1)
    assert remaining(room.run, room.clock()) == pytest.approx(39 * MINUTE - 6, abs=1)
    assert room.messages.said == ["De klok van de laptop is 60 minuten verzet. De tijd van de oefening klopt nog."]


@pytest.mark.parametrize(
    ("boot", "minutes", "asked"),
    [("boot", 32, True), ("boot", 2, False), ("other", 32, True), ("other", 2, True)],
)
def test_what_happened_while_the_program_was_closed(room: Room, boot: str, minutes: int, asked: bool) -> None:
    room.cockpit.clock.start("b2")
    room.cockpit.clock.end()
    room.clock.go_on(minutes * MINUTE)
    here = room.clock.__call__
    room.bridge.read_clock = lambda: replace(here(), boot_id=boot)
    again = RunClock(room.bridge, BlockNames(room.context.texts), room.window)
    seen: list[object] = []
    again.was_away.connect(seen.append)
    again.begin()
    assert bool(seen) is asked
    assert elapsed(room.run, room.bridge.read_clock()) == pytest.approx(minutes * MINUTE, abs=1)
    again.end()


def test_two_rooms_share_one_clock_and_each_keeps_its_minutes(room: Room) -> None:
    room.workspace.do(change_block(room.document, "b5", is_parallel=True))
    room.cockpit.clock.start("b4")
    assert any(words.endswith(" + 1 zaal") for words in room.words(room.cockpit.bar))
    room.pass_by(5)
    room.press("Pauze")
    room.pass_by(3)
    room.press("Verder")
    room.pass_by(4)
    room.press("Klaar")
    lived = {run.block_id: run.counted_seconds for run in room.document.table(TimerRun).values()}
    assert lived == {"b4": pytest.approx(9 * MINUTE, abs=2), "b5": pytest.approx(9 * MINUTE, abs=2)}
    block = room.cockpit.clock.block
    assert block is not None
    assert block.id == "b6"


def test_now_and_then_it_is_written_down_so_that_a_reboot_loses_seconds(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.pass_by(1.9)
    assert 1.9 * MINUTE - 11 <= room.run.counted_seconds <= 1.9 * MINUTE
    assert not room.workspace.history.can_undo


# ---- the day


def test_a_late_start_makes_the_day_run_behind(room: Room) -> None:
    assert "op tijd" in room.words(room.cockpit.bar)
    room.sleep(6)
    assert "6 min achter" in room.words(room.cockpit.bar)
    room.cockpit.clock.start("b1")
    room.pass_by(1)
    assert "6 min achter" in room.words(room.cockpit.bar)


def test_an_early_finish_wins_time(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.pass_by(4)
    room.press("Klaar")
    assert "6 min voor" in room.words(room.cockpit.bar)


def test_a_sprint_that_nobody_lives_today_is_never_behind(room: Room) -> None:
    room.clock.wall += 40 * 24 * 60 * MINUTE
    room.cockpit.clock.look_at_day()
    assert not any("achter" in word for word in room.words(room.cockpit.bar))


def test_a_day_offers_its_page_before_the_first_block_and_behind_the_last(room: Room) -> None:
    asked: list[bool] = []
    room.cockpit.day_page_wanted.connect(lambda: asked.append(True))
    day = room.cockpit.bar.day_button
    assert (day.isVisible(), day.text()) == (True, "Dag openen")
    day.click()
    assert asked == [True]
    room.cockpit.clock.start("b1")
    assert not day.isVisible()
    for block_id in ("b2", "b3", "b4", "b5", "b6"):
        room.cockpit.clock.start(block_id)
    room.press("Klaar")
    assert room.cockpit.clock.block is not None
    assert room.cockpit.clock.block.id == "c1"
    assert (day.isVisible(), day.text()) == (True, "Sluit de dag")
    day.click()
    assert asked == [True, True]


def test_ninety_minutes_without_a_break_are_said_quietly(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.sleep(89)
    assert not any("zonder pauze" in word for word in room.words(room.cockpit.bar))
    room.press("Telt mee")
    room.sleep(1.5)
    assert any("90 min zonder pauze" in word for word in room.words(room.cockpit.bar))
    room.cockpit.clock.start("b3")
    room.sleep(10)
    room.cockpit.clock.start("b4")
    room.pass_by(0.1)
    assert not any("zonder pauze" in word for word in room.words(room.cockpit.bar))


def test_the_end_of_an_exercise_is_a_moment_and_a_break_is_none(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.cockpit.clock.start("b3")
    room.press("Klaar")
    room.qtbot.waitUntil(lambda: room.workspace.moments == ["Na Schets 3: gekke achten"])
    assert room.workspace.store.mirrors == 1


def test_an_end_just_before_closing_is_kept_too(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.cockpit.clock.finish()
    room.cockpit.end()
    assert room.workspace.moments == ["Na Schets 4: oplossingsschets"]


def test_planned_and_actual_are_kept(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.pass_by(4)
    room.press("+5 min")
    room.pass_by(8)
    room.press("Klaar")
    kept = kept_time(room.document, room.document.require(Block, "b1"), room.clock())
    assert kept is not None
    assert (kept.planned, round(kept.actual)) == (10 * MINUTE, 12 * MINUTE)


def test_looking_only_never_writes(room: Room) -> None:
    room.cockpit.clock.start("b2")
    room.workspace.is_read_only = True
    room.pass_by(2)
    assert room.run.counted_seconds == 0
    assert room.messages.said == []


def test_nothing_slips_under_the_pointer_when_the_clock_starts_and_the_day_falls_behind(room: Room) -> None:
    bar = room.cockpit.bar
    room.window.resize(1600, 800)
    room.qtbot.waitUntil(lambda: bar.width() >= 1400)
    start = bar.start_button.geometry()
    room.press("Start de klok")
    room.pass_by(1)
    buttons = (bar.pause_button, bar.done_button, bar.more_button, bar.five_button, bar.back_button, bar.next_button)
    assert all(button.isVisible() for button in buttons)
    places = [button.geometry() for button in buttons]
    assert places[0] == start
    assert not bar.proposals_button.isVisible()
    room.pass_by(30, step=30)
    assert bar.proposals_button.isVisible()
    QApplication.processEvents()
    assert [button.geometry() for button in buttons] == places
    room.press("Pauze")
    QApplication.processEvents()
    assert [button.geometry() for button in buttons] == places


def test_a_window_without_room_leaves_out_what_matters_least(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.pass_by(1)
    room.window.resize(1100, 700)
    room.qtbot.waitUntil(lambda: room.cockpit.bar.width() < 1100)
    shown = [button.accessibleName() for button in room.cockpit.bar.findChildren(type(room.cockpit.bar.pause_button))]
    assert "+5 min" in shown
    assert not room.cockpit.bar.five_button.isVisible()
    assert room.cockpit.bar.more_button.isVisible()
    assert figures(room) == ["9:00", "1:00"]
