"""The surface of an interview: the guide, the notes and the clock of the five acts."""

from __future__ import annotations

from typing import ClassVar

from sprint.records import Observation
from sprint.text_table import TextTable
from ui.exercises.room_page import RoomPage
from ui.study.interview import InterviewTab
from ui.study.people import code_words, who_is
from ui.study.surface import StudySurface
from ui.study.tab import StudyTab

NAME = "interviews"


class Surface(StudySurface):
    """The room sees nothing of a talk while it is held: people may talk freely."""

    TAB: ClassVar[type[StudyTab]] = InterviewTab

    def show_block(self, block_id: str) -> None:
        """Hold the talks of this block."""
        assert isinstance(self.tab, InterviewTab)
        self.tab.block_id = block_id
        super().show_block(block_id)

    def room_page(self) -> RoomPage:
        """Only the clock and the question."""
        return RoomPage(is_quiet=True)

    def table(self) -> TextTable:
        """Give the notes of the participant who is shown."""
        assert isinstance(self.tab, InterviewTab)
        t, who = self.context.texts, self.tab.participant_id
        head = (t("study_ui.code"), t("study_ui.step"), "+ 0 −", t("study_ui.note_line"))
        rows = []
        for note in sorted(self.document.table(Observation).values(), key=lambda note: (note.at, note.id)):
            if note.participant_id == who and who:
                step = self.document.get(note.step_id)
                sign = {1: "+", 0: "0", -1: "−"}[note.valence]
                code = code_words(self.context, who_is(self.document, who))
                rows.append((code, getattr(step, "title", ""), sign, note.text))
        return TextTable(head, tuple(rows))
