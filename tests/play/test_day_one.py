"""Day one, played by hands from an empty laptop, leaves what the example has on the morning of day two."""

from __future__ import annotations

import pytest

from tests.helpers.facilitator import Facilitator
from tests.play import day_one
from tests.play.stage import differences, example_until


# A list that drops down asks its window for what a screen without a person cannot do.
@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_day_one_by_hand_leaves_what_day_two_begins_with(she: Facilitator) -> None:
    room = day_one.begin(she, "nl", pastes=True)
    for play in day_one.BLOCKS:
        play(room)
    assert differences(room.document, example_until(2, "nl")) == []
