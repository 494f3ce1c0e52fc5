"""Shares, means, medians and differences: the published numbers, and that no interval promises more than it can."""

from __future__ import annotations

import random
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.insight import scores
from sprint.insight.discovery import found_share
from sprint.insight.intervals import (
    adjusted_wald,
    bootstrap,
    difference_of_means,
    difference_of_pairs,
    geometric_mean,
    mean_interval,
    median,
    net_share,
    t_quantile,
)

WALD = {
    (3, 5): (23, 88), (5, 5): (51, 100), (0, 5): (0, 49), (7, 8): (51, 100), (8, 10): (48, 95), (6, 15): (20, 64),
    (0, 3): (0, 62), (1, 3): (6, 80), (2, 3): (20, 94), (3, 3): (38, 100), (2, 4): (15, 85), (4, 4): (45, 100),
    (1, 6): (1, 58), (4, 6): (30, 91), (4, 8): (22, 78), (8, 8): (63, 100), (10, 10): (68, 100), (12, 15): (54, 94),
}  # fmt: skip
"""Per cent of 95 % intervals (method 6.6 and 14)."""
FOUND = {
    0.05: (14, 19, 23, 26, 34, 40, 54),
    0.10: (27, 34, 41, 47, 57, 65, 79),
    0.20: (49, 59, 67, 74, 83, 89, 96),
    0.31: (67, 77, 84, 89, 95, 98, 100),
    0.50: (88, 94, 97, 98, 100, 100, 100),
}
"""The table of method 6.5: per cent found with 3, 4, 5, 6, 8, 10 and 15 people."""
T_95 = {1: 12.7062, 2: 4.3027, 4: 2.7764, 9: 2.2622, 29: 2.0452, 120: 1.9799}
"""Student's t for 95 % two-sided, as every printed table has it."""


def test_the_published_numbers_come_out() -> None:
    for (x, n), bounds in WALD.items():
        assert tuple(round(100 * bound) for bound in adjusted_wald(x, n)) == bounds, (x, n)
    for df, t in T_95.items():
        assert t_quantile(df) == pytest.approx(t, abs=5e-5)
    assert t_quantile(4, 0.99) == pytest.approx(4.6041, abs=5e-5)
    interval = mean_interval([6, 5, 7, 4, 6], 1, 7)
    assert interval is not None
    assert interval.low == pytest.approx(5.6 - 1.4157, abs=5e-5)
    assert interval.high == 7
    net = net_share(3, 1, 5)
    assert (round(100 * net.value), round(100 * net.standard_error, 1)) == (40, 35.8)
    assert geometric_mean([1, 10, 100]) == pytest.approx(10)


def test_what_a_few_people_find_is_the_table_of_the_method() -> None:
    assert found_share(0.31, 5) == pytest.approx(0.8436, abs=5e-5)
    assert found_share(0.10, 22) == pytest.approx(0.9015, abs=5e-5)
    for p, row in FOUND.items():
        assert tuple(round(100 * found_share(p, n)) for n in (3, 4, 5, 6, 8, 10, 15)) == row


def test_the_scores_of_the_instruments_are_the_published_ones() -> None:
    assert scores.sus_score([4, 2, 4, 1, 5, 2, 5, 2, 4, 2]) == 82.5
    assert scores.sus_score([3] * 10) == 50
    assert scores.sus_score([5, 1] * 5) == 100
    assert scores.sus_score([1, 5] * 5) == 0
    answers = [4] * 20 + [5] * 10 + [3] * 20
    share = scores.csat(answers)
    assert share is not None
    assert (share.people, share.n, share.people / share.n) == (30, 50, 0.6)
    top = scores.ces_top([5, 6, 7, 4, 1])
    assert top is not None
    assert (top.people, top.n) == (3, 5)
    net = scores.ces_net([6, 7, 4, 3, 1])
    assert net is not None
    assert net.value == 0
    assert scores.as_hundred(5.6, 1, 7) == pytest.approx(76.7, abs=0.05)
    for wrong in ([3] * 9, [0, *[3] * 9]):
        with pytest.raises(ValueError, match="SUS"):
            scores.sus_score(wrong)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_of_a_share_holds_the_share_and_grows_narrower(counts: tuple[int, int]) -> None:
    x, n = counts
    low, high = adjusted_wald(x, n)
    assert 0 <= low <= x / n <= high <= 1
    wider = adjusted_wald(x, n, 0.99)
    assert wider.low <= low and high <= wider.high
    more = adjusted_wald(2 * x, 2 * n)
    assert more.high - more.low < high - low
    mirrored = adjusted_wald(n - x, n)
    assert isclose(mirrored.low, 1 - high, abs_tol=1e-12)


def test_about_ninety_five_of_a_hundred_intervals_hold_the_truth() -> None:
    source = random.Random(7)
    samples = [[source.gauss(5, 2) for _ in range(6)] for _ in range(600)]
    held = sum(found.low <= 5 <= found.high for sample in samples if (found := mean_interval(sample)) is not None)
    assert 0.92 <= held / len(samples) <= 0.98


def test_a_bootstrap_says_the_same_for_the_same_answers_in_any_order() -> None:
    answers = [2, 7, 4, 4, 6, 5, 3]
    first = bootstrap(answers, median)
    assert first == bootstrap(sorted(answers), median)
    assert first is not None
    assert min(answers) <= first.low <= median(answers) <= first.high <= max(answers)
    assert bootstrap([3], median) is None
    assert bootstrap([4, 4, 4, 4, 4], median) == (4, 4)


def test_a_difference_comes_with_its_interval_or_not_at_all() -> None:
    # Worked by hand: means 5 and 7, both variances 2.5, so df is 8 and the half-width 2.3060 × 1.
    found = difference_of_means([3, 4, 5, 6, 7], [5, 6, 7, 8, 9])
    assert found is not None
    assert found.value == 2
    assert found.interval == pytest.approx((2 - 2.3060, 2 + 2.3060), abs=5e-5)
    assert found.interval.holds_zero
    paired = difference_of_pairs([3, 4, 5, 6, 7], [5, 6, 7, 8, 10])
    assert paired is not None
    assert not paired.interval.holds_zero
    assert difference_of_means([5], [1, 2, 3]) is None
