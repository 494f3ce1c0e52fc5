"""Python's search for garbage looks through all that lives: 65 ms with 10,000 cards, in the middle of a gesture."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_RESTS_MS = 1_500


class MemoryRest(QObject):
    """Lets Python pass over what is there once a journey has been opened; what comes later is still looked through."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=_RESTS_MS)
        self._timer.timeout.connect(rest)

    def start(self) -> None:
        """Do it when the person has had a moment to look."""
        self._timer.start()


def rest() -> None:
    """Throw garbage away, and count all that is left as there for good until this is asked again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
