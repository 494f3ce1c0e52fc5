"""Where things stand on the timetable: minutes and pixels, days and columns, and the place under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from sprint.frozen import dataclass
from ui.planner.plan_view import BlockView, DayView, PlanView

AXIS = 48
GAP = 10
NARROWEST = 132
TOP = 8
BOTTOM = 16
READABLE = 2.6
"""Pixels for a minute at which a block of five minutes can still carry its name."""
SKIPPED_ROW = 28
SKIPPED_HEAD = 30
_HOUR = 60
_INSET = 3
_THIN = 20


@dataclass(frozen=True)
class DropPlace:
    """Where a dragged block would land: a day, the block it comes before ("" at the end), and the minute it starts."""

    day_id: str
    before: str
    minute: int


@dataclass(frozen=True)
class TimetableGeometry:
    """The measure of one timetable: `first` and `last` are minutes since midnight on whole hours."""

    plan: PlanView
    width: float
    per_minute: float
    first: int
    last: int

    @classmethod
    def of(cls, plan: PlanView, width: float, per_minute: float) -> TimetableGeometry:
        """Measure a plan for the room there is."""
        starts = [min([day.start, *(block.start for block in day.held)]) for day in plan.days] or [9 * _HOUR]
        ends = [max(day.end, day.closes or 0, day.start + _HOUR) for day in plan.days] or [17 * _HOUR]
        first = min(starts) // _HOUR * _HOUR
        return cls(plan, width, per_minute, first, max(-(-max(ends) // _HOUR) * _HOUR, first + _HOUR))

    @property
    def column(self) -> float:
        """How wide a day is, with the gap behind it."""
        count = max(1, len(self.plan.days))
        return max(NARROWEST + GAP, (self.width - AXIS) / count)

    @property
    def whole_width(self) -> int:
        """How wide everything is."""
        return int(AXIS + self.column * max(1, len(self.plan.days)))

    @property
    def bottom(self) -> float:
        """Where the time ends and what is skipped begins."""
        return self.y(self.last) + BOTTOM

    @property
    def whole_height(self) -> int:
        """How high everything is, with what is skipped below the days."""
        most = max((len(day.skipped) for day in self.plan.days), default=0)
        return int(self.bottom + (SKIPPED_HEAD + most * SKIPPED_ROW + TOP if most else 0))

    def y(self, minute: float) -> float:
        """Give the height of a time of day."""
        return TOP + (minute - self.first) * self.per_minute

    def x(self, place: int) -> float:
        """Give the left side of a day."""
        return AXIS + place * self.column

    def day_rect(self, place: int) -> QRectF:
        """Give the ground of a day."""
        top = self.y(self.first)
        return QRectF(self.x(place), top, self.column - GAP, self.y(self.last) - top)

    def block_rect(self, place: int, block: BlockView) -> QRectF:
        """Give where a block of the day at `place` stands; one that is skipped stands below the day."""
        left, wide = self.x(place) + _INSET, self.column - GAP - 2 * _INSET
        if block.is_skipped:
            row = self.plan.days[place].skipped.index(block)
            return QRectF(left, self.bottom + SKIPPED_HEAD + row * SKIPPED_ROW, wide, SKIPPED_ROW - 4)
        lane = wide / block.lanes
        whole = (block.end - block.start) * self.per_minute
        high = max(6.0, whole - (1 if whole < _THIN else 2))
        gap = 2 if block.lane else 0
        return QRectF(left + lane * block.lane + gap, self.y(block.start) + 1, lane - gap, high)

    def minutes(self, pixels: float) -> float:
        """Give how many minutes so many pixels are."""
        return pixels / self.per_minute

    def day_at(self, x: float) -> int:
        """Give the place of the day at or nearest to `x`."""
        return max(0, min(len(self.plan.days) - 1, int((x - AXIS) // self.column)))

    def drop_at(self, point: QPointF, moving: str) -> DropPlace | None:
        """Say where the block `moving` would land when it is let go at `point`."""
        if not self.plan.days:
            return None
        day = self.plan.days[self.day_at(point.x())]
        heads = [block for block in day.held if not block.lane and block.id != moving]
        minute = day.start
        for block in heads:
            if point.y() < self.y((block.start + block.end) / 2):
                return DropPlace(day.id, block.id, block.start)
            minute = max([minute, *(other.end for other in day.held if other.start == block.start)])
        return DropPlace(day.id, "", minute)


def neighbour(day: DayView, block_id: str, step: int) -> BlockView | None:
    """Give the block before (−1) or after (+1) another one in its day."""
    place = next((place for place, block in enumerate(day.blocks) if block.id == block_id), -1) + step
    return day.blocks[place] if 0 <= place < len(day.blocks) else None


def nearest(day: DayView, minute: int) -> BlockView | None:
    """Give the block of a day that is held at a time of day, or the one nearest to it."""
    return min(day.held, key=lambda block: abs(block.start - minute), default=None)
