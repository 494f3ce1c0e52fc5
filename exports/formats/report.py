"""The sprint book: everything the sprint found, made and decided, ready when people go home."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Piece, draw_pieces, paginate
from exports.formats.goal_questions import goal_of
from exports.kit.book import Chapter, chapters_of
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Paper
from exports.sheets import Head, kicker_of, people_and_date
from exports.signs import draw_logo
from exports.structure import Element
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator

_TITLE = Type(40, bold=True, leading=1.12)
_LEAD = Type(16, leading=1.4)
_SMALL = Type(12, colour="muted")
_CHAPTER_GAP = 14.0
_FULL_ENOUGH = 0.55


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the book: a cover, the contents and the chapters that have something to tell."""
    t = Translator.load(options.language)
    title = document.sprint.title or t("print.report.untitled")
    printed = begin(document, options, stream, t("print.title.report"), right=title)
    sheets = printed.sheets
    sheets.set_head(Head(kicker_of(document, t), people_and_date(document, t), ""))
    chapters = chapters_of(printed, goal_of(document))
    pages, begins = _dealt(chapters, sheets.room)
    _cover(printed, title)
    contents = _contents(printed, begins)
    sheets.begin(len(contents) + len(pages))
    for number, page in enumerate(contents):
        sheets.next(t("print.report.contents") if number == 0 else "")
        draw_pieces(printed.surface, printed.sheet.left, sheets.top, page)
    for number, page in enumerate(pages):
        titles = [chapter.title for chapter, begin_at in begins if begin_at == number]
        sheets.next(titles[0] if titles else "")
        for title in titles[1:]:
            printed.surface.bookmark(title)
        draw_pieces(printed.surface, printed.sheet.left, sheets.top, page)
    sheets.finish()


def _dealt(chapters: list[Chapter], room: float) -> tuple[list[list[Piece]], list[tuple[Chapter, int]]]:
    """Deal chapters over pages: one begins below the last when there is room; gives pages, and where each begins."""
    pages: list[list[Piece]] = []
    begins: list[tuple[Chapter, int]] = []
    for chapter in chapters:
        used = sum(piece.height for piece in pages[-1]) + _CHAPTER_GAP if pages else room
        if used > room * _FULL_ENOUGH:
            begins.append((chapter, len(pages)))
            pages += paginate(chapter.pieces, room)
            continue
        first, *rest = paginate(chapter.pieces, room, room - used)
        begins.append((chapter, len(pages) - 1 if first else len(pages)))
        pages[-1] += [Piece(_CHAPTER_GAP), *first]
        pages += rest
    return pages, begins


def _cover(printed: Printed, title: str) -> None:
    surface, sheet, t, document = printed.surface, printed.sheet, printed.t, printed.document
    k = sheet.scale / 0.707
    surface.next_page(title)
    left, width = sheet.left + 8 * k, sheet.inner_width - 16 * k
    draw_logo(surface, left, sheet.margin + 18 * k, 26 * k)
    y = sheet.height * 0.32
    surface.line_of_text(left, y, t("print.title.report"), _SMALL.sized(14 * k))
    y += 8 * k
    setter = surface.setter
    fitted = setter.fit(title, width, sheet.height * 0.28, _TITLE.sized(_TITLE.points * k), 16)
    lines = printed.sheets.long.shortened(
        (*fitted.lines, *fitted.rest), max(1, len(fitted.lines)), t("export.title"), title
    )
    with surface.tagged(Element("H1")):
        y += surface.lines(left, y, lines, fitted.type) + 6 * k
    room = sheet.height - sheet.margin - 40 * k - y
    challenge = setter.fit(document.sprint.challenge, width, max(8.0, room), _LEAD.sized(_LEAD.points * k), 11)
    surface.lines(left, y, challenge.shown, challenge.type)
    foot = " · ".join(
        part for part in (document.sprint.organisation, document.sprint.place, people_and_date(document, t)) if part
    )
    small = setter.fit(foot, width, 14 * k, _SMALL)
    surface.lines(left, sheet.height - sheet.margin - 16 * k, small.shown, small.type)
    surface.line_of_text(left, sheet.height - sheet.margin - 6 * k, t("print.report.made"), _SMALL.sized(10))


def _contents(printed: Printed, begins: list[tuple[Chapter, int]]) -> list[list[Piece]]:
    """Lay the contents out; how many pages they take changes the numbers, so it is done twice."""
    taken = 1
    while True:
        story, types = printed.story(), printed.types
        story.heading(printed.t("print.report.contents"), types.title.sized(22), 1, above=0)
        for chapter, begin_at in begins:
            page = printed.t("print.report.page", number=taken + 1 + begin_at)
            story.bullet(f"{chapter.title}, {page}", types.lead)
            story.gap(types.lead.line * 0.35)
        found = paginate(story.pieces, printed.sheets.room)
        if len(found) == taken:
            return found
        taken = len(found)


OUTPUT: Final = Output(
    id="report",
    title="print.title.report",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    sheets=("report",),
    takes=frozenset({"size"}),
)
