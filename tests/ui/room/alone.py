"""A room screen without a program around it, for a process of its own."""

from __future__ import annotations

from tests.helpers.stage import dutch_context
from ui.room.screen import RoomScreen


def room_screen() -> RoomScreen:
    """Make one with the displays of this machine."""
    return RoomScreen(dutch_context())
