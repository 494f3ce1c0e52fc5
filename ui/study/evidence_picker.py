"""What an answer to a sprint question rests on: patterns, questions of the questionnaire and notes, to tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.document import Document
from sprint.insight.patterns import patterns_of, support_of
from sprint.records import Observation, SprintAnswer, Step
from sprint.study.questions import answers_of, questions_of
from ui.context import Context
from ui.study.pattern_card import support_words
from ui.study.people import code_words, who_is
from ui.texts import Texts
from ui.widgets.check import CheckBox
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel, TextLabel

_MOST_NOTES = 15


class EvidenceRow(QWidget):
    """One thing to tick: its words, and a muted line about it."""

    ticked = Signal(bool)

    def __init__(self, context: Context, words: str, detail: str, *, is_on: bool, may: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        self.box = CheckBox(context, self)
        self.box.setFixedWidth(context.theme.size("target.mouse") + 4)
        self.box.setAccessibleName(f"{words}, {detail}")
        self.box.setChecked(is_on)
        self.box.setEnabled(may)
        self.box.clicked.connect(self.ticked)
        row.addWidget(self.box)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(PlainLabel(words, wrap=True))
        texts.addWidget(PlainLabel(detail, role="small", wrap=True))
        row.addLayout(texts, 1)


class EvidencePicker(QWidget):
    """Three lists; notes are found by words, because there are many."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document: Document | None = None
        self._may = True
        self.patterns: dict[str, None] = {}
        self.questions: dict[str, None] = {}
        self.notes: dict[str, None] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(context, "study_ui.evidence_title", role="title"))
        column.addWidget(TextLabel(context, "study_ui.evidence_hint", role="muted", wrap=True))
        column.addWidget(TextLabel(context, "study_ui.patterns_title", role="bold"))
        self._patterns = QVBoxLayout()
        column.addLayout(self._patterns)
        column.addWidget(TextLabel(context, "study_ui.questions_title", role="bold"))
        self._questions = QVBoxLayout()
        column.addLayout(self._questions)
        column.addWidget(TextLabel(context, "study_ui.notes_title", role="bold"))
        self.search = LineField()
        self.search.typed.connect(lambda _text: self._show_notes())
        column.addWidget(self.search)
        self._notes = QVBoxLayout()
        column.addLayout(self._notes)

    def show_answer(self, document: Document, answer: SprintAnswer | None, *, may: bool) -> None:
        """Show what there is, with ticks at what the answer rests on."""
        self._document, self._may = document, may
        self.patterns = dict.fromkeys(answer.pattern_ids if answer is not None else ())
        self.questions = dict.fromkeys(answer.question_ids if answer is not None else ())
        self.notes = dict.fromkeys(answer.observation_ids if answer is not None else ())
        t = self._context.texts
        self.search.setPlaceholderText(t("study_ui.find_note"))
        self.search.setAccessibleName(t("study_ui.find_note"))
        _empty(self._patterns)
        for pattern in patterns_of(document):
            words = support_words(self._context, support_of(document, pattern))
            self._add(self._patterns, self.patterns, pattern.id, pattern.title, words)
        _empty(self._questions)
        for question in questions_of(document):
            count = sum(1 for one in answers_of(document, question.id) if one.value is not None or one.text)
            if count:
                self._add(
                    self._questions, self.questions, question.id, question.text, t("figure.answered", count=count)
                )
        self._show_notes()

    def _show_notes(self) -> None:
        _empty(self._notes)
        document = self._document
        if document is None:
            return
        wanted = self.search.text().strip().casefold()
        notes = sorted(document.table(Observation).values(), key=lambda one: (one.id not in self.notes, one.at, one.id))
        chosen = [one for one in notes if one.id in self.notes]
        found = [one for one in notes if one.id not in self.notes and wanted and wanted in one.text.casefold()]
        for note in [*chosen, *found[:_MOST_NOTES]]:
            step = document.require(Step, note.step_id)
            code = code_words(self._context, who_is(document, note.participant_id))
            self._add(self._notes, self.notes, note.id, note.text, f"{code} · {step.title}")

    def _add(self, column: QVBoxLayout, ticked: dict[str, None], record_id: str, words: str, detail: str) -> None:
        row = EvidenceRow(self._context, words, detail, is_on=record_id in ticked, may=self._may)
        row.ticked.connect(lambda is_on: self._tick(ticked, record_id, is_on=is_on))
        column.addWidget(row)

    def _tick(self, ticked: dict[str, None], record_id: str, *, is_on: bool) -> None:
        if is_on:
            ticked[record_id] = None
        else:
            ticked.pop(record_id, None)
        self.changed.emit()


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def counted(t: Texts, notes: Iterable[str], patterns: Iterable[str], questions: Iterable[str]) -> str:
    """Say how much stands behind an answer."""
    parts = [
        t("study_ui.count_notes", count=len(list(notes))),
        t("study_ui.count_patterns", count=len(list(patterns))),
        t("study_ui.count_questions", count=len(list(questions))),
    ]
    return t("study_ui.evidence_count", parts=", ".join(parts))
