"""What a person can ask for the room, apart from the rest of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from ui.workbench import Workbench

RoomTask = Literal[
    "overlay", "show", "agenda", "journey", "quiet", "blank", "follow", "freeze", "walk_next", "walk_previous",
    "identify", "move", "close",
]  # fmt: skip


class RoomCommands(Protocol):
    """The part of the commands that is about the room screen."""

    def room(self, task: RoomTask) -> None:
        """Show the room something, or move or close its screen."""


class RoomAnswers:
    """Answers these commands for the open sprint; nothing happens when none is open."""

    @property
    def bench(self) -> Workbench | None:
        """The surfaces of the open sprint."""
        raise NotImplementedError

    def room(self, task: RoomTask) -> None:
        """Show the room something, or move or close its screen."""
        if self.bench is not None:
            self.bench.room.ask(task)
