"""Forks: new ids, one lineage; and people who say which steps belong together."""

from __future__ import annotations

import pytest
from hypothesis import given

from sprint.document import Document
from sprint.edits.fork import accept_matches, adopt_present, fork_into, fork_journey, replace_step, separate_steps
from sprint.edits.journey import add_journey, change_journey
from sprint.errors import IntegrityError
from sprint.insight.compare import compare
from sprint.journeys import cards_of, links_of, phases_of, steps_of
from sprint.records import Card, Evidence, Journey, JourneyKind, Lane, Observation, Phase, Step
from tests.helpers.journeys import arrows, document_of, journeys, numbered


def litter() -> Document:
    steps = [
        Step(id=name, journey_id="j", phase_id="p", order=place, title=name, evidence=Evidence.PATTERN)
        for place, name in enumerate(["ziet", "meldt"])
    ]
    cards = [
        Card(id="pijn", journey_id="j", step_id="meldt", lane=Lane.PAIN, text="Lang"),
        Card(id="wet", journey_id="j", step_id="meldt", lane=Lane.LEGAL, text="Awb"),
    ]
    remark = Observation(id="zei", step_id="meldt", text="Pff")
    return document_of([*steps], arrows([("ziet", "meldt")]), [remark, *cards])


def fork_of(document: Document) -> str:
    return next(one.id for one in document.table(Journey).values() if one.origin_id)


@given(document=journeys())
def test_a_fork_is_whole_and_leaves_the_origin_alone(document: Document) -> None:
    before = {record.id: record for record in document}
    document.apply(fork_journey(document, numbered(), "j", "Straks"))
    assert {key: record for key, record in ((r.id, r) for r in document) if key in before} == before
    fork = fork_of(document)
    for read in (phases_of, steps_of, links_of):
        assert len(read(document, fork)) == len(read(document, "j"))
    assert [step.lineage for step in steps_of(document, fork)] == [s.lineage or s.id for s in steps_of(document, "j")]


def test_a_desired_journey_is_an_assumption_again_and_takes_no_remarks() -> None:
    document = litter()
    document.apply(fork_journey(document, numbered(), "j", "Straks"))
    fork = fork_of(document)
    assert document.require(Journey, fork).kind is JourneyKind.TO_BE
    assert {step.evidence for step in steps_of(document, fork)} == {Evidence.ASSUMED}
    assert len(document.table(Observation)) == 1


def test_a_variant_of_the_same_kind_keeps_what_is_known() -> None:
    document = litter()
    document.apply(fork_journey(document, numbered(), "j", "Voor Greet", JourneyKind.AS_IS))
    assert {step.evidence for step in steps_of(document, fork_of(document))} == {Evidence.PATTERN}


def test_an_empty_journey_is_filled_and_stays_the_same_one() -> None:
    blank = [
        Journey(id="wens", title="Gewenst", kind=JourneyKind.TO_BE, order=9),
        Phase(id="leeg", journey_id="wens", title="Aanleiding"),
    ]
    document = Document([*litter(), *blank])
    document.apply(fork_into(document, numbered(), "j", "wens"))
    filled = document.require(Journey, "wens")
    assert (filled.title, filled.order, filled.origin_id) == ("Gewenst", 9, "j")
    assert document.get("leeg") is None, "its own empty phase made way"
    assert [step.title for step in steps_of(document, "wens")] == ["ziet", "meldt"]
    assert (len(links_of(document, "wens")), len(document.table(Card))) == (1, 4)
    assert not compare(document, "j", "wens")
    with pytest.raises(IntegrityError):
        fork_into(document, numbered(), "j", "wens")


@pytest.mark.parametrize(("lanes", "texts"), [(None, ["Lang", "Awb"]), ([], []), ([Lane.LEGAL], ["Awb"])])
def test_cards_come_along_by_choice(lanes: list[Lane] | None, texts: list[str]) -> None:
    document = litter()
    document.apply(fork_journey(document, numbered(), "j", "Straks", lanes=lanes))
    last = steps_of(document, fork_of(document))[-1]
    assert sorted(card.text for card in cards_of(document, last.id)) == sorted(texts)


def test_a_fork_of_a_fork_still_knows_the_first_step() -> None:
    document = litter()
    ids = numbered()
    document.apply(fork_journey(document, ids, "j", "Straks"))
    first = fork_of(document)
    document.apply(fork_journey(document, ids, first, "Later"))
    second = next(one.id for one in document.table(Journey).values() if one.origin_id == first)
    assert not compare(document, "j", second)


def test_accepted_pairs_are_versions_of_each_other_until_they_are_separated() -> None:
    document = litter()
    document.apply(fork_journey(document, numbered(), "j", "Straks"))
    fork = fork_of(document)
    one, other = steps_of(document, fork)
    document.apply(separate_steps(document, [one.id, other.id]))
    assert len(compare(document, "j", fork).removed) == 2
    diff = accept_matches(document, {"ziet": one.id, "meldt": other.id})
    assert (diff.label.key, diff.label.params) == ("edit.match_steps", {"count": 2})
    document.apply(diff)
    assert not compare(document, "j", fork)
    assert not accept_matches(document, {"ziet": one.id})


def test_a_person_says_which_step_another_one_replaces_and_only_one_does() -> None:
    document = litter()
    document.apply(fork_journey(document, numbered(), "j", "Straks"))
    one, other = (step.id for step in steps_of(document, fork_of(document)))
    document.apply(replace_step(document, other, "ziet"))
    lineages = [document.require(Step, step_id).lineage for step_id in (one, other)]
    assert lineages == [one, "ziet"], "the step that replaced it before is new now"
    document.apply(replace_step(document, other))
    assert document.require(Step, other).lineage == other
    with pytest.raises(IntegrityError):
        replace_step(document, one, other)


def test_a_blank_journey_follows_the_present_one_once() -> None:
    document = litter()
    document.apply(change_journey(document, "j", situation="Op straat"))
    document.apply(add_journey(document, numbered(), "Gewenst", JourneyKind.TO_BE, ["Melden"]))
    blank = next(one.id for one in document.table(Journey).values() if one.id != "j")
    document.apply(adopt_present(document, blank, "j"))
    adopted = document.require(Journey, blank)
    assert (adopted.origin_id, adopted.situation, adopted.title) == ("j", "Op straat", "Gewenst")
    assert not adopt_present(document, blank, "j")


def test_two_steps_of_one_journey_are_not_versions_of_each_other() -> None:
    with pytest.raises(IntegrityError):
        accept_matches(litter(), {"ziet": "meldt"})


def test_phases_keep_their_lineage_so_that_renaming_one_moves_nothing() -> None:
    document = litter()
    document.apply(fork_journey(document, numbered(), "j", "Straks"))
    (phase,) = phases_of(document, fork_of(document))
    assert phase.lineage == "p"
    assert isinstance(document.require(Phase, "p"), Phase)
