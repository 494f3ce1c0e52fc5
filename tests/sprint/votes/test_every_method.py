"""Every method of voting, any number of people and options: no dot lost, nobody over the limit, ties right."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.document import Document
from sprint.edits.votes import abstain, cast_ballot, close_vote, open_vote, put_dots, reveal_vote
from sprint.errors import SprintError
from sprint.records import Ballot, Block, Counting, Day, Note, VoteRound, VoteState
from sprint.votes.methods import VoteMethods
from sprint.votes.rounds import DECIDER, TIE, codes_of, limit_of, limit_per_option, missing_of, results_of, rounds_of
from tests.helpers.rooms import marks_for

METHODS = VoteMethods.from_assets()


class Poll:
    """One vote by a method, as it is held."""

    def __init__(self, draw: st.DrawFn, method_id: str) -> None:
        method = METHODS.method(method_id)
        options, team = draw(st.integers(2, 9)), draw(st.integers(1, 8))
        self.numbers = count(1)
        notes = [Note(id=f"n{number}", block_id="b", text=f"keuze {number}") for number in range(options)]
        self.document = Document([Day(id="d"), Block(id="b", day_id="d"), *notes])
        voters = method.voters_of(team)
        self.do(
            open_vote(
                self.document,
                self.ids,
                "b",
                method_id,
                [(note.id, note.text) for note in notes],
                counting=draw(st.sampled_from(Counting)),
                dots=method.dots_for(options, voters),
                decider_dots=method.decider_dots if method.has_decider_ballot else 0,
                most_per_option=method.most_per_option,
                voters=voters,
            )
        )

    def ids(self) -> str:
        return f"id{next(self.numbers):04}"

    def do(self, diff: object) -> None:
        self.document.apply(diff)

    @property
    def vote(self) -> VoteRound:
        (found,) = self.document.table(VoteRound).values()
        return found


@pytest.mark.parametrize("method_id", METHODS.ids)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_no_dot_is_lost_and_nobody_is_over_the_limit(method_id: str, data: st.DataObject) -> None:
    poll = Poll(data.draw, method_id)
    last: dict[str, list[int]] = {}
    cast = 0
    for _ in range(data.draw(st.integers(0, 12))):
        voter = data.draw(st.sampled_from(codes_of(poll.vote)))
        marks = marks_for(data.draw, poll.vote, voter)
        diff = cast_ballot(poll.document, poll.ids, poll.vote.id, voter, marks)
        cast += bool(diff)
        poll.do(diff)
        last[voter] = marks
    missing = [code for code in codes_of(poll.vote) if code not in last]
    assert missing_of(poll.document, poll.vote) == missing
    if missing:
        with pytest.raises(SprintError):
            close_vote(poll.document, poll.vote.id)
        poll.do(abstain(poll.document, poll.ids, poll.vote.id))
    poll.do(close_vote(poll.document, poll.vote.id))
    poll.do(reveal_vote(poll.document, poll.vote.id))
    assert poll.vote.state is VoteState.REVEALED
    results = results_of(poll.document, poll.vote)
    for place, option in enumerate(poll.vote.option_ids):
        (found,) = (result for result in results if result.id == option)
        assert found.total == sum(marks[place] for marks in last.values())
        assert found.decider == last.get(DECIDER, [0] * (place + 1))[place]
    assert len(poll.document.table(Ballot)) == cast + len(missing)
    poll.do(put_dots(poll.document, poll.vote.id))
    assert {note.id: note.votes for note in poll.document.table(Note).values()} == {
        result.id: result.total for result in results
    }


@pytest.mark.parametrize("method_id", METHODS.ids)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_one_dot_too_many_is_refused_and_changes_nothing(method_id: str, data: st.DataObject) -> None:
    poll = Poll(data.draw, method_id)
    voter = data.draw(st.sampled_from(codes_of(poll.vote)))
    limit, each = limit_of(poll.vote, voter), limit_per_option(poll.vote, voter)
    marks = marks_for(data.draw, poll.vote, voter)
    place = data.draw(st.integers(0, len(marks) - 1))
    bound = min((one for one in (limit, each) if one is not None), default=None)
    if bound is None:
        assert method_id == "heat_map"
        return
    marks[place] = bound + 1
    before = list(poll.document)
    with pytest.raises(SprintError):
        cast_ballot(poll.document, poll.ids, poll.vote.id, voter, marks)
    with pytest.raises(SprintError):
        cast_ballot(poll.document, poll.ids, poll.vote.id, "99", [0] * len(marks))
    assert list(poll.document) == before


@pytest.mark.parametrize("method_id", METHODS.ids)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_ties_are_those_within_one_dot_of_the_best_of_them(method_id: str, data: st.DataObject) -> None:
    poll = Poll(data.draw, method_id)
    for voter in codes_of(poll.vote):
        poll.do(cast_ballot(poll.document, poll.ids, poll.vote.id, voter, marks_for(data.draw, poll.vote, voter)))
    results = results_of(poll.document, poll.vote)
    totals = [result.total for result in results]
    assert totals == sorted(totals, reverse=True)
    assert {result.id for result in results} == set(poll.vote.option_ids)
    for result in results:
        same = [other for other in results if other.rank == result.rank]
        if result.total == 0:
            assert (result.rank, result.is_tied) == (0, False)
            continue
        assert result.is_tied is (len(same) > 1)
        assert max(other.total for other in same) - min(other.total for other in same) <= TIE
        better = [other for other in results if 0 < other.rank < result.rank]
        assert result.rank == len(better) + 1
        assert all(other.total - result.total >= 1 for other in better)
    leaders = [result for result in results if result.rank == 1]
    assert all(leaders[0].total - other.total > TIE for other in results if other not in leaders and other.total)


def test_the_dots_of_the_rules_that_count() -> None:
    by_people, third = METHODS.method("by_people"), METHODS.method("third")
    assert by_people.dots_for(16, 8) == 16  # the worked example of method 8.4
    assert by_people.dots_for(2, 40) == 1
    assert [third.dots_for(options, 8) for options in (1, 3, 12, 14)] == [1, 1, 4, 4]
    straw, supervote, two = (METHODS.method(one) for one in ("straw_poll", "supervote", "two_dots"))
    assert (straw.voters_of(8), straw.has_decider_ballot) == (7, False)
    assert (supervote.voters_of(8), supervote.decider_dots, supervote.is_binding) == (0, 3, True)
    assert (two.dots_for(12, 7), two.decider_dots, two.voters_of(8)) == (2, 4, 7)


@pytest.mark.parametrize(
    ("exercise", "method"),
    [("vote_hmw", "two_dots"), ("straw_poll", "straw_poll"), ("supervote", "supervote"), ("nothing", "two_dots")],
)
def test_an_exercise_begins_with_its_own_method(exercise: str, method: str) -> None:
    assert METHODS.first_for(exercise).id == method


def test_a_method_that_is_not_there_is_named() -> None:
    with pytest.raises(SprintError, match="no_such_method"):
        METHODS.method("loting")


def test_a_vote_needs_two_options_and_somebody_who_votes() -> None:
    document = Document([Day(id="d"), Block(id="b", day_id="d")])
    with pytest.raises(SprintError, match="two_options"):
        open_vote(document, lambda: "v", "b", "two_dots", [("a", "a")], voters=3)
    with pytest.raises(SprintError, match="nobody_votes"):
        open_vote(document, lambda: "v", "b", "two_dots", [("a", "a"), ("b", "b")])


def test_a_vote_that_is_over_takes_no_ballot_and_shows_nothing_early() -> None:
    document = Document([Day(id="d"), Block(id="b", day_id="d")])
    document.apply(open_vote(document, lambda: "v", "b", "two_dots", [("x", "x"), ("y", "y")], voters=1))
    with pytest.raises(SprintError, match="not_closed"):
        reveal_vote(document, "v")
    with pytest.raises(SprintError, match="not_counted"):
        close_vote(document, "v")
    document.apply(cast_ballot(document, lambda: "b1", "v", "", [1, 0]))
    document.apply(close_vote(document, "v"))
    document.apply(reveal_vote(document, "v"))
    with pytest.raises(SprintError, match="over"):
        cast_ballot(document, lambda: "b2", "v", "", [0, 1])


def test_a_vote_done_again_takes_the_dots_of_the_first_away() -> None:
    notes = [Note(id=f"n{number}", block_id="b", text="x") for number in range(3)]
    document = Document([Day(id="d"), Block(id="b", day_id="d"), *notes])
    for name, options, marks, before in (("v1", "012", [2, 1, 1], ""), ("v2", "12", [0, 4], "v1")):
        words = [(f"n{number}", "x") for number in options]
        document.apply(open_vote(document, lambda: name, "b", "two_dots", words, dots=2, voters=2, replaces_id=before))  # noqa: B023 - used at once
        document.apply(cast_ballot(document, lambda: f"{name}-b", name, "", marks))  # noqa: B023 - used at once
        document.apply(close_vote(document, name))
        document.apply(reveal_vote(document, name))
        document.apply(put_dots(document, name))
    assert {note.id: note.votes for note in document.table(Note).values()} == {"n0": 0, "n1": 0, "n2": 4}
    assert [vote.id for vote in rounds_of(document, "b")] == ["v2"]
