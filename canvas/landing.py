"""Where steps really come to stand when they are put down: columns that become empty close up behind them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from canvas.scene import Scene
from sprint.edits.order import still_before
from sprint.journeys import steps_of, steps_of_phase
from sprint.layout import Rect
from sprint.layout_columns import columns_of_steps


class Landing(NamedTuple):
    """The column that the first of some steps gets, and the step it then stands below ("" when it has its own)."""

    column: int
    host: str


def landing(scene: Scene, moving: Collection[str], phase_id: str, before: str, row: int | None) -> Landing | None:
    """Count the columns as they will be; `row` None lets every step keep its own."""
    counted = 0
    for phase in scene.board.phases:
        order = [(step.id, step.row) for step in steps_of_phase(scene.document, phase.id) if step.id not in moving]
        is_touched = len(order) < sum(len(column.steps) for column in scene.board.columns[phase.first : phase.last])
        if phase.id == phase_id:
            order = _with_moving(scene, order, moving, phase_id, before, row)
        elif not is_touched:
            counted += phase.last - phase.first
            continue
        columns = columns_of_steps(order)
        if phase.id == phase_id:
            return _found(columns, counted, moving)
        counted += max(1, len(columns))
    return None


def landing_box(scene: Scene, column: int, row: int) -> Rect:
    """Give the box of a step in a column and a row, on the board as it will be."""
    board = scene.board
    x = board.left + column * board.pitch
    for known in board.rows:
        if known.row == row:
            return Rect(x, known.top, board.metrics.column, known.height)
    last = board.rows[-1]
    top = last.top + last.height + board.metrics.corridor_between
    return Rect(x, top, board.metrics.column, board.metrics.step_least * 0.6)


def _with_moving(
    scene: Scene,
    order: list[tuple[str, int]],
    moving: Collection[str],
    phase_id: str,
    before: str,
    row: int | None,
) -> list[tuple[str, int]]:
    siblings = steps_of_phase(scene.document, phase_id)
    target = still_before(siblings, before, moving)
    place = next((index for index, (step_id, _) in enumerate(order) if step_id == target), len(order))
    wanted = frozenset(moving)
    carried = [
        (step.id, step.row if row is None else row)
        for step in steps_of(scene.document, scene.board.journey_id)
        if step.id in wanted
    ]
    return [*order[:place], *carried, *order[place:]]


def _found(columns: Sequence[Sequence[str]], counted: int, moving: Collection[str]) -> Landing | None:
    for number, column in enumerate(columns):
        if any(step_id in moving for step_id in column):
            host = next((step_id for step_id in column if step_id not in moving), "")
            return Landing(counted + number, host)
    return None
