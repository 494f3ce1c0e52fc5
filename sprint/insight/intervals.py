"""How sure a small number of answers is: intervals for shares, means, medians and differences, in plain Python.

All intervals are two-sided with 95 % confidence unless told otherwise. They speak about people like those who were
asked; nobody of ours was drawn at random, so they show the least uncertainty there is, never all of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import ceil, exp, inf, lgamma, log, log1p, sqrt
from statistics import NormalDist, fmean, stdev
from typing import NamedTuple

CONFIDENCE = 0.95
BOOTSTRAP_ROUNDS = 2_000
_TINY = 1e-300
_PRECISION = 1e-14


class Interval(NamedTuple):
    """The lower and the upper bound."""

    low: float
    high: float

    @property
    def holds_zero(self) -> bool:
        """Whether no difference at all is among the possibilities."""
        return self.low <= 0 <= self.high


class Difference(NamedTuple):
    """The second group less the first, with its interval; only together do they say something."""

    value: float
    interval: Interval


def z_quantile(confidence: float = CONFIDENCE) -> float:
    """Return z of the normal distribution for a two-sided confidence: 1.96 for .95."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def adjusted_wald(x: int, n: int, confidence: float = CONFIDENCE) -> Interval:
    """Return the interval of the share `x` of `n`, as fractions 0 … 1.

    Agresti and Coull (1998), recommended for small tests by Sauro and Lewis (2005): with n̂ = n + z² and
    p̃ = (x + z²/2) / n̂ it is p̃ ± z·√(p̃(1 − p̃)/n̂), cut at 0 and 1. Raises ValueError unless 0 ≤ x ≤ n and n > 0.
    """
    if not 0 <= x <= n or n <= 0:
        raise ValueError("a share needs 0 <= x <= n and n > 0")
    z = z_quantile(confidence)
    larger = n + z * z
    centre = (x + z * z / 2) / larger
    half = z * sqrt(centre * (1 - centre) / larger)
    return Interval(max(0.0, centre - half), min(1.0, centre + half))


@lru_cache(maxsize=256)
def t_quantile(df: float, confidence: float = CONFIDENCE) -> float:
    """Return Student's t for a two-sided confidence with `df` degrees of freedom: 2.7764 for .95 and 4.

    The probability outside ±t is I_x(df/2, 1/2) with x = df/(df + t²) (Abramowitz and Stegun 26.7.1); halving finds
    the t where that is 1 − confidence. Raises ValueError for no degrees of freedom.
    """
    if df <= 0:
        raise ValueError("t needs degrees of freedom")
    outside = 1 - confidence
    low, high = 0.0, 1.0
    while _outside(high, df) > outside:
        low, high = high, high * 2
    while low < (middle := (low + high) / 2) < high:
        if _outside(middle, df) > outside:
            low = middle
        else:
            high = middle
    return middle


def _outside(t: float, df: float) -> float:
    return _incomplete_beta(df / (df + t * t), df / 2, 0.5)


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    # Evaluated from the front as Lentz (1976) and Thompson and Barnett (1986) do.
    fraction, c, d = 1.0, 1.0, 0.0
    for term in range(500):
        half = term // 2
        if term == 0:
            factor = 1.0
        elif term % 2:
            factor = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            factor = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        d = 1 / _not_zero(1 + factor * d)
        c = _not_zero(1 + factor / c)
        fraction *= c * d
        if abs(1 - c * d) < _PRECISION:
            break
    return front * (fraction - 1)


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def mean_interval(
    values: Sequence[float], lowest: float = -inf, highest: float = inf, confidence: float = CONFIDENCE
) -> Interval | None:
    """Return mean ± t(n − 1)·s/√n, cut to the scale (Student 1908); None below two values.

    For answers on a scale the cut matters: a mean of 5.6 ± 1.4 on 1 … 7 cannot be more than 7.
    """
    if len(values) < 2:
        return None
    centre = fmean(values)
    half = t_quantile(len(values) - 1, confidence) * stdev(values) / sqrt(len(values))
    return Interval(max(lowest, centre - half), min(highest, centre + half))


