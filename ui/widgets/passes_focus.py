"""A page that gives the keyboard to the part of it where work goes on."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class PassesFocus:
    """Goes before QWidget among the bases of a page; `pass_focus_to` says which part is meant by its `setFocus`.

    Not a focus proxy: Tab takes a page with one for a stop of its own, goes to the part, and never visits what stands
    before that part.
    """

    _focus_part: QWidget | None = None

    def pass_focus_to(self, part: QWidget | None) -> None:
        """Let this part have the keyboard whenever the page is given it."""
        self._focus_part = part

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard on."""
        if self._focus_part is not None:
            self._focus_part.setFocus(event.reason())
        else:
            super().focusInEvent(event)
