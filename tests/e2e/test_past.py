"""Looking at a moment of earlier: nothing of the present changes unseen, and what the strip says is true."""

from __future__ import annotations

import pytest

from sprint.journeys import steps_of
from sprint.records import Step
from tests.helpers.facilitator import Facilitator


@pytest.fixture
def looking(she: Facilitator) -> Facilitator:
    """She kept a moment, deleted a step, and looks at the moment."""
    she.do("open_example")
    she.saved()
    she.messages.expect("Voor de lunch")
    she.do("save_moment")
    bench = she.sprint.bench
    bench.canvas.select([steps_of(she.document, bench.canvas.journey_id)[0].id])
    she.do("delete")
    moment = she.sprint.bridge.workspace.moments()[0]
    she.sprint.look_at(moment)
    assert "Hier verandert niets" in she.notices()
    return she


@pytest.mark.parametrize("way_out", ["show_as_is", "show_to_be"])
def test_leaving_by_a_button_of_the_header_takes_the_strip_away(looking: Facilitator, way_out: str) -> None:
    looking.do(way_out)
    assert "Hier verandert niets" not in looking.notices()


def test_while_looking_nothing_can_be_undone_or_printed(looking: Facilitator) -> None:
    she = looking
    actions = she.program.actions
    assert [row for row in ("undo", "redo", "print", "save_moment", "add_step") if actions[row].isEnabled()] == []
    count = len(list(she.document.table(Step)))
    she.keys("Ctrl+Z")
    assert len(list(she.document.table(Step))) == count
    she.press("Terug naar nu")
    assert actions["undo"].isEnabled()
    assert actions["print"].isEnabled()


def test_taking_a_restore_back_takes_its_strip_away(looking: Facilitator) -> None:
    she = looking
    count = len(list(she.document.table(Step)))
    she.program.restore(she.sprint.bridge.workspace.moments()[0])
    assert "De sprint is terug bij" in she.notices()
    assert len(list(she.document.table(Step))) == count + 1
    she.press("Ongedaan maken")
    assert "De sprint is terug bij" not in she.notices()
    assert len(list(she.document.table(Step))) == count
