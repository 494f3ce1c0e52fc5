"""The guide of an interview in five acts, with room for notes; made of the storyboard and the sprint questions."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.forms import add_field, add_fields, add_rules
from exports.kit.printed import begin
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator
from sprint.study.guide import TASKS_ACT, guide_of

_INDENT = 5.0
_POINTS = 11.0
"""Read while talking, so a little larger than the body of a report."""
_SCENE_LINES, _ACT_LINES = 2, 3
"""Lines to write on, after a scene and after an act."""


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the guide for one interview."""
    t = Translator.load(options.language)
    acts = guide_of(document, t)
    lead = t("print.guide.lead", count=sum(act.minutes for act in acts))
    printed = begin(document, options, stream, t("print.title.guide"), lead=lead)
    story, types = printed.story(), printed.types
    if not options.is_large:
        types = replace(types, body=types.body.sized(_POINTS))
    add_fields(story, [(t("print.guide.number"), ""), (t("print.guide.date"), "")], types)
    add_field(story, t("print.guide.interviewer"), types)
    start = scene = 0
    for number, act in enumerate(acts):
        if number == TASKS_ACT:
            story.page_break()
        title = f"{act.title}  ({start}–{start + act.minutes} min)"
        story.heading(title, types.heading)
        start += act.minutes
        for place, line in enumerate(act.lines):
            behind = act.lines[place + 1 : place + 2]
            if line.step_id and (not place or act.lines[place - 1].step_id != line.step_id):
                scene = len(story.pieces)
            if line.kind == "aid":
                story.paragraph(line.text, types.small, indent=_INDENT)
            elif line.kind == "say":
                story.paragraph(f"“{line.text}”", types.body, role="BlockQuote")
            else:
                story.bullet(line.text, types.body.bolder() if line.kind == "task" else types.body, indent=_INDENT)
            story.gap(types.body.line * 0.25)
            if line.step_id and (not behind or behind[0].step_id != line.step_id):
                add_rules(story, _SCENE_LINES)
                story.keep_together(scene)
                story.gap(types.body.line * 0.4)
        story.paragraph(t("print.guide.notes"), types.small, keeps_next=True)
        add_rules(story, _ACT_LINES)
    printed.flow(story.pieces, t("print.title.guide"))


OUTPUT: Final = Output(
    id="interview_guide",
    title="print.title.guide",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    sheets=("interview_guide",),
    takes=frozenset({"size"}),
)
