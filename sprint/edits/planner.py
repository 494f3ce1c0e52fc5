"""Edits of the timetable: put a block in, take it out, move, resize, split, skip. Fixed points keep their time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sprint.agenda import blocks_of, clock_time_of, days_of, runs_of
from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.delete import delete
from sprint.edits.order import index_before, last_place, merged, places, still_before
from sprint.errors import SprintError
from sprint.ids import IdSource
from sprint.programme.catalogue import Exercise
from sprint.records import Block, Day, Person

LEAST_MINUTES = 1


def insert_block(
    document: Document,
    ids: IdSource,
    day_id: str,
    *,
    exercise: Exercise | None = None,
    title: str = "",
    minutes: int = 0,
    before: str = "",
) -> Diff:
    """Put an exercise, or a block of one's own, before another block or at the end of the day."""
    day = document.require(Day, day_id)
    siblings = blocks_of(document, day.id)
    (order,), room = places(siblings, index_before(siblings, before), 1)
    length = minutes or (exercise.minutes.default if exercise is not None else Block.minutes)
    block = Block(
        id=ids(),
        day_id=day.id,
        order=order,
        exercise=exercise.id if exercise is not None else "",
        title=title,
        minutes=length,
    )
    return make_diff("edit.insert_block", [(None, block), *room])


def remove_blocks(document: Document, block_ids: Iterable[str]) -> Diff:
    """Take blocks off the timetable; raises SprintError for one that was on the clock, for its time is a fact."""
    chosen = [document.require(Block, block_id) for block_id in dict.fromkeys(block_ids)]
    if any(runs_of(document, block.id) for block in chosen):
        raise SprintError("replan.error_has_run")
    gone = delete(document, [block.id for block in chosen])
    return make_diff("edit.remove_blocks", gone.changes.values(), count=len(chosen))


def move_blocks(document: Document, block_ids: Iterable[str], day_id: str, before: str = "") -> Diff:
    """Move blocks to a place in a day: before another block or at the end; their order among themselves stays.

    A fixed block keeps its time within a day and loses it on another day. Raises SprintError when a block that was on
    the clock would go to another day.
    """
    wanted = {block_id: document.require(Block, block_id) for block_id in block_ids}
    day = document.require(Day, day_id)
    if any(block.day_id != day.id and runs_of(document, block.id) for block in wanted.values()):
        raise SprintError("replan.error_has_run")
    moving = [block for each in days_of(document) for block in blocks_of(document, each.id) if block.id in wanted]
    row = blocks_of(document, day.id)
    siblings = [block for block in row if block.id not in wanted]
    found, room = places(siblings, index_before(siblings, still_before(row, before, wanted)), len(moving))
    changes: list[Change] = [
        (block, _on_day(replace(block, order=place), day.id)) for block, place in zip(moving, found, strict=True)
    ]
    return make_diff("edit.move_blocks", [*changes, *room], count=len(moving))


def _on_day(block: Block, day_id: str) -> Block:
    if block.day_id == day_id:
        return block
    return replace(block, day_id=day_id, fixed="", fixed_at="", is_parallel=False)


def resize_block(document: Document, block_id: str, minutes: int) -> Diff:
    """Give a block other minutes, at least one; what a re-plan had made of it is forgotten."""
    block = document.require(Block, block_id)
    length = max(LEAST_MINUTES, minutes)
    return make_diff("edit.resize_block", [(block, replace(block, minutes=length, planned_minutes=0))], count=length)


def split_block(document: Document, ids: IdSource, block_id: str, first_minutes: int) -> Diff:
    """Cut a block in two, the first of `first_minutes`, so that a break fits between; a block of a minute stays."""
    block = document.require(Block, block_id)
    if block.minutes < 2 * LEAST_MINUTES:
        return make_diff("edit.split_block", [])
    first = min(max(LEAST_MINUTES, first_minutes), block.minutes - LEAST_MINUTES)
    rest = block.minutes - first
    siblings = blocks_of(document, block.day_id)
    place = next(index for index, sibling in enumerate(siblings) if sibling.id == block.id) + 1
    (order,), room = places(siblings, place, 1)
    least = min(block.least, rest)
    second = replace(
        block, id=ids(), order=order, minutes=rest, least=least, fixed="", fixed_at="", planned_minutes=0, remark=""
    )
    before = replace(block, minutes=first, least=min(block.least, first), planned_minutes=0)
    return make_diff("edit.split_block", merged([(block, before), (None, second)], _room_after(room, before)))


def _room_after(room: Iterable[tuple[Block, Block]], changed: Block) -> list[Change]:
    """Let a sibling that made room keep what was changed in it."""
    return [(old, replace(changed, order=new.order) if new.id == changed.id else new) for old, new in room]


def skip_blocks(document: Document, block_ids: Iterable[str], skipped: bool = True) -> Diff:
    """Leave blocks out of the day, or hold them after all; they stay on the timetable to come back to."""
    found = [document.require(Block, block_id) for block_id in dict.fromkeys(block_ids)]
    changes: list[Change] = [(block, replace(block, skipped=skipped)) for block in found]
    return make_diff("edit.skip_blocks" if skipped else "edit.unskip_blocks", changes, count=len(found))


def fix_block(document: Document, block_id: str, reason: str, at: int | None) -> Diff:
    """Hold a block at a time (minutes since midnight) for a reason, or let it move again (None)."""
    block = document.require(Block, block_id)
    if at is None:
        return make_diff("edit.unfix_block", [(block, replace(block, fixed="", fixed_at=""))])
    after = replace(block, fixed=reason, fixed_at=clock_time_of(at))
    return make_diff("edit.fix_block", [(block, after)], at=after.fixed_at)


def set_bounds(
    document: Document,
    block_id: str,
    *,
    least: int = 0,
    most: int = 0,
    priority: int = 0,
    skippable: bool | None = None,
) -> Diff:
    """Say how short and long a block may become and how important it is; 0 and None leave it to its exercise."""
    block = document.require(Block, block_id)
    after = replace(block, least=least, most=most, priority=priority, skippable=skippable)
    return make_diff("edit.set_bounds", [(block, after)])


def hold_in_room(document: Document, block_id: str, room: str, is_parallel: bool) -> Diff:
    """Say where a block is held, and whether at the same time as the block before it (interviews in two rooms)."""
    block = document.require(Block, block_id)
    return make_diff("edit.hold_in_room", [(block, replace(block, room=room, is_parallel=is_parallel))])


def add_day(document: Document, ids: IdSource, title: str, *, date: str = "", start: str = Day.start) -> Diff:
    """Add a day behind the others."""
    day = Day(id=ids(), order=last_place(days_of(document)), title=title, date=date, start=start)
    return make_diff("edit.add_day", [(None, day)])


def set_presence(document: Document, person_id: str, day_id: str, is_there: bool) -> Diff:
    """Say whether somebody of the team comes on a day."""
    person, day = document.require(Person, person_id), document.require(Day, day_id)
    others = tuple(other for other in person.away_ids if other != day.id)
    away = others if is_there else (*others, day.id)
    return make_diff("edit.set_presence", [(person, replace(person, away_ids=away))])
