"""A question with its answers as buttons, and a question for one line of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.texts import Texts

_WIDTH = 440
_LOOK_MS = 200


class QuestionDialog(QDialog):
    """Asks one thing; the first answer is the one that Enter takes."""

    def __init__(
        self, texts: Texts, question: str, choices: Sequence[tuple[str, str]], detail: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.answer = ""
        self.setWindowTitle(texts("ui.app_name"))
        self.setAccessibleName(question)
        page = _page(self, question, detail)
        row = QHBoxLayout()
        row.addStretch(1)
        page.addLayout(row)
        for number, (answer, text) in enumerate(choices):
            button = QPushButton(text)
            button.setObjectName(f"answer_{answer}")
            button.setProperty("kind", "plain" if number else "primary")
            button.setDefault(not number)
            button.clicked.connect(lambda _checked=False, chosen=answer: self._choose(chosen))
            row.insertWidget(1, button)

    def watch(self, until: Callable[[], bool], answer: str) -> None:
        """Go away with this answer as soon as `until` says yes."""
        look = QTimer(self, interval=_LOOK_MS)
        look.timeout.connect(lambda: self._choose(answer) if until() else None)
        look.start()

    def _choose(self, answer: str) -> None:
        self.answer = answer
        self.accept()


class TextQuestionDialog(QDialog):
    """Asks for one line of text; `answer` is None until it is given."""

    def __init__(self, texts: Texts, question: str, value: str, hint: str, accept: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.answer: str | None = None
        self.setWindowTitle(texts("ui.app_name"))
        self.setAccessibleName(question)
        page = _page(self, question, "")
        self._field = QLineEdit(value)
        self._field.setAccessibleName(question)
        self._field.setPlaceholderText(hint)
        self._field.selectAll()
        page.addWidget(self._field)
        row = QHBoxLayout()
        cancel, done = QPushButton(texts("ui.cancel")), QPushButton(accept or texts("ui.ok"))
        done.setProperty("kind", "primary")
        done.setDefault(True)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self._take)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(done)
        page.addLayout(row)

    def _take(self) -> None:
        self.answer = self._field.text().strip()
        self.accept()


def _page(dialog: QDialog, question: str, detail: str) -> QVBoxLayout:
    dialog.setMinimumWidth(_WIDTH)
    page = QVBoxLayout(dialog)
    page.setContentsMargins(24, 24, 24, 16)
    page.setSpacing(12)
    for text, role in ((question, "lead_bold"), (detail, "muted")):
        if text:
            label = QLabel(text)
            # A sprint's own words stand in questions: they must never be read as markup.
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
            label.setWordWrap(True)
            page.addWidget(label)
    page.addSpacing(8)
    return page
