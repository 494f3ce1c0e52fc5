"""What stands above and below a vote at each of its steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sprint.errors import Param
from sprint.records import Counting, VoteRound, VoteState
from sprint.votes.rounds import DECIDER, limit_of
from ui.exercises.vote_desk import VoteDesk
from ui.texts import Texts


@dataclass(frozen=True, slots=True)
class PaneWords:
    """Title, line, the large text between two voters, and the keys of the buttons ("" for none)."""

    title: str
    line: str = ""
    between: str = ""
    primary: str = ""
    second: str = ""
    third: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


def pane_words(
    t: Texts, desk: VoteDesk, options: int, asks_missing: bool, method: str, *, has_choice: bool = True
) -> PaneWords:
    """Say what a vote is at, and what can be done next; `method` is the name of how it was held.

    A vote without `has_choice` ends with its result.
    """
    vote = desk.vote
    if vote is None:
        line = t("vote.options_count", count=options) if options > 1 else t("vote.no_options")
        again = "vote.back" if desk.earlier else ""
        return PaneWords(t("vote.title_setup"), line, primary="vote.begin", second=again)
    if vote.state is VoteState.CLOSED:
        return PaneWords(t("vote.title_closed"), between=t("vote.closed"), primary="vote.reveal")
    if vote.state is VoteState.REVEALED:
        told = _told(t, desk, vote, method, t("vote.choose_keys") if has_choice else "")
        return PaneWords(t("vote.title_result"), told, primary="vote.keep" if has_choice else "", second="vote.again")
    return _together(t, desk, vote) if desk.is_together else _in_turn(t, desk, vote, asks_missing)


def who(t: Texts, code: str) -> str:
    """Name a voter: a number, or the Decider."""
    return t("vote.decider") if code == DECIDER else t("vote.number", number=code)


def _together(t: Texts, desk: VoteDesk, vote: VoteRound) -> PaneWords:
    key = "vote.title_hands" if vote.counting is Counting.HANDS else "vote.title_paper"
    title = t("vote.title_decider") if desk.voter == DECIDER else t(key)
    has_next = any(code != desk.voter for code in desk.waiting)
    primary = "vote.then_decider" if has_next else "vote.close"
    line = " · ".join(part for part in (_given(t, desk, vote, t("vote.count_keys")), _rule(t, vote)) if part)
    return PaneWords(title, line, primary=primary, third="vote.stop")


def _in_turn(t: Texts, desk: VoteDesk, vote: VoteRound, asks_missing: bool) -> PaneWords:
    second = "vote.leave_out" if asks_missing else "vote.close"
    if desk.is_between:
        return PaneWords(
            t("vote.title_pass"),
            between=t("vote.pass_on", who=who(t, desk.voter)),
            primary="vote.i_am",
            params={"who": who(t, desk.voter)},
            second=second,
            third="vote.stop",
        )
    line = " · ".join(part for part in (_given(t, desk, vote, t("vote.turn_keys")), _rule(t, vote)) if part)
    return PaneWords(t("vote.title_turn", who=who(t, desk.voter)), line, primary="vote.hand_in", third="vote.stop")


def _rule(t: Texts, vote: VoteRound) -> str:
    return "" if vote.may_choose_own else t("vote.not_own")


def _given(t: Texts, desk: VoteDesk, vote: VoteRound, keys: str) -> str:
    limit = limit_of(vote, desk.voter)
    given = sum(desk.marks)
    first = t("vote.given_free", count=given) if limit is None else t("vote.given", count=given, most=limit)
    return f"{first} · {keys}"


def _told(t: Texts, desk: VoteDesk, vote: VoteRound, method: str, keys: str) -> str:
    when = t.translator.date(vote.revealed_at)
    voters = t("vote.told_decider") if not vote.voters else t("vote.told_voters", count=vote.voters)
    changed = desk.changed_since
    since = t("vote.changed_since", count=changed) if changed else ""
    return " · ".join(part for part in (method, voters, when, since, keys) if part)
