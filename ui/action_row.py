"""One row of what a person can do; every part of the program has rows of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from sprint.frozen import dataclass
from ui.commands import Commands
from ui.situation import Situation
from ui.texts import Texts

_KEY_WORDS = {
    "Return": "ui.keys_return",
    "Space": "ui.keys_space",
    "Up": "ui.keys_up",
    "PgUp": "ui.keys_page_up",
    "PgDown": "ui.keys_page_down",
}
When = Callable[[Situation], bool]
Run = Callable[[Commands], None]
NameOf = Callable[[Situation], str]


@dataclass(frozen=True)
class ActionRow:
    """One thing to do: what it is called, when it can be done, and what does it.

    `names` gives the name of what it would do now ("Stap verplaatsen"), shown after the text.
    """

    id: str
    text: str
    run: Run
    icon: str = ""
    keys: tuple[str, ...] = ()
    when: When = lambda now: True
    names: NameOf | None = None
    is_on: When | None = None


def key_words(keys: QKeySequence, texts: Texts) -> str:
    """Name keys as people read them on their keyboard: Qt calls Enter "Return" and the space bar "Space"."""
    said = keys.toString(QKeySequence.SequenceFormat.NativeText)
    before, plus, last = said.rpartition("+")
    return f"{before}{plus}{texts(_KEY_WORDS[last])}" if last in _KEY_WORDS else said