def bootstrap(
    values: Sequence[float],
    statistic: Callable[[Sequence[float]], float],
    *,
    seed: int = 1,
    rounds: int = BOOTSTRAP_ROUNDS,
    confidence: float = CONFIDENCE,
) -> Interval | None:
    """Return the percentile bootstrap interval of any statistic (Efron 1979); None below two values.

    For what neither of the formulas fits, such as a median. The same values and seed give the same interval.
    """
    if len(values) < 2:
        return None
    source = random.Random(seed)
    ordered = sorted(values)
    found = sorted(statistic(source.choices(ordered, k=len(ordered))) for _ in range(rounds))
    edge = (1 - confidence) / 2
    low = int(edge * rounds)
    high = min(rounds - 1, ceil((1 - edge) * rounds) - 1)
    return Interval(found[low], found[high])


def median(values: Sequence[float]) -> float:
    """Return the middle value, or the mean of the two middle ones; raises ValueError when there are none."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    middle = len(ordered) // 2
    return float(ordered[middle]) if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def geometric_mean(values: Sequence[float]) -> float:
    """Return exp of the mean of the logarithms: the typical time of a task with few people (Sauro and Lewis 2010).

    Raises ValueError when there are no values or one is not above zero.
    """
    if not values or min(values) <= 0:
        raise ValueError("a geometric mean needs values above zero")
    return exp(fmean([log(value) for value in values]))


def geometric_interval(values: Sequence[float], confidence: float = CONFIDENCE) -> Interval | None:
    """Return the t-interval of the logarithms, taken back to minutes (Sauro and Lewis 2010); None below two values."""
    found = mean_interval([log(value) for value in values], confidence=confidence)
    return None if found is None else Interval(exp(found.low), exp(found.high))


def difference_of_means(
    first: Sequence[float], second: Sequence[float], confidence: float = CONFIDENCE
) -> Difference | None:
    """Return the mean of the second less that of the first, with Welch's interval (1947); None below two values each.

    Two groups without any spread have no interval to compute and give the bare difference as both bounds.
    """
    if len(first) < 2 or len(second) < 2:
        return None
    value = fmean(second) - fmean(first)
    a, b = stdev(first) ** 2 / len(first), stdev(second) ** 2 / len(second)
    if a + b == 0:
        return Difference(value, Interval(value, value))
    df = (a + b) ** 2 / (a * a / (len(first) - 1) + b * b / (len(second) - 1))
    half = t_quantile(df, confidence) * sqrt(a + b)
    return Difference(value, Interval(value - half, value + half))


def difference_of_pairs(
    before: Sequence[float], after: Sequence[float], confidence: float = CONFIDENCE
) -> Difference | None:
    """Return the mean change of the same people, with the t-interval of their differences; None below two pairs.

    Raises ValueError when the two are not equally long.
    """
    changes = [later - earlier for earlier, later in zip(before, after, strict=True)]
    found = mean_interval(changes, confidence=confidence)
    return None if found is None else Difference(fmean(changes), found)


class Net(NamedTuple):
    """A share of friends less a share of critics, as fractions −1 … 1, with its standard error."""

    value: float
    standard_error: float
    interval: Interval


def net_share(top: int, bottom: int, n: int, confidence: float = CONFIDENCE) -> Net:
    """Return the share of the top answers less that of the bottom ones.

    Variance [p(1 − p) + d(1 − d) + 2pd]/n (method 6.2). With few people the interval is as wide as the scale; it is
    cut at −1 and 1. Raises ValueError for impossible counts.
    """
    if n <= 0 or top < 0 or bottom < 0 or top + bottom > n:
        raise ValueError("a net share needs counts that fit in n")
    p, d = top / n, bottom / n
    error = sqrt((p * (1 - p) + d * (1 - d) + 2 * p * d) / n)
    half = z_quantile(confidence) * error
    return Net(p - d, error, Interval(max(-1.0, p - d - half), min(1.0, p - d + half)))
