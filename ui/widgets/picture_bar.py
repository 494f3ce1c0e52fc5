"""The strip through which photos come in: chosen, pasted, or from a folder that is watched; drops go on the wall."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.labels import ElidedLabel
from ui.widgets.picture_desk import PictureDesk
from ui.widgets.picture_folder import PictureFolder

_STATE_PX = 240


class PictureBar(QWidget):
    """Buttons for photos and, beside them, what is on its way; it asks and tells, the surface hangs."""

    files_chosen = Signal(list)
    """Paths of photos that were chosen, or that came into the watched folder."""
    pasted = Signal(object)
    """A QMimeData with a picture."""

    def __init__(self, context: Context, pictures: PictureDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting = 0
        self.folder = PictureFolder(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.choose = Button(context, "sketch.choose_photos", icon="photo")
        self.paste = Button(context, "sketch.paste_photo")
        self.watch = Button(context, "sketch.watch_folder", icon="folder")
        self.watch.setCheckable(True)
        self._state = ElidedLabel(role="muted")
        self._state.setMaximumWidth(_STATE_PX)
        row.addWidget(self._state, 1)
        for button in (self.choose, self.paste, self.watch):
            row.addWidget(button)
        self.choose.clicked.connect(self._on_choose)
        self.paste.clicked.connect(self.paste_picture)
        self.watch.clicked.connect(self._on_watch)
        self.folder.came.connect(lambda path: self.files_chosen.emit([path]))
        self.folder.lost.connect(self._on_lost)
        pictures.counted.connect(self._on_count)
        context.texts.changed.connect(self._say)
        self._say()

    def paste_picture(self) -> bool:
        """Take the picture from the clipboard; says what is missing when there is none."""
        data = QApplication.clipboard().mimeData()
        if not _has_picture(data):
            self._context.messages.tell(self._context.texts("sketch.nothing_to_paste"))
            return False
        self.pasted.emit(data)
        return True

    @staticmethod
    def has_picture_to_paste(*, is_for_line: bool = False) -> bool:
        """Whether the clipboard holds a picture; in a line of words, only one that comes without words."""
        data = QApplication.clipboard().mimeData()
        return _has_picture(data) and not (is_for_line and data.hasText() and not data.hasUrls())

    def _on_choose(self) -> None:
        paths = self._context.messages.ask_pictures(self._context.texts("sketch.choose_photos"))
        if paths:
            self.files_chosen.emit(paths)

    def _on_watch(self) -> None:
        if self.folder.folder is not None:
            self.folder.stop()
        else:
            folder = self._context.messages.ask_folder(self._context.texts("sketch.watch_which"))
            if folder is not None and not self.folder.watch(folder):
                self._context.messages.warn(self._context.texts("sketch.folder_unwatchable", name=folder.name))
        self._say()

    def _on_lost(self, name: str) -> None:
        self._context.messages.warn(self._context.texts("sketch.folder_gone", name=name))
        self._say()

    def _on_count(self, waiting: int) -> None:
        self._waiting = waiting
        self._say()

    def _say(self) -> None:
        t, folder = self._context.texts, self.folder.folder
        self.watch.setChecked(folder is not None)
        if self._waiting:
            self._state.setText(t("sketch.on_their_way", count=self._waiting))
        elif folder is not None:
            self._state.setText(t("sketch.watching", name=folder.name or str(folder)))
        self._state.setVisible(bool(self._waiting) or folder is not None)
        self.choose.setToolTip(t("sketch.drop_hint"))


def _has_picture(data: QMimeData | None) -> bool:
    return data is not None and PictureDesk.is_welcome(data)
