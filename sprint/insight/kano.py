"""Kano: what citizens take for granted, what they want more of, and what would delight them (method 5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import sqrt
from statistics import fmean, stdev
from typing import NamedTuple

FEWEST = 5
"""Below so many answers there is no category at all: only who chose what (method 5.10)."""
FEWEST_FIRM = 12
"""Below so many answers a category is indicative (method 5.10)."""
FEWEST_FONG = 20
"""Below so many answers the Fong test is not shown (method 12, check 18)."""
CLOSE_POINTS = 5
"""The two largest categories within so many percentage points: the one that matters more counts (method 5.5)."""
MUCH_DOUBT = 0.10
"""More contradictory or reverse answers than this ask for another question (method 5.5)."""
CENTRE = 2.0
"""Where the quadrants of the continuous view meet (method 5.7)."""


class Category(StrEnum):
    """What a feature is to a citizen, the most pressing first; the values are the letters of the field."""

    MUST = "M"
    ONE_DIMENSIONAL = "O"
    ATTRACTIVE = "A"
    INDIFFERENT = "I"
    REVERSE = "R"
    QUESTIONABLE = "Q"


_TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
_RANK = {category: rank for rank, category in enumerate(Category)}
_PRESENT = (4, 2, 0, -1, -2)
_ABSENT = (-2, -1, 0, 2, 4)


class Fong(NamedTuple):
    """The difference of the two largest counts, what it must reach, and whether it does."""

    difference: int
    needed: float
    is_significant: bool


class Point(NamedTuple):
    """The continuous view: means of both sides with their standard deviations (None for one answer), −2 … 4."""

    present: float
    absent: float
    present_spread: float | None
    absent_spread: float | None
    category: Category


class KanoResult(NamedTuple):
    """What the answers of a group say about one feature; below five answers only the counts are filled.

    `category` follows the rule M > O > A > I when the largest are close (`is_tie`), `mode` is the plainly largest.
    `better` and `worse` are None when nobody gave a firm answer. Strengths are shares of all answers.
    """

    n: int
    counts: dict[Category, int]
    category: Category | None
    mode: Category | None
    is_tie: bool
    better: float | None
    worse: float | None
    total_strength: float | None
    category_strength: float | None
    fong: Fong | None
    point: Point | None
    is_unclear: bool
    is_reversed: bool

    @property
    def is_raw(self) -> bool:
        """Whether there are too few answers for any category."""
        return self.n < FEWEST

    @property
    def is_indicative(self) -> bool:
        """Whether a category is no more than an indication."""
        return FEWEST <= self.n < FEWEST_FIRM


def classify(functional: int, dysfunctional: int) -> Category:
    """Return the category of a pair of answers, 1 (like) … 5 (dislike), with and without the feature.

    The evaluation table of Berger and others (1993), as Sauerwein and others (1996) print it; variants by Pouliot and
    Shahin exist. Raises ValueError for an answer that is not on the list.
    """
    if not (1 <= functional <= 5 and 1 <= dysfunctional <= 5):
        raise ValueError("a Kano answer is 1 to 5")
    return Category(_TABLE[functional - 1][dysfunctional - 1])


def continuous(functional: int, dysfunctional: int) -> tuple[int, int]:
    """Return the pair as numbers (with it, without it), −2 … 4 (DuMouchel, in Berger and others 1993)."""
    if not (1 <= functional <= 5 and 1 <= dysfunctional <= 5):
        raise ValueError("a Kano answer is 1 to 5")
    return _PRESENT[functional - 1], _ABSENT[dysfunctional - 1]


def better_worse(counts: dict[Category, int]) -> tuple[float, float] | None:
    """Return Better = (A+O)/(A+O+M+I) and Worse = −(O+M)/(A+O+M+I); None without any of the four.

    Berger and others (1993): how much the feature adds when it is there, and costs when it is not.
    """
    must, one, attractive, indifferent = (counts.get(category, 0) for category in list(Category)[:4])
    firm = must + one + attractive + indifferent
    return ((attractive + one) / firm, -(one + must) / firm) if firm else None


def fong_test(a: int, b: int, n: int) -> Fong:
    """Test whether the two largest counts differ: |a − b| ≥ 1.65·√((a + b)(2n − a − b)/(2n)) (Fong 1996).

    Raises ValueError for counts that do not fit in `n`.
    """
    if n <= 0 or a < 0 or b < 0 or a + b > n:
        raise ValueError("counts must fit in n")
    needed = 1.65 * sqrt((a + b) * (2 * n - a - b) / (2 * n))
    return Fong(abs(a - b), needed, abs(a - b) >= needed)


def chosen_category(counts: dict[Category, int]) -> tuple[Category, Category, bool]:
    """Return the category, the plain mode, and whether the rule of the close ones decided.

    Of all that come within five percentage points of the largest, the first of M > O > A > I counts (Matzler and
    others 1996). Raises ValueError without answers.
    """
    n = sum(counts.values())
    if n == 0:
        raise ValueError("no answers")
    ranked = sorted(Category, key=lambda category: (-counts.get(category, 0), _RANK[category]))
    mode = ranked[0]
    # In whole numbers, so that exactly five points are close and no rounding decides.
    near = [one for one in ranked if (counts.get(mode, 0) - counts.get(one, 0)) * 100 <= CLOSE_POINTS * n]
    near = [one for one in near if counts.get(one, 0)]
    return min(near, key=_RANK.__getitem__), mode, len(near) > 1


def result_of_counts(counts: dict[Category, int], pairs: Sequence[tuple[int, int]] = ()) -> KanoResult:
    """Return the result of counted categories; `pairs` of answers add the continuous view."""
    full = {category: counts.get(category, 0) for category in Category}
    n = sum(full.values())
    if n < FEWEST:
        return KanoResult(n, full, None, None, False, None, None, None, None, None, None, False, False)
    category, mode, is_tie = chosen_category(full)
    first, second = sorted(full.values(), reverse=True)[:2]
    coefficients = better_worse(full)
    wanted = full[Category.MUST] + full[Category.ONE_DIMENSIONAL] + full[Category.ATTRACTIVE]
    return KanoResult(
        n=n,
        counts=full,
        category=category,
        mode=mode,
        is_tie=is_tie,
        better=coefficients[0] if coefficients else None,
        worse=coefficients[1] if coefficients else None,
        total_strength=wanted / n,
        category_strength=(first - second) / n,
        fong=fong_test(first, second, n) if n >= FEWEST_FONG else None,
        point=_point(pairs) if pairs else None,
        is_unclear=full[Category.QUESTIONABLE] > MUCH_DOUBT * n,
        is_reversed=full[Category.REVERSE] > MUCH_DOUBT * n,
    )


def result_of(pairs: Iterable[tuple[int, int]]) -> KanoResult:
    """Return the result of pairs of answers (with the feature, without it), each 1 … 5."""
    found = list(pairs)
    counts: dict[Category, int] = {}
    for pair in found:
        category = classify(*pair)
        counts[category] = counts.get(category, 0) + 1
    return result_of_counts(counts, found)


def quadrant(present: float, absent: float) -> Category:
    """Return the category of a point of the continuous view; a point on a line belongs to the lower side."""
    if present > CENTRE:
        return Category.ONE_DIMENSIONAL if absent > CENTRE else Category.ATTRACTIVE
    return Category.MUST if absent > CENTRE else Category.INDIFFERENT


def _point(pairs: Sequence[tuple[int, int]]) -> Point:
    present, absent = zip(*(continuous(*pair) for pair in pairs), strict=True)
    mean_present, mean_absent = fmean(present), fmean(absent)
    is_one = len(pairs) == 1
    return Point(
        mean_present,
        mean_absent,
        None if is_one else stdev(present),
        None if is_one else stdev(absent),
        quadrant(mean_present, mean_absent),
    )
