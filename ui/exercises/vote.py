"""The surface for votes on what earlier exercises made."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.records import Block, Cluster, Note, Person, VoteRound
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.room_page import RoomPage
from ui.exercises.vote_pane import VotePane
from ui.exercises.vote_words import result_table, room_page

NAME = "vote"


class Surface(WorkSurface):
    """One vote after another; what was counted is kept. A ballot changes nothing that may be seen."""

    MATTERS = (Note, Cluster, VoteRound, Person, Block)

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.pane = VotePane(desk, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self.pane.state_changed.connect(self.room_changed)

    def refresh(self) -> None:
        """Show the vote of the block as it stands."""
        block = self.document.get(self.block_id)
        self.pane.show_block(self.block_id, block.exercise if isinstance(block, Block) else "")

    def leave(self) -> None:
        """Keep what was counted."""
        self.pane.leave()
        super().leave()

    def take_focus(self) -> None:
        """Go on with the vote."""
        self.pane.take_focus()

    def room_page(self) -> RoomPage:
        """Give the options, nothing while ballots are secret, or the result."""
        return vote_page(self.pane, self)

    def table(self) -> TextTable:
        """Give the result, once it was revealed."""
        return result_table(self.context.texts, self.pane.desk.vote, self.pane.desk.results)


def vote_page(pane: VotePane, surface: WorkSurface) -> RoomPage:
    """Give what the room may see of the vote in a pane."""
    desk = pane.desk
    vote = desk.vote
    voted = vote.voters + bool(vote.decider_dots) - len(desk.waiting) if vote is not None else 0
    return room_page(surface.document, surface.room_texts, vote, desk.results, pane.options, voted)
