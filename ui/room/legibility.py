"""How large type must be to be read at the back of the room.

A capital letter must be seen at an angle of at least 16 minutes of arc; 20 to 22 is preferred (ISO 9241-3, now part
303, character height; NUREG-0700 rev. 2, 1.3.1-4, says the same). The smallest type of the room screen gets the 16;
all that matters is at least 1.4 times as large, which puts it at 22. The angle at a distance d is a height of
d · tan(16′) = d · 0.00465; the pixels of a millimetre are those of the picture divided by its width on the wall.
"""

from __future__ import annotations

from math import radians, tan

LEAST_ARC_MINUTES = 16.0
CAP_SHARE = 0.668
"""How high a capital of Atkinson Hyperlegible is, for each pixel of the type size (its OS/2 table: 668 of 1000)."""
MOST_GROWTH = 1.7
"""More does not fit: from there on people must sit nearer, or the picture must be larger."""


def smallest_type(distance_m: float, width_m: float, width_px: float) -> float:
    """Return the least type size in pixels of a picture `width_m` wide, read from `distance_m`; 0 for no picture."""
    if width_m <= 0 or distance_m <= 0:
        return 0.0
    cap_m = distance_m * tan(radians(LEAST_ARC_MINUTES / 60))
    return cap_m * width_px / width_m / CAP_SHARE


def growth(distance_m: float, width_m: float, width_px: float, line_px: float) -> float:
    """Return how much larger than drawn the type must be, so that `line_px` type is read at the back; 1 … 1.7."""
    if line_px <= 0:
        return 1.0
    return min(MOST_GROWTH, max(1.0, smallest_type(distance_m, width_m, width_px) / line_px))


def metres(text: str) -> float:
    """Read a length as the settings write it, "4 m" or "150 cm"; 0 for what cannot be read."""
    number, _, unit = text.partition(" ")
    if not number.isdecimal() or unit not in ("m", "cm"):
        return 0.0
    return int(number) / (100 if unit == "cm" else 1)
