"""Beside the timetable: the facts of a day, its title, date, times and when the Decider is there."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.agenda import clock_time_of, minutes_of
from sprint.records import Day
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Field
from ui.planner.editor import PlanEditor
from ui.planner.plan_view import DayView, length_text
from ui.planner.time_field import TimeField
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel

_STAY = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})")
_HOURS, _MINUTES = 24, 60
_ANY_DAY = date(2000, 1, 1)
"""What the field holds until a day is shown."""


class DayForm(QWidget):
    """The facts of one day as fields; leaving a field keeps it."""

    rehearsal_requested = Signal(str)
    """The id of the day to rehearse."""

    def __init__(self, context: Context, bridge: SprintBridge, editor: PlanEditor, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._editor = context, bridge, editor
        self._day: Day | None = None
        self._heading = PlainLabel(role="title", wrap=True)
        self._sums = PlainLabel(role="muted", wrap=True)
        self.title, self.motto, self.decider = LineField(), LineField(), LineField()
        self.has_date = CheckBox(context)
        self.date = DateField(context, _ANY_DAY, _ANY_DAY)
        self.start, self.end = TimeField(), TimeField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._sums)
        column.addLayout(Field(context, "planner.day_title", self.title))
        column.addLayout(Field(context, "planner.day_motto", self.motto))
        column.addWidget(self.has_date)
        column.addWidget(self.date)
        times = QHBoxLayout()
        times.setSpacing(8)
        times.addLayout(Field(context, "planner.day_start", self.start))
        times.addLayout(Field(context, "planner.day_end", self.end))
        column.addLayout(times)
        column.addLayout(Field(context, "planner.decider", self.decider, "planner.decider_hint"))
        self.rehearse = Button(context, "rehearsal.begin_this", icon="play")
        self.remove = Button(context, "planner.remove_day", icon="trash")
        for button in (self.rehearse, self.remove):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._listen()
        context.texts.changed.connect(self._say)
        self._say()

    def _listen(self) -> None:
        self.title.editingFinished.connect(lambda: self._keep(title=self.title.text().strip()))
        self.motto.editingFinished.connect(lambda: self._keep(motto=self.motto.text().strip()))
        self.has_date.clicked.connect(self._keep_date)
        self.date.kept.connect(self._keep_date)
        self.start.kept.connect(lambda minute: self._keep(start=clock_time_of(minute)))
        self.end.kept.connect(lambda minute: self._keep(end=clock_time_of(minute)))
        self.decider.editingFinished.connect(self._keep_decider)
        self.rehearse.clicked.connect(self._rehearse)
        self.remove.clicked.connect(self._remove)

    def show_day(self, day: Day, view: DayView, today: str) -> None:
        """Show a day, or a newer state of it; `today` (ISO) is offered to a day without a date."""
        self._day = day
        texts = self._context.texts
        self._heading.setText(texts("planner.day_number", number=view.number))
        work, rest = length_text(view.work, texts.translator), length_text(view.rest, texts.translator)
        self._sums.setText(texts("planner.sums", work=work, rest=rest))
        self.title.show_text(day.title)
        self.motto.show_text(day.motto)
        dated = read_iso(day.date)
        self.has_date.setChecked(dated is not None)
        self.date.setVisible(dated is not None)
        now = read_iso(today[:10]) or _ANY_DAY
        self.date.show_day(dated or now, now)
        self.start.show_minute(minutes_of(day.start))
        self.end.show_minute(minutes_of(day.end) if day.end else view.end)
        self.decider.show_text(", ".join(day.decider))
        self.setEnabled(not self._bridge.is_read_only)
        self.rehearse.setVisible(not self._bridge.is_rehearsal)

    def _say(self) -> None:
        texts = self._context.texts
        self.has_date.setText(texts("planner.has_date"))
        self.date.setAccessibleName(texts("planner.date"))

    def _keep(self, **fields: object) -> None:
        if self._day is not None and any(getattr(self._day, name) != value for name, value in fields.items()):
            self._editor.change_day(self._day.id, **fields)

    def _remove(self) -> None:
        if self._day is not None:
            self._editor.remove_day(self._day.id)

    def _rehearse(self) -> None:
        if self._day is not None:
            self.rehearsal_requested.emit(self._day.id)

    def _keep_date(self) -> None:
        if not self.has_date.isChecked():
            self._keep(date="")
        elif self.date.day is not None:
            self._keep(date=self.date.day.isoformat())
        else:
            self._context.messages.warn(self._context.texts("planner.error_date"))
            kept = read_iso(self._day.date) if self._day is not None else None
            self.date.forget_typed()
            self.date.show_day(kept or _ANY_DAY, kept or _ANY_DAY)

    def _keep_decider(self) -> None:
        stays = stays_in(self.decider.text())
        if stays is None:
            self._context.messages.warn(self._context.texts("planner.error_decider"))
        else:
            self._keep(decider=stays)


def read_iso(text: str) -> date | None:
    """Read "2026-11-03"; None for what is no date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def stays_in(text: str) -> tuple[str, ...] | None:
    """Read "9:30-12:00, 15:45-16:50" as a record keeps it; None when something else stands there."""
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _STAY.fullmatch(part)
        if match is None:
            return None
        numbers = [int(number) for number in match.groups()]
        if numbers[0] >= _HOURS or numbers[2] >= _HOURS or numbers[1] >= _MINUTES or numbers[3] >= _MINUTES:
            return None
        start, end = (f"{numbers[place]:02}:{numbers[place + 1]:02}" for place in (0, 2))
        if start >= end:
            return None
        found.append(f"{start}-{end}")
    return tuple(found)
