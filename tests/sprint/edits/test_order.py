"""Places in a row: the order is kept, the new ones fit in, and room is made only where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.edits.order import GAP, index_before, last_place, merged, places, still_before
from sprint.records import Note, ParkedItem

ORDERS = st.lists(st.integers(-50, 50) | st.integers(-(10**6), 10**6), max_size=8).map(sorted)


def row(*orders: int) -> list[ParkedItem]:
    return [ParkedItem(id=f"item-{n}", order=order) for n, order in enumerate(orders)]


@given(orders=ORDERS, data=st.data())
def test_new_places_lie_between_their_neighbours_and_the_old_order_stays(
    orders: list[int], data: st.DataObject
) -> None:
    siblings = row(*orders)
    index, count = data.draw(st.integers(0, len(siblings))), data.draw(st.integers(1, 4))
    found, room = places(siblings, index, count)
    moved = {before.id: after for before, after in room}
    after = [moved.get(sibling.id, sibling).order for sibling in siblings]
    whole = [*after[:index], *found, *after[index:]]
    assert len(found) == count
    assert found == sorted(set(found))
    assert whole == sorted(whole)
    assert not set(found) & set(after)


@given(orders=st.lists(st.integers(0, 10**6), max_size=8, unique=True).map(sorted), data=st.data())
def test_nobody_moves_while_there_is_room(orders: list[int], data: st.DataObject) -> None:
    siblings = row(*(order * 5 for order in orders))
    _, room = places(siblings, data.draw(st.integers(0, len(siblings))), data.draw(st.integers(1, 4)))
    assert room == []


def test_a_full_row_is_spread_out_again() -> None:
    found, room = places(row(1, 2), 1, 1)
    assert found == [GAP]
    assert [(before.order, after.order) for before, after in room] == [(1, 0), (2, 2 * GAP)]


def test_a_thousand_insertions_at_one_place_keep_their_order() -> None:
    siblings = row(0, GAP)
    for number in range(1_000):
        (place,), room = places(siblings, 1, 1)
        moved = {before.id: after for before, after in room}
        siblings = [moved.get(sibling.id, sibling) for sibling in siblings]
        siblings.insert(1, ParkedItem(id=f"new-{number}", order=place))
        orders = [sibling.order for sibling in siblings]
        assert orders == sorted(set(orders))


def test_the_last_place_is_behind_all_and_the_first_of_all_is_zero() -> None:
    assert last_place([]) == 0
    assert last_place(row(7, 3)) == 7 + GAP


@pytest.mark.parametrize(("before", "index"), [("item-0", 0), ("item-1", 1), ("", 2), ("nobody", 2)])
def test_an_index_of_nobody_is_the_end(before: str, index: int) -> None:
    assert index_before(row(1, 2), before) == index


@pytest.mark.parametrize(
    ("before", "moving", "found"),
    [("item-1", [], "item-1"), ("item-1", ["item-1"], "item-2"), ("item-2", ["item-2"], ""), ("", ["item-0"], "")],
)
def test_a_place_before_one_that_moves_along_is_before_the_next_that_stays(
    before: str, moving: list[str], found: str
) -> None:
    assert still_before(row(1, 2, 3), before, moving) == found


def test_joined_changes_keep_the_first_before_and_the_last_after() -> None:
    one, two, three = (Note(id="n", text=text) for text in "abc")
    other = Note(id="m")
    assert merged([(one, two)], [(two, three), (None, other)]) == [(one, three), (None, other)]
    assert merged([(None, one)], [(one, replace(one, votes=1))]) == [(None, replace(one, votes=1))]
