"""The ways through a journey: which routes a persona can take from the trigger to an end, in order of detours.

Listing all routes of a journey of 100 steps can take seconds with the plain method: most of the time goes into ways
that never arrive. Here every state that cannot reach an end is left out first, and the search always continues the way
with the fewest detours, so that stopping early (a count, a deadline) leaves the routes that matter most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from heapq import heappop, heappush
from itertools import count
from types import MappingProxyType
from typing import NamedTuple

from sprint.document import Document
from sprint.frozen import dataclass
from sprint.insight.endpoints import ends_of, starts_of
from sprint.insight.figures import RouteFigures, measure
from sprint.journeys import links_of, steps_of, track_of
from sprint.records import Journey, Link, LinkKind, Persona, Step, Track

MOST_ROUTES = 200
MOST_LOOKED_AT = 100_000

_RANKS = {
    LinkKind.NEXT: 0,
    LinkKind.ALTERNATIVE: 1,
    LinkKind.TRACK_SWITCH: 2,
    LinkKind.HAND_OVER: 3,
    LinkKind.DROP_OUT: 4,
}


class Cap(StrEnum):
    """Why the list of routes is not complete: there were more than asked for, or it would have taken too long."""

    COUNT = "count"
    TIME = "time"


CAP_TEXTS: Mapping[Cap, str] = MappingProxyType({Cap.COUNT: "insight.cap_count", Cap.TIME: "insight.cap_time"})
"""The i18n key of the sentence that says why not all routes are shown; it asks for `count`, the routes shown."""


@dataclass(frozen=True)
class Traveller:
    """Whose routes are looked for; an empty persona is everybody, an open track takes every step."""

    persona_id: str = ""
    track: Track = Track.OPEN


EVERYBODY = Traveller()


@dataclass(frozen=True)
class Route:
    """One way from a start to an end: the steps, the link taken between each two, the track at each step."""

    steps: tuple[Step, ...]
    links: tuple[Link, ...]
    tracks: tuple[Track, ...]

    @property
    def drops_out(self) -> bool:
        """Whether the citizen gives up at the end of this route."""
        return bool(self.links) and self.links[-1].kind is LinkKind.DROP_OUT

    @property
    def detours(self) -> int:
        """How many times the route leaves the plain way: every link that is not "next"."""
        return sum(link.kind is not LinkKind.NEXT for link in self.links)

    @cached_property
    def figures(self) -> RouteFigures:
        """The route in numbers; counted the first time somebody asks."""
        return measure(self.steps, self.links)


@dataclass(frozen=True)
class Routes:
    """The routes of one traveller, fewest detours first.

    `total` is how many there are, listed or not; None when a circle without a loop link makes them uncountable.
    """

    traveller: Traveller
    routes: tuple[Route, ...]
    total: int | None
    cap: Cap | None


class _State(NamedTuple):
    """Where a traveller is, on which track, and whether this is where somebody gave up."""

    step_id: str
    track: Track
    has_dropped_out: bool = False


_Move = tuple[_State, Link]
_ARRIVED = _State("", Track.OPEN)


def never() -> bool:
    """Say that there is no deadline."""
    return False


def within(seconds: float, now: Callable[[], float]) -> Callable[[], bool]:
    """Return a check that turns true when `seconds` have passed on the clock `now` (such as time.monotonic)."""
    end = now() + seconds
    return lambda: now() >= end


def traveller_of(document: Document, journey_id: str, persona_id: str) -> Traveller:
    """Return a persona on the track that it takes in this journey, or else on the track of its sheet."""
    journey, persona = document.require(Journey, journey_id), document.require(Persona, persona_id)
    return Traveller(persona_id, track_of(journey, persona))


def find_routes(
    document: Document,
    journey_id: str,
    traveller: Traveller = EVERYBODY,
    *,
    limit: int = MOST_ROUTES,
    is_due: Callable[[], bool] = never,
) -> Routes:
    """List the routes of a traveller from a start to an end; no step twice, links back are no part of a route.

    A link that drops out ends the route. A switch of track changes the track; on a track only its own steps and those
    of no track are taken.
    """
    ways = _Ways(document, journey_id, traveller)
    routes: list[Route] = []
    cap: Cap | None = None
    for route in ways.search(is_due):
        if route is None:
            cap = Cap.TIME
        elif len(routes) == limit:
            cap = Cap.COUNT
        else:
            routes.append(route)
            continue
        break
    return Routes(traveller, tuple(routes), ways.count(), cap)


class _Trail(NamedTuple):
    """The last state of a way under construction, the link that led to it, and the way before that."""

    state: _State
    link: Link | None
    before: _Trail | None


class _Ways:
    """The states a traveller can be in, without those from which no end can be reached."""

    def __init__(self, document: Document, journey_id: str, traveller: Traveller) -> None:
        everyone = steps_of(document, journey_id)
        self._steps = {step.id: step for step in everyone if _is_for(step, traveller.persona_id)}
        self._order = {step_id: place for place, step_id in enumerate(self._steps)}
        links = [link for link in links_of(document, journey_id) if link.kind is not LinkKind.LOOP]
        self._links: dict[str, list[Link]] = {}
        for link in sorted(links, key=self._rank):
            if link.source in self._steps and link.target in self._steps and link.source != link.target:
                self._links.setdefault(link.source, []).append(link)
        self._ends = {step.id for step in ends_of(everyone, links)}
        starts = [step for step in starts_of(everyone, links) if step.id in self._steps]
        fitting = [step for step in starts if _fits(step, traveller.track)] or starts
        self._starts = [_State(step.id, traveller.track) for step in fitting]
        self._moves = self._all_moves()
        self._toll = self._tolls()
        self._moves = {state: self._arriving(moves) for state, moves in self._moves.items() if state in self._toll}
        self._circles = self._circle_numbers()

    # ---- the graph of states

    def _rank(self, link: Link) -> tuple[int, int, str]:
        return _RANKS[link.kind], self._order.get(link.target, 0), link.id

    def _moves_from(self, state: _State) -> list[_Move]:
        """Return where a traveller can go from a state, the plainest way first."""
        if self._is_arrival(state):
            return []
        moves = []
        for link in self._links.get(state.step_id, ()):
            target = self._steps[link.target]
            track = _track_after(link, state.track, target)
            if _fits(target, track):
                moves.append((_State(target.id, track, link.kind is LinkKind.DROP_OUT), link))
        return moves

    def _is_arrival(self, state: _State) -> bool:
        return state.has_dropped_out or state.step_id in self._ends

    def _all_moves(self) -> dict[_State, list[_Move]]:
        """Return the moves from every state that can be reached from a start."""
        found: dict[_State, list[_Move]] = {}
        waiting = list(self._starts)
        while waiting:
            state = waiting.pop()
            if state not in found:
                found[state] = self._moves_from(state)
                waiting += [target for target, _ in found[state]]
        return found

    def _arriving(self, moves: list[_Move]) -> list[_Move]:
        return [(state, link) for state, link in moves if state in self._toll]

    def _tolls(self) -> Mapping[_State, int]:
        """Return for every state that can reach an end the fewest detours it takes to get there."""
        from networkx import DiGraph, single_source_dijkstra_path_length  # noqa: PLC0415 - heavy, and rarely asked for

        backwards: DiGraph[_State] = DiGraph()
        backwards.add_node(_ARRIVED)
        for state, moves in self._moves.items():
            if self._is_arrival(state):
                backwards.add_edge(_ARRIVED, state, toll=0)
            for target, link in reversed(moves):  # of parallel links the plainest is written last and stays
                backwards.add_edge(target, state, toll=_toll(link))
        tolls: dict[_State, int] = single_source_dijkstra_path_length(backwards, _ARRIVED, weight="toll")
        return tolls

    def _circle_numbers(self) -> Mapping[str, int]:
        """Number the groups of steps that lie on a circle together; a step on no circle has no number."""
        from networkx import DiGraph, strongly_connected_components  # noqa: PLC0415 - heavy

        graph: DiGraph[str] = DiGraph()
        for state, moves in self._moves.items():
            graph.add_edges_from((state.step_id, target.step_id) for target, _ in moves)
        groups = [group for group in strongly_connected_components(graph) if len(group) > 1]
        return {step_id: number for number, group in enumerate(groups) for step_id in group}

    # ---- walking

    def search(self, is_due: Callable[[], bool]) -> Iterator[Route | None]:
        """Yield routes, fewest detours first; None at the end when it takes too long. The first one always comes."""
        ticks = count()
        heap: list[tuple[int, int, int, int, _Trail]] = []
        for start in self._starts:
            if start in self._toll:
                heappush(heap, (self._toll[start], 0, next(ticks), 0, _Trail(start, None, None)))
        has_found = False
        for looked_at in count():
            if not heap:
                return
            if looked_at >= MOST_LOOKED_AT or (has_found and is_due()):
                yield None
                return
            _, depth, _, detours, trail = heappop(heap)
            if self._is_arrival(trail.state):
                has_found = True
                yield self._route(trail)
            for state, link in self._moves[trail.state]:
                if not self._was_there(trail, state.step_id):
                    so_far = detours + _toll(link)
                    best = so_far + self._toll[state]
                    heappush(heap, (best, depth - 1, next(ticks), so_far, _Trail(state, link, trail)))

    def _was_there(self, trail: _Trail, step_id: str) -> bool:
        """Whether a way passed a step already; only the steps on one circle with it need looking at."""
        circle = self._circles.get(step_id)
        if circle is None:
            return False
        place: _Trail | None = trail
        while place is not None and self._circles.get(place.state.step_id) == circle:
            if place.state.step_id == step_id:
                return True
            place = place.before
        return False

    def _route(self, trail: _Trail) -> Route:
        trails = []
        place: _Trail | None = trail
        while place is not None:
            trails.append(place)
            place = place.before
        trails.reverse()
        return Route(
            steps=tuple(self._steps[one.state.step_id] for one in trails),
            links=tuple(one.link for one in trails if one.link is not None),
            tracks=tuple(one.state.track for one in trails),
        )

    def count(self) -> int | None:
        """Count all routes without listing them; None when steps lie on a circle."""
        if self._circles:
            return None
        ways_in = Counter(target for moves in self._moves.values() for target, _ in moves)
        ways = dict.fromkeys(self._moves, 0) | {start: 1 for start in self._starts if start in self._moves}
        free = [state for state in self._moves if not ways_in[state]]
        total = 0
        while free:
            state = free.pop()
            total += ways[state] if self._is_arrival(state) else 0
            for target, _ in self._moves[state]:
                ways[target] += ways[state]
                ways_in[target] -= 1
                if not ways_in[target]:
                    free.append(target)
        return total


def _is_for(step: Step, persona_id: str) -> bool:
    return not persona_id or not step.persona_ids or persona_id in step.persona_ids


def _fits(step: Step, track: Track) -> bool:
    return Track.OPEN in (track, step.track) or step.track is track


def _track_after(link: Link, track: Track, target: Step) -> Track:
    """Return the track on which a traveller goes on; who is on every track at once stays so."""
    if track is Track.OPEN or link.kind is not LinkKind.TRACK_SWITCH:
        return track
    if target.track is not Track.OPEN:
        return target.track
    return Track.SPENT if track is Track.SAVED else Track.SAVED


def _toll(link: Link) -> int:
    return 0 if link.kind is LinkKind.NEXT else 1
