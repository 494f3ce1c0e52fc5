"""Making a stretch of the day fit: shorter, longer, or with something left out. Whole minutes, exact."""

from __future__ import annotations

from heapq import heapify, heappop, heapreplace

from sprint.programme.replan_model import Stretch, Unit

_FINE = 1_000_000  # shares are compared as whole numbers
_WEIGHTS = {1: 10**12, 2: 10**8, 3: 10**4}  # one more important exercise weighs more than all less important ones


def shrink(stretch: Stretch, minutes: int) -> Stretch:
    """Take `minutes` away in proportion to what each unit has, none below its least; takes less when there is less.

    Minute by minute, from the unit that is furthest from its share (the divisor method of Webster): taking more never
    gives a unit a minute back, which the largest remainder cannot promise.
    """
    lengths = [unit.minutes for unit in stretch.units]
    least = [unit.least for unit in stretch.units]
    heap = [_shrink_row(lengths, place, length) for place, length in enumerate(lengths) if length > least[place]]
    heapify(heap)
    left = minutes
    now = list(lengths)
    while left > 0 and heap:
        place = -heap[0][1]
        now[place] -= 1
        left -= 1
        if now[place] > least[place]:
            heapreplace(heap, _shrink_row(lengths, place, now[place]))
        else:
            heappop(heap)
    return _resized(stretch, now)


def _shrink_row(lengths: list[int], place: int, now: int) -> tuple[int, int]:
    return -((2 * now - 1) * _FINE // lengths[place]), -place


def grow(stretch: Stretch, minutes: int) -> Stretch:
    """Give `minutes` away in proportion to what each unit has, none above its most; gives less when nobody may have it.

    What people rest does not grow: a longer break is what remains when nothing is changed.
    """
    units = stretch.units
    lengths = [unit.minutes for unit in units]
    most = [0 if any(block.is_rest for block in unit.active) else unit.most for unit in units]
    heap = [_grow_row(lengths, place, length) for place, length in enumerate(lengths) if 0 < length < most[place]]
    heapify(heap)
    left = minutes
    now = list(lengths)
    while left > 0 and heap:
        place = heap[0][1]
        now[place] += 1
        left -= 1
        if now[place] < most[place]:
            heapreplace(heap, _grow_row(lengths, place, now[place]))
        else:
            heappop(heap)
    return _resized(stretch, now)


def _grow_row(lengths: list[int], place: int, now: int) -> tuple[int, int]:
    return (2 * now + 1) * _FINE // lengths[place], place


def _resized(stretch: Stretch, lengths: list[int]) -> Stretch:
    pairs = zip(stretch.units, lengths, strict=True)
    units = tuple(unit if unit.minutes == length else unit.resized(length) for unit, length in pairs)
    return Stretch(stretch.start, stretch.end, units)


def least_to_drop(units: tuple[Unit, ...], minutes: int) -> tuple[int, ...]:
    """Return the places of the units to leave out so that at least `minutes` come free; all of them when too few.

    The best choice, not the first: nothing of a higher priority than needed, then as few as possible, then as few
    minutes as possible. The order of choices does not depend on `minutes`, so more overrun never frees less.
    """
    if minutes <= 0:
        return ()
    droppable = [place for place, unit in enumerate(units) if unit.can_drop and unit.minutes > 0]
    if sum(units[place].minutes for place in droppable) <= minutes:
        return tuple(droppable)
    best: dict[int, tuple[int, int]] = {0: (0, 0)}  # minutes freed (capped) -> cost, chosen places as bits
    for place in droppable:
        length = units[place].minutes
        cost = _WEIGHTS.get(units[place].priority, _WEIGHTS[3]) + length
        for freed, (spent, chosen) in list(best.items()):
            total = min(minutes, freed + length)
            rival = (spent + cost, chosen | 1 << place)
            if total not in best or rival < best[total]:
                best[total] = rival
    chosen = best[minutes][1]
    return tuple(place for place in droppable if chosen >> place & 1)


def without(stretch: Stretch, places: tuple[int, ...]) -> Stretch:
    """Return the stretch with the units at these places left out."""
    units = tuple(unit.skipped() if place in places else unit for place, unit in enumerate(stretch.units))
    return Stretch(stretch.start, stretch.end, units)
