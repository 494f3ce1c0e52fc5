"""Routes: every way a naive search finds, the plainest first, and an honest word when there were too many."""

from __future__ import annotations

from itertools import count, pairwise
from string import ascii_uppercase

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sprint.document import Document
from sprint.edits.personas import set_persona_track
from sprint.insight.endpoints import ends_of, starts_of
from sprint.insight.figures import FIGURE_TEXTS, RouteFigures
from sprint.insight.routes import CAP_TEXTS, EVERYBODY, Cap, Route, Traveller, find_routes, traveller_of, within
from sprint.journeys import links_of, steps_of
from sprint.records import (
    Channel,
    Initiator,
    Journey,
    Link,
    LinkKind,
    Persona,
    Phase,
    Step,
    StepKind,
    Track,
)
from sprint.summary import figures_of
from tests.helpers.journeys import arrows, chain, document_of, journeys, long_journey

Way = tuple[tuple[str, ...], tuple[str, ...]]


def naive_routes(document: Document, track: Track) -> set[Way]:
    """Find all routes by trying everything, as (step ids, link ids)."""
    steps, links = steps_of(document, "j"), links_of(document, "j")
    by_id = {step.id: step for step in steps}
    ends = {step.id for step in ends_of(steps, links)}
    starts = starts_of(steps, links)
    found: set[Way] = set()

    def fits(step: Step, on: Track) -> bool:
        return on is Track.OPEN or step.track in (Track.OPEN, on)

    def walk(passed: tuple[str, ...], taken: tuple[Link, ...], on: Track) -> None:
        if passed[-1] in ends or (taken and taken[-1].kind is LinkKind.DROP_OUT):
            found.add((passed, tuple(link.id for link in taken)))
            return
        for link in links:
            if link.source != passed[-1] or link.kind is LinkKind.LOOP or link.target in passed:
                continue
            target, after = by_id[link.target], on
            if link.kind is LinkKind.TRACK_SWITCH and on is not Track.OPEN:
                other = Track.SPENT if on is Track.SAVED else Track.SAVED
                after = target.track if target.track is not Track.OPEN else other
            if fits(target, after):
                walk((*passed, target.id), (*taken, link), after)

    for start in [step for step in starts if fits(step, track)] or starts:
        walk((start.id,), (), track)
    return found


def way_of(route: Route) -> Way:
    return tuple(step.id for step in route.steps), tuple(link.id for link in route.links)


def names(document: Document, traveller: Traveller = EVERYBODY) -> list[str]:
    return ["".join(step.id for step in route.steps) for route in find_routes(document, "j", traveller).routes]


@given(document=journeys(), track=st.sampled_from(Track))
def test_every_route_is_found_once_and_the_plainest_come_first(document: Document, track: Track) -> None:
    found = find_routes(document, "j", Traveller(track=track), limit=100_000)
    ways = [way_of(route) for route in found.routes]
    assert len(set(ways)) == len(ways)
    assert set(ways) == naive_routes(document, track)
    assert found.cap is None
    assert found.total in (None, len(ways))
    detours = [route.detours for route in found.routes]
    assert detours == sorted(detours)


@given(document=journeys(), limit=st.integers(1, 3))
def test_a_shorter_list_is_the_beginning_of_the_whole_one(document: Document, limit: int) -> None:
    whole = find_routes(document, "j", limit=100_000).routes
    found = find_routes(document, "j", limit=limit)
    assert found.routes == whole[:limit]
    assert found.cap is (Cap.COUNT if len(whole) > limit else None)


@given(size=st.integers(2, 8), data=st.data())
def test_without_circles_the_total_is_exact_also_when_few_are_listed(size: int, data: st.DataObject) -> None:
    pairs = [(a, b) for a in range(size) for b in range(a + 1, size)]
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True))
    document = document_of(chain("abcdefgh"[:size]), arrows(("abcdefgh"[a], "abcdefgh"[b]) for a, b in chosen))
    assert find_routes(document, "j", limit=1).total == len(naive_routes(document, Track.OPEN))


