"""Edits of the answers to the sprint questions: yes, partly, no or unknown, never without evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.errors import SprintError
from sprint.ids import IdSource
from sprint.insight.evidence import level_of
from sprint.journeys import steps_of
from sprint.records import Note, Observation, Pattern, Question, SprintAnswer, Step, Verdict


def sprint_answer_of(document: Document, note_id: str) -> SprintAnswer | None:
    """Return the answer to a sprint question, None when nobody gave one yet."""
    found = sorted(document.referrers(SprintAnswer, note_id), key=lambda answer: answer.id)
    return next((answer for answer in reversed(found) if answer.note_id == note_id), None)


def answer_sprint_question(
    document: Document,
    ids: IdSource,
    note_id: str,
    verdict: Verdict,
    *,
    reason: str = "",
    observation_ids: Iterable[str] = (),
    pattern_ids: Iterable[str] = (),
    question_ids: Iterable[str] = (),
) -> Diff:
    """Answer a sprint question, over the answer that was there, with the evidence it rests on.

    Raises SprintError for yes, partly or no without a remark, a pattern or a question of the survey behind it;
    "unknown" is an honest answer and needs none.
    """
    note = document.require(Note, note_id)
    remarks = tuple(document.require(Observation, one).id for one in dict.fromkeys(observation_ids))
    patterns = tuple(document.require(Pattern, one).id for one in dict.fromkeys(pattern_ids))
    questions = tuple(document.require(Question, one).id for one in dict.fromkeys(question_ids))
    if verdict is not Verdict.UNKNOWN and not (remarks or patterns or questions):
        raise SprintError("study.answer_needs_evidence")
    known = sprint_answer_of(document, note.id)
    answer = SprintAnswer(
        id=known.id if known else ids(),
        extra=known.extra if known else None,
        note_id=note.id,
        verdict=verdict,
        reason=reason,
        observation_ids=remarks,
        pattern_ids=patterns,
        question_ids=questions,
    )
    return make_diff("study.edit_sprint_answer", [(known, answer)])


def write_levels(document: Document, journey_id: str) -> Diff:
    """Write on every step of a journey how well it is backed now, so that the board and the paper show it.

    A level that the team claimed and that the sprint cannot show stays as the team wrote it (`claims_above`).
    """
    changes: list[Change] = []
    for step in steps_of(document, journey_id):
        level = level_of(document, step)
        if level > step.evidence:
            changes.append((step, replace(step, evidence=level)))
    return make_diff("study.edit_levels", changes, count=len(changes))


def claims_above(document: Document, journey_id: str) -> list[Step]:
    """Return the steps for which the team claims more than citizens and staff have shown."""
    return [step for step in steps_of(document, journey_id) if step.evidence > level_of(document, step)]
