"""The form of a new sprint offers every programme, each with what it is for and what it is not."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sprint.programme.programmes import list_programmes, load_programme
from tests.ui.conftest import context
from ui.context import Context
from ui.dialogs.new_sprint import NewSprintDialog
from ui.widgets.labels import PlainLabel

__all__ = ["context"]


def test_each_programme_says_what_it_is_for_and_what_it_is_not(context: Context, qtbot: QtBot) -> None:
    dialog = NewSprintDialog(context, date(2027, 3, 1))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.programme.setFocus()
    assert dialog.form.programme == "four_day"
    seen = []
    for _ in list_programmes():
        chosen = load_programme(dialog.form.programme)
        seen.append(chosen.id)
        words = [label.text() for label in dialog.findChildren(PlainLabel)]
        assert f"{chosen.summary.get('nl')} {chosen.remark.get('nl')}" in words
        QTest.keyClick(dialog.programme, Qt.Key.Key_Down)
    assert sorted(seen) == sorted(list_programmes())


def test_the_programmes_speak_the_language_of_the_screen_and_stay_chosen(context: Context, qtbot: QtBot) -> None:
    dialog = NewSprintDialog(context, date(2027, 3, 1))
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.programme, Qt.Key.Key_End)
    before = dialog.form.programme
    assert before != "four_day"
    context.texts.set_language("en")
    assert dialog.form.programme == before
    assert dialog.programme.currentText() == load_programme(before).title.get("en")


def test_all_that_is_said_of_a_programme_can_be_read(context: Context, qtbot: QtBot) -> None:
    dialog = NewSprintDialog(context, date(2027, 3, 1))
    qtbot.addWidget(dialog)
    # Too low, as Qt makes it on a small screen: never more than two thirds of that.
    dialog.resize(dialog.minimumWidth(), 300)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for number in range(dialog.programme.count()):
        dialog.programme.setCurrentIndex(number)
        about = dialog.about_programme
        qtbot.waitUntil(lambda label=about: label.height() >= label.heightForWidth(label.width()))
