"""A drawing surface in millimetres on paper: text, boxes, lines, arrows and faces, from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, BinaryIO, Literal

from assets.palette import load_theme
from exports import paths
from exports.fonts import BOLD, REGULAR, SIGNS, Typeface
from exports.paper import MM_PER_POINT, Sheet
from exports.signs import draw_sign
from exports.stroke import Place, Stroke
from exports.text import Setter, Type

Align = Literal["left", "right", "middle"]

THEME = "light"
_BASELINE = 0.817
_SIGN_MIDDLE = 0.33
_SIGN_RADIUS = 0.4


class Surface:
    """Pages of one PDF with equal bytes for equal content; colours are named by their role in the light theme."""

    def __init__(self, stream: BinaryIO, sheet: Sheet, title: str, language: str) -> None:
        from reportlab import rl_config  # noqa: PLC0415 - heavy
        from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - heavy
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - heavy

        # Text as bytes instead of ASCII: a quarter smaller and quicker. Only reportlab's own settings offer it.
        rl_config.useA85 = 0

        self.sheet = sheet
        self.setter = Setter(Typeface())
        self._colours = {role: _operands(value) for role, value in load_theme(THEME).colours.items()}
        size = (sheet.width / MM_PER_POINT, sheet.height / MM_PER_POINT)
        self._canvas: Any = Canvas(
            stream, pagesize=size, invariant=1, pageCompression=1, initialFontName=REGULAR, lang=language
        )
        self._canvas.setTitle(self.setter.face.clean(title))
        self._canvas.setAuthor("Reisgenoot")
        self._canvas.setCreator("Reisgenoot")
        self._canvas.setSubject("")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._fonts: dict[bool, Any] = {False: pdfmetrics.getFont(REGULAR), True: pdfmetrics.getFont(BOLD)}
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
        self._write(x, top, (" ".join(self.setter.face.clean(text).split("\n")),), type_, align)

    def lines(self, x: float, top: float, lines: Sequence[str], type_: Type, align: Align = "left") -> float:
        """Write lines that were broken before; returns their height."""
        self._write(x, top, lines, type_, align)
        return len(lines) * type_.line

    def paragraph(self, x: float, top: float, width: float, text: str, type_: Type) -> float:
        """Break a text at this width and write it; returns its height."""
        return self.lines(x, top, self.setter.lines(text, width, type_), type_)

    def _write(self, x: float, top: float, lines: Sequence[str], type_: Type, align: Align) -> None:
        face = self.setter.face
        # The first baseline lies so that the text stands in the middle of its line.
        baseline = top + (type_.line - type_.size) / 2 + type_.size * _BASELINE
        signs: list[tuple[str, float, float]] = []
        words = [f"BT {self._colours[type_.colour]} rg"]
        font = ""
        for number, line in enumerate(lines):
            left, y = x, baseline + number * type_.line
            if align != "left":
                width = face.width(line, type_.bold) * type_.size
                left = x - width if align == "right" else x - width / 2
            for run in _runs(line):
                if run in SIGNS:
                    signs.append((run, left, y))
                else:
                    across, up = self._at(left, y)
                    words.append(f"1 0 0 1 {across:.2f} {up:.2f} Tm")
                    font = self._show(run, type_, font, words)
                if run is not line:
                    left += face.width(run, type_.bold) * type_.size
        self._canvas.addLiteral(" ".join([*words, "ET"]))
        for sign, left, y in signs:
            width = face.width(sign, type_.bold) * type_.size
            draw_sign(self, left + width / 2, y - type_.size * _SIGN_MIDDLE, type_.size * _SIGN_RADIUS, sign)

    def _show(self, text: str, type_: Type, font: str, words: list[str]) -> str:
        """Add the operators that show a text; returns the name of the font subset that is chosen after it."""
        face, document = self._fonts[type_.bold], self._canvas._doc
        for subset, codes in face.splitString(text, document):
            name = face.getSubsetInternalName(subset, document)
            if name != font:
                words.append(f"{name} {type_.points:.2f} Tf")
                font = name
            words.append(f"<{codes.hex()}> Tj")
        return font

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
        self._paint(paths.box(left, bottom, width / unit, height / unit, radius / unit), fill, stroke)

    def line(self, places: Sequence[Place], stroke: Stroke) -> None:
        """Draw a line through corners."""
        self._paint(paths.polygon([self._at(*place) for place in places]), "", stroke)

    def wave(self, places: Sequence[Place], stroke: Stroke) -> None:
        """Draw a soft line from left to right that lies level at every place, as a curve of feelings does."""
        pieces = []
        for (x0, y0), (x1, y1) in pairwise(places):
            middle = (x0 + x1) / 2
            pieces.append((self._at(middle, y0), self._at(middle, y1), self._at(x1, y1)))
        self._paint(paths.curves(self._at(*places[0]), pieces), "", stroke)

    def shape(self, places: Sequence[Place], fill: str) -> None:
        """Fill a shape with corners."""
        self._paint(paths.polygon([self._at(*place) for place in places], is_closed=True), fill, None)

    def bezier(self, start: Place, curves: Sequence[tuple[Place, Place, Place]], fill: str) -> None:
        """Fill a shape of cubic curves (two handles and an end each)."""
        pieces = [(self._at(*first), self._at(*second), self._at(*end)) for first, second, end in curves]
        self._paint(paths.curves(self._at(*start), pieces, is_closed=True), fill, None)

    def bow(self, start: Place, first: Place, second: Place, end: Place, stroke: Stroke) -> None:
        """Draw one cubic curve."""
        piece = (self._at(*first), self._at(*second), self._at(*end))
        self._paint(paths.curves(self._at(*start), [piece]), "", stroke)

    def disc(self, x: float, y: float, radius: float, *, fill: str = "", stroke: Stroke | None = None) -> None:
        """Draw a circle around its middle."""
        self._paint(paths.disc(*self._at(x, y), radius / MM_PER_POINT), fill, stroke)

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
        left, bottom = self._at(x, y + height)
        window = paths.box(left, bottom, width / MM_PER_POINT, height / MM_PER_POINT, 0)
        self._canvas.addLiteral(f"q {window} W n")
        try:
            yield
        finally:
            self._canvas.addLiteral("Q")

    # ---- inside

    def _at(self, x: float, y: float) -> Place:
        return x / MM_PER_POINT, (self.sheet.height - y) / MM_PER_POINT

    def _paint(self, path: str, fill: str, stroke: Stroke | None) -> None:
        words = [f"{self._colours[fill]} rg"] if fill else []
        if stroke is not None:
            dash = " ".join(f"{length / MM_PER_POINT:.2f}" for length in stroke.dash)
            cap = 0 if stroke.dash else 1
            width = f"{stroke.width / MM_PER_POINT:.2f}"
            words.append(f"{self._colours[stroke.colour]} RG {width} w {cap} J 1 j [{dash}] 0 d")
        words += [path, "B" if fill and stroke is not None else "f" if fill else "S"]
        self._canvas.addLiteral(" ".join(words))


def _operands(value: str) -> str:
    """Turn #RRGGBB into the three numbers of a PDF colour."""
    return " ".join(f"{int(value[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


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
