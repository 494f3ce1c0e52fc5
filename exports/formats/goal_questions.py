"""The long-term goal and the sprint questions on one poster, large enough for the wall."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Story
from exports.kit.forms import add_rules
from exports.kit.printed import Printed, begin
from exports.options import TILED, Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator
from sprint.insight.dots import dots_on
from sprint.records import Note, NoteKind
from sprint.study.guide import sprint_questions

_MOST = 8
_SIZES = (2.3, 2.0, 1.7, 1.45, 1.2, 1.0)


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the poster in the largest type that keeps it on one sheet; without a goal there are lines to write on."""
    t = Translator.load(options.language)
    title = document.sprint.title or t("paper.goal")
    for factor in _SIZES:
        printed = begin(
            document,
            options,
            stream,
            title,
            lead=document.sprint.challenge,
            factor=factor,
            name=t("print.title.goal_questions"),
        )
        story = _told(printed)
        if sum(piece.height for piece in story.pieces) <= printed.sheets.room:
            break
    printed.flow(story.pieces)


def goal_of(document: Document) -> str:
    """Give the goal that got most dots; empty when none was written."""
    goals = [note for note in document.table(Note).values() if note.kind is NoteKind.GOAL and not note.is_hidden]
    dots = dots_on(document, [note.id for note in goals])
    goals.sort(key=lambda note: (-dots.get(note.id, note.votes), note.order, note.id))
    return goals[0].text if goals else ""


def _told(printed: Printed) -> Story:
    document, t, types = printed.document, printed.t, printed.types
    story = printed.story()
    story.heading(t("print.goal.goal"), types.heading.coloured("accent"), above=0.4)
    goal = goal_of(document)
    if goal:
        story.paragraph(goal, types.lead.sized(types.lead.points * 1.25).bolder())
    else:
        add_rules(story, 3, 16)
    story.heading(t("print.goal.questions"), types.heading.coloured("accent"), above=1.4)
    questions = sprint_questions(document)[:_MOST]
    for number, note in enumerate(questions):
        story.paragraph(f"{number + 1}.  {note.text}", types.lead)
        story.gap(types.lead.line * 0.45)
    if not questions:
        add_rules(story, 6, 16)
    return story


OUTPUT: Final = Output(
    id="goal_questions",
    title="print.title.goal_questions",
    suffixes=(".pdf",),
    papers=(Paper.A3, Paper.A4, Paper.A2, Paper.A1),
    orientations=UPRIGHT,
    write=write,
    sheets=("goal_questions_poster",),
    takes=TILED,
)
