"""The surface for the retrospective: what to keep, what to change, what to try."""

from __future__ import annotations

from typing import ClassVar

from sprint.records import Note, NoteKind
from ui.exercises.marked import Mark, MarkedSurface

NAME = "retrospective"


class Surface(MarkedSurface):
    """Three columns; 1, 2 and 3 put a card in one."""

    KIND: ClassVar[NoteKind] = NoteKind.LESSON
    LINE: ClassVar[str] = "plan.line_retro"
    MARKS: ClassVar[tuple[Mark, ...]] = (
        Mark("keep", "1", "plan.keep", "opportunity"),
        Mark("change", "2", "plan.change", "pain"),
        Mark("try", "3", "plan.try", "thought"),
    )

    def given(self) -> list[Note]:
        """A look back begins with an empty wall."""
        return []
