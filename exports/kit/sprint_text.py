"""Parts of a sprint as text that several prints share: decisions, answers, what is parked, and the follow-up."""

from __future__ import annotations

from exports.flow import Story
from exports.kit.table import add_table
from exports.sheets import Scaled
from sprint.document import Document
from sprint.i18n import Translator, closed
from sprint.records import Decision, FollowUp, ParkedItem, SprintAnswer
from sprint.sentences import aside, dotted, ended, led
from sprint.study.guide import sprint_questions


def add_decisions(story: Story, types: Scaled, document: Document, t: Translator) -> None:
    """Add every decision with its reason and who decided it."""
    decisions = sorted(document.table(Decision).values(), key=lambda one: (one.order, one.id))
    if not decisions:
        story.paragraph(t("export.no_decisions"), types.small)
    for decision in decisions:
        first = len(story.pieces)
        story.bullet(decision.text, types.body)
        by = t("print.decision.by", name=decision.decided_by) if decision.decided_by else ""
        story.paragraph(" ".join(part for part in (ended(decision.reason), by) if part), types.small, indent=4)
        story.keep_together(first)
        story.gap(types.small.line * 0.3)


def add_answers(story: Story, types: Scaled, document: Document, t: Translator) -> None:
    """Add the sprint questions with the answer of the sprint and its reason."""
    questions = sprint_questions(document)
    if not questions:
        return
    answers = {answer.note_id: answer for answer in document.table(SprintAnswer).values()}
    story.heading(t("print.decision.answers"), types.heading)
    for note in questions:
        answer = answers.get(note.id)
        verdict = t(f"print.verdict.{answer.verdict.value if answer else ''}")
        first = len(story.pieces)
        story.bullet(f"{closed(note.text)} {verdict[:1].upper()}{verdict[1:]}.", types.body)
        if answer is not None:
            story.paragraph(answer.reason, types.small, indent=4)
        story.keep_together(first)
        story.gap(types.small.line * 0.3)


def add_parked(story: Story, types: Scaled, document: Document) -> None:
    """Add what waits for later, with whose it is and when it comes back."""
    items = sorted(document.table(ParkedItem).values(), key=lambda one: (one.order, one.id))
    for item in items:
        if not item.is_done:
            story.bullet(with_details(item), types.body)


def with_details(item: ParkedItem) -> str:
    """Word something parked, with whose it is and when it comes back."""
    return aside(item.text, dotted((item.owner, item.back_when)))


def add_follow_ups(story: Story, types: Scaled, document: Document, t: Translator, empty_rows: int = 0) -> None:
    """Add the plan as a table, with empty rows to write on."""
    rows = [_row(one, t) for one in sorted(document.table(FollowUp).values(), key=lambda one: (one.order, one.id))]
    rows += [("",) * 6] * empty_rows
    head = (
        t("print.follow.what"), t("print.follow.owner"), t("print.follow.first"), t("print.follow.check_30"),
        t("print.follow.check_90"), t("print.follow.measure"),
    )  # fmt: skip
    if rows:
        add_table(story, types, head, rows, (4, 2, 3.4, 2, 2, 3), least=16.0)


def _row(one: FollowUp, t: Translator) -> tuple[str, str, str, str, str, str]:
    first = one.first_step
    if one.first_by:
        first = aside(first, f"{t('print.follow.by').lower()} {t.date_with_year(one.first_by)}")
    measure = one.measure
    if one.baseline or one.target:
        change = t("print.follow.from_to", baseline=one.baseline or "…", target=one.target or "…")
        measure = f"{led(measure)} {change}" if measure else change
    return one.text, one.owner, first, t.date_with_year(one.check_30), t.date_with_year(one.check_90), measure
