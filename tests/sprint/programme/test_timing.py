from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sprint.programme.catalogue import Catalogue
from sprint.programme.timing import steps_for

CATALOGUE = Catalogue.from_assets()


def test_the_planned_minutes_leave_the_steps_alone() -> None:
    exercise = CATALOGUE.exercise("personas")
    assert steps_for(exercise, exercise.minutes.default) is exercise.steps


def test_twice_the_time_doubles_the_steps() -> None:
    exercise = CATALOGUE.exercise("storyboard")
    assert [step.minutes for step in exercise.steps] == [10, 10, 30, 15, 10]
    assert [step.minutes for step in steps_for(exercise, 150)] == [20, 20, 60, 30, 20]


@given(st.sampled_from(CATALOGUE.ids), st.integers(min_value=0, max_value=600))
def test_steps_always_add_up_and_none_vanishes(exercise_id: str, minutes: int) -> None:
    exercise = CATALOGUE.exercise(exercise_id)
    steps = steps_for(exercise, minutes)
    assert sum(step.minutes for step in steps) == minutes
    assert [step.text for step in steps] == [step.text for step in exercise.steps]
    assert all(step.minutes >= (1 if minutes >= len(steps) else 0) for step in steps)
