"""A room screen without a program around it, for a process of its own."""

from __future__ import annotations

from tests.helpers.messages import ScriptedMessages
from ui.context import Context
from ui.icons import Icons
from ui.room.screen import RoomScreen
from ui.settings import Settings
from ui.texts import Texts
from ui.theme import Theme


def room_screen() -> RoomScreen:
    """Make one with the displays of this machine."""
    theme, texts = Theme(), Texts("nl")
    icons = Icons(theme)
    return RoomScreen(Context(texts, theme, icons, ScriptedMessages(texts, icons), Settings()))
