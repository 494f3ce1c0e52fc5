"""A drawing surface in millimetres on paper: text, boxes, lines, arrows and faces, from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, BinaryIO, Literal

from assets.palette import load_theme
from exports.fonts import BOLD, REGULAR, Typeface
from exports.paper import MM_PER_POINT, Sheet
from exports.text import Setter, Type

Align = Literal["left", "right", "middle"]
Place = tuple[float, float]

THEME = "light"
_BASELINE = 0.95


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line looks: the colour's role, width in millimetres and the lengths of dashes (none: solid)."""

    colour: str = "ink"
    width: float = 0.3
    dash: tuple[float, ...] = ()


class Surface:
    """Pages of one PDF with equal bytes for equal content; colours are named by their role in the light theme."""

    def __init__(self, stream: BinaryIO, sheet: Sheet, title: str, language: str) -> None:
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - heavy

        self.sheet = sheet
        self.setter = Setter(Typeface())
        self._colours: Mapping[str, tuple[float, float, float]] = {
            role: _rgb(value) for role, value in load_theme(THEME).colours.items()
        }
        size = (sheet.width / MM_PER_POINT, sheet.height / MM_PER_POINT)
        self._canvas: Any = Canvas(
            stream, pagesize=size, invariant=1, pageCompression=1, initialFontName=REGULAR, lang=language
        )
        self._canvas.setTitle(self.setter.face.clean(title))
        self._canvas.setAuthor("Reisgenoot")
        self._canvas.setCreator("Reisgenoot")
        self._canvas.setSubject("")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._pages = 0

    # ---- pages

    def next_page(self, bookmark: str = "") -> None:
        """Begin a page; a bookmark makes it one that a reader can jump to."""
        if self._pages:
            self._canvas.showPage()
        self._pages += 1
        if bookmark:
            key = f"page-{self._pages}"
            self._canvas.bookmarkPage(key)
            self._canvas.addOutlineEntry(self.setter.face.clean(bookmark), key)

    def close(self) -> None:
        """Finish the document and write it to the stream."""
        self._canvas.showPage()
        self._canvas.save()

    # ---- text

    def line_of_text(self, x: float, top: float, text: str, type_: Type, align: Align = "left") -> None:
        """Write one line whose top is at `top`; `x` is its left or right end, or its middle."""
        self._write(x, top, (self.setter.face.clean(text),), type_, align)

    def lines(self, x: float, top: float, lines: Sequence[str], type_: Type, align: Align = "left") -> float:
        """Write lines that were broken before; returns their height."""
        self._write(x, top, lines, type_, align)
        return len(lines) * type_.line

    def paragraph(self, x: float, top: float, width: float, text: str, type_: Type) -> float:
        """Break a text at this width and write it; returns its height."""
        return self.lines(x, top, self.setter.lines(text, width, type_), type_)

    def _write(self, x: float, top: float, lines: Sequence[str], type_: Type, align: Align) -> None:
        canvas = self._canvas
        canvas.setFillColorRGB(*self._colours[type_.colour])
        pen = canvas.beginText()
        pen.setFont(BOLD if type_.bold else REGULAR, type_.points)
        # The first baseline lies so that the text stands in the middle of its line.
        baseline = top + (type_.line - type_.size) / 2 + type_.size * _BASELINE * 0.86
        for number, line in enumerate(lines):
            left = x
            if align != "left":
                width = self.setter.face.width(line, type_.bold) * type_.size
                left = x - width if align == "right" else x - width / 2
            pen.setTextOrigin(*self._at(left, baseline + number * type_.line))
            pen.textOut(line)
        canvas.drawText(pen)

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
        self._use(fill, stroke)
        left, bottom = self._at(x, y + height)
        size = (width / MM_PER_POINT, height / MM_PER_POINT)
        how = {"stroke": int(stroke is not None), "fill": int(bool(fill))}
        if radius:
            self._canvas.roundRect(left, bottom, *size, radius / MM_PER_POINT, **how)
        else:
            self._canvas.rect(left, bottom, *size, **how)

    def line(self, places: Sequence[Place], stroke: Stroke) -> None:
        """Draw a line through corners."""
        path = self._canvas.beginPath()
        path.moveTo(*self._at(*places[0]))
        for place in places[1:]:
            path.lineTo(*self._at(*place))
        self._use("", stroke)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def wave(self, places: Sequence[Place], stroke: Stroke) -> None:
        """Draw a soft line from left to right that lies level at every place, as a curve of feelings does."""
        path = self._canvas.beginPath()
        path.moveTo(*self._at(*places[0]))
        for (x0, y0), (x1, y1) in pairwise(places):
            middle = (x0 + x1) / 2
            path.curveTo(*self._at(middle, y0), *self._at(middle, y1), *self._at(x1, y1))
        self._use("", stroke)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def shape(self, places: Sequence[Place], fill: str) -> None:
        """Fill a shape with corners."""
        path = self._canvas.beginPath()
        path.moveTo(*self._at(*places[0]))
        for place in places[1:]:
            path.lineTo(*self._at(*place))
        path.close()
        self._use(fill, None)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def bezier(self, start: Place, curves: Sequence[tuple[Place, Place, Place]], *, fill: str = "") -> None:
        """Fill a shape of cubic curves (two handles and an end each)."""
        path = self._canvas.beginPath()
        path.moveTo(*self._at(*start))
        for first, second, end in curves:
            path.curveTo(*self._at(*first), *self._at(*second), *self._at(*end))
        path.close()
        self._use(fill, None)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def bow(self, start: Place, first: Place, second: Place, end: Place, stroke: Stroke) -> None:
        """Draw one cubic curve."""
        path = self._canvas.beginPath()
        path.moveTo(*self._at(*start))
        path.curveTo(*self._at(*first), *self._at(*second), *self._at(*end))
        self._use("", stroke)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def disc(self, x: float, y: float, radius: float, *, fill: str = "", stroke: Stroke | None = None) -> None:
        """Draw a circle around its middle."""
        self._use(fill, stroke)
        self._canvas.circle(
            *self._at(x, y), radius / MM_PER_POINT, stroke=int(stroke is not None), fill=int(bool(fill))
        )

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

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Keep shapes inside a box for a while; never used for text, which is broken instead."""
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.rect(*self._at(x, y + height), width / MM_PER_POINT, height / MM_PER_POINT)
        self._canvas.clipPath(path, stroke=0, fill=0)
        try:
            yield
        finally:
            self._canvas.restoreState()

    # ---- inside

    def _at(self, x: float, y: float) -> Place:
        return x / MM_PER_POINT, (self.sheet.height - y) / MM_PER_POINT

    def _use(self, fill: str, stroke: Stroke | None) -> None:
        canvas = self._canvas
        if fill:
            canvas.setFillColorRGB(*self._colours[fill])
        if stroke is not None:
            canvas.setStrokeColorRGB(*self._colours[stroke.colour])
            canvas.setLineWidth(stroke.width / MM_PER_POINT)
            canvas.setLineCap(0 if stroke.dash else 1)
            canvas.setLineJoin(1)
            canvas.setDash([length / MM_PER_POINT for length in stroke.dash] or [], 0)


def _rgb(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
