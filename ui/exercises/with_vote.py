"""A surface and the vote on what is on it: two tabs, one keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.records import Ballot, Block, Draft, VoteState
from sprint.votes.options import VoteOption
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.room_page import RoomPage
from ui.exercises.vote import vote_page
from ui.exercises.vote_pane import VotePane
from ui.widgets.toggles import Segments

_WORK, _VOTE = 0, 1


class WithVote(QWidget):
    """Shows the work, or the vote on it; a vote that is under way is what is shown first."""

    changed = Signal()
    """The room may see another thing now."""

    def __init__(
        self,
        desk: ExerciseDesk,
        work: QWidget,
        work_key: str,
        find_options: Callable[[], list[VoteOption]],
        surface: WorkSurface,
    ) -> None:
        super().__init__(surface)
        self._surface, self._work_key = surface, work_key
        self._desk = desk
        self.tabs = Segments(desk.context, 2, self)
        self.pane = VotePane(desk, self, find_options=find_options)
        self._stack = QStackedWidget()
        self._stack.addWidget(work)
        self._stack.addWidget(self.pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.opened.connect(self._on_opened)
        self.pane.state_changed.connect(self.changed)

    @property
    def is_voting(self) -> bool:
        """Whether the vote is shown."""
        return self._stack.currentIndex() == _VOTE

    def show_block(self, block_id: str) -> None:
        """Show the work of another block, or its vote when that is under way."""
        self.refresh(block_id)
        vote = self.pane.desk.vote
        self.open(is_vote=vote is not None and vote.state in (VoteState.OPEN, VoteState.CLOSED))

    def open(self, *, is_vote: bool) -> None:
        """Go to the vote, or back to the work."""
        place = _VOTE if is_vote else _WORK
        for number, button in enumerate(self.tabs.buttons):
            button.setChecked(number == place)
        self._stack.setCurrentIndex(place)

    def refresh(self, block_id: str) -> None:
        """Say everything as it is now."""
        t = self._desk.context.texts
        self.tabs.show_texts([t(self._work_key), t("board.tab_vote")])
        block = self._desk.bridge.document.get(block_id)
        if isinstance(block, Block) and (self.is_voting or block_id != self.pane.block_id):
            self.pane.show_block(block_id, block.exercise)

    @staticmethod
    def matters(diff: Diff) -> bool:
        """Whether a change can be seen: not the letters of a draft, nor a ballot of a vote that is secret."""
        records = [record for change in diff.changes.values() for record in change if record is not None]
        return not all(isinstance(record, Draft | Ballot) for record in records)

    def room_page(self) -> RoomPage:
        """Give what the room may see of the vote."""
        return vote_page(self.pane, self._surface)

    def _on_opened(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if place == _VOTE:
            self.pane.refresh()
        self.changed.emit()
