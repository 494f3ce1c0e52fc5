"""What a person can ask of the cockpit, apart from the rest of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from ui.workbench import Workbench

CockpitTask = Literal[
    "pause", "more", "five", "done", "step_back", "step_next", "proposals", "capture", "lists", "day", "sound", "remark"
]


class CockpitCommands(Protocol):
    """The part of the commands that is about the clock and the day."""

    def cockpit(self, task: CockpitTask) -> None:
        """Do something with the clock, or open what helps while it runs."""


class CockpitAnswers:
    """Answers these commands on the workbench of the open sprint; nothing happens when none is open."""

    @property
    def bench(self) -> Workbench | None:
        """The surfaces of the open sprint."""
        raise NotImplementedError

    def cockpit(self, task: CockpitTask) -> None:
        """Do something with the clock, or open what helps while it runs."""
        if self.bench is not None:
            self.bench.cockpit.do(task)
