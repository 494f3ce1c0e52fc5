"""What a day gave, on one sheet: what was made, decided and parked, and what tomorrow brings."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.choice import chosen_days
from exports.flow import Piece, paginate
from exports.kit.days import day_head
from exports.kit.printed import Part, Printed, begin
from exports.options import Options
from exports.paper import Paper
from sprint.agenda import blocks_of, days_of
from sprint.day_results import day_results
from sprint.document import Document
from sprint.i18n import Translator
from sprint.insight.dots import dots_on
from sprint.programme.catalogue import Catalogue
from sprint.programme.titles import in_language
from sprint.records import Block, Day, Decision, Note, ParkedItem, VoteRound

_MOST_NOTES = (6, 5, 4, 3, 2, 1)
"""How many notes of an exercise there are at most: the first that keeps a day on one sheet is taken."""

Made = dict[str, tuple[list[str], list[Note]]]
"""By the name of an exercise: what it came to, and its notes, which are told only where it came to nothing more."""


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write a sheet for one day or for each; raises SprintError when the sprint has no days."""
    every = days_of(document)
    days = chosen_days(document, options.day)
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.day_summary"))
    parts: list[Part] = []
    for number, day in days:
        head = day_head(document, t, number, day, t("print.title.day_summary"))
        printed.sheets.set_head(head)
        made = _made_on(document, t, day)
        for most in _MOST_NOTES:
            pieces = _told(printed, day, made, most, every[number] if number < len(every) else None)
            if len(paginate(pieces, printed.sheets.room)) == 1:
                break
        parts.append((head, pieces))
    printed.flow_parts(parts)


def _made_on(document: Document, t: Translator, day: Day) -> Made:
    """Give what each exercise of a day gave; exercises of one name, such as talks, are told together."""
    catalogue = Catalogue.from_assets()
    results = {block.id: lines for block, lines in day_results(document, t, catalogue, day.id)}
    made: Made = {}
    # A vote that ended with a decision is told among the decisions.
    told_below = {one.block_id for one in document.table(Decision).values()}
    told_below &= {one.block_id for one in document.table(VoteRound).values()}
    for block in blocks_of(document, day.id):
        if block.id in told_below:
            continue
        lines, notes = results.get(block.id, []), _notes_of(document, block)
        if lines or notes:
            known = block.exercise in catalogue.ids
            head = catalogue.head(block.exercise).title.get(t.language) if known else ""
            name = in_language(block.title, t.language) or head or block.exercise
            all_lines, all_notes = made.setdefault(name, ([], []))
            all_lines.extend(lines)
            all_notes.extend(notes)
    return made


def _told(printed: Printed, day: Day, made: Made, most: int, tomorrow: Day | None) -> list[Piece]:
    document, t, types = printed.document, printed.t, printed.types
    story = printed.story()
    story.heading(t("print.day_summary.made"), types.heading, above=0)
    if not made:
        story.paragraph(t("print.day_summary.nothing"), types.small)
    for title, (lines, notes) in made.items():
        story.heading(title, types.body.bolder(), 3, 0.5)
        told = lines or [note.text for note in notes[:most]]
        for text in told:
            story.bullet(text, types.body)
        if not lines and (left := len(notes) - most) > 0:
            story.paragraph(t("print.day_summary.more", count=left), types.small, indent=4)
    ids = {block.id for block in blocks_of(document, day.id)}
    decided = [(one.order, one.text) for one in document.table(Decision).values() if one.block_id in ids]
    parked = [(one.order, one.text) for one in document.table(ParkedItem).values() if one.block_id in ids]
    for label, rows in ((t("print.day_summary.decided"), decided), (t("print.day_summary.parked"), parked)):
        if rows:
            story.heading(label, types.heading)
        for _, text in sorted(rows):
            story.bullet(text, types.body)
    if tomorrow is not None:
        words = (in_language(tomorrow.title, t.language), tomorrow.start)
        story.heading(t("print.day_summary.tomorrow"), types.heading)
        story.paragraph(", ".join(part for part in words if part), types.body)
    return story.pieces


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
