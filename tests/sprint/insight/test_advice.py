"""Advice: how a journey ends, waits without a message, dips that nobody works on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sprint.document import Document
from sprint.insight.advice import LONGEST_SILENT_WAIT_DAYS, AdviceRule, advice_for
from sprint.records import Card, Channel, Journey, Lane, Phase, Record, Step


def journey(*steps: Step, cards: tuple[Card, ...] = ()) -> Document:
    records: list[Record] = [Journey(id="j"), Phase(id="p", journey_id="j")]
    return Document([*records, *steps, *cards])


def step(
    number: int, feeling: int | None = None, *, wait: int = 0, channel: Channel = Channel.NONE, row: int = 0
) -> Step:
    return Step(
        id=f"s{number}",
        journey_id="j",
        phase_id="p",
        order=number,
        feeling=feeling,
        wait_days=wait,
        channel=channel,
        row=row,
    )


def found(document: Document) -> list[tuple[AdviceRule, str, int]]:
    return [(advice.rule, advice.step.id, advice.value) for advice in advice_for(document, "j")]


@pytest.mark.parametrize(("last", "told"), [(-1, True), (0, True), (1, False), (3, False)])
def test_an_ending_that_is_not_positive_is_told(last: int, told: bool) -> None:
    expected = [(AdviceRule.ENDS_POSITIVE, "s2", last)] if told else []
    assert found(journey(step(1, 2), step(2, last))) == expected


def test_the_ending_is_the_last_felt_step_of_the_main_route() -> None:
    document = journey(step(1, 2), step(2, 0), step(3, None), step(4, -1, row=1))
    assert found(document) == [(AdviceRule.ENDS_POSITIVE, "s2", 0)]


def test_a_journey_nobody_felt_anything_about_gets_no_advice() -> None:
    assert found(journey(step(1), step(2))) == []


@pytest.mark.parametrize(
    ("days", "channel", "told"),
    [
        (LONGEST_SILENT_WAIT_DAYS, Channel.NONE, False),
        (LONGEST_SILENT_WAIT_DAYS + 1, Channel.NONE, True),
        (21, Channel.STREET, True),
        (21, Channel.EMAIL, False),
        (21, Channel.LETTER, False),
    ],
)
def test_a_long_wait_needs_a_message(days: int, channel: Channel, told: bool) -> None:
    document = journey(step(1, wait=days, channel=channel))
    assert found(document) == ([(AdviceRule.UNATTENDED_WAIT, "s1", days)] if told else [])


def test_what_a_citizen_hears_meanwhile_is_a_message() -> None:
    said = replace(step(1, wait=21), meanwhile="elke week een bericht")
    blank = replace(step(2, wait=21), meanwhile="  ")
    assert found(journey(said, blank)) == [(AdviceRule.UNATTENDED_WAIT, "s2", 21)]


def test_a_dip_needs_an_opportunity_or_an_idea_with_an_owner() -> None:
    def card(number: int, lane: Lane, owner: str) -> Card:
        return Card(id=f"c{number}", journey_id="j", step_id=f"s{number}", lane=lane, owner=owner)

    steps = (step(1, -2), step(2, -3), step(3, -2), step(4, -2), step(5, -1), step(6, 1))
    cards = (card(1, Lane.OPPORTUNITY, "KCC"), card(2, Lane.OPPORTUNITY, " "), card(3, Lane.IDEA, "wijkteam"))
    pain = Card(id="c4", journey_id="j", step_id="s4", lane=Lane.PAIN, owner="KCC")
    assert found(journey(*steps, cards=(*cards, pain))) == [
        (AdviceRule.DIP_WITHOUT_OWNER, "s2", -3),
        (AdviceRule.DIP_WITHOUT_OWNER, "s4", -2),
    ]


def test_the_litter_journey_of_the_method() -> None:
    feelings = (-1, -1, -3, -2, 0, -2, -3, 0)
    steps = [step(place, value, wait=21 if place == 6 else 0) for place, value in enumerate(feelings, start=1)]
    assert found(journey(*steps)) == [
        (AdviceRule.ENDS_POSITIVE, "s8", 0),
        (AdviceRule.UNATTENDED_WAIT, "s6", 21),
        (AdviceRule.DIP_WITHOUT_OWNER, "s3", -3),
        (AdviceRule.DIP_WITHOUT_OWNER, "s4", -2),
        (AdviceRule.DIP_WITHOUT_OWNER, "s6", -2),
        (AdviceRule.DIP_WITHOUT_OWNER, "s7", -3),
    ]
