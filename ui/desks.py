"""What stands behind a canvas: the open sprint, or a document of the past that refuses every edit."""

from __future__ import annotations

from sprint.diff import Diff
from sprint.document import Document
from sprint.errors import SprintError
from sprint.history import Mark
from sprint.ids import IdSource
from sprint.store.media import ImportedPicture
from ui.bridge import SprintBridge


class SprintDesk:
    """The open sprint for a canvas; errors go back to the canvas, which knows where they belong."""

    def __init__(self, bridge: SprintBridge) -> None:
        self._bridge = bridge

    @property
    def document(self) -> Document:
        """All records."""
        return self._bridge.document

    @property
    def ids(self) -> IdSource:
        """Where new ids come from."""
        return self._bridge.ids

    @property
    def is_read_only(self) -> bool:
        """Whether nothing may be changed."""
        return self._bridge.is_read_only

    def do(self, diff: Diff, merge: str = "") -> None:
        """Make an undoable change; raises SprintError when it cannot be."""
        self._bridge.workspace.do(diff, merge)
        self._bridge.history_changed.emit()

    def mark(self) -> int:
        """Remember this place in the history."""
        return self._bridge.workspace.history.mark()

    def bail(self, mark: int) -> None:
        """Take back what was done since a place, without a trace; raises SprintError when nothing may be changed."""
        if self.is_read_only:
            raise SprintError("ui.past_is_past")
        self._bridge.workspace.history.bail(Mark(mark))
        self._bridge.history_changed.emit()

    def import_picture(self, data: bytes) -> ImportedPicture:
        """Take a picture in; may be called on any thread and raises SprintError."""
        return self._bridge.workspace.store.add_media(data)

    def read_picture(self, sha256: str) -> bytes:
        """Give the bytes of a picture; may be called on any thread and raises SprintError."""
        return self._bridge.workspace.store.read_media(sha256)


class PastDesk:
    """A document as it was, to look at only."""

    def __init__(self, document: Document, ids: IdSource, present: SprintDesk) -> None:
        """Stand behind a document of the past; its pictures are still in the store of the present."""
        self._present = present
        self.document = document
        self.ids = ids
        self.is_read_only = True

    def do(self, diff: Diff, merge: str = "") -> None:
        """Refuse; raises SprintError for the person to read."""
        raise SprintError("ui.past_is_past")

    def mark(self) -> int:
        """Give a place; there is no history here."""
        return 0

    def bail(self, mark: int) -> None:
        """Refuse; raises SprintError for the person to read."""
        raise SprintError("ui.past_is_past")

    def import_picture(self, data: bytes) -> ImportedPicture:
        """Refuse; raises SprintError for the person to read."""
        raise SprintError("ui.past_is_past")

    def read_picture(self, sha256: str) -> bytes:
        """Give the bytes of a picture; may be called on any thread and raises SprintError."""
        return self._present.read_picture(sha256)
