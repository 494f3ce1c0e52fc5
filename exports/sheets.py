"""What every sheet has: a head with kicker and title, a foot with legend and page, and room for texts too long."""

from __future__ import annotations

from dataclasses import dataclass, field

from exports.flow import Piece, Story, draw_pieces, paginate
from exports.fonts import UNKNOWN
from exports.paper import Sheet
from exports.signs import draw_logo
from exports.stroke import Stroke
from exports.structure import DECORATION, Element
from exports.surface import Surface
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Day, Participant
from sprint.sentences import dotted

TITLE_POINTS = 28.0
TITLE_LINES = 3
LARGE_POINTS = 16.0
"""The size of body text in large print."""
LEAD_LINES = 4
KICKER_LINES = 4
_SMALLEST_TITLE = 16.0
_HEAD_GAP = 3.2


@dataclass(frozen=True, slots=True)
class Scaled:
    """The type of heads, headings and feet on one sheet, in proportion to the sheet."""

    kicker: Type
    title: Type
    lead: Type
    heading: Type
    body: Type
    small: Type

    @classmethod
    def for_sheet(cls, sheet: Sheet, is_large: bool = False, factor: float = 1.0) -> Scaled:
        """Choose sizes: 28 points for a title on A3, never below the smallest legible size; `factor` is for posters."""
        k = sheet.scale * factor
        if is_large:
            return cls(
                kicker=Type(14, colour="muted"),
                title=Type(max(26.0, TITLE_POINTS * k), bold=True, leading=1.16),
                lead=Type(18),
                heading=Type(19, bold=True),
                body=Type(LARGE_POINTS, leading=1.4),
                small=Type(14, colour="muted"),
            )
        return cls(
            kicker=Type(0, colour="muted").sized(10.5 * k),
            title=Type(0, bold=True, leading=1.16).sized(max(20.0, TITLE_POINTS * k)),
            lead=Type(0).sized(max(11.5, 13.0 * k)),
            heading=Type(0, bold=True).sized(max(12.0, 12.5 * k)),
            body=Type(0, leading=1.36).sized(max(10.0, 10.5 * k)),
            small=Type(0, colour="muted").sized(9.0 * k),
        )


@dataclass(frozen=True, slots=True)
class Head:
    """The words above a sheet: small line left and right, title and the line under it."""

    kicker: str
    right: str
    title: str
    lead: str = ""


@dataclass(slots=True)
class LongTexts:
    """Texts that found no room where they belong; they follow in full on sheets at the end."""

    texts: list[tuple[str, str]] = field(default_factory=list)

    def shortened(self, lines: tuple[str, ...], most: int, label: str, text: str) -> tuple[str, ...]:
        """Give at most `most` lines; what is cut ends in "…" and is kept in full for the last sheets."""
        if len(lines) <= most:
            return lines
        self.add(label, text)
        return (*lines[: most - 1], lines[most - 1][:-1].rstrip() + "…")

    def add(self, label: str, text: str) -> None:
        """Keep a text in full for the last sheets, once."""
        if (label, text) not in self.texts:
            self.texts.append((label, text))


