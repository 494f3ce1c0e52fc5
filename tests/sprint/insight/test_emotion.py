"""Peaks, dips and endings: the oracle of the litter journey, and what must hold for any journey."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.insight.emotion import peak_end, summarise
from sprint.records import Step

AS_IS = (-1, -1, -3, -2, 0, -2, -3, 0)
TO_BE = (0, 1, 0, 3, 1)
FEELINGS = st.integers(-3, 3)


def steps(*feelings: int | None) -> list[Step]:
    return [Step(id=f"step-{n}", journey_id="j", phase_id="p", feeling=feeling) for n, feeling in enumerate(feelings)]


@pytest.mark.parametrize(
    ("feelings", "expected"),
    [
        (AS_IS, -1.5),
        (TO_BE, 2.0),
        ((-1, *TO_BE), 2.0),
        ((2,), 2.0),
        ((0, 0), 0.0),
        ((3, -3, 1), -1.0),  # as extreme both ways: bad is stronger
        ((1, -2, 2), 0.0),
    ],
)
def test_peak_and_end_follow_the_oracle(feelings: tuple[int, ...], expected: float) -> None:
    assert peak_end(feelings) == expected


def test_no_feelings_have_no_peak() -> None:
    with pytest.raises(ValueError, match="empty"):
        peak_end([])


def test_the_present_journey_in_figures() -> None:
    found = summarise(steps(*AS_IS))
    assert found is not None
    assert (found.peak_end, found.dips, found.peaks, found.ends_positive) == (-1.5, 4, 0, False)
    assert (found.deepest.id, found.highest.id, found.last.id) == ("step-2", "step-4", "step-7")


def test_the_desired_journey_in_figures() -> None:
    found = summarise(steps(*TO_BE))
    assert found is not None
    assert (found.peak_end, found.dips, found.peaks, found.ends_positive) == (2.0, 0, 1, True)
    assert (found.deepest.id, found.highest.id, found.last.id) == ("step-0", "step-3", "step-4")


def test_steps_without_a_feeling_do_not_count() -> None:
    found = summarise(steps(None, -2, None, 1, None))
    assert found is not None
    assert found.last.id == "step-3"
    assert found.peak_end == -0.5
    assert summarise(steps(None, None)) is None
    assert summarise([]) is None


def test_an_ending_of_zero_is_not_positive() -> None:
    found = summarise(steps(3, 0))
    assert found is not None
    assert not found.ends_positive


@given(feelings=st.lists(FEELINGS, min_size=1, max_size=12))
def test_the_figure_lies_between_the_bounds_and_follows_the_end(feelings: list[int]) -> None:
    value = peak_end(feelings)
    assert min(feelings) <= value <= max(feelings)
    assert peak_end([*feelings, 3]) >= peak_end([*feelings, -3])


@given(feelings=st.lists(st.none() | FEELINGS, max_size=12))
def test_a_summary_counts_what_is_there(feelings: list[int | None]) -> None:
    found = summarise(steps(*feelings))
    felt = [feeling for feeling in feelings if feeling is not None]
    assert (found is None) is (not felt)
    if found is not None:
        assert found.deepest.feeling == min(felt)
        assert found.highest.feeling == max(felt)
        assert found.dips + found.peaks == sum(abs(feeling) >= 2 for feeling in felt)
