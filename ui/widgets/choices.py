"""A few choices side by side, of which one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ui.context import Context
from ui.widgets.button import Button


class Choices(QWidget):
    """Shows choices as buttons; `chosen` gives the value when a person takes another one."""

    chosen = Signal(str)

    def __init__(
        self, context: Context, name_key: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._name_key = name_key
        self._buttons: dict[str, Button] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.size("space.s1"))
        for value, text_key in choices:
            button = Button(context, text_key)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[value] = button
        context.texts.changed.connect(self._say)
        self._say()

    def choose(self, value: str) -> None:
        """Show which choice is on, without telling anybody."""
        self._buttons[value].setChecked(True)

    def _say(self) -> None:
        self.setAccessibleName(self._context.texts(self._name_key))
