"""The present journey above the desired one: what changes for the citizen, in figures, tracks and quotes."""

from __future__ import annotations

from itertools import pairwise
from typing import BinaryIO, Final, NamedTuple

from exports.base import Output
from exports.choice import journey_pair
from exports.comparison_text import figures_story, tracks_story, voices_story
from exports.flow import Piece, draw_pieces, paginate
from exports.opening import open_surface
from exports.options import POSTER, Options
from exports.paper import Orientation, Paper, sheet_of
from exports.route import Grid, Route
from exports.sheets import Head, Sheets, kicker_of, people_and_date
from exports.structure import Element
from exports.tracks import on_track
from sprint.document import Document
from sprint.i18n import Translator
from sprint.journeys import main_route
from sprint.records import Journey, Track
from sprint.sentences import dotted, listed
from sprint.summary import fates_of, figures_of, voices_of

_LABEL_SHARE = 0.115
_LEAST_LABEL = 29.0
_LEAST_UNIT = 3.0
_MOST_UNIT = 7.0
_COLUMNS = (0.0, 0.405, 0.715, 1.0)
_ROUNDING = 1e-6
"""Millimetres by which a sum of heights may miss the room that it was made to fill."""


class _Row(NamedTuple):
    """A piece of one of the two routes (0: now, 1: later) that begins with this step."""

    number: int
    first: int


