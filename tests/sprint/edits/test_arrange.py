"""Tidying: groups keep their place in time, rows close up, lanes go on and off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.document import Document
from sprint.edits.arrange import align_steps, group_steps, move_phase, pin_steps, set_lane, straighten_rows
from sprint.edits.order import GAP
from sprint.errors import IntegrityError
from sprint.journeys import phases_of, steps_of, steps_of_phase
from sprint.lanes import lanes_of
from sprint.records import BASIC_LANES, Journey, Lane, Phase, Step
from tests.helpers.journeys import chain, document_of, journeys, numbered


def board(document: Document) -> list[tuple[str, str]]:
    return [
        (phase.title, "".join(step.id for step in steps_of_phase(document, phase.id)))
        for phase in phases_of(document, "j")
    ]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("bc", [("Fase", "a"), ("Nieuw", "bc"), ("Fase", "d"), ("Leeg", "")]),
        ("ab", [("Nieuw", "ab"), ("Fase", "cd"), ("Leeg", "")]),
        ("cd", [("Fase", "ab"), ("Nieuw", "cd"), ("Leeg", "")]),
        ("dcba", [("Nieuw", "abcd"), ("Leeg", "")]),
        ("bd", [("Fase", "a"), ("Nieuw", "bd"), ("Fase", "c"), ("Leeg", "")]),
        ("", [("Fase", "abcd"), ("Leeg", "")]),
    ],
)
def test_a_group_gets_a_phase_of_its_own(chosen: str, expected: list[tuple[str, str]]) -> None:
    document = document_of(chain("abcd"), [], [Phase(id="q", journey_id="j", title="Leeg", order=5)])
    document.apply(group_steps(document, numbered(), list(chosen), "Nieuw"))
    assert board(document) == expected


@given(document=journeys(), data=st.data())
def test_grouping_neighbours_changes_nothing_in_time(document: Document, data: st.DataObject) -> None:
    before = [step.id for step in steps_of(document, "j")]
    first = data.draw(st.integers(0, len(before) - 1))
    chosen = before[first : data.draw(st.integers(first + 1, len(before)))]
    document.apply(group_steps(document, numbered(), chosen, "Nieuw"))
    assert [step.id for step in steps_of(document, "j")] == before
    groups = [phase for phase in phases_of(document, "j") if phase.title == "Nieuw"]
    assert [step.id for phase in groups for step in steps_of_phase(document, phase.id)] == chosen


def test_steps_of_several_journeys_are_no_group() -> None:
    other = [Journey(id="k"), Phase(id="q", journey_id="k"), Step(id="z", journey_id="k", phase_id="q")]
    with pytest.raises(IntegrityError):
        group_steps(document_of(chain("ab"), [], other), numbered(), ["a", "z"], "Nieuw")


def rows(document: Document) -> dict[str, int]:
    return {step.id: step.row for step in steps_of(document, "j")}


def test_steps_are_put_on_one_row_and_empty_rows_close() -> None:
    steps = [Step(id=f"s{row}", journey_id="j", phase_id="p", order=row, row=row) for row in (2, 4, 7)]
    document = document_of(steps)
    document.apply(straighten_rows(document, "j"))
    assert rows(document) == {"s2": 1, "s4": 2, "s7": 3}
    document.apply(align_steps(document, ["s4", "s7"]))
    assert rows(document) == {"s2": 1, "s4": 2, "s7": 2}
    document.apply(align_steps(document, ["s4", "s2"], row=0))
    assert rows(document) == {"s2": 0, "s4": 0, "s7": 2}
    document.apply(straighten_rows(document, "j"))
    assert rows(document)["s7"] == 1
    assert not straighten_rows(document, "j")


def test_a_step_is_pinned_and_let_go() -> None:
    document = document_of(chain("ab"))
    document.apply(pin_steps(document, {"a": (12.5, -3.0)}))
    assert (document.require(Step, "a").pin_x, document.require(Step, "a").pin_y) == (12.5, -3.0)
    document.apply(pin_steps(document, {"a": None}))
    assert document.require(Step, "a").pin_x is None
    with pytest.raises(IntegrityError):
        document.apply(pin_steps(document, {"a": (float("nan"), 0.0)}))


def shown(document: Document) -> tuple[Lane, ...]:
    return lanes_of(document.require(Journey, "j"))


@given(choices=st.lists(st.tuples(st.sampled_from(Lane), st.booleans()), max_size=20))
def test_lanes_are_what_was_chosen_last(choices: list[tuple[Lane, bool]]) -> None:
    document = document_of([])
    expected = set(BASIC_LANES)
    for lane, is_on in choices:
        document.apply(set_lane(document, "j", lane, is_on))
        (expected.add if is_on else expected.discard)(lane)
    assert shown(document) == tuple(lane for lane in Lane if lane in expected)


def test_all_lanes_can_be_off_and_a_lane_of_a_newer_program_stays() -> None:
    document = document_of([])
    for lane in BASIC_LANES:
        document.apply(set_lane(document, "j", lane, False))
    assert shown(document) == ()
    newer = Document([Journey(id="j", lanes=("pain", "hologram"))])
    newer.apply(set_lane(newer, "j", Lane.KPI, True))
    assert newer.require(Journey, "j").lanes == ("pain", "kpi", "hologram")
    assert shown(newer) == (Lane.PAIN, Lane.KPI)


def test_a_phase_moves_one_place_and_stays_at_the_edge() -> None:
    phases = [Phase(id=f"p{place}", journey_id="j", order=place * GAP) for place in range(3)]
    document = Document([Journey(id="j"), *phases])
    document.apply(move_phase(document, "p0", 1))
    assert [phase.id for phase in phases_of(document, "j")] == ["p1", "p0", "p2"]
    assert not move_phase(document, "p1", -1)
    assert not move_phase(document, "p2", 1)
