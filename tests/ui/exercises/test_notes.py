"""Catching notes: forty lines with the keyboard alone, and what can be done with them afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from canvas.clipboard import leave_plain_text
from sprint.edits.drafts import draft_id, draft_text
from sprint.records import NoteKind
from tests.ui.exercises.conftest import ALT, Worker
from ui.exercises.notes_pane import NotesPane


def pane(worker: Worker) -> NotesPane:
    found = worker.page.findChild(NotesPane)
    assert found is not None
    return found


def test_forty_notes_are_forty_lines(worker: Worker) -> None:
    worker.open("expert_interviews")
    for number in range(40):
        worker.type(f"Gedachte {number}")
    assert [note.text for note in worker.notes("expert_interviews")] == [f"Gedachte {number}" for number in range(40)]
    assert {note.kind for note in worker.notes("expert_interviews")} == {NoteKind.HOW_MIGHT_WE}
    last = pane(worker).wall.cards[worker.notes("expert_interviews")[-1].id]
    assert not last.visibleRegion().isEmpty()
    assert worker.stage.undo_names() == 40


def test_signs_at_the_start_say_what_and_who(worker: Worker) -> None:
    worker.open("expert_interviews")
    worker.type("?@an Kunnen we bellen?", enter=False)
    assert "Sprintvraag · Anneke" in pane(worker).line.hint.text()
    worker.press(Qt.Key.Key_Return)
    worker.type("=- Brieven komen te laat\nen zijn lang")
    worker.type("@sa")
    worker.type("Van Samira")
    worker.type("@")
    worker.type("@niemand blijft staan")
    found = [(note.kind, note.person_id, note.valence, note.text) for note in worker.notes("expert_interviews")]
    assert found == [
        (NoteKind.QUESTION, "anneke", 0, "Kunnen we bellen?"),
        (NoteKind.EXPERT, "", -1, "Brieven komen te laat\nen zijn lang"),
        (NoteKind.HOW_MIGHT_WE, "samira", 0, "Van Samira"),
        (NoteKind.HOW_MIGHT_WE, "", 0, "@niemand blijft staan"),
    ]


def test_a_note_is_changed_moved_thrown_away_and_brought_back_by_key(worker: Worker) -> None:
    worker.open("expert_interviews")
    for text in ("een", "twee", "drie"):
        worker.type(text)
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Return)
    worker.type(" en meer", enter=False)
    worker.press(Qt.Key.Key_Escape)
    worker.press(Qt.Key.Key_Right, ALT)
    assert [note.text for note in worker.notes("expert_interviews")] == ["twee", "een en meer", "drie"]
    worker.press(Qt.Key.Key_Delete)
    assert [note.text for note in worker.notes("expert_interviews")] == ["twee", "drie"]
    assert pane(worker).wall.current == worker.notes("expert_interviews")[1].id
    worker.stage.bridge.undo()
    assert [note.text for note in worker.notes("expert_interviews")] == ["twee", "een en meer", "drie"]
    worker.press(Qt.Key.Key_Up)
    assert worker.focus is pane(worker).line.field


def test_a_note_that_is_carried_lies_where_it_was_let_go(worker: Worker) -> None:
    worker.open("expert_interviews")
    for text in ("een", "twee", "drie"):
        worker.type(text)
    first, _, last = (pane(worker).wall.cards[note.id] for note in worker.notes("expert_interviews"))
    at = first.geometry().center()
    at.setX(first.geometry().left() + 8)
    at.setY(first.geometry().top() + 8)
    worker.drag(last, at)
    assert [note.text for note in worker.notes("expert_interviews")] == ["drie", "een", "twee"]


def test_half_a_note_is_kept_and_entered_when_the_field_is_left(worker: Worker) -> None:
    worker.open("expert_interviews")
    worker.type("half", enter=False)
    assert draft_text(worker.stage.document, draft_id("note", "expert_interviews")) == "half"
    assert "half" not in worker.room_words()
    worker.open("hopes_fears")
    assert [note.text for note in worker.notes("expert_interviews")] == ["half"]
    assert worker.notes("hopes_fears") == []


def test_the_room_sees_no_name(worker: Worker) -> None:
    worker.open("expert_interviews")
    worker.type("@an Zonder naam")
    assert "Zonder naam" in worker.room_words()
    assert "Anneke" not in worker.room_words()


def test_signs_work_on_a_card_and_a_hidden_note_stays_out_of_the_room(worker: Worker) -> None:
    worker.open("expert_interviews")
    worker.type("Iets van ons")
    worker.press(Qt.Key.Key_Down)
    worker.press("?")
    worker.press("-")
    worker.press("h")
    (note,) = worker.notes("expert_interviews")
    assert (note.kind, note.valence, note.is_hidden) == (NoteKind.QUESTION, -1, True)
    assert "Iets van ons" not in worker.room_words()
    assert pane(worker).wall.cards[note.id].accessibleName().startswith("niet in de zaal")
    worker.press("h")
    worker.press("-")
    assert worker.notes("expert_interviews")[0].valence == 0
    assert "Iets van ons" in worker.room_words()


def test_cells_are_pasted_and_copied(worker: Worker) -> None:
    worker.open("expert_interviews")
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Eerste\tx\nTweede | deel\ty\n\n")
    worker.page.tools.paste()
    assert [note.text for note in worker.notes("expert_interviews")] == ["Eerste", "Tweede | deel"]
    worker.page.tools.copy("markdown")
    assert "| Tweede \\| deel | Hoe kunnen we |  |  |" in clipboard.text().splitlines()
    worker.page.tools.copy("table")
    assert clipboard.mimeData().hasHtml()
    leave_plain_text()
    assert not clipboard.mimeData().hasHtml(), "what Python made must not outlive it"
    assert clipboard.text().splitlines()[1] == "Eerste\tHoe kunnen we\t\t"
    worker.stage.bridge.undo()
    assert worker.notes("expert_interviews") == []
    worker.page.tools.copy("text")
    assert worker.stage.messages.said[-1] == "Er is hier nog niets om te kopiëren."


def test_hopes_and_fears_stand_beside_each_other(worker: Worker) -> None:
    worker.open("hopes_fears")
    worker.type("Rust")
    worker.type("-Te weinig tijd")
    worker.type("+ Samen")
    kinds = [(note.kind, note.text) for note in worker.notes("hopes_fears")]
    assert kinds == [(NoteKind.HOPE, "Rust"), (NoteKind.FEAR, "Te weinig tijd"), (NoteKind.HOPE, "Samen")]
    assert [column.title for column in worker.page.room_page().columns] == ["Hoop", "Vrees"]
    worker.stage.context.settings.set("room_language", "en")
    assert [column.title for column in worker.page.room_page().columns] == ["Hope", "Fear"]
    assert worker.page.room_page().title == "Hopes and fears"
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Right, ALT)
    assert worker.notes("hopes_fears")[0].kind is NoteKind.FEAR


def test_nothing_can_be_written_in_a_sprint_to_look_at(worker: Worker) -> None:
    worker.open("expert_interviews")
    worker.type("een")
    worker.stage.workspace.is_read_only = True
    worker.page.show_block("expert_interviews")
    assert not pane(worker).line.isVisible()
    pane(worker).wall.take_focus()
    worker.press(Qt.Key.Key_Return)
    assert not pane(worker).wall.is_writing
    worker.press(Qt.Key.Key_Delete)
    assert len(worker.notes("expert_interviews")) == 1


def test_silence_shows_the_room_only_the_question_and_who_is_done(worker: Worker) -> None:
    worker.open("expert_interviews")
    worker.type("Nog niet voor de zaal")
    tools = worker.page.tools
    assert not tools.ready.isVisible()
    QTest.mouseClick(tools.quiet, Qt.MouseButton.LeftButton)
    for _ in range(3):
        QTest.mouseClick(tools.ready, Qt.MouseButton.LeftButton)
    assert (worker.page.room_page().is_quiet, worker.page.room_page().done) == (True, 3)
    assert tools.ready.width() >= tools.ready.sizeHint().width()
    assert tools.ready.text() == "3 klaar"
    QTest.mouseClick(tools.quiet, Qt.MouseButton.LeftButton)
    assert (worker.page.room_page().is_quiet, worker.page.room_page().done) == (False, None)
    worker.open("hopes_fears")
    assert not worker.page.room_page().is_quiet


def test_the_strip_leads_to_where_notes_come_from_and_go_to(worker: Worker) -> None:
    worker.open("cluster_hmw")
    links = {link.accessibleName(): link for link in worker.page.flow.findChildren(QAbstractButton)}
    assert list(links) == ["Expertinterviews en Hoe-kunnen-we-vragen", "Stemmen op vragen"]
    with worker.stage.qtbot.waitSignal(worker.page.block_requested) as asked:
        QTest.mouseClick(links["Stemmen op vragen"], Qt.MouseButton.LeftButton)
    assert asked.args == ["vote_hmw"]


@pytest.mark.parametrize(("width", "is_open"), [(1400, True), (1000, False)])
def test_the_guide_stands_beside_the_work_where_there_is_room(worker: Worker, width: int, is_open: bool) -> None:
    worker.page.resize(width, 800)
    worker.open("expert_interviews")
    assert worker.page._scroll.isVisible() is is_open
    worker.page.toggle_guide()
    assert worker.page._scroll.isVisible() is not is_open
    assert pane(worker).isVisible()
