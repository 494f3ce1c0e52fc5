"""The timetable without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.planner.conftest import Hands
from ui.planner.tile import BlockTile

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Select = Callable[[str], BlockTile]


@pytest.fixture
def on_b1(hands: Hands, select: Select) -> Hands:
    """The keyboard is on the second block of the first day."""
    select("b1")
    assert hands.focused() == "b1"
    return hands


def test_the_arrows_walk_along_the_day_and_to_the_next_one(on_b1: Hands) -> None:
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left):
        on_b1.key(key)
        seen.append(on_b1.focused())
    assert seen[:4] == ["b2", "b3", "b2", "b4"]
    assert seen[4] in ("b0", "b1")
    assert on_b1.programme.chosen == seen[4]


def test_alt_with_the_arrows_moves_the_block_and_keeps_the_keyboard_on_it(on_b1: Hands) -> None:
    on_b1.key(Qt.Key.Key_Down, ALT)
    assert on_b1.order("day1") == ["b0", "b2", "b1", "b3"]
    on_b1.key(Qt.Key.Key_Down, ALT)
    on_b1.key(Qt.Key.Key_Down, ALT)
    assert on_b1.order("day1") == ["b0", "b2", "b3", "b1"]
    on_b1.key(Qt.Key.Key_Up, ALT)
    assert on_b1.order("day1") == ["b0", "b2", "b1", "b3"]
    assert on_b1.focused() == "b1"


def test_alt_with_left_and_right_moves_the_block_to_another_day(on_b1: Hands) -> None:
    on_b1.key(Qt.Key.Key_Right, ALT)
    assert on_b1.order("day2") == ["b4", "b1"]
    assert on_b1.focused() == "b1"
    on_b1.key(Qt.Key.Key_Right, ALT)
    on_b1.key(Qt.Key.Key_Left, ALT)
    assert sorted(on_b1.order("day1")) == ["b0", "b1", "b2", "b3"]


def test_plus_and_minus_give_five_minutes_and_shift_one_as_one_edit(on_b1: Hands) -> None:
    for key, held in ((Qt.Key.Key_Plus, SHIFT), (Qt.Key.Key_Plus, SHIFT), (Qt.Key.Key_Minus, Qt.KeyboardModifier(0))):
        on_b1.key(key, held)
    on_b1.key(Qt.Key.Key_Down, SHIFT)
    assert on_b1.block("b1").minutes == 26
    assert on_b1.stage.undo_names() == 1


def test_delete_takes_the_block_away_and_goes_to_its_neighbour(on_b1: Hands) -> None:
    on_b1.key(Qt.Key.Key_Delete)
    assert on_b1.order("day1") == ["b0", "b2", "b3"]
    assert on_b1.focused() == "b2"
    assert on_b1.undo_name() == "Onderdeel weghalen"


def test_s_splits_and_x_skips(on_b1: Hands) -> None:
    on_b1.key(Qt.Key.Key_S)
    first, second = on_b1.order("day1")[1:3]
    assert (first, on_b1.block(first).minutes, on_b1.block(second).minutes) == ("b1", 10, 10)
    on_b1.key(Qt.Key.Key_X)
    assert on_b1.block("b1").skipped
    on_b1.key(Qt.Key.Key_X)
    assert not on_b1.block("b1").skipped


def test_n_looks_for_an_exercise_and_enter_puts_it_behind_the_block(on_b1: Hands) -> None:
    on_b1.key(Qt.Key.Key_N)
    search = on_b1.programme.insert.search
    assert search.hasFocus()
    QTest.keyClicks(search, "energizer")
    QTest.keyClick(search, Qt.Key.Key_Return)
    made = on_b1.order("day1")[2]
    assert on_b1.block(made).exercise == "energizer"
    assert on_b1.undo_name() == "Onderdeel invoegen"
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert on_b1.focused() == made


def test_enter_writes_the_name(on_b1: Hands) -> None:
    on_b1.key(Qt.Key.Key_Return)
    title = on_b1.programme.block_form.title
    assert title.hasFocus()
    QTest.keyClicks(title, "Wat hopen we")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert on_b1.tile("b1").accessibleName().startswith("Wat hopen we,")


def test_tab_visits_a_day_and_then_its_blocks(hands: Hands) -> None:
    hands.programme.timetable.heads["day1"].setFocus()
    seen = []
    for _ in range(6):
        focus = hands.page.window().focusWidget()
        seen.append(focus.accessibleName().split(",")[0])
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen[0] == "Dag 1"
    assert seen[5] == "Dag 2"


def test_other_keys_are_left_to_the_window(on_b1: Hands) -> None:
    before = list(on_b1.stage.document)
    for key in (Qt.Key.Key_Q, Qt.Key.Key_Home, Qt.Key.Key_F9):
        on_b1.key(key)
    assert list(on_b1.stage.document) == before
