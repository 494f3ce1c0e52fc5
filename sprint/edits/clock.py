"""The clock of a block: record-only diffs, for what time did is not undone by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sprint.clock import ClockReading, anchored, offset_to_step
from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.ids import IdSource
from sprint.records import Block, RunState, TimerRun

SECONDS_PER_MINUTE = 60
HEARTBEAT = "edit.clock_beat"
"""The name of the entry that only says that the clock still runs."""


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
    added = run.added_seconds + planned - run.planned_seconds
    after = replace(run, planned_seconds=planned, added_seconds=added)
    return make_diff("edit.add_minutes", [(run, after)], count=minutes)


def heartbeat(document: Document, run_id: str, now: ClockReading) -> Diff:
    """Write down what was counted so far, so that a crash and a reboot lose no more than the last beat."""
    run = document.require(TimerRun, run_id)
    after = anchored(run, now, RunState.RUNNING) if run.state is RunState.RUNNING else run
    return make_diff(HEARTBEAT, [(run, after)])


def leave_out(document: Document, run_id: str, now: ClockReading, seconds: float) -> Diff:
    """Say that the last `seconds` do not count (the laptop slept over lunch); never more than was counted.

    A run that was paused since gives them back too and stays paused; a closed one stays as it is.
    """
    run = document.require(TimerRun, run_id)
    if run.state is RunState.FINISHED:
        return make_diff("edit.leave_out_sleep", [])
    now_run = anchored(run, now, run.state)
    gone = min(max(0.0, seconds), now_run.counted_seconds)
    after = replace(now_run, counted_seconds=now_run.counted_seconds - gone, skipped_seconds=run.skipped_seconds + gone)
    return make_diff("edit.leave_out_sleep", [(run, after)])


def count_in(document: Document, run_id: str, now: ClockReading) -> Diff:
    """Say that the time of a sleep counts: it stays counted and is not asked again."""
    run = document.require(TimerRun, run_id)
    after = anchored(run, now, RunState.RUNNING) if run.state is RunState.RUNNING else run
    return make_diff("edit.count_sleep", [(run, after)])


def jump_to_step(document: Document, run_id: str, now: ClockReading, lengths: Sequence[float], index: int) -> Diff:
    """Begin step `index` (from 0) of a block on the clock now; `lengths` are the seconds of its steps."""
    run = document.require(TimerRun, run_id)
    if run.state is RunState.FINISHED:
        return make_diff("edit.jump_to_step", [])
    offset = offset_to_step(run, now, lengths, index)
    return make_diff("edit.jump_to_step", [(run, replace(run, step_offset=offset))])


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
