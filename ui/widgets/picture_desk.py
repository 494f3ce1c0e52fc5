"""Pictures of one surface: taken in from files, a drag or the clipboard, and read back, all beside the window."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from canvas.background import Background
from canvas.png import png_of
from sprint.diff import Diff
from sprint.errors import SprintError
from sprint.records import Picture
from sprint.store.media import MAX_PIXELS, MAX_SOURCE_BYTES, ImportedPicture
from ui.bridge import SprintBridge
from ui.context import Context

SMALL_PX, LARGE_PX = 520, 2_048
"""The longest side of a picture on a card, and of one that fills the window."""
PICTURE_FILES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_PHONE_FILES = frozenset({".heic", ".heif"})
_MOST_SMALL, _MOST_LARGE = 60, 3

Hang = Callable[[ImportedPicture], Diff | None]
"""Says what becomes of a picture that is in; asked when it is there, so that it sees the document of that moment."""


class PictureDesk(QObject):
    """Takes pictures in, one after another, and hands out what can be painted."""

    loaded = Signal(str)
    """The id of a picture that can be painted now."""
    counted = Signal(int)
    """How many pictures are on their way in."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._background = Background(self)
        self._is_closing = False
        self._on_their_way = 0
        bridge.closing.connect(self.finish)
        self._pixmaps: dict[int, OrderedDict[str, QPixmap | None]] = {SMALL_PX: OrderedDict(), LARGE_PX: OrderedDict()}

    # ---- in

    @staticmethod
    def is_welcome(data: QMimeData) -> bool:
        """Whether there may be a picture in what is dragged or pasted."""
        return data.hasImage() or any(url.isLocalFile() for url in data.urls())

    def take_mime(self, data: QMimeData, hang: Hang) -> bool:
        """Take what was dropped or pasted; says whether there was a picture."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            return self.take_files(paths, hang) > 0
        image = data.imageData() if data.hasImage() else None
        if not isinstance(image, QImage) or image.isNull():
            return False
        self.take(lambda: png_of(image), hang)
        return True

    def take_files(self, paths: Iterable[Path], hang: Hang) -> int:
        """Take files with pictures; says how many were taken, and tells about those that cannot be."""
        taken = 0
        for path in paths:
            kind = path.suffix.lower()
            if kind in PICTURE_FILES:
                self.take(partial(read_picture_file, path), hang)
                taken += 1
            elif kind in _PHONE_FILES:
                self._tell(SprintError("sketch.phone_file", name=path.name))
            else:
                self._tell(SprintError("sketch.no_picture", name=path.name))
        return taken

    def take(self, read: Callable[[], bytes], hang: Hang) -> None:
        """Take one picture in and do with it what `hang` says, as one edit."""
        if self._bridge.is_read_only:
            self._tell(SprintError("error.read_only"))
            return
        store = self._bridge.workspace.store
        self._count(1)
        self._background.run(lambda: store.add_media(read()), lambda came: self._on_in(came, hang), self._on_failed)

    def work_on(self, picture: Picture, work: Callable[[bytes], bytes], hang: Hang) -> None:
        """Make another picture of one that is there; the one before stays as it is."""
        store = self._bridge.workspace.store
        self.take(lambda: work(store.read_media(picture.sha256)), hang)

    def _on_in(self, came: ImportedPicture, hang: Hang) -> None:
        self._count(-1)
        try:
            diff = hang(came)
        except SprintError as error:
            self._tell(error)  # what it was for is gone meanwhile
            return
        if diff:
            self._bridge.do(diff)

    def _on_failed(self, error: SprintError) -> None:
        self._count(-1)
        self._tell(error)

    def _count(self, more: int) -> None:
        self._on_their_way += more
        self.counted.emit(self._on_their_way)

    def _tell(self, error: SprintError) -> None:
        self._context.messages.warn(self._context.texts.error(error))

    # ---- out

    def pixmap(self, picture_id: str, side: int = SMALL_PX) -> QPixmap | None:
        """Give a picture no longer than `side` (SMALL_PX or LARGE_PX), or None until `loaded` says it is there."""
        kept = self._pixmaps[side]
        if picture_id in kept:
            kept.move_to_end(picture_id)
            return kept[picture_id]
        picture = self._bridge.document.get(picture_id)
        if not isinstance(picture, Picture):
            return None
        while len(kept) >= (_MOST_SMALL if side == SMALL_PX else _MOST_LARGE):
            kept.popitem(last=False)
        kept[picture_id] = None
        store, checksum = self._bridge.workspace.store, picture.sha256
        self._background.run(
            lambda: self._scaled(store.read_media(checksum), side),
            lambda image: self._on_read(picture_id, side, image),
            lambda _gone: None,  # a picture that is gone leaves its empty frame; the file says so when it is opened
        )
        return None

    def bytes_of(self, picture_id: str, done: Callable[[bytes], object]) -> None:
        """Read the bytes of a picture and hand them over; tells when they are gone."""
        picture = self._bridge.document.require(Picture, picture_id)
        store = self._bridge.workspace.store
        self._background.run(lambda: store.read_media(picture.sha256), done, self._tell)

    def finish(self) -> None:
        """Take in what is on its way and read nothing more, before the sprint is closed."""
        self._is_closing = True
        self._background.finish()

    def _scaled(self, data: bytes, side: int) -> QImage:
        if self._is_closing:
            return QImage()
        image = QImage.fromData(data)
        if max(image.width(), image.height()) <= side:
            return image
        ways = Qt.AspectRatioMode.KeepAspectRatio
        return image.scaled(side, side, ways, Qt.TransformationMode.SmoothTransformation)

    def _on_read(self, picture_id: str, side: int, image: QImage) -> None:
        if not image.isNull():
            self._pixmaps[side][picture_id] = QPixmap.fromImage(image)
            self.loaded.emit(picture_id)


def read_picture_file(path: Path) -> bytes:
    """Read a file with a picture; raises SprintError for one that is too big or cannot be read. For any thread."""
    try:
        if not path.is_file():
            raise SprintError("sketch.file_unreadable", name=path.name)  # a pipe would be waited for without end
        if path.stat().st_size > MAX_SOURCE_BYTES:
            raise SprintError("store.picture_too_big", megapixels=MAX_PIXELS // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        raise SprintError("sketch.file_unreadable", name=path.name) from error