class Sheets:
    """Draws heads and feet of one print, and the sheets at the end for long texts."""

    def __init__(
        self,
        surface: Surface,
        t: Translator,
        name: str,
        head: Head,
        legend: str = "",
        *,
        is_large: bool = False,
        factor: float = 1.0,
    ) -> None:
        self.surface = surface
        self.t = t
        self.types = Scaled.for_sheet(surface.sheet, is_large, factor)
        self.long = LongTexts()
        self._name = name
        self._number = 0
        self._total = 1
        self._heard: Head | None = None
        widest = t("export.page", name=name, number=999, total=999)
        foot_width = surface.sheet.inner_width - surface.setter.width(widest, self.types.small) - 8
        indent = self.types.small.line * 1.5
        self._legend = surface.setter.lines(legend, foot_width - indent, self.types.small) or ("",)
        self.set_head(head)

    def set_head(self, head: Head) -> None:
        """Choose the words above the sheets that follow; the room for content may change with them."""
        setter, sheet, types = self.surface.setter, self.surface.sheet, self.types
        self._head = head
        self._title, self._title_type = self._fitted_title()
        lines = setter.lines(head.right, sheet.inner_width * 0.45, types.kicker)
        self._right = self.long.shortened(lines, 1, "", head.right)
        right_width = max((setter.width(line, types.kicker) for line in self._right), default=0.0)
        lines = setter.lines(head.kicker, sheet.inner_width - right_width - 6, types.kicker)
        self._kicker = self.long.shortened(lines, KICKER_LINES, "", head.kicker)
        lines = setter.lines(head.lead, sheet.inner_width, types.lead)
        self._lead = self.long.shortened(lines, LEAD_LINES, head.title, head.lead)

    @property
    def top(self) -> float:
        """The y at which content begins."""
        types = self.types
        used = self._kicker_height + len(self._title) * self._title_type.line + len(self._lead) * types.lead.line
        return self.surface.sheet.margin + used + _HEAD_GAP * max(1.0, self.surface.sheet.scale) * 1.6

    @property
    def bottom(self) -> float:
        """The y at which content must end."""
        sheet = self.surface.sheet
        return sheet.height - sheet.margin - self.types.small.line * (len(self._legend) + 1.9)

    @property
    def room(self) -> float:
        """The height for content on one sheet."""
        return self.bottom - self.top

    def story(self, width: float) -> Story:
        """Begin a column of text of this width in millimetres."""
        return Story(self.surface.setter, width)

    def begin(self, total: int) -> None:
        """Say how many sheets the content takes, before the first is drawn."""
        self._total = total + len(self._long_pages())

    def count_anew(self) -> None:
        """Begin another copy of the same sheets: somebody who gets one copy must not think that a page is missing."""
        self._number = 0

    def next(self, bookmark: str = "", goes_on: bool = False) -> int:
        """Begin a sheet with head and foot, and say so when it goes on to the next; returns its number."""
        self._number += 1
        self.surface.next_page(bookmark)
        self._draw_head()
        self._draw_foot()
        if goes_on:
            small, sheet = self.types.small, self.surface.sheet
            y = sheet.height - sheet.margin - small.line * (len(self._legend) + 1.6)
            text = self.t("export.goes_on", number=self._number + 1)
            with self.surface.tagged(DECORATION):
                self.surface.line_of_text(sheet.right, y, text, small, "right")
        return self._number

    def finish(self) -> None:
        """Add the sheets with long texts and close the document."""
        sheet = self.surface.sheet
        for number, page in enumerate(self._long_pages()):
            self.next(self.t("export.long_texts") if number == 0 else "")
            draw_pieces(self.surface, sheet.left, self.top, page)
        self.surface.close()

    # ---- inside

    @property
    def _kicker_height(self) -> float:
        return max(1, len(self._kicker)) * self.types.kicker.line

    def _fitted_title(self) -> tuple[tuple[str, ...], Type]:
        setter, sheet, type_ = self.surface.setter, self.surface.sheet, self.types.title
        smallest = max(_SMALLEST_TITLE, type_.points * 0.6)
        fitted = setter.fit(self._head.title, sheet.inner_width, 2 * type_.line, type_, smallest)
        lines = (*fitted.lines, *fitted.rest)
        return self.long.shortened(lines, TITLE_LINES, self.t("export.title"), self._head.title), fitted.type

    def _long_pages(self) -> list[list[Piece]]:
        if not self.long.texts:
            return []
        sheet = self.surface.sheet
        story = Story(self.surface.setter, min(sheet.inner_width, 220 * sheet.scale))
        story.paragraph(self.t("export.long_texts"), self.types.heading, keeps_next=True)
        for label, text in self.long.texts:
            story.gap(2.5)
            story.paragraph(label, self.types.small, keeps_next=True)
            story.paragraph(text, self.types.body)
        return paginate(story.pieces, self.room)

    def _draw_head(self) -> None:
        surface, sheet, types = self.surface, self.surface.sheet, self.types
        # A head that comes again on the next sheet is heard once.
        before, self._heard = self._heard, self._head
        is_new = self._head != before
        is_line_new = before is None or self._head.right != before.right
        y = sheet.margin
        with surface.tagged(Element("P") if is_line_new else DECORATION):
            surface.lines(sheet.left, y, self._kicker, types.kicker)
            surface.lines(sheet.right, y, self._right, types.kicker, "right")
        y += self._kicker_height
        with surface.tagged(Element("H1") if is_new else DECORATION):
            y += surface.lines(sheet.left, y, self._title, self._title_type)
        with surface.tagged(Element("P") if is_new else DECORATION):
            surface.lines(sheet.left, y, self._lead, types.lead)

    def _draw_foot(self) -> None:
        surface, sheet, small = self.surface, self.surface.sheet, self.types.small
        y = sheet.height - sheet.margin - small.line * len(self._legend)
        rule_y = y - small.line * 0.4
        is_last = self._number == self._total
        with surface.tagged(DECORATION):
            surface.line([(sheet.left, rule_y), (sheet.right, rule_y)], Stroke("line_soft", 0.2))
            page = self.t("export.page", name=self._name, number=self._number, total=self._total)
            surface.line_of_text(sheet.right, y, page, small, "right")
            draw_logo(surface, sheet.left, y + small.line * 0.1, small.line * 0.72)
            with surface.tagged(Element("P") if is_last else DECORATION):
                surface.lines(sheet.left + small.line * 1.5, y, self._legend, small)
            if count := surface.setter.face.replaced:
                notice = self.t("export.unknown_letters", count=count, mark=UNKNOWN)
                surface.line_of_text(sheet.left, rule_y - small.line * 1.2, notice, small)


def kicker_of(document: Document, t: Translator) -> str:
    """Say whose sprint this is, such as "Gemeente Voorbeeld · vierdaagse klantreis"."""
    sprint = document.sprint
    parts = [sprint.organisation, t("export.kicker"), sprint.place]
    return dotted(parts)


def people_and_date(document: Document, t: Translator) -> str:
    """Say how many citizens took part and in which month, such as "8 inwoners, 2 sporen · oktober 2026"."""
    people = document.table(Participant).values()
    tracks = {person.track for person in people if person.track.value}
    parts = []
    if people:
        count = t("export.citizens", count=len(people))
        parts.append(", ".join((count, t("export.tracks", count=len(tracks)))) if tracks else count)
    if month := month_of(document, t):
        parts.append(month)
    return dotted(parts)


def month_of(document: Document, t: Translator) -> str:
    """Name the month and year of the first day with a date; empty when no day has one."""
    dates = sorted(day.date for day in document.table(Day).values() if day.date)
    if not dates or len(dates[0]) < 7 or not dates[0][5:7].isdecimal() or not 1 <= int(dates[0][5:7]) <= 12:
        return ""
    return f"{t(f'date.month_{int(dates[0][5:7])}')} {dates[0][:4]}"
