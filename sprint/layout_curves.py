"""Through which steps the emotion curves run."""

from __future__ import annotations

from collections.abc import Callable

from sprint.layout_board import Column, Point, StepBox

Chosen = Callable[[StepBox], Point | None]


def assumed(step: StepBox) -> Point | None:
    """Give the place of what the team assumes."""
    return step.point


def felt(step: StepBox) -> Point | None:
    """Give the place of what citizens said."""
    return step.felt_point


def curves_of(
    columns: tuple[Column, ...], linked: set[tuple[str, str]], point_of: Chosen = assumed
) -> tuple[tuple[str, ...], ...]:
    """Give the steps of each curve: one along the main route, and one for each linked piece of another way."""
    curves: list[list[str]] = []
    open_ones: dict[int, list[str]] = {}
    for column in columns:
        for step in column.steps:
            if point_of(step) is None:
                continue
            curve = open_ones.get(step.row)
            if curve is None or (step.row > 0 and (curve[-1], step.id) not in linked):
                curve = open_ones[step.row] = []
                curves.append(curve)
            curve.append(step.id)
    return tuple(tuple(curve) for curve in curves)
