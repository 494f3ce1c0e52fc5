"""What surfaces with sheets on a wall share: a line for the next one, photos, the wall, and a look at full size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.delete import delete
from sprint.edits.notes import change_note
from sprint.edits.pictures import add_picture, add_pictured_note, take_picture_down
from sprint.records import Block, Note, NoteKind
from sprint.store.media import ImportedPicture
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.picture_work import PictureWork
from ui.widgets.columns import ScrollColumn
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel
from ui.widgets.picture_bar import PictureBar
from ui.widgets.picture_card import SheetFace
from ui.widgets.picture_desk import PictureDesk
from ui.widgets.picture_grid import PictureGrid
from ui.widgets.picture_viewer import PictureViewer


class SheetSurface(WorkSurface):
    """A wall of sheets; what is on it, and how a next one comes about, is for the exercise to say."""

    ACCEPTS_ROWS: ClassVar[bool] = True
    KIND: ClassVar[NoteKind] = NoteKind.SKETCH
    LINE: ClassVar[str] = "sketch.line_sketch"
    EMPTY: ClassVar[str] = "sketch.empty_sketch"

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        context = desk.context
        self._home = ""
        self.pictures = PictureDesk(context, desk.bridge, self)
        self.line = LineField(self)
        self.line.setMinimumHeight(context.theme.size("target.touch"))
        self.bar = PictureBar(context, self.pictures, self)
        self.grid = PictureGrid(context, self.pictures, self)
        self._empty = PlainLabel(role="lead", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.page = QWidget(self)
        self.outer.addWidget(self.page)
        self.column = QVBoxLayout(self.page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.line, 1)
        self.head.addWidget(self.bar)
        self.column.addLayout(self.head)
        self.scroll_area = ScrollColumn(self, margin=0, spacing=0, passes_arrows=True)
        self.scroll_area.column.addWidget(self._empty)
        self.scroll_area.column.addWidget(self.grid)
        self.scroll_area.column.addStretch(1)
        self.column.addWidget(self.scroll_area, 1)
        self.viewer = PictureViewer(context, self.pictures, self)
        self.work = PictureWork(context, desk.bridge, self.pictures, self)
        self.work.ended.connect(self.take_focus)
        self._draft = DraftKeeper(desk.bridge, self.line, self, "sheet", self.enter_line)
        self.line.installEventFilter(self)
        self.setAcceptDrops(True)
        self._listen()

    def _listen(self) -> None:
        self.line.returnPressed.connect(self.enter_line)
        self.bar.files_chosen.connect(self.take_files)
        self.bar.pasted.connect(lambda data: self.take_mime(data))
        self.grid.opened.connect(self.look_at)
        self.grid.thrown.connect(self._on_thrown)
        self.grid.dropped.connect(self.take_mime)
        self.grid.key_pressed.connect(self._on_key)
        self.grid.written.connect(self._on_written)
        self.grid.write_ended.connect(self.bridge.break_merge)
        self.grid.write_requested.connect(lambda sheet_id: self.grid.write_on(sheet_id, self.words_to_write(sheet_id)))
        self.grid.current_changed.connect(
            lambda sheet_id: self.scroll_area.ensureWidgetVisible(self.grid.cards[sheet_id])
        )
        self.viewer.closed.connect(self._on_closed)
        self.viewer.walked.connect(lambda _id: self.room_changed.emit())
        self.viewer.shape_requested.connect(lambda sheet_id: self.shape(sheet_id, self.viewer.picture_id))
        self.viewer.drop_requested.connect(self._on_drop)
        self.viewer.take_requested.connect(self._on_take)
        self.viewer.key_pressed.connect(self._on_key)

    # ---- what an exercise says itself

    def notes(self) -> list[Note]:
        """List the notes that are the sheets, in their order."""
        found = (note for note in self.document.referrers(Note, self._home) if note.kind is self.KIND)
        return sorted((note for note in found if note.block_id == self._home), key=lambda note: (note.order, note.id))

    def face(self, place: int, note: Note) -> SheetFace:
        """Say what is on the card of a note."""
        return SheetFace(note.id, note.text, picture_id=note.picture_ids[0] if note.picture_ids else "")

    def from_words(self, words: str) -> Diff:
        """Make a sheet of typed words."""
        raise NotImplementedError

    def from_picture(self, stored: ImportedPicture) -> Diff:
        """Make a sheet of a photo."""
        return add_pictured_note(self.document, self.bridge.ids, self._home, self.KIND, stored)

    def words_to_write(self, sheet_id: str) -> str:
        """Give what a field over a sheet holds."""
        return self.document.require(Note, sheet_id).text

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show the sheets of another block; words that were being typed stay with theirs."""
        self._home = block_id
        self._draft.show_place(block_id)
        self.viewer.hide()
        super().show_block(block_id)

    def leave(self) -> None:
        """Enter what is half typed; a folder that is watched still gives its photos to this exercise."""
        self._draft.show_place("")
        super().leave()

    def refresh(self) -> None:
        """Show the sheets as they are now."""
        t, is_writable = self.context.texts, not self.bridge.is_read_only
        self.line.setPlaceholderText(t(self.LINE))
        self.line.setAccessibleName(t(self.LINE))
        self._empty.setText(t(self.EMPTY))
        for widget in (self.line, self.bar):
            widget.setVisible(is_writable)
        self.grid.is_writable = is_writable
        for button in (self.viewer.photo, self.viewer.shape, self.viewer.drop):
            button.setVisible(is_writable)
        faces = self.faces()
        self._empty.setVisible(not faces)
        self.grid.show_faces(faces)
        self.viewer.show_faces(faces)
        self.room_changed.emit()

    def faces(self) -> list[SheetFace]:
        """Say what is on the cards."""
        return [self.whole_face(place, note) for place, note in enumerate(self.notes())]

    def whole_face(self, place: int, note: Note) -> SheetFace:
        """Say what is on a sheet, with all its pictures."""
        return replace(self.face(place, note), more=note.picture_ids[1:])

    def take_focus(self) -> None:
        """Type the next one, or go back to the sheet that is looked at."""
        (self.viewer if self.viewer.isVisible() else self.line).setFocus()

    def look_at(self, sheet_id: str) -> None:
        """Show a sheet at full size."""
        self.viewer.look_at(self.faces(), sheet_id)
        self.room_changed.emit()

    def finish(self) -> None:
        """Take in the photos that are on their way, before the sprint is closed."""
        self.bar.folder.stop()
        self.pictures.finish()

    # ---- words and photos come in

    def enter_line(self) -> None:
        """Make a sheet of what is typed."""
        words = self.line.text().strip()
        if words and isinstance(self.document.get(self._home), Block) and self.bridge.do(self.from_words(words)):
            self._draft.done()

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a sheet of every row."""
        for row in rows:
            self.bridge.do(self.from_words(" | ".join(cell for cell in row if cell)))

    def take_files(self, paths: Sequence[Path], sheet_id: str = "") -> None:
        """Take photos: on a sheet, or each as a sheet of its own."""
        self.pictures.take_files(paths, partial(self._hang, sheet_id))

    def take_mime(self, data: QMimeData, sheet_id: str = "") -> None:
        """Take what was dropped or pasted."""
        self.pictures.take_mime(data, partial(self._hang, sheet_id))

    def _hang(self, sheet_id: str, stored: ImportedPicture) -> Diff | None:
        if sheet_id:
            return add_picture(self.document, self.bridge.ids, sheet_id, stored, in_front=True)
        return self.from_picture(stored) if isinstance(self.document.get(self._home), Block) else None

    def _on_take(self, sheet_id: str) -> None:
        self.take_files(self.context.messages.ask_pictures(self.context.texts("sketch.choose_photos")), sheet_id)

    # ---- work on a sheet

    def shape(self, sheet_id: str, picture_id: str = "") -> None:
        """Cut out, straighten, turn or whiten a photo of a sheet, the first one unless another is named."""
        note = self.document.require(Note, sheet_id)
        self.work.open(picture_id or next(iter(note.picture_ids), ""))

    def _on_written(self, sheet_id: str, words: str) -> None:
        self.bridge.do(change_note(self.document, sheet_id, text=words), merge=f"note.{sheet_id}")

    def _on_drop(self, sheet_id: str, picture_id: str) -> None:
        self.bridge.do(take_picture_down(self.document, sheet_id, picture_id))
        self.viewer.setFocus()

    def _on_thrown(self, sheet_id: str) -> None:
        if not self.bridge.is_read_only:
            self.bridge.do(delete(self.document, [sheet_id]))
            if not self.grid.cards:
                self.line.setFocus()

    def _on_key(self, sheet_id: str, key: str) -> None:
        """Go to the sheet with this letter, at full size when one is looked at so."""
        found = next((face.id for face in self.faces() if face.sign == key.upper()), "")
        if found and self.viewer.isVisible():
            self.look_at(found)
        elif found:
            self.grid.go_to(found)

    def _on_closed(self, sheet_id: str) -> None:
        if sheet_id in self.grid.cards:
            self.grid.go_to(sheet_id)
        else:
            self.line.setFocus()
        self.room_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paste a photo although the line has the keyboard, which would have words only."""
        is_paste = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
        if is_paste and event.type() is QEvent.Type.KeyPress and self.bar.has_picture_to_paste(is_for_line=True):
            return self.bar.paste_picture()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a photo from everywhere on the surface."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.bar.has_picture_to_paste():
            self.bar.paste_picture()
        else:
            super().keyPressEvent(event)
