"""Day two, played by hands on what day one left behind, leaves what the example has on the morning of day three."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.facilitator import Facilitator
from tests.play import day_two
from tests.play.hands import open_at
from tests.play.stage import differences, example_until


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_day_two_by_hand_leaves_what_day_three_begins_with(she: Facilitator, tmp_path: Path) -> None:
    room = open_at(she, 2, "nl", tmp_path)
    for play in day_two.BLOCKS:
        play(room)
    assert differences(room.document, example_until(3, "nl")) == []
