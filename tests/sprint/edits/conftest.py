"""What the edits are tested with."""

from __future__ import annotations

from itertools import count

import pytest

from sprint.ids import IdSource


@pytest.fixture
def ids() -> IdSource:
    """Ids that a test can foretell: new0, new1 …"""
    return map("new{}".format, count()).__next__
