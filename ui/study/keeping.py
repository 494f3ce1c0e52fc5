"""Until when each kind of data is kept, and what is due now."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.study import change_study
from sprint.records import Interview
from sprint.study.retention import RETENTION_TEXTS, Due, proposed_dates, retention
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dates import read_date
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel, TextLabel

_DATE_PX = 160


class KeepingDates(QFrame):
    """Four dates; a field takes a day as people write it, and empty means: nobody chose one."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.setProperty("ground", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(TextLabel(context, "study_ui.keeping", role="lead_bold"))
        head.addStretch(1)
        self.propose = Button(context, "study_ui.propose_dates", kind="quiet")
        head.addWidget(self.propose)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        self.fields: dict[str, LineField] = {}
        self.states: dict[str, Chip] = {}
        self._labels: dict[str, PlainLabel] = {}
        for row, name in enumerate(RETENTION_TEXTS):
            label, field, chip = PlainLabel(wrap=True), LineField(), Chip(context)
            field.setFixedWidth(_DATE_PX)
            field.left.connect(lambda name=name: self._keep(name))
            self._labels[name], self.fields[name], self.states[name] = label, field, chip
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(chip, row, 2)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        self.propose.clicked.connect(self._propose)

    @property
    def today(self) -> date:
        """The day of this moment."""
        return date.fromisoformat(self._bridge.utc_now()[:10])

    def refresh(self) -> None:
        """Show the dates and what is due."""
        t = self._context.texts
        for due in retention(self._bridge.document, self.today):
            field = self.fields[due.field]
            self._labels[due.field].setText(t(due.text))
            field.setAccessibleName(t(due.text))
            field.setPlaceholderText(t("study_ui.no_date"))
            if not field.hasFocus():
                field.show_text(t.translator.date_with_year(due.until))
            field.setReadOnly(self._bridge.is_read_only)
            self._show_state(due)
        self.propose.setVisible(not self._bridge.is_read_only)

    def _show_state(self, due: Due) -> None:
        t, chip = self._context.texts, self.states[due.field]
        if due.is_due:
            chip.show_state(t("study_ui.due_now", count=due.amount), "danger", "warning")
        elif due.days_over is None:
            chip.show_state(t("study_ui.no_date_yet"), "warn")
        elif due.amount:
            chip.show_state(t("study_ui.kept_days", count=-due.days_over), "quiet")
        else:
            chip.show_state(t("study_ui.nothing_kept"), "good", "check")

    def _keep(self, name: str) -> None:
        text = self.fields[name].text().strip()
        day = read_date(text, self.today) if text else None
        if text and day is None:
            self._context.messages.warn(self._context.texts("study_ui.no_such_day"))
            self.refresh()
            return
        until = day.isoformat() if day is not None else ""
        diff = change_study(self._bridge.document, **{name: until})
        if diff:
            self._bridge.do(diff)
        else:
            self.refresh()

    def _propose(self) -> None:
        talks = (_day_of(talk.began_at) for talk in self._bridge.document.table(Interview).values())
        last = max((day for day in talks if day is not None), default=self.today)
        self._bridge.do(change_study(self._bridge.document, **proposed_dates(last)))


def _day_of(moment: str) -> date | None:
    """Give the day of a moment (ISO), None when it cannot be read."""
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
