"""The bar with which she searches the journey: every letter finds, Enter goes to the next place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from canvas.view import JourneyCanvas
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel

_TALL = 44
_WIDE = 320
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """A field above the canvas; what it finds is chosen there, one place after the other."""

    def __init__(self, context: Context, canvas: JourneyCanvas) -> None:
        super().__init__()
        self._context, self._canvas = context, canvas
        self._found: list[str] = []
        self._at = 0
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_TALL)
        self.field = LineField(self)
        self.field.setMaximumWidth(_WIDE)
        self._told = PlainLabel(role="small")
        self.before = Button(context, kind="quiet", icon="chevron_up", name_key="journey.find_before", parent=self)
        self.after = Button(context, kind="quiet", icon="chevron_down", name_key="journey.find_after", parent=self)
        self.done = Button(context, kind="quiet", icon="close", name_key="journey.find_close", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for widget in (self.field, self.before, self.after, self._told):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.done)
        self.field.typed.connect(self._search)
        self.before.clicked.connect(lambda: self.go(-1))
        self.after.clicked.connect(lambda: self.go(1))
        self.done.clicked.connect(self.close_bar)
        context.texts.changed.connect(self._say)
        self.hide()
        self._say()

    def open_bar(self) -> None:
        """Show the bar and type in it."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Go back to the canvas, where the last place stays chosen."""
        self.hide()
        self._canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go(self, by: int) -> None:
        """Go to the next place, or the one before; the journey may have changed since."""
        before = self._found
        self._found = self._canvas.find_words(self.field.text())
        if before == self._found and before:
            self._at = (self._at + by) % len(self._found)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter goes back, Esc closes."""
        if event.key() in _ENTER:
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _search(self, text: str) -> None:
        self._found, self._at = self._canvas.find_words(text), 0
        self._show()

    def _show(self) -> None:
        if self._found:
            self._at = min(self._at, len(self._found) - 1)
            self._canvas.select([self._found[self._at]])
        self._say()

    def _say(self) -> None:
        t = self._context.texts
        self.field.setPlaceholderText(t("journey.find_hint"))
        self.field.setAccessibleName(t("journey.find_hint"))
        if self._found:
            self._told.setText(t("journey.find_at", place=self._at + 1, count=len(self._found)))
        else:
            self._told.setText(t("journey.find_none") if self.field.text().strip() else "")
        for button in (self.before, self.after):
            button.setEnabled(bool(self._found))
