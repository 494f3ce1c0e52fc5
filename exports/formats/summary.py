"""The sprint on one page: what it was about, what the journey shows, what citizens said and what was decided."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import Output
from exports.flow import Piece, draw_pieces, paginate
from exports.opening import open_surface
from exports.options import Options
from exports.paper import Orientation, Paper, sheet_of
from exports.sheets import Head, Sheets, kicker_of, people_and_date
from exports.summary_text import LIMITS, figure_tiles, outcome_story, pains_story
from sprint.document import Document
from sprint.i18n import Translator
from sprint.journeys import journeys
from sprint.summary import team_roles

_COLUMN_GAP = 9.0


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the summary; a sprint without content gives a page that says what is still to come."""
    t = Translator.load(options.language)
    sheet = sheet_of(options.paper, options.orientation or Orientation.PORTRAIT)
    title = document.sprint.title or next(
        (one.title for one in journeys(document) if one.title), t("print.report.untitled")
    )
    surface = open_surface(options, stream, sheet, title, t, is_tagged=True)
    head = Head(kicker_of(document, t), people_and_date(document, t), title, document.sprint.challenge)
    sheets = Sheets(surface, t, t("export.name.summary"), head)
    types = sheets.types
    top = sheets.story(sheet.inner_width)
    roles = team_roles(document)
    if roles:
        top.paragraph(t("export.team", roles=", ".join(roles)), types.small)
        top.gap(types.body.line * 0.7)
    tiles = figure_tiles(document, t)
    if tiles.tiles:
        height = tiles.height(top.setter, sheet.inner_width, types)
        top.add(height, lambda surface, x, y: tiles.draw(surface, x, y, sheet.inner_width, types))
        top.gap(types.body.line * 0.9)
    width = (sheet.inner_width - _COLUMN_GAP) / 2
    heads = paginate(top.pieces, sheets.room)
    first = sheets.room - sum(piece.height for piece in heads[-1])
    columns: list[list[list[Piece]]] = []
    for limits in LIMITS:
        stories = [
            pains_story(document, t, sheets.story(width), types, limits),
            outcome_story(document, t, sheets.story(width), types, limits),
        ]
        columns = [paginate(story, sheets.room, first) for story in stories]
        if all(len(pages) == 1 for pages in columns):
            break
    count = max(len(pages) for pages in columns)
    sheets.begin(len(heads) - 1 + count)
    for number in range(len(heads) - 1 + count):
        sheets.next(title if number == 0 else "", number + 1 < len(heads) - 1 + count)
        y = sheets.top
        if number < len(heads):
            y = draw_pieces(surface, sheet.left, y, heads[number])
        at = number - len(heads) + 1
        for side, pages in enumerate(columns):
            if 0 <= at < len(pages):
                draw_pieces(surface, sheet.left + side * (width + _COLUMN_GAP), y, pages[at])
    sheets.finish()


OUTPUT: Final = Output(
    id="summary",
    title="export.title.summary",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=(Orientation.PORTRAIT, Orientation.LANDSCAPE),
    write=write,
)
