"""A line over the timetable says where the day is, once somebody lives it."""

from __future__ import annotations

from sprint.clock import ClockReading
from sprint.edits.clock import finish_run, start_run
from tests.ui.planner.conftest import Hands
from ui.cockpit.today import local_time


def test_the_line_stands_at_the_time_of_the_day_that_is_lived(hands: Hands) -> None:
    bridge, table = hands.stage.bridge, hands.programme.timetable
    assert not table.now.isVisible()
    noon = local_time(bridge.read_clock()).replace(hour=9, minute=50, second=0).timestamp()
    bridge.read_clock = lambda: ClockReading(1_000.0, noon, "boot")
    block = hands.order("day1")[0]
    at = local_time(bridge.read_clock()).isoformat()
    bridge.record(start_run(hands.stage.document, bridge.ids, block, bridge.read_clock(), at))
    assert table.now.isVisible()
    assert table.now.accessibleName() == "09:50"
    middle = table.now.geometry().center().y()
    assert abs(middle - table.geometry_now.y(9 * 60 + 50)) <= 1
    (run,) = [record.id for record in hands.stage.document if record.TABLE == "timer_runs"]
    bridge.record(finish_run(hands.stage.document, run, bridge.read_clock(), at))
    bridge.read_clock = lambda: ClockReading(1_000.0, noon + 9 * 3_600, "boot")
    hands.programme.hide()
    hands.programme.show()
    assert not table.now.isVisible()
