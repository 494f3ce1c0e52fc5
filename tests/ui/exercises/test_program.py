"""A morning in the whole program: notes, heaps, a vote, the room beside it, and the page that closes the day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from sprint.edits.clusters import heaps_of
from sprint.edits.notes import notes_of
from sprint.records import Block, Decision
from tests.helpers.facilitator import Facilitator
from ui.exercises.cluster import Surface as ClusterSurface
from ui.exercises.vote import Surface as VoteSurface
from ui.room.work_face import WorkFace

pytestmark = pytest.mark.usefixtures("with_example")


def block(she: Facilitator, exercise: str) -> str:
    return next(one.id for one in she.document.table(Block).values() if one.exercise == exercise)


def key(what: Qt.Key | str) -> None:
    QTest.keyClick(QApplication.focusWidget(), what)


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)
    key(Qt.Key.Key_Return)


def room_words(she: Facilitator) -> list[str]:
    screen = she.sprint.bench.room.screen
    assert screen is not None
    return screen.stage.words()


def write_notes(she: Facilitator) -> list[str]:
    """Catch two notes while the room looks on, and then must not."""
    bench = she.sprint.bench
    source = block(she, "expert_interviews")
    bench.show_block(source)
    bench.exercise.setFocus()
    for text in ("Bellen is een doolhof", "Niemand belt terug"):
        write(text)
    she.keys("F10")
    assert bench.room.shown == WorkFace.NAME
    assert bench.exercise.tools.room.isChecked()
    assert "Niemand belt terug" in room_words(she)
    she.window.activateWindow()
    for task in ("work_quiet", "work_done", "work_done", "work_undone"):
        she.do(task)
    assert "Niemand belt terug" not in room_words(she)
    assert "1 klaar" in room_words(she)
    she.do("work_quiet")
    assert "Niemand belt terug" in room_words(she)
    return [note.id for note in notes_of(she.document, source)][-2:]


def make_heap(she: Facilitator, notes: list[str]) -> None:
    """Put these notes on a heap of their own."""
    bench = she.sprint.bench
    bench.show_block(block(she, "cluster_hmw"))
    surface = bench.exercise.surface
    assert isinstance(surface, ClusterSurface)
    assert set(notes) <= {note.id for note in surface.notes()}
    for note_id in notes:
        surface.wall.go_to(note_id)
        key(Qt.Key.Key_Space)
    key("n")
    write("Terugbellen")
    assert "Terugbellen" in room_words(she)


def vote_for(she: Facilitator, note_id: str, dots: str) -> None:
    """Let the hands choose a note, and the Decider with them."""
    bench = she.sprint.bench
    bench.show_block(block(she, "vote_hmw"))
    surface = bench.exercise.surface
    assert isinstance(surface, VoteSurface)
    pane = surface.pane
    if pane.desk.vote is not None:
        pane.second.click()
    assert [option.section for option in pane.options if option.id == note_id] == ["Terugbellen"]
    place = next(number for number, option in enumerate(pane.options) if option.id == note_id)
    pane.primary.click()
    pane.list.go_to(place)
    key(dots)
    pane.primary.click()
    pane.primary.click()
    assert dots not in room_words(she)
    pane.primary.click()
    pane.list.go_to(0)
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Return)
    write("Hier begint alles")


def test_a_morning_without_retyping(she: Facilitator) -> None:
    notes = write_notes(she)
    make_heap(she, notes)
    vote_for(she, notes[0], "5")
    assert any(one.reason == "Hier begint alles" for one in she.document.table(Decision).values())
    assert [heap.title for heap in heaps_of(she.document, block(she, "cluster_hmw"))][-1] == "Terugbellen"
    bench = she.sprint.bench
    bench.show_day(she.document.require(Block, bench.exercise.block_id).day_id)
    shown = "\n".join(label.text() for label in bench.cockpit.day_page.findChildren(QLabel) if label.isVisible())
    assert "Terugbellen" in shown
    assert "– gekozen: Bellen is een doolhof (5 stippen)" in shown


def test_who_chooses_a_station_can_type_at_once(she: Facilitator) -> None:
    bench = she.sprint.bench
    source = block(she, "expert_interviews")
    bench.show_block(source)
    bench.show_canvas()
    station = bench.rail._stations[source]
    QTest.mouseClick(station, Qt.MouseButton.LeftButton)
    write("Meteen getypt")
    assert notes_of(she.document, source)[-1].text == "Meteen getypt"


def test_the_keyboard_stays_with_the_work_from_exercise_to_exercise(she: Facilitator) -> None:
    bench = she.sprint.bench
    for exercise in ("cluster_hmw", "vote_hmw", "cluster_hmw", "hopes_fears", "expert_interviews", "sprint_questions"):
        bench.show_block(block(she, exercise))
        surface = bench.exercise.surface
        assert surface is not None
        surface.take_focus()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert surface.isAncestorOf(focus)


def test_the_page_of_a_day_tells_all_that_came_out(she: Facilitator) -> None:
    bench = she.sprint.bench
    wanted = (
        ("2 persona’s: Bram, 34 jaar; Greet, 71 jaar", "huidige klantreis: 22 stappen", "doel: Logt in met DigiD"),
        ("gekozen: C · Foto en klaar",),
        ("storyboard: 6 vakken", "gewenste klantreis: 20 stappen", "prototype: 6 onderdelen klaar"),
        ("9 patronen: Een dag maakt gerust", "deels: Kunnen we iemand", "3 afspraken: Een mens neemt op"),
    )
    for number, lines in enumerate(wanted, start=1):
        bench.show_day(f"day-{number}")
        shown = "\n".join(label.text() for label in bench.cockpit.day_page.findChildren(QLabel) if label.isVisible())
        assert [line for line in lines if line not in shown] == []
        assert "nog geen naam" not in shown, "a test flow has no name and needs none"
