"""What the room sees on each face, in every picture and language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from sprint.diff import Diff, make_diff
from sprint.edits.journey import change_step
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Record
from tests.ui.room.conftest import Room
from ui.room.faces.clock import ClockFace
from ui.room.faces.registry import FACES
from ui.room.faces.results import ResultsFace, RoomResults
from ui.room.ring import RoomRing
from ui.room.words import RoomWords

SIZES = ((1920, 1080), (1280, 720), (1024, 768), (3840, 2160), (2560, 1080), (960, 540))


def fill(room: Room, size: tuple[int, int]) -> None:
    """Give the room's window a size."""
    room.screen.showNormal()
    room.screen.resize(*size)
    QApplication.processEvents()


def test_the_clock_says_what_why_and_how_long(room: Room) -> None:
    room.director.show("clock")
    room.start("b1")
    assert room.words() == [
        "Dag 1 · Begrijpen",
        "Straks: Pauze · 12:20",
        "Hoop en vrees",
        *room.words()[3:-2],
        "✓ 0 van 4 klaar",
        "20:00 van 20 minuten",
    ]
    exercise = room.words()[3]
    assert exercise.endswith("?")


def test_what_comes_next_has_the_time_of_the_plan_until_that_is_past(room: Room) -> None:
    room.minute = 9 * 60 + 30
    room.director.show("clock")
    room.start("b0")
    assert "Straks: Hoop en vrees · 09:45" in room.words()
    room.pass_by(16 * 60)
    assert "Straks: Hoop en vrees · 09:46" in room.words()


def test_before_the_start_the_clock_waits_and_nothing_ticks(room: Room) -> None:
    room.director.show("clock")
    assert room.words()[-1] == "15:00 15 minuten"
    assert not room.is_ticking()
    room.start("b0")
    assert room.is_ticking()
    room.pause()
    assert not room.is_ticking()
    assert room.words()[-1] == "15:00 de klok staat even stil"


def test_it_ticks_only_while_somebody_can_see_it(room: Room) -> None:
    room.start("b0")
    assert not room.is_ticking()
    room.director.show("clock")
    assert room.is_ticking()
    room.director.show("blank")
    assert not room.is_ticking()
    room.director.show("quiet")
    assert room.is_ticking()
    room.director.close()
    assert not room.is_ticking()


def test_a_tick_repaints_the_ring_only_when_something_moved(room: Room) -> None:
    room.director.show("clock")
    room.start("b3")
    ring = room.stage.findChild(RoomRing)
    assert ring is not None
    assert ring.text == "45:00"
    room.pass_by(1)
    assert ring.text == "44:59"
    room.pass_by(0)
    assert ring.text == "44:59"


def test_the_end_comes_with_an_edge_that_does_not_blink(room: Room) -> None:
    room.context.settings.set("motion", False)
    room.director.show("clock")
    room.start("b0")
    seen = []
    for seconds in (779, 2, 118, 1, 60):
        room.pass_by(seconds)
        seen.append((room.stage.urgency, room.words()[-1]))
    assert seen == [
        (0, "2:01 van 15 minuten"),
        (1, "1:59 van 15 minuten"),
        (1, "0:01 van 15 minuten"),
        (2, "0:00 van 15 minuten"),
        (2, "−1:00 de tijd is om"),
    ]


def test_a_break_says_when_everybody_is_back(room: Room) -> None:
    room.director.show("clock")
    room.start("b2")
    assert room.stage.name == "break"
    assert room.words() == ["Pauze", "nog 10:00", "Straks: Klantreis in grote lijnen · 12:10", "Weer om", "12:10"]
    room.pass_by(601)
    assert "We gaan weer verder" in room.words()
    room.finish()
    assert room.stage.name == "clock"


def test_the_agenda_marks_what_is_now_and_lists_what_is_held(room: Room) -> None:
    room.start("b0")
    room.finish()
    room.start("b1")
    room.director.show("agenda")
    assert room.words()[:2] == ["Dag 1 · Begrijpen", "Vandaag"]
    assert [line[:5] for line in room.words()[2:]] == ["09:30", "09:45", "10:05", "10:15"]


@pytest.fixture
def extra(request: pytest.FixtureRequest) -> list[Record]:
    """Give the first day as many blocks as the test asks for."""
    count = getattr(request, "param", 0)
    return [
        Block(id=f"x{place:02}", day_id="day1", order=10 + place, title=f"Onderdeel {place}", minutes=10)
        for place in range(count)
    ]


