"""What a single record may hold; asked on every write and for every record that is read from a file."""

from __future__ import annotations

from sprint.records import Block, Observation, Record, Step, TimerRun

LOWEST_FEELING, HIGHEST_FEELING = -3, 3
LONGEST_TEXT = 20_000
LONGEST_BLOCK_MINUTES = 24 * 60
LONGEST_WAIT_DAYS = 36_500


def fault_of(record: Record) -> str:
    """Name the field of `record` that holds an impossible value, or return an empty string."""
    if isinstance(record, Step):
        return _step_fault(record)
    if isinstance(record, Observation):
        if record.valence not in (-1, 0, 1):
            return "valence"
        return "" if 0 <= record.severity <= 3 else "severity"
    if isinstance(record, Block):
        return "" if 0 <= record.minutes <= LONGEST_BLOCK_MINUTES else "minutes"
    if isinstance(record, TimerRun):
        return "" if record.planned_seconds >= 0 and record.counted_seconds >= 0 else "planned_seconds"
    return ""


def _step_fault(step: Step) -> str:
    if step.feeling is not None and not LOWEST_FEELING <= step.feeling <= HIGHEST_FEELING:
        return "feeling"
    if not 0 <= step.wait_days <= LONGEST_WAIT_DAYS:
        return "wait_days"
    if step.minutes < 0:
        return "minutes"
    return "" if step.row >= 0 else "row"
