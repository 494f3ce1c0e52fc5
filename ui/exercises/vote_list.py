"""The options of a vote as rows: to leave out, to give dots to, or with their result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.context import Context
from ui.exercises.cards import tone_role
from ui.widgets.painting import paint_focus

RowMode = Literal["setup", "count", "result"]
_PAD, _GAP, _TARGET = 14, 6, 44
_COUNT = 52
_BAR = 8
_MOST_FIGURES = 3


@dataclass(frozen=True, slots=True)
class VoteRow:
    """What stands on a row; `share` is the length of the bar of a result, 0 … 1; `rank` stands before it."""

    label: str
    section: str = ""
    tone: str = "idea"
    count: int | None = None
    is_on: bool = True
    rank: str = ""
    remark: str = ""
    share: float = 0.0
    name: str = ""


class VoteRowWidget(QWidget):
    """One painted row; the list decides what pressing it does."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._row, self._mode = VoteRow(""), "setup"
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)

    @property
    def row(self) -> VoteRow:
        """What it shows."""
        return self._row

    def show_row(self, row: VoteRow, mode: RowMode) -> None:
        """Show another state."""
        self._row, self._mode = row, mode
        self.setAccessibleName(row.name or row.label)
        self.updateGeometry()
        self.update()

    def part_at(self, x: float) -> int:
        """Tell what lies there: −1 the button that takes away, 1 the one that gives, 0 the rest."""
        if self._mode != "count":
            return 0
        right = self.width() - _PAD
        if x > right - _TARGET:
            return 1
        return -1 if right - 2 * _TARGET - _COUNT < x < right - _TARGET - _COUNT else 0

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def hasHeightForWidth(self) -> bool:
        """Long words need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the words, never less than a finger needs."""
        metrics = QFontMetricsF(self._context.theme.font("lead"))
        space = QRectF(0, 0, width - _PAD * 2 - self._right_room() - self._left_room(), 10_000)
        words = metrics.boundingRect(space, int(Qt.TextFlag.TextWordWrap), self._row.label).height()
        head = QFontMetricsF(self._context.theme.font("small")).height() if self._row.section else 0
        bar = _BAR + 6 if self._mode == "result" else 0
        return max(_TARGET + 8, ceil(words + head + bar) + 18)

    def _right_room(self) -> int:
        return {"setup": 0, "count": 2 * _TARGET + _COUNT + 8, "result": 150}[self._mode]

    def _left_room(self) -> int:
        return 34 if self._mode == "setup" or self._row.rank else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row on the colour of its card."""
        theme, row = self._context.theme, self._row
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body, radius = QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.size("radius.card")
        line = theme.line("card_line")
        painter.setPen(QPen(theme.colour("card_line"), line) if line else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tone_role(row.tone) if row.is_on else "band"))
        painter.drawRoundedRect(body, radius, radius)
        if self._mode == "result" and row.is_on and row.remark:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_card"), 2))
            painter.drawRoundedRect(body, radius, radius)
        self._paint_words(painter, "on_card" if row.is_on else "muted")
        if self._mode == "count":
            self._paint_buttons(painter)
        elif self._mode == "result":
            self._paint_result(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), radius, theme)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        theme, row = self._context.theme, self._row
        left, right = _PAD + self._left_room(), self._right_room() + _PAD
        y = 9.0
        if self._mode == "setup":
            sign = "check" if row.is_on else "close"
            pixmap = self._context.icons.pixmap(sign, ink, 18)
            painter.drawPixmap(_PAD, (self.height() - 18) // 2, pixmap)
        elif row.rank:
            painter.setFont(theme.font("title", bold=True))
            painter.setPen(theme.colour(ink))
            painter.drawText(QRectF(_PAD, 0, 34, self.height()), int(Qt.AlignmentFlag.AlignVCenter), row.rank)
        if row.section:
            painter.setFont(theme.font("small", bold=True))
            painter.setPen(theme.colour("on_card_muted" if row.is_on else "muted"))
            high = painter.fontMetrics().height()
            painter.drawText(QRectF(left, y, self.width() - left - right, high), 0, row.section)
            y += high
        painter.setFont(theme.font("lead"))
        painter.setPen(theme.colour(ink))
        low = _BAR + 8 if self._mode == "result" else 0
        words = QRectF(left, y, self.width() - left - right, self.height() - y - 9 - low)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter), row.label)

    def _paint_buttons(self, painter: QPainter) -> None:
        theme = self._context.theme
        right, middle = self.width() - _PAD, self.height() / 2
        for icon, x in (("plus", right - _TARGET), ("minus", right - 2 * _TARGET - _COUNT)):
            disc = QRectF(x + 4, middle - 18, 36, 36)
            painter.setPen(QPen(theme.colour("on_card"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)
            painter.drawPixmap(int(disc.x()) + 9, int(disc.y()) + 9, self._context.icons.pixmap(icon, "on_card", 18))
        painter.setPen(theme.colour("on_card"))
        painter.setFont(theme.font("heading", bold=True, tabular=True))
        place = QRectF(right - _TARGET - _COUNT, 0, _COUNT, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._row.count or 0))

    def _paint_result(self, painter: QPainter) -> None:
        theme, row = self._context.theme, self._row
        right = self.width() - _PAD
        painter.setFont(theme.font("heading", bold=True, tabular=True))
        painter.setPen(theme.colour("on_card"))
        figures = QRectF(right - 52, 6, 52, self.height() - _BAR - 12)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(figures, int(align), str(row.count or 0))
        painter.setFont(theme.font("body", bold=True))
        painter.drawText(QRectF(right - 150, 6, 90, self.height() - _BAR - 12), int(align), row.remark)
        bar = QRectF(_PAD + self._left_room(), self.height() - _BAR - 8, right - _PAD - self._left_room(), _BAR)
        painter.setPen(QPen(theme.colour("on_card"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if row.share > 0:
            painter.setBrush(theme.colour("now"))
            painter.drawRoundedRect(QRectF(bar.x(), bar.y(), max(_BAR, bar.width() * row.share), _BAR), 4, 4)


class VoteList(QWidget):
    """Rows to walk along with the arrows; left and right (or − and +) take and give, figures say how many."""

    stepped = Signal(int, int)
    """A row, and by how many."""
    put = Signal(int, int)
    """A row, and how many."""
    toggled = Signal(int)
    """A row was switched on or off, or chosen."""
    entered = Signal()
    went_out = Signal(int)
    """The arrow up (−1) or down (1) left the rows."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._mode: RowMode = "setup"
        self._current = 0
        self._figures = ""
        self.rows: list[VoteRowWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def current(self) -> int:
        """The row that has the keyboard, or had it last."""
        return self._current

    def show_rows(self, rows: Sequence[VoteRow], mode: RowMode) -> None:
        """Show other rows, or other dots on them."""
        self._mode = mode
        self.setAccessibleName(self._context.texts("vote.list"))
        while len(self.rows) > len(rows):
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(rows):
            made = VoteRowWidget(self._context, self)
            made.installEventFilter(self)
            QWidget.setTabOrder(self, made)  # Tab goes on behind the list
            self.rows.append(made)
            self._column.addWidget(made)
        for widget, row in zip(self.rows, rows, strict=True):
            widget.show_row(row, mode)
            widget.show()
        self._current = min(self._current, max(0, len(rows) - 1))

    def rewind(self) -> None:
        """Begin at the first row when the keyboard comes next."""
        self._current = 0

    def go_to(self, place: int) -> None:
        """Take the keyboard to a row."""
        if 0 <= place < len(self.rows):
            self._current, self._figures = place, ""
            self.rows[place].setFocus()
            area: QWidget | None = self.parentWidget()
            while area is not None and not isinstance(area, QScrollArea):
                area = area.parentWidget()
            if area is not None:
                area.ensureWidgetVisible(self.rows[place], 0, _GAP)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the row that had it last."""
        super().focusInEvent(event)
        if self.isVisible() and event.reason() != Qt.FocusReason.BacktabFocusReason:
            self.go_to(self._current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, VoteRowWidget) or watched not in self.rows:
            return super().eventFilter(watched, event)
        place = self.rows.index(watched)
        if event.type() == QEvent.Type.FocusIn:
            self._current = place
        elif event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            part = watched.part_at(event.position().x())
            if part:
                self.stepped.emit(place, part)
            elif self._mode != "count":
                self.toggled.emit(place)
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(place, event)
        return super().eventFilter(watched, event)

    def _on_key(self, place: int, event: QKeyEvent) -> bool:
        key, text = Qt.Key(event.key()), event.text()
        walk = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if walk:
            if 0 <= place + walk < len(self.rows):
                self.go_to(place + walk)
            else:
                self.went_out.emit(walk)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        if key == Qt.Key.Key_Space:
            if self._mode == "count":
                self.stepped.emit(place, 1)
            else:
                self.toggled.emit(place)
            return True
        return self._mode == "count" and self._on_counting_key(place, key, text)

    def _on_counting_key(self, place: int, key: Qt.Key, text: str) -> bool:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key, {"+": 1, "=": 1, "-": -1}.get(text, 0))
        if step:
            self._figures = ""
            self.stepped.emit(place, step)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._figures = ""
            self.put.emit(place, 0)
        elif text.isdecimal():
            self._figures = (self._figures + text)[-_MOST_FIGURES:]
            self.put.emit(place, int(self._figures))
        else:
            return False
        return True
