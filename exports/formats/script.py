"""The facilitator's script of each day: when, how long, what to say, the steps with minutes, and what is needed."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.choice import chosen_days
from exports.flow import Story
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Paper
from sprint.agenda import Slot, clock_time_of, slots_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue, Exercise
from sprint.programme.titles import in_language

_INDENT = 8.0


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the script of one day or of all; raises SprintError when the sprint has no days."""
    days = chosen_days(document, options.day)
    t = Translator.load(options.language)
    catalogue = Catalogue.from_assets()
    printed = begin(
        document, options, stream, t("print.title.script"), right=t("print.script.private"), lead=document.sprint.title
    )
    story = printed.story()
    for number, day in days:
        if story.pieces:
            story.page_break()
        name = in_language(day.title, t.language)
        title = t("export.day", number=number)
        story.heading(f"{title} · {name}" if name else title, printed.types.lead.bolder(), 2, above=1.2)
        details = " · ".join(part for part in (t.date(day.date), in_language(day.motto, t.language)) if part)
        story.paragraph(details, printed.types.small)
        for slot in slots_of(document, day):
            _add_block(printed, story, slot, catalogue)
    printed.flow(story.pieces, document.sprint.title)


def _add_block(printed: Printed, story: Story, slot: Slot, catalogue: Catalogue) -> None:
    t, types, block = printed.t, printed.types, slot.block
    exercise = catalogue.exercise(block.exercise) if block.exercise in catalogue.ids else None
    own = in_language(block.title, t.language)
    title = own or (exercise.title.get(t.language) if exercise else t("export.untitled_block"))
    if block.skipped:
        story.gap(types.body.line * 0.6)
        story.paragraph(t("print.script.skipped", title=title), types.small)
        return
    minutes = t("export.minutes", count=block.minutes)
    story.heading(f"{clock_time_of(slot.start)}  {title}  ({minutes})", types.body.bolder(), 3, above=0.8)
    if block.remark:
        story.paragraph(block.remark, types.body.coloured("accent"))
    if exercise is None or exercise.head.is_rest:
        return
    _add_exercise(printed, story, exercise)


def _add_exercise(printed: Printed, story: Story, exercise: Exercise) -> None:
    t, types = printed.t, printed.types
    words = t.language
    story.paragraph(exercise.purpose.get(words), types.small)
    story.paragraph(t("print.script.say"), types.small.bolder(), keeps_next=True)
    story.paragraph(f"“{exercise.say.get(words)}”", types.body, indent=_INDENT, role="BlockQuote")
    if exercise.steps:
        story.paragraph(t("print.script.steps"), types.small.bolder(), keeps_next=True)
    for step in exercise.steps:
        minutes = t("export.minutes", count=step.minutes)
        story.bullet(f"{step.text.get(words)} ({minutes})", types.body, indent=_INDENT)
    for tip in exercise.tips[:1]:
        story.paragraph(f"{t('print.script.tip')}: {tip.get(words)}", types.small, indent=_INDENT)
    needs = ", ".join(t(f"programme.material.{name}") for name in exercise.materials)
    if needs:
        story.paragraph(f"{t('print.script.needs')}: {needs}", types.small)


OUTPUT: Final = Output(
    id="script",
    title="print.title.script",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    takes=frozenset({"day", "size"}),
)
