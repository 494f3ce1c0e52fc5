"""A chart in the window: paints the marks of `sprint.study.charts`; the same is told in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from sprint.study.charts import Align, Band, Chart, Dot, Line, Words
from ui.context import Context

_USUAL_PX, _LINE_PX, _WIDE_PX = 320, 24, 400
_ALIGNS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "middle": Qt.AlignmentFlag.AlignHCenter,
}

Draw = Callable[[float], Chart]
"""Gives the chart for a width in pixels."""


class ChartView(QWidget):
    """A drawing as wide as its place, or of a size of its own."""

    def __init__(self, context: Context, draw: Draw, told: str, *, is_wide: bool = True) -> None:
        super().__init__()
        self._context, self._draw, self._is_wide = context, draw, is_wide
        self._size = draw(_USUAL_PX)
        wide = QSizePolicy.Policy.Expanding if is_wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(told)
        context.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the whole drawing."""
        return QSize(int(self._size.width), int(self._size.height))

    def minimumSizeHint(self) -> QSize:
        """A drawing of its own size is never cut."""
        return super().minimumSizeHint() if self._is_wide else self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark over mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._draw(self.width()).marks:
            if isinstance(mark, Words):
                self._paint_words(painter, mark)
            elif isinstance(mark, Dot):
                self._paint_dot(painter, mark)
            elif isinstance(mark, Line):
                painter.setPen(self._pen(mark.role, mark.width, is_dashed=mark.is_dashed))
                painter.drawLine(QPointF(*mark.start), QPointF(*mark.end))
            else:
                self._paint_band(painter, mark)
        painter.end()

    def _pen(self, role: str, width: float = 1.0, *, is_dashed: bool = False) -> QPen:
        style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
        return QPen(self._context.theme.colour(role), width, style)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        painter.setPen(self._pen(band.edge, is_dashed=bool(band.fill)))
        painter.setBrush(self._context.theme.colour(band.fill) if band.fill else Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(band.x, band.y, band.width, band.height))

    def _paint_dot(self, painter: QPainter, dot: Dot) -> None:
        painter.setPen(self._pen("surface"))
        painter.setBrush(self._context.theme.colour(dot.role))
        x, y, reach = dot.x, dot.y, dot.radius
        if dot.shape == "square":
            half = reach * 0.9
            painter.drawRect(QRectF(x - half, y - half, 2 * half, 2 * half))
        elif dot.shape == "diamond":
            far = reach * 1.23
            corners = (QPointF(x, y - far), QPointF(x + far, y), QPointF(x, y + far), QPointF(x - far, y))
            painter.drawPolygon(QPolygonF(list(corners)))
        else:
            painter.drawEllipse(QPointF(x, y), reach, reach)
        if dot.number:
            self._paint_words(painter, Words(x, y, dot.number, "on_accent", is_bold=True, align="middle"))

    def _paint_words(self, painter: QPainter, words: Words) -> None:
        theme = self._context.theme
        painter.setFont(theme.font("small", tabular=True) if words.is_small else theme.font("body", bold=words.is_bold))
        painter.setPen(theme.colour(words.role))
        text = words.text
        if words.room:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(words.room))
        box = QRectF(_left(words.x, words.align), words.y - _LINE_PX / 2, _WIDE_PX, _LINE_PX)
        painter.drawText(box, int(_ALIGNS[words.align] | Qt.AlignmentFlag.AlignVCenter), text)


def _left(x: float, align: Align) -> float:
    """Give the left edge of a box of words that hang on this place."""
    return x if align == "left" else x - _WIDE_PX if align == "right" else x - _WIDE_PX / 2
