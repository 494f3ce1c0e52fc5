"""The ways in which photos come in: chosen, pasted, or from a folder that is watched; the same behind every button."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.context import Context
from ui.widgets.picture_desk import PictureDesk
from ui.widgets.picture_folder import PictureFolder


class PictureSource(QObject):
    """Asks and tells; whoever owns it hangs what comes."""

    files_chosen = Signal(list)
    """Paths of photos that were chosen, or that came into the watched folder."""
    pasted = Signal(object)
    """A QMimeData with a picture."""
    changed = Signal()
    """`state` says something else now, or a folder is watched, or no longer."""

    def __init__(self, context: Context, pictures: PictureDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting = 0
        self.folder = PictureFolder(self)
        self.folder.came.connect(lambda path: self.files_chosen.emit([path]))
        self.folder.lost.connect(self._on_lost)
        pictures.counted.connect(self._on_count)

    @property
    def state(self) -> str:
        """What is on its way, or which folder is watched, in words; "" for neither."""
        t, folder = self._context.texts, self.folder.folder
        if self._waiting:
            return t("sketch.on_their_way", count=self._waiting)
        return t("sketch.watching", name=folder.name or str(folder)) if folder is not None else ""

    def choose(self) -> None:
        """Ask which photos."""
        paths = self._context.messages.ask_pictures(self._context.texts("sketch.choose_photos"))
        if paths:
            self.files_chosen.emit(paths)

    def paste(self) -> bool:
        """Take the picture from the clipboard; says what is missing when there is none."""
        data = QApplication.clipboard().mimeData()
        if not _has_picture(data):
            self._context.messages.tell(self._context.texts("sketch.nothing_to_paste"))
            return False
        self.pasted.emit(data)
        return True

    def watch_or_stop(self) -> None:
        """Ask which folder is to be watched, or stop watching the one that is."""
        if self.folder.folder is not None:
            self.folder.stop()
        else:
            folder = self._context.messages.ask_folder(self._context.texts("sketch.watch_which"))
            if folder is not None and not self.folder.watch(folder):
                self._context.messages.warn(self._context.texts("sketch.folder_unwatchable", name=folder.name))
        self.changed.emit()

    def _on_lost(self, name: str) -> None:
        self._context.messages.warn(self._context.texts("sketch.folder_gone", name=name))
        self.changed.emit()

    def _on_count(self, waiting: int) -> None:
        self._waiting = waiting
        self.changed.emit()


def has_picture_to_paste(*, is_for_line: bool = False) -> bool:
    """Whether the clipboard holds a picture; in a line of words, only one that comes without words."""
    data = QApplication.clipboard().mimeData()
    return _has_picture(data) and not (is_for_line and data.hasText() and not data.hasUrls())


def _has_picture(data: QMimeData | None) -> bool:
    return data is not None and PictureDesk.is_welcome(data)
