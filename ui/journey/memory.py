"""When Python looks for garbage: while hands rest, and not in the middle of a gesture.

Looking through all that lives takes 45 ms with a few hundred cards and a long history, 65 ms with 10,000 cards; a
gesture may take 8. So the great search waits until nobody has changed anything for a moment, and then counts what is
left as there for good. The small searches, less than a millisecond each, go on as ever.
"""

from __future__ import annotations

import gc
import math
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_RESTS_MS = 2_500
_AT_MOST_EVERY = 60.0  # seconds
_SELDOM = 1_000
"""After so many searches of the middle kind a great one comes even if hands never rest (the usual number is 10)."""


class MemoryRest(QObject):
    """Lets the great search for garbage wait until nothing has happened for a moment."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._searched_at = -math.inf
        self._timer = QTimer(self, singleShot=True, interval=_RESTS_MS)
        self._timer.timeout.connect(self._on_rest)

    def start(self) -> None:
        """Search when the person has had a moment to look at what was opened."""
        small, middle, _ = gc.get_threshold()
        gc.set_threshold(small, middle, _SELDOM)
        self._searched_at = -math.inf
        self._timer.start()

    def stir(self) -> None:
        """Something was changed: wait anew."""
        if time.monotonic() - self._searched_at > _AT_MOST_EVERY:
            self._timer.start()

    def _on_rest(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._timer.start()
            return
        rest()
        self._searched_at = time.monotonic()


def rest() -> None:
    """Throw garbage away, and count all that is left as there for good until this is asked again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
