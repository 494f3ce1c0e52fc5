"""Every edit of the timetable, of the clock and of what is captured, drawn at random, for `strategies`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from sprint.agenda import runs_of
from sprint.diff import Diff
from sprint.document import Document
from sprint.edits import capture, clock, planner, team
from sprint.ids import IdSource
from sprint.records import Block, Day, Decision, NoteKind, ParkedItem, Person, Preparation, Record, Step, TimerRun
from tests.helpers.clocks import reading

Edit = Callable[[st.DrawFn, Document, IdSource], Diff | None]
Kinds = tuple[type[Record], ...]

TEXTS = st.text(max_size=8)
MINUTES = st.integers(0, 90)


def _one(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    return draw(st.sampled_from(sorted(document.table(kind))))


def _some(draw: st.DrawFn, ids: list[str]) -> list[str]:
    return draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3)) if ids else []


def _maybe(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    return draw(st.sampled_from(["", *sorted(document.table(kind))]))


def _free_blocks(document: Document) -> list[str]:
    """List the blocks that were never on the clock."""
    return sorted(block for block in document.table(Block) if not runs_of(document, block))


def _insert(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    day, before = _one(draw, document, Day), _maybe(draw, document, Block)
    return planner.insert_block(document, ids, day, title=draw(TEXTS), minutes=draw(MINUTES), before=before)


def _move(draw: st.DrawFn, document: Document, _: IdSource) -> Diff:
    chosen = _some(draw, _free_blocks(document))
    return planner.move_blocks(document, chosen, _one(draw, document, Day), _maybe(draw, document, Block))


def _bounds(draw: st.DrawFn, document: Document, _: IdSource) -> Diff:
    least, most, priority = draw(MINUTES), draw(MINUTES), draw(st.integers(0, 3))
    skippable = draw(st.none() | st.booleans())
    block = _one(draw, document, Block)
    return planner.set_bounds(document, block, least=least, most=most, priority=priority, skippable=skippable)


def _capture(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    block, step = _maybe(draw, document, Block), _maybe(draw, document, Step)
    kind = draw(st.sampled_from(NoteKind))
    return capture.capture_note(document, ids, draw(TEXTS), kind=kind, block_id=block, step_id=step)


def _prepare(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    tasks = draw(st.dictionaries(st.sampled_from(["room", "print", "recruit"]), TEXTS))
    return capture.prepare(document, ids, tasks.items())


PLANNING: Mapping[str, tuple[Kinds, Edit]] = MappingProxyType(
    {
        "add_day": ((), lambda d, x, ids: planner.add_day(x, ids, d(TEXTS))),
        "add_person": ((), lambda d, x, ids: team.add_person(x, ids, d(TEXTS), role=d(TEXTS))),
        "add_preparation": ((), lambda d, x, ids: capture.add_preparation(x, ids, d(TEXTS))),
        "capture_note": ((), _capture),
        "change_decision": (
            (Decision,),
            lambda d, x, _: capture.change_decision(x, _one(d, x, Decision), reason=d(TEXTS)),
        ),
        "change_parked": (
            (ParkedItem,),
            lambda d, x, _: capture.change_parked(x, _one(d, x, ParkedItem), is_done=d(st.booleans())),
        ),
        "change_person": ((Person,), lambda d, x, _: team.change_person(x, _one(d, x, Person), name=d(TEXTS))),
        "change_preparation": (
            (Preparation,),
            lambda d, x, _: capture.change_preparation(x, _one(d, x, Preparation), owner=d(TEXTS)),
        ),
        "decide": ((), lambda d, x, ids: capture.decide(x, ids, d(TEXTS), block_id=_maybe(d, x, Block))),
        "fix_block": (
            (Block,),
            lambda d, x, _: planner.fix_block(x, _one(d, x, Block), "lunch", d(st.none() | st.integers(0, 1_439))),
        ),
        "hold_in_room": (
            (Block,),
            lambda d, x, _: planner.hold_in_room(x, _one(d, x, Block), d(TEXTS), d(st.booleans())),
        ),
        "insert_block": ((Day,), _insert),
        "move_blocks": ((Day, Block), _move),
        "park": ((), lambda d, x, ids: capture.park(x, ids, d(TEXTS), block_id=_maybe(d, x, Block))),
        "prepare": ((), _prepare),
        "remove_blocks": ((Block,), lambda d, x, _: planner.remove_blocks(x, _some(d, _free_blocks(x)))),
        "remove_person": ((Person,), lambda d, x, _: team.remove_person(x, _one(d, x, Person))),
        "resize_block": ((Block,), lambda d, x, _: planner.resize_block(x, _one(d, x, Block), d(MINUTES))),
        "set_bounds": ((Block,), _bounds),
        "set_ready": (
            (Day,),
            lambda d, x, _: team.set_ready(x, _one(d, x, Day), f"sheet:{d(TEXTS)}", d(st.booleans())),
        ),
        "set_presence": (
            (Person, Day),
            lambda d, x, _: planner.set_presence(x, _one(d, x, Person), _one(d, x, Day), d(st.booleans())),
        ),
        "skip_blocks": (
            (Block,),
            lambda d, x, _: planner.skip_blocks(x, _some(d, sorted(x.table(Block))), d(st.booleans())),
        ),
        "split_block": ((Block,), lambda d, x, ids: planner.split_block(x, ids, _one(d, x, Block), d(MINUTES))),
    }
)
"""The edits of the timetable and of what is captured, as `strategies.EDITS`."""


def _run_edit(edit: Callable[..., Diff], *more: Any) -> Edit:
    return lambda d, x, _: edit(x, _one(d, x, TimerRun), reading(5_060.0), *more)


TIMING: Mapping[str, tuple[Kinds, Edit]] = MappingProxyType(
    {
        "count_in": ((TimerRun,), _run_edit(clock.count_in)),
        "heartbeat": ((TimerRun,), _run_edit(clock.heartbeat)),
        "jump_to_step": ((TimerRun,), _run_edit(clock.jump_to_step, (60.0, 60.0), 1)),
        "leave_out": ((TimerRun,), _run_edit(clock.leave_out, 30.0)),
    }
)
"""The facts of the clock, as `strategies.FACTS`."""
