"""Photos in rows, each in its own shape, with what it shows below it."""

from __future__ import annotations

from collections.abc import Sequence

from exports.flow import Draw, Piece
from exports.kit.printed import Printed
from exports.stroke import Stroke
from exports.structure import Element
from exports.surface import Surface
from exports.text import Type
from sprint.records import Picture

_GAP = 5.0
_RATIO = 0.75
_MOST_LINES = 2


def photo_pieces(printed: Printed, pictures: Sequence[Picture], columns: int) -> list[Piece]:
    """Give rows of photos for a story over the whole width."""
    width = (printed.sheet.inner_width - _GAP * (columns - 1)) / columns
    small = printed.types.small
    rows = [pictures[first : first + columns] for first in range(0, len(pictures), columns)]
    pieces = []
    for row in rows:
        room = max(_height(picture, width) for picture in row)
        said = max(len(printed.surface.setter.lines(picture.caption, width, small)) for picture in row)
        height = room + small.line * min(_MOST_LINES, said) + _GAP
        pieces.append(Piece(height, _row(printed, row, width, room, small)))
    return pieces


def _height(picture: Picture, width: float) -> float:
    """Give the height of a photo of this width; one that stands up is made smaller."""
    return min(_RATIO, picture.height / max(1, picture.width)) * width


def _row(printed: Printed, row: Sequence[Picture], width: float, room: float, small: Type) -> Draw:
    def draw(surface: Surface, x: float, y: float) -> None:
        for number, picture in enumerate(row):
            _photo(printed, surface, (x + number * (width + _GAP), y, width, room), picture, small)

    return draw


def _photo(
    printed: Printed, surface: Surface, box: tuple[float, float, float, float], picture: Picture, small: Type
) -> None:
    x, y, width, room = box
    read = printed.options.picture
    data = read(picture.sha256) if read is not None else None
    alt = picture.caption or printed.t("paper.photo_alt")
    with surface.tagged(Element("Figure", alt=alt)):
        if data is None:
            surface.box(x, y, width, room, stroke=Stroke("line", 0.3))
            surface.paragraph(x + 2, y + 2, width - 4, printed.t("print.photos.gone"), small)
        else:
            scale = min(width / max(1, picture.width), room / max(1, picture.height))
            across, down = picture.width * scale, picture.height * scale
            surface.picture(x + (width - across) / 2, y + (room - down) / 2, across, down, data)
    lines = surface.setter.lines(picture.caption, width, small)
    label = printed.t("print.report.photo")
    surface.lines(x, y + room + 1, printed.sheets.long.shortened(lines, _MOST_LINES, label, picture.caption), small)
