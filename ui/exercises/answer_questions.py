"""The surface on which the sprint questions are answered, with the evidence beside them."""

from __future__ import annotations

from typing import ClassVar

from sprint.edits.verdicts import sprint_answer_of
from sprint.records import Verdict
from sprint.study.guide import sprint_questions
from sprint.text_table import TextTable
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.study.answer_card import VERDICT_KEYS
from ui.study.answers import AnswersTab
from ui.study.evidence_picker import counted
from ui.study.surface import StudySurface
from ui.study.tab import StudyTab
from ui.texts import Texts

NAME = "answer_questions"

_TONES = {
    Verdict.YES: "opportunity",
    Verdict.PARTLY: "idea",
    Verdict.NO: "pain",
    Verdict.UNKNOWN: "backstage",
}
"""The colour of an answer on the room screen; the word says it too."""


class Surface(StudySurface):
    """The room sees every question with its answer."""

    TAB: ClassVar[type[StudyTab]] = AnswersTab

    def room_page(self) -> RoomPage:
        """Give each question with its answer, why, and how much stands behind it."""
        columns = []
        for note_id, question, verdict, reason, evidence in self._rows(self.room_texts):
            answer = sprint_answer_of(self.document, note_id)
            tone = _TONES[answer.verdict if answer else Verdict.UNKNOWN]
            cards = [RoomCard(verdict, tone=tone), RoomCard(evidence, tone="backstage")]
            if reason:
                cards.insert(1, RoomCard(reason))
            columns.append(RoomColumn(question, tuple(cards)))
        return RoomPage(columns=tuple(columns), is_quiet=not columns)

    def table(self) -> TextTable:
        """Give the questions with their answers."""
        t = self.context.texts
        head = (
            *(t("study_ui.sprint_questions"), t("study_ui.verdict")),
            *(t("study_ui.verdict_why"), t("study_ui.choose_evidence")),
        )
        return TextTable(head, tuple(row[1:] for row in self._rows(t)))

    def _rows(self, t: Texts) -> list[tuple[str, ...]]:
        rows = []
        for note in sprint_questions(self.document):
            answer = sprint_answer_of(self.document, note.id)
            found = (answer.observation_ids, answer.pattern_ids, answer.question_ids) if answer else ((), (), ())
            verdict = t(VERDICT_KEYS[answer.verdict if answer else Verdict.UNKNOWN])
            rows.append((note.id, note.text, verdict, answer.reason if answer else "", counted(t, *found)))
        return rows
