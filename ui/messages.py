"""The only door to a person: quiet sentences in the window, and questions that must be answered first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.dialogs.question import QuestionDialog, TextQuestionDialog
from ui.icons import Icons
from ui.texts import Texts

SPRINT_SUFFIX = ".sprint"

Tone = Literal["now", "good", "warn", "danger"]
"""What a strip means: a fact, something that is done, something to look at, something that is not safe."""

Choice = tuple[str, str]
"""What is returned, and the text of the button."""


class Messages(QObject):
    """Tells and asks; a test puts a scripted double in its place and fails on a question nobody expected."""

    told = Signal(str, str, str)
    """A sentence, its details and its tone, for the strip of the window in front."""

    def __init__(self, texts: Texts, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._icons = icons
        self._window: QWidget | None = None

    def set_window(self, window: QWidget | None) -> None:
        """Say which window questions belong to."""
        self._window = window

    def tell(self, text: str, detail: str = "", tone: Tone = "now") -> None:
        """Say a sentence in the window; it stands there quietly and stops nobody."""
        self.told.emit(text, detail, tone)

    def warn(self, text: str, detail: str = "") -> None:
        """Say that something did not go as asked, in the colour of that."""
        self.tell(text, detail, "warn")

    def ask(self, question: str, choices: Sequence[Choice], *, detail: str = "") -> str:
        """Ask and wait; gives the id of the chosen answer, or "" when the question was closed.

        The first choice is the one Enter takes; Esc closes without an answer.
        """
        dialog = QuestionDialog(self._texts, question, choices, detail, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def ask_text(self, question: str, value: str = "", *, hint: str = "", accept: str = "") -> str | None:
        """Ask for a line of text; gives None when the question was closed."""
        dialog = TextQuestionDialog(self._texts, question, value, hint, accept, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def ask_open_path(self, title: str, folder: Path | None = None) -> Path | None:
        """Ask which sprint to open."""
        kind = self._texts("ui.file_kind")
        pattern = f"{kind} (*{SPRINT_SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(folder or Path.home()), pattern)
        return Path(chosen) if chosen else None

    def ask_save_path(self, title: str, suggestion: Path, suffix: str = SPRINT_SUFFIX) -> Path | None:
        """Ask where to write a file; gives the path with its suffix."""
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(suggestion), f"*{suffix}")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
