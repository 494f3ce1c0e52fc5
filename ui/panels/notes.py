"""The notes of a block: one line, one idea, Enter and the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.notes import add_note, notes_of
from sprint.records import Note, NoteKind, Record
from ui.bridge import SprintBridge
from ui.context import Context
from ui.exercises.wall_photos import WallPhotos
from ui.panels.note_slip import NoteSlip
from ui.widgets.columns import RecordColumn, ScrollColumn, inset
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel
from ui.widgets.look_only import show_look_only
from ui.widgets.passes_focus import PassesFocus


class NoteRow(NoteSlip):
    """One note of a block: the kind in small bold letters above the words, and how many votes it got."""

    def __init__(self, context: Context, bridge: SprintBridge, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, note, "panel.notes.delete", parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 4, 6)
        row.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._kind = PlainLabel(wrap=True)
        words.addLayout(inset(self._kind, 9))
        words.addWidget(self.field)
        row.addLayout(words, 1)
        row.addWidget(self.trash, 0, Qt.AlignmentFlag.AlignTop)
        context.texts.changed.connect(self._retranslate)
        self._restyle()
        self.show_record(note)

    def show_record(self, record: Record) -> None:
        """Show this state of the note."""
        if not isinstance(record, Note):
            return
        self._note = record
        t = self._context.texts
        kind = t(f"kind.note.{record.kind.value}")
        votes = t("panel.notes.votes", count=record.votes) if record.votes else ""
        self._kind.setText(" · ".join(part for part in (kind, votes) if part))
        self._kind.setVisible(record.kind is not NoteKind.NOTE or bool(record.votes))
        self.field.show_text(record.text)
        self.field.setAccessibleName(t("panel.notes.name", kind=kind, text=record.text))

    def _retranslate(self) -> None:
        self.show_record(self._note)

    def _restyle(self) -> None:
        super()._restyle()
        theme = self._context.theme
        self._kind.setStyleSheet(
            f"color: {theme.hex('on_card_muted')}; font-size: {theme.size('small')}px; font-weight: bold;"
        )


class NotesPanel(PassesFocus, QWidget):
    """All notes of the block that is open, and the line for the next one."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._block_id = ""
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 8, 12)
        column.setSpacing(8)
        self._title = PlainLabel(role="title")
        # At the end of a day the walls are photographed, also where nothing else is written.
        self.photos = WallPhotos(context, bridge, None, self, cover=parent)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.photos.button)
        column.addLayout(head)
        self.line = LineField(self)
        column.addLayout(inset(self.line, 0, 0, 12))
        self._scroll = ScrollColumn(self, margin=0, spacing=0)
        self._scroll.column.setContentsMargins(0, 4, 12, 8)
        self._empty = PlainLabel(role="muted", wrap=True)
        self.rows = RecordColumn(lambda note: NoteRow(context, bridge, note), self.line, self)
        self._scroll.column.addWidget(self._empty)
        self._scroll.column.addWidget(self.rows)
        self._scroll.column.addStretch(1)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.photos)
        self.photos.listen_to(self.line)
        self.pass_focus_to(self.line)
        self.line.returnPressed.connect(self._on_enter)
        self._draft = DraftKeeper(bridge, self.line, self, "note", self._on_enter)
        context.texts.changed.connect(self._retranslate)
        bridge.document_changed.connect(self._on_diff)

    def show_block(self, block_id: str) -> None:
        """Show the notes of another block; a note being written is kept at the block before."""
        self._draft.show_place(block_id)
        self._block_id = block_id
        self._retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        """A photo that is looked at goes with the notes beside which it hangs."""
        self.photos.viewer.hide()
        super().hideEvent(event)

    def _retranslate(self) -> None:
        t = self._context.texts
        is_writable = not self._bridge.is_read_only
        self.line.setVisible(is_writable)
        self.line.setPlaceholderText(t("panel.notes.hint"))
        self.line.setAccessibleName(t("panel.notes.new"))
        self._empty.setText(t("panel.notes.empty"))
        self._refresh()

    def _refresh(self) -> None:
        notes = notes_of(self._bridge.document, self._block_id) if self._block_id else []
        self._title.setText(self._context.texts("panel.notes.title", count=len(notes)))
        self._empty.setVisible(not notes)
        self.rows.show_records(notes)
        self.photos.show_block(self._block_id)
        if self._bridge.is_read_only:
            show_look_only(self.rows)

    def _on_diff(self, diff: Diff) -> None:
        touched = (record for change in diff.changes.values() for record in change)
        if any(isinstance(record, Note) and record.block_id == self._block_id for record in touched):
            self._refresh()

    def _on_enter(self) -> None:
        text = self.line.text().strip()
        if not text or self._bridge.document.get(self._block_id) is None:
            return
        diff = add_note(self._bridge.document, self._bridge.ids, self._block_id, text)
        if self._bridge.do(diff):
            self._draft.done()
