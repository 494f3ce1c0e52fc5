"""Dragging steps, cards, arrows and feelings; Esc in the middle leaves no trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from canvas.tools.drag_steps import DragSteps
from canvas.view import JourneyCanvas
from sprint.edits.journey import add_step
from sprint.records import Lane, LinkKind, Step
from tests.canvas.desk import Desk, Hands

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_step_moves_to_another_phase(hands: Hands, desk: Desk) -> None:
    hands.drag(hands.at("S1"), hands.at("S4", across=0.8))
    assert [place[:2] for place in desk.places()][-2:] == [("S4", "P2"), ("S1", "P2")]
    assert desk.entries == 1


def test_a_step_moves_within_its_phase(hands: Hands, desk: Desk) -> None:
    hands.drag(hands.at("S3"), hands.at("S1", across=0.2))
    assert [step for step, phase, _ in desk.places() if phase == "P1"] == ["S3", "S1", "S2"]


def test_a_step_becomes_an_alternative_below_another(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    below = hands.at("S2", down=1.0) + QPointF(0, 50)
    hands.drag(hands.at("S3"), below)
    assert desk.step("S3").row == 1
    steps = canvas.scene.board.steps
    assert steps["S3"].column == steps["S2"].column
    assert steps["S3"].rect.y > steps["S2"].rect.bottom


@pytest.mark.parametrize(("what", "host"), [("S1", "S2"), ("S0", "S3"), ("S3", "S1"), ("S4", "S0")])
def test_the_mark_shows_where_a_step_lands(canvas: JourneyCanvas, hands: Hands, what: str, host: str) -> None:
    hands.press(hands.at(what))
    place = hands.at(host, down=1.0) + QPointF(0, 40)
    hands.move(place)
    gesture = canvas.gesture
    assert isinstance(gesture, DragSteps)
    assert gesture.target is not None
    assert gesture.target.host == host
    hands.release(place)
    box = canvas.scene.board.steps[what].rect
    assert box.x == pytest.approx(gesture.target.mark.x)
    assert box.y == pytest.approx(gesture.target.mark.y, abs=20), "new arrows may need a little room"


def test_several_steps_travel_together(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S1"))
    hands.click(hands.at("S2"), CTRL)
    hands.drag(hands.at("S2"), hands.at("S4", across=0.9))
    assert [step for step, _, _ in desk.places()] == ["S0", "S3", "S4", "S1", "S2"]
    assert desk.entries == 1


@pytest.mark.parametrize("what", ["S1", "C0"])
def test_escape_while_dragging_changes_nothing(canvas: JourneyCanvas, hands: Hands, desk: Desk, what: str) -> None:
    before = list(desk.document)
    hands.press(hands.at(what))
    hands.move(hands.at("S4"))
    assert canvas.gesture is not None
    hands.key(Qt.Key.Key_Escape)
    hands.move(hands.at("S4") + QPointF(2, 1))
    assert canvas.gesture is None, "a hand that trembles does not begin again"
    hands.release(hands.at("S4"))
    assert list(desk.document) == before
    assert desk.entries == 0


def test_a_step_that_is_taken_away_under_the_hand_is_put_down_nowhere(
    canvas: JourneyCanvas, hands: Hands, desk: Desk
) -> None:
    desk.do(add_step(desk.document, desk.ids, "J", after="S1"))
    new_id = next(reversed(desk.document.table(Step)))
    hands.press(hands.at(new_id))
    hands.move(hands.at("S4"))
    assert canvas.gesture is not None
    place = hands.at("S4", across=0.8)
    desk.undo()
    before = desk.places()
    hands.release(place)
    assert desk.places() == before
    assert canvas.gesture is None


def test_a_drag_to_its_own_place_is_no_edit(hands: Hands, desk: Desk) -> None:
    place = hands.at("C1")
    hands.drag(place, place + QPointF(3, 9))
    assert desk.cards("S2", Lane.PAIN) == ["C1"]
    assert desk.step("S2").row == 0


def test_a_card_moves_to_another_step_and_lane(hands: Hands, desk: Desk) -> None:
    hands.drag(hands.at("C0"), hands.at("C2", down=0.9))
    assert desk.cards("S4", Lane.PAIN) == ["C2", "C0"]
    assert desk.cards("S2", Lane.THOUGHT) == []
    assert desk.entries == 1


def test_a_card_goes_before_another(hands: Hands, desk: Desk) -> None:
    hands.drag(hands.at("C1"), hands.at("C2", down=0.1))
    assert desk.cards("S4", Lane.PAIN) == ["C1", "C2"]


def test_an_arrow_is_drawn_from_the_handle(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S0"))
    hands.drag(hands.handle("S0"), hands.at("S3"))
    assert ("S0", "S3", "next") in desk.links()
    hands.click(hands.at("S4"))
    hands.drag(hands.handle("S4"), hands.at("S2"))
    assert ("S4", "S2", LinkKind.LOOP.value) in desk.links()
    assert desk.entries == 2


def test_an_arrow_to_nowhere_makes_a_step_there(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S4"))
    hands.drag(hands.handle("S4"), hands.handle("S4") + QPointF(140, 0))
    hands.type("Afval is weg")
    hands.key(Qt.Key.Key_Escape)
    new = next(step for step in desk.document.table(Step).values() if step.id.startswith("n"))
    assert ("S4", new.id, "next") in desk.links()
    assert not canvas.editor.isVisible()


@pytest.mark.parametrize("is_twice", [False, True])
def test_the_plus_of_a_step_gives_it_a_next_one(
    canvas: JourneyCanvas, hands: Hands, desk: Desk, is_twice: bool
) -> None:
    hands.move(hands.at("S1"), Qt.MouseButton.NoButton)
    hands.click(hands.handle("S1"))
    assert canvas.editor.isVisible()
    if is_twice:
        hands.double_click(hands.handle("S1"))
    hands.type("Vraagt het na")
    hands.key(Qt.Key.Key_Escape)
    assert desk.titles() == [
        "Ziet afval",
        "Zoekt de site",
        "Vraagt het na",
        "Vult formulier in",
        "Hoort niets",
        "Krijgt brief",
    ]
    new = canvas.selection.current
    assert {("S1", new, "next"), (new, "S2", "next")} <= desk.links()
    desk.undo()
    assert len(desk.titles()) == 5 and not desk.history.can_undo, "one entry"


def test_escape_while_drawing_an_arrow_changes_nothing(hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S0"))
    before = desk.links()
    hands.press(hands.handle("S0"))
    hands.move(hands.at("S3"))
    hands.key(Qt.Key.Key_Escape)
    hands.release(hands.at("S3"))
    assert desk.links() == before


def test_a_feeling_is_pulled_and_snaps(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    unit = canvas.scene.board.emotion.unit * canvas.camera.scale
    place = hands.point("S2")
    hands.drag(place, place - QPointF(0, 5.2 * unit))
    assert desk.step("S2").feeling == 2
    place = hands.point("S2")
    hands.drag(place, place - QPointF(0, 20 * unit))
    assert desk.step("S2").feeling == 3
    assert desk.entries == 2


def test_a_pulled_feeling_is_seen_at_once_and_escape_puts_it_back(
    canvas: JourneyCanvas, hands: Hands, desk: Desk
) -> None:
    unit = canvas.scene.board.emotion.unit * canvas.camera.scale
    place = hands.point("S0")
    hands.press(place)
    hands.move(place + QPointF(0, 2 * unit))
    assert canvas.scene.feeling("S0") == -3
    hands.key(Qt.Key.Key_Escape)
    hands.release(place)
    assert canvas.scene.feeling("S0") == -1
    assert desk.entries == 0


def test_a_double_click_in_the_band_sets_an_unknown_feeling(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    middle = canvas.scene.board.steps["S1"].rect.middle
    hands.double_click(hands.board(middle.x, canvas.scene.board.emotion.y_of(2)))
    assert desk.step("S1").feeling == 2


def test_a_change_from_elsewhere_ends_a_drag(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.click(hands.at("S4"))
    hands.key(Qt.Key.Key_5)
    hands.press(hands.at("S1"))
    hands.move(hands.at("S4"))
    desk.undo()
    hands.release(hands.at("S4"))
    assert desk.step("S1").phase_id == "P1"
    assert desk.step("S4").feeling == 0


def test_nothing_moves_in_a_sprint_that_is_only_read(hands: Hands, desk: Desk) -> None:
    desk.is_read_only = True
    before = list(desk.document)
    hands.drag(hands.at("S1"), hands.at("S4"))
    hands.drag(hands.at("C0"), hands.at("C2"))
    hands.double_click(hands.at("S1"))
    hands.key(Qt.Key.Key_Delete)
    hands.key(Qt.Key.Key_3)
    assert list(desk.document) == before
