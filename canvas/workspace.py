"""What the canvas needs of an open sprint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sprint.diff import Diff
from sprint.document import Document
from sprint.ids import IdSource

if TYPE_CHECKING:
    from sprint.edits.pictures import Stored


class WorkspaceLike(Protocol):
    """What the canvas needs of an open sprint."""

    @property
    def document(self) -> Document:
        """All records."""

    @property
    def ids(self) -> IdSource:
        """Where new ids come from."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing may be changed."""

    def do(self, diff: Diff, merge: str = "") -> None:
        """Make an undoable change; raises SprintError when it cannot be."""

    def mark(self) -> int:
        """Remember this place in the history."""

    def bail(self, mark: int) -> None:
        """Take back what was done since a place, without a trace in undo or redo."""

    def import_picture(self, data: bytes) -> Stored:
        """Take a picture in; may be called on any thread and raises SprintError."""

    def read_picture(self, sha256: str) -> bytes:
        """Give the bytes of a picture; may be called on any thread and raises SprintError."""
