"""The agenda: every day on a sheet of its own, with the time and the minutes of each block."""

from __future__ import annotations

from typing import BinaryIO, Final, NamedTuple

from exports.base import Output
from exports.choice import chosen_days
from exports.flow import Piece, Story, draw_pieces, paginate
from exports.kit.days import day_head
from exports.opening import open_surface
from exports.options import Options
from exports.paper import Orientation, Paper, sheet_of
from exports.sheets import Head, Scaled, Sheets
from exports.stroke import Stroke
from exports.surface import Surface
from exports.text import Type
from sprint.agenda import Slot, clock_time_of, slots_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue
from sprint.programme.titles import in_language
from sprint.records import Block

_LEAST_ROW = 1.08
_MOST_ROW = 12.5


class _Row(NamedTuple):
    time: str
    minutes: str
    title: str
    is_rest: bool
    is_last: bool


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the agenda; raises SprintError when the sprint has no days."""
    days = chosen_days(document, options.day)
    t = Translator.load(options.language)
    sheet = sheet_of(options.paper, options.orientation or Orientation.PORTRAIT)
    title = document.sprint.title or t("export.title.agenda")
    surface = open_surface(options, stream, sheet, title, t, is_tagged=True)
    heads = [day_head(document, t, number, day) for number, day in days]
    sheets = Sheets(surface, t, t("export.name.agenda"), heads[0])
    catalogue = Catalogue.from_assets()
    pages: list[tuple[Head, list[Piece]]] = []
    for (_, day), head in zip(days, heads, strict=True):
        sheets.set_head(head)
        rows = _rows(slots_of(document, day), t, catalogue)
        pieces = _pieces(sheets.story(sheet.inner_width), sheets.types, rows, sheets.room)
        pages += [(head, page) for page in paginate(pieces, sheets.room)]
    sheets.begin(len(pages))
    for head, page in pages:
        sheets.set_head(head)
        sheets.next(head.title)
        draw_pieces(surface, sheet.left, sheets.top, page)
    sheets.finish()


def _rows(slots: list[Slot], t: Translator, catalogue: Catalogue) -> list[_Row]:
    rows = []
    end = 0
    for slot in slots:
        end = slot.end
        if slot.block.skipped:
            continue
        title, is_rest = _named(slot.block, t, catalogue)
        minutes = t("export.minutes", count=slot.block.minutes)
        rows.append(_Row(clock_time_of(slot.start), minutes, title, is_rest, False))
    if rows:
        rows.append(_Row(clock_time_of(end), "", t("export.end_of_day"), True, True))
    return rows


def _named(block: Block, t: Translator, catalogue: Catalogue) -> tuple[str, bool]:
    """Give the title of a block and whether people rest; an exercise nobody knows keeps its own id as a name."""
    if block.exercise not in catalogue.ids:
        return in_language(block.title, t.language) or block.exercise.replace("_", " ") or t(
            "export.untitled_block"
        ), False
    head = catalogue.head(block.exercise)
    return in_language(block.title, t.language) or head.title.get(t.language), head.is_rest


def _pieces(story: Story, types: Scaled, rows: list[_Row], room: float) -> list[Piece]:
    lead, small = types.lead, types.small
    rail_x = story.setter.width("00:00", lead.bolder()) + lead.size * 1.4
    title_x = rail_x + lead.size * 1.6
    minutes_width = max((story.setter.width(row.minutes, small) for row in rows), default=0.0)
    width = story.width - title_x - minutes_width - 4
    titles = [story.setter.lines(row.title, width, _type_of(row, lead)) or ("",) for row in rows]
    extra = sum(len(lines) - 1 for lines in titles) * lead.line
    height = min(_MOST_ROW * lead.points / 11.5, (room - extra) / max(1, len(rows)) - 0.1)
    height = max(lead.line * _LEAST_ROW, height)
    for row, lines in zip(rows, titles, strict=True):
        for number, line in enumerate(lines):
            is_last = number == len(lines) - 1
            reach = height if is_last else lead.line
            piece = _Line(row, line, rail_x, title_x, story.width, reach, lead, small, number == 0)
            story.add(reach, piece.draw, keeps_next=not is_last and number == 0)
    return story.pieces


def _type_of(row: _Row, lead: Type) -> Type:
    return lead.coloured("muted") if row.is_rest else lead.bolder()


class _Line(NamedTuple):
    """One line of a block: the first has the time, the station on the rail and the minutes."""

    row: _Row
    line: str
    rail_x: float
    title_x: float
    width: float
    reach: float
    lead: Type
    small: Type
    is_first: bool

    def draw(self, surface: Surface, x: float, y: float) -> None:
        row, lead = self.row, self.lead
        middle = y + lead.line / 2
        if not row.is_last:
            surface.line([(x + self.rail_x, middle), (x + self.rail_x, middle + self.reach)], Stroke("line", 0.3))
        if self.is_first:
            surface.line_of_text(x, y, row.time, lead.coloured("muted") if row.is_rest else lead)
            _station(surface, x + self.rail_x, middle, lead.size * 0.36, row)
            surface.line_of_text(
                x + self.width, y + (lead.line - self.small.line) * 0.7, row.minutes, self.small, "right"
            )
        surface.lines(x + self.title_x, y, (self.line,), _type_of(row, lead))


def _station(surface: Surface, x: float, y: float, radius: float, row: _Row) -> None:
    if row.is_rest:
        surface.disc(x, y, radius * 0.8, fill="surface", stroke=Stroke("line", 0.35))
    else:
        surface.disc(x, y, radius, fill="accent")


OUTPUT: Final = Output(
    id="agenda",
    title="export.title.agenda",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=(Orientation.PORTRAIT, Orientation.LANDSCAPE),
    write=write,
    sheets=("agenda",),
    takes=frozenset({"day"}),
)
