"""The exercise clock is right after sleep, a changed clock, a kill and a reboot: the table of the reliability notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.clock import (
    ClockEvent,
    ClockReading,
    Happening,
    SignalKind,
    anchored,
    elapsed,
    last_look,
    offset_to_step,
    planned_at_start,
    read_clock,
    remaining,
    signals_between,
    step_at,
    what_happened,
)
from sprint.records import RunState, TimerRun
from tests.helpers.clocks import FIRST_BOOT, SECOND_BOOT, reading

MINUTE, HOUR = 60.0, 3_600.0
EXERCISE = 25 * MINUTE
START = reading()


@dataclass(frozen=True)
class Laptop:
    """A laptop to which things happen; `true` is what a stopwatch beside it says."""

    boot: float = START.boot
    wall: float = START.wall
    boot_id: str = FIRST_BOOT
    true: float = 0.0

    def after(self, seconds: float) -> Laptop:
        """Time goes on, awake or asleep: the clock since boot counts sleep too."""
        return Laptop(self.boot + seconds, self.wall + seconds, self.boot_id, self.true + seconds)

    def clock_set(self, seconds: float) -> Laptop:
        """Somebody sets the wall clock."""
        return Laptop(self.boot, self.wall + seconds, self.boot_id, self.true)

    def rebooted(self, seconds: float) -> Laptop:
        """Off and on again, after so many seconds; the clock since boot starts anew."""
        return Laptop(20.0, self.wall + seconds, SECOND_BOOT, self.true + seconds)

    def look(self) -> ClockReading:
        return reading(self.boot, self.wall, self.boot_id)


def started() -> TimerRun:
    return TimerRun(
        id="run",
        block_id="block",
        planned_seconds=EXERCISE,
        boot_id=START.boot_id,
        boot_anchor=START.boot,
        wall_anchor=START.wall,
    )


@pytest.mark.parametrize(
    ("laptop", "left"),
    [
        (Laptop().after(1.3).clock_set(HOUR), 1498.7),
        (Laptop().after(1.3).clock_set(-HOUR), 1498.7),
        (Laptop().after(1.3).after(30 * MINUTE), -301.3),
        (Laptop().after(1.3).after(3), 1495.7),
        (Laptop().after(5).rebooted(10 * MINUTE), 895.0),
        (Laptop().after(5).rebooted(3 * HOUR), 1495.0 - 3 * HOUR),
    ],
    ids=["clock +1 h", "clock -1 h", "asleep for 30 min", "killed, back after 3 s", "rebooted", "off over lunch"],
)
def test_the_time_left_is_what_a_stopwatch_says(laptop: Laptop, left: float) -> None:
    assert remaining(started(), laptop.look()) == pytest.approx(left)
    assert remaining(started(), laptop.look()) == pytest.approx(EXERCISE - laptop.true)


def test_a_pause_does_not_count_and_what_was_counted_stays() -> None:
    paused = anchored(started(), Laptop().after(100).look(), RunState.PAUSED)
    later = Laptop().after(700)
    assert elapsed(paused, later.look()) == pytest.approx(100)
    again = anchored(paused, later.look(), RunState.RUNNING)
    assert elapsed(again, later.after(50).look()) == pytest.approx(150)


def test_a_finished_run_stands_still_over_a_reboot() -> None:
    done = anchored(started(), Laptop().after(100).look(), RunState.FINISHED)
    assert elapsed(done, Laptop().after(100).rebooted(HOUR).look()) == pytest.approx(100)


def test_a_wall_clock_that_went_back_over_a_reboot_takes_nothing_away() -> None:
    halfway = anchored(started(), Laptop().after(100).look(), RunState.RUNNING)
    assert elapsed(halfway, Laptop().after(100).rebooted(-HOUR).look()) == pytest.approx(100)


HAPPENINGS = st.lists(
    st.tuples(st.sampled_from(["after", "clock_set"]), st.floats(0, 1e4)) | st.tuples(st.just("fold"), st.just(0.0)),
    max_size=12,
)


@given(happenings=HAPPENINGS)
def test_within_one_boot_the_clock_is_never_wrong_however_often_it_is_anchored(
    happenings: list[tuple[str, float]],
) -> None:
    laptop, run = Laptop(), started()
    for what, seconds in happenings:
        if what == "fold":
            run = anchored(run, laptop.look(), RunState.RUNNING)
        else:
            laptop = laptop.after(seconds) if what == "after" else laptop.clock_set(seconds)
        assert elapsed(run, laptop.look()) == pytest.approx(laptop.true, abs=1e-3)


def test_the_real_clock_moves_on_in_the_same_boot() -> None:
    first, second = read_clock(), read_clock()
    assert first.boot_id == second.boot_id != ""
    assert second.boot >= first.boot > 0


# ---- what happened while nobody looked

TICK = Laptop().after(60)


@pytest.mark.parametrize(
    ("later", "event"),
    [
        (TICK.after(1), ClockEvent(Happening.NOTHING)),
        (TICK.after(1800), ClockEvent(Happening.SLEPT, 1800.0)),
        (TICK.after(1).clock_set(HOUR), ClockEvent(Happening.CLOCK_SET, HOUR)),
        (TICK.after(1).clock_set(-HOUR), ClockEvent(Happening.CLOCK_SET, -HOUR)),
        (TICK.after(1).clock_set(1.5), ClockEvent(Happening.NOTHING)),
        (TICK.rebooted(600), ClockEvent(Happening.REBOOTED, 600.0)),
        (TICK.rebooted(600).clock_set(-HOUR), ClockEvent(Happening.REBOOTED, 0.0)),
    ],
    ids=["a tick", "asleep", "clock +1 h", "clock -1 h", "a nudge of the clock", "rebooted", "rebooted, clock back"],
)
def test_what_happened_is_told(later: Laptop, event: ClockEvent) -> None:
    assert what_happened(started(), TICK.look(), later.look()) == event
    assert event.must_ask is (event.kind in (Happening.SLEPT, Happening.REBOOTED))


def test_a_paused_clock_has_slept_through_nothing() -> None:
    paused = anchored(started(), TICK.look(), RunState.PAUSED)
    assert what_happened(paused, TICK.look(), TICK.after(1800).look()).kind is Happening.NOTHING
    assert what_happened(paused, TICK.look(), TICK.rebooted(1800).look()).kind is Happening.NOTHING


def test_after_a_kill_the_last_beat_says_how_long_nobody_looked() -> None:
    run = anchored(started(), TICK.look(), RunState.RUNNING)
    event = what_happened(run, last_look(run), TICK.after(90).look())
    assert event == ClockEvent(Happening.SLEPT, 90.0)
    assert remaining(run, TICK.after(90).look()) == pytest.approx(EXERCISE - 150)


@pytest.mark.parametrize(("month", "day", "jump"), [(3, 28, 3_600), (10, 31, -3_600)])
def test_daylight_saving_moves_the_hand_on_the_wall_and_not_the_clock(month: int, day: int, jump: int) -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    before = datetime(2027, month, day, 0, 30, tzinfo=UTC)  # the change is at 01:00 UTC
    start = reading(wall=before.timestamp())
    run = replace(started(), wall_anchor=start.wall)
    later = reading(start.boot + HOUR, start.wall + HOUR)
    shown = [datetime.fromtimestamp(look.wall, zone).replace(tzinfo=None) for look in (start, later)]
    assert (shown[1] - shown[0]).total_seconds() == HOUR + jump
    assert elapsed(run, later) == pytest.approx(HOUR)
    assert what_happened(run, start, later).kind is Happening.SLEPT  # an hour without a look, and no jump of the clock


# ---- steps and signals

CRAZY = (120.0, *[60.0] * 8)


def crazy() -> TimerRun:
    return replace(started(), planned_seconds=sum(CRAZY))


@pytest.mark.parametrize(
    ("seconds", "index", "left"),
    [(0, 0, 120.0), (119, 0, 1.0), (120, 1, 60.0), (200, 2, 40.0), (599, 8, 1.0), (600, 8, 0.0), (630, 8, -30.0)],
)
def test_the_step_clock_tells_the_step_and_what_is_left_of_it(seconds: float, index: int, left: float) -> None:
    step = step_at(crazy(), Laptop().after(seconds).look(), CRAZY)
    assert step is not None
    assert (step.index, step.left, step.length) == (index, pytest.approx(left), CRAZY[index])


def test_an_exercise_without_steps_has_no_step_clock() -> None:
    assert step_at(crazy(), Laptop().look(), ()) is None


def test_a_jump_begins_a_step_now_and_leaves_the_block_alone() -> None:
    now = Laptop().after(100).look()
    run = replace(crazy(), step_offset=offset_to_step(crazy(), now, CRAZY, 3))
    step = step_at(run, now, CRAZY)
    assert step is not None
    assert (step.index, step.left) == (3, pytest.approx(60))
    assert remaining(run, now) == pytest.approx(500)


def rung(run: TimerRun, lengths: tuple[float, ...], every: float, until: float) -> list[tuple[SignalKind, float]]:
    looks = [Laptop().after(number * every).look() for number in range(int(until / every) + 1)]
    found = (signal for one, two in pairwise(looks) for signal in signals_between(run, one, two, lengths))
    return [(signal.kind, signal.at) for signal in found]


@pytest.mark.parametrize("every", [0.2, 1.0, 3.7])
def test_crazy_eights_rings_at_every_box_and_once_for_each_warning(every: float) -> None:
    found = rung(crazy(), CRAZY, every, 660)
    boxes = [at for kind, at in found if kind is SignalKind.STEP_END]
    assert boxes == [120.0, 180.0, 240.0, 300.0, 360.0, 420.0, 480.0, 540.0]
    assert [(kind, at) for kind, at in found if kind is not SignalKind.STEP_END] == [
        (SignalKind.TWO_MINUTES_LEFT, 480.0),
        (SignalKind.TWENTIETH_LEFT, 570.0),
        (SignalKind.END, 600.0),
    ]


def test_a_long_exercise_warns_at_a_fifth_two_minutes_and_a_twentieth() -> None:
    assert rung(started(), (), 1.0, EXERCISE + 5) == [
        (SignalKind.FIFTH_LEFT, 1_200.0),
        (SignalKind.TWO_MINUTES_LEFT, 1_380.0),
        (SignalKind.TWENTIETH_LEFT, 1_425.0),
        (SignalKind.END, 1_500.0),
    ]


def test_after_a_sleep_only_the_end_still_rings() -> None:
    found = signals_between(crazy(), Laptop().look(), Laptop().after(3_600).look(), CRAZY)
    assert [signal.kind for signal in found] == [SignalKind.END]


def test_a_pause_rings_nothing() -> None:
    paused = replace(crazy(), state=RunState.PAUSED)
    assert signals_between(paused, Laptop().look(), Laptop().after(900).look(), CRAZY) == ()


@given(st.lists(st.floats(0.05, 4), min_size=2, max_size=400))
def test_however_the_window_ticks_each_signal_comes_once(ticks: list[float]) -> None:
    laptop = Laptop()
    looks = [laptop.look(), *[(laptop := laptop.after(tick)).look() for tick in ticks]]
    found = [signal for one, two in pairwise(looks) for signal in signals_between(crazy(), one, two, CRAZY)]
    assert len({(signal.kind, signal.step) for signal in found}) == len(found)
    assert {signal.at for signal in found} == {
        at for at in (120, 180, 240, 300, 360, 420, 480, 540, 570, 600) if at <= laptop.true + 1e-9
    }


def test_what_was_planned_at_the_start_does_not_grow_with_added_minutes() -> None:
    assert planned_at_start(replace(started(), planned_seconds=1_800.0, added_seconds=300.0)) == EXERCISE
