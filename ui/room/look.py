"""The look of the room screen: sizes that follow the display and the room, colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont

from ui.context import Context
from ui.room.legibility import growth, metres

LINES, COLUMNS = 1080, 1600
"""The picture that sizes are given for; a wider one has more white at the sides."""
_FULL_GROWTH = ("line", "lead")


class RoomLook(QObject):
    """Gives one stage its measures; `changed` comes when the display, the room or the theme is another one."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._size = QSize(COLUMNS, LINES)
        context.theme.changed.connect(self.changed)
        context.settings.changed.connect(self._on_setting)

    def set_size(self, size: QSize) -> None:
        """Say how large the picture is, in logical pixels."""
        if size != self._size:
            self._size = QSize(size)
            self.changed.emit()

    @property
    def unit(self) -> float:
        """The logical pixels for one pixel of the drawing."""
        return max(0.2, min(self._size.height() / LINES, self._size.width() / COLUMNS))

    @property
    def growth(self) -> float:
        """How much larger type is than drawn, so that it is read at the back of this room."""
        settings = self.context.settings
        distance, width = metres(settings.text("room_distance")), metres(settings.text("room_width"))
        line = self.context.theme.size("room_type.line") * self.unit
        return growth(distance, width, self._size.width(), line)

    def px(self, drawn: float) -> int:
        """Turn a length of the drawing into logical pixels, at least 1."""
        return max(1, round(drawn * self.unit))

    def type_size(self, role: str) -> int:
        """Give a size of the scale (line, lead, question, clock) in pixels; the large ones grow half as much."""
        grow = self.growth if role in _FULL_GROWTH else 1 + (self.growth - 1) / 2
        return max(1, round(self.context.theme.size(f"room_type.{role}") * self.unit * grow))

    def font(self, size_px: int, *, bold: bool = False, tabular: bool = False) -> QFont:
        """Give the typeface in a size."""
        font = self.context.theme.font("body", bold=bold, tabular=tabular)
        font.setPixelSize(max(1, size_px))
        return font

    def colour(self, role: str) -> QColor:
        """Give a colour of the theme."""
        return self.context.theme.colour(role)

    @property
    def moves(self) -> bool:
        """Whether things may move."""
        return self.context.settings.is_on("motion")

    def _on_setting(self, key: str) -> None:
        if key in ("room_distance", "room_width"):
            self.changed.emit()
