"""The questionnaire: what is asked, the sheet of answers filled in by digits, and what the answers say."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.survey import Given, answer_many, remove_question
from sprint.errors import SprintError
from sprint.journeys import journeys
from sprint.records import Answer, Consent, Instrument, Journey, Note, Participant, Question
from sprint.store.folders import home_folder
from sprint.study.pasting import decoded, read_answers
from sprint.study.questions import answers_of, questions_of
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.answer_table import AnswerTable
from ui.study.asking import AskRow
from ui.study.people import code_words, participants_of
from ui.study.results import ResultsView
from ui.study.tab import StudyTab
from ui.study.two_views import TwoViews
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.toggles import ToggleChip

_ALL = 100
_LARGEST_TABLE_BYTES = 8 << 20


class QuestionsTab(StudyTab):
    """Filling in and reading, one beside the other."""

    MINDS = (Participant, Question, Answer, Journey, Note, Consent)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self.views = TwoViews(
            context,
            "study_ui.questions_title",
            "study_ui.which_view",
            (("fill", "study_ui.fill_in"), ("read", "study_ui.results")),
        )
        self.asking = AskRow(context, bridge, self)
        self.table = AnswerTable(context, self)
        self.down = ToggleChip(context, icon="chevron_down", role="accent", ground="accent_soft", parent=self)
        self.paste = Button(context, "study_ui.paste_table", icon="rows")
        self.open_csv = Button(context, "study_ui.open_csv", icon="open")
        self.remove = Button(context, "study_ui.remove_question", kind="quiet", icon="trash")
        self.question = PlainLabel(role="bold", wrap=True)
        self.scale = PlainLabel(role="muted", wrap=True)
        self.refusal = PlainLabel(role="danger", wrap=True)
        self._empty = TextLabel(context, "study_ui.no_questions", role="muted", wrap=True)
        self._keys = TextLabel(context, "study_ui.fill_keys", role="small", wrap=True)
        self.results = ResultsView(context, bridge, self)
        self._lay_out()
        self._listen()
        self.show_view("fill")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        fill = QWidget()
        inside = QVBoxLayout(fill)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.asking)
        inside.addWidget(self._empty)
        inside.addWidget(self.table, _ALL)
        for label in (self.question, self.scale, self.refusal):
            inside.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.down, self.paste, self.open_csv, self.remove):
            row.addWidget(part)
        row.addWidget(self._keys, 1)
        inside.addLayout(row)
        inside.addStretch(1)
        self.views.add_view(fill)
        self.views.add_view(self.results)

    def _listen(self) -> None:
        self.views.choice.chosen.connect(self.show_view)
        self.table.answered.connect(self._answer)
        self.table.worded.connect(self._word)
        self.table.pasted.connect(self.paste_table)
        self.table.currentCellChanged.connect(lambda *_places: self._show_question())
        self.paste.clicked.connect(self.paste_table)
        self.open_csv.clicked.connect(self.open_table)
        self.remove.clicked.connect(self._remove)
        self.down.clicked.connect(lambda is_on: setattr(self.table, "goes_down", is_on))

    # ---- showing

    def show_view(self, name: str) -> None:
        """Show the sheet ("fill") or the outcome ("read")."""
        self.views.show_view(name)
        if name == "read":
            self.results.refresh()

    def refresh(self) -> None:
        """Show the sheet and the outcome as they are now."""
        t, document = self.context.texts, self.document
        self.asking.refresh()
        self.down.show_text(t("study_ui.goes_down"))
        questions, people = questions_of(document), participants_of(document)
        answers = {
            (one.question_id, one.participant_id): one
            for question in questions
            for one in answers_of(document, question.id)
        }
        self.table.setAccessibleName(t("study_ui.sheet"))
        self.table.show_answers(
            [(who, code_words(self.context, who)) for who in people],
            [(question, self._short(question)) for question in questions],
            answers,
        )
        is_there = bool(questions and people)
        for part in (self.table, self.down, self.paste, self.open_csv, self.remove, self._keys):
            part.setVisible(is_there)
        self._empty.setVisible(not is_there)
        for part in (self.paste, self.open_csv, self.remove):
            part.setEnabled(not self.bridge.is_read_only)
        self._show_question()
        if self.views.name == "read":
            self.results.refresh()

    def on_diff(self, diff: Diff) -> None:
        """Show what changed."""
        self.refresh()

    def take_focus(self) -> None:
        """Fill in at once."""
        (self.table if self.table.isVisible() else self.asking.instrument).setFocus()

    def _short(self, question: Question) -> str:
        """Name a column in a word; the same item about two journeys says which."""
        t = self.context.texts
        same = [one for one in questions_of(self.document) if one.instrument is question.instrument]
        number = same.index(question) + 1
        name = question.item or {
            Instrument.KANO: f"Kano {number}",
            Instrument.MARK: t("study_ui.mark_short"),
            Instrument.CSAT: "CSAT",
            Instrument.CES: "CES",
            Instrument.SUCCESS: t("study_ui.success_short"),
            Instrument.TIME: t("study_ui.time_short"),
        }.get(question.instrument, " ".join([t("study_ui.own_short"), str(number)]))
        if len(journeys(self.document)) > 1 and question.journey_id:
            journey = self.document.require(Journey, question.journey_id)
            name += f"\n{t('study_ui.now' if journey.kind.value == 'as_is' else 'study_ui.later').lower()}"
        return name

    def _show_question(self) -> None:
        question, who = self.table.question, self.table.participant
        self.refusal.hide()
        for label in (self.question, self.scale):
            label.setVisible(question is not None)
        if question is None or who is None:
            return
        t = self.context.texts
        text = f"{question.text} / {question.opposite}" if question.opposite else question.text
        self.question.setText(f"{code_words(self.context, who)} · {text}")
        low, high = int(question.lowest), int(question.highest)
        key = "study_ui.scale_kano" if question.instrument is Instrument.KANO else "study_ui.scale"
        self.scale.setText(t(key, low=low, high=high, low_label=question.low_label, high_label=question.high_label))

    # ---- answering

    def _answer(self, question_id: str, participant_id: str, typed: str) -> None:
        question = self.document.require(Question, question_id)
        value, opposite = _numbers_in(typed, is_pair=question.instrument is Instrument.KANO)
        known = self._known(question_id, participant_id) if typed else None
        self._put(Given(question_id, participant_id, value, opposite, known.text if known is not None else ""))

    def _word(self, question_id: str, participant_id: str, words: str) -> None:
        """Keep an answer in own words beside the number that may be there."""
        known = self._known(question_id, participant_id)
        if words != (known.text if known is not None else ""):
            self._put(Given(question_id, participant_id, known.value if known is not None else None, None, words))

    def _known(self, question_id: str, participant_id: str) -> Answer | None:
        return next(
            (one for one in answers_of(self.document, question_id) if one.participant_id == participant_id), None
        )

    def _put(self, given: Given) -> None:
        self.table.is_taken = False
        try:
            diff = answer_many(self.document, self.bridge.ids, [given], at=self.bridge.utc_now())
        except SprintError as error:
            self.refresh()
            self.refusal.setText(self.context.texts.error(error))
            self.refusal.show()
            return
        self.table.is_taken = self.bridge.do(diff) if diff else True
        self.refusal.hide()

    def _remove(self) -> None:
        question = self.table.question
        if question is None:
            return
        t = self.context.texts
        if next(iter(answers_of(self.document, question.id)), None) is not None:
            choices = (("keep", t("study_ui.keep_question")), ("remove", t("study_ui.remove_question")))
            if self.context.messages.ask(t("study_ui.remove_question_ask"), choices) != "remove":
                return
        self.tried(lambda: remove_question(self.document, question.id))

    def paste_table(self) -> None:
        """Take over a table from the clipboard: codes down, questions across."""
        self.take_table(QGuiApplication.clipboard().text())

    def open_table(self) -> None:
        """Take over a CSV file."""
        t = self.context.texts
        dialog = self.context.messages.file_dialog(t("study_ui.open_csv"), home_folder(), "CSV (*.csv *.tsv *.txt)")
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if chosen:
            self.take_file(Path(chosen[0]))

    def take_file(self, path: Path) -> None:
        """Take over a table in a file."""
        try:
            # What is no ordinary file may never end, and a table of answers is never that large.
            data = path.read_bytes() if path.is_file() and path.stat().st_size <= _LARGEST_TABLE_BYTES else None
        except OSError:
            data = None
        if data is None:
            self.context.messages.warn(self.context.texts("study_ui.csv_unreadable", name=path.name))
            return
        self.take_table(decoded(data))

    def take_table(self, text: str) -> None:
        """Take over a table of answers, and say what was taken and what not."""
        t = self.context.texts
        try:
            found = read_answers(self.document, text)
        except SprintError as error:
            self.context.messages.warn(t.error(error))
            return
        if found.given and not self.tried(
            lambda: answer_many(self.document, self.bridge.ids, found.given, at=self.bridge.utc_now())
        ):
            return
        told = t("study_ui.pasted", count=len(found.given), people=found.participants)
        if not found.refused:
            self.context.messages.tell(told, tone="good")
            return
        refused = "\n".join(
            t("study_ui.refused_line", row=one.row, column=one.column or "–", reason=t.error(one.reason))
            for one in found.refused
        )
        told = " ".join([told, t("study_ui.refused", count=len(found.refused))])
        self.context.messages.warn(told, refused)


def _numbers_in(typed: str, *, is_pair: bool) -> tuple[float | None, float | None]:
    if not typed:
        return None, None
    if is_pair:
        return float(typed[0]), float(typed[1]) if len(typed) > 1 else None
    return float(typed.replace(",", ".")), None
