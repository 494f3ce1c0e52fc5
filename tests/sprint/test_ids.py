"""Ids sort by the time of their birth and never repeat."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from sprint.ids import TimeIds

NOW = 1_793_000_000_000  # milliseconds since 1970, a day in 2026


def source(times: list[int], bits: int = 7) -> TimeIds:
    ticks: Iterator[int] = iter(times)
    return TimeIds(lambda: next(ticks), lambda _: bits)


@given(times=st.lists(st.integers(NOW - 10**9, NOW + 10**9), min_size=2, max_size=40))
def test_ids_rise_whatever_the_clock_does(times: list[int]) -> None:
    ids = source(times)
    made = [ids() for _ in times]
    assert made == sorted(set(made))


def test_ids_made_in_one_millisecond_differ_even_with_the_same_chance() -> None:
    ids = source([NOW] * 1_000)
    assert len({ids() for _ in range(1_000)}) == 1_000


@given(early=st.integers(0, 2**45 - 2), later=st.integers(1, 10**12))
def test_an_id_of_another_source_sorts_by_its_time(early: int, later: int) -> None:
    other = min(early + later, 2**45 - 1)
    assert source([early], bits=2**20 - 1)() < source([other], bits=0)() or early == 0


def test_two_laptops_in_one_millisecond_differ_by_chance() -> None:
    assert source([NOW], bits=1)() != source([NOW], bits=2)()


def test_an_id_is_short_and_has_no_letters_that_can_be_misread() -> None:
    made = TimeIds()()
    assert len(made) == 13
    assert not set(made) & set("ilouILOU")
    assert made.isalnum()
    assert made == made.lower()


def test_the_time_can_be_read_from_the_left() -> None:
    assert source([0])().startswith("000000001")
    assert source([32])().startswith("000000010")
