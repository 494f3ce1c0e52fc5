"""Paths as PDF operators, written with two decimals of a point: reportlab's own numbers cost most of a poster's time.

A coordinate is in points from the bottom left corner, as PDF counts; two decimals are 0.004 mm.
"""

from __future__ import annotations

from collections.abc import Sequence

from exports.stroke import Place

_ROUND = 0.5523
"""How far the handles of a quarter circle lie, as a share of its radius."""


def polygon(places: Sequence[Place], *, is_closed: bool = False) -> str:
    """Give a path through corners."""
    (x, y), *others = places
    steps = [f"{x:.2f} {y:.2f} m", *(f"{x:.2f} {y:.2f} l" for x, y in others)]
    return " ".join([*steps, "h"] if is_closed else steps)


def curves(start: Place, pieces: Sequence[tuple[Place, Place, Place]], *, is_closed: bool = False) -> str:
    """Give a path of cubic curves, each with two handles and an end."""
    steps = [f"{start[0]:.2f} {start[1]:.2f} m"]
    for (ax, ay), (bx, by), (x, y) in pieces:
        steps.append(f"{ax:.2f} {ay:.2f} {bx:.2f} {by:.2f} {x:.2f} {y:.2f} c")
    return " ".join([*steps, "h"] if is_closed else steps)


def box(left: float, bottom: float, width: float, height: float, radius: float) -> str:
    """Give a box, with round corners when there is a radius."""
    r = min(radius, width / 2, height / 2)
    if r <= 0:
        return f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re"
    x0, y0, x1, y1, k = left, bottom, left + width, bottom + height, r * (1 - _ROUND)
    return (
        f"{x0 + r:.2f} {y0:.2f} m {x1 - r:.2f} {y0:.2f} l "
        f"{x1 - k:.2f} {y0:.2f} {x1:.2f} {y0 + k:.2f} {x1:.2f} {y0 + r:.2f} c {x1:.2f} {y1 - r:.2f} l "
        f"{x1:.2f} {y1 - k:.2f} {x1 - k:.2f} {y1:.2f} {x1 - r:.2f} {y1:.2f} c {x0 + r:.2f} {y1:.2f} l "
        f"{x0 + k:.2f} {y1:.2f} {x0:.2f} {y1 - k:.2f} {x0:.2f} {y1 - r:.2f} c {x0:.2f} {y0 + r:.2f} l "
        f"{x0:.2f} {y0 + k:.2f} {x0 + k:.2f} {y0:.2f} {x0 + r:.2f} {y0:.2f} c h"
    )


def disc(x: float, y: float, radius: float) -> str:
    """Give a circle around its middle."""
    return box(x - radius, y - radius, 2 * radius, 2 * radius, radius)
