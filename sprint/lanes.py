"""Which lanes of cards a journey shows."""

from __future__ import annotations

from sprint.records import BASIC_LANES, Journey, Lane

NO_LANES = ("none",)
"""What a journey holds when the team switched every lane off."""


def lanes_of(journey: Journey) -> tuple[Lane, ...]:
    """Return the lanes that are switched on, in drawing order; the basic ones when the team chose none.

    A value that a newer program wrote is passed over; it stays in the record.
    """
    if not journey.lanes:
        return BASIC_LANES
    return tuple(lane for lane in Lane if lane.value in journey.lanes)
