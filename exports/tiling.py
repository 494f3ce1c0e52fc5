"""Cutting a poster into sheets: how many, where the seams lie, and which of them go through a card.

The count per axis is ⌈(L − o) / (a − o)⌉ for a length L, an overlap o and a printable length a of one sheet
(method, chapter 8.12). Seams move within the room that is left over, to where they cut the fewest texts and boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from exports.options import Tiling
from exports.paper import Orientation, Sheet, sheet_of

MARKS = 5.0
"""The strip inside the printer's margin for code, map, crosses and ruler, in millimetres."""

_STEP = 0.5
_MOST_PLACES = 160
_FAR = 1e-4

Span = tuple[float, float]
"""From where to where something lies along one axis, in millimetres."""


class Tile(NamedTuple):
    """One sheet of a poster: its code ("B3"), its part of the poster up to the seams, and where its print ends."""

    code: str
    row: int
    column: int
    left: float
    top: float
    right: float
    bottom: float
    print_right: float
    print_bottom: float


class Grid(NamedTuple):
    """All sheets of one poster, and the paper they are printed on."""

    sheet: Sheet
    columns: tuple[Span, ...]
    rows: tuple[Span, ...]
    tiles: tuple[Tile, ...]


def count(length: float, printable: float, overlap: float) -> int:
    """How many sheets one axis takes."""
    return 1 if length <= printable else ceil((length - overlap) / (printable - overlap) - 1e-9)


def grid_of(poster: Sheet, tiling: Tiling, boxes: Sequence[tuple[Span, Span]]) -> Grid:
    """Cut a poster for a printer; `boxes` are what should stay whole, as spans across and down."""
    ways = (tiling.orientation,) if tiling.orientation else (Orientation.LANDSCAPE, Orientation.PORTRAIT)
    sheets = [sheet_of(tiling.paper, way)._replace(margin=tiling.margin + MARKS) for way in ways]

    def needed(sheet: Sheet) -> int:
        across, down = sheet.width - 2 * sheet.margin, sheet.height - 2 * sheet.margin
        return count(poster.width, across, tiling.overlap) * count(poster.height, down, tiling.overlap)

    sheet = min(sheets, key=needed)
    across, down = sheet.width - 2 * sheet.margin, sheet.height - 2 * sheet.margin
    columns = _spans(seams(poster.width, across, tiling.overlap, [box[0] for box in boxes]))
    rows = _spans(seams(poster.height, down, tiling.overlap, [box[1] for box in boxes]))
    tiles = [
        Tile(
            _code(row, column), row, column, left, top, right, bottom,
            min(poster.width, right + tiling.overlap), min(poster.height, bottom + tiling.overlap),
        )
        for row, (top, bottom) in enumerate(rows)
        for column, (left, right) in enumerate(columns)
    ]  # fmt: skip
    return Grid(sheet, tuple(columns), tuple(rows), tuple(tiles))


def seams(length: float, printable: float, overlap: float, boxes: Sequence[Span]) -> list[float]:
    """Give the places of the seams along one axis, the ends included: as few boxes cut as the room allows."""
    number = count(length, printable, overlap)
    step = printable - overlap
    if number == 1:
        return [0.0, length]
    slack = max(0.0, number * step + overlap - length)
    places = min(_MOST_PLACES, max(1, ceil(slack / _STEP)))
    even = (length - overlap) / number
    choices = []
    for index in range(1, number):
        first = index * step - slack
        choices.append([first + slack * place / places for place in range(places + 1)])
    cut = _cut_counts([place for row in choices for place in row], boxes)
    costs = [[cut[place] + abs(place - even * (n + 1)) * _FAR for place in row] for n, row in enumerate(choices)]
    return [0.0, *_cheapest(choices, costs, step), length]


def _cheapest(choices: list[list[float]], costs: list[list[float]], step: float) -> list[float]:
    """Choose one place per seam so that no sheet is longer than `step` and the costs are least."""
    best = list(costs[0])
    before: list[list[int]] = []
    for index in range(1, len(choices)):
        row: list[float] = []
        found: list[int] = []
        start = 0
        for place in choices[index]:
            while choices[index - 1][start] < place - step - 1e-6:
                start += 1
            reach = [n for n in range(start, len(best)) if choices[index - 1][n] < place]
            chosen = min(reach, key=best.__getitem__)
            found.append(chosen)
            row.append(best[chosen] + costs[index][len(row)])
        before.append(found)
        best = row
    at = min(range(len(best)), key=best.__getitem__)
    way = [choices[-1][at]]
    for index in range(len(before) - 1, -1, -1):
        at = before[index][at]
        way.append(choices[index][at])
    return way[::-1]


def _cut_counts(places: list[float], boxes: Sequence[Span]) -> dict[float, int]:
    """Count for every place how many boxes a seam there would cut."""
    events: list[tuple[float, int, int]] = []
    for start, end in boxes:
        events += [(start + 0.2, 1, 1), (end - 0.2, 1, -1)]
    events += [(place, 0, 0) for place in places]
    depth, found = 0, {}
    for place, kind, change in sorted(events):
        if kind:
            depth += change
        else:
            found[place] = depth
    return found


def _spans(cuts: list[float]) -> list[Span]:
    return list(pairwise(cuts))


def _code(row: int, column: int) -> str:
    """Name a sheet by its row in letters and its column in numbers, as on a map."""
    letters = ""
    row += 1
    while row:
        row, rest = divmod(row - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{column + 1}"
