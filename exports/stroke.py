"""How a line looks, and what a place on paper is."""

from __future__ import annotations

from sprint.frozen import dataclass

Place = tuple[float, float]
"""A place on a sheet: x and y in millimetres from the top left corner."""


@dataclass(frozen=True)
class Stroke:
    """How a line looks: the colour's role, width in millimetres and the lengths of dashes (none: solid)."""

    colour: str = "ink"
    width: float = 0.3
    dash: tuple[float, ...] = ()


HAIRLINE = Stroke("line", 0.13)
"""A line to write on or between rows: soft because it is thin. A pale one becomes loose dots on a grey printer."""
