"""The line a note taker types in: Enter places the note, the arrows walk along the steps, Ctrl with a digit tags it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.fields import LineField

_TAG_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2, Qt.Key.Key_4: 3}
_STEP_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteField(LineField):
    """One line with the keys of a note taker; everything else is typing."""

    entered = Signal()
    escaped = Signal()
    step_moved = Signal(int)
    """The step before (−1) or after (+1)."""
    tag_pressed = Signal(int)
    """Seen, heard, helped or the law (0 … 3)."""
    journey_pressed = Signal()
    cover_pressed = Signal()
    """Make personal data unreadable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_line")

    def event(self, event: QEvent) -> bool:
        """Keep our keys from the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what our keys say; type the others."""
        key = Qt.Key(event.key())
        if self._is_ours(event):
            if key == Qt.Key.Key_J:
                self.journey_pressed.emit()
            elif key == Qt.Key.Key_R:
                self.cover_pressed.emit()
            else:
                self.tag_pressed.emit(_TAG_KEYS[key])
        elif key in _STEP_KEYS:
            self.step_moved.emit(_STEP_KEYS[key])
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()  # what was typed stays, and is kept with the sprint
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_ours(event: QKeyEvent) -> bool:
        is_control = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
        return is_control and Qt.Key(event.key()) in {*_TAG_KEYS, Qt.Key.Key_J, Qt.Key.Key_R}
