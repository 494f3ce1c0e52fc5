"""Tables that run over pages: rows of texts, with lines between them and heads that a screen reader knows."""

from __future__ import annotations

from collections.abc import Sequence

from exports.flow import Draw, Piece, Story
from exports.sheets import Scaled
from exports.stroke import HAIRLINE, Stroke
from exports.structure import DECORATION, Element, Role
from exports.surface import Surface
from exports.text import Type

_GAP = 3.0
_TO_READ = Stroke("line_soft", 0.25)
_WHOLE = 8
"""A row of at most so many lines stays on one page."""


def add_table(
    story: Story,
    types: Scaled,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[float],
    *,
    least: float = 0.0,
    is_ruled: bool = False,
) -> None:
    """Add a table; `shares` divide the width, `least` is the least height of a row (room to write), in millimetres.

    A ruled table has lines between its columns as well. Its heads come again on every page it runs on to.
    """
    total = sum(shares)
    widths = [story.width * share / total for share in shares]
    table = Element("Table")
    has_head = any(head)
    heads: tuple[Piece, ...] = ()
    if has_head:
        _add_row(story, head, widths, types.small.bolder(), Element("TR", table), "TH", 0.0, keeps_next=True)
        again = Story(story.setter, story.width)
        _add_row(again, head, widths, types.small.bolder(), DECORATION, "TH", 0.0)
        heads = tuple(again.pieces)
    for row in rows:
        _add_row(
            story,
            row,
            widths,
            types.body,
            Element("TR", table),
            "TD",
            least,
            is_ruled=is_ruled,
            heads_itself=not has_head,
            heads=heads,
        )


def _add_row(
    story: Story,
    texts: Sequence[str],
    widths: Sequence[float],
    type_: Type,
    row: Element,
    role: Role,
    least: float,
    *,
    keeps_next: bool = False,
    is_ruled: bool = False,
    heads_itself: bool = False,
    heads: tuple[Piece, ...] = (),
) -> None:
    rule = HAIRLINE if least or is_ruled else _TO_READ
    cells = [story.setter.lines(text, width - _GAP, type_) for text, width in zip(texts, widths, strict=True)]
    most = max((len(lines) for lines in cells), default=0)
    elements = [
        DECORATION if row is DECORATION else Element(role, row, scope="Column" if role == "TH" else "") for _ in cells
    ]
    if heads_itself:
        # Without heads above the columns the first cell says what its row is about.
        elements[0] = Element("TH", row, scope="Row")
    pad = type_.line * 0.22
    if most <= _WHOLE:
        height = max(most * type_.line + 2 * pad, least)
        draw = _row_drawer(cells, elements, widths, type_, pad, height, height if is_ruled else 0.0, rule)
        story.add(height, draw, keeps_next=keeps_next, heads=heads)
        return
    # A high row is dealt over pages line by line, because it may be higher than a page.
    for number in range(max(1, most)):
        is_last = number >= most - 1
        height = type_.line + (pad if number == 0 else 0.0) + (pad if is_last else 0.0)
        if is_last:
            height = max(height, least - type_.line * number)
        shown = [lines[number : number + 1] for lines in cells]
        draw = _row_drawer(
            shown,
            elements,
            widths,
            type_,
            pad if number == 0 else 0.0,
            height if is_last else 0.0,
            height if is_ruled else 0.0,
            rule,
        )
        story.add(height, draw, keeps_next=keeps_next or (not is_last and number == 0), heads=heads)


def _row_drawer(
    shown: Sequence[Sequence[str]],
    elements: Sequence[Element],
    widths: Sequence[float],
    type_: Type,
    pad: float,
    rule_at: float,
    between: float,
    rule: Stroke,
) -> Draw:
    def draw(surface: Surface, x: float, y: float) -> None:
        left = x
        for lines, element, width in zip(shown, elements, widths, strict=True):
            # An empty cell is a cell as well.
            with surface.tagged(element):
                surface.lines(left, y + pad, lines, type_)
            left += width
            if between and left < x + sum(widths) - 0.1:
                surface.line([(left - _GAP / 2, y), (left - _GAP / 2, y + between)], rule)
        if rule_at:
            surface.line([(x, y + rule_at), (left, y + rule_at)], rule)

    return draw
