"""Charts that read in black and white: bars with their numbers, single answers as dots, and the Kano plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from exports.sheets import Scaled
from exports.signs import draw_face
from exports.stroke import Stroke
from exports.structure import Element
from exports.surface import Surface
from exports.text import Type
from sprint.records import Step

_BAR_SHARE = 0.66
_FEW = 5
_NEAR = 7.2


def bars_height(types: Scaled) -> float:
    """Give the height of a chart of bars, in millimetres."""
    return types.small.line * 2 + 16


def draw_bars(
    surface: Surface, x: float, y: float, width: float, counts: Sequence[tuple[int, int]], types: Scaled, alt: str
) -> None:
    """Draw how often each point of a scale was chosen; under five answers as dots, one for each answer."""
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
            surface.line_of_text(middle, base, str(point), small, "middle")
            if total < _FEW:
                for number in range(count):
                    surface.disc(middle, base - 2.2 - number * 3.4, 1.4, fill="accent")
                continue
            height = room * count / most
            if count:
                surface.box(middle - step * _BAR_SHARE / 2, base - height, step * _BAR_SHARE, height, fill="accent")
                surface.line_of_text(middle, base - height - small.line, str(count), small.bolder(), "middle")


def draw_curve(
    surface: Surface,
    place: tuple[float, float, float, float],
    steps: Sequence[Step],
    dashed: bool,
    alt: str,
    types: Scaled,
) -> None:
    """Draw the line of feelings of a route in a box (x, y, width, height): faces with their number on seven levels."""
    x, y, width, height = place
    level = (height - 8) / 6
    small = types.small.coloured("ink")
    radius = min(2.6, level * 0.42, width / max(1, len(steps)) * 0.3)
    with surface.tagged(Element("Figure", alt=alt)):
        for feeling in (-3, 0, 3):
            at = y + 4 + (3 - feeling) * level
            surface.line([(x + 8, at), (x + width, at)], Stroke("line" if feeling == 0 else "line_soft", 0.25))
            sign = f"+{feeling}" if feeling > 0 else f"−{-feeling}" if feeling else "0"
            surface.line_of_text(x, at - small.line / 2, sign, small.coloured("muted"))
        pitch = (width - 10) / max(1, len(steps))
        places = [
            (x + 9 + (number + 0.5) * pitch, y + 4 + (3 - step.feeling) * level, step.feeling)
            for number, step in enumerate(steps)
            if step.feeling is not None
        ]
        if len(places) > 1:
            surface.wave([(at, down) for at, down, _ in places], Stroke("ink", 0.45, (1.8, 1.2) if dashed else ()))
        for at, down, feeling in places:
            draw_face(surface, at, down, radius, feeling)


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
        surface.line([(x + half, y), (x + half, y + side)], Stroke("line_soft", 0.3, (1.5, 1.5)))
        surface.line([(x, y + half), (x + side, y + half)], Stroke("line_soft", 0.3, (1.5, 1.5)))
        for name, left, top in (("M", 0.0, 0.0), ("O", half, 0.0), ("I", 0.0, half), ("A", half, half)):
            surface.line_of_text(x + left + 3, y + top + 2.5, labels[name], type_)
        surface.line_of_text(x + side, y + side + 1.5, f"{labels['better']} >", type_.bolder(), "right")
        surface.line_of_text(x, y - type_.line - 1, f"^ {labels['worse']}", type_.bolder())
        number_type = Type(11, bold=True, colour="on_accent")
        taken: dict[tuple[int, int], int] = {}
        for point in points:
            across, up = x + point.better * side, y + (1 - point.missed) * side
            # Ideas on one place lie beside each other.
            place = (round(across / _NEAR), round(up / _NEAR))
            taken[place] = taken.get(place, -1) + 1
            across += taken[place] * _NEAR
            surface.disc(across, up, 3.4, fill="accent", stroke=Stroke("surface", 0.4))
            surface.line_of_text(across, up - number_type.line / 2, str(point.number), number_type, "middle")
