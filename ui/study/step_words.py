"""What is known of a step, in the few words that stand beside its row on the wall."""

from __future__ import annotations

from sprint.document import Document
from sprint.insight.evidence import Standing, evidence_of
from sprint.records import Step
from ui.context import Context

STANDING_KEYS = {
    Standing.UNTESTED: "study_ui.untested",
    Standing.CONFIRMED: "study_ui.confirmed_step",
    Standing.CONTESTED: "study_ui.contested",
    Standing.CHANGED: "study_ui.changed",
}


def step_facts(context: Context, document: Document, step: Step) -> str:
    """Say how many of those who spoke were positive, how well the step is backed and what citizens made of it."""
    t, found = context.texts, evidence_of(document, step.id)
    level = f"{found.level.value} · {t(STANDING_KEYS[found.standing])}"
    if not found.people:
        return level
    return f"{t('study_ui.glad_of', glad=found.glad, people=found.people)}\n{level}"
