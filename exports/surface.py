"""A drawing surface in millimetres on paper: text, boxes, lines, arrows and pictures, from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Literal

from exports import paths
from exports.fonts import SIGNS
from exports.paper import MM_PER_POINT, Sheet
from exports.pen import Pen, Word
from exports.signs import draw_sign
from exports.stroke import Place, Stroke
from exports.structure import Element
from exports.text import Setter, Type

Align = Literal["left", "right", "middle"]

_BASELINE = 0.817
_SIGN_MIDDLE = 0.33
_SIGN_RADIUS = 0.4


class Surface:
    """The pages of one print; colours are named by their role in the light theme."""

    def __init__(self, pen: Pen, sheet: Sheet) -> None:
        self.sheet = sheet
        self.setter = Setter(pen.face)
        self._pen = pen

    # ---- pages

    def next_page(self, bookmark: str = "", level: int = 0) -> None:
        """Begin a page; a bookmark makes it one that a reader can jump to, below the last one of a lower level."""
        self._pen.next_page(bookmark, level)

    def bookmark(self, title: str) -> None:
        """Make this page one that a reader can jump to by one more title."""
        self._pen.bookmark(title)

    def close(self) -> None:
        """Finish the document."""
        self._pen.close()

    @contextmanager
    def tagged(self, element: Element | None) -> Iterator[None]:
        """Let a screen reader hear what is drawn here as this element; None for decoration."""
        before = self._pen.tag(element)
        try:
            yield
        finally:
            self._pen.tag(before)

    # ---- text

    def line_of_text(self, x: float, top: float, text: str, type_: Type, align: Align = "left") -> None:
        """Write one line whose top is at `top`; `x` is its left or right end, or its middle."""
        self._write(x, top, (" ".join(self.setter.face.clean(text).split("\n")),), type_, align)

    def lines(self, x: float, top: float, lines: Sequence[str], type_: Type, align: Align = "left") -> float:
        """Write lines that were broken before; returns their height."""
        self._write(x, top, lines, type_, align)
        return len(lines) * type_.line

    def paragraph(self, x: float, top: float, width: float, text: str, type_: Type, align: Align = "left") -> float:
        """Break a text at this width and write it; returns its height."""
        return self.lines(x, top, self.setter.lines(text, width, type_), type_, align)

    def _write(self, x: float, top: float, lines: Sequence[str], type_: Type, align: Align) -> None:
        face = self.setter.face
        # The first baseline lies so that the text stands in the middle of its line.
        baseline = top + (type_.line - type_.size) / 2 + type_.size * _BASELINE
        signs: list[tuple[str, float, float]] = []
        words: list[Word] = []
        for number, line in enumerate(lines):
            left, y = x, baseline + number * type_.line
            if align != "left":
                width = face.width(line, type_.bold) * type_.size
                left = x - width if align == "right" else x - width / 2
            for run in _runs(line):
                if run in SIGNS:
                    signs.append((run, left, y))
                elif run:
                    words.append(Word(*self._at(left, y), run))
                if run is not line:
                    left += face.width(run, type_.bold) * type_.size
        if words:
            self._pen.text(words, type_)
        for sign, left, y in signs:
            width = face.width(sign, type_.bold) * type_.size
            draw_sign(self, left + width / 2, y - type_.size * _SIGN_MIDDLE, type_.size * _SIGN_RADIUS, sign)

    # ---- shapes

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        stroke: Stroke | None = None,
        radius: float = 0.0,
    ) -> None:
        """Draw a box with round corners, filled, outlined or both."""
        left, bottom = self._at(x, y + height)
        unit = MM_PER_POINT
        self._pen.path(paths.box(left, bottom, width / unit, height / unit, radius / unit), fill, stroke)

    def line(self, places: Sequence[Place], stroke: Stroke) -> None:
        """Draw a line through corners."""
        self._pen.path(paths.polygon([self._at(*place) for place in places]), "", stroke)

    def wave(self, places: Sequence[Place], stroke: Stroke) -> None:
        """Draw a soft line from left to right that lies level at every place, as a curve of feelings does."""
        pieces = []
        for (x0, y0), (x1, y1) in pairwise(places):
            middle = (x0 + x1) / 2
            pieces.append((self._at(middle, y0), self._at(middle, y1), self._at(x1, y1)))
        self._pen.path(paths.curves(self._at(*places[0]), pieces), "", stroke)

    def shape(self, places: Sequence[Place], fill: str) -> None:
        """Fill a shape with corners."""
        self._pen.path(paths.polygon([self._at(*place) for place in places], is_closed=True), fill, None)

    def bezier(self, start: Place, curves: Sequence[tuple[Place, Place, Place]], fill: str) -> None:
        """Fill a shape of cubic curves (two handles and an end each)."""
        pieces = [(self._at(*first), self._at(*second), self._at(*end)) for first, second, end in curves]
        self._pen.path(paths.curves(self._at(*start), pieces, is_closed=True), fill, None)

    def bow(self, start: Place, first: Place, second: Place, end: Place, stroke: Stroke) -> None:
        """Draw one cubic curve."""
        piece = (self._at(*first), self._at(*second), self._at(*end))
        self._pen.path(paths.curves(self._at(*start), [piece]), "", stroke)

    def disc(self, x: float, y: float, radius: float, *, fill: str = "", stroke: Stroke | None = None) -> None:
        """Draw a circle around its middle."""
        self._pen.path(paths.disc(*self._at(x, y), radius / MM_PER_POINT), fill, stroke)

    def arrow(self, places: Sequence[Place], stroke: Stroke, head: float) -> None:
        """Draw a line through corners that ends in an arrow head of this length in millimetres."""
        (x0, y0), (x1, y1) = places[-2], places[-1]
        length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 1e-9)
        dx, dy = (x1 - x0) / length * head, (y1 - y0) / length * head
        back = (x1 - dx, y1 - dy)
        self.line([*places[:-1], back], stroke)
        half = 0.45
        corners = [(x1, y1), (back[0] - dy * half, back[1] + dx * half), (back[0] + dy * half, back[1] - dx * half)]
        self.shape(corners, stroke.colour)

    def picture(self, x: float, y: float, width: float, height: float, data: bytes) -> None:
        """Draw a picture (PNG, JPEG or WEBP as bytes) that fills a box."""
        left, bottom = self._at(x, y + height)
        self._pen.picture(data, (left, bottom, width / MM_PER_POINT, height / MM_PER_POINT))

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Keep shapes inside a box for a while; never used for text, which is broken instead."""
        left, bottom = self._at(x, y + height)
        self._pen.clip(paths.box(left, bottom, width / MM_PER_POINT, height / MM_PER_POINT, 0))
        try:
            yield
        finally:
            self._pen.unclip()

    def _at(self, x: float, y: float) -> Place:
        return x / MM_PER_POINT, (self.sheet.height - y) / MM_PER_POINT


def _runs(line: str) -> list[str]:
    """Split a line into texts and the signs between them; a line without signs stays one piece."""
    if SIGNS.isdisjoint(line):
        return [line]
    runs: list[str] = []
    for letter in line:
        if letter in SIGNS or not runs or runs[-1] in SIGNS:
            runs.append(letter)
        else:
            runs[-1] += letter
    return runs
