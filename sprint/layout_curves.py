"""Through which steps the emotion curves run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sprint.layout_parts import Pearl


class Curve(NamedTuple):
    """The steps of a curve, and the columns they stand in."""

    ids: tuple[str, ...]
    columns: tuple[int, ...]


def curves_of(phases: Iterable[tuple[int, Sequence[Pearl]]], is_linked: Callable[[str, str], bool]) -> list[Curve]:
    """Give the curves: one along the main route, and one for each linked piece of another way.

    `phases` are (first column, the steps of which a feeling is known) in time order.
    """
    curves: list[tuple[list[str], list[int]]] = []
    open_ones: dict[int, tuple[list[str], list[int]]] = {}
    for first, pearls in phases:
        for further, row, step_id in pearls:
            curve = open_ones.get(row)
            if curve is None or (row > 0 and not is_linked(curve[0][-1], step_id)):
                curve = open_ones[row] = ([], [])
                curves.append(curve)
            curve[0].append(step_id)
            curve[1].append(first + further)
    return [Curve(tuple(ids), tuple(columns)) for ids, columns in curves]
