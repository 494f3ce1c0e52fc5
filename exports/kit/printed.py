"""Begins a print with its head and foot, and lets a story run over as many sheets as it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import BinaryIO, NamedTuple

from exports.flow import Piece, Story, draw_pieces, paginate
from exports.opening import open_surface
from exports.options import Options
from exports.paper import Orientation, Sheet, sheet_of
from exports.sheets import Head, Scaled, Sheets, kicker_of
from exports.surface import Surface
from sprint.document import Document
from sprint.i18n import Translator

Part = tuple[Head, list[Piece]]
"""A part of a print with its own words above it, such as a day; it begins a page."""

Fill = Callable[["Printed", float, float], None]
"""Fills one sheet; gets the y at which content begins and the height of the room."""


class Printed(NamedTuple):
    """One print that was begun: the sprint, what was chosen, the words, and the sheets."""

    document: Document
    options: Options
    t: Translator
    surface: Surface
    sheets: Sheets

    @property
    def sheet(self) -> Sheet:
        """The paper."""
        return self.surface.sheet

    @property
    def types(self) -> Scaled:
        """The type of heads, headings and texts."""
        return self.sheets.types

    def story(self, width: float = 0.0) -> Story:
        """Begin a column of text, as wide as the sheet unless a width is given."""
        return self.sheets.story(width or self.sheet.inner_width)

    def flow(self, pieces: Sequence[Piece], bookmark: str = "") -> None:
        """Write a story on as many sheets as it needs and finish."""
        pages = paginate(pieces, self.sheets.room)
        self.sheets.begin(len(pages))
        for number, page in enumerate(pages):
            self.sheets.next(bookmark if number == 0 else "")
            draw_pieces(self.surface, self.sheet.left, self.sheets.top, page)
        self.sheets.finish()

    def flow_parts(self, parts: Sequence[Part]) -> None:
        """Write parts, each on as many sheets as it needs under its own head, and finish."""
        pages: list[tuple[Head, list[Piece]]] = []
        for head, pieces in parts:
            self.sheets.set_head(head)
            pages += [(head, page) for page in paginate(pieces, self.sheets.room)]
        self.sheets.begin(len(pages))
        named: Head | None = None
        for head, page in pages:
            self.sheets.set_head(head)
            self.sheets.next(head.title if head != named else "")
            named = head
            draw_pieces(self.surface, self.sheet.left, self.sheets.top, page)
        self.sheets.finish()

    def with_rows(self, add: Callable[[Story, int], None], most: int) -> list[Piece]:
        """Give a story with as many empty rows as take no sheet more; `add` writes it with so many rows."""
        bare = self.story()
        add(bare, 0)
        sheets = max(1, len(paginate(bare.pieces, self.sheets.room)))
        for count in range(most, 0, -1):
            story = self.story()
            add(story, count)
            if len(paginate(story.pieces, self.sheets.room)) <= sheets:
                return story.pieces
        return bare.pieces

    def fill(self, fills: Sequence[Fill], bookmarks: Sequence[str] = ()) -> None:
        """Write sheets of a fixed shape and finish."""
        self.sheets.begin(len(fills))
        for number, fill in enumerate(fills):
            self.sheets.next(bookmarks[number] if number < len(bookmarks) else "")
            fill(self, self.sheets.top, self.sheets.room)
        self.sheets.finish()


def begin(
    document: Document,
    options: Options,
    stream: BinaryIO,
    title: str,
    *,
    lead: str = "",
    right: str = "",
    usual: Orientation = Orientation.PORTRAIT,
    legend: str = "",
    is_tagged: bool = True,
    factor: float = 1.0,
    name: str = "",
) -> Printed:
    """Begin a print with the sprint's name above and this title, also in the foot unless `name` is given.

    `factor` makes type larger, for what is read from a distance.
    """
    t = Translator.load(options.language)
    sheet = sheet_of(options.paper, options.orientation or usual)
    surface = open_surface(options, stream, sheet, title, t, is_tagged=is_tagged)
    head = Head(kicker_of(document, t), right, title, lead)
    sheets = Sheets(surface, t, name or title, head, legend, is_large=options.is_large, factor=factor)
    return Printed(document, options, t, surface, sheets)


def begin_bare(
    document: Document, options: Options, stream: BinaryIO, title: str, usual: Orientation = Orientation.PORTRAIT
) -> Printed:
    """Begin sheets without a head, such as cards to cut out: only letters that are drawn on them count as replaced."""
    t = Translator.load(options.language)
    sheet = sheet_of(options.paper, options.orientation or usual)
    surface = open_surface(options, stream, sheet, title, t, is_tagged=True)
    return Printed(document, options, t, surface, Sheets(surface, t, title, Head("", "", title)))
