"""Charts on paper: the marks that the window shows as well, and the line of feelings of a route."""

from __future__ import annotations

from collections.abc import Sequence

from exports.sheets import Scaled
from exports.signs import draw_face
from exports.stroke import HAIRLINE, Stroke
from exports.structure import Element
from exports.surface import Surface
from exports.text import Setter, Type
from sprint.frozen import dataclass
from sprint.records import Step
from sprint.study.charts import Chart, Dot, Line, Words

UNIT = 0.24
"""Millimetres on paper for one unit of a chart, which is a pixel on a screen."""

_DASH = (1.2, 0.9)
_RIM = Stroke("surface", 0.2)
_LEAST_PITCH = 18.0
_MOST_NAME_LINES = 6


def draw_chart(surface: Surface, x: float, y: float, chart: Chart, types: Scaled, alt: str) -> None:
    """Paint the marks of a chart with its top left corner here; a unit of the chart is `UNIT` millimetres."""
    with surface.tagged(Element("Figure", alt=alt)):
        for mark in chart.marks:
            if isinstance(mark, Words):
                _draw_words(surface, x, y, mark, types)
            elif isinstance(mark, Dot):
                _draw_dot(surface, x, y, mark, types)
            elif isinstance(mark, Line):
                ends = [(x + UNIT * across, y + UNIT * down) for across, down in (mark.start, mark.end)]
                own = Stroke(mark.role, UNIT * mark.width, _DASH if mark.is_dashed else ())
                surface.line(ends, HAIRLINE if mark.role == "line_soft" else own)
            else:
                edge = Stroke(mark.edge, UNIT, _DASH if mark.fill else ())
                place = (UNIT * part for part in (mark.width, mark.height))
                surface.box(x + UNIT * mark.x, y + UNIT * mark.y, *place, fill=mark.fill, stroke=edge)


def _draw_dot(surface: Surface, x: float, y: float, dot: Dot, types: Scaled) -> None:
    across, down, reach = x + UNIT * dot.x, y + UNIT * dot.y, UNIT * dot.radius
    if dot.shape == "square":
        half = reach * 0.9
        surface.box(across - half, down - half, 2 * half, 2 * half, fill=dot.role, stroke=_RIM)
    elif dot.shape == "diamond":
        far = reach * 1.23
        surface.shape(
            [(across, down - far), (across + far, down), (across, down + far), (across - far, down)], dot.role
        )
    else:
        surface.disc(across, down, reach, fill=dot.role, stroke=_RIM)
    if dot.number:
        _draw_words(surface, x, y, Words(dot.x, dot.y, dot.number, "on_accent", is_bold=True, align="middle"), types)


def _draw_words(surface: Surface, x: float, y: float, words: Words, types: Scaled) -> None:
    type_ = (types.small if words.is_small else types.body).coloured(words.role)
    type_ = type_.bolder() if words.is_bold else type_
    lines = surface.setter.lines(words.text, UNIT * words.room, type_) if words.room else (words.text,)
    top = y + UNIT * words.y - len(lines) * type_.line / 2
    surface.lines(x + UNIT * words.x, top, lines, type_, words.align)


@dataclass(frozen=True)
class Curve:
    """The line of feelings of a route: faces on seven levels, and below them the numbers and names of the steps.

    `first` is the number of the first step. Names stand there when there are few enough steps to read them.
    """

    steps: Sequence[Step]
    first: int
    is_dashed: bool
    alt: str

    def height_of_names(self, setter: Setter, width: float, types: Scaled) -> float:
        """Give the room that numbers and names take below the line."""
        small = types.small
        return small.line * (1.4 + max((len(lines) for lines in self._names(setter, width, small)), default=0))

    def draw(self, surface: Surface, place: tuple[float, float, float, float], types: Scaled) -> None:
        """Draw it in a box (x, y, width, height), with the names below the box."""
        x, y, width, height = place
        level = (height - 8) / 6
        small = types.small.coloured("ink")
        pitch = self._pitch(width)
        radius = min(2.6, level * 0.42, pitch * 0.3)
        with surface.tagged(Element("Figure", alt=self.alt)):
            for feeling in (-3, 0, 3):
                at = y + 4 + (3 - feeling) * level
                surface.line([(x + 8, at), (x + width, at)], Stroke("line", 0.25) if feeling == 0 else HAIRLINE)
                sign = f"+{feeling}" if feeling > 0 else f"−{-feeling}" if feeling else "0"
                surface.line_of_text(x, at - small.line / 2, sign, small.coloured("muted"))
            places = [
                (x + 9 + (number + 0.5) * pitch, y + 4 + (3 - step.feeling) * level, step.feeling)
                for number, step in enumerate(self.steps)
                if step.feeling is not None
            ]
            if len(places) > 1:
                stroke = Stroke("ink", 0.45, (1.8, 1.2) if self.is_dashed else ())
                surface.wave([(at, down) for at, down, _ in places], stroke)
            for at, down, feeling in places:
                draw_face(surface, at, down, radius, feeling)
            names = self._names(surface.setter, width, small) or [()] * len(self.steps)
            for number, lines in enumerate(names):
                middle = x + 9 + (number + 0.5) * pitch
                surface.line_of_text(middle, y + height, str(self.first + number), small.bolder(), "middle")
                surface.lines(middle, y + height + small.line, lines, small.coloured("muted"), "middle")

    def _pitch(self, width: float) -> float:
        return (width - 10) / max(1, len(self.steps))

    def _names(self, setter: Setter, width: float, type_: Type) -> list[tuple[str, ...]]:
        """Break the names of the steps at the width of a step; none when they would be hard to read."""
        pitch = self._pitch(width)
        if pitch < _LEAST_PITCH:
            return []
        names = [setter.lines(step.title, pitch - 2, type_) for step in self.steps]
        return names if max((len(lines) for lines in names), default=0) <= _MOST_NAME_LINES else []
