"""The head of a day on the timetable: which day, when it ends, what it adds up to, and whether something is wrong."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sprint.agenda import clock_time_of
from ui.context import Context
from ui.planner.date_field import short_date
from ui.planner.plan_view import DayView, length_text
from ui.planner.tile import broken
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

HEAD_HEIGHT = 80
_TITLE = 19
_MOST_LINES = 3
AIR = 2
_PAD = 8


class DayHead(PaintedButton):
    """A button that opens the facts of its day beside the timetable."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._day: DayView | None = None
        self._chosen = False
        context.texts.changed.connect(self._say)

    def show_day(self, day: DayView, *, is_chosen: bool) -> None:
        """Show a newer state of the day."""
        self._day, self._chosen = day, is_chosen
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as every head."""
        return QSize(140, HEAD_HEIGHT)

    @property
    def lines(self) -> tuple[str, str, str, str]:
        """What stands here: which day and date, the title, the times, the sums."""
        day, texts = self._day, self.context.texts
        if day is None:
            return ("", "", "", "")
        number = texts("planner.day_number", number=day.number)
        first = (
            texts("planner.day_dated", day=number, date=short_date(day.date, texts.language)) if day.date else number
        )
        times = f"{clock_time_of(day.start)}–{clock_time_of(day.end)}"
        work, rest = length_text(day.work, texts.translator), length_text(day.rest, texts.translator)
        sums = texts("planner.sums", work=work, rest=rest)
        return (first, day.title or texts("planner.day_unnamed"), times, sums)

    def height_for(self, width: int) -> int:
        """Give the height that the title asks at a width."""
        metrics = self.metrics(self.context.theme.font("body", bold=True))
        room = width - 2 * _PAD
        lines = broken(self.lines[1], _MOST_LINES, lambda text: metrics.horizontalAdvance(text) <= room)
        return HEAD_HEIGHT + _TITLE * (max(1, len(lines)) - 1)

    def _say(self) -> None:
        if self._day is None:
            return
        words = [*self.lines]
        if self._day.problems:
            words.append(self.context.texts("planner.problems", count=self._day.problems))
        self.say(", ".join(words), "\n".join(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint four quiet lines, the title bold."""
        day, theme = self._day, self.context.theme
        if day is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._chosen or self.is_hovered:
            painter.setBrush(theme.colour("surface" if self._chosen else "band"))
            painter.setPen(QPen(theme.colour("accent"), 2) if self._chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), 8, 8)
        first, title, times, sums = self.lines
        over = day.closes is not None and day.end > day.closes
        rows = (
            (first, "small", False, "muted"),
            (title, "body", True, "ink"),
            (times, "small", over, "danger" if over else "ink"),
            (sums, "small", False, "muted"),
        )
        top = 5.0
        if self.metrics(theme.font("small", tabular=True)).horizontalAdvance(sums) > self.width() - 2 * _PAD:
            work = length_text(day.work, self.context.texts.translator)
            rows = (*rows[:3], (self.context.texts("planner.work", work=work), "small", False, "muted"))
        for words, size, bold, role in rows:
            painter.setFont(theme.font(size, bold=bold, tabular=True))
            painter.setPen(theme.colour(role))
            if words is title:
                top += self._paint_title(painter, words, top)
                continue
            high = 17
            room = self.width() - 2 * _PAD - (self._sign(painter, top) if words is times and day.problems else 0)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(_PAD, top, room, high), Qt.AlignmentFlag.AlignVCenter, shown)
            top += high
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 8, theme)
        painter.end()

    def _paint_title(self, painter: QPainter, title: str, top: float) -> int:
        """Write the title on the lines there are; give the height they take."""
        metrics, room = painter.fontMetrics(), self.width() - 2 * _PAD
        lines = 1 + max(0, (self.height() - HEAD_HEIGHT + AIR) // _TITLE)
        for place, words in enumerate(broken(title, lines, lambda text: metrics.horizontalAdvance(text) <= room)):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            line = QRectF(_PAD, top + place * _TITLE, room, _TITLE)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        return lines * _TITLE

    def _sign(self, painter: QPainter, top: float) -> int:
        """Paint how much is wrong, at the right; give the room it takes."""
        theme, day = self.context.theme, self._day
        words = str(day.problems) if day is not None else ""
        painter.save()
        painter.setFont(theme.font("small", bold=True))
        wide = painter.fontMetrics().horizontalAdvance(words) + 14 + 16
        flag = QRectF(self.width() - wide - 4, top, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("warn_soft"))
        painter.drawRoundedRect(flag, 9, 9)
        painter.drawPixmap(int(flag.left() + 6), int(top + 2), self.context.icons.pixmap("warning", "warn", 14))
        painter.setPen(theme.colour("ink"))
        painter.drawText(flag.adjusted(22, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
        return int(wide) + 4
