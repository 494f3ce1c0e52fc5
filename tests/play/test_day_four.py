"""Day four, played by hands: what the team decides, agrees on and learns is what the example has of it.

The citizens' part of the day has a test of its own, with two note takers (`test_citizens.py`).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sprint.document import Document
from sprint.records import Decision, FollowUp, MaturityMark, Note, ParkedItem
from tests.helpers.facilitator import Facilitator
from tests.play import day_four
from tests.play.hands import open_at
from tests.play.stage import LAST, differences, example_until

KINDS = (FollowUp, MaturityMark, Note, ParkedItem)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_team_decides_agrees_and_looks_back(she: Facilitator, tmp_path: Path) -> None:
    room = open_at(she, LAST, "nl", tmp_path, pastes=True)
    for play in day_four.TEAM:
        play(room)
    whole = example_until(LAST + 1, "nl")
    assert differences(room.document, whole, only=KINDS) == []
    assert in_the_room(room.document) == in_the_room(whole)


def in_the_room(document: Document) -> set[tuple[str, str, str]]:
    """Give what was decided at an exercise; what a pattern advises is written down with the citizens."""
    return {(one.text, one.reason, one.decided_by) for one in document.table(Decision).values() if one.block_id}
