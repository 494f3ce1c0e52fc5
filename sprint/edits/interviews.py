"""The talks with citizens: their clock of five acts and their debrief (facts), and the notes taken (edits)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.order import last_place
from sprint.errors import SprintError
from sprint.ids import IdSource
from sprint.journeys import remarks_of
from sprint.records import ConsentTick, Interview, Observation, Participant, RemarkKind, Step
from sprint.study.consent import allows, forbids

ACTS = 5
"""Welcome, about you, explanation, tasks, debrief (method 3.8)."""
TAGS = ("seen", "heard", "helped")


def begin_interview(
    document: Document,
    ids: IdSource,
    participant_id: str,
    *,
    at: str,
    room: str = "",
    interviewer: str = "",
    note_takers: Iterable[str] = (),
    block_id: str = "",
    is_recorded: bool = False,
) -> Diff:
    """Begin a talk in its first act; `at` is the moment (UTC, ISO 8601).

    Raises SprintError without a consent to take part and to notes, and for a recording without its own tick.
    """
    who = document.require(Participant, participant_id)
    if not (allows(document, who.id, ConsentTick.TAKE_PART) and allows(document, who.id, ConsentTick.NOTES)):
        raise SprintError("study.no_consent", code=who.code)
    if is_recorded:
        _refuse_recording(document, who)
    talk = Interview(
        id=ids(),
        participant_id=who.id,
        block_id=block_id,
        room=room,
        interviewer=interviewer,
        note_takers=tuple(note_takers),
        is_recorded=is_recorded,
        began_at=at,
        act=1,
        act_began_at=at,
        act_seconds=(0,) * ACTS,
    )
    return make_diff("study.edit_begin_interview", [(None, talk)], code=who.code)


def record_interview(document: Document, interview_id: str, is_recorded: bool) -> Diff:
    """Say that a talk is being recorded, or not; raises SprintError when sound and video were both left unticked."""
    talk = document.require(Interview, interview_id)
    if is_recorded:
        _refuse_recording(document, document.require(Participant, talk.participant_id))
    return make_diff("study.edit_record_interview", [(talk, replace(talk, is_recorded=is_recorded))])


def _refuse_recording(document: Document, who: Participant) -> None:
    if not any(allows(document, who.id, tick) for tick in (ConsentTick.AUDIO, ConsentTick.VIDEO)):
        raise SprintError("study.no_recording_tick", code=who.code)


def go_to_act(document: Document, interview_id: str, act: int, *, at: str) -> Diff:
    """Go to an act (1 … 5) of a talk; the seconds of the act that ends are added up. An ended talk stays as it is."""
    talk = document.require(Interview, interview_id)
    if talk.ended_at or not 1 <= act <= ACTS or act == talk.act:
        return make_diff("study.edit_next_act", [])
    after = replace(_counted(talk, at), act=act, act_began_at=at)
    return make_diff("study.edit_next_act", [(talk, after)], act=act)


def end_interview(document: Document, interview_id: str, *, at: str) -> Diff:
    """End a talk; an ended talk stays as it is."""
    talk = document.require(Interview, interview_id)
    after = talk if talk.ended_at else replace(_counted(talk, at), ended_at=at)
    return make_diff("study.edit_end_interview", [(talk, after)])


def write_debrief(
    document: Document,
    interview_id: str,
    *,
    went_well: str | None = None,
    went_badly: str | None = None,
    surprise: str | None = None,
    to_change: str | None = None,
) -> Diff:
    """Fill in the debrief sheet of a talk; None leaves an answer as it is."""
    talk = document.require(Interview, interview_id)
    given = {"went_well": went_well, "went_badly": went_badly, "surprise": surprise, "to_change": to_change}
    fields: dict[str, Any] = {name: text for name, text in given.items() if text is not None}
    after = replace(talk, **fields)
    return make_diff("study.edit_debrief", [(talk, after)])


def seconds_in_act(talk: Interview, act: int, now: str) -> int:
    """Return how long an act (1 … 5) took until `now` (ISO 8601); a running act counts on."""
    spent = talk.act_seconds[act - 1] if 0 < act <= len(talk.act_seconds) else 0
    return spent + (_between(talk.act_began_at, now) if act == talk.act and not talk.ended_at else 0)


def _counted(talk: Interview, at: str) -> Interview:
    seconds = [*talk.act_seconds, *(0,) * (ACTS - len(talk.act_seconds))]
    if 1 <= talk.act <= ACTS:
        seconds[talk.act - 1] += _between(talk.act_began_at, at)
    return replace(talk, act_seconds=tuple(seconds))


def _between(begin: str, end: str) -> int:
    """Return the whole seconds between two moments; none when one cannot be read or the clock was set back."""
    try:
        return max(0, round((datetime.fromisoformat(end) - datetime.fromisoformat(begin)).total_seconds()))
    except (ValueError, TypeError):
        return 0


def write_remark(
    document: Document,
    ids: IdSource,
    step_id: str,
    text: str,
    *,
    participant_id: str = "",
    kind: RemarkKind = RemarkKind.QUOTE,
    valence: int = 0,
    severity: int = 0,
    feeling: int | None = None,
    scene: str = "",
    tags: Iterable[str] = (),
    is_legal: bool = False,
    note_taker: str = "",
    at: str = "",
) -> Diff:
    """Write down a note of a talk at its step.

    Raises SprintError when the participant did not agree to notes, or for a tag that is not seen, heard or helped.
    """
    step = document.require(Step, step_id)
    if participant_id and forbids(document, participant_id, ConsentTick.NOTES):
        raise SprintError("study.no_notes_tick", code=document.require(Participant, participant_id).code)
    chosen = set(tags)
    if not chosen <= set(TAGS):
        raise SprintError("study.unknown_tag", tag=sorted(chosen - set(TAGS))[0])
    remark = Observation(
        id=ids(),
        step_id=step.id,
        participant_id=participant_id,
        kind=kind,
        valence=valence,
        severity=severity,
        order=last_place(remarks_of(document, step.id)),
        text=text,
        at=at,
        feeling=feeling,
        scene=scene,
        tags=tuple(tag for tag in TAGS if tag in chosen),
        is_legal=is_legal,
        note_taker=note_taker,
    )
    return make_diff("study.edit_remark", [(None, remark)])
