"""What a person can ask around a rehearsal, apart from the rest of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from ui.rehearsal.rehearsal import Rehearsal

RehearsalTask = Literal["begin", "stand_still", "next", "overrun", "sleep", "power", "end"]


class RehearsalCommands(Protocol):
    """The part of the commands that is about rehearsing."""

    def rehearse(self, task: RehearsalTask, day_id: str = "") -> None:
        """Rehearse a day, the one that comes next unless another is named, or do something in a rehearsal."""


class RehearsalAnswers:
    """Answers these commands with the rehearsal of the program; nothing happens when no sprint is open."""

    @property
    def rehearsal(self) -> Rehearsal:
        """The rehearsal, made when it is first asked for."""
        raise NotImplementedError

    def rehearse(self, task: RehearsalTask, day_id: str = "") -> None:
        """Rehearse a day, the one that comes next unless another is named, or do something in a rehearsal."""
        self.rehearsal.do(task, day_id)
