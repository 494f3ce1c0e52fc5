"""The exercise clock is right after sleep, a changed clock, a kill and a reboot: the table of the reliability notes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.clock import ClockReading, anchored, elapsed, read_clock, remaining, wall_jump
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


@pytest.mark.parametrize(("jump", "told"), [(HOUR, HOUR), (-HOUR, -HOUR), (1.9, 0.0), (-1.9, 0.0), (0.0, 0.0)])
def test_a_clock_that_was_set_is_noticed(jump: float, told: float) -> None:
    assert wall_jump(started(), Laptop().after(60).clock_set(jump).look()) == pytest.approx(told)


def test_sleep_and_a_reboot_are_no_jump_of_the_clock() -> None:
    assert wall_jump(started(), Laptop().after(30 * MINUTE).look()) == 0
    assert wall_jump(started(), Laptop().rebooted(HOUR).look()) == 0


def test_a_paused_clock_does_not_jump() -> None:
    paused = anchored(started(), Laptop().after(10).look(), RunState.PAUSED)
    assert wall_jump(paused, Laptop().after(20).clock_set(HOUR).look()) == 0


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
