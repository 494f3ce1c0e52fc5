"""Where the day is now: a thin amber line over the timetable, with the time of day."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sprint.agenda import clock_time_of
from ui.context import Context
from ui.planner.geometry import AXIS, TimetableGeometry

_TALL = 20
_LINE = 3


class NowLine(QWidget):
    """Lies over one day at one minute; hidden while nobody lives a day of the plan."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._day_id, self._minute = "", 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        context.theme.changed.connect(self.update)
        self.hide()

    def show_now(self, day_id: str, minute: int) -> None:
        """Stand at a minute (since midnight) of a day; "" for nowhere."""
        self._day_id, self._minute = day_id, minute
        self.setAccessibleName(clock_time_of(minute) if day_id else "")

    def place(self, geometry: TimetableGeometry) -> None:
        """Take the place of that minute at this measure."""
        days = [day.id for day in geometry.plan.days]
        is_there = self._day_id in days and geometry.first <= self._minute <= geometry.last
        self.setVisible(is_there)
        if not is_there:
            return
        ground = geometry.day_rect(days.index(self._day_id))
        left = int(ground.left()) - AXIS + 4
        self.setGeometry(left, int(geometry.y(self._minute)) - _TALL // 2, int(ground.right()) - left, _TALL)
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the time and the line."""
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ink"), 1))
        painter.setBrush(theme.colour("now"))
        middle = self.height() / 2
        painter.drawRoundedRect(QRectF(AXIS - 6, middle - _LINE / 2, self.width() - AXIS + 5, _LINE), 1, 1)
        flag = QRectF(0.5, 0.5, AXIS - 6, _TALL - 1)
        painter.drawRoundedRect(flag, _TALL / 2, _TALL / 2)
        painter.setFont(theme.font("small", bold=True, tabular=True))
        painter.setPen(theme.colour("on_now"))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, clock_time_of(self._minute))
        painter.end()
