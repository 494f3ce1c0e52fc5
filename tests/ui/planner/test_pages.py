"""Team, preparation and flight check: what is typed and ticked stands in the document."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sprint.edits.team import add_person, team_of
from sprint.programme.preparation import TASKS
from sprint.records import Block, Day, Person, Preparation
from tests.ui.planner.conftest import Hands
from ui.planner.machine import MachineFacts, read_machine, read_power
from ui.planner.page import TABS
from ui.planner.preparation import TaskRow
from ui.widgets.labels import PlainLabel


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(PlainLabel) if label.isVisible()]


def tick(hands: Hands, box: QWidget) -> None:
    assert box.isVisible()
    from PySide6.QtCore import QPoint

    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))


# ---- team


def test_somebody_is_added_changed_and_taken_off(hands: Hands) -> None:
    hands.page.open("team")
    team = hands.page.team
    team.new_role.setFocus()
    QTest.keyClicks(team.new_role, "Notulist")
    hands.write(team.new_name, "Daan")
    (person,) = team_of(hands.stage.document)
    assert (person.name, person.role) == ("Daan", "Notulist")
    assert team.new_name.text() == ""
    row = team.rows[person.id]
    hands.write(row.fields["job"], "Jurist")
    assert hands.stage.document.require(Person, person.id).job == "Jurist"
    hands.write(row.fields["name"], "")
    assert row.fields["name"].text() == "Daan"
    assert hands.undo_name() == "Teamlid wijzigen"
    QTest.mouseClick(row.bin, Qt.MouseButton.LeftButton)
    assert team_of(hands.stage.document) == []
    hands.stage.bridge.undo()
    assert [one.name for one in team_of(hands.stage.document)] == ["Daan"]


def test_who_is_there_on_which_day(hands: Hands) -> None:
    hands.page.open("team")
    hands.stage.bridge.do(add_person(hands.stage.document, hands.stage.bridge.ids, "Ineke"))
    (row,) = hands.page.team.rows.values()
    box = row.boxes["day2"]
    assert box.accessibleName() == "Ineke is er op dag 2"
    assert box.isChecked()
    tick(hands, box)
    assert team_of(hands.stage.document)[0].away_ids == ("day2",)
    tick(hands, box)
    assert team_of(hands.stage.document)[0].away_ids == ()


# ---- preparation


def test_the_list_counts_back_from_the_first_day(hands: Hands) -> None:
    hands.page.open("preparation")
    page = hands.page.preparation
    page.first.setDate(QDate(2027, 3, 2))
    hands.press("Maak de lijst")
    items = {item.task: item for item in hands.stage.document.table(Preparation).values()}
    assert items.keys() == {task.id for task in TASKS}
    assert items["recruit"].due == (date(2027, 3, 2) - timedelta(days=21)).isoformat()
    assert items["set_up"].due == "2027-03-01"
    assert hands.stage.document.require(Day, "day1").date == "2027-03-02"
    assert hands.stage.undo_names() == 1
    assert f"0 van {len(TASKS)} klaar." in words(page)
    assert not page.make.isVisible()


def test_another_first_day_gives_other_dates_when_one_asks(hands: Hands) -> None:
    hands.page.open("preparation")
    page = hands.page.preparation
    page.first.setDate(QDate(2027, 3, 2))
    hands.press("Maak de lijst")
    page.first.setFocus()
    page.first.setDate(QDate(2027, 3, 9))
    QTest.keyClick(page.first, Qt.Key.Key_Return)
    assert hands.stage.document.require(Day, "day1").date == "2027-03-09"
    hands.press("Reken de datums opnieuw uit")
    items = {item.task: item.due for item in hands.stage.document.table(Preparation).values()}
    assert items["set_up"] == "2027-03-08"
    assert len(items) == len(TASKS)


def test_a_task_is_ticked_off_given_to_somebody_and_taken_away(hands: Hands) -> None:
    hands.page.open("preparation")
    page = hands.page.preparation
    hands.write(page.new_text, "Bloemen bestellen")
    (row,) = page.findChildren(TaskRow)
    tick(hands, row.box)
    hands.write(row.owner, "Samira")
    (item,) = hands.stage.document.table(Preparation).values()
    assert (item.text, item.is_done, item.owner) == ("Bloemen bestellen", True, "Samira")
    assert "1 van 1 klaar." in words(page)
    QTest.mouseClick(row.bin, Qt.MouseButton.LeftButton)
    assert not hands.stage.document.table(Preparation)


def test_what_is_late_says_so(hands: Hands) -> None:
    hands.page.open("preparation")
    hands.page.preparation.first.setDate(QDate(2026, 11, 10))
    hands.press("Maak de lijst")
    rows = {row.box.accessibleName(): row for row in hands.page.preparation.findChildren(TaskRow)}
    late = rows["Zet de Beslisser voor alle dagen in de agenda."]
    assert any(text.endswith("te laat") for text in words(late))
    tick(hands, late.box)
    assert not any(text.endswith("te laat") for text in words(late))


def test_the_list_goes_to_a_calendar_file(hands: Hands, tmp_path: Path) -> None:
    hands.page.open("preparation")
    hands.page.preparation.first.setDate(QDate(2027, 3, 2))
    hands.press("Maak de lijst")
    target = tmp_path / "sprint.ics"
    hands.stage.messages.expect(target)
    hands.press("Bewaar als agenda")
    data = target.read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.count(b"BEGIN:VEVENT") == len(TASKS) + 1
    assert hands.stage.messages.said == ["De agenda staat in ‘sprint.ics’. Open dat bestand in uw eigen agenda."]
    folder = tmp_path / "folder.ics"
    folder.mkdir()
    hands.stage.messages.expect(folder)
    hands.press("Bewaar als agenda")
    assert "niet bewaard" in hands.stage.messages.said[-1]


# ---- flight check


def test_what_lies_ready_is_ticked_and_remembered_for_that_day(hands: Hands) -> None:
    hands.page.open("flight")
    page = hands.page.flight
    assert page.day.currentData() == "day1"
    thing = next(thing for thing in page.boxes if thing.startswith("sheet:"))
    tick(hands, page.boxes[thing])
    assert hands.stage.document.require(Day, "day1").ready == (thing,)
    assert page.boxes[thing].isChecked()
    assert hands.undo_name() == "Klaarleggen"
    page.day.setFocus()
    QTest.keyClick(page.day, Qt.Key.Key_Down)
    assert page.day.currentData() == "day2"
    assert not any(box.isChecked() for box in page.boxes.values())


def test_the_machine_is_asked_again(hands: Hands) -> None:
    hands.machine = MachineFacts(1, 10_000_000, 20, False)
    hands.page.open("flight")
    page = hands.page.flight
    assert page.verdict.text == "Eerst 2 punten oplossen"
    assert any("20 procent" in text for text in words(page))
    hands.machine = MachineFacts(2, 90_000_000_000, 20, True)
    hands.press("Kijk opnieuw")
    assert "2 schermen zijn aangesloten." in words(page)
    assert page.verdict.tone == "warn"


def test_a_day_without_open_points_is_ready(hands: Hands) -> None:
    document, bridge = hands.stage.document, hands.stage.bridge
    from dataclasses import replace

    from sprint.diff import make_diff

    quiet = [block for block in document.table(Block).values() if block.id in ("b1", "b3")]
    bridge.do(make_diff("edit.remove_blocks", [(block, None) for block in quiet if block.id == "b3"]))
    day = document.require(Day, "day1")
    hands.machine = MachineFacts(2, 90_000_000_000, None, True)
    hands.page.open("flight")
    things = tuple(hands.page.flight.boxes)
    bridge.do(make_diff("edit.change_day", [(day, replace(day, ready=things))]))
    assert hands.page.flight.verdict.text == "Klaar voor de start"
    assert hands.page.flight.verdict.tone == "good"


def test_a_point_leads_to_where_something_can_be_done(hands: Hands) -> None:
    hands.stage.bridge.do(add_person(hands.stage.document, hands.stage.bridge.ids, "Ineke"))
    (person,) = team_of(hands.stage.document)
    from sprint.edits.planner import set_presence

    hands.stage.bridge.do(set_presence(hands.stage.document, person.id, "day1", False))
    hands.page.open("flight")
    hands.press("Ga naar 1 persoon van het team is er vandaag niet.")
    assert hands.page.tabs.current == TABS.index("team")


def test_the_battery_is_read_where_the_system_tells(tmp_path: Path) -> None:
    assert read_power(tmp_path / "none") == (None, None)
    for name, files in {
        "AC": {"type": "Mains", "online": "1"},
        "BAT0": {"type": "Battery", "capacity": "57"},
        "hid": {"type": "Battery", "scope": "Device", "capacity": "3"},
    }.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(f"{text}\n")
    assert read_power(tmp_path) == (57, True)
    (tmp_path / "AC" / "online").write_text("0\n")
    assert read_power(tmp_path) == (57, False)


def test_the_machine_tells_screens_and_room(hands: Hands, tmp_path: Path) -> None:
    facts = read_machine(tmp_path)
    assert facts.displays >= 1
    assert facts.free_bytes is not None
    assert read_machine(tmp_path / "gone").free_bytes is None
