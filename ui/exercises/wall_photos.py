"""Photos on a wall of notes: one of the whole wall hangs beside the notes, others hang on the note they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.delete import delete
from sprint.edits.notes import change_note, wall_photos_of
from sprint.edits.pictures import add_picture, add_pictured_note, take_picture_down
from sprint.records import Block, Note, NoteKind
from sprint.store.media import ImportedPicture
from ui.bridge import SprintBridge
from ui.context import Context
from ui.exercises.cards import CardWidget
from ui.exercises.picture_work import PictureWork
from ui.exercises.room_page import RoomCard, RoomColumn
from ui.exercises.thumb_strip import ThumbStrip
from ui.exercises.wall import CardWall
from ui.exercises.wall_thumb import WallThumb
from ui.texts import Texts
from ui.widgets.button import Button
from ui.widgets.picture_card import SheetFace
from ui.widgets.picture_desk import PictureDesk
from ui.widgets.picture_source import PictureSource, has_picture_to_paste
from ui.widgets.picture_viewer import PictureViewer

_ADD, _LOOK = "p", "v"


class WallPhotos(QWidget):
    """The strip with photos of the whole wall, hidden while there is none; `button` is for the head of the surface.

    On a card P takes a photo and V shows those it has; what is dropped or pasted on a card belongs to the card, what
    falls beside it or comes from a watched folder to the wall.
    """

    room_changed = Signal()
    """A photo is looked at large, or no longer."""

    def __init__(
        self,
        context: Context,
        bridge: SprintBridge,
        wall: CardWall | None,
        surface: QWidget,
        *,
        cover: QWidget | None = None,
    ) -> None:
        """Take photos for a wall of cards, or without one for a list; `cover` is what a large photo covers."""
        super().__init__(surface)
        self._context, self._bridge, self._wall, self._surface = context, bridge, wall, surface
        self._block_id = self._target = ""
        self.thumbs: dict[str, WallThumb] = {}
        self.pictures = PictureDesk(context, bridge, self)
        self.source = PictureSource(context, self.pictures, self)
        self.button = Button(context, "photos.button", icon="photo")
        self.button.setCheckable(True)
        self.viewer = PictureViewer(context, self.pictures, cover or surface)
        self.work = PictureWork(context, bridge, self.pictures, self)
        self._strip = ThumbStrip(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self._strip)
        self.hide()
        surface.setAcceptDrops(True)
        surface.installEventFilter(self)
        self._listen()
        self._say()

    def _listen(self) -> None:
        self.button.clicked.connect(self._open_menu)
        self.source.files_chosen.connect(self._on_files)
        self.source.pasted.connect(lambda data: self.take_mime(data, self._target))
        self.source.changed.connect(self._say)
        self._context.texts.changed.connect(self._say)
        self._bridge.closing.connect(self.source.folder.stop)
        self.pictures.loaded.connect(self._on_loaded)
        if self._wall is not None:
            self._wall.take_pictures_from(self.pictures)
            self._wall.key_pressed.connect(self._on_key)
            self._wall.looked.connect(self.look_at)
        self.work.ended.connect(self.viewer.setFocus)
        viewer = self.viewer
        viewer.shape_requested.connect(lambda _id: self.work.open(viewer.picture_id))
        viewer.drop_requested.connect(self._on_drop)
        viewer.take_requested.connect(self.choose_for)
        viewer.closed.connect(self._on_closed)
        viewer.walked.connect(lambda _id: self.room_changed.emit())

    def listen_to(self, field: QWidget) -> None:
        """Let a photo be pasted although a field of words has the keyboard."""
        field.installEventFilter(self)

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show the photos of the wall of a block; a folder that is watched gives its photos to it from now on."""
        if block_id != self._block_id:
            self._block_id = block_id
            self.viewer.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show the photos as they are now."""
        photos, is_writable = self._photos(), not self._bridge.is_read_only
        wanted = {note.id for note in photos}
        for gone in [note_id for note_id in self.thumbs if note_id not in wanted]:
            thumb = self.thumbs.pop(gone)
            thumb.hide()
            thumb.deleteLater()
        for place, note in enumerate(photos, start=1):
            thumb = self.thumbs.get(note.id) or self._thumb(note.id)
            thumb.show_photo(note.picture_ids[0], place, is_hidden=note.is_hidden)
        self._strip.show_thumbs(self._context.texts("photos.of_wall"), [self.thumbs[note.id] for note in photos])
        self.setVisible(bool(photos))
        self.button.setVisible(is_writable)
        self.viewer.show_faces(self._faces())
        for button in (self.viewer.photo, self.viewer.shape, self.viewer.drop):
            button.setVisible(is_writable)

    def _photos(self) -> list[Note]:
        found = wall_photos_of(self._bridge.document, self._block_id) if self._block_id else []
        return [note for note in found if note.picture_ids]

    def _thumb(self, note_id: str) -> WallThumb:
        thumb = self.thumbs[note_id] = WallThumb(self._context, self.pictures.pixmap, self._strip)
        thumb.clicked.connect(partial(self.look_at, note_id))
        thumb.thrown.connect(partial(self._on_thrown, note_id))
        thumb.hide_asked.connect(partial(self._on_hide, note_id))
        return thumb

    def _on_loaded(self, _picture_id: str) -> None:
        for thumb in self.thumbs.values():
            thumb.update()
        self._strip.resettle()

    def _say(self) -> None:
        state, t = self.source.state, self._context.texts
        self.button.setText(state or t("photos.button"))
        self.button.setAccessibleName(t("photos.button"))
        self.button.setToolTip(t("photos.hint"))
        self.button.setChecked(self.source.folder.folder is not None)

    @property
    def _cards(self) -> dict[str, CardWidget]:
        return self._wall.cards if self._wall is not None else {}

    # ---- looking

    def _faces(self) -> list[SheetFace]:
        """List everything with a photo: the whole wall first, then the cards as they lie."""
        document, t = self._bridge.document, self._context.texts
        cards = (document.get(card_id) for card_id in self._cards)
        held = [note for note in cards if isinstance(note, Note) and note.picture_ids]
        faces = [(note, note.text or t("photos.of_wall")) for note in self._photos()]
        faces += [(note, note.text) for note in held]
        return [SheetFace(n.id, title, picture_id=n.picture_ids[0], more=n.picture_ids[1:]) for n, title in faces]

    def look_at(self, note_id: str) -> None:
        """Show the photos of a note large."""
        faces = self._faces()
        if note_id in {face.id for face in faces}:
            self.viewer.look_at(faces, note_id)
            self.room_changed.emit()

    def _on_closed(self, note_id: str) -> None:
        self._go_back(note_id)
        self.room_changed.emit()

    def _go_back(self, note_id: str) -> None:
        """Take the keyboard to a photo or a card, or to where work goes on."""
        if note_id in self.thumbs:
            self.thumbs[note_id].setFocus()
        elif self._wall is not None and note_id in self._cards:
            self._wall.go_to(note_id)
        else:
            self._surface.setFocus()

    # ---- coming in

    def choose_for(self, note_id: str) -> None:
        """Ask for photos for a note, or with "" for the wall."""
        self._target = note_id
        self.source.choose()
        self._target = ""
        if self.viewer.isVisible():
            self.viewer.setFocus()
        else:
            self._go_back(note_id)

    def take_mime(self, data: QMimeData, note_id: str = "") -> bool:
        """Take what was dropped or pasted on a note, or with "" on the wall; says whether there was a picture."""
        return self.pictures.take_mime(data, partial(self._hang, note_id, self._block_id))

    def _on_files(self, paths: Sequence[Path]) -> None:
        self.pictures.take_files(paths, partial(self._hang, self._target, self._block_id))

    def _hang(self, note_id: str, block_id: str, stored: ImportedPicture) -> Diff | None:
        document, ids = self._bridge.document, self._bridge.ids
        if note_id:
            return add_picture(document, ids, note_id, stored)
        if not isinstance(document.get(block_id), Block):
            return None
        return add_pictured_note(document, ids, block_id, NoteKind.WALL, stored)

    # ---- going away

    def _on_drop(self, note_id: str, picture_id: str) -> None:
        note = self._bridge.document.require(Note, note_id)
        if note.kind is NoteKind.WALL and len(note.picture_ids) == 1:
            self._on_thrown(note_id)
        else:
            self._bridge.do(take_picture_down(self._bridge.document, note_id, picture_id))

    def _on_thrown(self, note_id: str) -> None:
        if not self._bridge.is_read_only and self._bridge.do(delete(self._bridge.document, [note_id])):
            self._surface.setFocus()

    def _on_hide(self, note_id: str) -> None:
        note = self._bridge.document.require(Note, note_id)
        self._bridge.do(change_note(self._bridge.document, note_id, is_hidden=not note.is_hidden))

    # ---- the room

    def in_room(self, columns: Sequence[RoomColumn], texts: Texts) -> tuple[RoomColumn, ...]:
        """Add the photos of the wall to what the room sees; the one that is looked at stands there alone."""
        shown = [note for note in self._photos() if not note.is_hidden]
        if self.viewer.isVisible():
            note = self._bridge.document.get(self.viewer.current)
            is_seen = isinstance(note, Note) and not note.is_hidden
            card = RoomCard(note.text if isinstance(note, Note) else "", picture_id=self.viewer.picture_id)
            return (RoomColumn(cards=(card,)),) if is_seen else ()
        cards = tuple(RoomCard(note.text, picture_id=note.picture_ids[0]) for note in shown)
        return (*columns, RoomColumn(texts("photos.of_wall"), cards)) if cards else tuple(columns)

    # ---- hands

    def _on_key(self, note_id: str, key: str) -> None:
        if key == _ADD and note_id in self._cards:
            self.choose_for(note_id)
        elif key == _LOOK:
            self.look_at(note_id)

    def menu(self) -> QMenu:
        """Give the ways in which a photo comes in, as a menu."""
        menu = QMenu(self)
        rows = [("photos.choose_wall", partial(self.choose_for, "")), ("sketch.paste_photo", self.source.paste)]
        card = self._wall.current if self._wall is not None else ""
        if card in self._cards:
            rows.insert(1, ("photos.choose_card", partial(self.choose_for, card)))
        is_watching = self.source.folder.folder is not None
        rows.append(("photos.stop_watching" if is_watching else "sketch.watch_folder", self.source.watch_or_stop))
        for key, act in rows:
            action = QAction(self._context.texts(key), menu)
            action.triggered.connect(lambda _checked=False, act=act: act())
            menu.addAction(action)
        return menu

    def _open_menu(self) -> None:
        self._say()
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _card_at(self, at: QPoint) -> str:
        found = ((card_id, card.mapFrom(self._surface, at), card) for card_id, card in self._cards.items())
        return next((card_id for card_id, place, card in found if card.rect().contains(place)), "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped on the surface, and pictures that are pasted anywhere on it."""
        if self._bridge.is_read_only:
            return False
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and PictureDesk.is_welcome(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self.take_mime(event.mimeData(), self._card_at(event.position().toPoint()))
            event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_line = watched is not self._surface
            if event.matches(QKeySequence.StandardKey.Paste) and has_picture_to_paste(is_for_line=is_line):
                return self._paste()
        return False

    def _paste(self) -> bool:
        self._target = next((card_id for card_id, card in self._cards.items() if card.hasFocus()), "")
        pasted = self.source.paste()
        self._target = ""
        return pasted
