"""The sprint book: everything the sprint found, made and decided, ready when people go home."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Piece, draw_pieces, paginate
from exports.formats.goal_questions import goal_of
from exports.kit.book import Chapter, chapters_of
from exports.kit.book_cover import contents_pages, draw_cover
from exports.kit.printed import begin
from exports.options import Options
from exports.paper import Paper
from exports.sheets import Head, kicker_of, people_and_date
from sprint.document import Document
from sprint.i18n import Translator

_CHAPTER_GAP = 14.0
_HARDLY = 0.3


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the book: a cover, the contents and the chapters that have something to tell."""
    t = Translator.load(options.language)
    title = document.sprint.title or t("print.report.untitled")
    printed = begin(document, options, stream, t("print.title.report"), right=title)
    sheets = printed.sheets
    sheets.set_head(Head(kicker_of(document, t), people_and_date(document, t), ""))
    chapters = chapters_of(printed, goal_of(document))
    pages, begins = _dealt(chapters, sheets.room)
    draw_cover(printed, title)
    contents = contents_pages(printed, [(chapter.title, begin_at) for chapter, begin_at in begins])
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
    """Deal chapters over pages: one begins below the last when all of it has room; gives pages, and where each begins.

    A page that is hardly used takes the beginning of a longer one as well.
    """
    pages: list[list[Piece]] = []
    begins: list[tuple[Chapter, int]] = []
    for chapter in chapters:
        used = sum(piece.height for piece in pages[-1]) + _CHAPTER_GAP if pages else room
        is_whole = used + sum(piece.height for piece in chapter.pieces) <= room
        if not is_whole and used > room * _HARDLY:
            begins.append((chapter, len(pages)))
            pages += paginate(chapter.pieces, room)
            continue
        first, *rest = paginate(chapter.pieces, room, room - used)
        begins.append((chapter, len(pages) - 1 if first else len(pages)))
        pages[-1] += [Piece(_CHAPTER_GAP), *first]
        pages += rest
    return pages, begins


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
