"""What lies ready on each day: printed sheets and things, with boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.choice import chosen_days
from exports.flow import Draw, Piece, Story
from exports.kit.forms import add_tick
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Paper
from exports.surface import Surface
from sprint.agenda import blocks_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue
from sprint.programme.titles import in_language
from sprint.records import Day


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the list of one day or of all; raises SprintError when the sprint has no days."""
    days = chosen_days(document, options.day)
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.packing"), lead=t("print.packing.lead"))
    catalogue = Catalogue.from_assets()
    story, types = printed.story(), printed.types
    for number, day in days:
        if story.pieces:
            story.page_break()
        name = in_language(day.title, t.language)
        title = t("export.day", number=number)
        story.heading(f"{title} · {name}" if name else title, types.heading)
        sheets, materials = needs_of(document, day, catalogue)
        _add_columns(
            printed,
            story,
            (t("print.packing.sheets"), [t(f"programme.sheet.{one}") for one in sheets]),
            (t("print.packing.materials"), [t(f"programme.material.{one}") for one in materials]),
        )
    printed.flow(story.pieces)


def _add_columns(printed: Printed, story: Story, *columns: tuple[str, list[str]]) -> None:
    """Set lists beside each other, row by row, so that a day fits on one sheet."""
    width = story.width / len(columns)
    stories = []
    for label, words in columns:
        column = printed.story(width - 6)
        column.paragraph(label, printed.types.body.bolder())
        for word in words:
            add_tick(column, word[:1].upper() + word[1:], printed.types)
        stories.append(column.pieces)
    for row in zip_longest(*stories):
        story.add(max(piece.height for piece in row if piece), _beside(row, width))


def _beside(row: Sequence[Piece | None], width: float) -> Draw:
    def draw(surface: Surface, x: float, y: float) -> None:
        for number, piece in enumerate(row):
            if piece is not None and piece.draw is not None:
                piece.draw(surface, x + number * width, y)

    return draw


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
