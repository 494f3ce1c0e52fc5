"""What is on the board and where, found quickly for any part of it. Holds a laid-out board, owns nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from canvas.lens import PLAIN
from sprint.document import Document
from sprint.layout import Board, Column, LinkPath, Point, Rect

_FAR_LINK = 48  # columns; links longer than this are looked at for every part of the board


class Segment(NamedTuple):
    """A piece of an emotion curve between two neighbouring points, on a row of steps."""

    start: Point
    end: Point
    row: int


class Scene:
    """The current board with an index of its links and curves, and feelings that are being dragged."""

    def __init__(self, document: Document, board: Board, before: Scene | None = None) -> None:
        self.document = document
        self.board = board
        self._feelings: dict[str, int] = {}
        self._links: dict[int, list[LinkPath]] = {}
        self._far_links: list[LinkPath] = []
        self._links_of: dict[str, list[LinkPath]] = {}
        if before is not None and before.board.links is board.links:
            self._links, self._far_links, self._links_of = before._links, before._far_links, before._links_of
        else:
            for link in board.links.values():
                self._index_link(link)
        self._pinned = [column for column in board.columns if any(step.is_pinned for step in column.steps)]
        self.lens = PLAIN
        self._curves: list[tuple[list[float], list[str]]] = []
        self._felt_curves: list[tuple[list[float], list[str]]] = []
        self._index_curves()

    def _index_link(self, link: LinkPath) -> None:
        first = self.board.column_at(link.bounds.x)
        last = self.board.column_at(link.bounds.right)
        if last - first > _FAR_LINK:
            self._far_links.append(link)
        else:
            for column in range(first, last + 1):
                self._links.setdefault(column, []).append(link)
        self._links_of.setdefault(link.source, []).append(link)
        if link.target != link.source:
            self._links_of.setdefault(link.target, []).append(link)

    def _index_curves(self) -> None:
        for curve in self.board.emotion.curves:
            xs: list[float] = []
            for step_id in curve:
                point = self.point(step_id)
                xs.append(point.x if point is not None else 0.0)
            self._curves.append((xs, list(curve)))
        for curve in self.board.emotion.felt_curves:
            points = [self.board.steps[step_id].felt_point for step_id in curve]
            self._felt_curves.append(([point.x for point in points if point is not None], list(curve)))

    # ---- parts

    def columns_in(self, area: Rect) -> tuple[Column, ...]:
        """Give the columns that a part of the board touches."""
        if not self.board.columns:
            return ()
        first = self.board.column_at(area.x - self.board.metrics.gap)
        last = self.board.column_at(area.right + self.board.metrics.gap)
        found = self.board.columns[first : last + 1]
        if not self._pinned:
            return found
        here = {id(column) for column in found}
        near = (
            column
            for column in self._pinned
            if id(column) in here or any(step.is_pinned and step.rect.grown(4).meets(area) for step in column.steps)
        )
        # Those with a pinned step come last, so that it lies on top of its neighbours.
        pinned = tuple(near)
        on_top = {id(column) for column in pinned}
        return (*(column for column in found if id(column) not in on_top), *pinned)

    def links_in(self, area: Rect) -> Iterator[LinkPath]:
        """Yield the links of which some part may lie in this part of the board."""
        seen: set[str] = set()
        first, last = self.board.column_at(area.x), self.board.column_at(area.right)
        for column in range(first, last + 1):
            for link in self._links.get(column, ()):
                if link.id not in seen and link.bounds.meets(area):
                    seen.add(link.id)
                    yield link
        yield from (link for link in self._far_links if link.bounds.meets(area))

    def links_of(self, step_id: str) -> list[LinkPath]:
        """Give the links that start or end at a step."""
        return self._links_of.get(step_id, [])

    def segments_in(self, left: float, right: float) -> Iterator[Segment]:
        """Yield the pieces of the emotion curves between two places from left to right."""
        for xs, ids in self._curves:
            first = max(0, bisect_left(xs, left) - 1)
            last = min(len(xs) - 1, bisect_right(xs, right))
            for number in range(first, last):
                start, end = self.point(ids[number]), self.point(ids[number + 1])
                if start is not None and end is not None:
                    yield Segment(start, end, self.board.steps[ids[number]].row)

    def felt_segments_in(self, left: float, right: float) -> Iterator[Segment]:
        """Yield the pieces of what citizens said between two places from left to right."""
        for xs, ids in self._felt_curves:
            first = max(0, bisect_left(xs, left) - 1)
            last = min(len(xs) - 1, bisect_right(xs, right))
            for number in range(first, last):
                one, other = self.board.steps[ids[number]], self.board.steps[ids[number + 1]]
                if one.felt_point is not None and other.felt_point is not None:
                    yield Segment(one.felt_point, other.felt_point, one.row)

    def area_of(self, step_id: str) -> Rect:
        """Give the part of the board in which a step, its marks and its cards are drawn."""
        box = self.board.steps.get(step_id)
        if box is None:
            return Rect(0, 0, 0, 0)
        column = Rect(self.board.columns[box.column].x, 0, self.board.metrics.column, self.board.height)
        return column.united(box.rect).grown(30)

    # ---- feelings, also while one is dragged

    def point(self, step_id: str) -> Point | None:
        """Give the place of a step on the curve, None when the team does not know what is felt there."""
        box = self.board.steps.get(step_id)
        if box is None:
            return None
        value = self._feelings.get(step_id)
        if value is None:
            return box.point
        return Point(box.point.x if box.point else box.rect.middle.x, self.board.emotion.y_of(value))

    def feeling(self, step_id: str) -> int | None:
        """Give the feeling of a step as it is drawn."""
        point = self.point(step_id)
        return None if point is None else self.board.emotion.feeling_at(point.y)

    def lift_feeling(self, step_id: str, value: int | None) -> Rect:
        """Draw another feeling while it is dragged (None ends that); returns what must be painted again."""
        if value is None:
            self._feelings.pop(step_id, None)
        else:
            self._feelings[step_id] = value
        return self.curve_area(step_id)

    def curve_area(self, step_id: str) -> Rect:
        """Give the part of the emotion band between the points left and right of a step."""
        band = self.board.emotion.rect
        box = self.board.steps.get(step_id)
        if box is None:
            return Rect(0, 0, 0, 0)
        left, right = box.rect.x, box.rect.right
        for xs, ids in (*self._curves, *self._felt_curves):
            if step_id in ids:
                number = ids.index(step_id)
                left = min(left, xs[max(0, number - 1)])
                right = max(right, xs[min(len(xs) - 1, number + 1)])
        return Rect(left - 24, band.y, right - left + 48, band.height)
