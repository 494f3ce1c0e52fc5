"""Which step stands in which column: time runs from left to right, alternatives stand below."""

from __future__ import annotations

from collections.abc import Iterable

from sprint.document import Document
from sprint.layout_links import Place
from sprint.records import Phase, Record, Step


def columns_of(document: Document, journey_id: str) -> tuple[list[Phase], list[tuple[str, tuple[Step, ...]]]]:
    """Give the phases in order and the columns as (phase id, steps); a phase without steps has one empty column."""
    by_phase: dict[str, list[Step]] = {}
    phases: dict[str, Phase] = {}
    for record in document.referrers(Record, journey_id):
        if isinstance(record, Phase):
            phases[record.id] = record
        elif isinstance(record, Step):
            by_phase.setdefault(record.phase_id, []).append(record)
    for phase_id in by_phase:
        if phase_id not in phases:
            phases[phase_id] = document.require(Phase, phase_id)
    ordered = sorted(phases.values(), key=lambda phase: (phase.order, phase.id))
    columns: list[tuple[str, tuple[Step, ...]]] = []
    for phase in ordered:
        steps = sorted(by_phase.get(phase.id, ()), key=lambda step: (step.order, step.row, step.id))
        found = _columns_of_phase(steps)
        columns.extend((phase.id, column) for column in found or [()])
    return ordered, columns


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


def _columns_of_phase(steps: list[Step]) -> list[tuple[Step, ...]]:
    by_id = {step.id: step for step in steps}
    columns = columns_of_steps((step.id, step.row) for step in steps)
    return [tuple(sorted((by_id[step_id] for step_id in column), key=lambda step: step.row)) for column in columns]


def places_of(columns: list[tuple[str, tuple[Step, ...]]]) -> dict[str, Place]:
    """Give column and row (numbered without holes) of every step."""
    numbers = {0} | {step.row for _, steps in columns for step in steps}
    rows = {row: number for number, row in enumerate(sorted(numbers))}
    return {step.id: Place(number, rows[step.row]) for number, (_, steps) in enumerate(columns) for step in steps}


def phase_spans(phases: list[Phase], columns: list[tuple[str, tuple[Step, ...]]]) -> dict[str, tuple[int, int]]:
    """Give the first column of every phase and the one after its last."""
    spans: dict[str, tuple[int, int]] = {}
    for number, (phase_id, _) in enumerate(columns):
        spans[phase_id] = (spans.get(phase_id, (number, 0))[0], number + 1)
    return {phase.id: spans[phase.id] for phase in phases}
