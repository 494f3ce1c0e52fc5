"""One vote, step by step, apart from how it looks: whose turn it is, which dots lie where, what may come next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sprint.diff import Diff
from sprint.edits.capture import decide
from sprint.edits.votes import (
    abstain,
    cast_ballot,
    choose_winner,
    close_vote,
    drop_vote,
    open_vote,
    put_dots,
    reveal_vote,
)
from sprint.errors import SprintError
from sprint.records import Counting, VoteRound, VoteState
from sprint.votes.methods import VoteMethod
from sprint.votes.options import VoteOption
from sprint.votes.rounds import (
    ALL,
    DECIDER,
    OptionResult,
    ballots_of,
    codes_of,
    counts_together,
    limit_of,
    limit_per_option,
    missing_of,
    results_of,
    rounds_of,
)
from ui.bridge import SprintBridge
from ui.context import Context


@dataclass(frozen=True, slots=True)
class VoteSetup:
    """How the next vote goes."""

    method: VoteMethod
    counting: Counting
    voters: int
    dots: int
    decider_dots: int
    may_choose_own: bool = True


class VoteDesk:
    """Holds the dots that are being given, and puts ballots in when they are complete."""

    def __init__(self, context: Context, bridge: SprintBridge) -> None:
        self._context, self._bridge = context, bridge
        self._block_id = ""
        self._again = ""
        self.voter = ""
        self.marks: list[int] = []
        self.is_between = False
        """Whether the keyboard is being passed on: nothing of a ballot may be seen."""

    # ---- what there is

    @property
    def vote(self) -> VoteRound | None:
        """The vote that is on, or the last one that was revealed; None while one is being prepared."""
        rounds = rounds_of(self._bridge.document, self._block_id) if self._block_id else []
        last = rounds[-1] if rounds else None
        return None if last is None or last.id == self._again else last

    @property
    def earlier(self) -> list[VoteRound]:
        """The votes of this block that are over, the latest last."""
        rounds = rounds_of(self._bridge.document, self._block_id) if self._block_id else []
        return [vote for vote in rounds if vote.state is VoteState.REVEALED]

    @property
    def waiting(self) -> list[str]:
        """The codes of who must still vote."""
        return missing_of(self._bridge.document, self.vote) if self.vote is not None else []

    @property
    def left(self) -> int | None:
        """The dots that can still be given; None without a limit."""
        limit = limit_of(self.vote, self.voter) if self.vote is not None else 0
        return None if limit is None else limit - sum(self.marks)

    @property
    def results(self) -> tuple[OptionResult, ...]:
        """What came out."""
        return results_of(self._bridge.document, self.vote) if self.vote is not None else ()

    @property
    def changed_since(self) -> int:
        """How many options read otherwise now, or are gone, since the vote began."""
        vote = self.vote
        if vote is None:
            return 0
        changed = 0
        for option_id, label in zip(vote.option_ids, vote.labels, strict=False):
            record = self._bridge.document.get(option_id)
            words = getattr(record, "text", "") or getattr(record, "title", "")
            changed += record is None or not label.endswith(words)
        return changed

    @property
    def is_together(self) -> bool:
        """Whether one ballot holds the dots of all."""
        return self.vote is not None and counts_together(self.vote)

    # ---- what can be done

    def show_block(self, block_id: str) -> None:
        """Go to the vote of another block, where it was left."""
        if block_id == self._block_id:
            return
        self.save_counts()
        self._block_id, self._again = block_id, ""
        self._begin_ballot(self._resuming())
        self.is_between = bool(self.waiting) and not self.is_together

    def begin(self, setup: VoteSetup, options: Sequence[VoteOption]) -> bool:
        """Begin to vote on these options."""
        document = self._bridge.document
        before = rounds_of(document, self._block_id)
        replaces = before[-1].id if before and before[-1].id == self._again else ""
        words = [(option.id, option.words) for option in options]
        method = setup.method
        done = self._record(
            lambda: open_vote(
                document,
                self._bridge.ids,
                self._block_id,
                method.id,
                words,
                counting=setup.counting,
                dots=setup.dots,
                decider_dots=setup.decider_dots,
                most_per_option=method.most_per_option,
                voters=setup.voters,
                is_secret=method.is_secret,
                may_choose_own=setup.may_choose_own,
                at=self._bridge.utc_now(),
                replaces_id=replaces,
            )
        )
        if done:
            self._again = ""
            self._begin_ballot(self.waiting[0])
            self.is_between = not self.is_together
        return done

    def add(self, place: int, step: int) -> bool:
        """Give dots to an option, or take them away; gives False when there is none to give or to take."""
        return self.put(place, self.marks[place] + step) if place < len(self.marks) else False

    def put(self, place: int, count: int) -> bool:
        """Give an option so many dots; gives False when that is not allowed."""
        vote = self.vote
        if vote is None or vote.state is not VoteState.OPEN or count < 0 or self.is_between:
            return False
        each, left = limit_per_option(vote, self.voter), self.left
        if (each is not None and count > each) or (left is not None and count - self.marks[place] > left):
            return False
        self.marks[place] = count
        return True

    def hand_in(self) -> bool:
        """Put the ballot in; what comes next is the next voter, behind a screen that says to pass on."""
        vote = self.vote
        if vote is None or vote.state is not VoteState.OPEN or not self.voter_is_known:
            return False
        if not self._cast():
            return False
        following = self.waiting
        self._begin_ballot(following[0] if following else "")
        self.is_between = not self.is_together and bool(following)
        return True

    @property
    def voter_is_known(self) -> bool:
        """Whether it is somebody's turn."""
        return self.vote is not None and self.voter in codes_of(self.vote)

    def sit_down(self) -> None:
        """The next voter sits at the keys."""
        self.is_between = False

    def call(self, voter: str) -> None:
        """Let somebody vote, or vote again: an empty ballot, for what was chosen before is nobody's business."""
        if self.vote is not None and voter in codes_of(self.vote) and self.vote.state is VoteState.OPEN:
            self._begin_ballot(voter)
            self.is_between = not self.is_together

    def save_counts(self) -> None:
        """Keep what was counted so far, by hands or on paper, so that a crash takes none of it."""
        vote = self.vote
        is_open = vote is not None and vote.state is VoteState.OPEN
        if is_open and self.is_together and self.voter_is_known and any(self.marks):
            self._cast()

    def close(self) -> bool:
        """End the vote; the window says who is missing when somebody is."""
        vote, document = self.vote, self._bridge.document
        if vote is None:
            return False
        if self.is_together and self.voter_is_known and vote.state is VoteState.OPEN and not self._cast():
            return False
        return self._record(lambda: close_vote(document, vote.id, at=self._bridge.utc_now()))

    def leave_out_missing(self) -> bool:
        """Write down that whoever is missing does not vote, and end the vote."""
        vote, document = self.vote, self._bridge.document
        if vote is None:
            return False
        now = self._bridge.utc_now()
        return self._record(lambda: abstain(document, self._bridge.ids, vote.id, at=now)) and self.close()

    def reveal(self) -> bool:
        """Let the result be seen, and put the dots on the notes."""
        vote, document = self.vote, self._bridge.document
        if vote is None or not self._record(lambda: reveal_vote(document, vote.id, at=self._bridge.utc_now())):
            return False
        dots = put_dots(document, vote.id)
        return self._bridge.do(dots) if dots else True

    def choose(self, chosen: Sequence[str], reason: str, decider: str, words: str) -> bool:
        """Keep the Decider's choice beside the result, and write it in the log of decisions."""
        vote, document = self.vote, self._bridge.document
        if vote is None or not self._record(lambda: choose_winner(document, vote.id, chosen, reason)):
            return False
        if not chosen:
            return True
        return self._bridge.do(
            decide(
                document,
                self._bridge.ids,
                words,
                reason=reason,
                decided_by=decider,
                block_id=vote.block_id,
                at=self._bridge.utc_now(),
            )
        )

    def stop(self) -> bool:
        """Stop this vote without a result."""
        vote, document = self.vote, self._bridge.document
        return vote is not None and self._record(lambda: drop_vote(document, vote.id, at=self._bridge.utc_now()))

    def prepare_again(self) -> None:
        """Prepare another vote; the one that was counted stays in the file."""
        self._again = self.vote.id if self.vote is not None else ""

    def keep_old(self) -> None:
        """Go back to the result of the last vote."""
        self._again = ""

    # ---- inside

    def _resuming(self) -> str:
        """Give whose ballot goes on: counted together, that of all until the Decider's is there as well."""
        vote, waiting = self.vote, self.waiting
        if vote is None or vote.state is not VoteState.OPEN:
            return ""
        codes = codes_of(vote)
        if self.is_together:
            return codes[0] if waiting else codes[-1]
        return waiting[0] if waiting else ""

    def _begin_ballot(self, voter: str) -> None:
        vote = self.vote
        self.voter, self.is_between = voter, False
        count = len(vote.option_ids) if vote is not None else 0
        known = ballots_of(self._bridge.document, vote.id).get(voter) if vote is not None else None
        may_see = self.is_together and known is not None and voter in (ALL, DECIDER)
        self.marks = list(known.marks) if may_see and known is not None else [0] * count

    def _cast(self) -> bool:
        vote, document = self.vote, self._bridge.document
        if vote is None:
            return False
        now = self._bridge.utc_now()
        return self._record(lambda: cast_ballot(document, self._bridge.ids, vote.id, self.voter, self.marks, at=now))

    def _record(self, make: Callable[[], Diff]) -> bool:
        try:
            diff = make()
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return False
        return self._bridge.record(diff)
