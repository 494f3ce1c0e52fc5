"""Working on a photo of a surface: the window opens with it, and what is kept hangs where the photo hung."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sprint.diff import Diff
from sprint.edits.pictures import replace_picture, restore_picture
from sprint.records import Picture
from sprint.store.media import ImportedPicture
from sprint.store.shaping import Shaping, shape
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.picture import PictureDialog
from ui.widgets.picture_desk import PictureDesk


class PictureWork(QWidget):
    """Never seen itself; the window it opens belongs to that of its parent."""

    ended = Signal()
    """The window is closed: the keyboard goes back to the work."""

    def __init__(self, context: Context, bridge: SprintBridge, pictures: PictureDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._pictures = context, bridge, pictures
        self.hide()

    def open(self, picture_id: str, holder_id: str = "") -> None:
        """Cut out, straighten, turn or whiten a photo: wherever it hangs, or at one holder only."""
        if picture_id and not self._bridge.is_read_only:
            self._pictures.bytes_of(picture_id, partial(self._show, picture_id, holder_id))

    def _show(self, picture_id: str, holder_id: str, data: bytes) -> None:
        picture = self._bridge.document.get(picture_id)
        if not isinstance(picture, Picture):
            return
        dialog = PictureDialog(self._context, data, self.window(), has_original=bool(picture.origin_id))
        dialog.kept.connect(partial(self._keep, picture, holder_id))
        dialog.original_wanted.connect(partial(self._restore, picture.id))
        dialog.finished.connect(self.ended)
        dialog.open()

    def _keep(self, picture: Picture, holder_id: str, shaping: Shaping) -> None:
        def hang(stored: ImportedPicture) -> Diff:
            return replace_picture(self._bridge.document, self._bridge.ids, picture.id, stored, holder_id)

        self._pictures.work_on(picture, lambda data: shape(data, shaping), hang)

    def _restore(self, picture_id: str) -> None:
        self._bridge.do(restore_picture(self._bridge.document, picture_id))
