"""A page of the study as the working surface of an exercise, with what the room may see of it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.diff import Diff
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.study.tab import StudyTab


class StudySurface(WorkSurface):
    """Holds one page of the study; the page keeps itself in step with the document."""

    TAB: ClassVar[type[StudyTab]] = StudyTab

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.tab = self.TAB(desk.context, desk.bridge)
        self.tab.task_requested.connect(self.study_requested)
        self.tab.step_requested.connect(self.canvas_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tab)

    def refresh(self) -> None:
        """The page shows itself; the room is told."""
        if self.tab.isVisible():
            self.tab.refresh()
        self.room_changed.emit()

    def on_diff(self, diff: Diff) -> None:
        """The page heard of it by itself."""
        self.room_changed.emit()

    def take_focus(self) -> None:
        """Go on in the page."""
        self.tab.take_focus()
