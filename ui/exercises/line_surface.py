"""What surfaces with a line and material of earlier exercises share: the next note, one taken over, a pasted list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.notes import add_note, add_notes, change_note, notes_of, take_over
from sprint.flow import FlowReader
from sprint.records import Block, Note, NoteKind
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.material import MaterialColumn
from ui.widgets.columns import ScrollColumn
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel

HIDE = "h"
"""The key that keeps a note from the room, and shows it again."""


class LineSurface(WorkSurface):
    """Material on the left; a line, a hint and the board of the exercise beside it."""

    ACCEPTS_ROWS: ClassVar[bool] = True
    LINE: ClassVar[str] = "plan.line"
    PLACE: ClassVar[str] = "note"
    """Under which name half-typed words of this line are kept."""
    ARTEFACTS: ClassVar[tuple[str, ...]] = ()
    """What it takes of earlier exercises; all that the exercise needs when empty."""

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.material = MaterialColumn(desk.context, desk.bridge, self)
        self.line = LineField(self)
        self.line.setMinimumHeight(desk.context.theme.size("target.touch"))
        self.hint = PlainLabel(role="muted", wrap=True)
        self.scroll_area = ScrollColumn(self, margin=0, spacing=0, passes_arrows=True)
        self.bar, self.foot = QHBoxLayout(), QHBoxLayout()
        for row, widget in ((self.bar, self.line), (self.foot, self.hint)):
            row.setSpacing(8)
            row.addWidget(widget, 1)
        self.main = QVBoxLayout()
        self.main.setContentsMargins(0, 0, 8, 8)
        self.main.setSpacing(8)
        for part in (self.bar, self.foot):
            self.main.addLayout(part)
        self.main.addWidget(self.scroll_area, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(14)
        outer.addWidget(self.material)
        outer.addLayout(self.main, 1)
        self.pass_focus_to(self.line)
        self._draft = DraftKeeper(desk.bridge, self.line, self, self.PLACE, self._on_enter)
        self.line.returnPressed.connect(self._on_enter)
        self.material.taken.connect(self._on_taken)

    # ---- what an exercise says itself

    @property
    def kind(self) -> NoteKind:
        """What its notes are."""
        raise NotImplementedError

    def notes(self) -> list[Note]:
        """List the notes it shows, in order."""
        return notes_of(self.document, self.block_id)

    def given(self) -> list[Note]:
        """List what earlier exercises left for this one."""
        return self.found(FlowReader(self.document, self.names.catalogue).material(self.block_id, self.ARTEFACTS))

    def read(self, line: str) -> tuple[str, str]:
        """Read a typed line: the mark of its note, and its words."""
        return "", line

    def found(self, ids: Iterable[str]) -> list[Note]:
        """Give the notes with words of these ids."""
        return [note for note in (self.document.get(one) for one in ids) if isinstance(note, Note) and note.text]

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show the work of another block; words that were being typed stay with theirs."""
        self._draft.show_place(block_id)
        super().show_block(block_id)

    def leave(self) -> None:
        """Enter what is half typed."""
        self._draft.show_place("")
        super().leave()

    def refresh(self) -> None:
        """Show line and material as they are now."""
        t = self.context.texts
        self.line.setPlaceholderText(t(self.LINE))
        self.line.setAccessibleName(t(self.LINE))
        self.line.setVisible(not self.bridge.is_read_only)
        used = {note.origin_id for note in self.notes() if note.origin_id}
        # What was taken over makes room for the board.
        self.material.show_notes([note for note in self.given() if note.id not in used], used, t("plan.earlier"))

    def take_focus(self) -> None:
        """Write the next one."""
        self.line.setFocus()

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a note of the first cell of every row that has words."""
        texts = [text for row in rows if (text := next((cell for cell in row if cell), ""))]
        if texts:
            self.bridge.do(add_notes(self.document, self.bridge.ids, self.block_id, texts, kind=self.kind))

    # ---- hands

    def go_down(self) -> None:
        """Take the keyboard from the line to what was written."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the board the room that the material can miss."""
        super().resizeEvent(event)
        self.material.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down leaves the line."""
        if event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.go_down()
        else:
            super().keyPressEvent(event)

    def write(self, note_id: str, text: str) -> None:
        """Give a note other words; typing is one step of undo."""
        if isinstance(self.document.get(note_id), Note):
            self.bridge.do(change_note(self.document, note_id, text=text), merge=f"note.{note_id}")

    def hide_or_show(self, note: Note) -> None:
        """Keep a note from the room, or show it again."""
        self.bridge.do(change_note(self.document, note.id, is_hidden=not note.is_hidden))

    def _on_enter(self) -> None:
        line = self.line.text().strip()
        if not line or not isinstance(self.document.get(self.block_id), Block):
            return
        mark, text = self.read(line)
        if self.bridge.do(add_note(self.document, self.bridge.ids, self.block_id, text, kind=self.kind, mark=mark)):
            self._draft.done()

    def _on_taken(self, note_id: str) -> None:
        origin = self.document.get(note_id)
        if isinstance(origin, Note):
            ids = self.bridge.ids
            self.bridge.do(take_over(self.document, ids, self.block_id, note_id, origin.text, kind=self.kind))
