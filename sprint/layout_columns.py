"""Which step stands in which column: time runs from left to right, alternatives stand below."""

from __future__ import annotations

from collections.abc import Iterable

from sprint.records import Step


def columns_of_steps(order: Iterable[tuple[str, int]]) -> list[list[str]]:
    """Divide the steps of a phase, as (id, row) in time order, over columns: one step of each row in a column."""
    columns: list[list[str]] = []
    rows: set[int] = set()
    for step_id, row in order:
        if not columns or row in rows:
            columns.append([])
            rows = set()
        columns[-1].append(step_id)
        rows.add(row)
    return columns


def columns_of_phase(steps: Iterable[Step]) -> list[tuple[Step, ...]]:
    """Divide the steps of a phase in time order over columns, the main route first in each."""
    by_id = {step.id: step for step in steps}
    columns = columns_of_steps((step.id, step.row) for step in by_id.values())
    return [
        tuple(sorted((by_id[step_id] for step_id in column), key=lambda step: step.row))
        if len(column) > 1
        else (by_id[column[0]],)
        for column in columns
    ]
