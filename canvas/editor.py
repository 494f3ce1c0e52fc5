"""Typing in a step, a card or a phase, on the board itself."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from canvas.style import CanvasStyle

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Leave(Enum):
    """How a person stops typing."""

    DONE = auto()
    NEXT_STEP = auto()
    NEXT_PHASE = auto()
    TO_CARD = auto()


class InlineEditor(QPlainTextEdit):
    """A field over the box that is typed in: Enter goes on to the next step, Ctrl+Enter to the next phase.

    Tab goes on to a card, Esc stops. What was typed stays in all cases; undo takes it back.
    """

    left = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)  # the program's own undo takes typing back
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        # The room for the caret must not push the text aside.
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.horizontalScrollBar().setValue(0))
        self.hide()
        self._is_leaving = False

    def start(self, text: str, name: str, hint: str, place: Callable[[], None]) -> None:
        """Show the field with a text, all of it chosen, and put it in its place."""
        self._is_leaving = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setPlainText(text)
        self.selectAll()
        place()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, style: CanvasStyle, ink: QColor, ground: QColor, font: QFont) -> None:
        """Look like the text that is typed in; the ring around its box says that this is now."""
        sheet = (
            f"QPlainTextEdit {{ background: {ground.name()}; color: {ink.name()}; border: none; padding: 0;"
            f" selection-background-color: {style.accent.name()}; selection-color: {style.on_accent.name()}; }}"
        )
        if self.font() != font:
            self.setFont(font)
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)

    def put(self, rect: QRectF) -> None:
        """Lie over a text in the view."""
        self.setGeometry(rect.toAlignedRect())

    def close_quietly(self) -> None:
        """Disappear without saying that the person left."""
        self._is_leaving = True
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return False
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn Enter, Tab and Esc into ways to leave; Shift+Enter breaks the line."""
        key = event.key()
        if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            is_far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._leave(Leave.NEXT_PHASE if is_far else Leave.NEXT_STEP)
        elif key == Qt.Key.Key_Tab:
            self._leave(Leave.TO_CARD)
        elif key == Qt.Key.Key_Escape:
            self._leave(Leave.DONE)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the person goes elsewhere; a menu or another window is not elsewhere."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self._leave(Leave.DONE)

    def _leave(self, how: Leave) -> None:
        if not self._is_leaving and self.isVisible():
            self._is_leaving = True
            self.left.emit(how)
