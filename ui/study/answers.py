"""What citizens answered to the sprint questions, with the evidence linked, and the journey validated step by step."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.verdicts import answer_sprint_question, sprint_answer_of
from sprint.records import (
    Answer,
    Card,
    Journey,
    Note,
    Observation,
    Participant,
    Pattern,
    Question,
    SprintAnswer,
    Step,
    Verdict,
)
from sprint.study.guide import sprint_questions
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.answer_card import AnswerCard
from ui.study.evidence_picker import EvidencePicker
from ui.study.tab import StudyTab
from ui.study.two_views import TwoViews
from ui.study.validation_view import ValidationView
from ui.widgets.columns import RecordColumn, ScrollColumn
from ui.widgets.labels import TextLabel

_SIDE_PX, _SIDE_WIDE_PX, _WIDE_PX = 380, 460, 1_250


class AnswersTab(StudyTab):
    """Two views: the sprint questions, and the journey."""

    MINDS = (Note, SprintAnswer, Pattern, Question, Answer, Observation, Participant, Step, Journey, Card)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._open_id = ""
        self.views = TwoViews(
            context,
            "study_ui.answers_title",
            "study_ui.which_answers",
            (("questions", "study_ui.sprint_questions"), ("steps", "study_ui.validation")),
            right=8,
        )
        self.view = self.views.choice
        self.picker = EvidencePicker(context)
        self.steps = ValidationView(context, bridge, self)
        self._empty = TextLabel(context, "study_ui.no_sprint_questions", role="muted", wrap=True)
        self._lay_out()
        self.view.chosen.connect(self.show_view)
        self.picker.changed.connect(self._on_evidence)
        self.steps.step_requested.connect(self.step_requested)
        self.show_view("questions")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        left = ScrollColumn(self, margin=0, spacing=10)
        left.column.setContentsMargins(0, 0, 12, 0)
        left.column.addWidget(self._empty)
        self.cards = RecordColumn(self._made_card, self.view, left.inside, spacing=10)
        left.column.addWidget(self.cards)
        left.column.addStretch(1)
        row.addWidget(left, 1)
        self._side = ScrollColumn(self, margin=0, spacing=4)
        self._side.column.setContentsMargins(0, 0, 16, 0)
        self._side.column.addWidget(self.picker)
        self._side.column.addStretch(1)
        row.addWidget(self._side)
        self.views.add_view(both)
        self.views.add_view(self.steps)

    def show_view(self, name: str) -> None:
        """Show the sprint questions ("questions") or the journey ("steps")."""
        self.views.show_view(name)
        if name == "steps":
            self.steps.refresh()

    def refresh(self) -> None:
        """Show everything as it is now."""
        questions = sprint_questions(self.document)
        if self._open_id not in {note.id for note in questions}:
            self._open_id = questions[0].id if questions else ""
        self._empty.setVisible(not questions)
        self.cards.show_records(questions)
        self._side.setFixedWidth(_SIDE_WIDE_PX if self.width() > _WIDE_PX else _SIDE_PX)
        self._show_open()
        if self.views.name == "steps":
            self.steps.refresh()

    def on_diff(self, diff: Diff) -> None:
        """Show what changed."""
        self.refresh()

    def take_focus(self) -> None:
        """Begin at the first question."""
        first = next(iter(self.cards.rows.values()), None)
        (first.findChild(QWidget, "verdict") or first if first is not None else self.view).setFocus()

    def _show_open(self) -> None:
        for note_id, card in self.cards.rows.items():
            if isinstance(card, AnswerCard):
                card.show_open(is_open=note_id == self._open_id)
        self.picker.setVisible(bool(self._open_id))
        if self._open_id:
            answer = sprint_answer_of(self.document, self._open_id)
            self.picker.show_answer(self.document, answer, may=not self.bridge.is_read_only)

    def _made_card(self, note: object) -> AnswerCard:
        assert isinstance(note, Note)
        card = AnswerCard(self.context, self.bridge, note)
        note_id = note.id
        card.opened.connect(lambda: self.open(note_id))
        card.verdict_chosen.connect(lambda verdict: self._answer(note_id, verdict=verdict))
        card.reason_written.connect(lambda reason: self._answer(note_id, reason=reason))
        return card

    def open(self, note_id: str) -> None:
        """Show what the answer to a question rests on."""
        if note_id != self._open_id:
            self._open_id = note_id
            self._show_open()

    # ---- answering

    def _answer(self, note_id: str, *, verdict: Verdict | None = None, reason: str | None = None) -> None:
        self.open(note_id)
        known = sprint_answer_of(self.document, note_id)
        is_new = known is None or (known.verdict, known.reason) != (
            known.verdict if verdict is None else verdict,
            known.reason if reason is None else reason,
        )
        if is_new and (known is not None or verdict is not None or reason):
            self._write(note_id, verdict, reason)

    def _on_evidence(self) -> None:
        self._write(self._open_id, None, None)

    def _write(self, note_id: str, verdict: Verdict | None, reason: str | None) -> None:
        known = sprint_answer_of(self.document, note_id) or SprintAnswer(id="", note_id=note_id)
        kept = self.tried(
            lambda: answer_sprint_question(
                self.document,
                self.bridge.ids,
                note_id,
                known.verdict if verdict is None else verdict,
                reason=known.reason if reason is None else reason,
                observation_ids=self.picker.notes,
                pattern_ids=self.picker.patterns,
                question_ids=self.picker.questions,
            )
        )
        if not kept:
            self.refresh()
