"""What a person does to the timetable, as methods: each one named edit, and told in words when it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sprint.agenda import blocks_of, runs_of
from sprint.diff import Diff, make_diff
from sprint.edits import planner, programme
from sprint.edits.delete import delete
from sprint.errors import SprintError
from sprint.programme.catalogue import Exercise
from sprint.records import Block
from ui.bridge import SprintBridge
from ui.context import Context
from ui.planner.geometry import nearest, neighbour
from ui.planner.plan_view import BlockView, PlanView


class PlanEditor:
    """Turns gestures into edits of the open sprint."""

    def __init__(self, context: Context, bridge: SprintBridge) -> None:
        self._context, self._bridge = context, bridge

    def move(self, block_id: str, day_id: str, before: str) -> bool:
        """Put a block in a day before another one, or at its end."""
        return self._do(lambda: planner.move_blocks(self._bridge.document, [block_id], day_id, before))

    def resize(self, block_id: str, minutes: int, *, is_step: bool = False) -> bool:
        """Give a block other minutes; steps in a row are one edit."""
        merge = f"minutes-{block_id}" if is_step else ""
        return self._do(lambda: planner.resize_block(self._bridge.document, block_id, minutes), merge)

    def insert(
        self, day_id: str, before: str, *, exercise: Exercise | None = None, title: str = "", minutes: int = 0
    ) -> str:
        """Put a new block in a day and give its id; "" when that cannot be."""
        known = set(self._bridge.document.table(Block))
        made = self._do(
            lambda: planner.insert_block(
                self._bridge.document,
                self._bridge.ids,
                day_id,
                exercise=exercise,
                title=title,
                minutes=minutes,
                before=before,
            )
        )
        return next(iter(set(self._bridge.document.table(Block)) - known), "") if made else ""

    def split(self, block_id: str) -> bool:
        """Cut a block in two halves."""
        block = self._block(block_id)
        first = (block.minutes + 1) // 2 if block is not None else 0
        return self._do(lambda: planner.split_block(self._bridge.document, self._bridge.ids, block_id, first))

    def toggle_skip(self, block_id: str) -> bool:
        """Leave a block out, or hold it after all."""
        block = self._block(block_id)
        if block is None:
            return False
        return self._do(lambda: planner.skip_blocks(self._bridge.document, [block_id], not block.skipped))

    def remove(self, block_id: str) -> bool:
        """Take a block off the timetable."""
        return self._do(lambda: planner.remove_blocks(self._bridge.document, [block_id]))

    def fix(self, block_id: str, reason: str, at: int | None) -> bool:
        """Hold a block at a time (minutes since midnight), or let it move again."""
        return self._do(lambda: planner.fix_block(self._bridge.document, block_id, reason, at))

    def bound(self, block_id: str, **bounds: Any) -> bool:
        """Say how short and long a block may become, how important it is, and whether it may be left out."""
        block = self._block(block_id)
        if block is None:
            return False
        now: dict[str, Any] = {name: getattr(block, name) for name in ("least", "most", "priority", "skippable")}
        return self._do(lambda: planner.set_bounds(self._bridge.document, block_id, **{**now, **bounds}))

    def hold(self, block_id: str, room: str, is_parallel: bool) -> bool:
        """Say where a block is held, and whether together with the one before it."""
        return self._do(lambda: planner.hold_in_room(self._bridge.document, block_id, room, is_parallel))

    def rename(self, block_id: str, title: str) -> bool:
        """Give a block a name of its own; "" gives it the name of its exercise back."""
        return self._do(lambda: programme.change_block(self._bridge.document, block_id, title=title))

    def change_day(self, day_id: str, **fields: Any) -> bool:
        """Change what a day says of itself."""
        return self._do(lambda: programme.change_day(self._bridge.document, day_id, **fields))

    def add_day(self, title: str) -> bool:
        """Add a day behind the others."""
        return self._do(lambda: planner.add_day(self._bridge.document, self._bridge.ids, title))

    def remove_day(self, day_id: str) -> bool:
        """Take a day with its blocks away; not one that was on the clock, for its time is a fact."""

        def made() -> Diff:
            document = self._bridge.document
            if any(runs_of(document, block.id) for block in blocks_of(document, day_id)):
                raise SprintError("planner.error_day_has_run")
            return make_diff("planner.edit_remove_day", delete(document, [day_id]).changes.values())

        return self._do(made)

    # ---- by keyboard

    def shift(self, plan: PlanView, view: BlockView, step: int) -> bool:
        """Move a block one place earlier (−1) or later (+1) in its day."""
        day = plan.day(view.day_id)
        other = neighbour(day, view.id, step) if day is not None else None
        if day is None or other is None:
            return False
        beyond = other if step < 0 else neighbour(day, other.id, 1)
        return self.move(view.id, view.day_id, beyond.id if beyond is not None else "")

    def shift_day(self, plan: PlanView, view: BlockView, step: int) -> bool:
        """Move a block to the day before (−1) or after (+1), to about the same time."""
        ids = [day.id for day in plan.days]
        place = ids.index(view.day_id) + step
        if not 0 <= place < len(ids):
            return False
        there = plan.days[place]
        close = nearest(there, view.start)
        before = close.id if close is not None and close.start >= view.start else ""
        if close is not None and not before:
            after = neighbour(there, close.id, 1)
            before = after.id if after is not None else ""
        return self.move(view.id, there.id, before)

    def after(self, block_id: str) -> str:
        """Give the block behind another one ("" at the end of the day), to insert before it."""
        block = self._block(block_id)
        if block is None:
            return ""
        row = blocks_of(self._bridge.document, block.day_id)
        place = next(place for place, other in enumerate(row) if other.id == block_id) + 1
        return row[place].id if place < len(row) else ""

    def _block(self, block_id: str) -> Block | None:
        record = self._bridge.document.get(block_id)
        return record if isinstance(record, Block) else None

    def _do(self, make: Callable[[], Diff], merge: str = "") -> bool:
        try:
            diff = make()
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return False
        return self._bridge.do(diff, merge)
