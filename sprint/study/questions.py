"""Reading the questionnaire: its questions in order, and one answer for each participant."""

from __future__ import annotations

from sprint.document import Document
from sprint.records import Answer, Participant, Question


def questions_of(document: Document) -> list[Question]:
    """Return all questions in their order."""
    return sorted(document.table(Question).values(), key=lambda question: (question.order, question.id))


def answers_of(document: Document, question_id: str) -> list[Answer]:
    """Return the answers to a question, in the order of the participants; one for each participant, the last."""
    found: dict[str, Answer] = {}
    for answer in sorted(document.referrers(Answer, question_id), key=lambda one: one.id):
        found[answer.participant_id] = answer
    places = {who.id: (who.order, who.id) for who in document.table(Participant).values()}
    return sorted(found.values(), key=lambda one: places[one.participant_id])
