"""Votes are facts: what was counted stays, a correction is a new ballot, a vote done again is a new vote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import last_place
from sprint.errors import SprintError
from sprint.ids import IdSource
from sprint.records import Ballot, Block, Cluster, Counting, Note, VoteRound, VoteState
from sprint.votes.rounds import (
    ALL,
    DECIDER,
    ballots_of,
    codes_of,
    limit_of,
    limit_per_option,
    missing_of,
    results_of,
)


def open_vote(
    document: Document,
    ids: IdSource,
    block_id: str,
    method: str,
    options: Sequence[tuple[str, str]],
    *,
    counting: Counting = Counting.HANDS,
    dots: int = 1,
    decider_dots: int = 0,
    most_per_option: int = 0,
    voters: int = 0,
    is_secret: bool = True,
    may_choose_own: bool = True,
    at: str = "",
    replaces_id: str = "",
) -> Diff:
    """Begin a vote on options (id, words); raises SprintError without two options or without a voter."""
    block = document.require(Block, block_id)
    if len(options) < 2:
        raise SprintError("vote.error.two_options")
    if not voters and not decider_dots:
        raise SprintError("vote.error.nobody_votes")
    others = [vote for vote in document.table(VoteRound).values() if vote.block_id == block.id]
    vote = VoteRound(
        id=ids(),
        block_id=block.id,
        order=last_place(others),
        method=method,
        counting=counting,
        option_ids=tuple(option for option, _ in options),
        labels=tuple(words for _, words in options),
        dots=dots,
        decider_dots=decider_dots,
        most_per_option=most_per_option,
        voters=voters,
        is_secret=is_secret,
        may_choose_own=may_choose_own,
        opened_at=at,
        replaces_id=replaces_id,
    )
    return make_diff("edit.open_vote", [(None, vote)])


def cast_ballot(
    document: Document, ids: IdSource, round_id: str, voter: str, marks: Sequence[int], *, at: str = ""
) -> Diff:
    """Put a ballot in; one that is there already is replaced and kept. Raises SprintError over a limit."""
    vote = document.require(VoteRound, round_id)
    if vote.state is VoteState.REVEALED or vote.state is VoteState.DROPPED:
        raise SprintError("vote.error.over")
    if voter not in codes_of(vote) or len(marks) != len(vote.option_ids) or any(mark < 0 for mark in marks):
        raise SprintError("vote.error.wrong_ballot")
    limit, each = limit_of(vote, voter), limit_per_option(vote, voter)
    if limit is not None and sum(marks) > limit:
        raise SprintError("vote.error.over_limit", count=sum(marks), most=limit)
    if each is not None and any(mark > each for mark in marks):
        raise SprintError("vote.error.over_option", most=each)
    known = ballots_of(document, vote.id).get(voter)
    if known is not None and known.marks == tuple(marks):
        return make_diff("edit.cast_ballot", [])
    ballot = Ballot(
        id=ids(),
        round_id=vote.id,
        voter=voter,
        is_decider=voter == DECIDER,
        marks=tuple(marks),
        at=at,
        replaces_id=known.id if known is not None else "",
    )
    return make_diff("edit.cast_ballot", [(None, ballot)])


def abstain(document: Document, ids: IdSource, round_id: str, *, at: str = "") -> Diff:
    """Write down that whoever has not voted does not vote: an empty ballot for each."""
    vote = document.require(VoteRound, round_id)
    empty = (0,) * len(vote.option_ids)
    made: list[Change] = [
        (
            None,
            Ballot(id=ids(), round_id=vote.id, voter=code, is_decider=code == DECIDER, marks=empty, at=at),
        )
        for code in missing_of(document, vote)
    ]
    return make_diff("edit.abstain", made if vote.state is VoteState.OPEN else [], count=len(made))


def close_vote(document: Document, round_id: str, *, at: str = "") -> Diff:
    """End a vote; raises SprintError that says by number who has not voted yet."""
    vote = document.require(VoteRound, round_id)
    missing = missing_of(document, vote)
    if ALL in missing:
        raise SprintError("vote.error.not_counted")
    numbers = [code for code in missing if code != DECIDER]
    if numbers:
        raise SprintError("vote.error.missing", who=", ".join(numbers), count=len(numbers))
    if missing:
        raise SprintError("vote.error.decider_missing")
    after = replace(vote, state=VoteState.CLOSED, closed_at=at) if vote.state is VoteState.OPEN else vote
    return make_diff("edit.close_vote", [(vote, after)])


def reveal_vote(document: Document, round_id: str, *, at: str = "") -> Diff:
    """Let the result be seen; raises SprintError before the vote is closed."""
    vote = document.require(VoteRound, round_id)
    if vote.state is VoteState.OPEN or vote.state is VoteState.DROPPED:
        raise SprintError("vote.error.not_closed")
    after = replace(vote, state=VoteState.REVEALED, revealed_at=vote.revealed_at or at)
    return make_diff("edit.reveal_vote", [(vote, after)])


def choose_winner(document: Document, round_id: str, chosen: Sequence[str], reason: str) -> Diff:
    """Keep what the Decider chose beside the result, and why; raises SprintError for what was no option."""
    vote = document.require(VoteRound, round_id)
    if any(option not in vote.option_ids for option in chosen):
        raise SprintError("vote.error.no_option")
    kept = tuple(option for option in vote.option_ids if option in chosen)
    return make_diff("edit.choose_winner", [(vote, replace(vote, chosen_ids=kept, reason=reason))])


def drop_vote(document: Document, round_id: str, *, at: str = "") -> Diff:
    """Stop a vote that will not be finished; what was counted is kept, and shown nowhere."""
    vote = document.require(VoteRound, round_id)
    if vote.state is VoteState.REVEALED:
        raise SprintError("vote.error.over")
    return make_diff("edit.drop_vote", [(vote, replace(vote, state=VoteState.DROPPED, closed_at=at))])


def put_dots(document: Document, round_id: str) -> Diff:
    """Write the dots of a result on the notes and heaps that got them, so that they stand on every print.

    What was an option only of the vote that this one replaces loses its dots.
    """
    vote = document.require(VoteRound, round_id)
    totals = {result.id: result.total for result in results_of(document, vote)}
    replaced = document.get(vote.replaces_id)
    if isinstance(replaced, VoteRound):
        totals = dict.fromkeys(replaced.option_ids, 0) | totals
    changes: list[Change] = []
    for option_id, total in totals.items():
        record = document.get(option_id)
        if isinstance(record, Note | Cluster):
            changes.append((record, replace(record, votes=total)))
    return make_diff("edit.put_dots", changes)
