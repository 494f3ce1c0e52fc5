"""What a person can ask of the study, apart from the rest of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from ui.open_sprint import OpenSprint
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

    def erase_participant(self, participant_id: str) -> None:
        """Erase everything of somebody who withdrew: the sprint is closed and opened again for it."""
        opened = self.sprint
        if opened is None or opened.path is None:
            return
        path = opened.path
        if not opened.bench.begin_erasing(participant_id):
            return
        self.close_sprint()
        if self.open_path(path) and self.bench is not None:
            self.bench.show_study("participants")
            self.bench.tell_erased()

    # ---- what the program itself does

    @property
    def sprint(self) -> OpenSprint | None:
        """The open sprint itself."""
        raise NotImplementedError

    def close_sprint(self) -> None:
        """Close the sprint."""
        raise NotImplementedError

    def open_path(self, path: Path) -> bool:
        """Open a sprint."""
        raise NotImplementedError
