"""The clock of a block: record-only diffs, for what time did is not undone by Ctrl+Z."""

from __future__ import annotations

from dataclasses import replace

from sprint.clock import ClockReading, anchored
from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.ids import IdSource
from sprint.records import Block, RunState, TimerRun

SECONDS_PER_MINUTE = 60


def start_run(document: Document, ids: IdSource, block_id: str, now: ClockReading, at: str) -> Diff:
    """Start the clock of a block; a block that was on the clock is finished first."""
    block = document.require(Block, block_id)
    changes: list[Change] = [(run, _finished(run, now, at)) for run in open_runs(document)]
    run = TimerRun(
        id=ids(),
        block_id=block_id,
        planned_seconds=float(block.minutes * SECONDS_PER_MINUTE),
        boot_id=now.boot_id,
        boot_anchor=now.boot,
        wall_anchor=now.wall,
        started_at=at,
    )
    return make_diff("edit.start_clock", [*changes, (None, run)])


def pause_run(document: Document, run_id: str, now: ClockReading) -> Diff:
    """Stop counting for a while; a run that does not count stays as it is."""
    run = document.require(TimerRun, run_id)
    after = anchored(run, now, RunState.PAUSED) if run.state is RunState.RUNNING else run
    return make_diff("edit.pause_clock", [(run, after)])


def resume_run(document: Document, run_id: str, now: ClockReading) -> Diff:
    """Go on counting after a pause; a run that counts or is closed stays as it is."""
    run = document.require(TimerRun, run_id)
    after = anchored(run, now, RunState.RUNNING) if run.state is RunState.PAUSED else run
    return make_diff("edit.resume_clock", [(run, after)])


def add_minutes(document: Document, run_id: str, minutes: int) -> Diff:
    """Give a block on the clock more (or less) time, never less than nothing; a closed run stays as it is."""
    run = document.require(TimerRun, run_id)
    extra = 0 if run.state is RunState.FINISHED else minutes * SECONDS_PER_MINUTE
    planned = max(0.0, run.planned_seconds + extra)
    return make_diff("edit.add_minutes", [(run, replace(run, planned_seconds=planned))], count=minutes)


def finish_run(document: Document, run_id: str, now: ClockReading, at: str) -> Diff:
    """Close the clock of a block; what it counted stays as the actual time, and a closed run stays closed."""
    run = document.require(TimerRun, run_id)
    after = run if run.state is RunState.FINISHED else _finished(run, now, at)
    return make_diff("edit.finish_clock", [(run, after)])


def open_runs(document: Document) -> list[TimerRun]:
    """Return the runs that are on the clock, the latest last; there is at most one unless files were merged."""
    runs = (run for run in document.table(TimerRun).values() if run.state is not RunState.FINISHED)
    return sorted(runs, key=lambda run: run.id)


def _finished(run: TimerRun, now: ClockReading, at: str) -> TimerRun:
    return replace(anchored(run, now, RunState.FINISHED), finished_at=at)