def test_a_deadline_stops_the_search_and_says_so() -> None:
    ticks = count()
    found = find_routes(long_journey(60), "j", is_due=within(100, lambda: float(next(ticks))))
    assert found.cap is Cap.TIME
    assert 0 < len(found.routes) < 60
    assert found.total is not None and found.total > len(found.routes)
    assert set(CAP_TEXTS) == set(Cap)


def test_a_hundred_steps_are_listed_without_trying_what_never_arrives() -> None:
    """The plain search does not come back on this board: each step adds ways that end in a blind alley."""
    middle = ascii_uppercase[1:-1]
    steps = chain(ascii_uppercase)
    blind = [
        Step(id=f"{name}{row}", journey_id="j", phase_id="p", order=place, row=row)
        for place, name in enumerate(middle)
        for row in (1, 2, 3)
    ]
    pairs = [(one.id, other.id) for one, other in pairwise(steps)]
    pairs += [("A", f"B{row}") for row in (1, 2, 3)]
    for one, other in pairwise(middle):
        pairs += [(f"{one}{row}", f"{other}{below}") for row in (1, 2, 3) for below in (1, 2, 3)]
    looked = count()
    found = find_routes(document_of([*steps, *blind], arrows(pairs)), "j", is_due=lambda: next(looked) > 500)
    assert found.cap is None
    assert [len(route.steps) for route in found.routes] == [26]


def test_a_way_back_is_no_part_of_a_route_and_giving_up_ends_one() -> None:
    links = arrows(
        [("a", "b"), ("b", "c"), ("c", "d"), ("c", "a", LinkKind.LOOP), ("b", "x", LinkKind.DROP_OUT), ("x", "d")]
    )
    document = document_of(chain("abcxd"), links)
    found = find_routes(document, "j")
    assert names(document) == ["abcd", "abx"]
    assert {route.steps[-1].id: route.drops_out for route in found.routes} == {"d": False, "x": True}


def test_parallel_arrows_are_routes_of_their_own() -> None:
    document = document_of(chain("ab"), arrows([("a", "b"), ("a", "b", LinkKind.ALTERNATIVE), ("a", "a")]))
    assert names(document) == ["ab", "ab"]
    assert [route.detours for route in find_routes(document, "j").routes] == [0, 1]


def test_a_persona_takes_its_own_steps_on_its_own_track_and_may_switch() -> None:
    steps = [
        Step(id="a", journey_id="j", phase_id="p", order=0, kind=StepKind.TRIGGER),
        Step(id="b", journey_id="j", phase_id="p", order=1, track=Track.SAVED),
        Step(id="c", journey_id="j", phase_id="p", order=2, row=1, track=Track.SPENT),
        Step(id="d", journey_id="j", phase_id="p", order=3, row=2, persona_ids=("greet",)),
        Step(id="e", journey_id="j", phase_id="p", order=4, kind=StepKind.END),
    ]
    pairs = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "e"), ("c", "e"), ("d", "e"), ("b", "c", LinkKind.TRACK_SWITCH)]
    document = Document(
        [
            Persona(id="bram", track=Track.SAVED),
            Persona(id="greet"),
            Journey(id="j", persona_ids=("bram", "greet"), spent_ids=("greet",)),
            Phase(id="p", journey_id="j"),
            *steps,
            *arrows(pairs),
        ]
    )
    bram, greet = (traveller_of(document, "j", persona) for persona in ("bram", "greet"))
    assert (bram, greet) == (Traveller("bram", Track.SAVED), Traveller("greet", Track.SPENT))
    document.apply(set_persona_track(document, "j", "greet", Track.SAVED))
    assert traveller_of(document, "j", "greet").track is Track.SAVED
    document.apply(set_persona_track(document, "j", "greet", Track.SPENT))
    assert names(document, bram) == ["abe", "abce"]
    assert names(document, greet) == ["ace", "ade"]
    switched = find_routes(document, "j", bram).routes[1]
    assert switched.tracks == (Track.SAVED, Track.SAVED, Track.SPENT, Track.SPENT)
    assert sorted(names(document)) == ["abce", "abe", "ace", "ade"]


