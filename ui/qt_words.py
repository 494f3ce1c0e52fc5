"""The words that Qt itself says, in file windows and calendars, in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from ui.texts import Texts


class QtWords(QObject):
    """Lets Qt speak the language of the screen, as far as Qt has it; English is what it speaks by itself."""

    def __init__(self, app: QApplication, texts: Texts) -> None:
        super().__init__(app)
        self._app = app
        self._texts = texts
        self._installed: QTranslator | None = None
        texts.changed.connect(self._say)
        self._say()

    def remove(self) -> None:
        """Let Qt speak English again."""
        if self._installed is not None:
            self._app.removeTranslator(self._installed)
            self._installed = None

    def _say(self) -> None:
        self.remove()
        words = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if words.load(f"qtbase_{self._texts.language}", folder):
            self._app.installTranslator(words)
            self._installed = words
