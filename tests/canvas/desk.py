"""A small journey, a desk to work at and hands that use the canvas like a person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from canvas.hits import handle_of
from canvas.style import CanvasStyle
from canvas.view import JourneyCanvas
from sprint.diff import Diff
from sprint.document import Document
from sprint.history import History, Mark
from sprint.i18n import Translator
from sprint.journeys import cards_of, steps_of
from sprint.records import Card, Channel, Journey, Lane, Link, Phase, Record, Step, StepKind
from sprint.store.media import ImportedPicture, prepare

JOURNEY = "J"


def litter() -> list[Record]:
    """Three phases, five steps in a row, four links and three cards."""
    records: list[Record] = [Journey(id=JOURNEY, title="Zwerfafval")]
    for number, title in enumerate(("Aanleiding", "Melden", "Besluit")):
        records.append(Phase(id=f"P{number}", journey_id=JOURNEY, order=number * 1024, title=title))
    titles = ("Ziet afval", "Zoekt de site", "Vult formulier in", "Hoort niets", "Krijgt brief")
    for number, (title, phase) in enumerate(zip(titles, "01112", strict=True)):
        records.append(
            Step(
                id=f"S{number}",
                journey_id=JOURNEY,
                phase_id=f"P{phase}",
                order=number * 1024,
                title=title,
                channel=Channel.WEB,
                kind=StepKind.WAIT if number == 3 else StepKind.STEP,
                wait_days=21 if number == 3 else 0,
                feeling=(-1, None, -3, -2, 0)[number],
            )
        )
    for number in range(4):
        records.append(Link(id=f"L{number}", journey_id=JOURNEY, source=f"S{number}", target=f"S{number + 1}"))
    for number, (step, lane, text) in enumerate(
        (("S2", Lane.THOUGHT, "Ik wil alleen melden"), ("S2", Lane.PAIN, "Te lang"), ("S4", Lane.PAIN, "Zes weken"))
    ):
        records.append(
            Card(id=f"C{number}", journey_id=JOURNEY, step_id=step, lane=lane, order=number * 1024, text=text)
        )
    return records


class Desk:
    """A workspace without a disk; time stands still, so that typing always merges."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.document = Document(records)
        self.history = History(self.document, lambda: 0.0)
        self.is_read_only = False
        self._last = 0
        self.pictures: dict[str, bytes] = {}

    def ids(self) -> str:
        """Give the next id."""
        self._last += 1
        return f"n{self._last:04}"

    def do(self, diff: Diff, merge: str = "") -> None:
        """Make an undoable change."""
        self.history.do(diff, merge)

    def undo(self) -> None:
        """Take the last change back."""
        self.history.undo()

    def mark(self) -> int:
        """Remember this place in the history."""
        return self.history.mark()

    def bail(self, mark: int) -> None:
        """Take back what was done since a place, without a trace."""
        self.history.bail(Mark(mark))

    def import_picture(self, data: bytes) -> ImportedPicture:
        """Take a picture in."""
        small, extension, width, height = prepare(data)
        picture = ImportedPicture(hashlib.sha256(small).hexdigest(), extension, width, height, len(small))
        self.pictures[picture.sha256] = small
        return picture

    def read_picture(self, sha256: str) -> bytes:
        """Give the bytes of a picture."""
        return self.pictures[sha256]

    def titles(self) -> list[str]:
        """Give the titles of the steps in time order."""
        return [step.title for step in steps_of(self.document, JOURNEY)]

    def places(self) -> list[tuple[str, str, int]]:
        """Give (id, phase, row) of the steps in time order."""
        return [(step.id, step.phase_id, step.row) for step in steps_of(self.document, JOURNEY)]

    def step(self, step_id: str) -> Step:
        """Give a step."""
        return self.document.require(Step, step_id)

    def cards(self, step_id: str, lane: Lane) -> list[str]:
        """Give the ids of the cards in a lane of a step."""
        return [card.id for card in cards_of(self.document, step_id, lane)]

    def links(self) -> set[tuple[str, str, str]]:
        """Give (source, target, kind) of all links."""
        return {(link.source, link.target, link.kind.value) for link in self.document.table(Link).values()}

    @property
    def entries(self) -> int:
        """Count what undo could take back."""
        count = 0
        while self.history.can_undo:
            self.history.undo()
            count += 1
        for _ in range(count):
            self.history.redo()
        return count


