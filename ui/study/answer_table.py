"""The sheet of answers: a row for each participant, a column for each question, filled in with digits alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from sprint.records import Answer, Instrument, Participant, Question
from ui.context import Context
from ui.widgets.fields import LineField
from ui.widgets.undo_key import is_undo_key

_ROW_PX, _COLUMN_PX, _COLUMN_LEAST, _HEAD_PX, _LONGEST = 32, 84, 62, 46, 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KANO_DIGITS, _WORDS_PX = 2, 360


class AnswerTable(QTableWidget):
    """Digits fill a cell and go on; Enter goes on without an answer, Delete empties."""

    answered = Signal(str, str, str)
    """A question, a participant and what was typed ("" to empty it)."""
    worded = Signal(str, str, str)
    """A question, a participant and the answer in their own words."""
    pasted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self._context = context
        self._questions: list[Question] = []
        self._people: list[Participant] = []
        self._answers: dict[tuple[str, str], Answer] = {}
        self._typed = ""
        self._is_writing = False
        self.goes_down = False
        self.words = LineField(self.viewport())
        self.words.hide()
        self.words.left.connect(self._keep_words)
        self.words.installEventFilter(self)
        self.setObjectName("answers")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultSectionSize(_COLUMN_PX)
        self.horizontalHeader().setFixedHeight(_HEAD_PX)
        self.currentCellChanged.connect(lambda *_places: self._begin())

    # ---- showing

    def show_answers(
        self,
        people: list[tuple[Participant, str]],
        questions: list[tuple[Question, str]],
        answers: dict[tuple[str, str], Answer],
    ) -> None:
        """Show the sheet; the cell that is on stays on."""
        row, column = self.currentRow(), self.currentColumn()
        self.blockSignals(True)
        self._people = [who for who, _ in people]
        self._answers = answers
        self._questions = [question for question, _ in questions]
        self.setRowCount(len(people))
        self.setColumnCount(len(questions))
        self.setVerticalHeaderLabels([code for _, code in people])
        self.setHorizontalHeaderLabels([short for _, short in questions])
        for y, who in enumerate(self._people):
            for x, question in enumerate(self._questions):
                answer = answers.get((question.id, who.id))
                item = QTableWidgetItem(answer_words(self._context, question, answer))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.setItem(y, x, item)
        for x, question in enumerate(self._questions):
            self.horizontalHeaderItem(x).setToolTip(question.text)
        self.blockSignals(False)
        self._fit()
        if people and questions:
            self.setCurrentCell(max(0, min(row, len(people) - 1)), max(0, min(column, len(questions) - 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let all questions fit when that can be."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() // max(1, self.columnCount())
        self.horizontalHeader().setDefaultSectionSize(max(_COLUMN_LEAST, min(_COLUMN_PX, room)))

    @property
    def question(self) -> Question | None:
        """The question of the column that is on."""
        return self._questions[self.currentColumn()] if 0 <= self.currentColumn() < len(self._questions) else None

    @property
    def participant(self) -> Participant | None:
        """The participant of the row that is on."""
        return self._people[self.currentRow()] if 0 <= self.currentRow() < len(self._people) else None

    def go_on(self) -> None:
        """Go to the next question of this participant, or to the next participant of this question."""
        row, column = self.currentRow(), self.currentColumn()
        if self.goes_down:
            row, column = (row + 1, column) if row + 1 < self.rowCount() else (0, column + 1)
        else:
            row, column = (row, column + 1) if column + 1 < self.columnCount() else (row + 1, 0)
        if row < self.rowCount() and column < self.columnCount():
            self.setCurrentCell(row, column)

    # ---- typing

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window, keep pasting."""
        if is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill in."""
        key, text = Qt.Key(event.key()), event.text()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif self._takes_words and (key == Qt.Key.Key_F2 or _is_letter(event)):
            self._begin_words("" if key == Qt.Key.Key_F2 else text)
        elif text.isdigit() or (text in (",", ".") and self._typed):
            self._type(text)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._typed = ""
            self._tell("")
        elif key in _ENTER:
            if self._typed:
                self._finish()
            else:
                self.go_on()
        else:
            if self._typed and key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._finish(stay=True)
            super().keyPressEvent(event)

    # ---- words

    @property
    def _takes_words(self) -> bool:
        return self.question is not None and self.question.instrument is Instrument.OWN

    def _begin_words(self, first: str) -> None:
        """Write in a line over the cell: a letter begins anew, F2 goes on with what is there."""
        place = self.visualItemRect(self.item(self.currentRow(), self.currentColumn()))
        wide = min(max(_WORDS_PX, place.width()), self.viewport().width())
        left = min(place.left(), self.viewport().width() - wide)
        self.words.setGeometry(left, place.top(), wide, place.height())
        question, who = self.question, self.participant
        known = self._answers.get((question.id, who.id)) if question is not None and who is not None else None
        self.words.setText(first or (known.text if known is not None else ""))
        self.words.setAccessibleName(question.text if question is not None else "")
        self._is_writing = True
        self.words.show()
        self.words.setFocus()
        self.words.setCursorPosition(len(self.words.text()))

    def _end_words(self) -> None:
        self._keep_words()
        self.setFocus()
        self.go_on()

    def _keep_words(self) -> None:
        question, who = self.question, self.participant
        if not self._is_writing or question is None or who is None:
            return
        self._is_writing = False
        self.words.hide()
        self.worded.emit(question.id, who.id, self.words.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the words with Enter and go on, leave them as they were with Esc."""
        key = Qt.Key(event.key()) if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if key == Qt.Key.Key_Escape:
            self._is_writing = False  # hiding a field leaves it
            self.words.hide()
            self.setFocus()
        elif key in _ENTER:
            self._end_words()
        else:
            return super().eventFilter(watched, event)
        return True

    # ---- digits

    def _type(self, text: str) -> None:
        question = self.question
        if question is None:
            return
        self._typed = (self._typed + text)[:_LONGEST]
        item = self.item(self.currentRow(), self.currentColumn())
        item.setText(self._typed)
        if len(self._typed) >= _digits_of(question):
            self._finish()

    def _finish(self, *, stay: bool = False) -> None:
        typed, self._typed = self._typed, ""
        place = (self.currentRow(), self.currentColumn())
        self._tell(typed)
        if not stay and (self.currentRow(), self.currentColumn()) == place and self.is_taken:
            self.go_on()

    is_taken = True
    """Whether what was typed last could be an answer; the page says so."""

    def _tell(self, typed: str) -> None:
        question, who = self.question, self.participant
        if question is not None and who is not None:
            self.answered.emit(question.id, who.id, typed)

    def _begin(self) -> None:
        self._typed = ""


def _digits_of(question: Question) -> int:
    """After how many digits an answer is surely complete; a mark with decimals never is."""
    if question.instrument is Instrument.KANO:
        return _KANO_DIGITS
    if question.instrument in (Instrument.MARK, Instrument.TIME):
        return _LONGEST + 1
    return len(str(int(question.highest)))


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key begins words: no digit, no blank, nothing with Ctrl or Alt."""
    text, held = event.text(), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return bool(text) and text.isprintable() and not text.isspace() and not text.isdigit() and not held


def answer_words(context: Context, question: Question, answer: Answer | None) -> str:
    """Write an answer in its cell."""
    if answer is None:
        return ""
    number = context.texts.translator.number
    shown = [
        "–" if value is None else number(value, 0 if value == int(value) else 1)
        for value in (answer.value, answer.opposite)
    ]
    if question.instrument is Instrument.KANO:
        return " / ".join(shown)
    if answer.value is None:
        return answer.text
    return f"{shown[0]} · {answer.text}" if answer.text else shown[0]
