"""Edits of the graph, as a facilitator means them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits.cards import add_card, move_card
from sprint.edits.journey import (
    add_journey,
    add_phase,
    add_step,
    change_step,
    link_steps,
    move_steps,
    rename,
    set_feeling,
)
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.journeys import cards_of, links_from, phases_of, steps_of, steps_of_phase
from sprint.records import Journey, JourneyKind, Lane, Link, LinkKind, Phase, Step


@pytest.fixture
def document() -> Document:
    """A journey a → b → c in one phase, an empty second phase, and another journey."""
    return Document(
        [
            Journey(id="now"),
            Journey(id="other", kind=JourneyKind.TO_BE),
            Phase(id="one", journey_id="now", order=1),
            Phase(id="two", journey_id="now", order=2),
            Phase(id="far", journey_id="other"),
            *(Step(id=name, journey_id="now", phase_id="one", order=n * 10) for n, name in enumerate("abc")),
            Step(id="x", journey_id="other", phase_id="far"),
            Link(id="ab", journey_id="now", source="a", target="b"),
            Link(id="bc", journey_id="now", source="b", target="c"),
        ]
    )


def order(document: Document, phase: str = "one") -> str:
    return " ".join(step.id for step in steps_of_phase(document, phase))


def arrows(document: Document) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in document.table(Link).values()}


def test_a_step_behind_another_is_put_into_the_route(document: Document, ids: IdSource) -> None:
    document.apply(add_step(document, ids, "now", title="tussen", after="a"))
    assert order(document) == "a new0 b c"
    assert arrows(document) == {("a", "new0"), ("new0", "b"), ("b", "c")}
    assert document.require(Step, "new0").lineage == "new0"


def test_an_alternative_hangs_below_and_leaves_the_route_alone(document: Document, ids: IdSource) -> None:
    document.apply(add_step(document, ids, "now", after="a", row=1))
    assert document.require(Step, "new0").row == 1
    assert arrows(document) == {("a", "new0"), ("a", "b"), ("b", "c")}


def test_other_arrows_of_the_step_before_stay_where_they_are(document: Document, ids: IdSource) -> None:
    document.apply(link_steps(document, ids, "a", "c", LinkKind.DROP_OUT))
    document.apply(add_step(document, ids, "now", after="a"))
    assert ("a", "c") in arrows(document)


def test_a_step_without_a_place_ends_the_last_phase(document: Document, ids: IdSource) -> None:
    document.apply(add_step(document, ids, "now"))
    assert order(document, "two") == "new0"
    with pytest.raises(IntegrityError, match="no_phase"):
        add_step(Document([Journey(id="empty")]), ids, "empty")


@pytest.mark.parametrize("where", [{"phase_id": "far"}, {"after": "x"}, {"after": "a", "phase_id": "far"}])
def test_a_step_does_not_land_in_another_journey(document: Document, ids: IdSource, where: dict[str, str]) -> None:
    with pytest.raises(IntegrityError, match="wrong_record"):
        add_step(document, ids, "now", **where)


@pytest.mark.parametrize(
    ("moving", "phase", "before", "one", "two"),
    [
        (["c"], "one", "a", "c a b", ""),
        (["a"], "one", "", "b c a", ""),
        (["a"], "one", "c", "b a c", ""),
        (["c", "a"], "one", "b", "a c b", ""),
        (["c", "a"], "two", "", "b", "a c"),
        (["b"], "one", "b", "a b c", ""),
        (["a", "b"], "one", "b", "a b c", ""),
        (["b", "b"], "two", "", "a c", "b"),
    ],
)
def test_steps_move_to_a_place_and_keep_their_order_among_themselves(
    document: Document, moving: list[str], phase: str, before: str, one: str, two: str
) -> None:
    document.apply(move_steps(document, moving, phase, before))
    assert (order(document), order(document, "two")) == (one, two)


def test_a_step_that_is_dropped_where_it_was_stays_between_its_neighbours(document: Document) -> None:
    for step in "abc":
        document.apply(move_steps(document, [step], "one", step))
        assert order(document) == "a b c"


def test_steps_move_to_another_row_and_not_to_another_journey(document: Document) -> None:
    document.apply(move_steps(document, ["b"], "one", "c", row=2))
    assert document.require(Step, "b").row == 2
    with pytest.raises(IntegrityError, match="wrong_record"):
        move_steps(document, ["a"], "far")


@given(data=st.data())
def test_any_moves_keep_every_step_in_one_place(data: st.DataObject) -> None:
    names = list("abcdef")
    made = [Step(id=name, journey_id="now", phase_id="one", order=n % 3) for n, name in enumerate(names)]
    phases = [Phase(id=name, journey_id="now", order=n) for n, name in enumerate(("one", "two"))]
    document = Document([Journey(id="now"), *phases, *made])
    for _ in range(data.draw(st.integers(1, 5))):
        was = [step.id for step in steps_of(document, "now")]
        moving = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
        phase = data.draw(st.sampled_from(["one", "two"]))
        stay = [name for name in order(document, phase).split() if name not in moving]
        before = data.draw(st.sampled_from(["", *stay]))
        document.apply(move_steps(document, moving, phase, before))
        at = stay.index(before) if before else len(stay)
        expected = [*stay[:at], *sorted(moving, key=was.index), *stay[at:]]
        assert order(document, phase).split() == expected
        assert sorted(step.id for step in steps_of(document, "now")) == names


def test_the_same_arrow_twice_is_no_change(document: Document, ids: IdSource) -> None:
    assert not link_steps(document, ids, "a", "b")
    document.apply(link_steps(document, ids, "a", "b", LinkKind.LOOP, "terug"))
    assert sorted(link.kind for link in links_from(document, "a")) == ["loop", "next"]


def test_an_arrow_between_two_journeys_is_refused(document: Document, ids: IdSource) -> None:
    with pytest.raises(IntegrityError, match="link_between_journeys"):
        link_steps(document, ids, "a", "x")


@pytest.mark.parametrize(
    ("after", "expected"), [("one", "one new0 two"), ("two", "one two new0"), ("", "one two new0")]
)
def test_a_phase_comes_behind_another_or_at_the_end(
    document: Document, ids: IdSource, after: str, expected: str
) -> None:
    document.apply(add_phase(document, ids, "now", "nieuw", after))
    assert " ".join(phase.id for phase in phases_of(document, "now")) == expected


def test_a_journey_begins_with_its_phases(ids: IdSource) -> None:
    document = Document()
    document.apply(add_journey(document, ids, "Nu", JourneyKind.AS_IS, ["Aanleiding", "Melden"]))
    assert [phase.title for phase in phases_of(document, "new0")] == ["Aanleiding", "Melden"]


@pytest.mark.parametrize(("record", "title"), [("a", "Belt"), ("one", "Begin"), ("now", "Nu")])
def test_steps_phases_and_journeys_get_another_name(document: Document, record: str, title: str) -> None:
    diff = rename(document, record, title)
    document.apply(diff)
    assert getattr(document.get(record), "title", "") == title
    assert diff.label.params == {"title": title}
    assert not rename(document, record, title)
    with pytest.raises(IntegrityError, match="record_gone"):
        rename(document, "ab", title)


def test_a_feeling_is_set_for_many_and_taken_away_again(document: Document) -> None:
    document.apply(set_feeling(document, ["a", "b"], -3))
    assert [step.feeling for step in steps_of_phase(document, "one")] == [-3, -3, None]
    document.apply(set_feeling(document, ["a"], None))
    assert document.require(Step, "a").feeling is None
    refused: Diff = set_feeling(document, ["b"], 4)
    with pytest.raises(IntegrityError, match="impossible_value"):
        document.apply(refused)


def test_an_edit_of_what_is_gone_says_so(document: Document) -> None:
    with pytest.raises(IntegrityError, match="record_gone"):
        change_step(document, "gone", wait_days=1)


def test_cards_are_added_at_the_end_and_move_between_steps_and_lanes(document: Document, ids: IdSource) -> None:
    for text in "pqr":
        document.apply(add_card(document, ids, "a", Lane.PAIN, text))
    first, second, third = (card.id for card in cards_of(document, "a", Lane.PAIN))
    document.apply(move_card(document, third, "a", Lane.PAIN, first))
    assert [card.text for card in cards_of(document, "a", Lane.PAIN)] == ["r", "p", "q"]
    document.apply(move_card(document, second, "b", Lane.IDEA))
    assert [card.text for card in cards_of(document, "b", Lane.IDEA)] == ["q"]
    document.apply(move_card(document, second, "x", Lane.IDEA))
    assert cards_of(document, "x")[0].journey_id == "other"


def test_a_card_that_is_dropped_where_it_was_stays_there(document: Document, ids: IdSource) -> None:
    for text in "pqr":
        document.apply(add_card(document, ids, "a", Lane.PAIN, text))
    for card in cards_of(document, "a", Lane.PAIN):
        document.apply(move_card(document, card.id, "a", Lane.PAIN, card.id))
        assert [card.text for card in cards_of(document, "a", Lane.PAIN)] == ["p", "q", "r"]
