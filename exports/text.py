"""Fitting text: breaks by measured width, shrinks to a floor, and never loses a line without saying so."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from exports.fonts import Typeface
from exports.paper import MM_PER_POINT, SMALLEST_POINTS
from sprint.frozen import dataclass
from sprint.layout_text import TextMeasure, TextStyle

_STEP_POINTS = 0.5
_ALONE = 0.2
"""A last line below this share of the width that holds one word looks forgotten."""
_COMPANY = 4
"""Spaces that a line has at least before it gives a word away."""


@dataclass(frozen=True)
class Type:
    """How a text looks: size in points, weight, the colour's role in the theme, and the distance between lines."""

    points: float
    bold: bool = False
    colour: str = "ink"
    leading: float = 1.3

    @property
    def size(self) -> float:
        """The size in millimetres."""
        return self.points * MM_PER_POINT

    @property
    def line(self) -> float:
        """The distance from one line to the next, in millimetres."""
        return self.size * self.leading

    def sized(self, points: float) -> Type:
        """Return the same type in another size, but never below the smallest legible one."""
        return replace(self, points=max(SMALLEST_POINTS, points))

    def bolder(self) -> Type:
        """Return the same type in bold."""
        return replace(self, bold=True)

    def coloured(self, role: str) -> Type:
        """Return the same type in another colour."""
        return replace(self, colour=role)


@dataclass(frozen=True)
class Fitted:
    """A text made to fit: its lines, the type that was needed, and the lines that found no room."""

    lines: tuple[str, ...]
    type: Type
    rest: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines, the last of which ends in "…" when there are more than fit."""
        if not self.rest or not self.lines:
            return self.lines
        return (*self.lines[:-1], f"{self.lines[-1][:-1].rstrip()}…")


class Setter:
    """Sets type: cleans, measures and breaks texts for one document."""

    def __init__(self, face: Typeface) -> None:
        self.face = face
        self._breakers: dict[tuple[float, bool], TextMeasure] = {}

    def width(self, text: str, type_: Type) -> float:
        """Give the width of a text on one line, in millimetres."""
        return self.face.width(self.face.clean(text), type_.bold) * type_.size

    def lines(self, text: str, width: float, type_: Type) -> tuple[str, ...]:
        """Break a text at this width in millimetres; none for an empty text."""
        broken = self.face.hyphens.fitted(self.face.clean(text), type_.bold, width / type_.size)
        lines = self._breaker(type_).lines(broken, width, TextStyle.CARD)
        return lines if len(lines) < 2 or "\n" in broken else self._with_company(lines, width, type_)

    def _with_company(self, lines: tuple[str, ...], width: float, type_: Type) -> tuple[str, ...]:
        """Give a short word that is alone on the last line the word before it, where that leaves enough behind."""
        *others, before, last = lines
        word = before.rpartition(" ")[2]
        is_alone = " " not in last and before.count(" ") >= _COMPANY and not before.endswith("-")
        if not is_alone or self.face.width(last, type_.bold) * type_.size > width * _ALONE:
            return lines
        together = f"{word} {last}"
        if self.face.width(together, type_.bold) * type_.size > width:
            return lines
        return (*others, before.removesuffix(f" {word}"), together)

    def fit(self, text: str, width: float, height: float, type_: Type, floor: float = SMALLEST_POINTS) -> Fitted:
        """Shrink a text until it fits in the box, but not below `floor` points; what is left is given back."""
        sizes = [type_.points]
        while sizes[-1] > floor:
            sizes.append(max(floor, sizes[-1] - _STEP_POINTS))

        def is_low_enough(number: int) -> bool:
            tried = replace(type_, points=sizes[number])
            return len(self.lines(text, width, tried)) * tried.line <= height

        # The smaller the type the lower the text: halving finds the largest that fits.
        first = bisect_left(range(len(sizes)), True, key=is_low_enough)
        chosen = replace(type_, points=sizes[min(first, len(sizes) - 1)])
        lines = self.lines(text, width, chosen)
        room = max(0, int(height / chosen.line + 1e-6))
        return Fitted(lines[:room], chosen, lines[room:])

    def _breaker(self, type_: Type) -> TextMeasure:
        key = (type_.points, type_.bold)
        found = self._breakers.get(key)
        if found is None:
            size, bold, face = type_.size, type_.bold, self.face
            found = TextMeasure(lambda text, _: face.width(text, bold) * size, {TextStyle.CARD: type_.line})
            self._breakers[key] = found
        return found
