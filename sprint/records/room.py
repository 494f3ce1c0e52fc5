"""What the room makes in the exercises beside its notes: heaps, votes, marks on the maturity sheet, promises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from sprint.frozen import dataclass
from sprint.records.base import Record
from sprint.records.kinds import Counting, Maturity, MaturityLever, MaturityStage, Scope, VoteState


@dataclass(frozen=True, kw_only=True)
class Cluster(Record):
    """A heap of notes that belong together; notes say by `cluster_id` that they lie on it; `votes` are its own dots."""

    TABLE: ClassVar[str] = "clusters"
    REFERENCES: ClassVar[Mapping[str, str]] = {"block_id": "blocks"}

    block_id: str = ""
    order: int = 0
    title: str = ""
    votes: int = 0


@dataclass(frozen=True, kw_only=True)
class VoteRound(Record):
    """One vote: what is chosen from, by which method, how it was counted, and what the Decider made of it.

    `option_ids` may be notes, clusters or steps; `labels` are their words when the vote began, so that the result can
    be read when they are gone. `method` names a file of the catalogue of methods. A secret round shows no count before
    it is revealed. A round that is done again names the one it replaces; neither is ever undone.

    `dots` is what each of the `voters` may give, 0 for as many as they like, at most `most_per_option` (0: no bound) to
    one option. The Decider is one of the voters, unless `decider_dots` gives a ballot apart.
    """

    TABLE: ClassVar[str] = "vote_rounds"
    SCOPE: ClassVar[Scope] = Scope.RECORD_ONLY

    block_id: str = ""
    order: int = 0
    method: str = ""
    counting: Counting = Counting.HANDS
    state: VoteState = VoteState.OPEN
    option_ids: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    dots: int = 1
    decider_dots: int = 0
    most_per_option: int = 0
    voters: int = 0
    is_secret: bool = True
    may_choose_own: bool = True
    opened_at: str = ""
    closed_at: str = ""
    revealed_at: str = ""
    chosen_ids: tuple[str, ...] = ()
    reason: str = ""
    replaces_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Ballot(Record):
    """The dots of one voter, one number for each option of the round; a correction is a new ballot.

    Counted by hands or on paper, one ballot holds the dots of all and `voter` is empty; otherwise `voter` is a code of
    the round and never a name, so that nobody can be asked later what they chose.
    """

    TABLE: ClassVar[str] = "ballots"
    SCOPE: ClassVar[Scope] = Scope.RECORD_ONLY
    REFERENCES: ClassVar[Mapping[str, str]] = {"round_id": "vote_rounds"}

    round_id: str
    voter: str = ""
    is_decider: bool = False
    marks: tuple[int, ...] = ()
    at: str = ""
    replaces_id: str = ""


@dataclass(frozen=True, kw_only=True)
class MaturityMark(Record):
    """One cell of the maturity sheet: how far the organisation is with one lever in one stage; never summed."""

    TABLE: ClassVar[str] = "maturity_marks"

    stage: MaturityStage = MaturityStage.ACTIVATE
    lever: MaturityLever = MaturityLever.STRUCTURE
    mark: Maturity = Maturity.UNKNOWN
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class FollowUp(Record):
    """What happens after the sprint: the first step within a week, checks after 30 and 90 days (ISO), one measure.

    `measure` says what is counted (complaints, first time right, repeat contact, waiting days, or own words); baseline
    and target are kept as they were written, with their unit.
    """

    TABLE: ClassVar[str] = "follow_ups"
    REFERENCES: ClassVar[Mapping[str, str]] = {"decision_id": "decisions"}

    order: int = 0
    decision_id: str = ""
    text: str = ""
    owner: str = ""
    first_step: str = ""
    first_by: str = ""
    check_30: str = ""
    check_90: str = ""
    measure: str = ""
    baseline: str = ""
    target: str = ""
    is_done: bool = False
