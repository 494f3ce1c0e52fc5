"""The surface for a checklist: tick off what is ready; the steps of the exercise can be put on it in one go."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from sprint.edits.notes import add_notes, notes_of
from sprint.plans import prototypes_of
from sprint.records import Note
from ui.exercises.base import ExerciseDesk
from ui.exercises.row_surface import RowSurface
from ui.exercises.rows import DONE, OWNER, TEXT, Column
from ui.widgets.button import Button

NAME = "checklist"


class Surface(RowSurface):
    """One row, one thing to tick off."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (DONE, TEXT, OWNER)
    LINE: ClassVar[str] = "plan.line_check"
    EMPTY: ClassVar[str] = "plan.empty_check"

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.steps = Button(desk.context, "plan.take_steps", icon="check")
        self.bar.insertWidget(1, self.steps)
        self.steps.clicked.connect(self._take_steps)

    def given(self) -> list[Note]:
        """List what earlier exercises left; a prototype is one list, whoever wrote it in which block."""
        found = super().given()
        wants = self.exercise.inputs if self.exercise is not None else ()
        if "prototype" in wants:
            found += prototypes_of(self.document)
        return list({note.id: note for note in found}.values())

    def refresh(self) -> None:
        """Show the list, and whether the steps of the exercise can still be put on it."""
        super().refresh()
        has_any = bool(notes_of(self.document, self.block_id))
        self.steps.setVisible(not has_any and self.exercise is not None and not self.bridge.is_read_only)

    def _take_steps(self) -> None:
        exercise = self.exercise
        if exercise is not None:
            words = [step.text.get(self.context.texts.language) for step in exercise.steps]
            self.bridge.do(add_notes(self.document, self.bridge.ids, self.block_id, words, kind=self.kind))
            self.take_focus()