class Hands:
    """Moves the pointer and presses keys; places are given by what is there."""

    def __init__(self, canvas: JourneyCanvas) -> None:
        self.canvas = canvas

    def at(self, record_id: str, across: float = 0.5, down: float = 0.5) -> QPointF:
        """Give a place in the widget, inside the box of a record."""
        self.canvas.settle()
        rect = self.canvas.scene.board.rect_of(record_id)
        assert rect is not None
        return self.canvas.camera.to_view(rect.x + rect.width * across, rect.y + rect.height * down)

    def board(self, x: float, y: float) -> QPointF:
        """Give a place in the widget for a place on the board."""
        return self.canvas.camera.to_view(x, y)

    def handle(self, step_id: str) -> QPointF:
        """Give the place of the handle of a step."""
        self.canvas.settle()
        return self.board(*handle_of(self.canvas.scene.board.steps[step_id]))

    def point(self, step_id: str) -> QPointF:
        """Give the place of a step on the emotion curve."""
        self.canvas.settle()
        point = self.canvas.scene.point(step_id)
        assert point is not None
        return self.board(*point)

    def click(self, place: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click with the left button."""
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, modifiers, _whole(place))

    def double_click(self, place: QPointF) -> None:
        """Double-click with the left button, and let go of it: QTest alone leaves it pressed for every later test."""
        QTest.mouseDClick(self.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _whole(place))
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _whole(place))

    def press(
        self,
        place: QPointF,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a button."""
        QTest.mousePress(self.canvas, button, modifiers, _whole(place))

    def move(
        self,
        place: QPointF,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Move the pointer with a button held."""
        local = QPointF(_whole(place))
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            local,
            self.canvas.mapToGlobal(local),
            Qt.MouseButton.NoButton,
            button,
            modifiers,
        )
        QApplication.sendEvent(self.canvas, event)

    def release(
        self,
        place: QPointF,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Let go of a button."""
        QTest.mouseRelease(self.canvas, button, modifiers, _whole(place))
        self.canvas.settle()

    def drag(
        self,
        start: QPointF,
        end: QPointF,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press, move in steps and let go."""
        self.press(start, button, modifiers)
        for part in (0.1, 0.5, 1.0):
            self.move(start + (end - start) * part, button, modifiers)
        self.release(end, button)

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        widget: QWidget | None = None,
    ) -> None:
        """Press a key on the canvas, or in the field when one is open."""
        QTest.keyClick(widget or self._listener(), key, modifiers)
        self.canvas.settle()

    def type(self, text: str) -> None:
        """Type letters on the canvas, or in the field when one is open."""
        for letter in text:
            QTest.keyClicks(self._listener(), letter)
        self.canvas.settle()

    def _listener(self) -> QWidget:
        return self.canvas.editor if self.canvas.editor.isVisible() else self.canvas


def _whole(place: QPointF) -> QPoint:
    return QPoint(round(place.x()), round(place.y()))


def on_the_screen(qtbot: QtBot, desk: Desk, style: CanvasStyle) -> JourneyCanvas:
    """Put the journey of a desk on a canvas of 1400 × 1000 that has the keyboard."""
    canvas = JourneyCanvas(desk, Translator.load("nl"), style)
    qtbot.addWidget(canvas)
    canvas.resize(1400, 1000)
    canvas.show_journey(JOURNEY)
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.activateWindow()
    canvas.setFocus()
    return canvas
