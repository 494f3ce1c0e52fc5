"""What a re-plan looks at: the days to come as plain minutes, without a document."""

from __future__ import annotations

from dataclasses import replace

from sprint.frozen import dataclass

Minutes = dict[str, int]


@dataclass(frozen=True)
class PlanBlock:
    """A block that is still to come; `least`, `minutes` and `most` are whole minutes, priority 1 carries the sprint.

    A movable block may be held on another day; lunch, breaks, energizers and rituals may not.
    """

    id: str
    title: str
    minutes: int
    least: int
    most: int
    priority: int = 1
    is_skippable: bool = False
    is_skipped: bool = False
    is_movable: bool = True
    is_rest: bool = False
    fixed_at: int | None = None

    @property
    def length(self) -> int:
        """The minutes it takes on the timetable."""
        return 0 if self.is_skipped else self.minutes


@dataclass(frozen=True)
class Unit:
    """Blocks that are held at the same time: mostly one, more when the group works in several rooms."""

    blocks: tuple[PlanBlock, ...]

    @property
    def active(self) -> tuple[PlanBlock, ...]:
        """The blocks that are held."""
        return tuple(block for block in self.blocks if not block.is_skipped)

    @property
    def minutes(self) -> int:
        """How long the unit takes: as long as its longest block."""
        return max((block.length for block in self.blocks), default=0)

    @property
    def least(self) -> int:
        """How short the unit may become."""
        return max((min(block.least, block.minutes) for block in self.active), default=0)

    @property
    def most(self) -> int:
        """How long the unit may become."""
        return max((max(block.most, block.minutes) for block in self.active), default=0)

    @property
    def priority(self) -> int:
        """The priority of its most important block."""
        return min((block.priority for block in self.active), default=3)

    @property
    def fixed_at(self) -> int | None:
        """When it starts and not at another time; None when it may move."""
        return next((block.fixed_at for block in self.active if block.fixed_at is not None), None)

    @property
    def can_drop(self) -> bool:
        """Whether all of it may be left out."""
        active = self.active
        return bool(active) and all(block.is_skippable for block in active) and self.fixed_at is None

    @property
    def can_move(self) -> bool:
        """Whether it may be held on another day."""
        active = self.active
        return bool(active) and all(block.is_movable for block in active) and self.fixed_at is None

    @property
    def title(self) -> str:
        """How people call it."""
        return " + ".join(block.title for block in self.active or self.blocks)

    def resized(self, minutes: int) -> Unit:
        """Return it with this length: shorter cuts what is longer, longer gives what may have it."""
        is_shorter = minutes < self.minutes

        def length(block: PlanBlock) -> int:
            if block.is_skipped:
                return block.minutes
            return min(block.minutes, minutes) if is_shorter else max(block.minutes, min(minutes, block.most))

        return Unit(tuple(replace(block, minutes=length(block)) for block in self.blocks))

    def skipped(self, skipped: bool = True) -> Unit:
        """Return it left out, or brought back."""
        return Unit(tuple(replace(block, is_skipped=skipped) for block in self.blocks))


@dataclass(frozen=True)
class PlanDay:
    """A day: what is to come in it may begin at `free_at`; as planned it would begin at `was_at` and be over at `end`.

    All in minutes since midnight. `lived_id` is the last block that was on the clock, "" when none was.
    """

    id: str
    free_at: int
    was_at: int
    end: int
    units: tuple[Unit, ...]
    lived_id: str = ""

    def with_units(self, units: tuple[Unit, ...]) -> PlanDay:
        """Return the day with other units."""
        return replace(self, units=units)

    @property
    def behind(self) -> int:
        """How many minutes later than planned the rest can begin; negative is time won."""
        return self.free_at - self.was_at


@dataclass(frozen=True)
class Plan:
    """What is to come: the rest of today, and the days after it."""

    days: tuple[PlanDay, ...]

    @property
    def today(self) -> PlanDay:
        """The day on which we are."""
        return self.days[0]

    @property
    def tomorrow(self) -> PlanDay | None:
        """The next day, or None on the last one."""
        return self.days[1] if len(self.days) > 1 else None


@dataclass(frozen=True)
class Stretch:
    """The units between two fixed points, and the minutes since midnight between which they must be held."""

    start: int
    end: int
    units: tuple[Unit, ...]

    @property
    def need(self) -> int:
        """The minutes the units ask."""
        return sum(unit.minutes for unit in self.units)

    @property
    def excess(self) -> int:
        """How many minutes too many there are; negative is room left."""
        return self.need - (self.end - self.start)


@dataclass(frozen=True)
class Placed:
    """A block on a timetable, in minutes since midnight."""

    day_id: str
    block_id: str
    start: int
    end: int


def stretches(day: PlanDay) -> list[Stretch]:
    """Cut a day at its fixed points; one that can no longer be reached in time binds nobody any more."""
    found: list[Stretch] = []
    start, units = day.free_at, list[Unit]()
    for unit in day.units:
        fixed = unit.fixed_at
        if fixed is not None and fixed >= start:
            found.append(Stretch(start, fixed, tuple(units)))
            start, units = fixed, []
        units.append(unit)
    return [*found, Stretch(start, max(day.end, start), tuple(units))]


def joined(parts: list[Stretch]) -> tuple[Unit, ...]:
    """Put the stretches of a day together again."""
    return tuple(unit for part in parts for unit in part.units)


def timetable(day: PlanDay) -> tuple[Placed, ...]:
    """Lay out what is to come of a day: in order, without overlap, fixed points not before their time."""
    now = day.free_at
    placed: list[Placed] = []
    for unit in day.units:
        start = now if unit.fixed_at is None else max(now, unit.fixed_at)
        placed += [Placed(day.id, block.id, start, start + block.length) for block in unit.blocks]
        now = max([now, *(start + block.length for block in unit.active)])
    return tuple(placed)


def end_of_day(day: PlanDay) -> int:
    """Return when a day is over, in minutes since midnight."""
    return max((place.end for place in timetable(day)), default=day.free_at)


def late_points(day: PlanDay) -> tuple[tuple[str, int], ...]:
    """Return the fixed points that cannot be kept, with how many minutes late each one is."""
    fixed = {block.id: block.fixed_at for unit in day.units for block in unit.active if block.fixed_at is not None}
    held = (place for place in timetable(day) if place.block_id in fixed)
    late = ((place.block_id, place.start - fixed[place.block_id]) for place in held)
    return tuple((block_id, minutes) for block_id, minutes in late if minutes > 0)
