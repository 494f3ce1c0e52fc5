"""What a gesture is, and what it may ask of the canvas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from canvas.camera import Camera
from canvas.hits import Hit
from canvas.scene import Scene
from canvas.selection import Selection
from canvas.style import CanvasStyle
from sprint.diff import Diff
from sprint.document import Document
from sprint.i18n import Translator
from sprint.ids import IdSource
from sprint.layout import Rect


class Stage(Protocol):
    """The canvas as gestures and commands see it."""

    @property
    def document(self) -> Document:
        """The document that is drawn."""

    @property
    def journey_id(self) -> str:
        """The journey that is drawn."""

    @property
    def scene(self) -> Scene:
        """What is where."""

    @property
    def camera(self) -> Camera:
        """Which part is seen."""

    @property
    def selection(self) -> Selection:
        """What is chosen."""

    @property
    def style_of_canvas(self) -> CanvasStyle:
        """The colours."""

    @property
    def t(self) -> Translator:
        """The texts of the reader's language."""

    @property
    def diff_count(self) -> int:
        """How many changes the document has had since it is drawn."""

    @property
    def ids(self) -> IdSource:
        """Where new ids come from."""

    def do(self, diff: Diff, merge: str = "") -> bool:
        """Ask for an edit; returns whether it was made, and tells the person why not."""

    def mark(self) -> int:
        """Remember this place in the history."""

    def bail(self, mark: int) -> None:
        """Take back what was done since a place, without a trace."""

    def edit(self, record_id: str, *, since: int | None = None) -> None:
        """Start typing in a step, a card or a phase; `since` is the place in the history before a new one was made."""

    def settle(self) -> None:
        """Lay the board out now instead of at the end of this turn of the event loop."""

    def spoil(self, area: Rect) -> None:
        """Say that a part of the board looks different."""

    def go_to(self, record_id: str) -> None:
        """Bring a record into view."""

    def pan(self, across: float, down: float) -> None:
        """Move the view by pixels."""

    def update(self) -> None:
        """Draw the view again."""

    def setFocus(self) -> None:
        """Take the keyboard back."""


def typing_key(record_id: str) -> str:
    """Give the key under which a new box and the letters typed in it are one entry of the history."""
    return f"type:{record_id}"


class Gesture:
    """Something a person is doing with the pointer; the document stays untouched until `finish`."""

    cursor: Qt.CursorShape = Qt.CursorShape.ArrowCursor

    def __init__(self, stage: Stage, hit: Hit, start: QPointF) -> None:
        self.stage = stage
        self.hit = hit
        self.start = start
        self.place = start

    def cancel(self) -> None:
        """Leave everything as it was before the gesture."""
        self.stage.update()

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer; `place` is on the board."""
        self.place = place
        self.stage.update()

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Do what the gesture was for, as one edit at most."""

    def faded(self) -> Iterable[Rect]:
        """Give the boxes that are lifted from the board, to be drawn faintly where they were."""
        return ()

    def paint(self, painter: QPainter) -> None:
        """Draw the gesture in board units over the board."""
