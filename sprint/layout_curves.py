"""Through which steps the emotion curves run."""

from __future__ import annotations

from sprint.layout_board import Column


def curves_of(columns: tuple[Column, ...], linked: set[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Give the steps of each curve: one along the main route, and one for each linked piece of another way."""
    curves: list[list[str]] = []
    open_ones: dict[int, list[str]] = {}
    for column in columns:
        for step in column.steps:
            if step.point is None:
                continue
            curve = open_ones.get(step.row)
            if curve is None or (step.row > 0 and (curve[-1], step.id) not in linked):
                curve = open_ones[step.row] = []
                curves.append(curve)
            curve.append(step.id)
    return tuple(tuple(curve) for curve in curves)
