"""The journey: the facilitator's view, or one step after the other, large."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from sprint.document import Document
from sprint.journeys import main_route, steps_of
from sprint.layout import Rect
from sprint.records import Card, Phase, Step
from ui.room.board import RoomBoard, SeenPart
from ui.room.faces.base import Face
from ui.room.large_board import LargeBoard
from ui.room.large_plan import glance_of
from ui.room.look import RoomLook
from ui.room.step_sheet import StepSheet


class JourneyFace(Face):
    """Shows the public copy of a journey: as she sees it when that can be read, else set larger, or one step."""

    NAME: ClassVar[str] = "journey"

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._document: Document | None = None
        self._board: RoomBoard | None = None
        self._large: LargeBoard | None = None
        self._part: SeenPart | None = None
        self._focus_id = ""
        self._sheet = StepSheet(look, self)
        self._sheet.hide()

    def set_document(self, document: Document) -> None:
        """Say which public copy to show; called once, before the first part."""
        if document is self._document:
            return
        self._document = document
        for old in (self._board, self._large):
            if old is not None:
                old.deleteLater()
        self._board, self._large = RoomBoard(document, self.look, self), LargeBoard(document, self.look, self)
        self._board.laid_out.connect(self._choose)
        self._sheet.set_document(document)
        self.arrange()

    def show_part(self, part: SeenPart) -> None:
        """Show a part of the board."""
        self._sheet.hide()
        self._part = part
        self._focus_id = part.focus_id or self._focus_id
        if self._board is not None:
            self._board.show_part(part)
        self._choose()
        self.setAccessibleName(self.look.context.texts("room.face_journey"))

    def show_step(self, step_id: str) -> None:
        """Show one step, large."""
        self._part = None
        for board in (self._board, self._large):
            if board is not None:
                board.hide()
        self._sheet.show_step(step_id)
        self._sheet.show()
        self.setAccessibleName(", ".join(self._sheet.words()))

    @property
    def board(self) -> RoomBoard | None:
        """The board, once there is a document."""
        return self._board

    @property
    def large(self) -> LargeBoard | None:
        """The board in large type, once there is a document."""
        return self._large

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
        if self._board is not None and self._large is not None:
            self._board.setGeometry(self.rect())
            self._large.setGeometry(self.rect())
            self._board.aim()
            self._choose()
        self._sheet.setGeometry(self.rect())

    def _choose(self) -> None:
        """Show the board as she sees it where its words can be read, else the larger one."""
        if self._part is None or self._board is None or self._large is None:
            return
        board, part = self._board, self._part
        is_large = bool(board.scene.board.steps) and not board.is_readable
        if is_large:
            area = Rect(part.middle_x - part.width / 2, part.middle_y - part.height / 2, part.width, part.height)
            glance = glance_of(board.scene.board, area, self._focus_id, can_read=part.can_read)
            self._large.show_glance(board.scene.board, glance, board.target)
        self._large.setVisible(is_large)
        board.setVisible(not is_large)

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
