"""Type on the canvas: one font for each kind of text, measured as it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from sprint.layout import TextMeasure, TextStyle

SIZES: Mapping[TextStyle, int] = {
    TextStyle.PHASE: 16,
    TextStyle.LANE: 14,
    TextStyle.STEP: 14,
    TextStyle.NOTE: 12,
    TextStyle.LABEL: 12,
    TextStyle.CARD: 14,
}
_BOLD = frozenset({TextStyle.PHASE, TextStyle.LANE, TextStyle.STEP, TextStyle.LABEL})
_LEADING = 1.28


def board_font(family: str, size: float, *, bold: bool = False) -> QFont:
    """Make a font whose letters keep their proportions at every zoom."""
    font = QFont(family)
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class BoardText(TextMeasure):
    """Measures and draws the texts of a board; lines are broken once and remembered."""

    def __init__(self, family: str, sizes: Mapping[TextStyle, int] = SIZES, leading: float = _LEADING) -> None:
        self.family = family
        self.fonts = {style: board_font(family, size, bold=style in _BOLD) for style, size in sizes.items()}
        self._metrics = {style: QFontMetricsF(font) for style, font in self.fonts.items()}
        heights = {style: float(ceil(sizes[style] * leading)) for style in TextStyle}
        super().__init__(self._width_of, heights)

    def _width_of(self, text: str, style: TextStyle) -> float:
        return self._metrics[style].horizontalAdvance(text)

    def baseline(self, style: TextStyle) -> float:
        """Give the distance from the top of a line to the feet of its letters."""
        metrics = self._metrics[style]
        return (self.line_height(style) + metrics.ascent() - metrics.descent()) / 2

    def draw(self, painter: QPainter, text: str, x: float, y: float, width: float, style: TextStyle) -> float:
        """Draw a text from its top left corner in the painter's pen; returns the y below it."""
        lines = self.lines(text, width, style)
        if lines:
            painter.setFont(self.fonts[style])
            y += self.baseline(style)
            step = self.line_height(style)
            for line in lines:
                painter.drawText(QPointF(x, y), line)
                y += step
            y -= self.baseline(style)
        return y

    def elided(self, text: str, width: float, style: TextStyle) -> str:
        """Shorten a text to one line; only for views so far away that the whole text could not be read."""
        metrics = self._metrics[style]
        short = text
        while short and metrics.horizontalAdvance(short + "…") > width:
            short = short[: min(len(short) - 1, int(len(short) * 0.9))].rstrip()
        return short + "…" if short and short != text else short
