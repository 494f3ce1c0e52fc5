"""The assumptions board: what must be true, how much hangs on it, how sure we are; what matters most comes first."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from sprint.edits.plan import add_notes_at_steps
from sprint.plans import assumed_steps
from sprint.records import NoteKind, Step
from ui.exercises.base import ExerciseDesk
from ui.exercises.matrix import Axes
from ui.exercises.matrix import Surface as MatrixSurface
from ui.widgets.button import Button

NAME = "assumptions"


class Surface(MatrixSurface):
    """Importance against certainty; steps that rest on nothing but our own idea come in by one press."""

    AXES: ClassVar[Axes] = Axes(
        ("plan.unsure", "plan.axis_certainty", "plan.sure"),
        ("plan.little", "plan.axis_importance", "plan.much"),
        ("plan.test_first", "plan.rely_on", "plan.test_later", "plan.leave_it"),
    )

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.from_steps = Button(desk.context, icon="step")
        self.bar.addWidget(self.from_steps)
        self.from_steps.clicked.connect(self._take_steps)

    @property
    def kind(self) -> NoteKind:
        """Its cards are assumptions."""
        return NoteKind.ASSUMPTION

    def refresh(self) -> None:
        """Show the board, and how many steps still rest on an assumption that is not on it."""
        super().refresh()
        waiting = self._waiting()
        self.from_steps.show_text(self.context.texts("plan.take_assumed", count=len(waiting)))
        self.from_steps.setVisible(bool(waiting) and not self.bridge.is_read_only)

    def _waiting(self) -> list[Step]:
        there = {note.step_id for note in self.notes()}
        return [step for step in assumed_steps(self.document) if step.id not in there]

    def _take_steps(self) -> None:
        places = [(step.id, step.title) for step in self._waiting()]
        kind = NoteKind.ASSUMPTION
        self.bridge.do(add_notes_at_steps(self.document, self.bridge.ids, self.block_id, kind, places))
        self.board.take_focus()
