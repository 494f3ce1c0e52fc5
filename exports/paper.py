"""Paper sizes in millimetres, and how much room and type size each of them gives."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

MM_PER_POINT = 25.4 / 72
SMALLEST_POINTS = 9.0
"""No type is smaller than this on any paper."""


class Paper(StrEnum):
    """The sizes of ISO 216 that offices and print shops have."""

    A4 = "A4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    A0 = "A0"


class Orientation(StrEnum):
    """Which side of the sheet is up."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


class Sheet(NamedTuple):
    """A sheet as it lies before the reader, in millimetres, with its margin on all sides."""

    width: float
    height: float
    margin: float

    @property
    def left(self) -> float:
        """The x at which content begins."""
        return self.margin

    @property
    def right(self) -> float:
        """The x at which content ends."""
        return self.width - self.margin

    @property
    def inner_width(self) -> float:
        """The room between the margins."""
        return self.width - 2 * self.margin

    @property
    def scale(self) -> float:
        """How large titles are, as a share of those on A3 landscape; at least what A4 needs to be legible."""
        return min(self.width, self.height) / _SHORT_SIDE_A3


_SIZES = {
    Paper.A4: (210.0, 297.0),
    Paper.A3: (297.0, 420.0),
    Paper.A2: (420.0, 594.0),
    Paper.A1: (594.0, 841.0),
    Paper.A0: (841.0, 1189.0),
}
_SHORT_SIDE_A3 = 297.0
_LONG_BY_SHORT = 2**0.5
_MARGIN_SHARE = 0.036
_LEAST_MARGIN = 11.0


def sheet_of(paper: Paper, orientation: Orientation) -> Sheet:
    """Give the sheet of a paper; the margin grows with it and is never less than office printers need."""
    short, long = _SIZES[paper]
    width, height = (long, short) if orientation is Orientation.LANDSCAPE else (short, long)
    return Sheet(width, height, max(_LEAST_MARGIN, long * _MARGIN_SHARE))


def free_sheet(width: float, height: float) -> Sheet:
    """Give a sheet of any size, such as a piece of a roll; the margin is that of the paper nearest in height."""
    return Sheet(width, height, max(_LEAST_MARGIN, min(width, height) * _MARGIN_SHARE * _LONG_BY_SHORT))


def short_side(paper: Paper) -> float:
    """Give the shorter side of a paper in millimetres."""
    return _SIZES[paper][0]
