"""Proposals for journeys that were drawn separately: likely pairs first, nothing decided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.document import Document
from sprint.insight.matching import likeness, propose_matches
from sprint.records import Journey, Phase, Step


def two_journeys(left: list[str], right: list[str], lineage: str = "") -> Document:
    made = [
        Step(id=f"{side}{n}", journey_id=side, phase_id=f"p{side}", order=n, title=title, lineage=lineage)
        for side, titles in (("a", left), ("b", right))
        for n, title in enumerate(titles)
    ]
    homes = [record for side in "ab" for record in (Journey(id=side), Phase(id=f"p{side}", journey_id=side))]
    return Document([*homes, *made])


def pairs(document: Document, least: float = 0.45) -> list[tuple[str, str]]:
    return [(match.before.id, match.after.id) for match in propose_matches(document, "a", "b", least)]


def test_alike_steps_are_proposed_in_order_and_strangers_are_not() -> None:
    document = two_journeys(
        ["Ziet zwerfafval op straat", "Vult een formulier in", "Krijgt een brief", "Gaat naar de kermis"],
        ["Zwerfafval gezien op straat", "Vult een kort formulier in", "Krijgt de brief", "Bedankt de wijkploeg"],
    )
    assert pairs(document) == [("a0", "b0"), ("a1", "b1"), ("a2", "b2")]


def test_the_place_decides_between_equal_titles() -> None:
    document = two_journeys(["Wacht", "Belt", "Wacht"], ["Wacht", "Belt", "Wacht"])
    assert pairs(document) == [("a0", "b0"), ("a1", "b1"), ("a2", "b2")]


def test_versions_of_one_step_need_no_proposal() -> None:
    assert pairs(two_journeys(["Belt"], ["Belt"], lineage="bel")) == []


@pytest.mark.parametrize(("one", "other", "alike"), [("Belt", "belt", 1.0), ("", "", 0.0), ("Belt", "—", 0.0)])
def test_likeness_at_its_ends(one: str, other: str, alike: float) -> None:
    assert likeness(one, other) == alike


TITLES = st.lists(st.text(alphabet="abc é", max_size=6), max_size=6)


@given(one=st.text(max_size=12), other=st.text(max_size=12))
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@given(left=TITLES, right=TITLES, least=st.floats(0.05, 1))
def test_no_step_is_in_two_proposals_and_each_is_as_good_as_asked(
    left: list[str], right: list[str], least: float
) -> None:
    document = two_journeys(left, right)
    found = propose_matches(document, "a", "b", least)
    assert len({match.before.id for match in found}) == len({match.after.id for match in found}) == len(found)
    assert all(least <= match.score <= 1 for match in found)
    assert {step.lineage for step in document.table(Step).values()} <= {""}
