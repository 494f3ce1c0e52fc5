"""Type for the back row, counted by hand once."""

from __future__ import annotations

from math import atan, degrees

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF

from ui.context import Context
from ui.room.legibility import CAP_SHARE, MOST_GROWTH, growth, metres, smallest_type
from ui.room.look import RoomLook
from ui.settings import ROOM_DISTANCES, ROOM_WIDTHS


def test_sixteen_minutes_of_arc_at_six_metres() -> None:
    # 6 m · tan(16/60°) is 27.9 mm of capital; 1920 pixels on 2.4 m are 0.8 for a millimetre; a capital is 0.668.
    assert smallest_type(6, 2.4, 1920) == pytest.approx(27.93 * 0.8 / 0.668, abs=0.1)


@pytest.mark.parametrize("distance", [metres(text) for text in ROOM_DISTANCES])
@pytest.mark.parametrize("width", [metres(text) for text in ROOM_WIDTHS])
def test_what_is_read_is_seen_at_the_least_angle(distance: float, width: float) -> None:
    cap_metres = smallest_type(distance, width, 1920) * CAP_SHARE * width / 1920
    assert degrees(atan(cap_metres / distance)) * 60 == pytest.approx(16)


def test_type_never_shrinks_and_grows_to_what_fits() -> None:
    assert growth(1, 4, 1920, 28) == 1
    assert growth(12, 0.9, 1920, 28) == MOST_GROWTH
    assert growth(4, 2, 1920, 0) == 1
    assert smallest_type(4, 0, 1920) == 0


@pytest.mark.parametrize(("text", "expected"), [("4 m", 4.0), ("150 cm", 1.5), ("", 0.0), ("x m", 0.0), ("4 km", 0.0)])
def test_lengths_are_read_as_the_settings_write_them(text: str, expected: float) -> None:
    assert metres(text) == expected


def test_every_length_to_choose_from_can_be_read() -> None:
    assert all(metres(text) > 0 for text in (*ROOM_DISTANCES, *ROOM_WIDTHS))


def test_the_capitals_of_our_type_are_as_high_as_the_rule_says(context: Context) -> None:
    font = context.theme.font()
    font.setPixelSize(1000)
    assert QFontMetricsF(font).capHeight() / 1000 == pytest.approx(CAP_SHARE, abs=0.01)


def test_the_room_as_drawn_needs_no_larger_type(context: Context) -> None:
    look = RoomLook(context)
    look.set_size(QSize(1920, 1080))
    assert [look.type_size(role) for role in ("line", "lead", "question", "clock")] == [28, 40, 84, 120]
    look.set_size(QSize(3840, 2160))
    assert look.type_size("line") == 56
    context.settings.set("room_distance", "6 m")
    assert look.type_size("line") > 56
    assert look.type_size("question") / 168 < look.type_size("line") / 56
