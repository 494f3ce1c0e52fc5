"""How many dots things got: of the last vote that was revealed and in which they could be chosen."""

from __future__ import annotations

from collections.abc import Iterable

from sprint.document import Document
from sprint.records import VoteRound, VoteState
from sprint.votes.rounds import results_of


def dots_on(document: Document, option_ids: Iterable[str]) -> dict[str, int]:
    """Count the dots of each of these options (notes, heaps, steps); one that nobody voted on is left out.

    A vote that is secret and not revealed counts nowhere; a ballot that was corrected counts as corrected.
    """
    wanted = set(option_ids)
    found: dict[str, int] = {}
    votes = [vote for vote in document.table(VoteRound).values() if vote.state is VoteState.REVEALED]
    for vote in sorted(votes, key=lambda vote: (vote.revealed_at, vote.order, vote.id)):
        if not wanted.isdisjoint(vote.option_ids):
            found |= {result.id: result.total for result in results_of(document, vote) if result.id in wanted}
    return found


def chosen_on(document: Document, option_ids: Iterable[str]) -> tuple[str, ...]:
    """Give what the Decider chose among these options, in the last vote where one of them was chosen."""
    wanted = set(option_ids)
    votes = [vote for vote in document.table(VoteRound).values() if vote.state is VoteState.REVEALED]
    for vote in sorted(votes, key=lambda vote: (vote.revealed_at, vote.order, vote.id), reverse=True):
        if not wanted.isdisjoint(vote.chosen_ids):
            return tuple(option for option in vote.chosen_ids if option in wanted)
    return ()