def step(number: int, channel: Channel = Channel.NONE, **fields: object) -> Step:
    return Step(id=f"s{number}", journey_id="j", phase_id="p", order=number, channel=channel, **fields)


def figures(*steps: Step, kinds: dict[int, LinkKind] | None = None) -> RouteFigures:
    chosen = kinds or {}
    links = [(f"s{n}", f"s{n + 1}", chosen.get(n, LinkKind.NEXT)) for n in range(len(steps) - 1)]
    (route,) = find_routes(document_of(steps, arrows(links)), "j").routes
    return route.figures


def test_a_route_is_counted_as_its_explanations_say() -> None:
    found = figures(
        step(0, Channel.STREET),
        step(1, Channel.WEB, minutes=20, cost_cents=150),
        step(2, Channel.LETTER, wait_days=5),
        step(3, kind=StepKind.WAIT, wait_days=14),
        step(4, kind=StepKind.WAIT, wait_days=7),
        step(5, Channel.LETTER, minutes=5, cost_cents=50),
        kinds={2: LinkKind.HAND_OVER},
    )
    assert (found.steps, found.contacts, found.letters, found.channel_switches, found.hand_overs) == (6, 3, 2, 1, 1)
    assert (found.active_minutes, found.waiting_days, found.cost_cents) == (25, 26, 200)
    assert found.longest_silence_days == 21
    assert not found.is_straight_through
    assert set(FIGURE_TEXTS) == set(RouteFigures.__annotations__)


@pytest.mark.parametrize(
    ("steps", "silence"),
    [
        ([step(0, wait_days=3), step(1, wait_days=4)], 7),
        ([step(0, wait_days=3), step(1, wait_days=4, meanwhile="Een bericht per week")], 3),
        ([step(0, wait_days=3), step(1, Channel.EMAIL, wait_days=9), step(2, wait_days=4)], 4),
        ([step(0, wait_days=3), step(1, Channel.WEB, wait_days=9)], 9),
        ([step(0), step(1)], 0),
    ],
)
def test_waits_add_up_until_something_is_heard(steps: list[Step], silence: int) -> None:
    assert figures(*steps).longest_silence_days == silence


@pytest.mark.parametrize(
    ("later", "kinds", "is_straight"),
    [
        (step(2, Channel.LETTER), {}, True),
        (step(2, Channel.PHONE, initiator=Initiator.CITIZEN), {}, False),
        (step(2, Channel.WEB), {}, False),
        (step(2, Channel.WEB, initiator=Initiator.GOVERNMENT), {}, True),
        (step(2, Channel.LETTER, is_deviation=True), {}, False),
        (step(2, Channel.LETTER), {0: LinkKind.HAND_OVER}, False),
        (step(2, Channel.LETTER), {1: LinkKind.TRACK_SWITCH}, False),
        (step(2, Channel.LETTER), {0: LinkKind.ALTERNATIVE}, True),
    ],
)
def test_in_one_go_means_nobody_has_to_come_back(later: Step, kinds: dict[int, LinkKind], is_straight: bool) -> None:
    assert figures(step(0, Channel.WEB), step(1, wait_days=2), later, kinds=kinds).is_straight_through is is_straight


@given(document=journeys())
def test_contacts_and_waits_of_a_straight_journey_agree_with_the_summary(document: Document) -> None:
    """Two places count contacts; they may never tell different things about one journey."""
    steps = [one for one in steps_of(document, "j") if one.row == 0]
    assume(len(steps) > 1)
    plain = [step(n, one.channel, wait_days=one.wait_days) for n, one in enumerate(steps)]
    summary = figures_of(document, "j")
    found = figures(*plain)
    assert (found.steps, found.contacts, found.letters) == (summary.steps, summary.contacts, summary.letters)
    assert found.waiting_days == summary.wait_days
