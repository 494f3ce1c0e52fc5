"""Lists, checklists, the parking lot and the plan of the prototype, with the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sprint.records import NoteKind, ParkedItem
from tests.ui.exercises.conftest import ALT, CTRL, Worker
from ui.exercises.row_surface import RowSurface


def test_a_list_is_typed_and_each_row_gets_an_owner(worker: Worker) -> None:
    worker.open("five_whys")
    worker.type("De brief komt laat")
    worker.type("Niemand ziet hem liggen")
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Tab)
    worker.type("Murat")
    worker.type("Lotte", enter=False)
    found = [(note.text, note.owner, note.kind) for note in worker.notes("five_whys")]
    assert found == [
        ("De brief komt laat", "Murat", NoteKind.CAUSE),
        ("Niemand ziet hem liggen", "Lotte", NoteKind.CAUSE),
    ]
    worker.press(Qt.Key.Key_Up, ALT)
    assert [note.owner for note in worker.notes("five_whys")] == ["Lotte", "Murat"]
    assert "Niemand ziet hem liggen" in worker.room_words()
    assert "Murat" not in worker.room_words()


def test_half_a_row_is_entered_when_another_exercise_is_opened(worker: Worker) -> None:
    worker.open("five_whys")
    worker.type("half", enter=False)
    worker.open("stitch")
    assert [note.text for note in worker.notes("five_whys")] == ["half"]
    assert worker.notes("stitch") == []


def test_a_row_is_thrown_away_and_the_keyboard_stays_near(worker: Worker) -> None:
    worker.open("five_whys")
    for text in ("een", "twee"):
        worker.type(text)
    trash = worker.surface(RowSurface).rows.row(worker.notes("five_whys")[0].id).trash
    trash.setFocus()
    worker.press(Qt.Key.Key_Return)
    assert [note.text for note in worker.notes("five_whys")] == ["twee"]
    assert worker.focus is worker.surface(RowSurface).rows.row(worker.notes("five_whys")[0].id).trash
    worker.stage.bridge.undo()
    assert [note.text for note in worker.notes("five_whys")] == ["een", "twee"]


def test_the_prototype_is_planned_from_the_storyboard_and_ticked_where_it_is_built(worker: Worker) -> None:
    worker.open("tools_and_roles")
    plan = worker.surface(RowSurface)
    plan.from_steps.setFocus()
    worker.press(Qt.Key.Key_Space)
    parts = worker.notes("tools_and_roles")
    assert [(note.step_id, note.text) for note in parts] == [
        ("photo", "Stuurt een foto"),
        ("call", "Belt het nummer"),
        ("letter", "Krijgt een bericht"),
    ]
    worker.press(Qt.Key.Key_Tab)
    worker.type("papier", enter=False)
    worker.press(Qt.Key.Key_Tab)
    worker.type("Lotte", enter=False)
    worker.open("build")
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Return, CTRL)
    first = worker.notes("tools_and_roles")[0]
    assert (first.source, first.owner, first.is_done) == ("papier", "Lotte", True)
    assert [column.title for column in worker.page.room_page().columns] == ["Wordt gemaakt", "Klaar"]
    assert "Lotte" not in worker.room_words()


def test_what_was_built_is_taken_over_on_the_checklist_of_the_stitcher(worker: Worker) -> None:
    worker.open("build")
    worker.type("Het scherm")
    worker.type("De brief")
    worker.open("stitch")
    worker.surface(RowSurface).take_all.setFocus()
    worker.press(Qt.Key.Key_Space)
    made = worker.notes("stitch")
    assert [note.text for note in made] == ["Het scherm", "De brief"]
    assert [note.origin_id for note in made] == [note.id for note in worker.notes("build")]
    assert not worker.surface(RowSurface).material.isVisible()
    worker.stage.bridge.undo()
    assert worker.notes("stitch") == []
    worker.stage.bridge.redo()
    worker.open("stitch")
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Return, CTRL)
    assert worker.notes("stitch")[0].is_done
    worker.page.tools.copy("text")
    assert "✓" in QGuiApplication.clipboard().text()


def test_the_parking_lot_shows_what_is_parked_anywhere(worker: Worker) -> None:
    worker.open("parking_lot")
    worker.type("Een app bouwen")
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Return, CTRL)
    (item,) = worker.stage.document.table(ParkedItem).values()
    assert (item.text, item.is_done, item.block_id) == ("Een app bouwen", True, "parking_lot")
    assert [column.title for column in worker.page.room_page().columns] == ["Besproken"]


def test_cells_are_pasted_as_rows(worker: Worker) -> None:
    worker.open("five_whys")
    QGuiApplication.clipboard().setText("een\tx\n\ttwee\n")
    worker.page.tools.paste()
    assert [note.text for note in worker.notes("five_whys")] == ["een", "twee"]
    worker.stage.bridge.undo()
    assert worker.notes("five_whys") == []


def test_rows_can_only_be_read_in_a_sprint_to_look_at(worker: Worker) -> None:
    worker.open("five_whys")
    worker.type("een")
    worker.stage.workspace.is_read_only = True
    worker.page.show_block("five_whys")
    row = worker.surface(RowSurface).rows.row(worker.notes("five_whys")[0].id)
    assert not worker.surface(RowSurface).rows.line.isVisible()
    assert not row.trash.isVisible()
    row.fields["text"].setFocus()
    worker.type("x", enter=False)
    assert worker.notes("five_whys")[0].text == "een"
