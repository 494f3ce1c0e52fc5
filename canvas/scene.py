"""What is on the board and where, for any part of it. Holds a laid-out board, owns nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from canvas.lens import PLAIN
from sprint.document import Document
from sprint.layout import Board, Column, LinkPath, Point, Rect


class Segment(NamedTuple):
    """A piece of an emotion curve between two neighbouring points, on a row of steps."""

    start: Point
    end: Point
    row: int


class Scene:
    """The current board, and feelings that are being dragged."""

    def __init__(self, document: Document, board: Board) -> None:
        self.document = document
        self.board = board
        self._feelings: dict[str, int] = {}
        self.lens = PLAIN

    # ---- parts

    def columns_in(self, area: Rect) -> tuple[Column, ...]:
        """Give the columns that a part of the board touches."""
        if not self.board.columns:
            return ()
        first = self.board.column_at(area.x - self.board.metrics.gap)
        last = self.board.column_at(area.right + self.board.metrics.gap)
        found = self.board.columns[first : last + 1]
        if not self.board.pinned:
            return found
        near = [
            number
            for number in self.board.pinned
            if first <= number <= last
            or any(step.is_pinned and step.rect.grown(4).meets(area) for step in self.board.columns[number].steps)
        ]
        # Those with a pinned step come last, so that it lies on top of its neighbours.
        below = (column for number, column in enumerate(found, first) if number not in near)
        return (*below, *(self.board.columns[number] for number in near))

    def links_in(self, area: Rect) -> Iterator[LinkPath]:
        """Yield the links of which some part may lie in this part of the board."""
        first, last = self.board.column_at(area.x), self.board.column_at(area.right)
        return (link for link in self.board.links.over(first, last) if link.bounds.meets(area))

    def links_of(self, step_id: str) -> list[LinkPath]:
        """Give the links that start or end at a step."""
        return self.board.links.of_step(step_id)

    def segments_in(self, left: float, right: float) -> Iterator[Segment]:
        """Yield the pieces of the emotion curves between two places from left to right."""
        band = self.board.emotion
        for one, other in self._pairs(band.curves, band.curve_columns, left, right):
            start, end = self.point(one), self.point(other)
            if start is not None and end is not None:
                yield Segment(start, end, self.board.steps[one].row)

    def felt_segments_in(self, left: float, right: float) -> Iterator[Segment]:
        """Yield the pieces of what citizens said between two places from left to right."""
        band = self.board.emotion
        for one, other in self._pairs(band.felt_curves, band.felt_columns, left, right):
            start, end = self.board.steps[one], self.board.steps[other]
            if start.felt_point is not None and end.felt_point is not None:
                yield Segment(start.felt_point, end.felt_point, start.row)

    def _pairs(
        self, curves: Sequence[Sequence[str]], columns: Sequence[Sequence[int]], left: float, right: float
    ) -> Iterator[tuple[str, str]]:
        """Yield the steps that follow each other on a curve, from the one before `left` to the one after `right`."""
        low, high = self.board.column_at(left), self.board.column_at(right)
        for ids, numbers in zip(curves, columns, strict=True):
            first = max(0, bisect_left(numbers, low) - 1)
            last = min(len(ids) - 1, bisect_right(numbers, high))
            for place in range(first, last):
                yield ids[place], ids[place + 1]

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
        board, number = self.board, box.column
        left = right = number
        curves = (*self.board.emotion.curve_columns, *self.board.emotion.felt_columns)
        for numbers in curves:
            place = bisect_left(numbers, number)
            if place < len(numbers) and numbers[place] == number:
                left = min(left, numbers[max(0, place - 1)])
                right = max(right, numbers[min(len(numbers) - 1, place + 1)])
        start, end = board.left + left * board.pitch, board.left + right * board.pitch + board.metrics.column
        return Rect(start - 24, band.y, end - start + 48, band.height)
