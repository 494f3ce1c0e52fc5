"""Day three, played by hands on what day two left, leaves what the example has on the morning of day four."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.facilitator import Facilitator
from tests.play import day_three
from tests.play.hands import open_at
from tests.play.stage import differences, example_until


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_day_three_by_hand_leaves_what_day_four_begins_with(she: Facilitator, tmp_path: Path) -> None:
    room = open_at(she, 3, "nl", tmp_path, pastes=True)
    for play in day_three.BLOCKS:
        play(room)
    assert differences(room.document, example_until(4, "nl")) == []
