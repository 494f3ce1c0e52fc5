"""Cards of one size to cut out, as many as fit on a sheet, with cut marks in the margins."""

from __future__ import annotations

from collections.abc import Sequence

from exports.flow import Draw
from exports.fonts import UNKNOWN
from exports.kit.printed import Printed
from exports.stroke import Stroke

_MARK = Stroke("muted", 0.2)
_LEAST_EDGE = 8.0
_REACH = 5.0


def fill_with_cards(printed: Printed, cards: Sequence[Draw], width: float, height: float) -> None:
    """Write sheets full of cards without a head, so that every millimetre is used, and finish."""
    sheet, surface = printed.sheet, printed.surface
    columns = max(1, int((sheet.width - 2 * _LEAST_EDGE) // width))
    rows = max(1, int((sheet.height - 2 * _LEAST_EDGE) // height))
    left = (sheet.width - columns * width) / 2
    top = (sheet.height - rows * height) / 2
    each = columns * rows
    for first in range(0, max(1, len(cards)), each):
        surface.next_page()
        for number, draw in enumerate(cards[first : first + each]):
            draw(surface, left + number % columns * width, top + number // columns * height)
        below = top + rows * height + 1
        is_noticed = draw_notice(printed, left + 2, below)
        for column in range(columns + 1):
            x = left + column * width
            for y in (top - _REACH, below):
                # The notice stands where the inner marks of the foot would be; those of the head are enough to cut.
                if y != below or column in (0, columns) or not is_noticed:
                    surface.line([(x, y), (x, y + _REACH - 1)], _MARK)
        for row in range(rows + 1):
            y = top + row * height
            for x in (left - _REACH, left + columns * width + 1):
                surface.line([(x, y), (x + _REACH - 1, y)], _MARK)
    surface.close()


def draw_notice(printed: Printed, x: float, y: float) -> bool:
    """Say how many letters were replaced, on a sheet without a foot; returns whether there were any."""
    count = printed.surface.setter.face.replaced
    if count:
        notice = printed.t("export.unknown_letters", count=count, mark=UNKNOWN)
        printed.surface.line_of_text(x, y, notice, printed.types.small)
    return count > 0
