"""Which way links go: straight between neighbours, through corridors above and below the rows for all others.

It is decided which corridor and which track in it a link takes; that sets how high corridors become. Short links choose
first and get the lowest free track, so that they lie inside longer ones. Two links lie on each other only when a
corridor is full. `sprint.layout_replan` lets only the links around an edit choose again, with the same outcome.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from sprint.layout_parts import Key
from sprint.records import Link

_FURTHEST_STRAIGHT = 12
FAR_LINK = 48
"""Columns; links that are longer lie in a list of their own, looked at for every part of the board."""


class Place(NamedTuple):
    """Column and row (as the number of the row on the board) of a step."""

    column: int
    row: int


class WayKind(Enum):
    """The shapes of links."""

    STRAIGHT = auto()
    DOWN = auto()
    UP = auto()
    ITSELF = auto()
    CORRIDOR = auto()


class Way(NamedTuple):
    """How one link goes, wherever its columns are; corridor k lies above row k."""

    link: Link
    label: str
    kind: WayKind
    corridor: int
    track: int
    leaves_top: bool
    enters: str  # "top", "bottom" or "left"

    @property
    def is_bent(self) -> bool:
        """Whether it takes a track in a corridor."""
        return self.kind is WayKind.CORRIDOR or self.kind is WayKind.ITSELF


class Ground:
    """Where the steps are: the columns as what makes them the same ones, and the numbers of the rows in use."""

    def __init__(self, keys: list[Key]) -> None:
        self.keys = keys
        self.rows = tuple(sorted({0} | {row for key in keys for _, row in key}))
        numbers = {row: number for number, row in enumerate(self.rows)}
        self.places = {step_id: Place(n, numbers[row]) for n, key in enumerate(keys) for step_id, row in key}
        self.taken = set(self.places.values())

    def span(self, link: Link) -> tuple[int, int]:
        """Give the outer columns of a link."""
        one, other = self.places[link.source].column, self.places[link.target].column
        return (one, other) if one < other else (other, one)

    def columns_under(self, way: Way) -> range:
        """Give the columns it may touch; one that enters from the left comes out of the gap before its target."""
        low, high = self.span(way.link)
        return range(max(0, low - 1) if way.kind is WayKind.CORRIDOR and way.enters == "left" else low, high + 1)


class LinkPlan:
    """Which way every link takes, how many tracks each corridor needs, and which links lie over a column.

    `used` counts the links on each (corridor, track).
    """

    def __init__(
        self,
        ground: Ground,
        ways: Mapping[str, Way],
        of_step: Mapping[str, tuple[str, ...]],
        over: Sequence[tuple[str, ...]],
        far: frozenset[str],
        used: Counter[tuple[int, int]],
    ) -> None:
        self.ground = ground
        self.ways = ways
        self.of_step = of_step
        self.over = over
        self.far = far
        self.used = used
        self.tracks: dict[int, int] = {}
        for (corridor, track), count in used.items():
            if count:
                self.tracks[corridor] = max(self.tracks.get(corridor, 0), track + 1)

    def are_linked(self, source: str, target: str) -> bool:
        """Whether a link goes from one step to the other."""
        links = (self.ways[one].link for one in self.of_step.get(source, ()))
        return any(link.target == target and link.source == source for link in links)


def plan_links(ground: Ground, links: Iterable[tuple[Link, str]], most: int) -> LinkPlan:
    """Choose a way for every link (with the text at it) whose steps are on the board; `most` tracks in a corridor."""
    ways: dict[str, Way] = {}
    pairs: set[tuple[str, str]] = set()
    of_step: defaultdict[str, list[str]] = defaultdict(list)
    over: list[list[str]] = [[] for _ in ground.keys]
    far: list[str] = []
    for link, label in sorted(links, key=lambda labelled: labelled[0].id):
        if link.source not in ground.places or link.target not in ground.places:
            continue
        way = ways[link.id] = choose_way(ground, link, label, is_first=(link.source, link.target) not in pairs)
        pairs.add((link.source, link.target))
        for step_id in {link.source, link.target}:
            of_step[step_id].append(link.id)
        columns = ground.columns_under(way)
        if len(columns) > FAR_LINK:
            far.append(link.id)
        else:
            for column in columns:
                over[column].append(link.id)
    ways.update(choose_tracks(ground, ways, ways, (), most))
    shared = {step_id: tuple(ids) for step_id, ids in of_step.items()}
    used = Counter((way.corridor, way.track) for way in ways.values() if way.is_bent)
    return LinkPlan(ground, ways, shared, [tuple(ids) for ids in over], frozenset(far), used)


def choose_way(ground: Ground, link: Link, label: str, *, is_first: bool) -> Way:
    """Choose the shape of a link; of parallel ones only the first may be short."""
    start, end = ground.places[link.source], ground.places[link.target]
    kind, corridor, leaves_top, enters = _shape(link, start, end, is_first and not label, ground.taken)
    return Way(link, label, kind, corridor, 0, leaves_top, enters)


def _shape(
    link: Link, start: Place, end: Place, may_be_short: bool, taken: Collection[Place]
) -> tuple[WayKind, int, bool, str]:
    across, down = end.column - start.column, end.row - start.row
    if link.source == link.target:
        return WayKind.ITSELF, start.row, True, "top"
    if may_be_short:
        if down == 0 and 1 <= across <= _FURTHEST_STRAIGHT and not _is_blocked(start, end, taken):
            return WayKind.STRAIGHT, start.row, False, "left"
        if across == 0 and down == 1:
            return WayKind.DOWN, start.row + 1, False, "top"
        if across == 0 and down == -1:
            return WayKind.UP, start.row, True, "bottom"
    if down == 0:
        if across > 0:
            return WayKind.CORRIDOR, start.row, True, "top"
        return WayKind.CORRIDOR, start.row + 1, False, "bottom"
    if down > 0:
        return WayKind.CORRIDOR, start.row + 1, False, "top" if down == 1 else "left"
    return WayKind.CORRIDOR, start.row, True, "bottom" if down == -1 else "left"


def _is_blocked(start: Place, end: Place, taken: Collection[Place]) -> bool:
    """Whether a step stands in the same row between the two."""
    return any(Place(column, start.row) in taken for column in range(start.column + 1, end.column))


def choose_tracks(
    ground: Ground, ways: Mapping[str, Way], chosen: Collection[str], others: Iterable[str], most: int
) -> dict[str, Way]:
    """Give every bent link among `chosen` the lowest track in its corridor on which it meets no other.

    `others` keep the track they have. Returns the ways that are new. A corridor is a row of whole numbers, one for each
    column, in which every track is a bit.
    """
    ranked = []
    for link_id in (*chosen, *others):
        way = ways[link_id]
        if way.is_bent:
            low, high = ground.span(way.link)
            ranked.append((high - low, low, link_id))
    ranked.sort()
    corridors: defaultdict[int, list[int]] = defaultdict(lambda: [0] * len(ground.keys))
    found: dict[str, Way] = {}
    for length, low, link_id in ranked:
        way = ways[link_id]
        corridor, track = corridors[way.corridor], way.track
        if link_id in chosen:
            used = 0
            for bits in corridor[low : low + length + 1]:
                used |= bits
            track = min((~used & (used + 1)).bit_length() - 1, most - 1)
            if track != way.track:
                found[link_id] = way._replace(track=track)
        for column in range(low, low + length + 1):
            corridor[column] |= 1 << track
    return found
