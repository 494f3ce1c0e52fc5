"""What a person can ask of the planner, apart from the rest of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from ui.workbench import Workbench

PlannerTask = Literal["programme", "team", "preparation", "flight"]


class PlannerCommands(Protocol):
    """The part of the commands that is about what is done before a day begins."""

    def planner(self, task: PlannerTask) -> None:
        """Open the planner at one of its pages."""


class PlannerAnswers:
    """Answers these commands on the workbench of the open sprint; nothing happens when none is open."""

    @property
    def bench(self) -> Workbench | None:
        """The surfaces of the open sprint."""
        raise NotImplementedError

    def planner(self, task: PlannerTask) -> None:
        """Open the planner at one of its pages."""
        if self.bench is not None:
            self.bench.show_planner(task)
