"""What the arrows of a journey show: dead ends, steps nobody gets to, circles, and where people give up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from sprint.document import Document
from sprint.frozen import dataclass
from sprint.insight.endpoints import ends_of, starts_of
from sprint.insight.figures import FigureText
from sprint.journeys import links_of, steps_of
from sprint.records import Link, LinkKind, Step

if TYPE_CHECKING:
    from networkx import DiGraph


@dataclass(frozen=True)
class Loop:
    """A circle in the order in which it is walked; `link` closes it, from the last step to the first.

    `is_marked` tells whether the team drew that link as a way back, or the circle came about by itself.
    """

    steps: tuple[Step, ...]
    link: Link
    is_marked: bool


@dataclass(frozen=True)
class Structure:
    """The shape of a journey; steps are in time order.

    `dead_ends` are no end and no arrow leaves them. From a step that `cannot_finish` arrows leave, but none of them
    leads to an end or to giving up. `unreachable` steps cannot be reached from a start.
    """

    starts: tuple[Step, ...]
    ends: tuple[Step, ...]
    dead_ends: tuple[Step, ...]
    cannot_finish: tuple[Step, ...]
    unreachable: tuple[Step, ...]
    loops: tuple[Loop, ...]
    drop_outs: tuple[Link, ...]


STRUCTURE_TEXTS: Mapping[str, FigureText] = MappingProxyType(
    {
        "dead_ends": FigureText("insight.dead_ends", "insight.dead_ends_how"),
        "cannot_finish": FigureText("insight.cannot_finish", "insight.cannot_finish_how"),
        "unreachable": FigureText("insight.unreachable", "insight.unreachable_how"),
        "loops": FigureText("insight.loops", "insight.loops_how"),
        "drop_outs": FigureText("insight.drop_outs", "insight.drop_outs_how"),
    }
)
"""For each finding of a `Structure`: its name, and what it means."""


def read_structure(document: Document, journey_id: str) -> Structure:
    """Read the shape of a journey from its arrows."""
    steps, links = steps_of(document, journey_id), links_of(document, journey_id)
    starts, ends = starts_of(steps, links), ends_of(steps, links)
    drop_outs = [link for link in links if link.kind is LinkKind.DROP_OUT]
    closed = {step.id for step in ends} | {link.target for link in drop_outs}
    left = {link.source for link in links if link.source != link.target}
    seen = _reach(((link.source, link.target) for link in links), (step.id for step in starts))
    finishing = _reach(((link.target, link.source) for link in links), closed)
    return Structure(
        starts=tuple(starts),
        ends=tuple(ends),
        dead_ends=tuple(step for step in steps if step.id not in closed and step.id not in left),
        cannot_finish=tuple(step for step in steps if step.id in left and step.id not in finishing),
        unreachable=tuple(step for step in steps if step.id not in seen),
        loops=tuple(_loops(steps, links)),
        drop_outs=tuple(drop_outs),
    )


def _reach(arrows: Iterable[tuple[str, str]], sources: Iterable[str]) -> set[str]:
    """Return all steps to which a way along the arrows leads, the sources among them."""
    targets: dict[str, list[str]] = {}
    for source, target in arrows:
        targets.setdefault(source, []).append(target)
    seen = set(sources)
    waiting = list(seen)
    while waiting:
        for target in targets.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen


def _loops(steps: Sequence[Step], links: Sequence[Link]) -> list[Loop]:
    """Return the circles that the team drew, then those that came about by themselves."""
    from networkx import DiGraph  # noqa: PLC0415 - heavy

    by_id = {step.id: step for step in steps}
    places = {step.id: place for place, step in enumerate(steps)}
    forward: DiGraph[str] = DiGraph()
    forward.add_nodes_from(by_id)
    closing: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.kind is not LinkKind.LOOP:
            forward.add_edge(link.source, link.target)
            closing.setdefault((link.source, link.target), link)
    marked = []
    for link in links:
        if link.kind is LinkKind.LOOP:
            way = _shortest(forward, link.target, link.source)
            marked.append(Loop(tuple(by_id[step_id] for step_id in way), link, is_marked=True))
    unmarked = []
    for source, target in _backward_edges(forward, places):
        way = _shortest(forward, target, source)
        unmarked.append(Loop(tuple(by_id[step_id] for step_id in way), closing[source, target], is_marked=False))
    return [*marked, *unmarked]


def _shortest(graph: DiGraph[str], source: str, target: str) -> list[str]:
    """Return the shortest way; only its two ends when there is none (a way back to a step that leads elsewhere)."""
    from networkx import NetworkXNoPath, shortest_path  # noqa: PLC0415 - heavy

    try:
        way: list[str] = shortest_path(graph, source, target)
    except NetworkXNoPath:
        return [source, target]
    return way


def _backward_edges(graph: DiGraph[str], places: dict[str, int]) -> list[tuple[str, str]]:
    """Return the edges on a circle that go back in time: without them nothing goes round."""
    from networkx import strongly_connected_components  # noqa: PLC0415 - heavy

    groups = {step_id: n for n, group in enumerate(strongly_connected_components(graph)) for step_id in group}
    back = [(a, b) for a, b in graph.edges() if groups[a] == groups[b] and places[a] >= places[b]]
    return sorted(back, key=lambda edge: (places[edge[0]], places[edge[1]]))
