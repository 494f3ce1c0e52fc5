"""Fits the steps of an exercise to the minutes a block really gets."""

from __future__ import annotations

from dataclasses import replace

from sprint.programme.catalogue import Exercise, ExerciseStep


def steps_for(exercise: Exercise, minutes: int) -> tuple[ExerciseStep, ...]:
    """Gives the steps in proportion to `minutes` (whole, together exact), by the largest remainder.

    No step falls below one minute while there is a minute for each of them.
    """
    steps = exercise.steps
    planned = sum(step.minutes for step in steps)
    if minutes == planned:
        return steps
    floor = 1 if minutes >= len(steps) else 0
    spare = max(minutes - floor * len(steps), 0)
    weights = [max(step.minutes - floor, 0) for step in steps]
    total = sum(weights)
    if total == 0:
        weights, total = [1] * len(steps), len(steps)
    shares = [divmod(spare * weight, total) for weight in weights]
    left = spare - sum(whole for whole, _ in shares)
    by_remainder = sorted(range(len(steps)), key=lambda place: (-shares[place][1], place))
    extra = set(by_remainder[:left])
    return tuple(replace(step, minutes=floor + shares[place][0] + (place in extra)) for place, step in enumerate(steps))
