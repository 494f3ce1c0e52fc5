"""Edits of the study: who takes part, which texts they get, and what they agreed to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.delete import delete
from sprint.edits.order import GAP, last_place
from sprint.errors import SprintError
from sprint.ids import IdSource
from sprint.records import (
    STUDY_ID,
    Answer,
    Attendance,
    Consent,
    ConsentTick,
    Interview,
    Observation,
    Participant,
    StudyText,
    StudyTextKind,
)
from sprint.study.texts import current_text, is_agreed_to, sha256_of, study_of

CODE = re.compile(r"P(\d+)")
MOST_AT_ONCE = 100


def change_study(document: Document, **fields: Any) -> Diff:
    """Change what is known of the study as a whole; its record is made when it is not there yet."""
    study = study_of(document)
    before = study if document.get(STUDY_ID) is not None else None
    return make_diff("study.edit_study", [(before, replace(study, **fields))])


def invite(document: Document, ids: IdSource, count: int = 1, **fields: Any) -> Diff:
    """Add participants under the next free codes (P1, P2 …), all with the same `fields` (track, group, persona …).

    A code that somebody had who withdrew is not given again. Raises SprintError for a count that cannot be.
    """
    if not 1 <= count <= MOST_AT_ONCE:
        raise SprintError("study.invite_count", most=MOST_AT_ONCE)
    there = list(document.table(Participant).values())
    first = _highest_code(document) + 1
    place = last_place(there)
    made = [Participant(id=ids(), order=place + rank * GAP, code=f"P{first + rank}", **fields) for rank in range(count)]
    return make_diff("study.edit_invite", [(None, who) for who in made], count=count)


def _highest_code(document: Document) -> int:
    found = [CODE.fullmatch(who.code) for who in document.table(Participant).values()]
    numbers = [int(match[1]) for match in found if match]
    return max([*numbers, len(document.table(Participant)) + study_of(document).withdrawn])


def change_participant(document: Document, participant_id: str, **fields: Any) -> Diff:
    """Change what is kept of a participant; raises SprintError for a code that is empty or somebody else's."""
    who = document.require(Participant, participant_id)
    after = replace(who, **fields)
    others = {other.code for other in document.table(Participant).values() if other.id != who.id}
    if after.code != who.code and (not after.code.strip() or after.code in others):
        raise SprintError("study.code_taken", code=after.code)
    return make_diff("study.edit_participant", [(who, after)], code=after.code)


def mark_came(document: Document, participant_id: str) -> Diff:
    """Say that a participant came, because a talk began or ended; an empty diff when that is known."""
    who = document.require(Participant, participant_id)
    after = replace(who, attendance=Attendance.CAME)
    return make_diff("study.edit_came", [(who, after)], code=who.code)


def remove_participants(document: Document, participant_ids: Iterable[str]) -> Diff:
    """Take participants off the list who left no trace: no consent, talk, remark or answer.

    Raises SprintError for one who did: taking part back means erasing, which is no edit and cannot be undone
    (`sprint.study.withdrawal`).
    """
    chosen = [document.require(Participant, one) for one in dict.fromkeys(participant_ids)]
    for who in chosen:
        kinds = (Consent, Interview, Observation, Answer)
        if any(next(document.referrers(kind, who.id), None) is not None for kind in kinds):
            raise SprintError("study.has_traces", code=who.code)
    gone = delete(document, [who.id for who in chosen])
    return make_diff("study.edit_remove_participants", gone.changes.values(), count=len(chosen))


def write_text(
    document: Document, ids: IdSource, kind: StudyTextKind, language: str, text: str, *, at: str = ""
) -> Diff:
    """Change the letter or the form; words that somebody agreed to stay as they are and a new version begins."""
    last = current_text(document, kind, language)
    if last is None or (is_agreed_to(document, last) and sha256_of(text) != sha256_of(last.text)):
        version = 1 if last is None else last.version + 1
        fresh = StudyText(id=ids(), kind=kind, language=language, version=version, text=text, at=at)
        return make_diff("study.edit_text", [(None, fresh)])
    return make_diff("study.edit_text", [(last, replace(last, text=text, at=at or last.at))])


def give_consent(
    document: Document,
    ids: IdSource,
    participant_id: str,
    ticks: Iterable[ConsentTick],
    *,
    on: str,
    explained_by: str = "",
    form_kept: str = "",
    language: str = "nl",
    letter: StudyText | None = None,
    form: StudyText | None = None,
) -> Diff:
    """Write down what a participant ticked, on the newest letter and form (or on these); a fact that stays as proof.

    `on` is the date (ISO), `form_kept` where the paper lies. A new consent replaces the older one, which is kept.
    """
    who = document.require(Participant, participant_id)
    letter = letter or current_text(document, StudyTextKind.LETTER, language)
    form = form or current_text(document, StudyTextKind.FORM, language)
    given = set(ticks)
    consent = Consent(
        id=ids(),
        participant_id=who.id,
        ticks=tuple(tick.value for tick in ConsentTick if tick in given),
        letter_version=letter.version if letter else 0,
        letter_sha256=sha256_of(letter.text) if letter else "",
        form_version=form.version if form else 0,
        form_sha256=sha256_of(form.text) if form else "",
        on=on,
        explained_by=explained_by,
        form_kept=form_kept,
    )
    changes: list[Change] = [(None, consent)]
    return make_diff("study.edit_consent", changes, code=who.code)
