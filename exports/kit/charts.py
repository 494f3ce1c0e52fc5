"""Charts that read in black and white: bars with their numbers, single answers as dots, and the Kano plot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exports.sheets import Scaled
from exports.signs import draw_face
from exports.stroke import Stroke
from exports.structure import Element
from exports.surface import Surface
from exports.text import Setter, Type
from sprint.frozen import dataclass
from sprint.records import Step

_BAR_SHARE = 0.66
_FEW = 5
_NEAR = 7.2
_IN_A_ROW = 5
_LEAST_PITCH = 18.0
_MOST_NAME_LINES = 6


def bars_height(types: Scaled) -> float:
    """Give the height of a chart of bars, in millimetres."""
    return types.small.line * 2 + 16


def draw_bars(
    surface: Surface,
    x: float,
    y: float,
    width: float,
    counts: Sequence[tuple[int, int]],
    types: Scaled,
    alt: str,
    names: Mapping[int, str],
) -> None:
    """Draw how often each point of a scale was chosen; under five answers as dots, one for each answer.

    `names` are the words for points that are no numbers to a reader.
    """
    total = sum(count for _, count in counts)
    small = types.small.coloured("ink")
    base = y + bars_height(types) - small.line
    room = base - y - small.line
    step = min(14.0, width / max(1, len(counts)))
    most = max((count for _, count in counts), default=1) or 1
    with surface.tagged(Element("Figure", alt=alt)):
        surface.line([(x, base), (x + step * len(counts), base)], Stroke("line", 0.3))
        for place, (point, count) in enumerate(counts):
            middle = x + step * (place + 0.5)
            surface.line_of_text(middle, base, names.get(point, str(point)), small, "middle")
            if total < _FEW:
                for number in range(count):
                    surface.disc(middle, base - 2.2 - number * 3.4, 1.4, fill="accent")
                continue
            height = room * count / most
            if count:
                surface.box(middle - step * _BAR_SHARE / 2, base - height, step * _BAR_SHARE, height, fill="accent")
                surface.line_of_text(middle, base - height - small.line, str(count), small.bolder(), "middle")


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
                surface.line([(x + 8, at), (x + width, at)], Stroke("line" if feeling == 0 else "line_soft", 0.25))
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


class KanoPoint(NamedTuple):
    """One idea on the plot: its number, how much better it makes (0 … 1) and how much it is missed (0 … 1)."""

    number: int
    better: float
    missed: float


def draw_kano(
    surface: Surface, x: float, y: float, side: float, points: Sequence[KanoPoint], labels: dict[str, str], alt: str
) -> None:
    """Draw ideas by Better (to the right) and Worse (up), with the four fields named."""
    type_ = Type(10, colour="muted")
    half = side / 2
    with surface.tagged(Element("Figure", alt=alt)):
        surface.box(x, y, side, side, stroke=Stroke("line", 0.35))
        surface.line([(x + half, y), (x + half, y + side)], Stroke("line", 0.3, (1.5, 1.5)))
        surface.line([(x, y + half), (x + side, y + half)], Stroke("line", 0.3, (1.5, 1.5)))
        # The names of the fields stand in the corners: most ideas lie near the middle.
        low, right = y + side - type_.line - 2.5, x + side - 3
        surface.line_of_text(x + 3, y + 2.5, labels["M"], type_)
        surface.line_of_text(right, y + 2.5, labels["O"], type_, "right")
        surface.line_of_text(x + 3, low, labels["I"], type_)
        surface.line_of_text(right, low, labels["A"], type_, "right")
        ink = Stroke("muted", 0.35)
        surface.line_of_text(x + side - 9, y + side + 1.5, labels["better"], type_.bolder(), "right")
        beside = y + side + 1.5 + type_.line / 2
        surface.arrow([(x + side - 7, beside), (x + side, beside)], ink, 1.8)
        surface.line_of_text(x + 4, y - type_.line - 1, labels["worse"], type_.bolder())
        surface.arrow([(x + 1, y - 1), (x + 1, y - type_.line - 1)], ink, 1.8)
        number_type = Type(11, bold=True, colour="on_accent")
        taken: dict[tuple[int, int], int] = {}
        for point in points:
            across, up = x + point.better * side, y + (1 - point.missed) * side
            # Ideas on one place lie beside each other, in rows, towards the middle.
            place = (round(across / _NEAR), round(up / _NEAR))
            number = taken[place] = taken.get(place, -1) + 1
            across += number % _IN_A_ROW * _NEAR * (1 if point.better < 0.5 else -1)
            up += number // _IN_A_ROW * _NEAR * (1 if point.missed > 0.5 else -1)
            surface.disc(across, up, 3.4, fill="accent", stroke=Stroke("surface", 0.4))
            surface.line_of_text(across, up - number_type.line / 2, str(point.number), number_type, "middle")
