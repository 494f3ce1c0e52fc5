"""The document keeps references whole, refuses what does not fit, and tells every listener the same."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.diff import Diff, Label, make_diff
from sprint.document import Document
from sprint.errors import IntegrityError, StaleDiffError
from sprint.records import (
    Block,
    Card,
    Day,
    Journey,
    Link,
    LinkKind,
    Note,
    Observation,
    Phase,
    Record,
    Sprint,
    Step,
    TimerRun,
)
from tests.helpers.mirror import Mirror, differences
from tests.helpers.strategies import record_lists, small_sprint, snapshot


@pytest.fixture
def document() -> Document:
    return small_sprint()


def birth(*records: Record) -> Diff:
    return make_diff("edit.add_step", [(None, record) for record in records])


def change(before: Record, after: Record | None) -> Diff:
    return make_diff("edit.change_step", [(before, after)])


def refused(document: Document, diff: Diff, key: str) -> None:
    """Apply a diff that must be refused, and see that nothing at all has changed."""
    mirror, before = Mirror(document), snapshot(document)
    with pytest.raises(IntegrityError) as caught:
        document.apply(diff)
    assert caught.value.key == key
    assert snapshot(document) == before
    assert list(differences(document, mirror)) == []


# ---- reading


def test_get_and_require_find_a_record_of_the_asked_kind(document: Document) -> None:
    step = document.require(Step, "step-0")
    assert document.get("step-0") is step
    assert document.get("nobody") is None
    for kind, record_id in ((Step, "nobody"), (Card, "step-0")):
        with pytest.raises(IntegrityError, match="record_gone"):
            document.require(kind, record_id)


def test_tables_cannot_be_written_past_the_document(document: Document) -> None:
    table = document.table(Step)
    assert set(table) == {"step-0", "step-1", "step-2"}
    with pytest.raises(TypeError):
        table["x"] = table["step-0"]


def test_referrers_are_those_of_one_kind(document: Document) -> None:
    assert {card.id for card in document.referrers(Card, "step-0")} == {"card-0"}
    assert {link.id for link in document.referrers(Link, "step-1")} == {"link-0"}
    assert list(document.referrers(Card, "step-1")) == []
    assert {other.id for other in document.referrers(Record, "picture-0")} == {"card-0"}


def test_a_document_without_a_sprint_record_still_has_one() -> None:
    assert Document().sprint == Sprint(id="sprint")


def test_the_graph_cannot_be_written_past_the_document(document: Document) -> None:
    with pytest.raises(nx.NetworkXError):
        document.graph.add_node("x")


# ---- what is refused


def test_a_change_of_what_has_changed_since_is_refused(document: Document) -> None:
    step = document.require(Step, "step-0")
    document.apply(change(step, replace(step, title="a")))
    refused(document, change(step, replace(step, title="b")), "error.stale_change")
    refused(document, birth(step), "error.stale_change")
    with pytest.raises(StaleDiffError):
        document.apply(change(replace(step, id="gone"), None))


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (Card(id="new", journey_id="journey-0", step_id="nobody"), "error.dangling"),
        (Card(id="new", journey_id="journey-0", step_id="phase-0"), "error.dangling"),
        (Journey(id="new", persona_ids=("persona-0", "nobody")), "error.dangling"),
        (Link(id="new", journey_id="journey-0", source="step-0", target="phase-0"), "error.dangling"),
        (Step(id="new", journey_id="journey-0", phase_id="phase-0", feeling=4), "error.impossible_value"),
        (Step(id="new", journey_id="journey-0", phase_id="phase-0", feeling=-4), "error.impossible_value"),
        (Step(id="new", journey_id="journey-0", phase_id="phase-0", wait_days=-1), "error.impossible_value"),
        (Step(id="new", journey_id="journey-0", phase_id="phase-0", minutes=-1), "error.impossible_value"),
        (Step(id="new", journey_id="journey-0", phase_id="phase-0", row=-1), "error.impossible_value"),
        (Observation(id="new", step_id="step-0", valence=2), "error.impossible_value"),
        (Observation(id="new", step_id="step-0", severity=4), "error.impossible_value"),
        (Block(id="new", day_id="day-0", minutes=24 * 60 + 1), "error.impossible_value"),
        (TimerRun(id="new", block_id="block-0", planned_seconds=-1), "error.impossible_value"),
    ],
)
def test_a_record_that_cannot_stand_is_refused(document: Document, record: Record, key: str) -> None:
    refused(document, birth(record), key)


def test_what_others_need_stays(document: Document) -> None:
    step = document.require(Step, "step-0")
    refused(document, change(step, None), "error.still_needed")


def test_what_others_need_may_go_together_with_them(document: Document) -> None:
    gone = [document.require(Card, "card-0"), document.require(Step, "step-0"), document.require(Link, "link-0")]
    gone.append(document.require(Observation, "remark-0"))
    mirror = Mirror(document)
    document.apply(make_diff("edit.delete", [(record, None) for record in gone]))
    assert document.get("step-0") is None
    assert list(differences(document, mirror)) == []


def test_a_target_may_go_when_nobody_points_at_it_any_more(document: Document) -> None:
    card, picture = document.require(Card, "card-0"), document.get("picture-0")
    document.apply(make_diff("edit.delete", [(picture, None), (card, replace(card, picture_id=""))]))
    assert document.get("picture-0") is None


def test_a_change_under_a_wrong_name_or_of_another_kind_is_refused(document: Document) -> None:
    step = document.require(Step, "step-2")
    refused(document, Diff(Label("x"), {"step-9": (None, step)}), "error.wrong_record")
    refused(document, Diff(Label("x"), {"step-2": (step, Note(id="step-2"))}), "error.wrong_record")
    refused(document, Diff(Label("x"), {"r": (None, Record(id="r"))}), "error.wrong_record")


def test_a_refused_diff_changes_nothing_even_when_its_first_part_was_right(document: Document) -> None:
    right = Day(id="day-9")
    wrong = Card(id="card-9", journey_id="journey-0", step_id="nobody")
    refused(document, birth(right, wrong), "error.dangling")


def test_records_of_one_diff_may_refer_to_each_other_in_any_order(document: Document) -> None:
    step = Step(id="new-step", journey_id="journey-0", phase_id="new-phase")
    link = Link(id="new-link", journey_id="journey-0", source="new-step", target="step-0")
    document.apply(birth(link, step, Phase(id="new-phase", journey_id="journey-0")))
    assert document.graph.has_edge("new-step", "step-0", key="new-link")


# ---- listeners


def test_listeners_hear_every_change_until_they_leave(document: Document) -> None:
    heard: list[Diff] = []
    leave = document.subscribe(heard.append)
    first = birth(Day(id="day-8"))
    document.apply(first)
    leave()
    document.apply(birth(Day(id="day-9")))
    assert heard == [first]


def test_a_listener_that_leaves_while_it_is_told_does_not_cost_others_their_turn(document: Document) -> None:
    heard: list[str] = []
    leave = document.subscribe(lambda _: (heard.append("first"), leave())[0])
    document.subscribe(lambda _: heard.append("second"))
    document.apply(birth(Day(id="day-8")))
    document.apply(birth(Day(id="day-9")))
    assert heard == ["first", "second", "second"]


# ---- the graph


def test_parallel_links_and_loops_to_itself_are_kept_apart(document: Document) -> None:
    pairs = [("step-0", "step-1"), ("step-0", "step-1"), ("step-1", "step-1")]
    new = [
        Link(id=f"new-{n}", journey_id="journey-0", source=one, target=two, kind=LinkKind.LOOP)
        for n, (one, two) in enumerate(pairs)
    ]
    document.apply(birth(*new))
    assert document.graph.number_of_edges("step-0", "step-1") == 3
    assert document.graph.number_of_edges("step-1", "step-1") == 1
    document.apply(make_diff("edit.delete_links", [(new[2], None)]))
    assert not list(document.referrers(Link, "nobody"))
    assert document.graph.number_of_edges("step-1", "step-1") == 0


def test_a_link_can_be_bent_to_another_step(document: Document) -> None:
    mirror = Mirror(document)
    link = document.require(Link, "link-0")
    document.apply(make_diff("edit.change_link", [(link, replace(link, target="step-2"))]))
    assert sorted(document.graph.successors("step-0")) == ["step-2"]
    assert list(differences(document, mirror)) == []


def test_the_graph_is_the_same_whether_asked_early_or_late(document: Document) -> None:
    late = small_sprint()
    assert document.graph.number_of_nodes() == 3
    for one in (document, late):
        step = one.require(Step, "step-0")
        one.apply(change(step, replace(step, title="new")))
        one.apply(birth(Step(id="step-9", journey_id="journey-0", phase_id="phase-1")))
    assert nx.utils.graphs_equal(nx.MultiDiGraph(document.graph), nx.MultiDiGraph(late.graph))


@settings(max_examples=40)
@given(records=record_lists(), data=st.data())
def test_any_document_can_be_built_by_one_diff_and_taken_down_by_its_inverse(
    records: list[Record], data: st.DataObject
) -> None:
    document = Document()
    mirror = Mirror(document)
    diff = birth(*data.draw(st.permutations(records)))
    document.apply(diff)
    assert snapshot(document) == {record.id: record for record in records}
    assert list(differences(document, mirror)) == []
    document.apply(diff.inverse())
    assert len(document) == 0
    assert document.graph.number_of_nodes() == 0
    assert list(differences(document, mirror)) == []


@settings(max_examples=40)
@given(records=record_lists())
def test_nothing_of_a_record_that_is_gone_is_remembered(records: list[Record]) -> None:
    document = Document(records)
    document.apply(birth(*records).inverse())
    assert [list(document.referrers(Record, record.id)) for record in records] == [[] for _ in records]
    document.apply(birth(*records))
    assert list(differences(document, Mirror(document))) == []
