"""The pictures on the work that the room sees: small ones on a wall, a large one when it is looked at alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from ui.exercises.room_page import RoomPage
from ui.widgets.picture_desk import LARGE_PX, SMALL_PX, PictureDesk

_FEW = 2


class WorkPictures(PictureDesk):
    """Reads pictures for a page of the room; `loaded` says that there is more to paint."""

    def of(self, page: RoomPage) -> Callable[[str], QPixmap | None]:
        """Give how the pictures of a page are found: sharp when there are few, soon when there are many."""
        pictured = sum(bool(card.picture_id) for column in page.columns for card in column.cards)
        return self._sharp if pictured <= _FEW else self.pixmap

    def _sharp(self, picture_id: str) -> QPixmap | None:
        return self.pixmap(picture_id, LARGE_PX) or self.pixmap(picture_id, SMALL_PX)
