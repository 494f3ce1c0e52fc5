"""The clock of a block: record-only diffs, for what time did is not undone by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce

from sprint.agenda import blocks_of, runs_of, units_of
from sprint.clock import ClockReading, anchored, offset_to_step
from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.ids import IdSource
from sprint.records import Block, RunState, TimerRun

SECONDS_PER_MINUTE = 60
HEARTBEAT = "edit.clock_beat"
"""The name of the entry that only says that the clock still runs."""


def start_run(document: Document, ids: IdSource, block_id: str, now: ClockReading, at: str) -> Diff:
    """Start the clock of a block, and of those held in other rooms at the same time; what was on it is finished first.

    A block that was already held in another room begins alone when it is started again.
    """
    block = document.require(Block, block_id)
    mates = held_together(document, block)
    together = [each for each in mates if each.id == block_id or not runs_of(document, each.id)]
    changes: list[Change] = [(run, _finished(run, now, at)) for run in open_runs(document)]
    runs = [_begun(ids(), each, now, at) for each in together]
    return make_diff("edit.start_clock", [*changes, *((None, run) for run in runs)])


def each_open(document: Document, edit: Callable[[TimerRun], Diff]) -> Diff:
    """Do one thing to every run on the clock, as one entry: parallel rooms pause, go on and end together."""
    diffs = [edit(run) for run in open_runs(document)]
    return reduce(Diff.then, diffs) if diffs else make_diff(HEARTBEAT, [])


def leading_run(document: Document) -> TimerRun | None:
    """Return the run that the clock shows: of blocks in parallel rooms the one that takes longest; None without any."""
    return max(open_runs(document), key=lambda run: run.planned_seconds, default=None)


def held_together(document: Document, block: Block) -> list[Block]:
    """Return the blocks that are held in parallel rooms with this one, itself included, in order."""
    units = units_of(blocks_of(document, block.day_id))
    unit = next((unit for unit in units if any(each.id == block.id for each in unit)), [block])
    return [each for each in unit if each.id == block.id or not each.skipped]


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
    """Return the runs that are on the clock, the latest last: one, or one for each parallel room."""
    runs = (run for run in document.table(TimerRun).values() if run.state is not RunState.FINISHED)
    return sorted(runs, key=lambda run: run.id)


def _begun(run_id: str, block: Block, now: ClockReading, at: str) -> TimerRun:
    return TimerRun(
        id=run_id,
        block_id=block.id,
        planned_seconds=float(block.minutes * SECONDS_PER_MINUTE),
        boot_id=now.boot_id,
        boot_anchor=now.boot,
        wall_anchor=now.wall,
        started_at=at,
    )


def _finished(run: TimerRun, now: ClockReading, at: str) -> TimerRun:
    return replace(anchored(run, now, RunState.FINISHED), finished_at=at)
