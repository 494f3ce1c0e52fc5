"""What every panel and dialog is given, so that nothing in the window is global."""

from __future__ import annotations

from sprint.frozen import dataclass
from ui.icons import Icons
from ui.messages import Messages
from ui.settings import Settings
from ui.texts import Texts
from ui.theme import Theme


@dataclass(frozen=True)
class Context:
    """Words, look, icons, questions and settings of the window."""

    texts: Texts
    theme: Theme
    icons: Icons
    messages: Messages
    settings: Settings
