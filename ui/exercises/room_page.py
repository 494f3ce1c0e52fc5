"""What participants may see of an exercise now, as plain values: nothing else reaches the room screen."""

from __future__ import annotations

from sprint.frozen import dataclass


@dataclass(frozen=True)
class RoomCard:
    """One thing on the room screen: its words, a sign before them ("A", "?"), dots, a picture, the colour of a card.

    `tone` names a lane ("idea", "pain" …) whose colour it has; `count` is a number of dots that may be seen.
    """

    text: str
    sign: str = ""
    count: int | None = None
    picture_id: str = ""
    tone: str = ""


@dataclass(frozen=True)
class RoomColumn:
    """Cards that belong together, under a heading; a strong one is what was chosen."""

    title: str = ""
    cards: tuple[RoomCard, ...] = ()
    is_strong: bool = False


@dataclass(frozen=True)
class RoomPage:
    """A page for the room; quiet shows the clock and the question only. `done` counts who said "I am done".

    An empty title and an empty question are filled in by the page of the exercise, in the language of the room.
    """

    title: str = ""
    question: str = ""
    columns: tuple[RoomColumn, ...] = ()
    is_quiet: bool = False
    done: int | None = None
    block_id: str = ""
    """Whose work it is; filled in by the page of the exercise."""