@pytest.mark.parametrize("extra", [30], indirect=True)
def test_a_long_day_shows_what_is_now_and_says_what_it_leaves_out(room: Room) -> None:
    for block in ("b0", "b1", "b2", "b3", *(f"x{place:02}" for place in range(20))):
        room.start(block)
    room.director.show("agenda")
    fill(room, (1280, 720))
    shown = room.words()
    assert any("Onderdeel 19" in line for line in shown)
    assert not any("Welkom" in line for line in shown)
    assert any(line.startswith("Ervoor nog ") for line in shown)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("distance", ["3 m", "12 m"])
def test_nothing_is_cut_off_or_lies_over_each_other(room: Room, size: tuple[int, int], distance: str) -> None:
    room.context.settings.set("room_distance", distance)
    room.start("b1")
    for name in ("clock", "quiet", "agenda"):
        room.director.show(name)
        fill(room, size)
        face = room.stage.face(name)
        parts = [p for p in face.findChildren(RoomWords) if p.text] + list(face.findChildren(RoomRing))
        boxes = [QRect(part.geometry()) for part in parts if part.isVisible()]
        assert boxes
        for box in boxes:
            assert face.rect().contains(box), f"{name} {box}"
        for place, box in enumerate(boxes):
            assert not any(box.intersects(other) for other in boxes[place + 1 :]), f"{name} {box}"


@pytest.mark.parametrize("name", sorted(FACES))
def test_every_face_can_be_painted_before_anything_is_known(room: Room, name: str) -> None:
    room.director.show(name)
    fill(room, (1280, 720))
    assert not room.screen.grab().isNull()
    assert name == room.stage.typed_face(FACES[name]).NAME


def test_a_result_stays_hidden_until_it_is_revealed(room: Room) -> None:
    room.director.hold_results(RoomResults("Welk idee?", (("Foto en plek", 9), ("Bellen", 2))))
    room.director.show("results")
    assert room.words() == ["Welk idee?", "Het resultaat komt zo"]
    room.director.reveal_results()
    assert room.words() == ["Welk idee?", "Foto en plek", "Bellen"]
    room.director.hold_results(RoomResults("En nu?", (("Ja", 1),)))
    assert "Ja" not in room.words()
    assert room.stage.typed_face(ResultsFace).accessibleName() == ""


def test_the_room_has_a_language_of_its_own(room: Room) -> None:
    room.director.show("clock")
    room.start("b0")
    room.context.settings.set("room_language", "en")
    assert room.words()[0].startswith("Day 1")
    assert room.context.texts.language == "nl"
    room.context.settings.set("room_language", "screen")
    assert room.words()[0].startswith("Dag 1")
    room.context.texts.set_language("en")
    assert room.words()[0].startswith("Day 1")


def test_rounds_of_the_same_length_are_counted_along(room: Room) -> None:
    room.workspace.do(_with(room, "crazy_eights", "b1"))
    room.director.show("clock")
    room.start("b1")
    room.pass_by(3 * 60 + 20)
    assert "Ronde 2 van 8 · 0:40" in room.words()


def _with(room: Room, exercise: str, block_id: str = "b0") -> Diff:
    block = room.workspace.document.require(Block, block_id)
    return make_diff("edit.rename", [(block, replace(block, exercise=exercise, minutes=10))])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_exercise_fits_in_the_smallest_picture(room: Room, language: str) -> None:
    room.context.settings.set("room_language", language)
    room.director.show("clock")
    fill(room, (1280, 720))
    catalogue = Catalogue.from_assets()
    for exercise in catalogue.ids:
        room.workspace.do(_with(room, exercise))
        face = room.stage.typed_face(ClockFace)
        whole = catalogue.exercise(exercise).room
        shown = [part for part in face.findChildren(RoomWords) if part.isVisible()]
        assert {line.get(language) for line in whole.lines} <= {part.text for part in shown}
        for part in shown:
            assert part.height_for(part.width()) <= part.height() + 1, f"{exercise}: {part.text}"
            assert "…" in part.text or not any("…" in line for line in part.lines()), f"{exercise}: {part.text}"


def test_an_edit_of_the_journey_costs_the_clock_nothing(room: Room) -> None:
    room.director.show("clock")
    face = room.stage.typed_face(ClockFace)
    before = face.facts
    room.workspace.do(change_step(room.workspace.document, "s1", feeling=2))
    assert face.facts is before
