"""A day to write or to choose from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDialog, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.context import Context
from ui.dates import read_date
from ui.widgets.button import Button

_FORMAT = "dddd d MMMM yyyy"
_CALENDAR = QSize(340, 280)


class DateField(QWidget):
    """A line that takes a day as people write it, and a button that opens a calendar; `changed` tells of both."""

    changed = Signal()
    kept = Signal()
    """The day stands: the line was left or Enter pressed, or a day was chosen from the calendar."""

    def __init__(self, context: Context, first: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._today = today
        self._day: date | None = first
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.line = QLineEdit()
        self._button = Button(context, icon="calendar", name_key="ui.choose_day")
        self._button.setObjectName("choose_day")
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self._write)
        self.line.editingFinished.connect(self.kept)
        self._button.clicked.connect(self._open)
        context.texts.changed.connect(self._write)
        self._write()

    @property
    def day(self) -> date | None:
        """The day that is written, None when there is no such day."""
        return self._day

    def show_day(self, day: date, today: date) -> None:
        """Show another day, unless somebody is writing one; a day without a year is the next one from `today`."""
        self._today = today
        if not (self.line.hasFocus() and self.line.isModified()):
            self._day = day
            self._write()

    def forget_typed(self) -> None:
        """Let what was typed give way to the day that is shown next."""
        self.line.setModified(False)

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which is what takes the keys."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _on_typed(self, text: str) -> None:
        self._day = read_date(text, self._today)
        self.changed.emit()

    def _write(self) -> None:
        if self._day is not None:
            locale = QLocale(self._context.texts.language)
            self.line.setText(locale.toString(_to_qt(self._day), _FORMAT))
            self.line.setCursorPosition(0)

    def _open(self) -> None:
        sheet = QDialog(self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.setWindowTitle(self._context.texts("ui.choose_day"))
        sheet.setAccessibleName(self._context.texts("ui.choose_day"))
        column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 12, 12, 12)
        calendar = QCalendarWidget(sheet)
        calendar.setLocale(QLocale(self._context.texts.language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setMinimumSize(_CALENDAR)
        calendar.setSelectedDate(_to_qt(self._day or self._today))
        self._dress(calendar)
        column.addWidget(calendar)
        for chosen in (calendar.clicked, calendar.activated):
            chosen.connect(self._take)
            chosen.connect(sheet.accept)
        sheet.open()
        calendar.setFocus()

    def _dress(self, calendar: QCalendarWidget) -> None:
        """Give the days the colours of the theme: a weekend is no alarm and so not red."""
        theme = self._context.theme
        head = QTextCharFormat()
        head.setForeground(theme.colour("muted"))
        head.setBackground(theme.colour("surface"))
        calendar.setHeaderTextFormat(head)
        for name, icon in (("qt_calendar_prevmonth", "chevron_left"), ("qt_calendar_nextmonth", "chevron_right")):
            button = calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(self._context.icons.icon(icon))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, head)

    def _take(self, day: QDate) -> None:
        self._day = date(day.year(), day.month(), day.day())
        self._write()
        self.line.setFocus()
        self.changed.emit()
        self.kept.emit()


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
