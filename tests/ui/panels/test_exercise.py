"""The page of an exercise and the notes that it leaves behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sprint.edits.notes import notes_of
from sprint.edits.programme import change_block
from sprint.records import Block, RunState, TimerRun
from tests.helpers.stage import Stage
from ui.exercises.capture import CaptureLine
from ui.panels.exercise import ExercisePage
from ui.panels.notes import NoteRow


@pytest.fixture
def page(stage: Stage) -> ExercisePage:
    made = ExercisePage(stage.context, stage.bridge)
    stage.show(made, 1100, 700)
    made.show_block("b1")
    return made


def words(page: ExercisePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page) and label.text()]


def note_rows(page: ExercisePage) -> list[NoteRow]:
    return [row for row in page.notes.rows.rows.values() if isinstance(row, NoteRow)]


def type_note(page: ExercisePage, text: str) -> None:
    """Write at an exercise that is done on the canvas, which has no surface of its own."""
    page.show_block("b3")
    page.notes.line.setFocus()
    QTest.keyClicks(page.notes.line, text)
    QTest.keyClick(page.notes.line, Qt.Key.Key_Return)


def test_it_says_when_why_and_how(page: ExercisePage) -> None:
    found = words(page)
    assert found[0] == "Dag 1 · 09:45–10:05 · 20 minuten"
    assert found[1] == "Hoop en vrees"
    assert {"Wat u zegt", "Stappen", "Klaarleggen", "Tips"} <= set(found)
    assert not [word for word in found if word.startswith(("panel.", "programme."))]


def test_the_steps_share_the_minutes_the_block_really_has(stage: Stage, page: ExercisePage) -> None:
    def minutes() -> int:
        shown = [word.split()[0] for word in words(page) if word.endswith((" minuten", " minuut")) and "·" not in word]
        return sum(int(number) for number in shown)

    assert minutes() == 20
    stage.bridge.do(change_block(stage.document, "b1", minutes=35))
    assert minutes() == 35


def test_enter_writes_a_note_and_waits_for_the_next(stage: Stage, page: ExercisePage) -> None:
    type_note(page, "Minder brieven")
    type_note(page, "Snel antwoord")
    found = notes_of(stage.document, "b3")
    assert [note.text for note in found] == ["Minder brieven", "Snel antwoord"]
    assert page.notes.line.text() == ""
    assert len(note_rows(page)) == 2


def test_an_empty_line_is_no_note(stage: Stage, page: ExercisePage) -> None:
    type_note(page, "   ")
    assert notes_of(stage.document, "b3") == []


def test_writing_in_a_note_is_one_entry_until_focus_leaves(stage: Stage, page: ExercisePage) -> None:
    type_note(page, "Meedoen")
    field = note_rows(page)[0].field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " met")
    page.notes.line.setFocus()
    field.setFocus()
    QTest.keyClicks(field, " buren")
    assert [note.text for note in notes_of(stage.document, "b3")] == ["Meedoen met buren"]
    assert stage.undo_names() == 3
    stage.bridge.undo()
    assert note_rows(page)[0].field.toPlainText() == "Meedoen met"


def test_the_bin_throws_a_note_away_and_undo_brings_it_back(stage: Stage, page: ExercisePage) -> None:
    type_note(page, "Meedoen")
    QTest.mouseClick(note_rows(page)[0].trash, Qt.MouseButton.LeftButton)
    assert notes_of(stage.document, "b3") == []
    stage.bridge.undo()
    assert [row.field.toPlainText() for row in note_rows(page)] == ["Meedoen"]


def test_the_big_button_starts_the_clock_of_this_block(stage: Stage, page: ExercisePage) -> None:
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    (run,) = stage.document.table(TimerRun).values()
    assert (run.block_id, run.state) == ("b1", RunState.RUNNING)
    assert page.start.isHidden()
    assert "De klok loopt" in words(page)


def test_a_drawing_exercise_leads_to_the_journey(stage: Stage, page: ExercisePage) -> None:
    assert page.to_canvas.isHidden()
    page.show_block("b3")
    with stage.qtbot.waitSignal(page.canvas_requested):
        QTest.mouseClick(page.to_canvas, Qt.MouseButton.LeftButton)


def test_another_language_is_spoken_everywhere(stage: Stage, page: ExercisePage) -> None:
    stage.context.texts.set_language("en")
    found = words(page)
    assert "What you say" in found
    assert "Hopes and fears" in found
    assert "Stappen" not in found


def test_an_exercise_nobody_knows_still_has_notes(stage: Stage, page: ExercisePage) -> None:
    stage.bridge.do(change_block(stage.document, "b1", exercise="gone"))
    assert "Onderdeel zonder naam" in words(page)
    line = page.findChild(CaptureLine).field
    line.setFocus()
    QTest.keyClicks(line, "Toch iets")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes_of(stage.document, "b1")[-1].text == "Toch iets"


@pytest.mark.parametrize(("width", "below"), [(1100, False), (800, True)])
def test_notes_stand_beside_or_below(stage: Stage, page: ExercisePage, width: int, below: bool) -> None:
    page.show_block("b3")
    page.resize(width, 700)
    stage.qtbot.waitUntil(lambda: (page.notes.x() == 0) is below)
    assert page.notes.geometry().right() <= width


def test_undo_in_a_field_belongs_to_the_window(stage: Stage, page: ExercisePage) -> None:
    undo = QShortcut(QKeySequence.StandardKey.Undo, page)
    undo.activated.connect(stage.bridge.undo)
    type_note(page, "Te veel")
    QTest.keyClicks(page.notes.line, "half")
    QTest.keyClick(page.notes.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.notes.line.text() == "half"
    assert notes_of(stage.document, "b3") == []


def test_a_picture_or_link_in_a_note_stays_words(stage: Stage, page: ExercisePage) -> None:
    type_note(page, "<img src=x><b>dik</b>")
    assert note_rows(page)[-1].field.toPlainText() == "<img src=x><b>dik</b>"
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel))


def test_a_block_of_another_day_says_its_day(page: ExercisePage, stage: Stage) -> None:
    page.show_block("b4")
    assert words(page)[0] == "Dag 2 · 09:00–09:30 · 30 minuten"
    assert stage.document.require(Block, "b4").day_id == "day2"
