"""A choice among long names, such as the titles of steps: what is chosen is readable in full, over several lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.context import Context
from ui.widgets.fields import ChoiceField
from ui.widgets.picture_card import broken

_LEFT, _RIGHT, _ABOVE = 10, 30, 7
_LINES, _MOST_POPUP = 3, 560


class WrappedChoice(ChoiceField):
    """Grows with the words that are chosen; its list is as wide as the longest of them."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, most_lines: int = _LINES) -> None:
        super().__init__(context, parent)
        self._most_lines = most_lines
        self.currentIndexChanged.connect(lambda _place: self._fit())
        context.theme.changed.connect(self._fit)

    def showPopup(self) -> None:
        """Open the list, wide enough to tell long names apart."""
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0)
        self.view().setMinimumWidth(min(widest + _LEFT + _RIGHT, _MOST_POPUP))
        super().showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, its words over as many lines as they need, and our own arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        frame = QStylePainter(self)
        frame.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        frame.end()
        theme = self._context.theme
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.colour("ink" if self.isEnabled() else "muted"))
        metrics = QFontMetricsF(self.font())
        lines = self._lines()
        top = (self.height() - len(lines) * metrics.height()) / 2
        for line in lines:
            room = QRectF(_LEFT, top, self.width() - _LEFT - 4, metrics.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), line)
            top += metrics.height()
        painter.end()
        self._paint_chevron()

    def _lines(self) -> list[str]:
        return broken(self.currentText(), QFontMetricsF(self.font()), self.width() - _LEFT - _RIGHT, self._most_lines)

    def _fit(self) -> None:
        words = len(self._lines()) * QFontMetricsF(self.font()).height()
        self.setFixedHeight(max(self._context.theme.size("target.mouse"), round(words + 2 * _ABOVE)))
