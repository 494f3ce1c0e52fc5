"""Which part of the board is seen: the place of the top left corner and the zoom."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF

from sprint.layout import Rect

LEAST_SCALE, MOST_SCALE = 0.004, 4.0
TITLE_SCALE = 0.6
"""Below this zoom the titles of phases stand above the board, in type that can be read."""
LANE_SCALE = 0.3
"""From this zoom on the titles of lanes stand beside the board."""
READING_SCALE = 0.7
"""From this zoom on everybody can read a card."""
_SMALL_SCALE = 0.79
_LANE_ROOM = 100.0
_TITLE_ROOM = 28.0
_NOTHING = QMarginsF()
_ROOM = 0.5  # how much of the view may be empty beside the board


@dataclass(slots=True)
class Camera:
    """`x`, `y` in board units (pixels at 100 %), `scale` in logical pixels for each unit."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0

    def to_board(self, place: QPointF) -> QPointF:
        """Turn a place in the widget into a place on the board."""
        return QPointF(self.x + place.x() / self.scale, self.y + place.y() / self.scale)

    def to_view(self, x: float, y: float) -> QPointF:
        """Turn a place on the board into a place in the widget."""
        return QPointF((x - self.x) * self.scale, (y - self.y) * self.scale)

    def rect_to_view(self, rect: Rect) -> QRectF:
        """Turn a box on the board into a box in the widget."""
        return QRectF(
            (rect.x - self.x) * self.scale,
            (rect.y - self.y) * self.scale,
            rect.width * self.scale,
            rect.height * self.scale,
        )

    def zoom(self, factor: float, anchor: QPointF) -> None:
        """Zoom so that what is under `anchor` (in the widget) stays there."""
        before = self.to_board(anchor)
        self.scale = max(LEAST_SCALE, min(MOST_SCALE, self.scale * factor))
        self.x = before.x() - anchor.x() / self.scale
        self.y = before.y() - anchor.y() / self.scale

    def fit(self, board: QSizeF, left: float, view: QSizeF) -> None:
        """Show the whole board, never enlarged, in the middle when there is room.

        `left` is where its columns begin; from afar the titles beside and above them need more room than they have.
        """
        if board.isEmpty() or view.isEmpty():
            return
        scale = min(1.0, view.width() / board.width(), view.height() / board.height())
        beside = left * scale
        if LANE_SCALE <= scale < _SMALL_SCALE:
            beside = _LANE_ROOM
            scale = min(scale, (view.width() - beside) / (board.width() - left))
        if scale < TITLE_SCALE:
            scale = min(scale, (view.height() - _TITLE_ROOM) / board.height())
        self.scale = max(LEAST_SCALE, scale)
        used = beside + (board.width() - left) * self.scale
        self.x = left - (max(0.0, (view.width() - used) / 2) + beside) / self.scale
        self.y = -_TITLE_ROOM / self.scale if self.scale < TITLE_SCALE else 0.0

    def open(self, board: QSizeF, left: float, view: QSizeF) -> None:
        """Show the whole width when its text can be read then, else the beginning at full size."""
        self.fit(board, left, view)
        if board.isEmpty() or view.isEmpty() or self.scale >= READING_SCALE:
            return
        wide = view.width() / board.width()
        self.scale = min(1.0, wide) if wide >= READING_SCALE else 1.0
        self.x, self.y = min(0.0, (board.width() - view.width() / self.scale) / 2), 0.0

    def keep_near(self, board: QSizeF, view: QSizeF) -> None:
        """Keep part of the board in view, so that nobody gets lost beside it."""
        across, down = view.width() / self.scale, view.height() / self.scale
        self.x = max(-across * _ROOM, min(self.x, board.width() - across * _ROOM))
        self.y = max(-down * _ROOM, min(self.y, board.height() - down * _ROOM))

    def reveal(self, rect: Rect, view: QSizeF, cover: QMarginsF = _NOTHING, margin: float = 24.0) -> bool:
        """Move as little as needed to show a box in the part of the view that nothing covers; says whether it moved."""
        left, top = cover.left() / self.scale, cover.top() / self.scale
        across = (view.width() - cover.left() - cover.right()) / self.scale
        down = (view.height() - cover.top() - cover.bottom()) / self.scale
        x = _moved(self.x + left, across, rect.x - margin, rect.right + margin) - left
        y = _moved(self.y + top, down, rect.y - margin, rect.bottom + margin) - top
        has_moved = (x, y) != (self.x, self.y)
        self.x, self.y = x, y
        return has_moved


def _moved(start: float, length: float, low: float, high: float) -> float:
    if high - low > length or low < start:
        return low
    return max(start, high - length)
