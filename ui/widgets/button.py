"""A button that keeps its words and its icon right when language or theme change."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import Context

_WIDE = 16_777_215


class Button(QPushButton):
    """A push button of a kind (primary, plain, quiet, link, danger, clock, clock_now) with an i18n key as text.

    Without `text_key` it shows only its icon; `name_key` is then its accessible name and tool tip.
    """

    def __init__(
        self,
        context: Context,
        text_key: str = "",
        *,
        kind: str = "plain",
        icon: str = "",
        name_key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._text_key = text_key
        self._name_key = name_key
        self._icon = icon
        self._kind = kind
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        context.texts.changed.connect(self._retranslate)
        context.theme.changed.connect(self._restyle)
        self._retranslate()

    def set_kind(self, kind: str) -> None:
        """Become a button of another kind."""
        if kind == self._kind:
            return
        self._kind = kind
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._restyle()

    def set_icon(self, name: str) -> None:
        """Show another icon; "" shows none."""
        self._icon = name
        self._restyle()

    def set_text_key(self, text_key: str) -> None:
        """Say something else."""
        self._text_key = text_key
        self._retranslate()

    def show_text(self, text: str) -> None:
        """Say words that are no fixed text, such as a count; it takes the width of its words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setMinimumWidth(0)
        self.setMaximumWidth(_WIDE)
        self.setStyleSheet("")

    def _retranslate(self) -> None:
        texts = self._context.texts
        if self._text_key:
            self.setText(texts(self._text_key))
        name = texts(self._name_key or self._text_key) if self._name_key or self._text_key else ""
        self.setAccessibleName(name)
        self.setToolTip(name if self._name_key else "")
        self._restyle()

    def _restyle(self) -> None:
        if not self._icon:
            return
        ink = {"primary": "on_accent", "danger": "surface", "clock": "clock_text", "clock_now": "clock_now"}
        size = self._context.theme.size("icon.body")
        self.setIcon(self._context.icons.icon(self._icon, ink.get(self._kind, "ink"), size))
        self.setIconSize(QSize(size, size))
        if not self._text_key and not self.text():
            target = self._context.theme.size("target.mouse")
            self.setFixedWidth(target + 4)
            self.setStyleSheet("padding: 0;")
