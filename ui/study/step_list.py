"""The steps of a journey with their numbers, beside the line of the note taker; the one that is on is marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.records import Step
from ui.context import Context
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import ElidedLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

_NUMBER_PX, _PAD, _GAP = 26, 8, 6
_MOST_LINES = 2


class StepRow(PaintedButton):
    """One step: its number, its title, and how many notes of this talk lie there."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._number, self._title, self._count = 0, "", 0
        self.setCheckable(True)
        # A click places; the keyboard stays in the line.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_step(self, number: int, title: str, count: int, *, is_on: bool) -> None:
        """Show a step."""
        self._number, self._title, self._count = number, title, count
        self.setChecked(is_on)
        self.say(f"{number} {title}", title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line or two."""
        line = self.metrics(self.context.theme.font("body")).height()
        lines = min(_MOST_LINES, self._lines())
        return QSize(160, max(self.context.theme.size("target.mouse"), line * lines + 10))

    def _room(self) -> int:
        return max(40, self.width() - _NUMBER_PX - 2 * _PAD - _GAP - (18 if self._count else 0))

    def _lines(self) -> int:
        metrics = self.metrics(self.context.theme.font("body", bold=True))
        wide = metrics.horizontalAdvance(self._title)
        return 1 if wide <= self._room() else _MOST_LINES

    def resizeEvent(self, event: object) -> None:
        """Take two lines where one is too short."""
        self.setMinimumHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number in a disc, the title beside it."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.is_hovered:
            painter.setPen(QPen(theme.colour("now"), 2) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("now_soft" if self.isChecked() else "band"))
            painter.drawRoundedRect(body, 8, 8)
        painter.setFont(theme.font("body", bold=True, tabular=True))
        painter.setPen(theme.colour("ink" if self.isChecked() else "accent"))
        painter.drawText(QRectF(_PAD, 0, _NUMBER_PX, self.height()), Qt.AlignmentFlag.AlignVCenter, str(self._number))
        painter.setFont(theme.font("body", bold=self.isChecked()))
        painter.setPen(theme.colour("ink"))
        room = QRectF(_PAD + _NUMBER_PX, 4, self._room(), self.height() - 8)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
        words = self._title
        if self._lines() > 1:
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(1.7 * room.width()))
        painter.drawText(room, flags, words)
        if self._count:
            painter.setFont(theme.font("small", bold=True, tabular=True))
            painter.setPen(theme.colour("muted"))
            side = QRectF(self.width() - 24, 0, 18, self.height())
            painter.drawText(side, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 8, theme)
        painter.end()


class StepList(QWidget):
    """All steps of the journey that is talked about, in a column that scrolls along."""

    chosen = Signal(int)
    """The number of a step that was clicked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: list[StepRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._title = ElidedLabel(role="bold")
        column.addWidget(self._title)
        self._scroll = ScrollColumn(self, margin=0, spacing=2)
        self._scroll.column.addStretch(1)
        column.addWidget(self._scroll, 1)

    def show_steps(self, title: str, steps: list[Step], counts: dict[str, int], current: int) -> None:
        """Show the steps of a journey; `current` is the number of the one that is on."""
        self._title.setText(title)
        while len(self.rows) > len(steps):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(steps):
            row = StepRow(self._context, self._scroll.inside)
            number = len(self.rows) + 1
            row.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            self.rows.append(row)
            self._scroll.column.insertWidget(number - 1, row)
            row.show()
        for number, (row, step) in enumerate(zip(self.rows, steps, strict=True), start=1):
            row.show_step(number, step.title, counts.get(step.id, 0), is_on=number == current)
        if 0 < current <= len(self.rows):
            self._scroll.settle()
            self._scroll.ensureWidgetVisible(self.rows[current - 1], 0, 40)
