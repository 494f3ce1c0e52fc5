"""Two journeys side by side: what goes, comes and changes, the same story told from either end."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.document import Document
from sprint.edits.cards import change_card
from sprint.edits.delete import delete
from sprint.edits.fork import fork_journey
from sprint.edits.journey import add_step, change_step, move_steps, rename
from sprint.example import example_records
from sprint.insight.chain import longest_chain
from sprint.insight.compare import Aspect, Change, Comparison, Row, compare
from sprint.journeys import cards_of, phases_of, steps_of
from sprint.records import Card, Channel, Freedom, Journey, Lane, Phase, Step
from tests.helpers.journeys import document_of, journeys, numbered


def forked(document: Document) -> str:
    """Fork the journey "j" and give the id of the fork."""
    diff = fork_journey(document, numbered(), "j", "Straks")
    document.apply(diff)
    return next(one.id for one in document.table(Journey).values() if one.origin_id == "j")


def told(comparison: Comparison) -> set[tuple[str, str, tuple[tuple[str, object, object], ...], str, bool]]:
    return {
        (
            row.before.id if row.before else "",
            row.after.id if row.after else "",
            tuple((change.aspect.value, change.old, change.new) for change in row.changes),
            row.neighbour_id,
            row.is_legal,
        )
        for row in comparison.rows
    }


def backwards(comparison: Comparison) -> Comparison:
    rows = tuple(
        Row(
            row.after,
            row.before,
            tuple(Change(change.aspect, change.new, change.old) for change in row.changes),
            row.neighbour_id,
            row.is_legal,
        )
        for row in comparison.rows
    )
    return Comparison(rows, comparison.after, comparison.before)


@given(document=journeys())
def test_a_fork_differs_in_nothing(document: Document) -> None:
    fork = forked(document)
    found = compare(document, "j", fork)
    assert not found
    assert len(found.rows) == len(steps_of(document, "j"))
    assert not compare(document, "j", "j")


@st.composite
def edited_forks(draw: st.DrawFn) -> tuple[Document, str]:
    document = draw(journeys())
    fork = forked(document)
    ids = numbered(500)
    for number in range(draw(st.integers(0, 4))):
        there = [step.id for step in steps_of(document, fork)]
        phases = [phase.id for phase in phases_of(document, fork)]
        kind = draw(st.sampled_from(["add", "delete", "move", "rename", "channel", "wait", "feeling"]))
        if kind == "add" or not there:
            document.apply(add_step(document, ids, fork, title="nieuw", phase_id=draw(st.sampled_from(phases))))
            continue
        chosen = draw(st.sampled_from(there))
        if kind == "delete":
            document.apply(delete(document, [chosen]))
        elif kind == "move":
            before = draw(st.sampled_from(["", *there]))
            document.apply(move_steps(document, [chosen], draw(st.sampled_from(phases)), before))
        elif kind == "rename":
            document.apply(rename(document, chosen, f"anders {number}"))
        else:
            fields: dict[str, Any] = {"channel": Channel.VISIT} if kind == "channel" else {}
            fields |= {"wait_days": 7} if kind == "wait" else {"feeling": 3} if kind == "feeling" else {}
            document.apply(change_step(document, chosen, **fields))
    return document, fork


@given(pair=edited_forks())
def test_the_other_way_round_is_the_same_story_backwards(pair: tuple[Document, str]) -> None:
    document, fork = pair
    assert told(compare(document, fork, "j")) == told(backwards(compare(document, "j", fork)))


@given(pair=edited_forks())
def test_every_step_of_both_journeys_stands_in_one_row(pair: tuple[Document, str]) -> None:
    document, fork = pair
    found = compare(document, "j", fork)
    assert sorted(row.before.id for row in found.rows if row.before) == sorted(s.id for s in steps_of(document, "j"))
    assert [row.after.id for row in found.rows if row.after] == [s.id for s in steps_of(document, fork)]
    assert bool(found) == any(not row.is_same for row in found.rows)


@given(order=st.permutations(range(7)))
def test_the_fewest_steps_are_called_moved(order: list[int]) -> None:
    chain = longest_chain([(left, right, f"n{left}") for left, right in enumerate(order)])
    kept = [left for left in range(7) if f"n{left}" in chain]
    assert [order[left] for left in kept] == sorted(order[left] for left in kept)
    longer = combinations(range(7), len(kept) + 1)
    assert not any([order[left] for left in some] == sorted(order[left] for left in some) for some in longer)


def litter() -> Document:
    titles = ["Ziet afval", "Vult formulier in", "Krijgt brief", "Hoort dat het weg is"]
    steps = [Step(id=f"s{n}", journey_id="j", phase_id="p", order=n, title=title) for n, title in enumerate(titles)]
    steps[2] = replace(steps[2], statute="Awb 4:13", freedom=Freedom.MUST, channel=Channel.LETTER, wait_days=42)
    kans = Card(id="kans", journey_id="j", step_id="s1", lane=Lane.OPPORTUNITY, text="Foto", owner="KCC")
    return document_of(steps, [], [kans, Phase(id="q", journey_id="j", title="Later", order=5)])


def version(document: Document, fork: str, lineage: str) -> Step:
    return next(step for step in steps_of(document, fork) if step.lineage == lineage)


@pytest.mark.parametrize(
    ("fields", "aspect", "old", "new"),
    [
        ({"title": "Stuurt een foto"}, Aspect.REWORDED, "Vult formulier in", "Stuurt een foto"),
        ({"channel": Channel.APP}, Aspect.CHANNEL, "", "app"),
        ({"wait_days": 3}, Aspect.WAIT, 0, 3),
        ({"feeling": -2}, Aspect.FEELING, None, -2),
        ({"legal_frame": "Mag anoniem"}, Aspect.LEGAL, "", "Mag anoniem"),
        ({"freedom": Freedom.MAY, "term_days": 56}, Aspect.LEGAL, "", "may · 56"),
    ],
)
def test_each_kind_of_change_is_named(fields: dict[str, Any], aspect: Aspect, old: object, new: object) -> None:
    document = litter()
    fork = forked(document)
    document.apply(change_step(document, version(document, fork, "s1").id, **fields))
    (row,) = [row for row in compare(document, "j", fork).rows if not row.is_same]
    assert row.changes == (Change(aspect, old, new),)
    assert compare(document, "j", fork).changed(aspect) == (row,)


def test_another_owner_of_an_opportunity_is_a_change() -> None:
    document = litter()
    fork = forked(document)
    (card,) = cards_of(document, version(document, fork, "s1").id)
    document.apply(change_card(document, card.id, owner="wijkteam"))
    (row,) = compare(document, "j", fork).changed(Aspect.OWNER)
    assert row.change(Aspect.OWNER) == Change(Aspect.OWNER, "KCC", "wijkteam")


def test_one_moved_step_is_one_moved_step() -> None:
    document = litter()
    fork = forked(document)
    later = phases_of(document, fork)[-1]
    document.apply(move_steps(document, [version(document, fork, "s0").id], later.id))
    (row,) = [row for row in compare(document, "j", fork).rows if not row.is_same]
    assert row.changes == (Change(Aspect.MOVED, "Fase", "Later"),)


def test_a_legal_step_that_disappears_is_pointed_out_and_its_ghost_has_a_place() -> None:
    document = litter()
    fork = forked(document)
    document.apply(delete(document, [version(document, fork, "s2").id, version(document, fork, "s0").id]))
    found = compare(document, "j", fork)
    assert [row.before.id for row in found.removed if row.before] == ["s0", "s2"]
    assert [row.before.id for row in found.lost_legal if row.before] == ["s2"]
    assert [row.neighbour_id for row in found.removed] == ["", version(document, fork, "s1").id]
    assert (found.before.letters, found.after.letters) == (1, 0)
    assert (found.before.wait_days, found.after.wait_days) == (42, 0)


@pytest.mark.parametrize(
    ("fields", "card", "is_lost"),
    [
        ({"freedom": Freedom.CANNOT}, "", True),
        ({"statute": "Awb 3:41"}, "", True),
        ({"statute": "Awb 3:41", "freedom": Freedom.MAY}, "", False),
        ({}, "Termijn van acht weken", True),
        ({}, " ", False),
    ],
)
def test_what_makes_a_step_legal(fields: dict[str, Any], card: str, is_lost: bool) -> None:
    document = document_of(
        [Step(id="s", journey_id="j", phase_id="p", **fields)],
        [],
        [Journey(id="leeg"), Card(id="c", journey_id="j", step_id="s", lane=Lane.LEGAL, text=card)],
    )
    assert bool(compare(document, "j", "leeg").lost_legal) is is_lost


def test_approved_pairs_go_before_the_lineage() -> None:
    document = document_of(
        [Step(id="a", journey_id="j", phase_id="p", title="Belt"), Step(id="b", journey_id="k", phase_id="q")],
        [],
        [Journey(id="k"), Phase(id="q", journey_id="k", title="Fase")],
    )
    assert len(compare(document, "j", "k").rows) == 2
    (row,) = compare(document, "j", "k", {"a": "b"}).rows
    assert row.changes == (Change(Aspect.REWORDED, "Belt", ""),)


def test_the_totals_of_the_shipped_example_are_those_of_the_method() -> None:
    """Method 17: peak and end −1.5 as it is, +2.0 as it should be; one letter less, four dips less."""
    found = compare(Document(example_records("nl")), "journey-as-is", "journey-to-be")
    lines = {total.text.name: (total.before, total.after, total.difference) for total in found.totals}
    assert lines["insight.peak_end"] == (-1.5, 2.0, 3.5)
    assert lines["insight.letters"] == (1, 0, -1)
    assert lines["insight.dips"] == (4, 0, -4)
    assert lines["insight.waiting_days"] == (63, 3, -60)


def test_a_journey_nobody_felt_has_unknown_feelings_and_no_difference() -> None:
    document = document_of([Step(id="s", journey_id="j", phase_id="p", feeling=1)], [], [Journey(id="leeg")])
    last = next(total for total in compare(document, "j", "leeg").totals if total.text.name == "insight.last_feeling")
    assert (last.before, last.after, last.difference) == (1, None, None)
