"""Places in a row: whole numbers with room between them, so that a move changes one record and not its neighbours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar, runtime_checkable

from sprint.diff import Change

GAP = 1_024


@runtime_checkable
class Ordered(Protocol):
    """A record that has a place among its siblings."""

    @property
    def id(self) -> str:
        """The id of the record."""

    @property
    def order(self) -> int:
        """The place among the siblings."""


O = TypeVar("O", bound=Ordered)  # noqa: E741 - the letter of the protocol


def last_place(siblings: Sequence[Ordered]) -> int:
    """Return a place after all siblings."""
    return max((sibling.order for sibling in siblings), default=-GAP) + GAP


def index_before(siblings: Sequence[Ordered], before: str) -> int:
    """Return the index of the sibling `before`, or the end of the row when there is none."""
    return next((index for index, sibling in enumerate(siblings) if sibling.id == before), len(siblings))


def still_before(siblings: Sequence[Ordered], before: str, moving: Collection[str]) -> str:
    """Return `before`, or when that one moves along, the first sibling behind it that stays ("" at the end)."""
    behind = siblings[index_before(siblings, before) :]
    return next((sibling.id for sibling in behind if sibling.id not in moving), "")


def places(siblings: Sequence[O], index: int, count: int) -> tuple[list[int], list[tuple[O, O]]]:
    """Return `count` places at `index` of the sorted siblings, and the siblings that must make room (before, after)."""
    low = siblings[index - 1].order if index > 0 else None
    high = siblings[index].order if index < len(siblings) else None
    if high is None:
        start = -GAP if low is None else low
        return [start + GAP * (number + 1) for number in range(count)], []
    if low is None:
        low = high - GAP * (count + 1)
    step = (high - low) // (count + 1)
    if step > 0:
        return [low + step * (number + 1) for number in range(count)], []
    renumbered = [rank + (count if rank >= index else 0) for rank in range(len(siblings))]
    room = [
        (sibling, replace(sibling, order=rank * GAP))  # type: ignore[type-var]  # records are dataclasses
        for sibling, rank in zip(siblings, renumbered, strict=True)
    ]
    return [(index + number) * GAP for number in range(count)], room


def merged(changes: Sequence[Change], more: Sequence[Change]) -> list[Change]:
    """Join two lists of changes; a record that is in both keeps its first `before` and its last `after`."""
    found: dict[str, Change] = {}
    for before, after in [*changes, *more]:
        record = after if after is not None else before
        if record is not None:
            found[record.id] = (found[record.id][0] if record.id in found else before, after)
    return list(found.values())
