"""The numbers of the standard instruments, each by its published formula."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sprint.insight.intervals import Interval, Net, adjusted_wald, net_share

SUS_ITEMS = 10
CSAT_TOP = 4
CES_TOP = 5
CES_FRIENDS, CES_CRITICS = 6, 3
SUCCESS_YES = 2


class Share(NamedTuple):
    """`people` of `n`, with the adjusted Wald interval of the share, 0 … 1."""

    people: int
    n: int
    interval: Interval


def share_of(people: int, n: int) -> Share | None:
    """Return a share with its interval, None when nobody answered."""
    return Share(people, n, adjusted_wald(people, n)) if n else None


def sus_score(answers: Sequence[int]) -> float:
    """Return the System Usability Scale score, 0 … 100 and no percentage (Brooke 1996).

    The ten answers (1 … 5) are as they were given: odd items count x − 1, even ones are turned round and count 5 − x,
    and the sum goes times 2.5. Raises ValueError unless there are ten answers from 1 to 5.
    """
    if len(answers) != SUS_ITEMS or not all(1 <= answer <= 5 for answer in answers):
        raise ValueError("SUS needs ten answers from 1 to 5")
    return 2.5 * sum(answer - 1 if place % 2 == 0 else 5 - answer for place, answer in enumerate(answers))


def csat(answers: Sequence[float]) -> Share | None:
    """Return the share of fours and fives on a scale of 1 … 5."""
    return share_of(sum(answer >= CSAT_TOP for answer in answers), len(answers))


def ces_top(answers: Sequence[float]) -> Share | None:
    """Return the share of 5, 6 and 7 on the scale of CES 2.0 (1 … 7)."""
    return share_of(sum(answer >= CES_TOP for answer in answers), len(answers))


def ces_net(answers: Sequence[float]) -> Net | None:
    """Return the share of 6 and 7 less that of 1, 2 and 3 (the third way of counting CES 2.0)."""
    return _net(answers, CES_FRIENDS, CES_CRITICS)


def success(answers: Sequence[float]) -> Share | None:
    """Return the share that finished the task (2); partly (1) does not count as done."""
    return share_of(sum(answer >= SUCCESS_YES for answer in answers), len(answers))


def as_hundred(mean: float, lowest: float, highest: float) -> float:
    """Return a mean on a scale as 0 … 100: (mean − lowest)/(highest − lowest) × 100; 5.6 on 1 … 7 is 76.7."""
    return (mean - lowest) / (highest - lowest) * 100


def _net(answers: Sequence[float], friends: float, critics: float) -> Net | None:
    if not answers:
        return None
    top = sum(answer >= friends for answer in answers)
    bottom = sum(answer <= critics for answer in answers)
    return net_share(top, bottom, len(answers))
