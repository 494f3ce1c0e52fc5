"""The only door to a person: quiet sentences in the window, and questions that must be answered first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from sprint.store.folders import home_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

    from ui.dialogs.files import FileQuestions
    from ui.icons import Icons
    from ui.texts import Texts

SPRINT_SUFFIX = ".sprint"

Tone = Literal["now", "good", "warn", "danger"]
"""What a strip means: a fact, something that is done, something to look at, something that is not safe."""

Choice = tuple[str, str]
"""What is returned, and the text of the button."""


SETTLED = "settled"
"""The answer to a question that was no question any more."""


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

    def ask(
        self,
        question: str,
        choices: Sequence[Choice],
        *,
        detail: str = "",
        until: Callable[[], bool] | None = None,
    ) -> str:
        """Ask and wait; gives the id of the chosen answer, or "" when the question was closed.

        The first choice is the one Enter takes; Esc closes without an answer. A question that is no question any more
        (`until` says so) goes away by itself and gives SETTLED.
        """
        from ui.dialogs.question import QuestionDialog  # noqa: PLC0415 - nothing is asked before the first frame

        dialog = QuestionDialog(self._texts, question, choices, detail, self._window)
        if until is not None:
            dialog.watch(until, SETTLED)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def ask_text(self, question: str, value: str = "", *, hint: str = "", accept: str = "") -> str | None:
        """Ask for a line of text; gives None when the question was closed."""
        from ui.dialogs.question import TextQuestionDialog  # noqa: PLC0415 - as above

        dialog = TextQuestionDialog(self._texts, question, value, hint, accept, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def ask_open_path(self, title: str, folder: Path | None = None) -> Path | None:
        """Ask which sprint to open."""
        kind = self._texts("ui.file_kind")
        return self._files.one_to_open(title, folder or home_folder(), f"{kind} (*{SPRINT_SUFFIX})")

    def ask_save_path(self, title: str, suggestion: Path, suffix: str = SPRINT_SUFFIX) -> Path | None:
        """Ask where to write a file; gives the path with its suffix."""
        return self._files.one_to_save(title, suggestion, suffix)

    def ask_pictures(self, title: str) -> list[Path]:
        """Ask which photos to take; empty when the question was closed."""
        kind = self._texts("ui.picture_kind")
        return self._files.some_to_open(title, home_folder(), f"{kind} (*.png *.jpg *.jpeg *.webp)")

    def ask_folder(self, title: str) -> Path | None:
        """Ask for a folder; None when the question was closed."""
        return self._files.folder(title, home_folder())

    def file_dialog(self, title: str, folder: Path, pattern: str) -> QFileDialog:
        """Make the system's window for files, for a question of one's own."""
        return self._files.dialog(title, folder, pattern)

    @property
    def _files(self) -> FileQuestions:
        from ui.dialogs.files import FileQuestions  # noqa: PLC0415 - nothing is asked before the first frame

        return FileQuestions(self._texts, self._icons, self._window)
