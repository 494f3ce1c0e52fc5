"""Answers as dots on their scale: every dot is one citizen; readable without colour, with the same told in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.context import Context

_LABEL_PX, _ROW_PX, _AXIS_PX, _RIGHT_PX = 150, 46, 26, 20
_DOT, _STACK, _MOST_TICKS = 6.0, 8.0, 11


@dataclass(frozen=True)
class DotRow:
    """One group on the scale; `target` is a stretch to reach, `low`, `high` and `middle` the interval and its centre.

    `shape` is "round", "square" or "diamond", so that groups differ without colour as well.
    """

    label: str
    values: tuple[float, ...]
    role: str = "ink"
    shape: str = "round"
    target: tuple[float, float] | None = None
    low: float | None = None
    high: float | None = None
    middle: float | None = None


class DotChart(QWidget):
    """Rows of dots above one scale."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[DotRow, ...] = ()
        self._lowest, self._highest = 1.0, 7.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.update)

    def show_rows(self, rows: tuple[DotRow, ...], lowest: float, highest: float, told: str) -> None:
        """Show groups on a scale; `told` says the same in words, for who listens."""
        self._rows, self._lowest, self._highest = rows, lowest, highest
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all rows and the scale."""
        return QSize(320, sum(self._tall(row) for row in self._rows) + _AXIS_PX)

    def _tall(self, row: DotRow) -> int:
        most = max(Counter(row.values).values(), default=1)
        return max(_ROW_PX, int(24 + most * _STACK * 1.4))

    def _x(self, value: float) -> float:
        share = (value - self._lowest) / ((self._highest - self._lowest) or 1)
        return _LABEL_PX + 8 + share * (self.width() - _LABEL_PX - 8 - _RIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows from top to bottom, the scale last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for row in self._rows:
            tall = self._tall(row)
            self._paint_row(painter, row, top, tall)
            top += tall
        self._paint_axis(painter, top)
        painter.end()

    def _paint_row(self, painter: QPainter, row: DotRow, top: float, tall: float) -> None:
        theme = self._context.theme
        base = top + tall - 14
        if row.target is not None:
            left, right = (self._x(value) for value in row.target)
            band = QRectF(left, top + 6, right - left, tall - 10)
            painter.setPen(QPen(theme.colour(row.role), 1, Qt.PenStyle.DashLine))
            painter.setBrush(theme.colour("band"))
            painter.drawRect(band)
        painter.setPen(QPen(theme.colour("line_soft"), 1))
        painter.drawLine(QPointF(self._x(self._lowest), base), QPointF(self._x(self._highest), base))
        painter.setFont(theme.font("body", bold=True))
        painter.setPen(theme.colour(row.role))
        label = painter.fontMetrics().elidedText(row.label, Qt.TextElideMode.ElideRight, _LABEL_PX - 4)
        painter.drawText(QRectF(0, base - 16, _LABEL_PX, 24), Qt.AlignmentFlag.AlignVCenter, label)
        if row.low is not None and row.high is not None:
            self._paint_interval(painter, row, base + 7)
        heights: Counter[float] = Counter()
        painter.setPen(QPen(theme.colour("surface"), 1))
        painter.setBrush(theme.colour(row.role))
        for value in row.values:
            self._paint_dot(painter, QPointF(self._x(value), base - heights[value] * _STACK * 1.4), row.shape)
            heights[value] += 1

    def _paint_interval(self, painter: QPainter, row: DotRow, y: float) -> None:
        painter.setPen(QPen(self._context.theme.colour(row.role), 2))
        left, right = self._x(row.low or 0), self._x(row.high or 0)
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for end in (left, right):
            painter.drawLine(QPointF(end, y - 4), QPointF(end, y + 4))
        if row.middle is not None:
            x = self._x(row.middle)
            painter.drawLine(QPointF(x, y - 6), QPointF(x, y + 6))

    @staticmethod
    def _paint_dot(painter: QPainter, middle: QPointF, shape: str) -> None:
        if shape == "square":
            painter.drawRect(QRectF(middle.x() - 5.4, middle.y() - 5.4, 10.8, 10.8))
        elif shape == "diamond":
            x, y, reach = middle.x(), middle.y(), _DOT + 1.4
            corners = (QPointF(x, y - reach), QPointF(x + reach, y), QPointF(x, y + reach), QPointF(x - reach, y))
            painter.drawPolygon(QPolygonF(list(corners)))
        else:
            painter.drawEllipse(middle, _DOT, _DOT)

    def _paint_axis(self, painter: QPainter, top: float) -> None:
        theme = self._context.theme
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.colour("muted"))
        span = self._highest - self._lowest
        step = 1 if span < _MOST_TICKS else span / 10
        value = self._lowest
        while value <= self._highest + 1e-6:
            words = self._context.texts.translator.number(value, 0 if value == int(value) else 1)
            painter.drawText(QRectF(self._x(value) - 20, top, 40, 18), Qt.AlignmentFlag.AlignHCenter, words)
            value += step
