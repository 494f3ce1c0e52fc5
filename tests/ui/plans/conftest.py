"""A sprint with two journeys, personas and decisions, and blocks for every exercise that plans or reviews."""

from __future__ import annotations

import pytest

from sprint.records import (
    Block,
    Card,
    Channel,
    Day,
    Decision,
    Evidence,
    Journey,
    JourneyKind,
    Lane,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Persona,
    Phase,
    Record,
    Step,
    Track,
)
from tests.ui.exercises.conftest import worker

__all__ = ["worker"]

BLOCKS = (
    *("welcome", "five_whys", "personas", "stakeholder_map", "sketch_ideas", "kano_sort", "legal_two_track"),
    *("assumptions", "tools_and_roles", "build", "stitch", "parking_lot", "next_steps", "retrospective"),
    *("maturity_check", "validated_journey"),
)
STEPS = (
    ("photo", "Stuurt een foto", Channel.WEB, -1, Evidence.HEARD),
    ("call", "Belt het nummer", Channel.PHONE, 1, Evidence.ASSUMED),
    ("letter", "Krijgt een bericht", Channel.MESSAGE, -3, Evidence.ASSUMED),
)


@pytest.fixture
def written() -> list[Record]:
    """What is there before the hands begin."""
    made: list[Record] = [Day(id="last", order=1, date="2026-10-08")]
    made += [Block(id=name, day_id="last", order=n, exercise=name, minutes=20) for n, name in enumerate(BLOCKS)]
    made += [
        Persona(id="bram", name="Bram", track=Track.SAVED, order=0),
        Persona(id="greet", name="Greet", track=Track.SPENT, order=1),
        Journey(id="to_be", title="Ik meld afval", kind=JourneyKind.TO_BE, persona_ids=("bram", "greet")),
        Phase(id="phase", journey_id="to_be", title="Melden"),
        Decision(id="go", text="We beginnen een proef", order=0),
        Note(id="i1", block_id="sketch_ideas", kind=NoteKind.IDEA, text="Een dag noemen", order=1),
        Note(id="i2", block_id="sketch_ideas", kind=NoteKind.IDEA, text="Een foto terug", order=2),
    ]
    made += [
        Step(
            id=name,
            journey_id="to_be",
            phase_id="phase",
            title=title,
            channel=channel,
            feeling=feeling,
            evidence=level,
            order=place,
        )
        for place, (name, title, channel, feeling, level) in enumerate(STEPS)
    ]
    made += [
        Link(id="l1", journey_id="to_be", source="photo", target="call", kind=LinkKind.TRACK_SWITCH),
        Link(id="l2", journey_id="to_be", source="call", target="letter"),
        Card(id="law", journey_id="to_be", step_id="photo", lane=Lane.LEGAL, text="Melden zonder naam mag"),
    ]
    return made
