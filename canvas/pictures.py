"""Pictures on cards: read from the store and made small beside the window, so that no photo ever holds it up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap

from canvas.background import Background
from sprint.errors import SprintError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from sprint.edits.pictures import Stored

_Came = TypeVar("_Came")

WIDTH = 400
"""Pixels of a small copy: enough for a card at 300 %."""
_MOST_KEPT = 200


class PictureStore(Protocol):
    """What the canvas needs of the store; both may be called on any thread and raise SprintError."""

    def import_picture(self, data: bytes) -> Stored:
        """Take a picture in."""

    def read_picture(self, sha256: str) -> bytes:
        """Give the bytes of a picture."""


class Pictures(QObject):
    """Takes pictures in and gives small copies, one at a time on a thread of its own."""

    imported = Signal(str, object)
    """A ticket and what came of it: a stored picture, or the error."""
    loaded = Signal(str)
    """The checksum of a picture that can be drawn now."""

    def __init__(self, store: PictureStore, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._background = Background(self)
        self._is_closing = False
        self._pixmaps: dict[str, QPixmap | None] = {}

    def take(self, ticket: str, read: Callable[[], bytes]) -> None:
        """Take a picture in; `imported` tells when it is done."""
        self._background.run(
            lambda: _or_error(lambda: self._store.import_picture(read())), lambda came: self.imported.emit(ticket, came)
        )

    def pixmap(self, sha256: str) -> QPixmap | None:
        """Give a small copy, or None until it is there."""
        if sha256 not in self._pixmaps:
            while len(self._pixmaps) >= _MOST_KEPT:
                del self._pixmaps[next(iter(self._pixmaps))]
            self._pixmaps[sha256] = None
            self._background.run(
                lambda: _or_error(lambda: self._small(sha256)), lambda came: self._on_came(sha256, came)
            )
        return self._pixmaps[sha256]

    def finish(self) -> None:
        """Wait until all pictures are taken in, before the store is closed."""
        self._is_closing = True
        self._background.finish()

    def _small(self, sha256: str) -> QImage:
        from PySide6.QtGui import QImage  # noqa: PLC0415 - most journeys begin without a picture

        if self._is_closing:
            return QImage()
        image = QImage.fromData(self._store.read_picture(sha256))
        return image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)

    def _on_came(self, sha256: str, result: QImage | SprintError | OSError) -> None:
        if not isinstance(result, SprintError | OSError) and not result.isNull():
            self._pixmaps[sha256] = QPixmap.fromImage(result)
            self.loaded.emit(sha256)


def _or_error(work: Callable[[], _Came]) -> _Came | SprintError | OSError:
    """Give what came of it, or the error that a person can be told."""
    try:
        return work()
    except (SprintError, OSError) as error:
        return error
