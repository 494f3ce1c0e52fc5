"""The journey: the facilitator's view, or one step after the other, large."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from sprint.document import Document
from sprint.journeys import main_route, steps_of
from sprint.records import Card, Phase, Step
from ui.room.board import RoomBoard, SeenPart
from ui.room.faces.base import Face
from ui.room.look import RoomLook
from ui.room.step_sheet import StepSheet


class JourneyFace(Face):
    """Shows the public copy of a journey, as a board or as one step."""

    NAME: ClassVar[str] = "journey"

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._document: Document | None = None
        self._board: RoomBoard | None = None
        self._sheet = StepSheet(look, self)
        self._sheet.hide()

    def set_document(self, document: Document) -> None:
        """Say which public copy to show; called once, before the first part."""
        if document is self._document:
            return
        self._document = document
        if self._board is not None:
            self._board.deleteLater()
        self._board = RoomBoard(document, self.look, self)
        self._sheet.set_document(document)
        self.arrange()

    def show_part(self, part: SeenPart) -> None:
        """Show a part of the board."""
        self._sheet.hide()
        if self._board is not None:
            self._board.show()
            self._board.show_part(part)
        self.setAccessibleName(self.look.context.texts("room.face_journey"))

    def show_step(self, step_id: str) -> None:
        """Show one step, large."""
        if self._board is not None:
            self._board.hide()
        self._sheet.show_step(step_id)
        self._sheet.show()
        self.setAccessibleName(", ".join(self._sheet.words()))

    @property
    def board(self) -> RoomBoard | None:
        """The board, once there is a document."""
        return self._board

    @property
    def step_id(self) -> str:
        """The step that stands large, "" while the board is shown."""
        return self._sheet.step_id if self._sheet.isVisibleTo(self) else ""

    def say(self) -> None:
        """Put what is shown into words."""
        self._sheet.say()

    def words(self) -> list[str]:
        """List every text on it."""
        return self._sheet.words() if self.step_id else self._board_words()

    def arrange(self) -> None:
        """Give every part its place."""
        if self._board is not None:
            self._board.setGeometry(self.rect())
            self._board.aim()
        self._sheet.setGeometry(self.rect())

    def _board_words(self) -> list[str]:
        if self._board is None or self._document is None:
            return []
        self._board.settle()
        board = self._board.scene.board
        found = [step.note for step in board.steps.values()] + [card.label for card in board.cards.values()]
        found += [link.label for link in board.links.values()]
        for record in map(self._document.get, [*board.steps, *board.cards, *(phase.id for phase in board.phases)]):
            if isinstance(record, Card):
                found.append(record.text)
            elif isinstance(record, Step | Phase):
                found.append(record.title)
        return [text for text in found if text]


def route_of(document: Document, journey_id: str) -> list[Step]:
    """Give the steps to walk: the main route, or all steps when there is none."""
    return main_route(document, journey_id) or steps_of(document, journey_id)
