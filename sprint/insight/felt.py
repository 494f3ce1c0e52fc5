"""What citizens felt at a step: the middle of what they said, with how many said it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sprint.records import Observation

ENOUGH = 5
"""From so many citizens on the median stands alone; below it every single answer is shown as well."""


class Felt(NamedTuple):
    """The median of what citizens felt, −3 … +3, and the answers in rising order; `len(values)` is n."""

    median: float
    values: tuple[int, ...]


def felt_by(remarks: Iterable[Observation]) -> Felt | None:
    """Summarise the feelings in the remarks at one step, None when nobody gave one.

    Every citizen counts once, with the last answer; answers without a citizen count one by one. The valence of a remark
    is no feeling: it says whether words were kind, not how deep the dip was.
    """
    by_citizen: dict[str, int] = {}
    for remark in sorted(remarks, key=lambda remark: (remark.order, remark.id)):
        if remark.feeling is not None:
            by_citizen[remark.participant_id or f"alone {remark.id}"] = remark.feeling
    if not by_citizen:
        return None
    return _felt(sorted(by_citizen.values()))


def _felt(values: list[int]) -> Felt:
    """Take the middle of sorted answers, or the mean of the two middle ones."""
    middle = len(values) // 2
    median = float(values[middle]) if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
    return Felt(median, tuple(values))
