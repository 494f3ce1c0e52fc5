"""Fits the steps of an exercise to the minutes a block really gets."""

from __future__ import annotations

from dataclasses import replace

from sprint.programme.catalogue import Exercise, ExerciseStep


def steps_for(exercise: Exercise, minutes: int) -> tuple[ExerciseStep, ...]:
    """Gives the steps in proportion to `minutes` (whole, together exact), by the largest remainder.

    No step falls below one minute while there is a minute for each of them.
    """
    steps = exercise.steps
    if minutes == exercise.minutes.default:
        return steps
    shares = _shares([step.minutes for step in steps], minutes)
    return tuple(replace(step, minutes=share) for step, share in zip(steps, shares, strict=True))


def _shares(weights: list[int], minutes: int) -> list[int]:
    total = sum(weights)
    parts = [divmod(minutes * weight, total) for weight in weights]
    shares = [whole for whole, _ in parts]
    by_remainder = sorted(range(len(parts)), key=lambda place: (-parts[place][1], place))
    for place in by_remainder[: minutes - sum(shares)]:
        shares[place] += 1
    if minutes >= len(shares):
        while 0 in shares:
            shares[shares.index(max(shares))] -= 1
            shares[shares.index(0)] += 1
    return shares
