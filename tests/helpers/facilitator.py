"""A facilitator's hands: she presses buttons by their name, types, drags steps, and reads what stands on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sprint.document import Document
from tests.canvas.desk import Hands
from tests.helpers.messages import ScriptedMessages
from ui.app import Session
from ui.open_sprint import OpenSprint


class Facilitator:
    """Uses the whole program through its window, on a profile of her own."""

    def __init__(self, qtbot: QtBot, app: QApplication, profile: Path) -> None:
        self.qtbot = qtbot
        self.profile = profile
        self.session = Session(app, profile, ScriptedMessages)
        self.program = self.session.program
        self.window = self.program.window
        self.window.resize(1600, 900)
        self.messages = self.session.context.messages
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.session.context.settings.set("language", "nl")
        self.program.show_sprints()
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)

    # ---- reading

    @property
    def sprint(self) -> OpenSprint:
        """The sprint that is open."""
        opened = self.program.sprint
        assert opened is not None, "no sprint is open"
        return opened

    @property
    def document(self) -> Document:
        """What is in it."""
        return self.sprint.bridge.document

    @property
    def canvas(self) -> Hands:
        """Her hands on the journey."""
        return Hands(self.sprint.bench.canvas)

    def words(self) -> list[str]:
        """Every text that stands on the screen."""
        found = [self.window.windowTitle()]
        for widget in [
            *self.window.findChildren(QWidget),
            *(w for w in QApplication.topLevelWidgets() if w.isVisible()),
        ]:
            if not widget.isVisible():
                continue
            if isinstance(widget, QLabel | QAbstractButton):
                found.append(widget.text())
            if isinstance(widget, QLineEdit):
                found += [widget.text(), widget.placeholderText()]
            found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        found += [action.text() for _, action in self.program.actions]
        return [text for text in found if text]

    def notices(self) -> str:
        """What the strips say, together."""
        return "\n".join(self.window.notices.texts.values())

    # ---- doing

    def front(self) -> QWidget:
        """The window that takes her keys."""
        return QApplication.activeModalWidget() or self.window

    def press(self, name: str) -> None:
        """Press the button with this name: its object name or its accessible name."""
        found = [
            button
            for button in self.front().findChildren(QAbstractButton)
            if button.isVisible() and name in (button.objectName(), button.accessibleName(), button.text())
        ]
        assert found, f"no button {name!r} in {self.front()}"
        assert found[0].isEnabled(), f"{name!r} cannot be pressed now"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def do(self, row_id: str) -> None:
        """Do what a row of the menu does."""
        action = self.program.actions[row_id]
        assert action.isEnabled(), f"{row_id} cannot be done now"
        action.trigger()

    def keys(self, sequence: str) -> None:
        """Press keys in the window in front."""
        QTest.keySequence(QApplication.focusWidget() or self.front(), QKeySequence(sequence))

    def type_in(self, name: str, text: str) -> None:
        """Write in the field with this name, in the place of what is there."""
        field = next(f for f in self.front().findChildren(QLineEdit) if name in (f.objectName(), f.accessibleName()))
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.selectAll()
        QTest.keyClicks(field, text)

    def saved(self) -> None:
        """Wait until the screen says that everything is on disk."""
        texts = self.session.context.texts
        self.qtbot.waitUntil(lambda: self._chip() == texts("ui.saved"), timeout=10_000)

    def drag(self, start: QPointF, end: QPointF) -> None:
        """Drag on the canvas."""
        self.canvas.drag(start, end)

    def leave(self) -> None:
        """Close the window and end the program; only then complain, or a failed test leaves threads behind."""
        assert isinstance(self.messages, ScriptedMessages)
        problems = self.messages.problems()
        self.window.close()
        self.session.end()
        self.window.deleteLater()
        assert problems == []

    def _chip(self) -> str:
        chip = self.window.findChild(QWidget, "save_state")
        return chip.accessibleName() if chip is not None else ""
