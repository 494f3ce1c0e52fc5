"""The shape of a journey: blind alleys, islands, circles and places where people give up."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from sprint.document import Document
from sprint.insight.structure import STRUCTURE_TEXTS, Structure, read_structure
from sprint.journeys import links_of, steps_of
from sprint.records import LinkKind, Step, StepKind
from tests.helpers.journeys import arrows, chain, document_of, journeys


def ids(steps: tuple[Step, ...]) -> str:
    return "".join(step.id for step in steps)


def test_blind_alleys_islands_and_traps_are_found() -> None:
    pairs = [("a", "b"), ("b", "z"), ("b", "d"), ("b", "t"), ("t", "u"), ("u", "t"), ("i", "z")]
    found = read_structure(document_of(chain("abdtuiz"), arrows(pairs)), "j")
    assert (ids(found.starts), ids(found.ends)) == ("a", "z")
    assert ids(found.dead_ends) == "d"
    assert ids(found.cannot_finish) == "tu"
    assert ids(found.unreachable) == "i"
    assert [(ids(loop.steps), loop.is_marked) for loop in found.loops] == [("tu", False)]


def test_giving_up_is_neither_an_end_nor_a_dead_end() -> None:
    pairs = [("a", "b"), ("b", "x", LinkKind.DROP_OUT), ("b", "z")]
    found = read_structure(document_of(chain("abxz", {"x": StepKind.END}), arrows(pairs)), "j")
    assert (ids(found.ends), ids(found.dead_ends)) == ("z", "")
    assert [link.target for link in found.drop_outs] == ["x"]


def test_a_drawn_way_back_is_a_loop_in_the_order_in_which_it_is_walked() -> None:
    pairs = [("a", "b"), ("b", "c"), ("c", "z"), ("c", "a", LinkKind.LOOP), ("b", "b")]
    loops = read_structure(document_of(chain("abcz"), arrows(pairs)), "j").loops
    assert [(ids(loop.steps), loop.is_marked) for loop in loops] == [("abc", True), ("b", False)]
    assert (loops[0].link.source, loops[0].link.target) == ("c", "a")


def test_a_board_without_marked_ends_is_not_scolded() -> None:
    steps = chain("abc", {"a": StepKind.STEP, "c": StepKind.STEP})
    found = read_structure(document_of(steps, arrows([("a", "b"), ("b", "c")])), "j")
    assert (ids(found.starts), ids(found.ends), ids(found.dead_ends), ids(found.unreachable)) == ("a", "c", "", "")


def test_an_empty_journey_has_no_shape() -> None:
    assert read_structure(document_of([]), "j") == Structure((), (), (), (), (), (), ())


@given(document=journeys())
def test_what_is_told_is_true_of_the_arrows(document: Document) -> None:
    found = read_structure(document, "j")
    links = links_of(document, "j")
    left = {link.source for link in links if link.source != link.target}
    assert not {step.id for step in found.dead_ends} & (left | {step.id for step in found.ends})
    reached = {step.id for step in found.starts}
    for _ in steps_of(document, "j"):
        reached |= {link.target for link in links if link.source in reached}
    assert {step.id for step in found.unreachable} == {step.id for step in steps_of(document, "j")} - reached
    forward = {(link.source, link.target) for link in links if link.kind is not LinkKind.LOOP}
    for loop in found.loops:
        assert (loop.steps[-1].id, loop.steps[0].id) == (loop.link.source, loop.link.target)
        pairs = {(a.id, b.id) for a, b in pairwise(loop.steps)}
        assert loop.is_marked or pairs <= forward


@given(document=journeys())
def test_without_the_arrows_that_close_loops_nothing_goes_round(document: Document) -> None:
    closing = {loop.link.id for loop in read_structure(document, "j").loops}
    closed = {(link.source, link.target) for link in links_of(document, "j") if link.id in closing}
    rest = {(link.source, link.target) for link in links_of(document, "j") if link.kind is not LinkKind.LOOP} - closed
    places = {step.id for step in steps_of(document, "j")}
    while places:
        free = places - {target for source, target in rest if source in places}
        assert free, "a circle was left"
        places -= free


def test_every_finding_has_words() -> None:
    assert set(STRUCTURE_TEXTS) == set(Structure.__annotations__) - {"starts", "ends"}
