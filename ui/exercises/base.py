"""What every working surface is given and can be asked: show a block, be seen in the room, be copied as text."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sprint.diff import Diff
from sprint.document import Document
from sprint.frozen import dataclass
from sprint.programme.catalogue import Catalogue, Exercise
from sprint.records import Block, Draft, Record
from sprint.text_table import TextTable
from ui.bridge import SprintBridge
from ui.cockpit.run_clock import RunClock
from ui.context import Context
from ui.exercises.room_page import RoomPage
from ui.panels.blocks import BlockNames
from ui.texts import Texts
from ui.widgets.passes_focus import PassesFocus


@dataclass(frozen=True)
class ExerciseDesk:
    """Everything a surface works with; `room_texts` speaks the language of the room screen."""

    context: Context
    bridge: SprintBridge
    clock: RunClock
    catalogue: Catalogue | None = None
    room_texts: Texts | None = None


class WorkSurface(PassesFocus, QWidget):
    """The place where one exercise is done; made when such an exercise is first opened, and shown for many blocks.

    It hears of every change of the document, of the language and of the theme while it shows a block.
    """

    MATTERS: ClassVar[tuple[type[Record], ...]] = ()
    """The kinds of records it shows: only their changes are told to it. When empty, all but half typed words are."""
    ACCEPTS_ROWS: ClassVar[bool] = False
    """Whether a list or spreadsheet cells can be pasted into it."""

    room_changed = Signal()
    """What participants may see is another thing now."""
    canvas_requested = Signal(str)
    """Show a step on the canvas ("" for the journey as it stands)."""
    study_requested = Signal(str)
    """Open a part of the study."""

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.context = desk.context
        self.bridge = desk.bridge
        self.block_id = ""
        self.names = BlockNames(desk.context.texts, desk.catalogue)
        desk.bridge.document_changed.connect(self._on_document)
        desk.context.texts.changed.connect(self._on_look)
        desk.context.theme.changed.connect(self._on_look)

    # ---- what it stands on

    @property
    def document(self) -> Document:
        """The document, to read."""
        return self.bridge.document

    @property
    def room_texts(self) -> Texts:
        """Words for `room_page`, in the language of the room."""
        return self.desk.room_texts or self.context.texts

    @property
    def exercise(self) -> Exercise | None:
        """The exercise of the block that is shown; None when the catalogue has no such exercise."""
        block = self.document.get(self.block_id)
        return self.names.exercise(block) if isinstance(block, Block) else None

    # ---- what the page asks

    def show_block(self, block_id: str) -> None:
        """Show what belongs to a block."""
        self.block_id = block_id
        self.refresh()

    def leave(self) -> None:
        """Another page is shown: keep what is half typed, and let go of the block."""
        self.block_id = ""

    def finish(self) -> None:
        """The sprint is being closed: take in what is on its way, and begin nothing more."""

    def refresh(self) -> None:
        """Show everything as the document, the language and the theme say it now."""

    def on_diff(self, diff: Diff) -> None:
        """Show what a change changed."""
        self.refresh()

    def take_focus(self) -> None:
        """Take the keyboard to where work goes on."""
        self.setFocus()

    def room_page(self) -> RoomPage:
        """Give what participants may see now: never a name, never a hidden or half-typed note."""
        return RoomPage()

    def table(self) -> TextTable:
        """Give what is there as rows of words, for copying."""
        return TextTable()

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Take in what was pasted."""

    # ---- inside

    def _on_document(self, diff: Diff) -> None:
        if not self.block_id or not isinstance(self.document.get(self.block_id), Block):
            return
        records = (record for change in diff.changes.values() for record in change if record is not None)
        if any(isinstance(record, self.MATTERS) if self.MATTERS else record.TABLE != Draft.TABLE for record in records):
            self.on_diff(diff)

    def _on_look(self) -> None:
        if self.block_id and isinstance(self.document.get(self.block_id), Block):
            self.refresh()
