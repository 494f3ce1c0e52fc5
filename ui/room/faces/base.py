"""What every face of the room screen is: it is told facts, it ticks, and it arranges itself in any picture."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.room.facts import ClockFacts, RoomFacts
from ui.room.look import RoomLook
from ui.room.words import RoomWords

MARGIN = 80
TOP = 62
FOOT = 64


class Face(QWidget):
    """One way to fill the room screen."""

    NAME: ClassVar[str] = ""
    TICKS: ClassVar[bool] = False
    """Whether it shows a running clock."""

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.facts = RoomFacts()
        look.changed.connect(self.arrange)

    def show_facts(self, facts: RoomFacts) -> None:
        """Show how things stand."""
        self.facts = facts
        self.say()
        self.arrange()

    def tick(self, clock: ClockFacts) -> None:
        """Show the time of this moment."""

    def say(self) -> None:
        """Put the facts into words."""

    def arrange(self) -> None:
        """Give every part its place."""

    def words(self) -> list[str]:
        """List every text that can be read on it, for the test that nothing private is."""
        return [part.text for part in self.findChildren(RoomWords) if part.text]

    def field(self) -> QRect:
        """Give the picture without its margins."""
        px = self.look.px
        return self.rect().adjusted(px(MARGIN), px(TOP), -px(MARGIN), -px(FOOT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
