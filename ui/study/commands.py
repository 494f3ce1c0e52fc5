"""What a person can ask of the study, apart from the rest of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from ui.workbench import Workbench

StudyTask = Literal["participants", "consent", "interview", "questions", "patterns", "answers", "privacy"]


class StudyCommands(Protocol):
    """The part of the commands that is about the study with citizens."""

    def study(self, task: StudyTask) -> None:
        """Open the study at one of its pages."""

    def toggle_codes(self) -> None:
        """Hide the codes of the participants everywhere in the window, or show them again."""


class StudyAnswers:
    """Answers these commands on the workbench of the open sprint; nothing happens when none is open."""

    @property
    def bench(self) -> Workbench | None:
        """The surfaces of the open sprint."""
        raise NotImplementedError

    def study(self, task: StudyTask) -> None:
        """Open the study at one of its pages."""
        if self.bench is not None:
            self.bench.show_study(task)

    def toggle_codes(self) -> None:
        """Hide the codes of the participants everywhere in the window, or show them again."""
        if self.bench is not None:
            self.bench.toggle_codes()
