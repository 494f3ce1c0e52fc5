"""Text on the room screen: as large as drawn when it fits, smaller when it must, never too small to be read."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from ui.room.look import RoomLook

_SMALLER = 0.94
_LEADING = 1.16


class RoomWords(QWidget):
    """A text of at most `most_lines` lines; its lines are of about equal length, so that no word stands alone."""

    def __init__(
        self,
        look: RoomLook,
        parent: QWidget,
        role: str = "line",
        colour: str = "room_text",
        *,
        bold: bool = False,
        most_lines: int = 1,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self._colour = look, role, colour
        self._bold, self._most, self._align = bold, most_lines, align
        self._text = ""
        self._limit = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str) -> None:
        """Say something else; paints only when it is."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def set_colour(self, role: str) -> None:
        """Take another colour of the theme."""
        if role != self._colour:
            self._colour = role
            self.update()

    def set_limit(self, size_px: int) -> None:
        """Draw no larger than this (0 for no limit)."""
        if size_px != self._limit:
            self._limit = size_px
            self.update()

    def height_for(self, width: int) -> int:
        """Give the height of the text at a width; nothing has no height."""
        if not self._text:
            return 0
        font, lines = self._fitted(width, 0)
        return ceil(len(lines) * _line_height(font) + QFontMetricsF(font).descent() * 0.2)

    def lines(self) -> list[str]:
        """Give the lines as they stand now; the last ends in … when not all of the text fits."""
        return self._fitted(self.width(), self.height())[1] if self._text else []

    def width_of(self) -> int:
        """Give the width of the text on one line."""
        return ceil(QFontMetricsF(self._font(self._preferred())).horizontalAdvance(self._text)) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        font, lines = self._fitted(self.width(), self.height())
        metrics, height = QFontMetricsF(font), _line_height(font)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self._look.colour(self._colour))
        y = (height + metrics.ascent() - metrics.descent()) / 2
        for line in lines:
            painter.drawText(QPointF(self._left_of(metrics.horizontalAdvance(line)), y), line)
            y += height
        painter.end()

    def _left_of(self, width: float) -> float:
        if self._align & Qt.AlignmentFlag.AlignHCenter:
            return (self.width() - width) / 2
        return self.width() - width if self._align & Qt.AlignmentFlag.AlignRight else 0.0

    def _preferred(self) -> int:
        size = self._look.type_size(self._role)
        return min(size, self._limit) if self._limit else size

    def _font(self, size: int) -> QFont:
        return self._look.font(size, bold=self._bold)

    def _fitted(self, width: int, height: int) -> tuple[QFont, list[str]]:
        """Find the largest type, from the drawn size down to the smallest of the room, in which the text fits."""
        size, least = self._preferred(), self._look.type_size("line")
        while True:
            font = self._font(size)
            lines = broken(self._text, font, width)
            fits = len(lines) <= self._most and (not height or len(lines) * _line_height(font) <= height + 2)
            if fits or size <= least:
                break
            size = max(least, int(size * _SMALLER))
        if len(lines) > self._most:
            rest = " ".join(lines[self._most - 1 :])
            last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            return font, [*lines[: self._most - 1], last]
        return font, _balanced(self._text, font, width, lines)


def broken(text: str, font: QFont, width: float) -> list[str]:
    """Break a text into lines of at most `width` pixels, between words where that can be."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines


def _balanced(text: str, font: QFont, width: float, lines: list[str]) -> list[str]:
    """Give the same number of lines with the least width that still holds them."""
    if len(lines) < 2:
        return lines
    low, high = width / 2, float(width)
    while high - low > 4:
        middle = (low + high) / 2
        low, high = (low, middle) if len(broken(text, font, middle)) <= len(lines) else (middle, high)
    return broken(text, font, high)


def _line_height(font: QFont) -> float:
    return font.pixelSize() * _LEADING
