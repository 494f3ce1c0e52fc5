"""What all dialogs share: a heading, a page, buttons at the bottom, and words that follow the language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.labels import TextLabel

_FRAME = 48
"""Room for the frame that the desktop puts around a window, in pixels."""


class Dialog(QDialog):
    """A window in front of the window; it never blocks: use `open()` and listen to `accepted`."""

    def __init__(self, context: Context, title_key: str, parent: QWidget | None, *, width: int = 520) -> None:
        super().__init__(parent)
        self.context = context
        self._title_key = title_key
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(TextLabel(context, title_key, role="heading"))
        self.page = QVBoxLayout()
        self.page.setSpacing(8)
        outer.addLayout(self.page, 1)
        outer.addSpacing(4)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        outer.addLayout(self._row)
        context.texts.changed.connect(self.say)
        self._say_title()

    def add_button(self, text_key: str, *, kind: str = "plain", is_default: bool = False) -> Button:
        """Add a button at the bottom; the default one is what Enter presses."""
        button = Button(self.context, text_key, kind=kind)
        button.setObjectName(text_key.rpartition(".")[2])
        button.setAutoDefault(is_default)
        button.setDefault(is_default)
        self._row.addWidget(button)
        return button

    def fit(self) -> None:
        """Become as high as its words need: by itself a window stops at two thirds of the screen and cuts them."""
        layout = self.layout()
        high = (
            layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        )
        room = self.screen().availableGeometry().height() - _FRAME
        self.resize(self.width(), max(self.height(), min(high, room)))

    def showEvent(self, event: QShowEvent) -> None:
        """Come with all words whole."""
        if not event.spontaneous():
            self.fit()
        super().showEvent(event)

    def say(self) -> None:
        """Say everything again in the language of the screen; a dialog with texts of its own extends it."""
        self._say_title()

    def _say_title(self) -> None:
        title = self.context.texts(self._title_key)
        self.setWindowTitle(title)
        self.setAccessibleName(title)


class Field(QVBoxLayout):
    """A label above what is filled in, with a hint below it when there is one."""

    def __init__(self, context: Context, label_key: str, widget: QWidget, hint_key: str = "") -> None:
        super().__init__()
        self._texts = context.texts
        self._label_key = label_key
        self._widget = widget
        self.setSpacing(4)
        label = TextLabel(context, label_key, role="bold")
        label.setBuddy(widget)
        self.addWidget(label)
        self.addWidget(widget)
        if hint_key:
            self.addWidget(TextLabel(context, hint_key, role="small", wrap=True))
        context.texts.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        self._widget.setAccessibleName(self._texts(self._label_key))
