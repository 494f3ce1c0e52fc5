"""A large number on every display for three seconds, so that everybody sees which is which."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent

from ui.context import Context
from ui.room.displays import Display
from ui.room.quiet_window import QuietWindow

SHOWN_MS = 3_000
_SIDE = 320
_RADIUS = 32.0


class NumberBadge(QuietWindow):
    """The number of one display, in its middle; it takes no key and no click."""

    def __init__(self, context: Context, number: int, display: Display, is_room: bool) -> None:
        super().__init__(
            Qt.WindowType.SplashScreen | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.WindowTransparentForInput
        )
        self._context = context
        self._number = str(number)
        self._line = context.texts("room.this_is_room") if is_room else display.name
        self.setAccessibleName(context.texts("room.display", number=number))
        side = min(_SIDE, display.area.width(), display.area.height())
        middle = display.area.center()
        self.setGeometry(middle.x() - side // 2, middle.y() - side // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, side = self._context.theme, float(self.height())
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("room_ground"))
        font = theme.font("display", bold=True)
        font.setPixelSize(round(side * 0.62))
        painter.setFont(font)
        painter.setPen(theme.colour("room_now"))
        number = QRectF(0, side * 0.04, side, side * 0.74)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, self._number)
        font.setPixelSize(max(10, round(side * 0.066)))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(theme.colour("room_text"))
        line = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, round(side * 0.88))
        painter.drawText(QRectF(0, side * 0.78, side, side * 0.14), Qt.AlignmentFlag.AlignCenter, line)
        painter.end()


class Identifier(QObject):
    """Shows the numbers and takes them away again."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._badges: list[NumberBadge] = []
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self.hide)

    @property
    def badges(self) -> tuple[NumberBadge, ...]:
        """The numbers that are shown now."""
        return tuple(self._badges)

    def show(self, known: list[Display], room: Display | None) -> None:
        """Number the displays."""
        self.hide()
        for number, display in enumerate(known, 1):
            badge = NumberBadge(self._context, number, display, room is not None and display.key == room.key)
            badge.show_quietly()
            self._badges.append(badge)
        self._end.start()

    def hide(self) -> None:
        """Take the numbers away."""
        self._end.stop()
        for badge in self._badges:
            badge.hide()
            badge.deleteLater()
        self._badges.clear()
