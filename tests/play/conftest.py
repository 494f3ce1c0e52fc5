"""A facilitator on the stage of the play."""

from __future__ import annotations

from tests.helpers.starting import she, start

__all__ = ["she", "start"]
