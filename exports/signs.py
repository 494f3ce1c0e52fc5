"""Small signs drawn as shapes, because the typeface has no such characters: faces, tracks, star and marks."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from exports.stroke import Stroke
from sprint.records import Track

if TYPE_CHECKING:  # a surface draws these signs inside its texts
    from exports.surface import Surface

_STAR_INNER = 0.42


def feeling_role(feeling: int) -> str:
    """Name the colour of a feeling, −3 … +3."""
    return f"feeling_m{-feeling}" if feeling < 0 else f"feeling_p{feeling}" if feeling > 0 else "feeling_0"


def draw_face(surface: Surface, x: float, y: float, radius: float, feeling: int) -> None:
    """Draw a face around its middle: the mouth bends with the feeling, so that grey paper tells it too."""
    surface.disc(x, y, radius, fill=feeling_role(feeling))
    eye_y = y - radius * 0.22
    for side in (-1, 1):
        surface.disc(x + side * radius * 0.35, eye_y, radius * 0.13, fill="on_feeling")
    bend = feeling / 3
    mouth_y = y + radius * (0.42 if feeling >= 0 else 0.5)
    half = radius * (0.36 + 0.1 * abs(bend))
    ends_y = mouth_y - bend * radius * 0.18
    middle_y = mouth_y + bend * radius * 0.32
    stroke = Stroke("on_feeling", max(0.15, radius * 0.15))
    surface.bow((x - half, ends_y), (x - half * 0.4, middle_y), (x + half * 0.4, middle_y), (x + half, ends_y), stroke)


def draw_star(surface: Surface, x: float, y: float, radius: float, colour: str) -> None:
    """Draw a five-pointed star around its middle: a moment of truth."""
    corners = []
    for number in range(10):
        reach = radius if number % 2 == 0 else radius * _STAR_INNER
        angle = -pi / 2 + number * pi / 5
        corners.append((x + reach * cos(angle), y + reach * sin(angle)))
    surface.shape(corners, colour)


def draw_bullseye(surface: Surface, x: float, y: float, radius: float, colour: str) -> None:
    """Draw rings around a point: what the team aims at."""
    surface.disc(x, y, radius * 0.86, stroke=Stroke(colour, radius * 0.28))
    surface.disc(x, y, radius * 0.34, fill=colour)


def draw_track(surface: Surface, x: float, y: float, radius: float, track: Track) -> None:
    """Draw the sign of a track around its middle: a stopwatch, a heart, or a ring when none is chosen."""
    if track is Track.SAVED:
        _draw_stopwatch(surface, x, y, radius)
    elif track is Track.SPENT:
        _draw_heart(surface, x, y, radius)
    else:
        surface.disc(x, y, radius * 0.6, stroke=Stroke("muted", radius * 0.18))


def draw_sign(surface: Surface, x: float, y: float, radius: float, sign: str) -> None:
    """Draw a character of `exports.fonts.SIGNS` around its middle."""
    if sign == "★":
        draw_star(surface, x, y, radius, "track_spent")
    else:
        draw_track(surface, x, y, radius, Track.SPENT if sign == "♥" else Track.SAVED)


def _draw_stopwatch(surface: Surface, x: float, y: float, radius: float) -> None:
    stroke = Stroke("track_saved", radius * 0.2)
    middle = y + radius * 0.12
    surface.disc(x, middle, radius * 0.72, stroke=stroke)
    surface.line([(x, middle), (x, middle - radius * 0.4)], stroke)
    surface.line([(x - radius * 0.25, y - radius * 0.9), (x + radius * 0.25, y - radius * 0.9)], stroke)
    surface.line([(x + radius * 0.62, y - radius * 0.55), (x + radius * 0.75, y - radius * 0.68)], stroke)


def _draw_heart(surface: Surface, x: float, y: float, radius: float) -> None:
    def at(across: float, down: float) -> tuple[float, float]:
        return x + across * radius, y + down * radius

    right = (at(0.35, -1.15), at(1.35, -0.75), at(0.8, 0.12))
    left = (at(-1.35, -0.75), at(-0.35, -1.15), at(0, -0.42))
    tip = (at(0.6, 0.45), at(0.2, 0.7), at(0, 0.85))
    back = (at(-0.2, 0.7), at(-0.6, 0.45), at(-0.8, 0.12))
    surface.bezier(at(0, -0.42), [right, tip, back, left], "track_spent")


def draw_cross(surface: Surface, x: float, y: float, radius: float, colour: str) -> None:
    """Draw a cross: this falls away."""
    stroke = Stroke(colour, radius * 0.36)
    reach = radius * 0.62
    surface.line([(x - reach, y - reach), (x + reach, y + reach)], stroke)
    surface.line([(x - reach, y + reach), (x + reach, y - reach)], stroke)


def draw_plus(surface: Surface, x: float, y: float, radius: float, colour: str) -> None:
    """Draw a plus: this is new."""
    stroke = Stroke(colour, radius * 0.36)
    reach = radius * 0.8
    surface.line([(x - reach, y), (x + reach, y)], stroke)
    surface.line([(x, y - reach), (x, y + reach)], stroke)


def draw_speech(surface: Surface, x: float, y: float, radius: float, colour: str) -> None:
    """Draw a balloon around its middle: what citizens said."""
    width, height = radius * 2, radius * 1.45
    surface.box(x - radius, y - radius * 0.85, width, height, fill=colour, radius=radius * 0.4)
    surface.shape([(x - radius * 0.5, y + radius * 0.5), (x, y + radius * 0.5), (x - radius * 0.6, y + radius)], colour)


def draw_logo(surface: Surface, x: float, y: float, size: float) -> None:
    """Draw the route with the flag, with its top left corner here and this height in millimetres."""
    unit = size / 15
    for across, down in ((1.5, 12), (5, 10.3), (8.6, 11.2), (12, 10.6), (14.3, 8)):
        surface.disc(x + across * unit, y + down * unit, 1.25 * unit, fill="accent")
    pole = [(x + 16.8 * unit, y + 9 * unit), (x + 16.8 * unit, y + unit)]
    flag = [pole[1], (x + 21 * unit, y + unit), (x + 19.7 * unit, y + 2.9 * unit), (x + 21 * unit, y + 4.8 * unit)]
    surface.shape([*flag, (x + 16.8 * unit, y + 4.8 * unit)], "now")
    surface.line(pole, Stroke("accent", 1.4 * unit))
