"""The first day of a sprint is written as people write a day."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget
from pytestqt.qtbot import QtBot

from ui.context import Context
from ui.dates import read_date
from ui.dialogs.new_sprint import NewSprintDialog

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23-11-2026", date(2026, 11, 23)),
        ("23/11/26", date(2026, 11, 23)),
        ("2026-11-23", date(2026, 11, 23)),
        ("23 nov", date(2026, 11, 23)),
        ("3 MRT", date(2027, 3, 3)),
        ("3 mei 2027", date(2027, 5, 3)),
        ("4 May", date(2027, 5, 4)),
        ("maandag 23 november 2026", date(2026, 11, 23)),
        ("Monday 23 November 2026", date(2026, 11, 23)),
        ("19-11", date(2027, 11, 19)),
        ("20-11", TODAY),
        ("31-02-2026", None),
        ("29-02", None),
        ("29-2-2028", date(2028, 2, 29)),
        ("12-13-2026", None),
        ("3 foo", None),
        ("morgen", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert read_date(text, TODAY) == day


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> NewSprintDialog:
    """The form, with a wish in it."""
    made = NewSprintDialog(context, date(2026, 11, 20), today=TODAY)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    made.title.setText("Ik wil door")
    return made


def start_button(dialog: NewSprintDialog) -> QAbstractButton:
    button = dialog.findChild(QAbstractButton, "new_start")
    assert button is not None
    return button


@pytest.mark.parametrize(
    ("typed", "said", "can_start"),
    [
        ("31-02-2026", "bestaat niet", False),
        ("21-11-2026", "weekend", True),
        ("2-11-2026", "al geweest", True),
        ("24 nov", "volgen op werkdagen", True),
    ],
)
def test_a_day_that_cannot_be_or_is_odd_is_told(
    dialog: NewSprintDialog, qtbot: QtBot, typed: str, said: str, can_start: bool
) -> None:
    dialog.first_day.line.selectAll()
    qtbot.keyClicks(dialog.first_day.line, typed)
    assert said in dialog.about_day.text()
    assert start_button(dialog).isEnabled() is can_start


def test_a_day_is_chosen_from_a_calendar(dialog: NewSprintDialog, qtbot: QtBot) -> None:
    button = dialog.findChild(QAbstractButton, "choose_day")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    calendar = dialog.findChild(QCalendarWidget)
    assert calendar is not None
    calendar.clicked.emit(calendar.selectedDate().addDays(4))
    assert dialog.form.first_day == date(2026, 11, 24)
    assert dialog.first_day.line.text() == "dinsdag 24 november 2026"
