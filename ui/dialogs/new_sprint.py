"""The small form a sprint begins with."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from sprint.frozen import dataclass
from sprint.programme.programmes import list_programmes, load_programme
from ui.context import Context
from ui.dialogs.base import Dialog, Field
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import PlainLabel, TextLabel

FOUR_DAYS = "four_day"
_LONGEST = 200
_FRIDAY = 4


@dataclass(frozen=True)
class SprintForm:
    """What a facilitator filled in."""

    title: str
    organisation: str
    first_day: date
    programme: str = FOUR_DAYS


class NewSprintDialog(Dialog):
    """Asks for the citizen's wish in the first person, the organisation, the programme and the first day."""

    def __init__(
        self, context: Context, first: date, parent: QWidget | None = None, *, today: date | None = None
    ) -> None:
        super().__init__(context, "ui.new_title", parent)
        self._today = today or first
        self.title = QLineEdit()
        self.title.setMaxLength(_LONGEST)
        self.organisation = QLineEdit(context.settings.text("organisation"))
        self.organisation.setMaxLength(_LONGEST)
        self.first_day = DateField(context, first, self._today)
        self.programme = ChoiceField(context)
        self.about_programme = PlainLabel(role="small", wrap=True)
        programme = Field(context, "planner.new_programme", self.programme)
        programme.addWidget(self.about_programme)
        self.about_day = TextLabel(context, "ui.new_first_day_hint", role="small", wrap=True)
        day = Field(context, "ui.new_first_day", self.first_day)
        day.addWidget(self.about_day)
        for field in (
            Field(context, "ui.new_wish", self.title, "ui.new_wish_hint"),
            Field(context, "ui.new_organisation", self.organisation),
            programme,
            day,
        ):
            self.page.addLayout(field)
            self.page.addSpacing(8)
        self.page.addStretch(1)
        self.add_button("ui.cancel").clicked.connect(self.reject)
        self._start = self.add_button("ui.new_start", kind="primary", is_default=True)
        self._start.clicked.connect(self.accept)
        self.title.textChanged.connect(self._switch)
        self.first_day.changed.connect(self._switch)
        self._switch()
        self.say()
        self.programme.show_value(FOUR_DAYS)
        self.programme.currentIndexChanged.connect(self._on_programme)
        self._on_programme()

    @property
    def form(self) -> SprintForm:
        """What is filled in now; only asked when there is such a day."""
        return SprintForm(
            self.title.text().strip(),
            self.organisation.text().strip(),
            self.first_day.day or self._today,
            str(self.programme.currentData() or FOUR_DAYS),
        )

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        self.title.setPlaceholderText(self.context.texts("ui.new_wish_example"))
        language = self.context.texts.language
        known = sorted(list_programmes(), key=lambda name: (name != FOUR_DAYS, name))
        self.programme.show_choices([(name, load_programme(name).title.get(language)) for name in known])
        self._on_programme()

    def _on_programme(self) -> None:
        name = self.programme.currentData()
        if name is not None:
            programme, language = load_programme(str(name)), self.context.texts.language
            self.about_programme.setText(f"{programme.summary.get(language)} {programme.remark.get(language)}")
            if self.isVisible():
                self.fit()

    def _switch(self) -> None:
        day = self.first_day.day
        self._start.setEnabled(bool(self.title.text().strip()) and day is not None)
        self.about_day.be("small" if day is not None else "danger")
        if day is None:
            self.about_day.say("ui.new_no_such_day")
        elif day < self._today:
            self.about_day.say("ui.new_day_past")
        elif day.weekday() > _FRIDAY:
            self.about_day.say("ui.new_day_weekend")
        else:
            self.about_day.say("ui.new_first_day_hint")
