"""Content that runs down a page and on to the next: pieces with a height, dealt over pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from exports.stroke import Stroke
from exports.structure import Element, Role
from exports.surface import Surface
from exports.text import Setter, Type
from sprint.frozen import dataclass

_HEADINGS: dict[int, Role] = {1: "H1", 2: "H2", 3: "H3"}

Draw = Callable[[Surface, float, float], None]
"""Draws a piece with its top left corner at x, y (millimetres)."""


@dataclass(frozen=True)
class Piece:
    """Something of a fixed height; `keeps_next` binds it to the piece below, `is_gap` is left out at a page's top.

    What follows an `is_break` begins a page. `heads` are drawn above it when it is the first on a page, as the head of
    a table is.
    """

    height: float
    draw: Draw | None = None
    keeps_next: bool = False
    is_break: bool = False
    heads: tuple[Piece, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether this is only white space."""
        return self.draw is None and not self.is_break


class Story:
    """Collects pieces of one column: headings, paragraphs and rows."""

    def __init__(self, setter: Setter, width: float) -> None:
        self.setter = setter
        self.width = width
        self.pieces: list[Piece] = []
        self._list = Element("L")
        self._list_end = -1

    def add(self, height: float, draw: Draw, *, keeps_next: bool = False, heads: tuple[Piece, ...] = ()) -> None:
        """Add a piece that draws itself; `heads` come above it where it begins a page."""
        self.pieces.append(Piece(height, draw, keeps_next, heads=heads))

    def keep_together(self, first: int) -> None:
        """Bind the pieces from this one on to each other, so that they stay on one page where they fit."""
        self.pieces[first:-1] = [replace(piece, keeps_next=True) for piece in self.pieces[first:-1]]

    def page_break(self) -> None:
        """Begin a page here."""
        self.pieces.append(Piece(0.0, is_break=True))

    def gap(self, height: float) -> None:
        """Add white space."""
        self.pieces.append(Piece(height))

    def rule(self) -> None:
        """Add a thin line over the whole width."""
        width = self.width
        self.add(0.3, lambda surface, x, y: surface.line([(x, y), (x + width, y)], Stroke("line_soft", 0.2)))

    def paragraph(
        self,
        text: str,
        type_: Type,
        *,
        indent: float = 0.0,
        keeps_next: bool = False,
        role: Role = "P",
        parent: Element | None = None,
    ) -> None:
        """Add a text, one piece for each line so that it can run on to the next page; `role` is what a reader hears."""
        lines = self.setter.lines(text, self.width - indent, type_)
        element = Element(role, parent)
        for number, line in enumerate(lines):
            # The first two lines stay together, and so do the last two.
            binds = keeps_next or (number in (0, len(lines) - 2) and number < len(lines) - 1)
            self.add(type_.line, _writer(line, type_, indent, element), keeps_next=binds)

    def heading(self, text: str, type_: Type, level: Literal[1, 2, 3] = 2, above: float = 1.0) -> None:
        """Add a heading with white space above it, in lines of its own type; it stays with what follows."""
        self.gap(type_.line * above)
        self.paragraph(text, type_, keeps_next=True, role=_HEADINGS[level])
        self.pieces.append(Piece(type_.line * 0.18, keeps_next=True))

    def bullet(
        self, text: str, type_: Type, mark: Draw | None = None, indent: float = 4.0, parent: Element | None = None
    ) -> None:
        """Add a text with a mark before its first line; without one the mark is a small dot."""
        dot = mark or _dot(type_)
        lines = self.setter.lines(text, self.width - indent, type_)
        if parent is None:
            if len(self.pieces) != self._list_end:
                self._list = Element("L")
            parent = self._list
        element = Element("LBody", Element("LI", parent))
        for number, line in enumerate(lines):
            write = _writer(line, type_, indent, element)
            self.add(type_.line, both(dot, write) if number == 0 else write, keeps_next=number == 0 and len(lines) > 1)
        self._list_end = len(self.pieces)


def paginate(pieces: Sequence[Piece], height: float, first_height: float | None = None) -> list[list[Piece]]:
    """Deal pieces over pages of this height (the first may have less); bound pieces stay together where they can."""
    pages: list[list[Piece]] = [[]]
    used = 0.0 if first_height is None else height - first_height
    for group in _groups(pieces, height):
        if any(piece.is_break for piece in group):
            pages.append([])
            used = 0.0
            group = [piece for piece in group if not piece.is_break]
        needed = sum(piece.height for piece in group)
        is_used = bool(pages[-1]) or (len(pages) == 1 and first_height is not None)
        if is_used and used + needed > height + 1e-6:
            pages.append([])
            used = 0.0
        if not pages[-1] and all(piece.is_gap for piece in group):
            continue
        if not pages[-1] and group:
            heads = group[0].heads
            pages[-1].extend(heads)
            needed += sum(piece.height for piece in heads)
        pages[-1].extend(group)
        used += needed
    return pages


def draw_pieces(surface: Surface, x: float, y: float, pieces: Sequence[Piece]) -> float:
    """Draw pieces below each other; returns the y below the last."""
    for piece in pieces:
        if piece.draw is not None:
            piece.draw(surface, x, y)
        y += piece.height
    return y


def _groups(pieces: Sequence[Piece], height: float) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    is_bound = False
    for piece in pieces:
        if is_bound and sum(member.height for member in groups[-1]) + piece.height <= height:
            groups[-1].append(piece)
        else:
            groups.append([piece])
        is_bound = piece.keeps_next
    return groups


def _writer(line: str, type_: Type, indent: float, element: Element) -> Draw:
    def write(surface: Surface, x: float, y: float) -> None:
        with surface.tagged(element):
            surface.lines(x + indent, y, (line,), type_)

    return write


def _dot(type_: Type) -> Draw:
    return lambda surface, x, y: surface.disc(x + 1.2, y + type_.line * 0.52, 0.55, fill=type_.colour)


def both(first: Draw, second: Draw) -> Draw:
    """Draw one thing over another."""

    def draw(surface: Surface, x: float, y: float) -> None:
        first(surface, x, y)
        second(surface, x, y)

    return draw
