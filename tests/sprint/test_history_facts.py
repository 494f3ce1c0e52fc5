"""Facts and undo: what happened stays, and does not stand in the way."""

from __future__ import annotations

import pytest

from sprint.edits.clock import start_run
from sprint.edits.journey import rename
from sprint.edits.planner import insert_block
from sprint.errors import IntegrityError
from sprint.history import History
from sprint.records import Block, Day, Step
from tests.helpers.clocks import FakeSeconds, reading
from tests.helpers.strategies import small_sprint


def test_an_edit_on_which_a_fact_rests_does_not_block_the_way_to_earlier_ones() -> None:
    document = small_sprint()
    history = History(document, FakeSeconds())
    day = next(iter(document.table(Day)))
    step = next(iter(document.table(Step)))
    was = document.require(Step, step).title
    history.do(rename(document, step, "Belt"))
    history.do(insert_block(document, lambda: "new-block", day, title="Extra", minutes=10))
    document.apply(start_run(document, lambda: "new-run", "new-block", reading(), "2026-11-03T09:30:00+00:00"))
    with pytest.raises(IntegrityError) as refusal:
        history.undo()
    assert refusal.value.key == "error.still_needed"
    assert "new-block" in document.table(Block)
    history.undo()
    assert document.require(Step, step).title == was
    assert not history.can_undo
