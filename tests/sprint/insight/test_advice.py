"""Advice: how a journey ends, waits without a message, dips that nobody works on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sprint.document import Document
from sprint.edits.advice import dismiss_advice, take_up_advice
from sprint.edits.delete import delete
from sprint.errors import IntegrityError
from sprint.insight.advice import (
    LONGEST_SILENT_WAIT_DAYS,
    AdviceRule,
    advice_for,
    dismissed_advice,
    open_advice,
)
from sprint.records import (
    Card,
    Channel,
    DismissedAdvice,
    Evidence,
    Freedom,
    Journey,
    Lane,
    Phase,
    Record,
    Step,
    StepKind,
    Track,
)
from tests.helpers.journeys import numbered


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


FELT = {AdviceRule.ENDS_POSITIVE, AdviceRule.UNATTENDED_WAIT, AdviceRule.DIP_WITHOUT_OWNER}


def found(document: Document) -> list[tuple[AdviceRule, str, int]]:
    """Give what the rules about feelings and waits say."""
    return [(advice.rule, advice.step_id, advice.value) for advice in advice_for(document, "j") if advice.rule in FELT]


def told(document: Document, rule: AdviceRule) -> list[tuple[str, int]]:
    """Give what one rule says: the step and the value."""
    return [(advice.step_id, advice.value) for advice in advice_for(document, "j") if advice.rule is rule]


@pytest.mark.parametrize(("last", "told"), [(-1, True), (0, True), (1, False), (3, False)])
def test_an_ending_that_is_not_positive_is_told(last: int, told: bool) -> None:
    expected = [(AdviceRule.ENDS_POSITIVE, "s2", last)] if told else []
    assert found(journey(step(1, 2), step(2, last))) == expected


def test_the_ending_is_the_last_felt_step_of_the_main_route() -> None:
    document = journey(step(1, 2), step(2, 0), step(3, None), step(4, -1, row=1))
    assert found(document) == [(AdviceRule.ENDS_POSITIVE, "s2", 0)]


def test_a_journey_nobody_felt_anything_about_gets_no_advice() -> None:
    assert advice_for(journey(step(1), step(2)), "j") == []


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


@pytest.mark.parametrize(
    ("freedom", "manner", "is_told"),
    [
        (Freedom.CANNOT, "", True),
        (Freedom.CANNOT, " ", True),
        (Freedom.CANNOT, "bel eerst", False),
        (Freedom.MUST, "", False),
        (Freedom.MAY, "", False),
    ],
)
def test_what_cannot_change_needs_a_manner(freedom: Freedom, manner: str, is_told: bool) -> None:
    legal = replace(step(1), freedom=freedom, manner=manner)
    assert told(journey(legal), AdviceRule.NO_MANNER) == ([("s1", 0)] if is_told else [])


def test_a_contact_needs_a_channel() -> None:
    contact = replace(step(1), kind=StepKind.TOUCHPOINT)
    other = replace(step(2, channel=Channel.WEB), kind=StepKind.TOUCHPOINT)
    assert told(journey(contact, other, step(3)), AdviceRule.NO_CHANNEL) == [("s1", 0)]


@pytest.mark.parametrize(
    ("channels", "expected"),
    [
        ((Channel.WEB, Channel.EMAIL), [("s1", 0)]),
        ((Channel.STREET, Channel.APP), [("s2", 0)]),
        ((Channel.WEB, Channel.PHONE), []),
        ((Channel.STREET, Channel.LETTER), []),
    ],
)
def test_who_gets_stuck_on_a_screen_can_reach_a_human(
    channels: tuple[Channel, ...], expected: list[tuple[str, int]]
) -> None:
    steps = [step(number, channel=channel) for number, channel in enumerate(channels, start=1)]
    assert told(journey(*steps), AdviceRule.NO_HUMAN) == expected


@pytest.mark.parametrize(
    ("tracks", "expected"),
    [
        ((Track.OPEN, Track.OPEN, Track.OPEN), [("", 0)]),
        ((Track.SAVED, Track.OPEN, Track.OPEN), [("", 1)]),
        ((Track.SAVED, Track.SPENT, Track.OPEN), []),
        ((Track.SAVED, Track.OPEN), []),
    ],
)
def test_both_tracks_are_there(tracks: tuple[Track, ...], expected: list[tuple[str, int]]) -> None:
    steps = [replace(step(number), track=track) for number, track in enumerate(tracks)]
    assert told(journey(*steps), AdviceRule.ONE_TRACK) == expected


@pytest.mark.parametrize(
    ("title", "is_told"),
    [("Ik wil verhuizen", False), ("I want to move", False), ("Melding openbare ruimte", True), ("", False)],
)
def test_a_journey_has_the_name_a_citizen_gives_it(title: str, is_told: bool) -> None:
    document = Document([Journey(id="j", title=title)])
    assert told(document, AdviceRule.FIRST_PERSON) == ([("", 0)] if is_told else [])


@pytest.mark.parametrize(("heard", "expected"), [(0, [("", 100)]), (1, [("", 75)]), (2, []), (4, [])])
def test_the_share_of_assumptions_is_told_above_one_half(heard: int, expected: list[tuple[str, int]]) -> None:
    levels = [Evidence.HEARD] * heard + [Evidence.ASSUMED] * (4 - heard)
    steps = [replace(step(number), evidence=level) for number, level in enumerate(levels)]
    assert told(journey(*steps), AdviceRule.ASSUMED) == expected


@pytest.mark.parametrize(("feelings", "is_told"), [((0, 1, 0), True), ((0, 1), False), ((-1, 1, 1), False)])
def test_a_flat_line_is_told(feelings: tuple[int, ...], is_told: bool) -> None:
    steps = [step(number, feeling) for number, feeling in enumerate(feelings)]
    assert told(journey(*steps), AdviceRule.FLAT_LINE) == ([("", 0)] if is_told else [])


def test_advice_put_aside_keeps_its_reason_until_it_is_taken_up_or_the_step_goes() -> None:
    document, ids = journey(step(1, wait=21), step(2, 1)), numbered()
    document.apply(dismiss_advice(document, ids, "j", "unattended_wait", " De wijkagent belt. ", step_id="s1"))
    assert AdviceRule.UNATTENDED_WAIT not in [advice.rule for advice in open_advice(document, "j")]
    ((advice, record),) = dismissed_advice(document, "j")
    assert (advice.step_id, record.reason) == ("s1", "De wijkagent belt.")
    document.apply(dismiss_advice(document, ids, "j", "unattended_wait", "Anders.", step_id="s1"))
    assert [one.reason for one in document.table(DismissedAdvice).values()] == ["Anders."]
    taken = take_up_advice(document, record.id)
    document.apply(taken)
    assert AdviceRule.UNATTENDED_WAIT in [one.rule for one in open_advice(document, "j")]
    document.apply(taken.inverse())
    document.apply(delete(document, ["s1"]))
    assert not document.table(DismissedAdvice)


def test_advice_is_not_put_aside_without_a_reason() -> None:
    with pytest.raises(IntegrityError):
        dismiss_advice(journey(step(1)), numbered(), "j", "assumed", "  ")
