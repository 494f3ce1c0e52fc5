"""Edits of the questionnaire: its questions, and what participants answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import isfinite
from typing import Any, NamedTuple

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.delete import delete
from sprint.edits.order import GAP, last_place
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.ids import IdSource
from sprint.records import Answer, ConsentTick, Instrument, Participant, Question
from sprint.study.consent import forbids
from sprint.study.instruments import CES_RULES, FORMS
from sprint.study.questions import questions_of

KANO_TABLE = "berger_1993"
"""Which evaluation table a Kano question is counted with; variants of the table exist, so the record says it."""


class Given(NamedTuple):
    """One answer that is to be written down: a number, for a Kano pair two, or words."""

    question_id: str
    participant_id: str
    value: float | None = None
    opposite: float | None = None
    text: str = ""


def ask(
    document: Document,
    ids: IdSource,
    instrument: Instrument,
    words: Translator,
    *,
    items: Iterable[str] = (),
    journey_id: str = "",
    step_id: str = "",
    note_id: str = "",
    rule: str = "",
) -> Diff:
    """Put the questions of an instrument on the questionnaire, in the language of `words`, all or some `items`.

    For a Kano pair use `ask_kano`, for own words `ask_own`. Raises SprintError for a rule of counting that is unknown.
    """
    form = FORMS[instrument]
    if instrument is Instrument.CES:
        rule = rule or CES_RULES[0]
        if rule not in CES_RULES:
            raise SprintError("study.unknown_rule", rule=rule)
    wanted = set(items)
    chosen = [item for item in form.items if not wanted or item.name in wanted]
    place = last_place(questions_of(document))
    about = {"rule": rule, "journey_id": journey_id, "step_id": step_id, "note_id": note_id}
    asked = [
        _question(ids, place + rank * GAP, instrument, words, item=item.name, text=words(item.text), **about)
        for rank, item in enumerate(chosen)
    ]
    return make_diff("study.edit_ask", [(None, question) for question in asked], count=len(asked))


def _question(ids: IdSource, order: int, instrument: Instrument, words: Translator, **fields: Any) -> Question:
    """Make a question on the scale of its instrument, in the language of `words`."""
    form = FORMS[instrument]
    return Question(
        id=ids(),
        order=order,
        instrument=instrument,
        lowest=form.lowest,
        highest=form.highest,
        low_label=words(form.low_label),
        high_label=words(form.high_label),
        **fields,
    )


def ask_kano(
    document: Document, ids: IdSource, words: Translator, with_it: str, without_it: str, *, note_id: str = ""
) -> Diff:
    """Ask a Kano pair about an idea: how people feel when it is there, and when it is not (method 5.1).

    Raises SprintError when one of the two is empty.
    """
    if not with_it.strip() or not without_it.strip():
        raise SprintError("study.kano_needs_two")
    order = last_place(questions_of(document))
    fields = {"text": with_it, "opposite": without_it, "rule": KANO_TABLE, "note_id": note_id}
    question = _question(ids, order, Instrument.KANO, words, **fields)
    return make_diff("study.edit_ask", [(None, question)], count=1)


def ask_own(document: Document, ids: IdSource, text: str, **fields: Any) -> Diff:
    """Ask a question in own words; `fields` may give `lowest`, `highest`, the labels and what it is about.

    Raises SprintError when it has no words or no scale.
    """
    if not text.strip():
        raise SprintError("study.question_empty")
    question = Question(id=ids(), order=last_place(questions_of(document)), text=text, **fields)
    _refuse_scale(question)
    return make_diff("study.edit_ask", [(None, question)], count=1)


def _refuse_scale(question: Question) -> None:
    if question.lowest >= question.highest:
        raise SprintError("study.no_scale", lowest=question.lowest, highest=question.highest)


def remove_question(document: Document, question_id: str) -> Diff:
    """Take a question off the questionnaire with its answers; one undo brings both back."""
    question = document.require(Question, question_id)
    return make_diff("study.edit_remove_question", delete(document, [question.id]).changes.values())


def check_value(question: Question, value: float | None) -> None:
    """Raise SprintError with the reason when a number cannot be the answer to a question; None is always fine."""
    if value is None:
        return
    if not isfinite(value) or not question.lowest <= value <= question.highest:
        shown = int(value) if isfinite(value) and value == int(value) else value
        raise SprintError("study.out_of_range", value=shown, lowest=question.lowest, highest=question.highest)
    if value != int(value) and FORMS[question.instrument].is_whole:
        raise SprintError("study.not_whole", value=value)


def answer(
    document: Document,
    ids: IdSource,
    question_id: str,
    participant_id: str,
    value: float | None = None,
    *,
    opposite: float | None = None,
    text: str = "",
    at: str = "",
) -> Diff:
    """Write down one answer over the one that was there; nothing at all takes it away. Raises as `answer_many`."""
    return answer_many(document, ids, [Given(question_id, participant_id, value, opposite, text)], at=at)


def answer_many(document: Document, ids: IdSource, given: Iterable[Given], *, at: str = "") -> Diff:
    """Write down answers in one edit; of two for the same question and participant the last counts.

    Raises SprintError, and writes none, when a number is out of range or a participant did not agree to take part.
    """
    last = {(one.question_id, one.participant_id): one for one in given}
    changes: list[Change] = []
    for (question_id, participant_id), one in last.items():
        question = document.require(Question, question_id)
        who = document.require(Participant, participant_id)
        check_value(question, one.value)
        check_value(question, one.opposite)
        if forbids(document, who.id, ConsentTick.TAKE_PART):
            raise SprintError("study.no_consent", code=who.code)
        is_empty = one.value is None and one.opposite is None and not one.text
        there = [known for known in document.referrers(Answer, question.id) if known.participant_id == who.id]
        fresh = Answer(
            id=there[0].id if there else ids(),
            question_id=question.id,
            participant_id=who.id,
            value=one.value,
            opposite=one.opposite,
            text=one.text,
            at=at,
        )
        changes += [(known, None) for known in there[1:]]
        if there and not is_empty:
            same = replace(fresh, at=there[0].at) == there[0]
            changes.append((there[0], there[0] if same else replace(fresh, extra=there[0].extra)))
        elif there or not is_empty:
            changes.append((there[0] if there else None, None if is_empty else fresh))
    return make_diff("study.edit_answers", changes, count=len(changes))
