"""Where the number of a feeling stands beside its face, so that no line of the emotion band runs through it.

A curve lies level at every point: between two of them it is the cubic with both handles in the middle. The share of
the way across, u = 3t/2 − 3t²/2 + t³, and the share of the way up, v = 3t² − 2t³, are the same along every piece.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from sprint.layout_board import Point

_PARTS = 48
_WAY = tuple(n / _PARTS for n in range(_PARTS + 1))
_ACROSS = tuple(1.5 * t - 1.5 * t * t + t**3 for t in _WAY)
_UP = tuple(3 * t * t - 2 * t**3 for t in _WAY)
_CROSSED = 2
_ON_ZERO = 1


class Piece(NamedTuple):
    """A piece of a curve from one point to the next."""

    start: Point
    end: Point

    def height_at(self, x: float) -> float:
        """Give the y of the curve at an x; beyond its ends it stays level."""
        span = self.end.x - self.start.x
        share = (x - self.start.x) / span if span > 0 else float(x > self.start.x)
        if share <= 0:
            return self.start.y
        if share >= 1:
            return self.end.y
        at = bisect_left(_ACROSS, share)
        part = (share - _ACROSS[at - 1]) / (_ACROSS[at] - _ACROSS[at - 1])
        up = _UP[at - 1] + (_UP[at] - _UP[at - 1]) * part
        return self.start.y + (self.end.y - self.start.y) * up


class Figure(NamedTuple):
    """The measures of a number: half its width, its height, and how far from the middle of the face it begins."""

    half: float
    height: float
    away: float


class Stand(NamedTuple):
    """The y of the top of a number, and whether a line runs behind it all the same, so that it needs a ground."""

    top: float
    is_crossed: bool


def stand_of(point: Point, feeling: int, figure: Figure, pieces: Iterable[Piece], zero_y: float) -> Stand:
    """Choose the side of a face for its number: away from the zero line, unless only the other side is free."""
    left, right = point.x - figure.half, point.x + figure.half
    spans = []
    for piece in pieces:
        if piece.end.x > left and piece.start.x < right:
            # From the one end of the number to the other a curve only rises or only falls.
            first = piece.start.y if piece.start.x >= left else piece.height_at(left)
            last = piece.end.y if piece.end.x <= right else piece.height_at(right)
            spans.append((min(first, last), max(first, last)))
    below, above = point.y + figure.away, point.y - figure.away - figure.height
    tops = (below, above) if feeling < 0 else (above, below)

    def cost(top: float) -> int:
        bottom = top + figure.height
        crossed = sum(low < bottom and high > top for low, high in spans)
        return _CROSSED * crossed + (_ON_ZERO if top < zero_y < bottom else 0)

    best = min(tops, key=cost)
    return Stand(best, cost(best) > 0)
