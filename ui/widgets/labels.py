"""Labels: one that shortens what does not fit, one that speaks the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sprint.errors import Param
from ui.context import Context


class PlainLabel(QLabel):
    """A label for a person's own words: never read as markup, so nothing in them is loaded or run."""

    def __init__(self, text: str = "", *, role: str = "", wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            # One endless word must not make a whole panel as wide as itself.
            self.setMinimumWidth(1)
        if role:
            self.setProperty("role", role)

    def be(self, role: str) -> None:
        """Take another role, and the look that belongs to it."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)


class TextLabel(PlainLabel):
    """A label of the program's own words, by key; it says them again in another language by itself."""

    def __init__(
        self,
        context: Context,
        text_key: str,
        *,
        role: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
        **params: Param,
    ) -> None:
        super().__init__(role=role, wrap=wrap, parent=parent)
        self._texts = context.texts
        self._key, self._params = text_key, params
        self._texts.changed.connect(self._retranslate)
        self._retranslate()

    def say(self, text_key: str, **params: Param) -> None:
        """Say something else."""
        self._key, self._params = text_key, params
        self._retranslate()

    def _retranslate(self) -> None:
        self.setText(self._texts(self._key, **self._params))


class ElidedLabel(PlainLabel):
    """A label of one line that ends in … when there is no room; the whole text is its tool tip and its name."""

    def __init__(self, text: str = "", *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(role=role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        inside = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(inside, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()
