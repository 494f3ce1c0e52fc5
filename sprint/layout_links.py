"""Routing of links: straight between neighbours, through corridors above and below the rows for all others.

First it is decided which corridor and which track in it a link takes (that sets how high corridors become), and when
the rows have their place the corners follow. Two links lie on each other only when a corridor is full.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from sprint.layout_board import LinkPath, Metrics, Point, Rect, StepBox
from sprint.records import Link

_FURTHEST_STRAIGHT = 12
_ARROW_ROOM = 5.0


class Place(NamedTuple):
    """Column and row (as the number of the row on the board) of a step."""

    column: int
    row: int


class _Way(Enum):
    STRAIGHT = auto()
    DOWN = auto()
    UP = auto()
    ITSELF = auto()
    CORRIDOR = auto()


class _Plan(NamedTuple):
    link: Link
    label: str
    way: _Way
    corridor: int
    track: int
    leaves_top: bool
    enters: str  # "top", "bottom" or "left"


class Plan(NamedTuple):
    """Which way every link takes, and how many tracks each corridor needs (corridor k lies above row k)."""

    ways: tuple[_Plan, ...]
    tracks: Mapping[int, int]


_Bent = tuple[Link, str, Place, Place, _Way, int, bool, str]


def plan_links(links: Iterable[tuple[Link, str]], places: Mapping[str, Place], metrics: Metrics) -> Plan:
    """Choose a way for every link (with the text at it) whose steps are on the board."""
    ways: list[_Plan] = []
    bent: list[_Bent] = []
    pairs: set[tuple[str, str]] = set()
    taken = set(places.values())
    for link, label in links:
        start, end = places.get(link.source), places.get(link.target)
        if start is None or end is None:
            continue
        is_first = (link.source, link.target) not in pairs
        pairs.add((link.source, link.target))
        way, corridor, leaves_top, enters = _way_of(link, start, end, is_first and not label, taken)
        if way in (_Way.CORRIDOR, _Way.ITSELF):
            bent.append((link, label, start, end, way, corridor, leaves_top, enters))
        else:
            ways.append(_Plan(link, label, way, corridor, 0, leaves_top, enters))
    tracks = _assign_tracks(bent, ways, metrics)
    return Plan(tuple(ways), tracks)


def _way_of(link: Link, start: Place, end: Place, may_be_short: bool, taken: set[Place]) -> tuple[_Way, int, bool, str]:
    across, down = end.column - start.column, end.row - start.row
    if link.source == link.target:
        return _Way.ITSELF, start.row, True, "top"
    if may_be_short:
        if down == 0 and 1 <= across <= _FURTHEST_STRAIGHT and not _is_blocked(start, end, taken):
            return _Way.STRAIGHT, start.row, False, "left"
        if across == 0 and down == 1:
            return _Way.DOWN, start.row + 1, False, "top"
        if across == 0 and down == -1:
            return _Way.UP, start.row, True, "bottom"
    if down == 0:
        if across > 0:
            return _Way.CORRIDOR, start.row, True, "top"
        return _Way.CORRIDOR, start.row + 1, False, "bottom"
    if down > 0:
        return _Way.CORRIDOR, start.row + 1, False, "top" if down == 1 else "left"
    return _Way.CORRIDOR, start.row, True, "bottom" if down == -1 else "left"


def _is_blocked(start: Place, end: Place, taken: set[Place]) -> bool:
    """Whether a step stands in the same row between the two."""
    return any(Place(column, start.row) in taken for column in range(start.column + 1, end.column))


def _assign_tracks(bent: list[_Bent], ways: list[_Plan], metrics: Metrics) -> dict[int, int]:
    """Give every bent link the lowest track in its corridor on which it meets no other; short ones lie inside."""
    bent.sort(key=lambda way: (abs(way[3].column - way[2].column), way[2].column, way[0].id))
    taken: defaultdict[int, list[_Track]] = defaultdict(list)
    for link, label, start, end, way, corridor, leaves_top, enters in bent:
        low, high = min(start.column, end.column), max(start.column, end.column)
        tracks = taken[corridor]
        track = next((number for number, known in enumerate(tracks) if known.has_room(low, high)), len(tracks))
        if track == len(tracks):
            if track < metrics.tracks_most:
                tracks.append(_Track())
            else:
                track -= 1
        tracks[track].take(low, high)
        ways.append(_Plan(link, label, way, corridor, track, leaves_top, enters))
    return {corridor: len(tracks) for corridor, tracks in taken.items()}


class _Track:
    """The spans of columns that are taken on one track; apart from each other unless the corridor is full."""

    def __init__(self) -> None:
        self._lows: list[int] = []
        self._highs: list[int] = []

    def has_room(self, low: int, high: int) -> bool:
        place = bisect_left(self._highs, low)
        return place == len(self._lows) or self._lows[place] > high

    def take(self, low: int, high: int) -> None:
        insort(self._lows, low)
        insort(self._highs, high)


class _Ports:
    """Spreads the links that touch one edge of a step, so that they do not start in one point."""

    def __init__(self, plan: Plan, steps: Mapping[str, StepBox]) -> None:
        self._steps = steps
        edges: defaultdict[tuple[str, str], list[tuple[float, str, str]]] = defaultdict(list)
        for way in plan.ways:
            source, target = steps[way.link.source], steps[way.link.target]
            if way.way is _Way.STRAIGHT:
                continue
            leaves = "top" if way.leaves_top else "bottom"
            lean = 0.1 if way.way is _Way.ITSELF else 0.0
            edges[source.id, leaves].append((target.rect.x + lean, way.link.id, "out"))
            edges[target.id, way.enters].append((source.rect.x + 2 * lean, way.link.id, "in"))
        self._gaps = _shares_of_gaps(plan, steps)
        self._at: dict[tuple[str, str], float] = {}
        for ends in edges.values():
            ends.sort()
            for number, (_, link_id, end) in enumerate(ends):
                self._at[link_id, end] = (number + 1) / (len(ends) + 1)

    def x(self, link_id: str, end: str, rect: Rect) -> float:
        return rect.x + rect.width * self._at[link_id, end]

    def share(self, link_id: str, end: str) -> float:
        return self._at[link_id, end]

    def gap_share(self, link_id: str) -> float:
        return self._gaps[link_id]


def _shares_of_gaps(plan: Plan, steps: Mapping[str, StepBox]) -> dict[str, float]:
    """Spread the links that go up or down in the gap between two columns."""
    gaps: defaultdict[int, list[tuple[int, float, str]]] = defaultdict(list)
    for way in plan.ways:
        if way.way is _Way.CORRIDOR and way.enters == "left":
            source, target = steps[way.link.source], steps[way.link.target]
            gaps[target.column].append((target.row, source.rect.x, way.link.id))
    shares: dict[str, float] = {}
    for links in gaps.values():
        for number, (_, _, link_id) in enumerate(sorted(links)):
            shares[link_id] = (number + 1) / (len(links) + 1)
    return shares


def draw_links(
    plan: Plan,
    steps: Mapping[str, StepBox],
    corridors: Mapping[int, float],
    metrics: Metrics,
) -> dict[str, LinkPath]:
    """Turn the plan into corners; `corridors` holds the y of the first track of each corridor."""
    ports = _Ports(plan, steps)
    found: dict[str, LinkPath] = {}
    for way in plan.ways:
        link = way.link
        source, target = steps[link.source].rect, steps[link.target].rect
        if steps[link.source].is_pinned or steps[link.target].is_pinned:
            points: tuple[Point, ...] = _free(source, target)
        elif way.way is _Way.STRAIGHT:
            y = source.y + source.height / 2
            points = (Point(source.x + source.width, y), Point(target.x, y))
        else:
            points = _corners(way, source, target, ports, corridors, metrics)
        found[link.id] = LinkPath(
            link.id, link.kind, link.source, link.target, points, way.label, _label_place(points), _bounds(points)
        )
    return found


def _free(source: Rect, target: Rect) -> tuple[Point, ...]:
    """Go from box to box on the side that faces the other, for steps that were put down by hand."""
    one, other = source.middle, target.middle
    if target.x >= source.right or target.right <= source.x:
        start_x, end_x = (source.right, target.x) if target.x >= source.right else (source.x, target.right)
        middle = (start_x + end_x) / 2
        if abs(one.y - other.y) < 1:
            return Point(start_x, one.y), Point(end_x, other.y)
        return Point(start_x, one.y), Point(middle, one.y), Point(middle, other.y), Point(end_x, other.y)
    start_y, end_y = (source.bottom, target.y) if other.y >= one.y else (source.y, target.bottom)
    middle = (start_y + end_y) / 2
    return _tidy(Point(one.x, start_y), Point(one.x, middle), Point(other.x, middle), Point(other.x, end_y))


def _corners(
    way: _Plan, source: Rect, target: Rect, ports: _Ports, corridors: Mapping[int, float], metrics: Metrics
) -> tuple[Point, ...]:
    start_x = ports.x(way.link.id, "out", source)
    start_y = source.y if way.leaves_top else source.bottom
    if way.way in (_Way.DOWN, _Way.UP):
        end_x = ports.x(way.link.id, "in", target)
        end_y = target.y if way.enters == "top" else target.bottom
        middle = (start_y + end_y) / 2
        return _tidy(Point(start_x, start_y), Point(start_x, middle), Point(end_x, middle), Point(end_x, end_y))
    # Above the first row tracks count upwards, elsewhere downwards: short links lie close to their steps.
    y = corridors[way.corridor] + way.track * metrics.track * (1 if way.corridor else -1)
    if way.enters == "left":
        share = ports.share(way.link.id, "in")
        gap_x = target.x - _ARROW_ROOM - (metrics.gap - _ARROW_ROOM - 2) * ports.gap_share(way.link.id)
        end_y = target.y + target.height * (0.15 + 0.25 * share)
        return (
            Point(start_x, start_y), Point(start_x, y), Point(gap_x, y), Point(gap_x, end_y), Point(target.x, end_y)
        )  # fmt: skip
    end_x = ports.x(way.link.id, "in", target)
    end_y = target.y if way.enters == "top" else target.bottom
    if way.way is _Way.ITSELF:
        reach = target.width * min(0.26 + 0.05 * way.track, 0.44)
        start_x, end_x = target.middle.x - reach, target.middle.x + reach
    return Point(start_x, start_y), Point(start_x, y), Point(end_x, y), Point(end_x, end_y)


def _tidy(*points: Point) -> tuple[Point, ...]:
    return (points[0], points[-1]) if abs(points[0].x - points[-1].x) < 1 else points


def _label_place(points: tuple[Point, ...]) -> Point:
    if len(points) < 4:
        return Point((points[0].x + points[-1].x) / 2, (points[0].y + points[-1].y) / 2)
    return Point((points[1].x + points[2].x) / 2, points[1].y)


def _bounds(points: tuple[Point, ...]) -> Rect:
    left, right = min(point.x for point in points), max(point.x for point in points)
    top, bottom = min(point.y for point in points), max(point.y for point in points)
    return Rect(left, top, right - left, bottom - top).grown(6)
