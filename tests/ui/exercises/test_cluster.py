"""Heaps: notes of the guests lie ready, and are carried together by key and by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from sprint.edits.clusters import heaps_of
from sprint.records import Note, Record
from tests.ui.exercises.conftest import ALT, Worker, hmw
from ui.exercises.cluster import Surface
from ui.exercises.wall_layout import NEW_HEAP


@pytest.fixture
def written() -> list[Record]:
    return hmw()


def heaps(worker: Worker) -> dict[str, set[str]]:
    """The notes on each heap, by its name; "" for those that lie loose."""
    document = worker.stage.document
    found: dict[str, set[str]] = {heap.title: set() for heap in heaps_of(document, "cluster_hmw")}
    titles = {heap.id: heap.title for heap in heaps_of(document, "cluster_hmw")}
    for note in document.table(Note).values():
        found.setdefault(titles.get(note.cluster_id, ""), set()).add(note.id)
    return found


def test_notes_are_sorted_with_the_keyboard_alone(worker: Worker) -> None:
    worker.open("cluster_hmw")
    worker.press(Qt.Key.Key_Space)
    worker.press(Qt.Key.Key_Right)
    worker.press(Qt.Key.Key_Space)
    worker.press("n")
    worker.type("Bellen")
    assert heaps(worker) == {"Bellen": {"q0", "q1"}, "": {"q2", "q3"}}
    worker.surface(Surface).wall.go_to("q2")
    worker.press("n")
    worker.type("Wachten")
    worker.surface(Surface).wall.go_to("q3")
    worker.press("2")
    assert heaps(worker) == {"Bellen": {"q0", "q1"}, "Wachten": {"q2", "q3"}}
    worker.surface(Surface).wall.go_to("q3")
    worker.press("0")
    worker.press(Qt.Key.Key_Right, ALT)
    assert heaps(worker)["Bellen"] == {"q0", "q1", "q3"}
    assert worker.stage.undo_names() >= 6


def test_heaps_are_joined_moved_and_taken_apart_by_key(worker: Worker) -> None:
    worker.open("cluster_hmw")
    for note, title in (("q0", "een"), ("q1", "twee"), ("q2", "drie")):
        worker.surface(Surface).wall.go_to(note)
        worker.press("n")
        worker.type(title)
    assert worker.surface(Surface).wall.current == "q3", "the next loose note"
    last = heaps_of(worker.stage.document, "cluster_hmw")[-1]
    worker.surface(Surface).wall.go_to(last.id)
    worker.press(Qt.Key.Key_Left, ALT)
    assert list(heaps(worker)) == ["een", "drie", "twee", ""]
    worker.press("1")
    assert heaps(worker) == {"een": {"q0", "q2"}, "twee": {"q1"}, "": {"q3"}}
    worker.press(Qt.Key.Key_Delete)
    assert heaps(worker) == {"twee": {"q1"}, "": {"q0", "q2", "q3"}}
    worker.stage.bridge.undo()
    assert heaps(worker)["een"] == {"q0", "q2"}


def test_notes_and_heaps_are_dragged(worker: Worker) -> None:
    worker.open("cluster_hmw")
    wall = worker.surface(Surface).wall
    worker.drag(wall.cards["q0"], wall.places.groups[NEW_HEAP].center())
    worker.type("Bellen")
    (heap,) = heaps_of(worker.stage.document, "cluster_hmw")
    worker.drag(wall.cards["q1"], wall.places.groups[heap.id].center())
    assert heaps(worker)["Bellen"] == {"q0", "q1"}
    QTest.mouseClick(wall.cards["q2"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(wall.cards["q3"], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    wall.cards["q2"].choose(True)
    worker.drag(wall.cards["q2"], wall.places.groups[NEW_HEAP].center())
    worker.type("Rest")
    assert heaps(worker) == {"Bellen": {"q0", "q1"}, "Rest": {"q2", "q3"}}
    rest = next(one for one in heaps_of(worker.stage.document, "cluster_hmw") if one.title == "Rest")
    worker.drag(wall.heads[rest.id], wall.places.groups[heap.id].center() + QPoint(0, 4))
    assert heaps(worker) == {"Bellen": {"q0", "q1", "q2", "q3"}}


def test_likeness_is_pointed_out_and_never_acted_on(worker: Worker) -> None:
    worker.open("cluster_hmw")
    strip = worker.surface(Surface).near
    assert strip.isVisible()
    assert strip.pair is not None
    assert {strip.pair.first, strip.pair.second} == {"q0", "q1"}
    assert heaps(worker) == {"": {"q0", "q1", "q2", "q3"}}
    worker.press("j")
    worker.type("Bellen")
    assert heaps(worker)["Bellen"] == {"q0", "q1"}
    assert not strip.isVisible()
    worker.stage.bridge.undo()
    worker.stage.bridge.undo()
    assert strip.isVisible()
    worker.surface(Surface).wall.go_to("q2")
    worker.press("x")
    assert not strip.isVisible()
    assert heaps(worker) == {"": {"q0", "q1", "q2", "q3"}}


def test_the_room_sees_heaps_with_names(worker: Worker) -> None:
    worker.open("cluster_hmw")
    worker.press("n")
    worker.type("Bellen")
    assert [column.title for column in worker.page.room_page().columns] == ["Bellen", "Nog los"]
    assert worker.surface(Surface).table().as_text().splitlines()[0] == "Bellen – Hoe kunnen we bellen makkelijk maken?"
