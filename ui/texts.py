"""The words of the window: one translator that every widget asks, and a signal when it speaks another language."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sprint.errors import Param, SprintError
from sprint.i18n import Translator


class Texts(QObject):
    """Gives widgets their words; they ask again when `changed` comes, so that no restart is needed."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator = Translator.load(language)

    def __call__(self, key: str, **params: Param) -> str:
        """Give the text of a key in the language of the screen; `count` chooses between one and more."""
        return self._translator(key, **params)

    @property
    def translator(self) -> Translator:
        """The translator of this moment, for rooms below the window; ask again after `changed`."""
        return self._translator

    @property
    def language(self) -> str:
        """The language of the screen, "nl" or "en"."""
        return self._translator.language

    def error(self, error: SprintError) -> str:
        """Give the sentence for an error."""
        return self._translator.error(error)

    def set_language(self, language: str) -> None:
        """Speak another language from now on, everywhere at once."""
        if language == self.language:
            return
        self._translator = Translator.load(language)
        self.changed.emit()
