"""How much ink a print takes: all colours, or an ink-saving variant with outlines in place of filled areas."""

from __future__ import annotations

from enum import StrEnum


class Ink(StrEnum):
    """What the printer may use."""

    FULL = "full"
    SAVING = "saving"


_GROUNDS = frozenset({"paper", "band"})  # the surface of a box is white: it costs no ink, and hides what is behind
_SOFT_ENDS = "_soft"


def is_ground(role: str) -> bool:
    """Whether a colour only fills an area behind words, so that a thin outline can say the same with less ink."""
    return role in _GROUNDS or role.startswith("card_") or role.endswith(_SOFT_ENDS)
