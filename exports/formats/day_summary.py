"""What a day gave, on one sheet: what was made, decided and parked, and what tomorrow brings."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.choice import chosen_days
from exports.flow import Story
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Paper
from sprint.agenda import blocks_of, days_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.insight.dots import dots_on
from sprint.programme.catalogue import Catalogue
from sprint.programme.titles import in_language
from sprint.records import Block, Day, Decision, Note, ParkedItem

_MOST_NOTES = 5
_MOST_BLOCKS = 12


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write a sheet for one day or for each; raises SprintError when the sprint has no days."""
    every = days_of(document)
    days = chosen_days(document, options.day)
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.day_summary"), lead=document.sprint.title)
    story = printed.story()
    for number, day in days:
        if story.pieces:
            story.page_break()
        _add_day(printed, story, number, day, every)
    printed.flow(story.pieces)


def _add_day(printed: Printed, story: Story, number: int, day: Day, every: list[Day]) -> None:
    document, t, types = printed.document, printed.t, printed.types
    name = in_language(day.title, t.language)
    title = t("export.day", number=number)
    story.heading(f"{title} · {name}" if name else title, types.lead.bolder())
    story.paragraph(
        " · ".join(part for part in (t.date(day.date), in_language(day.motto, t.language)) if part), types.small
    )
    blocks = blocks_of(document, day.id)
    story.heading(t("print.day_summary.made"), types.heading)
    catalogue = Catalogue.from_assets()
    made = [(block, _notes_of(document, block)) for block in blocks]
    made = [(block, notes) for block, notes in made if notes][:_MOST_BLOCKS]
    if not made:
        story.paragraph(t("print.day_summary.nothing"), types.small)
    for block, notes in made:
        known = block.exercise in catalogue.ids
        head = catalogue.head(block.exercise).title.get(t.language) if known else ""
        story.heading(in_language(block.title, t.language) or head or block.exercise, types.body.bolder(), 3, 0.5)
        for note in notes[:_MOST_NOTES]:
            story.bullet(note.text, types.body)
        if (left := len(notes) - _MOST_NOTES) > 0:
            story.paragraph(t("print.day_summary.more", count=left), types.small, indent=4)
    ids = {block.id for block in blocks}
    decided = [(one.order, one.text) for one in document.table(Decision).values() if one.block_id in ids]
    parked = [(one.order, one.text) for one in document.table(ParkedItem).values() if one.block_id in ids]
    for label, lines in ((t("print.day_summary.decided"), decided), (t("print.day_summary.parked"), parked)):
        if lines:
            story.heading(label, types.heading)
        for _, text in sorted(lines):
            story.bullet(text, types.body)
    if number < len(every):
        tomorrow = every[number]
        words = (in_language(tomorrow.title, t.language), in_language(tomorrow.motto, t.language), tomorrow.start)
        story.heading(t("print.day_summary.tomorrow"), types.heading)
        story.paragraph(" · ".join(part for part in words if part), types.body)


def _notes_of(document: Document, block: Block) -> list[Note]:
    """Give the notes of a block, the most chosen first; hidden ones stay in the team."""
    notes = [note for note in document.referrers(Note, block.id) if note.text.strip() and not note.is_hidden]
    dots = dots_on(document, [note.id for note in notes])
    return sorted(notes, key=lambda note: (-dots.get(note.id, note.votes), note.order, note.id))


OUTPUT: Final = Output(
    id="day_summary",
    title="print.title.day_summary",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    takes=frozenset({"day"}),
)
