"""The target is picked where the journey is drawn, and says so to everybody who looks, listens or sits in the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from canvas.accessible import name_of
from sprint.records import Decision, Step
from tests.helpers.facilitator import Facilitator
from ui.journey.outline import Outline
from ui.room.public import PublicJourney

WAIT = "step-asis-6"


pytestmark = pytest.mark.usefixtures("with_example")


def pick_by_menu(she: Facilitator) -> None:
    """Click on the step, open the menu and press the letter of the entry."""
    canvas = she.sprint.bench.canvas
    canvas.go_to(WAIT)
    she.canvas.click(she.canvas.at(WAIT))
    menu = canvas.menu()
    assert isinstance(menu, QMenu)
    words = she.session.context.texts("canvas.menu_target")
    next(action for action in menu.actions() if action.text().replace("&", "") == words).trigger()
    menu.deleteLater()


def test_a_step_becomes_the_target_on_the_canvas(she: Facilitator) -> None:
    she.do("show_as_is")
    room = PublicJourney(she.document, lambda: False)
    she.document.subscribe(room.on_diff)
    pick_by_menu(she)
    step = she.document.require(Step, WAIT)
    assert she.document.sprint.target_step_id == WAIT
    last = max(she.document.table(Decision).values(), key=lambda one: one.order)
    assert step.title in last.text
    assert (last.block_id, last.decided_by) == ("block-1-pick_target", "Ineke")
    assert room.document.sprint.target_step_id == WAIT
    assert room.document.sprint.title == "", "the room has nothing else of it"
    assert "Doel · Bram" in name_of(she.sprint.bench.canvas, WAIT)
    she.do("undo")
    assert she.document.sprint.target_step_id == "step-asis-3"
    assert "Doel" not in name_of(she.sprint.bench.canvas, WAIT)


def test_the_outline_names_the_target(she: Facilitator) -> None:
    she.do("show_as_is")
    she.do("outline")
    outline = she.window.findChild(Outline)
    assert outline is not None
    pick_by_menu(she)
    title = she.document.require(Step, WAIT).title
    index = outline.rows.index_of(WAIT)
    assert index.data() == f"Doel · {title}"
    assert index.data(Qt.ItemDataRole.EditRole) == title
    assert not str(outline.rows.index_of("step-asis-3").data()).startswith("Doel")


def test_a_ring_lies_around_the_target_near_and_far(she: Facilitator) -> None:
    she.do("show_as_is")
    canvas = she.sprint.bench.canvas
    for look in (lambda: canvas.go_to("step-asis-3"), canvas.fit):
        look()
        canvas.complete()
        rect = canvas.scene.board.steps["step-asis-3"].rect
        away = 3.5 * max(1.0, 0.75 / canvas.camera.scale)
        edge = canvas.camera.to_view(rect.x + rect.width / 2, rect.bottom + away)
        picture = canvas.grab().toImage()
        shades = [
            picture.pixelColor(round(edge.x()), round(edge.y()) + shift).lightness() for shift in (-2, -1, 0, 1, 2)
        ]
        assert min(shades) < 110 < max(shades), "a dark line on light paper"
