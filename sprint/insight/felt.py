"""What citizens felt at a step: the middle of what they said, with how many said it."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
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
    return Felt(float(median(by_citizen.values())), tuple(sorted(by_citizen.values())))
