"""Beside the timetable: fields keep what is typed, the check leads to the block, exercises go in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sprint.edits.clock import start_run
from sprint.edits.planner import resize_block
from sprint.records import Day
from tests.ui.planner.conftest import Hands
from ui.planner.day_form import stays_in
from ui.planner.own_exercises import OwnExercises, SessionLibrary
from ui.planner.tile import BlockTile
from ui.planner.time_field import minute_in

Select = Callable[[str], BlockTile]


def test_a_chosen_block_shows_its_facts_and_what_it_is_for(hands: Hands, select: Select) -> None:
    form = hands.programme.block_form
    assert not form.isVisible()
    select("b1")
    assert form.isVisible()
    assert form.title.placeholderText() == "Hoop en vrees"
    assert form.minutes.number == 20
    exercise = hands.programme._catalogue.exercise("hopes_fears")
    words = [label.text() for label in form.findChildren(type(form.bounds)) if label.isVisible()]
    assert exercise.purpose.get("nl") in words
    assert any(exercise.steps[0].text.get("nl") in text for text in words)


def test_minutes_are_typed_and_stepped(hands: Hands, select: Select) -> None:
    select("b1")
    form = hands.programme.block_form
    hands.write(form.minutes, "33")
    assert hands.block("b1").minutes == 33
    hands.press("5 minuten langer", form)
    hands.press("5 minuten langer", form)
    assert hands.block("b1").minutes == 43
    assert form.minutes.number == 43
    assert hands.stage.undo_names() == 2
    hands.write(form.minutes, "")
    form.title.setFocus()
    assert hands.block("b1").minutes == 43
    assert form.minutes.number == 43


def test_a_name_of_its_own_and_back_to_the_name_of_the_exercise(hands: Hands, select: Select) -> None:
    select("b1")
    hands.write(hands.programme.block_form.title, "Onze hoop")
    assert hands.tile("b1").view.title == "Onze hoop"
    hands.write(hands.programme.block_form.title, "")
    assert hands.tile("b1").view.title == "Hoop en vrees"


def test_a_fixed_time_with_its_reason(hands: Hands, select: Select) -> None:
    select("b3")
    form = hands.programme.block_form
    QTest.mouseClick(form.fixed, Qt.MouseButton.LeftButton, pos=form.fixed.rect().center() * 0.2)
    assert hands.block("b3").fixed_at == "10:15"
    hands.write(form.fixed_at, "1045")
    assert (hands.block("b3").fixed_at, hands.block("b3").fixed) == ("10:45", "lunch")
    hands.write(form.fixed_at, "half elf")
    assert form.fixed_at.text() == "10:45"
    QTest.mouseClick(form.fixed, Qt.MouseButton.LeftButton, pos=form.fixed.rect().center() * 0.2)
    assert hands.block("b3").fixed_at == ""


def test_bounds_importance_and_room(hands: Hands, select: Select) -> None:
    select("b3")
    form = hands.programme.block_form
    hands.write(form.least, "20")
    hands.write(form.most, "60")
    hands.write(form.most, "")
    form.least.setFocus()
    assert hands.block("b3").most == 0
    hands.write(form.most, "60")
    form.priority.setFocus()
    QTest.keyClick(form.priority, Qt.Key.Key_Down)
    form.skippable.setFocus()
    QTest.keyClick(form.skippable, Qt.Key.Key_Down)
    hands.write(form.room, "Kamer 2")
    QTest.mouseClick(form.parallel, Qt.MouseButton.LeftButton, pos=form.parallel.rect().center() * 0.2)
    block = hands.block("b3")
    assert (block.least, block.most, block.priority, block.skippable) == (20, 60, 1, True)
    assert (block.room, block.is_parallel) == ("Kamer 2", True)


def test_the_buttons_split_skip_and_remove(hands: Hands, select: Select) -> None:
    select("b3")
    form = hands.programme.block_form
    hands.press("Splits", form)
    assert [hands.block(block).minutes for block in hands.order("day1")] == [15, 20, 10, 23, 22]
    hands.press("Sla over", form)
    assert hands.block("b3").skipped
    hands.press("Doe toch", form)
    assert not hands.block("b3").skipped
    hands.press("Haal weg", form)
    assert "b3" not in hands.order("day1")
    assert not form.isVisible()


def test_the_check_says_what_is_wrong_and_leads_there(hands: Hands) -> None:
    page = hands.programme
    assert page.tabs.buttons[2].text() == "Controle"
    hands.press("Controle")
    assert page.check.notes == []
    hands.stage.bridge.do(resize_block(hands.stage.document, "b1", 90))
    assert page.tabs.buttons[2].text() == "Controle · 2"
    note = next(note for note in page.check.notes if note.finding.key.endswith("block_too_long"))
    assert note.link.accessibleName() == "Ga naar Hoop en vrees"
    QTest.mouseClick(note.link, Qt.MouseButton.LeftButton)
    assert hands.focused() == page.chosen == "b1"
    assert page.block_form.isVisible()
    assert "let op" in hands.tile("b1").accessibleName()


def test_a_day_keeps_its_facts(hands: Hands) -> None:
    QTest.mouseClick(hands.programme.timetable.heads["day1"], Qt.MouseButton.LeftButton)
    form = hands.programme.day_form
    assert form.isVisible()
    hands.write(form.title, "Luisteren")
    hands.write(form.start, "9.00")
    hands.write(form.end, "12:00")
    hands.write(form.decider, "9:00-10:00, 11:30 - 12:00")
    day = hands.stage.document.require(Day, "day1")
    assert (day.title, day.start, day.end) == ("Luisteren", "09:00", "12:00")
    assert day.decider == ("09:00-10:00", "11:30-12:00")
    hands.write(form.decider, "de hele dag")
    assert "09:30-12:00" in hands.stage.messages.said[-1]
    assert hands.stage.document.require(Day, "day1").decider == day.decider


def test_looking_at_a_day_keeps_nothing(hands: Hands) -> None:
    QTest.mouseClick(hands.programme.timetable.heads["day1"], Qt.MouseButton.LeftButton)
    form = hands.programme.day_form
    for field in (form.title, form.start, form.end, form.decider):
        field.setFocus()
    hands.programme.timetable.heads["day2"].setFocus()
    assert hands.undo_name() == ""


def test_a_date_is_given_and_taken_back(hands: Hands) -> None:
    QTest.mouseClick(hands.programme.timetable.heads["day1"], Qt.MouseButton.LeftButton)
    form = hands.programme.day_form
    QTest.mouseClick(form.has_date, Qt.MouseButton.LeftButton, pos=form.has_date.rect().center() * 0.2)
    assert hands.stage.document.require(Day, "day1").date == "2026-11-03"
    assert "di 3 nov" in hands.programme.timetable.heads["day1"].lines[0]
    form.date.line.setFocus()
    form.date.line.selectAll()
    QTest.keyClicks(form.date.line, "10 november")
    QTest.keyClick(form.date.line, Qt.Key.Key_Return)
    assert hands.stage.document.require(Day, "day1").date == "2026-11-10"
    form.date.line.selectAll()
    QTest.keyClicks(form.date.line, "31 juni")
    QTest.keyClick(form.date.line, Qt.Key.Key_Return)
    assert hands.stage.document.require(Day, "day1").date == "2026-11-10"
    assert "10 november 2026" in form.date.line.text()
    QTest.mouseClick(form.has_date, Qt.MouseButton.LeftButton, pos=form.has_date.rect().center() * 0.2)
    assert hands.stage.document.require(Day, "day1").date == ""


def test_a_day_more(hands: Hands) -> None:
    hands.press("Dag erbij")
    assert len(hands.programme.plan.days) == 3
    assert hands.programme.timetable.heads[hands.programme.plan.days[2].id].lines[1] == "Nog zonder titel"


def test_a_day_less_with_its_blocks_and_back(hands: Hands) -> None:
    heads = hands.programme.timetable.heads
    QTest.mouseClick(heads["day2"], Qt.MouseButton.LeftButton)
    hands.press("Haal deze dag weg", hands.programme.day_form)
    assert list(heads) == ["day1"]
    assert hands.stage.document.get("b4") is None
    assert hands.undo_name() == "Dag weghalen"
    hands.stage.bridge.undo()
    assert hands.order("day2") == ["b4"]
    stage = hands.stage
    stage.bridge.record(start_run(stage.document, stage.bridge.ids, "b4", stage.clock(), "at"))
    QTest.mouseClick(heads["day2"], Qt.MouseButton.LeftButton)
    hands.press("Haal deze dag weg", hands.programme.day_form)
    assert "blijven bewaard" in stage.messages.said[-1]
    assert hands.order("day2") == ["b4"]


def test_the_list_of_exercises_can_be_searched_by_what_they_are_for(hands: Hands, select: Select) -> None:
    select("b4")
    hands.press("Invoegen")
    panel = hands.programme.insert
    every = panel.list.count()
    QTest.keyClicks(panel.search, "warmtekaart")
    assert 0 < panel.list.count() < every
    assert panel.current is not None
    assert panel.current.exercise_id == "museum_heat_map"
    hands.press("Voeg in", panel)
    assert hands.block(hands.order("day2")[1]).exercise == "museum_heat_map"
    QTest.keyClicks(panel.search, "xyzzy")
    assert panel.current is None
    assert not panel.put.isEnabled()


def test_a_block_of_ones_own_is_kept_in_the_library_and_offered_again(hands: Hands, select: Select) -> None:
    select("b0")
    hands.press("Invoegen")
    panel = hands.programme.insert
    panel.own_title.setFocus()
    QTest.keyClicks(panel.own_title, "Wandeling")
    hands.press("Bewaar in bibliotheek", panel)
    panel.own_minutes.show_number(25)
    hands.press("Voeg toe", panel)
    made = hands.block(hands.order("day1")[1])
    assert (made.title, made.minutes, made.exercise) == ("Wandeling", 25, "")
    assert hands.stage.messages.said == ["‘Wandeling’ staat in uw bibliotheek."]
    panel.search.setFocus()
    QTest.keyClicks(panel.search, "wandel")
    assert panel.current is not None
    assert panel.current.own_id
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert [hands.block(block).title for block in hands.order("day1")][1:3] == ["Wandeling", "Wandeling"]
    hands.press("Uit de bibliotheek", panel)
    assert panel.current is None


def test_an_own_block_can_be_kept_from_its_facts(hands: Hands, select: Select) -> None:
    made = hands.programme.editor.insert("day2", "", title="Spelregels herhalen", minutes=5)
    select(made)
    hands.press("Bewaar in mijn bibliotheek", hands.programme.block_form)
    assert hands.stage.messages.said == ["‘Spelregels herhalen’ staat in uw bibliotheek."]


def test_a_library_that_somebody_else_has_open_keeps_nothing() -> None:
    library = SessionLibrary()
    own = OwnExercises(lambda: library)
    assert own.keep("x1", "Wandeling", 20)
    assert own.keep("x2", "wandeling", 30)
    assert [(one.id, one.minutes) for one in own.all()] == [("x1", 30)]
    library.read_only = True
    assert not own.keep("x3", "Anders", 10)
    assert len(own.all()) == 1


def test_what_cannot_be_read_in_the_library_is_left_out() -> None:
    library = SessionLibrary()
    for number, raw in enumerate(({}, {"title": "", "minutes": 5}, {"title": "A"}, {"title": "B", "minutes": "5"})):
        library.keep("exercises", str(number), raw)
    assert OwnExercises(lambda: library).all() == []


def test_times_as_people_write_them() -> None:
    assert [minute_in(text) for text in ("9:30", "09.30", "930", "9", " 23:59 ")] == [570, 570, 570, 540, 1439]
    assert [minute_in(text) for text in ("", "24:00", "9:60", "half tien", "9:3")] == [None] * 5


def test_stretches_of_the_day() -> None:
    assert stays_in("") == ()
    assert stays_in("9:30-12:00,15.45-16:50") == ("09:30-12:00", "15:45-16:50")
    assert [stays_in(text) for text in ("25:00-26:00", "12:00-9:00", "9-12", "morgen")] == [None] * 4
