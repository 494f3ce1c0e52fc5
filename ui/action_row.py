"""One row of what a person can do; every part of the program has rows of its own."""

from __future__ import annotations

from collections.abc import Callable

from sprint.frozen import dataclass
from ui.commands import Commands
from ui.situation import Situation

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
