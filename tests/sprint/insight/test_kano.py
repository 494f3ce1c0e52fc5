"""Kano: the table cell by cell, the published rows, and silence below five answers."""

from __future__ import annotations

from collections import Counter

import pytest

from sprint.insight.kano import Category, classify, continuous, fong_test, result_of, result_of_counts

M, O, A, I, R, Q = Category  # noqa: E741 - the letters of the field
LIKE, MUST, NEUTRAL, LIVE, DISLIKE = range(1, 6)

ROWS = (
    # counts M O A I R Q; category, mode, better, worse, difference, needed, significant
    ((95, 123, 45, 33, 0, 0), O, O, 0.568, -0.736, 28, 19.4, True),
    ((101, 54, 54, 81, 3, 3), M, M, 0.372, -0.534, 20, 18.5, True),
    ((15, 24, 121, 124, 6, 6), A, I, 0.511, -0.137, 3, 19.8, False),
    ((65, 87, 93, 51, 0, 0), O, A, 0.608, -0.514, 6, 18.5, False),
    ((9, 18, 83, 177, 6, 3), I, I, 0.352, -0.094, 94, 19.9, True),
)


def test_every_cell_of_the_table() -> None:
    printed = ("Q A A A O", "R I I I M", "R I I I M", "R I I I M", "R R R R Q")
    for functional, line in enumerate(printed, 1):
        for dysfunctional, letter in enumerate(line.split(), 1):
            assert classify(functional, dysfunctional).value == letter
    totals = Counter(classify(f, d) for f in range(1, 6) for d in range(1, 6))
    assert totals == {I: 9, R: 7, A: 3, M: 3, Q: 2, O: 1}
    for wrong in ((0, 3), (3, 6)):
        with pytest.raises(ValueError, match="Kano"):
            classify(*wrong)


def test_the_published_rows_come_out() -> None:
    for counts, category, mode, better, worse, difference, needed, is_significant in ROWS:
        found = result_of_counts(dict(zip(Category, counts, strict=True)))
        assert (found.category, found.mode) == (category, mode)
        assert (found.better, found.worse) == pytest.approx((better, worse), abs=5e-4)
        assert found.fong is not None
        assert (found.fong.difference, round(found.fong.needed, 1)) == (difference, needed)
        assert found.fong.is_significant is is_significant
    first, second, *_, last = (result_of_counts(dict(zip(Category, row[0], strict=True))) for row in ROWS)
    assert first.total_strength == pytest.approx(0.89, abs=5e-3)
    assert first.category_strength == pytest.approx(0.095, abs=5e-4)
    assert second.total_strength == pytest.approx(0.71, abs=5e-3)
    assert second.category_strength == pytest.approx(0.068, abs=5e-4)
    assert last.category_strength == pytest.approx(0.318, abs=5e-4)


def test_the_continuous_view() -> None:
    assert continuous(LIKE, DISLIKE) == (4, 4)
    assert continuous(MUST, DISLIKE) == (2, 4)
    assert continuous(LIKE, NEUTRAL) == (4, 0)
    assert continuous(LIVE, LIVE) == (-1, 2)
    for wrong in ((0, LIKE), (6, LIKE), (LIKE, 0), (LIKE, 6)):
        with pytest.raises(ValueError, match="Kano"):
            continuous(*wrong)
    found = result_of([(LIKE, NEUTRAL)] * 4 + [(LIKE, DISLIKE)])
    assert found.point is not None
    assert (found.point.present, found.point.absent) == (4, 0.8)
    assert found.point.category is A


def test_below_five_there_is_no_category_and_below_twelve_it_is_indicative() -> None:
    four = result_of([(LIKE, DISLIKE)] * 4)
    assert four.is_raw
    assert (four.category, four.better, four.point, four.fong) == (None, None, None, None)
    assert four.counts[O] == 4
    five = result_of([(LIKE, DISLIKE)] * 5)
    assert (five.category, five.is_raw, five.is_indicative, five.fong) == (O, False, True, None)
    twelve = result_of([(LIKE, DISLIKE)] * 12)
    assert not twelve.is_indicative
    assert result_of([(LIKE, DISLIKE)] * 20).fong is not None


def test_close_counts_and_doubtful_answers_are_told() -> None:
    exactly_five_points = result_of_counts({I: 8, M: 7, R: 5})
    assert exactly_five_points.category is M
    assert exactly_five_points.is_tie
    assert result_of_counts({I: 12, M: 8}).category is I
    assert result_of_counts({M: 5, Q: 5}).is_unclear
    assert result_of_counts({M: 5, R: 5}).is_reversed
    only_doubt = result_of_counts({Q: 6})
    assert (only_doubt.category, only_doubt.better) == (Q, None)
    with pytest.raises(ValueError, match="fit"):
        fong_test(4, 4, 5)
