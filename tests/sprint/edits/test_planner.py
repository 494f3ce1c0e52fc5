"""The timetable under the hand of a planner: every gesture one diff, fixed points in place, lived time kept."""

from __future__ import annotations

import pytest

from sprint.agenda import blocks_of, clock_time_of, days_of, slots_of
from sprint.document import Document
from sprint.edits.clock import start_run
from sprint.edits.planner import (
    add_day,
    fix_block,
    hold_in_room,
    insert_block,
    move_blocks,
    remove_blocks,
    resize_block,
    set_bounds,
    set_presence,
    skip_blocks,
    split_block,
)
from sprint.errors import SprintError
from sprint.ids import IdSource
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Day, Note, Person
from tests.helpers.clocks import reading


@pytest.fixture
def document() -> Document:
    """A morning of three blocks with lunch fixed at 10:30, and a second day of one block."""
    return Document(
        [
            Day(id="one", order=0, start="09:00"),
            Day(id="two", order=1, start="09:00"),
            Block(id="a", day_id="one", order=0, minutes=30),
            Block(id="b", day_id="one", order=1, minutes=40),
            Block(id="lunch", day_id="one", order=2, minutes=50, fixed="lunch", fixed_at="10:30"),
            Block(id="c", day_id="one", order=3, minutes=20),
            Block(id="d", day_id="two", order=0, minutes=20),
            Note(id="note", block_id="b"),
            Person(id="person"),
        ]
    )


def times(document: Document, day: str = "one") -> list[tuple[str, str, str]]:
    slots = slots_of(document, document.require(Day, day))
    return [(slot.block.id, clock_time_of(slot.start), clock_time_of(slot.end)) for slot in slots]


def order(document: Document, day: str = "one") -> list[str]:
    return [block.id for block in blocks_of(document, day)]


def test_a_fixed_point_waits_for_its_time_and_what_follows_waits_with_it(document: Document) -> None:
    assert times(document) == [
        ("a", "09:00", "09:30"),
        ("b", "09:30", "10:10"),
        ("lunch", "10:30", "11:20"),
        ("c", "11:20", "11:40"),
    ]


def test_an_exercise_is_put_in_with_its_own_minutes(document: Document, ids: IdSource) -> None:
    exercise = Catalogue.from_assets().exercise("energizer")
    document.apply(insert_block(document, ids, "one", exercise=exercise, before="b"))
    assert order(document) == ["a", "new0", "b", "lunch", "c"]
    assert document.require(Block, "new0").minutes == 5
    assert ("lunch", "10:30", "11:20") in times(document)


def test_a_block_of_ones_own_goes_to_the_end(document: Document, ids: IdSource) -> None:
    document.apply(insert_block(document, ids, "one", title="Foto van de muur", minutes=3))
    assert times(document)[-1] == ("new0", "11:40", "11:43")


def test_removing_keeps_the_notes(document: Document) -> None:
    document.apply(remove_blocks(document, ["b"]))
    assert order(document) == ["a", "lunch", "c"]
    assert document.require(Note, "note").block_id == ""


def test_what_was_on_the_clock_is_neither_removed_nor_moved_to_another_day(document: Document) -> None:
    document.apply(start_run(document, lambda: "run", "b", reading(), ""))
    with pytest.raises(SprintError, match="has_run"):
        remove_blocks(document, ["a", "b"])
    with pytest.raises(SprintError, match="has_run"):
        move_blocks(document, ["b"], "two")
    document.apply(move_blocks(document, ["b"], "one", before="a"))
    assert order(document) == ["b", "a", "lunch", "c"]


def test_blocks_move_together_within_a_day_and_to_another(document: Document) -> None:
    document.apply(move_blocks(document, ["c", "a"], "one", before="lunch"))
    assert order(document) == ["b", "a", "c", "lunch"]
    document.apply(move_blocks(document, ["lunch", "b"], "two", before="d"))
    assert order(document, "two") == ["b", "lunch", "d"]
    assert document.require(Block, "lunch").fixed_at == ""


def test_a_block_has_at_least_a_minute(document: Document) -> None:
    document.apply(resize_block(document, "a", -5))
    assert document.require(Block, "a").minutes == 1


def test_a_split_keeps_the_time_and_leaves_room_between(document: Document, ids: IdSource) -> None:
    document.apply(split_block(document, ids, "b", 15))
    assert [(block.id, block.minutes) for block in blocks_of(document, "one")][1:3] == [("b", 15), ("new0", 25)]
    document.apply(split_block(document, ids, "b", 99))
    assert [block.minutes for block in blocks_of(document, "one")][1:3] == [14, 1]


def test_a_split_in_a_tight_row_changes_no_other_block_but_its_place(document: Document, ids: IdSource) -> None:
    before = {block.id: block.minutes for block in blocks_of(document, "one") if block.id != "b"}
    document.apply(split_block(document, ids, "b", 20))
    assert order(document) == ["a", "b", "new0", "lunch", "c"]
    assert {block.id: block.minutes for block in blocks_of(document, "one") if block.id in before} == before


def test_a_minute_cannot_be_split(document: Document, ids: IdSource) -> None:
    document.apply(resize_block(document, "a", 1))
    assert not split_block(document, ids, "a", 1)


def test_skipped_takes_no_time_and_comes_back(document: Document) -> None:
    document.apply(skip_blocks(document, ["b", "lunch"]))
    assert times(document)[-1] == ("c", "09:30", "09:50")
    document.apply(skip_blocks(document, ["b", "lunch"], False))
    assert times(document)[-1] == ("c", "11:20", "11:40")


def test_a_time_can_be_fixed_and_let_go(document: Document) -> None:
    document.apply(fix_block(document, "c", "room_closes", 12 * 60))
    assert times(document)[-1] == ("c", "12:00", "12:20")
    document.apply(fix_block(document, "c", "", None))
    assert times(document)[-1] == ("c", "11:20", "11:40")


def test_interviews_in_two_rooms_take_the_time_of_the_longest(document: Document) -> None:
    document.apply(hold_in_room(document, "b", "kamer 2", True))
    assert times(document)[:3] == [("a", "09:00", "09:30"), ("b", "09:00", "09:40"), ("lunch", "10:30", "11:20")]


def test_bounds_of_a_block_are_kept(document: Document) -> None:
    document.apply(set_bounds(document, "a", least=10, most=45, priority=3, skippable=True))
    block = document.require(Block, "a")
    assert (block.least, block.most, block.priority, block.skippable) == (10, 45, 3, True)
    document.apply(set_bounds(document, "a", most=45))
    block = document.require(Block, "a")
    assert (block.least, block.most, block.priority, block.skippable) == (0, 45, 0, None)


def test_a_day_comes_behind_the_others(document: Document, ids: IdSource) -> None:
    document.apply(add_day(document, ids, "Vijfde dag"))
    assert [day.id for day in days_of(document)] == ["one", "two", "new0"]


def test_presence_is_said_per_day(document: Document) -> None:
    document.apply(set_presence(document, "person", "two", False))
    assert document.require(Person, "person").away_ids == ("two",)
    assert not set_presence(document, "person", "two", False)
    document.apply(set_presence(document, "person", "two", True))
    assert document.require(Person, "person").away_ids == ()
