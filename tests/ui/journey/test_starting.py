"""New journeys: from phases that fit, as a copy to reshape, for a persona; and the sheets of the personas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from sprint.edits.journey import add_journey
from sprint.insight.compare import compare
from sprint.journeys import journeys, partner_of, phases_of, steps_of
from sprint.lanes import lanes_of
from sprint.phases import all_templates
from sprint.records import Card, Evidence, Journey, JourneyKind, Lane, Persona, Track
from tests.helpers.stage import Stage
from ui.desks import SprintDesk
from ui.journey.desk import JourneyDesk
from ui.journey.lanes import LanesMenu
from ui.journey.new_journey import NewJourneyDialog
from ui.journey.personas import PersonasDialog
from ui.journey.starting import JourneyForm, ask_for_desired, new_journey, start_journey
from ui.surfaces import make_canvas


def press(window: QWidget, name: str) -> None:
    button = next(one for one in window.findChildren(QPushButton) if name in (one.objectName(), one.text()))
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_new_journey_has_the_phases_of_its_template_in_the_language_of_the_screen(stage: Stage) -> None:
    dialog = NewJourneyDialog(stage.context, stage.bridge)
    stage.show(dialog, 600, 500)
    QTest.keyClicks(dialog.title, "Ik wil een vergunning")
    permit = next(template for template in all_templates() if template.id == "permit")
    dialog.phases.show_value("permit")
    QTest.mouseClick(dialog.people["bram"], Qt.MouseButton.LeftButton)
    diff, journey_id = new_journey(stage.document, stage.bridge.ids, dialog.form)
    stage.bridge.do(diff)
    assert [phase.title for phase in phases_of(stage.document, journey_id)] == list(permit.names("nl"))
    made = stage.document.require(Journey, journey_id)
    assert (made.title, made.kind, made.persona_ids) == ("Ik wil een vergunning", JourneyKind.AS_IS, ("bram",))
    assert stage.undo_names() == 1


def test_a_copy_keeps_the_lineage_so_that_both_can_be_compared(stage: Stage) -> None:
    form = JourneyForm("Kopie", JourneyKind.TO_BE, persona_ids=("bram",), origin_id="j")
    diff, journey_id = new_journey(stage.document, stage.bridge.ids, form)
    stage.bridge.do(diff)
    assert not compare(stage.document, "j", journey_id)
    assert partner_of(stage.document, "j", JourneyKind.TO_BE) == stage.document.require(Journey, journey_id)
    assert partner_of(stage.document, journey_id, JourneyKind.AS_IS) == stage.document.require(Journey, "j")


def test_a_desired_journey_that_is_still_empty_offers_a_copy_once(stage: Stage) -> None:
    stage.bridge.do(add_journey(stage.document, stage.bridge.ids, "Gewenst", JourneyKind.TO_BE, ("Melden",)))
    desired = journeys(stage.document)[-1]
    desk = JourneyDesk(stage.context, stage.bridge, make_canvas(stage.context, SprintDesk(stage.bridge)))
    stage.qtbot.addWidget(desk)
    desk.show_journey(desired.id)
    stage.messages.expect("")
    desk.offer_copy()
    desk.offer_copy()
    assert steps_of(stage.document, desired.id) == [], "she thought better of it, and is not asked again"
    again = JourneyDesk(stage.context, stage.bridge, make_canvas(stage.context, SprintDesk(stage.bridge)))
    stage.qtbot.addWidget(again)
    again.show_journey(desired.id)
    stage.messages.expect("copy")
    again.offer_copy()
    assert len(steps_of(stage.document, desired.id)) == 4
    assert stage.document.require(Journey, desired.id).origin_id == "j"
    for one in (desk, again):
        one.stop()


@pytest.mark.parametrize(("answer", "steps"), [("copy", 4), ("empty", 0)])
def test_the_desired_journey_begins_as_a_copy_or_empty(stage: Stage, answer: str, steps: int) -> None:
    stage.messages.expect(answer)
    made = start_journey(stage.context, stage.bridge, JourneyKind.TO_BE)
    assert made is not None
    assert (made.kind, len(steps_of(stage.document, made.id))) == (JourneyKind.TO_BE, steps)
    assert len(phases_of(stage.document, made.id)) == 2


def test_thinking_better_of_it_changes_nothing(stage: Stage) -> None:
    stage.messages.expect(None)
    assert start_journey(stage.context, stage.bridge, JourneyKind.TO_BE) is None
    assert [journey.id for journey in journeys(stage.document)] == ["j"]


def test_a_journey_without_steps_has_nothing_to_copy(stage: Stage) -> None:
    diff, journey_id = new_journey(stage.document, stage.bridge.ids, JourneyForm("Leeg", JourneyKind.AS_IS))
    stage.bridge.do(diff)
    assert ask_for_desired(stage.context, stage.bridge, stage.document.require(Journey, journey_id)) == ""


def test_rows_are_switched_on_and_off_and_the_menu_tells_what_is_in_them(stage: Stage) -> None:
    window = QWidget()
    lanes = LanesMenu(stage.context, stage.bridge, window)
    stage.show(window)
    lanes.show_journey("j")
    lanes.menu.aboutToShow.emit()
    assert lanes.actions[Lane.PAIN].text() == "Knelpunt (1 kaart)"
    lanes.menu.setActiveAction(lanes.actions[Lane.PAIN])
    QTest.keyClick(lanes.menu, Qt.Key.Key_Space)
    lanes.menu.setActiveAction(lanes.actions[Lane.GOAL])
    QTest.keyClick(lanes.menu, Qt.Key.Key_Space)
    shown = lanes_of(stage.document.require(Journey, "j"))
    assert (Lane.PAIN in shown, Lane.GOAL in shown) == (False, True)
    assert stage.document.require(Card, "c1").lane is Lane.PAIN
    assert stage.undo_names() == 2


def test_a_sheet_keeps_what_is_typed_and_the_track_belongs_to_the_situation(stage: Stage) -> None:
    dialog = PersonasDialog(stage.context, stage.bridge, "j")
    stage.show(dialog, 820, 700)
    QTest.keyClicks(dialog.sheet.texts["fears"], "boetes")
    dialog.sheet.track_here.chosen.emit(Track.SPENT)
    dialog.sheet.evidence.chosen.emit(Evidence.HEARD)
    QTest.keyClicks(dialog.sheet.talks, "3")
    bram = stage.document.require(Persona, "bram")
    assert (bram.fears, bram.track, bram.evidence, bram.interviews) == ("boetes", Track.OPEN, Evidence.HEARD, 3)
    assert stage.document.require(Journey, "j").spent_ids == ("bram",)
    stage.workspace.undo()
    assert dialog.sheet.talks.number == 0


def test_personas_come_and_go(stage: Stage) -> None:
    dialog = PersonasDialog(stage.context, stage.bridge, "j")
    stage.show(dialog, 820, 700)
    press(dialog, "Persona toevoegen")
    QTest.keyClicks(dialog.sheet.texts["name"], "Greet")
    assert [who.name for who in stage.document.table(Persona).values()] == ["Bram", "Greet"]
    assert stage.document.require(Journey, "j").persona_ids == ("bram", dialog.persona_id)
    press(dialog, "persona_delete")
    assert [who.name for who in stage.document.table(Persona).values()] == ["Bram"]
    assert dialog.persona_id == "bram"


def test_chips_choose_through_whose_eyes_and_the_outline_follows_the_canvas(stage: Stage) -> None:
    canvas = make_canvas(stage.context, SprintDesk(stage.bridge))
    canvas.show_journey("j")
    desk = JourneyDesk(stage.context, stage.bridge, canvas)
    stage.show(desk, 1000, 700)
    desk.show_journey("j")
    told: list[tuple[str, object]] = []
    desk.strip.filter_changed.connect(lambda *chosen: told.append(chosen))
    QTest.mouseClick(desk.strip.people["bram"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.strip.tracks[Track.SPENT], Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.strip.people["bram"], Qt.MouseButton.LeftButton)
    assert told == [("bram", Track.OPEN), ("bram", Track.SPENT), ("", Track.SPENT)]
    QTest.mouseClick(desk.strip.buttons["outline"], Qt.MouseButton.LeftButton)
    canvas.select(["s3"])
    assert desk.outline.chosen_ids == ["s3"]
    QTest.keyClick(desk.outline, Qt.Key.Key_Down)
    assert canvas.selection.ids == ["s4"]
    QTest.keyClick(desk.outline, Qt.Key.Key_Escape)
    assert (desk.tool, desk.outline.isVisible()) == ("", False)
