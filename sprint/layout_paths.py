"""Drawing planned links as lines with corners; each line is worked out when somebody looks at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sprint.layout_board import Boxes, LinkLines, LinkPath, Point, Rect, StepBox
from sprint.layout_links import LinkPlan, Way, WayKind
from sprint.layout_metrics import Metrics

_ARROW_ROOM = 5.0

_Edge = tuple[str, str]
_End = tuple[str, str]


class LinkPaths(LinkLines):
    """The lines of a plan on a board; `corridors` holds the y of the first track of each corridor."""

    def __init__(
        self, plan: LinkPlan, steps: Boxes[StepBox], corridors: Mapping[int, float], loose: frozenset[str], m: Metrics
    ) -> None:
        self._plan = plan
        self._steps = steps
        self._corridors = corridors
        self._metrics = m
        self._drawn: dict[str, LinkPath] = {}
        self._ports: dict[_Edge, dict[_End, float]] = {}
        self._gaps: dict[int, dict[str, float]] = {}
        # Links of steps that a hand put elsewhere may run anywhere.
        anywhere = {link_id for step_id in loose for link_id in plan.of_step.get(step_id, ())}
        self._anywhere = plan.far | anywhere

    def __getitem__(self, link_id: str) -> LinkPath:
        found = self._drawn.get(link_id)
        if found is None:
            found = self._drawn[link_id] = self._draw(self._plan.ways[link_id])
        return found

    def __contains__(self, link_id: object) -> bool:
        return link_id in self._plan.ways

    def __iter__(self) -> Iterator[str]:
        return iter(self._plan.ways)

    def __len__(self) -> int:
        return len(self._plan.ways)

    def over(self, first: int, last: int) -> Iterator[LinkPath]:
        """Yield the links of which some part may lie over these columns, each once, in the order of their ids."""
        found = set(self._anywhere)
        for ids in self._plan.over[max(0, first) : last + 1]:
            found.update(ids)
        return (self[link_id] for link_id in sorted(found))

    def of_step(self, step_id: str) -> list[LinkPath]:
        """Give the links that start or end at a step."""
        return [self[link_id] for link_id in self._plan.of_step.get(step_id, ())]

    def differing(self, earlier: LinkLines) -> set[str]:
        """Give the links that may run otherwise than on an earlier board, apart from columns that moved."""
        if not isinstance(earlier, LinkPaths):
            return set(self) | set(earlier)
        old, new = earlier._plan, self._plan
        found = {link_id for link_id, way in new.ways.items() if old.ways.get(link_id) is not way}
        found.update(old.ways.keys() - new.ways.keys())
        found |= self._anywhere ^ earlier._anywhere
        # A link that comes or goes moves the ends of those beside it, at its steps and in the gap before them.
        for plan in (old, new):
            links = [plan.ways[link_id].link for link_id in found & plan.ways.keys()]
            columns = {plan.ground.places[step_id].column for link in links for step_id in (link.source, link.target)}
            for column in columns:
                for step_id, _ in plan.ground.keys[column]:
                    found.update(plan.of_step.get(step_id, ()))
        return found

    def columns_of(self, link_ids: Iterable[str]) -> tuple[int, int]:
        """Give the first and the last column that these links lie over, without drawing them; (0, −1) for none."""
        ways, ground = self._plan.ways, self._plan.ground
        under = [ground.columns_under(ways[link_id]) for link_id in link_ids if link_id in ways]
        return min((one.start for one in under), default=0), max((one.stop for one in under), default=0) - 1

    # ---- drawing

    def _draw(self, way: Way) -> LinkPath:
        link, steps = way.link, self._steps
        start, end = steps[link.source], steps[link.target]
        if start.is_pinned or end.is_pinned:
            points = _free(start.rect, end.rect)
        elif way.kind is WayKind.STRAIGHT:
            y = start.rect.y + start.rect.height / 2
            points = (Point(start.rect.right, y), Point(end.rect.x, y))
        else:
            points = self._corners(way, start.rect, end.rect)
        return LinkPath(
            link.id, link.kind, link.source, link.target, points, way.label, _label_place(points), _bounds(points)
        )

    def _corners(self, way: Way, source: Rect, target: Rect) -> tuple[Point, ...]:
        m = self._metrics
        start_x = source.x + source.width * self._share(
            way.link.source, "top" if way.leaves_top else "bottom", way, "out"
        )
        start_y = source.y if way.leaves_top else source.bottom
        share = self._share(way.link.target, way.enters, way, "in")
        end_y = target.y if way.enters == "top" else target.bottom
        if way.kind in (WayKind.DOWN, WayKind.UP):
            end_x, middle = target.x + target.width * share, (start_y + end_y) / 2
            return _tidy(Point(start_x, start_y), Point(start_x, middle), Point(end_x, middle), Point(end_x, end_y))
        # Above the first row tracks count upwards, elsewhere downwards: short links lie close to their steps.
        y = self._corridors[way.corridor] + way.track * m.track * (1 if way.corridor else -1)
        if way.enters == "left":
            gap_x = target.x - _ARROW_ROOM - (m.gap - _ARROW_ROOM - 2) * self._gap_share(way)
            end_y = target.y + target.height * (0.15 + 0.25 * share)
            return (
                Point(start_x, start_y), Point(start_x, y), Point(gap_x, y), Point(gap_x, end_y), Point(target.x, end_y)
            )  # fmt: skip
        end_x = target.x + target.width * share
        if way.kind is WayKind.ITSELF:
            reach = target.width * min(0.26 + 0.05 * way.track, 0.44)
            start_x, end_x = target.middle.x - reach, target.middle.x + reach
        return Point(start_x, start_y), Point(start_x, y), Point(end_x, y), Point(end_x, end_y)

    # ---- places along the edges of steps

    def _share(self, step_id: str, edge: str, way: Way, end: str) -> float:
        """Spread the links that touch one edge of a step, so that they do not start in one point."""
        found = self._ports.get((step_id, edge))
        if found is None:
            found = self._ports[step_id, edge] = self._spread(step_id, edge)
        return found[way.link.id, end]

    def _spread(self, step_id: str, edge: str) -> dict[_End, float]:
        places = self._plan.ground.places
        ends: list[tuple[float, str, str]] = []
        for link_id in self._plan.of_step[step_id]:
            way = self._plan.ways[link_id]
            if way.kind is WayKind.STRAIGHT:
                continue
            # Both ends of a link from a step to itself stand at the right of what goes straight up or down.
            lean = 0.1 if way.kind is WayKind.ITSELF else 0.0
            if way.link.source == step_id and edge == ("top" if way.leaves_top else "bottom"):
                ends.append((places[way.link.target].column + lean, link_id, "out"))
            if way.link.target == step_id and edge == way.enters:
                ends.append((places[way.link.source].column + 2 * lean, link_id, "in"))
        ends.sort()
        return {(link_id, end): (n + 1) / (len(ends) + 1) for n, (_, link_id, end) in enumerate(ends)}

    def _gap_share(self, way: Way) -> float:
        """Spread the links that go up or down in the gap between two columns."""
        column = self._plan.ground.places[way.link.target].column
        found = self._gaps.get(column)
        if found is None:
            found = self._gaps[column] = self._spread_in_gap(column)
        return found[way.link.id]

    def _spread_in_gap(self, column: int) -> dict[str, float]:
        plan, places = self._plan, self._plan.ground.places
        entering: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
        for step_id, _ in plan.ground.keys[column]:
            for link_id in plan.of_step.get(step_id, ()):
                way = plan.ways[link_id]
                if way.link.target == step_id and way.kind is WayKind.CORRIDOR and way.enters == "left":
                    entering[places[step_id].row, places[way.link.source].column].append(link_id)
        ids = [link_id for place in sorted(entering) for link_id in sorted(entering[place])]
        return {link_id: (number + 1) / (len(ids) + 1) for number, link_id in enumerate(ids)}


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
