"""A scripted double of the only door to a person: it answers what the test wrote down and fails on anything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ui.icons import Icons
from ui.messages import SPRINT_SUFFIX, Choice, Messages, Tone
from ui.texts import Texts
from ui.theme import Theme


class ScriptedMessages(Messages):
    """Answers questions in the order in which the test expects them; `done()` says what went otherwise."""

    def __init__(self, texts: Texts, icons: Icons | None = None) -> None:
        super().__init__(texts, icons or Icons(Theme()))
        self.said: list[str] = []
        self.asked: list[str] = []
        self._answers: list[str | Path | None] = []
        self._surprises: list[str] = []

    def expect(self, *answers: str | Path | None) -> None:
        """Answer the next questions with these: an id, a text, a path, or None for "closed"."""
        self._answers.extend(answers)

    def problems(self) -> list[str]:
        """List questions nobody expected and answers nobody asked for."""
        return [f"unexpected question: {question}" for question in self._surprises] + [
            f"question never came: {answer!r}" for answer in self._answers
        ]

    def tell(self, text: str, detail: str = "", tone: Tone = "now") -> None:
        self.said.append(text)
        super().tell(text, detail, tone)

    def ask(
        self,
        question: str,
        choices: Sequence[Choice],
        *,
        detail: str = "",
        until: Callable[[], bool] | None = None,
    ) -> str:
        answer = self._next(question)
        if answer and answer not in {choice for choice, _ in choices}:
            self._surprises.append(f"{question} has no answer {answer!r}")
        return str(answer or "")

    def ask_text(self, question: str, value: str = "", *, hint: str = "", accept: str = "") -> str | None:
        answer = self._next(question)
        return None if answer is None else str(answer)

    def ask_open_path(self, title: str, folder: Path | None = None) -> Path | None:
        answer = self._next(title)
        return Path(answer) if answer else None

    def ask_save_path(self, title: str, suggestion: Path, suffix: str = SPRINT_SUFFIX) -> Path | None:
        answer = self._next(title)
        return Path(answer) if answer else None

    def ask_pictures(self, title: str) -> list[Path]:
        answer = self._next(title)
        return [Path(path) for path in str(answer).split("\n")] if answer else []

    def ask_folder(self, title: str) -> Path | None:
        answer = self._next(title)
        return Path(answer) if answer else None

    def _next(self, question: str) -> str | Path | None:
        self.asked.append(question)
        if not self._answers:
            self._surprises.append(question)
            return None
        return self._answers.pop(0)
