"""The Kano sort by the team: a guess for each idea, kept as a guess and later laid beside what citizens answered."""

from __future__ import annotations

from typing import ClassVar

from sprint.flow import FlowReader
from sprint.insight.survey import KanoSummary, kano_beside_guess
from sprint.records import Note, NoteKind
from sprint.text_table import TextTable
from ui.exercises.marked import Mark, MarkedSurface

NAME = "kano_sort"
_LETTERS = ("", "M", "O", "A", "I", "R")


class Surface(MarkedSurface):
    """A column for each class; a letter puts a card there. What citizens said stands on the card once they did."""

    KIND: ClassVar[NoteKind] = NoteKind.IDEA
    LINE: ClassVar[str] = "plan.line_kano"
    MARKS: ClassVar[tuple[Mark, ...]] = (
        Mark("", "0", "plan.kano_open", "quote"),
        Mark("M", "m", "plan.kano_m", "legal"),
        Mark("O", "o", "plan.kano_o", "thought"),
        Mark("A", "a", "plan.kano_a", "opportunity"),
        Mark("I", "i", "plan.kano_i", "backstage"),
        Mark("R", "r", "plan.kano_r", "pain"),
    )

    def given(self) -> list[Note]:
        """List the ideas; when none was written down, the sketches."""
        reader = FlowReader(self.document, self.names.catalogue)
        return self.found(reader.material(self.block_id, ("ideas",)) or reader.material(self.block_id, ("sketches",)))

    def label(self, note: Note) -> str:
        """Say that it is a guess, or what citizens answered."""
        t, found = self.context.texts, self._answered(note)
        shown = ""
        if found is not None and found.whole.category is not None:
            shown = t("plan.kano_citizens", letter=found.whole.category.value, count=found.whole.n)
        elif found is not None and found.whole.n:
            shown = t("plan.kano_few", count=found.whole.n)
        elif note.mark:
            shown = t("plan.kano_guess")
        return " · ".join(part for part in (super().label(note), shown) if part)

    def table(self) -> TextTable:
        """Give idea, guess and what citizens answered."""
        t = self.context.texts
        rows = []
        for mark in self.MARKS:
            for note in self.of_mark(mark):
                found = self._answered(note)
                category = found.whole.category if found is not None else None
                rows.append((note.text, t(mark.title), category.value if category is not None else ""))
        return TextTable((t("plan.what"), t("plan.kano_guess"), t("plan.kano_answer")), tuple(rows))

    def _answered(self, note: Note) -> KanoSummary | None:
        """Find what citizens answered about this idea, or about the note it was made of."""
        wanted = {note.id, note.origin_id} - {""}
        return next((one for one in kano_beside_guess(self.document) if one.question.note_id in wanted), None)
