"""One sprint question with its answer: yes, partly, no or unknown, why, and how much stands behind it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from sprint.edits.verdicts import sprint_answer_of
from sprint.records import Note, Record, SprintAnswer, Verdict
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.evidence_picker import counted
from ui.widgets.button import Button
from ui.widgets.choices import Choices
from ui.widgets.columns import RecordRow
from ui.widgets.fields import TextField
from ui.widgets.labels import PlainLabel

VERDICTS = (
    (Verdict.YES.value, "study_ui.verdict_yes"),
    (Verdict.PARTLY.value, "study_ui.verdict_partly"),
    (Verdict.NO.value, "study_ui.verdict_no"),
    ("unknown", "study_ui.verdict_unknown"),
)
VERDICT_KEYS = {Verdict(value if value != "unknown" else ""): key for value, key in VERDICTS}


class AnswerCard(RecordRow):
    """Asks to be answered: the page knows the evidence that is ticked."""

    verdict_chosen = Signal(object)
    reason_written = Signal(str)
    opened = Signal()

    def __init__(self, context: Context, bridge: SprintBridge, note: Note) -> None:
        super().__init__()
        self._context, self._bridge, self._note = context, bridge, note
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._frame = QFrame(self)
        self._frame.setProperty("ground", "card")
        outer.addWidget(self._frame)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._text = PlainLabel(role="lead_bold", wrap=True)
        self.verdict = Choices(context, "study_ui.verdict", VERDICTS, self)
        self.reason = TextField()
        self.reason.setProperty("kind", "")
        self._evidence = PlainLabel(role="muted", wrap=True)
        self.choose = Button(context, "study_ui.choose_evidence", kind="quiet", icon="link")
        column.addWidget(self._text)
        row = QHBoxLayout()
        row.addWidget(self.verdict)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.addWidget(self._evidence, 1)
        foot.addWidget(self.choose)
        column.addLayout(foot)
        self.verdict.chosen.connect(
            lambda value: self.verdict_chosen.emit(Verdict(value if value != "unknown" else ""))
        )
        self.reason.left.connect(lambda: self.reason_written.emit(self.reason.toPlainText().strip()))
        self.reason.entered.connect(self.reason.clearFocus)
        self.choose.clicked.connect(self.opened)
        self.show_record(note)

    @property
    def answer(self) -> SprintAnswer | None:
        """The answer as it is kept."""
        return sprint_answer_of(self._bridge.document, self._note.id)

    def show_record(self, record: Record) -> None:
        """Show this state of the question and its answer."""
        if not isinstance(record, Note):
            return
        self._note = record
        t, answer = self._context.texts, self.answer
        self._text.setText(record.text)
        self.verdict.choose(answer.verdict.value if answer is not None and answer.verdict.value else "unknown")
        if not self.reason.hasFocus():
            self.reason.show_text(answer.reason if answer is not None else "")
        self.reason.setPlaceholderText(t("study_ui.verdict_why"))
        self.reason.setAccessibleName(t("study_ui.verdict_why"))
        notes, patterns, questions = (
            (answer.observation_ids, answer.pattern_ids, answer.question_ids) if answer is not None else ((), (), ())
        )
        self._evidence.setText(counted(t, notes, patterns, questions))
        for part in (self.verdict, self.reason):
            part.setEnabled(not self._bridge.is_read_only)
        self.setAccessibleName(record.text)

    def show_open(self, *, is_open: bool) -> None:
        """Mark the question whose evidence is shown."""
        ground = "now" if is_open else "card"
        if self._frame.property("ground") != ground:
            self._frame.setProperty("ground", ground)
            self._frame.style().unpolish(self._frame)
            self._frame.style().polish(self._frame)
