"""Everything about one participant that a person may fill in: a code and never a name."""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.study import change_participant
from sprint.errors import SprintError
from sprint.records import Attendance, Channel, Participant, Persona, Track
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dates import read_date
from ui.dialogs.base import Field
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.labels import TextLabel

ATTENDANCE_KEYS = {
    Attendance.ASKED: "study_ui.asked",
    Attendance.CONFIRMED: "study_ui.confirmed",
    Attendance.CAME: "study_ui.came",
    Attendance.ABSENT: "study_ui.absent",
    Attendance.CANCELLED: "study_ui.cancelled",
}
_CLOCK = re.compile(r"[\s,]+(?:om |at )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))(?:\s*uur)?$", re.I)
_LINES = ("code", "group", "needs", "appointment", "room")
_CHOICES = ("track", "persona_id", "channel", "attendance")
_KINDS: dict[str, type[Track] | type[Channel] | type[Attendance]] = {
    "track": Track,
    "channel": Channel,
    "attendance": Attendance,
}
"""A list of choices forgets that its values are kinds."""


class ParticipantForm(QWidget):
    """The fields of the chosen participant; leaving a field keeps it."""

    withdraw_asked = Signal(str)
    """This participant takes their part back."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._who: Participant | None = None
        self.lines = {name: LineField() for name in _LINES}
        self.choices = {name: ChoiceField(context) for name in _CHOICES}
        self.reminded, self.thanked = CheckBox(context), CheckBox(context)
        self.withdraw = Button(context, "study_ui.withdraw", icon="trash")
        self._empty = TextLabel(context, "study_ui.choose_somebody", role="muted", wrap=True)
        self._fields = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._fields)
        column.addStretch(1)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        context, lines, choices = self._context, self.lines, self.choices
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(
            _beside(
                Field(context, "study_ui.code", lines["code"]),
                Field(context, "study_ui.track", choices["track"]),
                (1, 2),
            )
        )
        column.addLayout(Field(context, "study_ui.persona", choices["persona_id"]))
        column.addLayout(Field(context, "study_ui.group", lines["group"]))
        column.addLayout(
            _beside(
                Field(context, "study_ui.needs", lines["needs"]),
                Field(context, "study_ui.channel", choices["channel"]),
                (2, 1),
            )
        )
        column.addLayout(
            _beside(
                Field(context, "study_ui.appointment", lines["appointment"]),
                Field(context, "study_ui.room", lines["room"]),
                (3, 2),
            )
        )
        column.addLayout(Field(context, "study_ui.attendance", choices["attendance"]))
        column.addWidget(self.reminded)
        column.addWidget(self.thanked)
        column.addWidget(TextLabel(context, "study_ui.no_names", role="small", wrap=True))
        column.addWidget(self.withdraw)

    def _listen(self) -> None:
        for name, field in self.lines.items():
            field.editingFinished.connect(lambda name=name, field=field: self._keep(name, field.text().strip()))
        for name, choice in self.choices.items():
            choice.chosen.connect(lambda value, name=name: self._keep(name, _KINDS.get(name, str)(value)))
        self.reminded.clicked.connect(lambda is_on: self._keep("reminded_at", self._today() if is_on else ""))
        self.thanked.clicked.connect(lambda is_on: self._keep("thanked_at", self._today() if is_on else ""))
        self.withdraw.clicked.connect(lambda: self._who and self.withdraw_asked.emit(self._who.id))

    def show_participant(self, who: Participant | None) -> None:
        """Show somebody, or nobody."""
        self._who = who
        self._empty.setVisible(who is None)
        self._fields.setVisible(who is not None)
        if who is None:
            return
        t = self._context.texts
        personas = sorted(self._bridge.document.table(Persona).values(), key=lambda one: (one.order, one.id))
        self.choices["track"].show_choices([(track, t(f"kind.track.{track.value}")) for track in Track])
        self.choices["persona_id"].show_choices([("", t("study_ui.no_persona")), *((p.id, p.name) for p in personas)])
        self.choices["channel"].show_choices([(one, t(f"kind.channel.{one.value}")) for one in Channel])
        self.choices["attendance"].show_choices([(one, t(key)) for one, key in ATTENDANCE_KEYS.items()])
        for name, field in self.lines.items():
            if not field.hasFocus():
                field.show_text(self._shown(who, name))
        for name, choice in self.choices.items():
            choice.show_value(getattr(who, name))
        for box, at, done, open_ in (
            (self.reminded, who.reminded_at, "study_ui.reminded_on", "study_ui.reminded"),
            (self.thanked, who.thanked_at, "study_ui.thanked_on", "study_ui.thanked"),
        ):
            box.setChecked(bool(at))
            box.setText(t(done, date=t.translator.date(at)) if at else t(open_))
        self.lines["needs"].setPlaceholderText(t("study_ui.needs_hint"))
        self.lines["appointment"].setPlaceholderText(t("study_ui.appointment_hint"))
        if self._context.settings.is_on("hide_codes"):
            self.lines["code"].show_text(t("study_ui.hidden_code"))
        self.lines["code"].setReadOnly(self._context.settings.is_on("hide_codes"))
        self._fields.setEnabled(not self._bridge.is_read_only)
        self.withdraw.setEnabled(not self._bridge.is_rehearsal)  # a rehearsal is held in a copy

    def _shown(self, who: Participant, name: str) -> str:
        words = str(getattr(who, name))
        return appointment_words(self._context, words) if name == "appointment" else words

    def _keep(self, name: str, value: object) -> None:
        who = self._who
        if name == "appointment" and isinstance(value, str):
            value = read_appointment(value, date.fromisoformat(self._today()))
        if (
            who is None
            or value in (getattr(who, name), self._shown(who, name))
            or (self.lines["code"].isReadOnly() and name == "code")
        ):
            return
        try:
            diff = change_participant(self._bridge.document, who.id, **{name: value})
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            self.show_participant(who)
            return
        self._bridge.do(diff)

    def _today(self) -> str:
        return date.fromisoformat(self._bridge.utc_now()[:10]).isoformat()


def appointment_words(context: Context, appointment: str) -> str:
    """Write an appointment as people say it; own words come back as they are."""
    try:
        moment = datetime.fromisoformat(appointment)
    except ValueError:
        return appointment
    locale = QLocale(context.texts.language)
    day = locale.toString(QDate(moment.year, moment.month, moment.day), "ddd d MMM")
    return f"{day} {moment:%H:%M}"


def read_appointment(text: str, today: date) -> str:
    """Read "do 8 okt 9:30" as a moment (ISO, local); words that are none stay as they are."""
    found = _CLOCK.search(text)
    day = read_date(text[: found.start()].strip(" ,"), today) if found is not None else None
    if found is None or day is None:
        return text
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return f"{day.isoformat()}T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else text


def _beside(one: Field, other: Field, widths: tuple[int, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addLayout(one, widths[0])
    row.addLayout(other, widths[1])
    return row
