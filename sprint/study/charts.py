"""Charts as marks on a plane: what is drawn where, in units of one pixel on a screen; window and paper paint the same.

Everything reads in black and white: groups differ in shape, and what a chart tells stands beside it in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from sprint.frozen import dataclass
from sprint.records import Track

TRACK_ROLES = {Track.SAVED: "track_saved", Track.SPENT: "track_spent", Track.OPEN: "muted"}
"""The colour role of each track."""
TRACK_MARKS = {Track.SAVED: "round", Track.SPENT: "square", Track.OPEN: "diamond"}
"""The shape of each track's dots."""

Align = Literal["left", "right", "middle"]
Place = tuple[float, float]

_LABEL, _ROW, _AXIS, _RIGHT = 150.0, 46.0, 26.0, 20.0
_DOT, _PITCH, _MOST_TALL, _MOST_TICKS = 6.0, 11.2, 134.0, 11
_EDGE, _NUMBER, _IN_A_ROW = 20.0, 10.0, 5


class Band(NamedTuple):
    """A rectangle: a ground with a dashed edge, or a frame when it has no ground."""

    x: float
    y: float
    width: float
    height: float
    edge: str
    fill: str = ""


class Line(NamedTuple):
    """A straight line."""

    start: Place
    end: Place
    role: str
    width: float = 1.0
    is_dashed: bool = False


class Dot(NamedTuple):
    """A mark for one citizen or one idea, with a number in it or none; its shape is round, square or diamond."""

    x: float
    y: float
    role: str
    shape: str = "round"
    radius: float = _DOT
    number: str = ""


class Words(NamedTuple):
    """Words whose middle is at `y`; `room` is how wide they may be, 0 for as wide as they are."""

    x: float
    y: float
    text: str
    role: str
    is_small: bool = False
    is_bold: bool = False
    align: Align = "left"
    room: float = 0.0


Mark = Band | Line | Dot | Words


class Chart(NamedTuple):
    """A drawing of a size, its marks from the lowest to the highest."""

    width: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class DotRow:
    """One group on a scale; `target` is a stretch to reach, `low`, `high` and `middle` the interval and its centre."""

    label: str
    values: tuple[float, ...]
    role: str = "ink"
    shape: str = "round"
    target: tuple[float, float] | None = None
    low: float | None = None
    high: float | None = None
    middle: float | None = None


class Scale(NamedTuple):
    """What answers lie on: its ends, and words for points that are no numbers to a reader."""

    lowest: float
    highest: float
    names: Mapping[float, str] = MappingProxyType({})


def dot_rows(rows: Sequence[DotRow], scale: Scale, width: float, number: Callable[[float, int], str]) -> Chart:
    """Draw groups below each other on one scale, a dot for every citizen; `number` writes a figure."""
    # A file from elsewhere may hold answers off the scale: the scale grows, and nothing is drawn outside.
    values = [value for row in rows for value in row.values]
    scale = scale._replace(lowest=min([scale.lowest, *values]), highest=max([scale.highest, *values]))

    def at(value: float) -> float:
        share = (value - scale.lowest) / ((scale.highest - scale.lowest) or 1)
        return _LABEL + 8 + share * (width - _LABEL - 8 - _RIGHT)

    marks: list[Mark] = []
    top = 0.0
    for row in rows:
        tall = _tall(row)
        marks += _row_marks(row, scale, at, top, tall)
        top += tall
    for value in _ticks(scale):
        words = scale.names.get(value) or number(value, 0 if value == int(value) else 1)
        marks.append(Words(at(value), top + 9, words, "muted", is_small=True, align="middle"))
    return Chart(width, top + _AXIS, tuple(marks))


def _tall(row: DotRow) -> float:
    most = max(Counter(row.values).values(), default=1)
    return max(_ROW, 24 + min(most * _PITCH, _MOST_TALL))


def _row_marks(row: DotRow, scale: Scale, at: Callable[[float], float], top: float, tall: float) -> Iterator[Mark]:
    base = top + tall - 14
    if row.target is not None:
        left, right = (at(value) for value in row.target)
        yield Band(left, top + 6, right - left, tall - 10, row.role, "band")
    yield Line((at(scale.lowest), base), (at(scale.highest), base), "line_soft")
    yield Words(0, base - 4, row.label, row.role, is_bold=True, room=_LABEL - 4)
    if row.low is not None and row.high is not None:
        yield from _interval(row, at, base + 7)
    counts = Counter(row.values)
    # A crowd on one point overlaps: the row stays as high as a reader can take in.
    pitch = min(_PITCH, _MOST_TALL / max(counts.values(), default=1))
    heights: Counter[float] = Counter()
    for value in row.values:
        yield Dot(at(value), base - heights[value] * pitch, row.role, row.shape)
        heights[value] += 1


