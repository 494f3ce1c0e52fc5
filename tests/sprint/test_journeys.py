"""A journey is read in the order in which people see it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.document import Document
from sprint.journeys import (
    cards_of,
    journey_of_kind,
    journeys,
    links_from,
    links_of,
    main_route,
    phases_of,
    remarks_of,
    steps_of,
    steps_of_phase,
)
from sprint.records import Card, Journey, JourneyKind, Lane, Link, Observation, Phase, Record, Step


def step(record_id: str, phase: str, order: int, row: int = 0) -> Step:
    return Step(id=record_id, journey_id="now", phase_id=phase, order=order, row=row)


@pytest.fixture
def document() -> Document:
    links = [("l2", "a", "c"), ("l1", "a", "b"), ("l3", "b", "a")]
    return Document(
        [
            Journey(id="then", order=2, kind=JourneyKind.TO_BE),
            Journey(id="now", order=1),
            Phase(id="late", journey_id="now", order=20),
            Phase(id="early", journey_id="now", order=10),
            step("c", "late", 1),
            step("b", "early", 2),
            step("b-below", "early", 2, row=1),
            step("a", "early", 1),
            step("a-early", "early", 0, row=2),
            *(Link(id=name, journey_id="now", source=one, target=two) for name, one, two in links),
            Card(id="k2", journey_id="now", step_id="a", lane=Lane.PAIN, order=2),
            Card(id="k1", journey_id="now", step_id="a", lane=Lane.PAIN, order=1),
            Card(id="k0", journey_id="now", step_id="a", lane=Lane.IDEA, order=5),
            Observation(id="o2", step_id="a", order=2),
            Observation(id="o1", step_id="a", order=1),
        ]
    )


def ids(records: list[Record]) -> list[str]:
    return [record.id for record in records]


def test_journeys_come_in_order_and_can_be_found_by_kind(document: Document) -> None:
    assert ids([*journeys(document)]) == ["now", "then"]
    found = journey_of_kind(document, JourneyKind.TO_BE)
    assert found is not None
    assert found.id == "then"
    assert journey_of_kind(Document(), JourneyKind.AS_IS) is None


@pytest.mark.parametrize(("origin", "present"), [("second", "second"), ("", "first")])
def test_the_present_journey_is_the_one_the_desired_one_was_made_of(origin: str, present: str) -> None:
    document = Document(
        [
            Journey(id="first", order=1),
            Journey(id="second", order=2),
            Journey(id="wish", order=3, kind=JourneyKind.TO_BE, origin_id=origin),
            Journey(id="other", order=4, kind=JourneyKind.TO_BE, origin_id="first"),
        ]
    )
    found = [journey_of_kind(document, kind) for kind in JourneyKind]
    assert [journey and journey.id for journey in found] == [present, "wish"]


def test_steps_come_by_phase_then_order_then_row(document: Document) -> None:
    assert ids([*phases_of(document, "now")]) == ["early", "late"]
    assert ids([*steps_of_phase(document, "early")]) == ["a-early", "a", "b", "b-below"]
    assert ids([*steps_of(document, "now")]) == ["a-early", "a", "b", "b-below", "c"]
    assert ids([*main_route(document, "now")]) == ["a", "b", "c"]
    assert steps_of(document, "then") == []


def test_links_of_a_journey_and_from_a_step(document: Document) -> None:
    assert ids([*links_of(document, "now")]) == ["l1", "l2", "l3"]
    assert sorted(ids([*links_from(document, "a")])) == ["l1", "l2"]
    assert links_from(document, "c") == []


def test_cards_and_remarks_of_a_step_come_in_their_order(document: Document) -> None:
    assert ids([*cards_of(document, "a", Lane.PAIN)]) == ["k1", "k2"]
    assert ids([*cards_of(document, "a")]) == ["k1", "k2", "k0"]
    assert cards_of(document, "b") == []
    assert ids([*remarks_of(document, "a")]) == ["o1", "o2"]


@given(data=st.data())
def test_the_order_of_the_file_plays_no_part(data: st.DataObject) -> None:
    records: list[Record] = [
        step(name, "p", data.draw(st.integers(0, 2)), data.draw(st.integers(0, 1))) for name in "abcd"
    ]
    frame: list[Record] = [Journey(id="now"), Phase(id="p", journey_id="now")]
    one = Document([*frame, *records])
    other = Document([*frame, *data.draw(st.permutations(records))])
    assert ids([*steps_of(one, "now")]) == ids([*steps_of(other, "now")])