class _Comparison:
    """One comparison being drawn: both routes, and the texts below them."""

    def __init__(self, document: Document, t: Translator, sheets: Sheets) -> None:
        self.surface = sheets.surface
        self.t = t
        self.sheets = sheets
        self.journeys = journey_pair(document)
        now, later = self.journeys
        sheet, setter = self.surface.sheet, self.surface.setter
        self.label_width = max(_LEAST_LABEL, sheet.inner_width * _LABEL_SHARE)
        routes = [main_route(document, journey.id) for journey in self.journeys]
        self.lengths = [len(route) for route in routes]
        self.count = max(self.lengths)
        self.alts = [
            t("print.poster_alt", title=journey.title, steps=listed(step.title for step in route))
            for journey, route in zip(self.journeys, routes, strict=True)
        ]
        self.grid = Grid.of(sheet.inner_width - self.label_width, routes, setter, sheet.scale)
        fates = fates_of(document, now.id, later.id)
        self.routes = [Route(route, fates, t, setter, self.grid, sheets.long, sheet.scale) for route in routes]
        self.labels = [self._label(document, number) for number in range(2)]
        self.column_gap = 10.0 * max(1.0, sheet.scale)
        self.stories = self._stories(document, now, later)
        self.gap = 4.0 * max(1.0, sheet.scale)
        self.space = 0.0

    def _label(self, document: Document, number: int) -> list[Piece]:
        t, types = self.t, self.sheets.types
        story = self.sheets.story(self.label_width - 3)
        figures = figures_of(document, self.journeys[number].id)
        story.paragraph(t("export.now") if number == 0 else t("export.later"), types.lead.bolder())
        story.gap(1)
        if number == 0:
            story.paragraph(t("export.as_lived"), types.small)
        else:
            heard = voices_of(document, [self.journeys[1].id]).heard
            text = t("export.as_discussed", count=heard) if heard else t("export.as_wished")
            story.paragraph(text, types.small)
        if not self.routes[number].is_backed:
            story.paragraph(t("export.dashed"), types.small)
        if figures.other_steps:
            story.paragraph(t("export.other_steps", count=figures.other_steps), types.small)
        return story.pieces

    def _stories(self, document: Document, now: Journey, later: Journey) -> list[list[Piece]]:
        width = self.surface.sheet.inner_width
        widths = [(end - start) * width - self.column_gap for start, end in pairwise(_COLUMNS)]
        makers = (figures_story, tracks_story, voices_story)
        return [
            make(document, self.t, self.sheets.story(width), self.sheets.types, now, later)
            for make, width in zip(makers, widths, strict=True)
        ]

    # ---- measuring and drawing

    def row_height(self, number: int, unit: float) -> float:
        route = self.routes[number]
        label = sum(piece.height for piece in self.labels[number])
        return max(label, route.box_height + 2 * route.curve_margin() + route.units * unit)

    @property
    def texts_height(self) -> float:
        return max(sum(piece.height for piece in story) for story in self.stories)

    def unit(self, with_texts: bool) -> float:
        """Choose one degree of feeling so that both curves fill what is left, within bounds."""
        room = self.sheets.room - self.gap * (2 if with_texts else 1) - (self.texts_height if with_texts else 0)
        fixed = sum(self.row_height(number, 0) for number in range(2))
        units = max(1.0, sum(route.units for route in self.routes))
        return min(_MOST_UNIT * max(1.0, self.surface.sheet.scale), max(_LEAST_UNIT, (room - fixed) / units))

    def height(self, unit: float) -> float:
        return self.row_height(0, unit) + self.row_height(1, unit) + self.gap

    def draw(self) -> None:
        """Draw both routes, in rows on as few sheets as they need, and the texts below them or behind them."""
        room = self.sheets.room
        fits = self.height(_LEAST_UNIT) + self.gap + self.texts_height <= room
        unit = self.unit(fits)
        pages = self._pages(unit, room)
        left = room - self._page_height(pages[-1], unit) - self.gap - self.texts_height
        text_pages = [] if left > -_ROUNDING else self._text_pages(room)
        if fits and len(pages) == 1:
            # What is left over becomes white space above, between and below the routes.
            self.space = min(max(0.0, left / 3), 2.5 * self.gap)
        self.sheets.begin(len(pages) + len(text_pages))
        for page in pages:
            self.sheets.next()
            self._draw_rows(page, unit)
        if not text_pages:
            self._draw_texts(self.sheets.bottom - self.texts_height, self.stories)
        for texts in text_pages:
            self.sheets.next()
            self._draw_texts(self.sheets.top, texts)

    def _pages(self, unit: float, room: float) -> list[list[_Row]]:
        """Share the rows among sheets: those of the same columns of both journeys together where they fit."""
        pages: list[list[_Row]] = []
        for first in range(0, max(1, self.count), self.grid.per_sheet):
            rows = [_Row(number, first) for number in range(2) if first < max(1, self.lengths[number])]
            together = self._page_height(rows, unit) <= room
            for group in [rows] if together else [[row] for row in rows]:
                if pages and self._page_height([*pages[-1], *group], unit) <= room:
                    pages[-1] += group
                else:
                    pages.append(group)
        return pages

    def _page_height(self, rows: list[_Row], unit: float) -> float:
        return sum(self.row_height(row.number, unit) + self.gap for row in rows) - self.gap

    def _text_pages(self, room: float) -> list[list[list[Piece]]]:
        columns = [paginate(story, room) for story in self.stories]
        count = max(len(pages) for pages in columns)
        return [[pages[number] if number < len(pages) else [] for pages in columns] for number in range(count)]

    def _draw_rows(self, rows: list[_Row], unit: float) -> None:
        sheet, y = self.surface.sheet, self.sheets.top + self.space
        for number, first in rows:
            draw_pieces(self.surface, sheet.left, y, self.labels[number])
            with self.surface.tagged(Element("Figure", alt=self.alts[number])):
                self.routes[number].draw(self.surface, sheet.left + self.label_width, y, first, unit)
            y += self.row_height(number, unit) + self.gap + self.space

    def _draw_texts(self, y: float, stories: list[list[Piece]]) -> None:
        sheet = self.surface.sheet
        for start, story in zip(_COLUMNS, stories, strict=False):
            draw_pieces(self.surface, sheet.left + start * sheet.inner_width, y, story)


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the comparison; raises SprintError when the sprint has no present or no desired journey."""
    now, later = journey_pair(document)
    if options.track is not Track.OPEN:
        document = on_track(on_track(document, now, options.track), later, options.track)
    t = Translator.load(options.language)
    title = document.sprint.title or later.title or now.title or t("export.untitled")
    orientation = options.orientation or Orientation.LANDSCAPE
    surface = open_surface(options, stream, sheet_of(options.paper, orientation), title, t, is_tagged=True)
    head = Head(kicker_of(document, t), people_and_date(document, t), title, _lead(options, t))
    name = dotted((t("export.name.comparison"), options.paper.value))
    sheets = Sheets(surface, t, name, head, t("export.legend.evidence"))
    _Comparison(document, t, sheets).draw()
    sheets.finish()


def _lead(options: Options, t: Translator) -> str:
    question = t("export.what_changes")
    if options.track is Track.OPEN:
        return question
    return f"{t(f'kind.track.{options.track.value}')} · {question}"


OUTPUT: Final = Output(
    id="comparison",
    title="export.title.comparison",
    suffixes=(".pdf", ".svg", ".png"),
    papers=(Paper.A3, Paper.A4, Paper.A2, Paper.A1, Paper.A0),
    orientations=(Orientation.LANDSCAPE,),
    write=write,
    takes=(POSTER - {"journey", "roll"}) | {"track"},
)
