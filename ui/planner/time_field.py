"""A field for a time of day, typed as people write it: 9:30, 09.30 or 930."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sprint.agenda import MINUTES_PER_HOUR, clock_time_of
from ui.widgets.fields import LineField

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?")
_LAST_HOUR, _LAST_MINUTE = 23, 59
_STEP = 5


class TimeField(LineField):
    """Keeps a time when the field is left; what is no time goes back to what it was. The arrows count by 5 minutes."""

    kept = Signal(int)
    """Another time (minutes since midnight) than was shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minute = 0
        self.editingFinished.connect(self._keep)

    def show_minute(self, minute: int) -> None:
        """Show a time without telling anybody."""
        self.minute = minute
        self.show_text(clock_time_of(minute))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count up and down."""
        step = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        now = minute_in(self.text())
        self.setText(clock_time_of((self.minute if now is None else now) + step))

    def _keep(self) -> None:
        minute = minute_in(self.text())
        if minute is None or minute == self.minute:
            self.setText(clock_time_of(self.minute))
            return
        self.show_minute(minute)
        self.kept.emit(minute)


def minute_in(text: str) -> int | None:
    """Read a time of day as minutes since midnight; None for what is no time."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes = int(match[1]), int(match[2] or 0)
    return hours * MINUTES_PER_HOUR + minutes if hours <= _LAST_HOUR and minutes <= _LAST_MINUTE else None
