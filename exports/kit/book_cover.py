"""The first two pages of the sprint book: its cover with both lines of feeling, and the contents with a key."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from exports.flow import Draw, Piece, Story, paginate
from exports.kit.printed import Printed
from exports.sheets import Scaled, people_and_date
from exports.signs import draw_face, draw_logo
from exports.stroke import HAIRLINE, Stroke
from exports.structure import Element
from exports.surface import Surface
from exports.text import Type
from sprint.journeys import journey_of_kind, main_route
from sprint.records import Evidence, JourneyKind
from sprint.sentences import dotted

_TITLE = Type(40, bold=True, leading=1.12)
_LEAD = Type(16, leading=1.4)
_SMALL = Type(12, colour="muted")
_LINES_SHARE = 0.17
_NAME_ROOM = 16.0
_FACES = 15.2
"""How wide the seven faces of the key are, in sizes of its type."""

Line = list[int]


def draw_cover(printed: Printed, title: str) -> None:
    """Draw the cover: the title, the challenge, how the journey feels now and later, and whose it is."""
    surface, sheet, t, document = printed.surface, printed.sheet, printed.t, printed.document
    k = sheet.scale / 0.707
    surface.next_page(title)
    left, width = sheet.left, sheet.inner_width
    draw_logo(surface, left, sheet.margin + 10 * k, 22 * k)
    y = sheet.height * 0.24
    surface.line_of_text(left, y, t("print.title.report"), _SMALL.sized(14 * k))
    y += 9 * k
    setter = surface.setter
    fitted = setter.fit(title, width, sheet.height * 0.24, _TITLE.sized(_TITLE.points * k), 16)
    lines = printed.sheets.long.shortened(
        (*fitted.lines, *fitted.rest), max(1, len(fitted.lines)), t("export.title"), title
    )
    with surface.tagged(Element("H1")):
        y += surface.lines(left, y, lines, fitted.type) + 6 * k
    foot_top = sheet.height - sheet.margin - 20 * k
    high = sheet.height * _LINES_SHARE
    curves = _feelings(printed)
    bottom = foot_top - (high + 24 * k if curves else 12 * k)
    challenge = setter.fit(document.sprint.challenge, width, max(8.0, bottom - y), _LEAD.sized(_LEAD.points * k), 11)
    surface.lines(left, y, challenge.shown, challenge.type)
    if curves:
        _draw_lines(printed, (left, foot_top - high - 14 * k, width, high), curves)
    foot = dotted((document.sprint.organisation, document.sprint.place, people_and_date(document, t)))
    surface.line([(left, foot_top - 2 * k), (sheet.right, foot_top - 2 * k)], Stroke("line_soft", 0.3))
    small = setter.fit(foot, width, 12 * k, _SMALL)
    surface.lines(left, foot_top + 2 * k, small.shown, small.type)
    surface.line_of_text(left, sheet.height - sheet.margin - 5 * k, t("print.report.made"), _SMALL.sized(10))


def _feelings(printed: Printed) -> dict[JourneyKind, Line]:
    """Give the feelings along the main route of both journeys, where there is more than one."""
    found: dict[JourneyKind, Line] = {}
    for kind in (JourneyKind.AS_IS, JourneyKind.TO_BE):
        journey = journey_of_kind(printed.document, kind)
        steps = main_route(printed.document, journey.id) if journey is not None else []
        feelings = [step.feeling for step in steps if step.feeling is not None]
        if len(feelings) > 1:
            found[kind] = feelings
    return found


def _draw_lines(printed: Printed, box: tuple[float, float, float, float], curves: dict[JourneyKind, Line]) -> None:
    """Draw the lines from the left to the right, each with its name behind its end."""
    surface, t = printed.surface, printed.t
    x, y, width, height = box
    names = {JourneyKind.AS_IS: t("export.column_now"), JourneyKind.TO_BE: t("export.column_later")}
    told = [
        t(
            "paper.cover_line", name=names[kind], first=t.signed(line[0]), lowest=t.signed(min(line)),
            highest=t.signed(max(line)), last=t.signed(line[-1]),
        )
        for kind, line in curves.items()
    ]  # fmt: skip
    with surface.tagged(Element("Figure", alt=t("paper.cover_alt", values=" ".join(told)))):
        middle = y + height / 2
        surface.line([(x, middle), (x + width - _NAME_ROOM, middle)], HAIRLINE)
        for kind, line in curves.items():
            is_now = kind is JourneyKind.AS_IS
            pitch = (width - _NAME_ROOM - 6) / (len(line) - 1)
            places = [(x + 3 + number * pitch, middle - one * height / 6) for number, one in enumerate(line)]
            stroke = Stroke("muted", 0.6, (2.4, 1.8)) if is_now else Stroke("accent", 1.1)
            surface.wave(places, stroke)
            radius = 2.2 if is_now else 3.0
            every = max(1, ceil(2 * radius / pitch))  # a long journey shows as many faces as stand free
            for (across, down), feeling in list(zip(places, line, strict=True))[::every]:
                draw_face(surface, across, down, radius, feeling)
    ends = {kind: middle - line[-1] * height / 6 for kind, line in curves.items()}
    type_ = _SMALL.sized(11)
    if len(ends) == 2 and abs(ends[JourneyKind.AS_IS] - ends[JourneyKind.TO_BE]) < type_.line:
        ends[JourneyKind.AS_IS] = ends[JourneyKind.TO_BE] + type_.line
    for kind, down in ends.items():
        name = type_ if kind is JourneyKind.AS_IS else type_.bolder().coloured("accent")
        surface.line_of_text(x + width - _NAME_ROOM + 3, down - type_.line / 2, names[kind], name)


def contents_pages(printed: Printed, begins: Sequence[tuple[str, int]]) -> list[list[Piece]]:
    """Lay the contents out; how many pages they take changes the numbers, so it may be done twice."""
    taken = 1
    while True:
        story, types = printed.story(), printed.types
        story.heading(printed.t("print.report.contents"), types.title.sized(22), 1, above=0)
        rows = Element("L")
        for title, begin_at in begins:
            _add_row(story, types, rows, title, str(taken + 1 + begin_at))
        _add_key(printed, story)
        found = paginate(story.pieces, printed.sheets.room)
        if len(found) == taken:
            return found
        taken = len(found)


def _add_row(story: Story, types: Scaled, rows: Element, title: str, number: str) -> None:
    """Add a chapter with its page at the end of the line and dots between them."""
    type_, width = types.lead, story.width
    lines = story.setter.lines(title, width - 20, type_) or ("",)
    element = Element("LBody", Element("LI", rows))
    low = (len(lines) - 1) * type_.line

    def draw(surface: Surface, x: float, y: float) -> None:
        with surface.tagged(element):
            surface.lines(x, y, lines, type_)
            surface.line_of_text(x + width, y + low, number, type_, "right")
        start = x + story.setter.width(lines[-1], type_) + 3
        end = x + width - story.setter.width(number, type_) - 3
        base = y + low + type_.line * 0.72
        surface.line([(start, base), (end, base)], Stroke("line", 0.3, (0.3, 1.7)))

    story.add(len(lines) * type_.line + type_.line * 0.4, draw)


def _add_key(printed: Printed, story: Story) -> None:
    """Say how the book is read: faces, the two tracks, how sure a step is, and what a number of people means."""
    t, types = printed.t, printed.types
    body = types.body
    story.gap(types.heading.line * 2.2)
    first = len(story.pieces)
    story.heading(t("paper.key"), types.heading, above=0)
    words = story.setter.lines(t("paper.key_faces"), story.width - _FACES * body.size, body)
    story.add(max(1.7, len(words) + 0.7) * body.line, _faces(body, words))
    story.bullet(t("paper.key_saved"), body, _sign("⏱", body), indent=6)
    story.bullet(t("paper.key_spent"), body, _sign("♥", body), indent=6)
    story.gap(body.line * 0.4)
    story.paragraph(t("paper.key_sure"), body, keeps_next=True)
    for level in Evidence:
        story.bullet(t(f"kind.evidence.{level.value}"), body, indent=6)
    story.gap(body.line * 0.4)
    story.paragraph(t("paper.key_people"), body)
    story.keep_together(first)


def _sign(sign: str, type_: Type) -> Draw:
    return lambda surface, x, y: surface.line_of_text(x, y, sign, type_)


def _faces(type_: Type, words: Sequence[str]) -> Draw:
    """Draw the seven faces in a row with what they mean behind them."""
    radius = type_.size * 0.8
    step = radius * 2.6

    def draw(surface: Surface, x: float, y: float) -> None:
        for number, feeling in enumerate(range(-3, 4)):
            draw_face(surface, x + radius + number * step, y + type_.line / 2, radius, feeling)
        surface.lines(x + _FACES * type_.size, y, words, type_)

    return draw
