"""A note on its paper, as the notes of a block and what is said of a sketch are listed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sprint.edits.delete import delete
from sprint.edits.notes import change_note
from sprint.records import Note
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.columns import RecordRow
from ui.widgets.fields import TextField
from ui.widgets.trash import TrashButton


class NoteSlip(RecordRow):
    """Words to change in place and a bin, on a coloured ground; a list says where they stand and what else does."""

    def __init__(
        self, context: Context, bridge: SprintBridge, note: Note, trash_key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._note = context, bridge, note
        self.setObjectName("slip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = TextField(self)
        self.trash = TrashButton(context, trash_key, on_card=True, parent=self)
        self.field.typed.connect(self._on_typed)
        self.field.left.connect(bridge.break_merge)
        self.field.entered.connect(self.field.clearFocus)
        self.trash.clicked.connect(lambda: bridge.do(delete(bridge.document, [self._note.id])))
        context.theme.changed.connect(self._restyle)

    def _on_typed(self, text: str) -> None:
        diff = change_note(self._bridge.document, self._note.id, text=text)
        if not self._bridge.do(diff, merge=f"note.{self._note.id}"):
            self.show_record(self._note)

    def _restyle(self) -> None:
        """Take the colours of the look; a list says more of its slips."""
        self._dress("card_idea")

    def _dress(self, ground: str, *, edge: str = "", weight: str = "normal") -> None:
        theme = self._context.theme
        ink = theme.hex("on_card")
        self.setStyleSheet(f"QWidget#slip {{ background: {theme.hex(ground)}; border-radius: 8px; {edge} }}")
        self.field.setStyleSheet(
            f"QPlainTextEdit {{ color: {ink}; font-size: {theme.size('lead')}px; font-weight: {weight}; }}"
            f"QPlainTextEdit:focus {{ background: transparent; border-color: {ink}; }}"
        )
