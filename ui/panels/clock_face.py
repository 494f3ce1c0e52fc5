"""What the clock shows: a count-down whose figures keep their place, and a bar that fills."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPalette, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.context import Context
from ui.widgets.labels import ElidedLabel

_BAR = 8
_SECONDS_PER_MINUTE = 60
_SMALLER = 7 / 8
"""Two lines of 14 pixels have the room of one of 16 and its air."""


def clock_text(seconds: float) -> str:
    """Write the time left as 11:24; overtime has a minus sign: −1:24.

    A started second counts as left, and as overtime only when it is over: 0:00 is shown once.
    """
    left = ceil(seconds) if seconds > 0 else floor(-seconds)
    minutes, rest = divmod(left, _SECONDS_PER_MINUTE)
    sign = "−" if seconds <= -1 else ""
    return f"{sign}{minutes}:{rest:02}"


class CountDown(QWidget):
    """The time left in large figures, each in a cell as wide as the widest; `size` is a role of the type scale."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, size: str = "room_type.lead") -> None:
        super().__init__(parent)
        self._context = context
        self._size = size
        self._text, self._role = "", "clock_text"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        context.theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What the clock says."""
        return self._text

    def show_time(self, text: str, role: str) -> None:
        """Show a time in a colour of the theme; paints only when it is another one."""
        if (text, role) == (self._text, self._role):
            return
        if len(text) != len(self._text):
            self._text = text
            self.updateGeometry()
        self._text, self._role = text, role
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all figures."""
        return QSize(round(sum(self._cells())) + 4, QFontMetrics(self._font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figures in their cells."""
        theme = self._context.theme
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(theme.colour(self._role))
        x = 2.0
        for letter, width in zip(self._text, self._cells(), strict=True):
            painter.drawText(QRectF(x, 0, width, self.height()), Qt.AlignmentFlag.AlignCenter, letter)
            x += width
        painter.end()

    def _font(self) -> QFont:
        return self._context.theme.font(self._size, bold=True, tabular=True)

    def _cells(self) -> list[float]:
        metrics = QFontMetrics(self._font())
        figure = max(metrics.horizontalAdvance(digit) for digit in "0123456789")
        return [figure if letter.isdigit() else metrics.horizontalAdvance(letter) + 2 for letter in self._text]


class TwoLineLabel(ElidedLabel):
    """A label whose words go on in two smaller lines when one has no room; what is then left over ends in …."""

    def lines(self) -> list[str]:
        """Give the lines as they are shown now."""
        width, text = self.contentsRect().width(), self.text()
        if self._fits():
            return [text]
        layout = QTextLayout(text, self._smaller())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        cut = line.textLength()
        layout.endLayout()
        rest = QFontMetrics(self._smaller()).elidedText(text[cut:].strip(), Qt.TextElideMode.ElideRight, width)
        return [text[:cut].rstrip(), rest] if rest else [text[:cut]]

    def minimumSizeHint(self) -> QSize:
        """Room for two lines at any time, so that nothing moves when the words grow."""
        return super().minimumSizeHint().expandedTo(QSize(0, 2 * QFontMetrics(self._smaller()).lineSpacing()))

    def sizeHint(self) -> QSize:
        """As wide as its words on one line."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one line, or two smaller ones."""
        if self._fits():
            super().paintEvent(event)
            return
        lines = self.lines()
        painter = QPainter(self)
        painter.setFont(self._smaller())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        high = painter.fontMetrics().lineSpacing()
        place = QRectF(self.contentsRect())
        place.setTop(place.center().y() - high * len(lines) / 2)
        for text in lines:
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
            place.setTop(place.top() + high)
        painter.end()

    def _fits(self) -> bool:
        """Whether the words have room as they are."""
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()

    def _smaller(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(QFontInfo(font).pixelSize() * _SMALLER))
        return font


class TimeBar(QWidget):
    """How much of the time is used, from 0 to 1, with a notch where each step ends."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._share = 0.0
        self._notches: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_BAR)
        self.setMinimumWidth(40)
        context.theme.changed.connect(self.update)

    def show_notches(self, shares: tuple[float, ...]) -> None:
        """Cut the bar at these shares of the time."""
        if shares != self._notches:
            self._notches = shares
            self.update()

    def show_share(self, share: float) -> None:
        """Fill the bar this far; paints only when a pixel changes."""
        share = min(1.0, max(0.0, share))
        moved = round(share * self.width()) != round(self._share * self.width())
        self._share = share
        if moved:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and what is used."""
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("clock_track"))
        painter.drawRoundedRect(QRectF(self.rect()), _BAR / 2, _BAR / 2)
        if self._share > 0:
            painter.setBrush(theme.colour("clock_now"))
            used = QRectF(0, 0, max(float(_BAR), self.width() * self._share), _BAR)
            painter.drawRoundedRect(used, _BAR / 2, _BAR / 2)
        painter.setBrush(theme.colour("clock_ground"))
        for share in self._notches:
            painter.drawRect(QRectF(round(self.width() * share) - 1, 0, 2, _BAR))
        painter.end()
