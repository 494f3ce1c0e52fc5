"""What lies ready on each day: printed sheets and things, with boxes to tick."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.choice import chosen_days
from exports.flow import Piece, Story
from exports.kit.columns import add_columns
from exports.kit.days import day_head
from exports.kit.forms import add_tick
from exports.kit.printed import Part, Printed, begin
from exports.options import Options
from exports.paper import Paper
from sprint.agenda import blocks_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue
from sprint.records import Day

_GAP = 6.0
_PRINTED = {
    "consent_forms": "consent_form",
    "emotion_strip": "emotion_strip",
    "name_tags": "name_tags",
    "parking_poster": "parking_poster",
    "persona_sheets": "persona_sheet",
    "role_cards": "role_cards",
    "storyboard_sheets": "storyboard_sheet",
    "voting_sheets": "voting_sheet",
}
"""Things that come out of the printer: where the sheet is on the list already, nobody packs it twice."""


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the list of one day or of all; raises SprintError when the sprint has no days."""
    days = chosen_days(document, options.day)
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.packing"), lead=t("print.packing.lead"))
    catalogue = Catalogue.from_assets()
    parts: list[Part] = []
    for number, day in days:
        story = printed.story()
        sheets, materials = needs_of(document, day, catalogue)
        _add_columns(
            printed,
            story,
            (t("print.packing.sheets"), [t(f"programme.sheet.{one}") for one in sheets]),
            (t("print.packing.materials"), [t(f"programme.material.{one}") for one in materials]),
        )
        parts.append((day_head(document, t, number, day, t("print.title.packing")), story.pieces))
    printed.flow_parts(parts)


def _add_columns(printed: Printed, story: Story, *columns: tuple[str, list[str]]) -> None:
    """Set lists beside each other, row by row, so that a day fits on one sheet."""
    width = story.width / len(columns)
    lists = []
    for label, words in columns:
        column = printed.story(width - _GAP)
        column.paragraph(label, printed.types.heading, role="H2")
        column.pieces.append(Piece(printed.types.body.line * 0.4))
        for word in words:
            add_tick(column, word[:1].upper() + word[1:], printed.types)
        lists.append(column.pieces)
    add_columns(story, lists, width)


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
    return list(sheets), [one for one in materials if _PRINTED.get(one) not in sheets]


OUTPUT: Final = Output(
    id="packing",
    title="print.title.packing",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    takes=frozenset({"day", "size"}),
)
