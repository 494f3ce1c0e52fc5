"""The small form a sprint begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from ui.context import Context
from ui.dialogs.base import Dialog, Field

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class SprintForm:
    """What a facilitator filled in."""

    title: str
    organisation: str
    first_day: date


class NewSprintDialog(Dialog):
    """Asks for the citizen's wish in the first person, the organisation and the first day."""

    def __init__(self, context: Context, today: date, parent: QWidget | None = None) -> None:
        super().__init__(context, "ui.new_title", parent)
        self.title = QLineEdit()
        self.title.setMaxLength(_LONGEST)
        self.organisation = QLineEdit(context.settings.text("organisation"))
        self.organisation.setMaxLength(_LONGEST)
        self.first_day = QDateEdit(QDate(today.year, today.month, today.day))
        self.first_day.setCalendarPopup(False)
        self.page.addLayout(Field(context, "ui.new_wish", self.title, "ui.new_wish_hint"))
        self.page.addSpacing(8)
        self.page.addLayout(Field(context, "ui.new_organisation", self.organisation))
        self.page.addSpacing(8)
        self.page.addLayout(Field(context, "ui.new_first_day", self.first_day, "ui.new_first_day_hint"))
        self.add_button("ui.cancel").clicked.connect(self.reject)
        self._start = self.add_button("ui.new_start", kind="primary", is_default=True)
        self._start.clicked.connect(self.accept)
        self.title.textChanged.connect(lambda text: self._start.setEnabled(bool(text.strip())))
        self._start.setEnabled(False)
        self.say()

    @property
    def form(self) -> SprintForm:
        """What is filled in now."""
        day = self.first_day.date()
        return SprintForm(
            self.title.text().strip(), self.organisation.text().strip(), date(day.year(), day.month(), day.day())
        )

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        texts = self.context.texts
        self.title.setPlaceholderText(texts("ui.new_wish_example"))
        self.first_day.setLocale(QLocale(texts.language))
        self.first_day.setDisplayFormat("dddd d MMMM yyyy")
