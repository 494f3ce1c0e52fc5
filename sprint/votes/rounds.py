"""What a vote says: who has voted, who is missing, how many dots each option has, what is a tie."""

from __future__ import annotations

from dataclasses import dataclass

from sprint.document import Document
from sprint.records import Ballot, Counting, VoteRound, VoteState

ALL = ""
"""The code of the one ballot that holds the dots of everybody, counted by hands or on paper."""
DECIDER = "D"
TIE = 1
"""So many dots apart is still a tie (method 8.4)."""


@dataclass(frozen=True, slots=True)
class OptionResult:
    """What came out for one option; `rank` is 0 without any dot, and the same for all in a tie."""

    id: str
    label: str
    dots: int
    decider: int
    rank: int
    is_tied: bool
    is_chosen: bool

    @property
    def total(self) -> int:
        """All dots, the Decider's with them."""
        return self.dots + self.decider


def counts_together(vote: VoteRound) -> bool:
    """Whether one ballot holds the dots of all voters: by hands, or on paper."""
    return vote.counting in (Counting.HANDS, Counting.PAPER)


def codes_of(vote: VoteRound) -> list[str]:
    """List the codes of the ballots that a vote waits for, in their order; the Decider comes last."""
    voters = [str(number) for number in range(1, vote.voters + 1)]
    if counts_together(vote):
        voters = [ALL] if vote.voters else []
    return [*voters, DECIDER] if vote.decider_dots else voters


def ballots_of(document: Document, round_id: str) -> dict[str, Ballot]:
    """Give the ballot of each voter that counts: the last one, which no other replaces."""
    ballots = sorted(document.referrers(Ballot, round_id), key=lambda ballot: ballot.id)
    replaced = {ballot.replaces_id for ballot in ballots}
    return {ballot.voter: ballot for ballot in ballots if ballot.id not in replaced}


def missing_of(document: Document, vote: VoteRound) -> list[str]:
    """List the codes whose ballot is not there yet."""
    there = ballots_of(document, vote.id)
    return [code for code in codes_of(vote) if code not in there]


def limit_of(vote: VoteRound, voter: str) -> int | None:
    """Give how many dots a ballot may hold; None for as many as they like."""
    if voter == DECIDER:
        return vote.decider_dots
    if not vote.dots:
        return None
    return vote.dots * vote.voters if voter == ALL else vote.dots


def limit_per_option(vote: VoteRound, voter: str) -> int | None:
    """Give how many dots a ballot may hold for one option; None for no bound but that of all."""
    if voter == DECIDER:
        return vote.most_per_option or vote.decider_dots
    each = vote.most_per_option or vote.dots
    if not each:
        return None
    return each * vote.voters if voter == ALL else each


def results_of(document: Document, vote: VoteRound) -> tuple[OptionResult, ...]:
    """Count all ballots; the most dots first, ties in the order of the options.

    A tie is anchored: whoever has as many dots as the first of the tie, or one less. An option without a dot ties with
    nobody.
    """
    ballots = ballots_of(document, vote.id).values()
    dots, decider = [0] * len(vote.option_ids), [0] * len(vote.option_ids)
    for ballot in ballots:
        counted = decider if ballot.is_decider else dots
        for place, mark in enumerate(ballot.marks[: len(counted)]):
            counted[place] += mark
    totals = [mine + theirs for mine, theirs in zip(dots, decider, strict=True)]
    order = sorted(range(len(totals)), key=lambda place: (-totals[place], place))
    ranks = _ranks([totals[place] for place in order])
    labels = [*vote.labels, *[""] * len(vote.option_ids)]
    return tuple(
        OptionResult(
            id=vote.option_ids[place],
            label=labels[place],
            dots=dots[place],
            decider=decider[place],
            rank=rank,
            is_tied=rank > 0 and ranks.count(rank) > 1,
            is_chosen=vote.option_ids[place] in vote.chosen_ids,
        )
        for place, rank in zip(order, ranks, strict=True)
    )


def rounds_of(document: Document, block_id: str) -> list[VoteRound]:
    """List the votes of a block that were not dropped and not done again, the latest last."""
    rounds = [vote for vote in document.table(VoteRound).values() if vote.block_id == block_id]
    live = [vote for vote in rounds if vote.state is not VoteState.DROPPED]
    replaced = {vote.replaces_id for vote in live}
    return sorted((vote for vote in live if vote.id not in replaced), key=lambda vote: (vote.order, vote.id))


def _ranks(totals: list[int]) -> list[int]:
    """Give the rank of each total, which come sorted from most to least."""
    ranks: list[int] = []
    leader = 0
    for place, total in enumerate(totals):
        if total == 0:
            ranks.append(0)
        elif not ranks or leader - total > TIE:
            leader = total
            ranks.append(place + 1)
        else:
            ranks.append(ranks[-1])
    return ranks
