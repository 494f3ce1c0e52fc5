"""A folder that is watched for new photos: of a camera or a phone on a cable, asked for and never by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ui.widgets.picture_desk import PICTURE_FILES

LOOK_MS = 400
"""How often a photo that is still being copied is looked at again."""
_MOST_AT_ONCE = 60


class PictureFolder(QObject):
    """Tells of every photo that comes into one folder after the watch began, when it has come in whole."""

    came = Signal(object)
    """The path of a photo that is complete."""
    lost = Signal(str)
    """The folder is gone (a cable was pulled); its name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        self._growing: dict[Path, int] = {}
        self._known: set[Path] = set()
        self._folder: Path | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched, None when none is."""
        return self._folder

    def watch(self, folder: Path) -> bool:
        """Begin to watch; photos that are there already are left alone. False when the folder cannot be watched."""
        self.stop()
        if not folder.is_dir() or not self._watcher.addPath(str(folder)):
            return False
        self._folder, self._known = folder, set(_photos(folder))
        return True

    def stop(self) -> None:
        """Watch nothing any more."""
        if self._folder is not None:
            self._watcher.removePath(str(self._folder))
        self._folder = None
        self._growing.clear()
        self.timer.stop()

    def look(self) -> None:
        """Look what is new; a file counts when it has kept its size from one look to the next."""
        folder = self._folder
        if folder is None:
            return
        if not folder.is_dir():
            self.stop()
            self.lost.emit(folder.name)
            return
        new = [path for path in _photos(folder) if path not in self._known][:_MOST_AT_ONCE]
        self._growing = {path: size for path, size in self._growing.items() if path in new}
        for path in new:
            size = _size(path)
            if size > 0 and self._growing.get(path) == size:
                del self._growing[path]
                self._known.add(path)
                self.came.emit(path)
            else:
                self._growing[path] = size
        if self._growing and self._folder is not None:
            self.timer.start()
        else:
            self.timer.stop()


def _photos(folder: Path) -> list[Path]:
    """List the photos of a folder, the oldest name first; none when it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in PICTURE_FILES)
    except OSError:
        return []


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