def _interval(row: DotRow, at: Callable[[float], float], y: float) -> Iterator[Mark]:
    left, right = at(row.low or 0), at(row.high or 0)
    yield Line((left, y), (right, y), row.role, 2)
    ends = [(left, 4), (right, 4)] + ([(at(row.middle), 6)] if row.middle is not None else [])
    for x, reach in ends:
        yield Line((x, y - reach), (x, y + reach), row.role, 2)


def _ticks(scale: Scale) -> Iterator[float]:
    span = scale.highest - scale.lowest
    step = 1 if span < _MOST_TICKS else span / 10
    value = scale.lowest
    while value <= scale.highest + 1e-6:
        yield value
        value += step


class KanoPoint(NamedTuple):
    """An idea or a group on the plot: how much better it makes, and how much it is missed, both 0 … 1.

    A number stands in its mark, a name beside it.
    """

    name: str
    better: float
    missed: float
    role: str = "accent"


class KanoWords(NamedTuple):
    """The words of the plot: of its corners (attractive, performance, indifferent, must), upwards and to the right."""

    corners: Sequence[str]
    better: str
    missed: str


def kano_plot(points: Sequence[KanoPoint], words: KanoWords, side: float) -> Chart:
    """Draw points on a square: upwards it pleases more when it is there, to the right it hurts more when it is not."""
    left, right, top, low = _EDGE, _EDGE + side, _EDGE, _EDGE + side
    middle = side / 2
    marks: list[Mark] = [
        Band(left, top, side, side, "line"),
        Line((left + middle, top), (left + middle, low), "line", is_dashed=True),
        Line((left, top + middle), (right, top + middle), "line", is_dashed=True),
        Words(left + 14, top - 11, words.better, "muted", is_small=True),
        *_arrow((left + 5, top - 4), (left + 5, top - 17)),
        Words(right - 20, low + 12, words.missed, "muted", is_small=True, align="right"),
        *_arrow((right - 14, low + 12), (right, low + 12)),
    ]
    # The names of the fields stand in the corners: most ideas lie near the middle.
    for text, (x, y) in zip(words.corners, ((left, top), (right, top), (left, low), (right, low)), strict=True):
        is_right = x == right
        place = x - 5 if is_right else x + 5, y - 11 if y == low else y + 11
        marks.append(Words(*place, text, "muted", is_small=True, align="right" if is_right else "left"))
    taken: Counter[tuple[int, int]] = Counter()
    for point in points:
        x, y = left + point.missed * side, low - point.better * side
        near = round(x / (2 * _NUMBER)), round(y / (2 * _NUMBER))
        # Ideas on one place lie beside each other, in rows, towards the middle.
        across, down = taken[near] % _IN_A_ROW, taken[near] // _IN_A_ROW
        taken[near] += 1
        x += across * 2.1 * _NUMBER * (1 if point.missed < 0.5 else -1)
        y += down * 2.1 * _NUMBER * (1 if point.better > 0.5 else -1)
        marks += _kano_marks(point, x, y)
    return Chart(side + 2 * _EDGE, side + 2 * _EDGE, tuple(marks))


def _arrow(start: Place, end: Place) -> Iterator[Line]:
    """Draw an arrow upwards or to the right."""
    (x, y), head = end, 4.0
    yield Line(start, end, "muted")
    for side in (-head, head):
        yield Line((x + side, y + head) if start[0] == x else (x - head, y + side), end, "muted")


def _kano_marks(point: KanoPoint, x: float, y: float) -> Iterator[Mark]:
    if point.name.isdecimal():
        yield Dot(x, y, point.role, radius=_NUMBER, number=point.name)
        return
    yield Dot(x, y, point.role, radius=7)
    is_right = point.missed > 0.5
    side: Align = "right" if is_right else "left"
    yield Words(x - 9 if is_right else x + 9, y, point.name, point.role, is_bold=True, align=side)
