"""Edits of the programme: a new sprint that follows one, its days and blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sprint.agenda import clock_time_of
from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.order import GAP
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.programme import programmes
from sprint.records import SPRINT_ID, Block, Day, Record, Sprint


def new_sprint(
    ids: IdSource, programme: programmes.Programme, language: str, *, title: str, organisation: str = ""
) -> Diff:
    """Fill an empty document with a sprint that follows a programme."""
    sprint = Sprint(id=SPRINT_ID, title=title, organisation=organisation, language=language, programme=programme.id)
    new: list[Record] = [sprint]
    for number, planned in enumerate(programme.days):
        day = Day(
            id=ids(),
            order=number * GAP,
            title=planned.title.get(language),
            motto=planned.motto.get(language),
            start=clock_time_of(planned.start),
            end=clock_time_of(planned.end),
            decider=tuple(f"{clock_time_of(stay.start)}-{clock_time_of(stay.end)}" for stay in planned.decider),
        )
        new.append(day)
        for rank, (block, start) in enumerate(zip(planned.blocks, planned.starts, strict=True)):
            new.append(
                Block(
                    id=ids(),
                    day_id=day.id,
                    order=rank * GAP,
                    exercise=block.exercise,
                    title=block.title.get(language) if block.title is not None else "",
                    minutes=block.minutes,
                    fixed=block.fixed or "",
                    fixed_at=clock_time_of(start) if block.fixed else "",
                )
            )
    return make_diff("edit.new_sprint", [(None, record) for record in new])


def change_day(document: Document, day_id: str, **fields: Any) -> Diff:
    """Change a day's title, motto, date or start."""
    day = document.require(Day, day_id)
    return make_diff("edit.change_day", [(day, replace(day, **fields))])


def change_block(document: Document, block_id: str, **fields: Any) -> Diff:
    """Change a block's title or minutes, or skip it."""
    block = document.require(Block, block_id)
    minutes = fields.get("minutes", block.minutes)
    if minutes < 0:
        raise IntegrityError("error.impossible_value", table=Block.TABLE, field="minutes")
    return make_diff("edit.change_block", [(block, replace(block, **fields))])
