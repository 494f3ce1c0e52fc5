"""Small parts of the window: strips, questions, work beside the window, dropped files."""

from __future__ import annotations

import threading
from pathlib import Path
from unittest.mock import MagicMock

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from canvas.background import Background
from sprint.errors import SprintError
from ui.context import Context
from ui.dialogs.question import QuestionDialog, TextQuestionDialog
from ui.home import Home
from ui.main_window import MainWindow
from ui.messages import SETTLED
from ui.notices import Notice, Notices
from ui.recents import LeftBehind, RecentSprint
from ui.widgets.labels import ElidedLabel, PlainLabel


def test_a_newer_strip_takes_the_place_of_the_older(context: Context, qtbot: QtBot) -> None:
    notices = Notices(context)
    qtbot.addWidget(notices)
    notices.show_notice("told", Notice(lambda: "een"))
    notices.show_notice("told", Notice(lambda: "twee"))
    notices.show_notice("other", Notice(lambda: "drie", "warn"))
    assert notices.texts == {"told": "twee", "other": "drie"}
    notices.clear()
    assert notices.isHidden()


def test_a_strip_shows_its_details_and_does_its_action(context: Context, qtbot: QtBot) -> None:
    notices = Notices(context)
    qtbot.addWidget(notices)
    done: list[str] = []
    notice = Notice(lambda: "kort", "good", lambda: "lang", "ui.action_undo", lambda: done.append("undo"))
    notices.show_notice("told", notice)
    notices.show()
    more, act, close = notices.findChildren(QAbstractButton)
    more.click()
    assert "lang" in [label.text() for label in notices.findChildren(QLabel) if label.isVisible()]
    act.click()
    assert done == ["undo"]
    close.click()
    assert notices.texts == {}


def test_a_strip_follows_the_language(context: Context, qtbot: QtBot) -> None:
    notices = Notices(context)
    qtbot.addWidget(notices)
    notices.show_notice("told", Notice(lambda: context.texts("ui.saved")))
    context.texts.set_language("en")
    assert notices.texts == {"told": "Saved"}


def test_words_of_a_person_are_never_read_as_markup(context: Context, qtbot: QtBot) -> None:
    evil = '<img src="http://example.org/x.png"><b>vet</b>'
    for label in (PlainLabel(evil), ElidedLabel(evil)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == evil
    dialog = QuestionDialog(context.texts, evil, [("yes", "Ja")], evil, None)
    qtbot.addWidget(dialog)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))


def test_enter_takes_the_first_answer_and_escape_takes_none(context: Context, qtbot: QtBot) -> None:
    dialog = QuestionDialog(context.texts, "Sluiten?", [("copy", "Kopie"), ("close", "Sluiten")], "", None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.answer == "copy"
    other = QuestionDialog(context.texts, "Sluiten?", [("copy", "Kopie")], "", None)
    qtbot.addWidget(other)
    other.show()
    qtbot.keyClick(other, Qt.Key.Key_Escape)
    assert other.answer == ""


def test_a_question_that_is_no_question_any_more_goes_away(context: Context, qtbot: QtBot) -> None:
    dialog = QuestionDialog(context.texts, "Sluiten?", [("stay", "Blijven")], "", None)
    qtbot.addWidget(dialog)
    saved: list[bool] = []
    dialog.watch(lambda: bool(saved), SETTLED)
    dialog.show()
    looked = dialog.findChild(QTimer)
    assert looked is not None
    looked.timeout.emit()
    assert dialog.isVisible()
    saved.append(True)
    looked.timeout.emit()
    assert (dialog.isVisible(), dialog.answer) == (False, SETTLED)


def test_a_line_of_text_is_given_or_not(context: Context, qtbot: QtBot) -> None:
    dialog = TextQuestionDialog(context.texts, "Naam?", "oud", "hint", "Bewaren", None)
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "Dag 1 gesloten ")
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Bewaren").click()
    assert dialog.answer == "Dag 1 gesloten"


def test_work_beside_the_window_comes_back_to_it(qtbot: QtBot) -> None:
    background = Background()
    seen: list[tuple[object, threading.Thread]] = []
    background.run(threading.current_thread, lambda worker: seen.append((worker, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(seen))
    background.stop()
    worker, receiver = seen[0]
    assert worker is not threading.main_thread()
    assert receiver is threading.main_thread()


def test_work_that_fails_is_told_to_who_asked(qtbot: QtBot) -> None:
    background = Background()
    failed: list[str] = []

    def work() -> None:
        raise SprintError("store.disk_full", place="D:")

    background.run(work, lambda _none: None, lambda error: failed.append(error.key))
    qtbot.waitUntil(lambda: failed == ["store.disk_full"])
    background.stop()


def test_after_stopping_nothing_is_done_or_told(qtbot: QtBot) -> None:
    background = Background()
    seen: list[object] = []
    background.run(lambda: 1, seen.append)
    background.stop()
    background.run(lambda: 2, seen.append)
    qtbot.waitUntil(lambda: True)
    assert seen == []


def test_what_was_asked_is_done_and_told_before_the_end(qtbot: QtBot) -> None:
    background = Background()
    seen: list[int] = []
    for number in range(5):
        background.run(lambda number=number: number, seen.append)
    background.finish()
    assert seen == [0, 1, 2, 3, 4]


def test_a_window_may_be_deleted_while_something_is_under_way(qtbot: QtBot) -> None:
    window = QObject()
    background = Background(window)
    may_end, has_begun = threading.Event(), threading.Event()
    told: list[bool] = []

    def work() -> bool:
        has_begun.set()
        return may_end.wait(10)

    background.run(work, told.append)
    assert has_begun.wait(10)
    thread = next(thread for thread in threading.enumerate() if thread.name == "background")
    delete(window)
    may_end.set()
    thread.join(10)
    assert not thread.is_alive()
    assert told == []


def drop(window: MainWindow, *paths: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) if "://" not in path else QUrl(path) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))


def test_a_sprint_can_be_dropped_on_the_window(context: Context, qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(context, lambda: True)
    qtbot.addWidget(window)
    dropped: list[Path] = []
    window.file_dropped.connect(dropped.append)
    drop(window, str(tmp_path / "foto.png"), str(tmp_path / "a.SPRINT"))
    drop(window, str(tmp_path / "foto.png"))
    drop(window, "https://example.org/a.sprint")
    assert dropped == [tmp_path / "a.SPRINT"]


def test_home_tells_what_is_kept_and_what_is_missing(context: Context, qtbot: QtBot, tmp_path: Path) -> None:
    home = Home(context, MagicMock())
    qtbot.addWidget(home)
    home.show_sprints(
        [RecentSprint(tmp_path / "weg.sprint", "Ik wil weg", opened_at="2026-11-03", is_missing=True)],
        [LeftBehind(tmp_path / "door.sprint", "Ik wil door", "2026-11-03T10:00:00+00:00")],
    )
    shown = {button.accessibleName(): button.accessibleDescription() for button in home.findChildren(QAbstractButton)}
    assert "Niet gevonden" in shown["Ik wil weg"]
    assert "dinsdag 3 november" in shown["Ik wil door"]
    chosen: list[Path] = []
    home.sprint_chosen.connect(chosen.append)
    next(button for button in home.findChildren(QAbstractButton) if button.text() == "Ik wil door").click()
    assert chosen == [tmp_path / "door.sprint"]
