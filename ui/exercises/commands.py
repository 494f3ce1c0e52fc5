"""What a person can ask of the work of an exercise, apart from the rest of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from ui.workbench import Workbench

WorkTask = Literal["room", "quiet", "done", "undone", "guide", "text", "markdown", "table", "paste"]


class WorkCommands(Protocol):
    """The part of the commands that is about the work of an exercise."""

    def work(self, task: WorkTask) -> None:
        """Show the work to the room, be silent, count who is done, copy or paste."""


class WorkAnswers:
    """Answers these commands on the workbench of the open sprint; nothing happens when none is open."""

    @property
    def bench(self) -> Workbench | None:
        """The surfaces of the open sprint."""
        raise NotImplementedError

    def work(self, task: WorkTask) -> None:
        """Show the work to the room, be silent, count who is done, copy or paste."""
        if self.bench is not None:
            self.bench.work(task)
