"""The flow of results between exercises: nothing is retyped, nothing gets lost on the way."""

from __future__ import annotations

import pytest

from sprint.document import Document
from sprint.edits.clusters import make_heap, put_on_heap
from sprint.edits.delete import delete
from sprint.edits.notes import take_over
from sprint.edits.programme import change_block
from sprint.edits.votes import cast_ballot, close_vote, open_vote, reveal_vote
from sprint.example import example_pictures, example_records
from sprint.flow import FlowReader
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Day, Note, NoteKind
from sprint.votes.options import options_for

CATALOGUE = Catalogue.from_assets()
EXERCISES = ("hopes_fears", "expert_interviews", "cluster_hmw", "vote_hmw", "sprint_questions", "pick_target")


@pytest.fixture
def document() -> Document:
    blocks = [Block(id=name, day_id="d", order=place, exercise=name) for place, name in enumerate(EXERCISES)]
    notes = [
        Note(
            id=f"q{number}",
            block_id="expert_interviews",
            kind=NoteKind.HOW_MIGHT_WE,
            order=number,
            text=f"vraag {number}",
        )
        for number in range(4)
    ]
    fear = Note(id="fear", block_id="hopes_fears", kind=NoteKind.FEAR, text="te laat")
    expert = Note(id="fact", block_id="expert_interviews", kind=NoteKind.EXPERT, text="feit")
    return Document([Day(id="d"), *blocks, *notes, fear, expert])


def reader(document: Document) -> FlowReader:
    return FlowReader(document, CATALOGUE)


def test_it_says_where_input_comes_from_and_who_waits(document: Document) -> None:
    flow = reader(document).read("cluster_hmw")
    assert [(link.artefact, link.block_id, link.count) for link in flow.inputs] == [
        ("hmw_notes", "expert_interviews", 4)
    ]
    assert [(link.artefact, link.block_id) for link in flow.waiting] == [("clusters", "vote_hmw")]
    assert flow.missing == ()


def test_what_nobody_makes_is_named_and_a_block_left_out_makes_nothing(document: Document) -> None:
    document.apply(change_block(document, "expert_interviews", skipped=True))
    assert reader(document).read("cluster_hmw").missing == ("hmw_notes",)
    assert reader(document).material("cluster_hmw") == []


def test_notes_reach_the_vote_on_heaps_and_beside_them(document: Document) -> None:
    assert reader(document).material("vote_hmw") == ["q0", "q1", "q2", "q3"]
    document.apply(make_heap(document, lambda: "h", "cluster_hmw", ["q2", "q3"], "Bellen"))
    assert reader(document).material("vote_hmw") == ["h", "q0", "q1"]
    assert [option.id for option in options_for(document, CATALOGUE, "vote_hmw")] == ["q2", "q3", "q0", "q1"]
    by_heap = options_for(document, CATALOGUE, "vote_hmw", by_heap=True)
    assert [(option.id, option.label) for option in by_heap] == [("h", "Bellen"), ("q0", "vraag 0"), ("q1", "vraag 1")]


def test_a_vote_hands_on_what_was_voted_on(document: Document) -> None:
    ids = iter(("vote", "ballot"))
    options = [("q1", "een"), ("q3", "drie")]
    document.apply(open_vote(document, lambda: next(ids), "vote_hmw", "two_dots", options, voters=2))
    document.apply(cast_ballot(document, lambda: next(ids), "vote", "", [1, 1]))
    document.apply(close_vote(document, "vote"))
    document.apply(reveal_vote(document, "vote"))
    assert reader(document).material("pick_target", ["votes"]) == ["q1", "q3"]
    document.apply(delete(document, ["q1"]))
    assert reader(document).material("pick_target", ["votes"]) == ["q3"]


def test_going_back_shows_what_rests_on_it(document: Document) -> None:
    assert reader(document).resting_on("expert_interviews") == []
    document.apply(make_heap(document, lambda: "h", "cluster_hmw", ["q0", "q1"], "Bellen"))
    document.apply(open_vote(document, lambda: "v", "vote_hmw", "two_dots", [("q0", "a"), ("q1", "b")], voters=2))
    document.apply(take_over(document, lambda: "n", "sprint_questions", "fear", "Kunnen we op tijd?"))
    assert reader(document).resting_on("expert_interviews") == ["cluster_hmw", "vote_hmw"]
    assert reader(document).resting_on("hopes_fears") == ["sprint_questions"]
    document.apply(put_on_heap(document, ["q0", "q1"], ""))
    assert reader(document).resting_on("expert_interviews") == ["vote_hmw"]


def test_an_unknown_exercise_has_no_flow(document: Document) -> None:
    document.apply(change_block(document, "cluster_hmw", exercise="own-thing"))
    assert reader(document).read("cluster_hmw").inputs == ()
    assert reader(document).material("cluster_hmw") == []


def test_in_the_example_every_exercise_finds_what_it_needs() -> None:
    played = Document(example_records("nl", example_pictures()))
    flows = {block.id: reader(played).read(block.id) for block in played.table(Block).values()}
    assert [block_id for block_id, flow in flows.items() if flow.missing] == []
    empty = {(link.artefact, link.block_id) for flow in flows.values() for link in flow.inputs if not link.count}
    assert empty == set()
    # Both ends tell the same: who takes from a block is told there, and the other way round.
    taken = {(link.block_id, link.artefact, block_id, link.count) for block_id, f in flows.items() for link in f.inputs}
    given = {
        (block_id, link.artefact, link.block_id, link.count) for block_id, f in flows.items() for link in f.waiting
    }
    assert taken == given


def test_what_is_no_note_is_counted_where_it_was_made() -> None:
    played = Document(example_records("nl", example_pictures()))
    found = {
        (link.artefact, link.count)
        for block in ("block-3-tools_and_roles", "block-3-stitch", "block-4-closing", "block-2-lightning_demos")
        for link in reader(played).read(block).inputs
    }
    assert {("storyboard", 6), ("prototype", 6), ("owners", 3), ("decision", 2), ("target", 1), ("goal", 3)} <= found
