"""What lies ready on each day: printed sheets and things, with boxes to tick."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.forms import add_tick
from exports.kit.printed import begin
from exports.options import Options
from exports.paper import Paper
from sprint.agenda import blocks_of, days_of
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue
from sprint.programme.titles import in_language
from sprint.records import Day


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the list of one day or of all; raises SprintError when the sprint has no days."""
    days = [(n + 1, day) for n, day in enumerate(days_of(document)) if options.day in (0, n + 1)]
    if not days:
        raise SprintError("export.error.no_days")
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.packing"), lead=t("print.packing.lead"))
    catalogue = Catalogue.from_assets()
    story, types = printed.story(), printed.types
    for number, day in days:
        name = in_language(day.title, t.language)
        title = t("export.day", number=number)
        story.heading(f"{title} · {name}" if name else title, types.heading)
        sheets, materials = needs_of(document, day, catalogue)
        for label, words in (
            (t("print.packing.sheets"), [t(f"programme.sheet.{one}") for one in sheets]),
            (t("print.packing.materials"), [t(f"programme.material.{one}") for one in materials]),
        ):
            if words:
                story.heading(label, types.body.bolder(), 3, above=0.5)
            for word in words:
                add_tick(story, word[:1].upper() + word[1:], types)
    printed.flow(story.pieces)


def needs_of(document: Document, day: Day, catalogue: Catalogue) -> tuple[list[str], list[str]]:
    """Give the names of the sheets and materials that the exercises of a day ask for, each once, in time order."""
    sheets: dict[str, None] = {}
    materials: dict[str, None] = {}
    for block in blocks_of(document, day.id):
        if block.skipped or block.exercise not in catalogue.ids:
            continue
        exercise = catalogue.exercise(block.exercise)
        sheets |= dict.fromkeys(exercise.sheets)
        materials |= dict.fromkeys(exercise.materials)
    return list(sheets), list(materials)


OUTPUT: Final = Output(
    id="packing",
    title="print.title.packing",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    takes=frozenset({"day", "size"}),
)
