"""Looking at a journey: what citizens felt, one track, one route, loose steps, and what another journey changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from canvas.lens import GHOST, Tone
from canvas.reading import find
from canvas.view import JourneyCanvas
from sprint.diff import make_diff
from sprint.edits.delete import delete
from sprint.edits.fork import fork_journey
from sprint.edits.journey import add_step, change_step
from sprint.insight.felt import felt_by
from sprint.insight.structure import read_structure
from sprint.records import Journey, JourneyKind, Link, Observation, Step, StepKind, Track
from tests.canvas.desk import JOURNEY, Desk, Hands


def said(desk: Desk, step_id: str, *feelings: int | None) -> None:
    made = [
        Observation(id=f"{step_id}-{number}", step_id=step_id, feeling=feeling, valence=1, order=number)
        for number, feeling in enumerate(feelings)
    ]
    desk.do(make_diff("edit.add_remark", [(None, one) for one in made]))


def test_what_citizens_felt_is_a_median_with_n(canvas: JourneyCanvas, desk: Desk) -> None:
    said(desk, "S0", -2, -3, 1, None)
    said(desk, "S2", None)
    said(desk, "S4", 2, 2, 3, 1, 0)
    canvas.settle()
    steps = canvas.scene.board.steps
    assert steps["S0"].felt == felt_by(desk.document.table(Observation)[f"S0-{n}"] for n in range(3))
    assert steps["S0"].felt is not None
    assert (steps["S0"].felt.median, len(steps["S0"].felt.values)) == (-2.0, 3)
    assert steps["S2"].felt is None, "kind words are no feeling"
    assert canvas.scene.board.emotion.felt_curves == (("S0", "S4"),)
    assert len(list(canvas.scene.felt_segments_in(0, 1e6))) == 1


def test_a_citizen_counts_once() -> None:
    both = [Observation(id=f"O{n}", step_id="S", participant_id="p", feeling=n, order=n) for n in (-1, 2)]
    felt = felt_by(both)
    assert felt is not None
    assert felt.values == (2,)


def test_loose_steps_are_marked_as_the_insight_says(canvas: JourneyCanvas, desk: Desk) -> None:
    desk.do(delete(desk.document, ["L1"]))
    desk.do(change_step(desk.document, "S0", kind=StepKind.TRIGGER))
    desk.do(change_step(desk.document, "S4", kind=StepKind.END))
    canvas.refresh_lens()
    shape = read_structure(desk.document, JOURNEY)
    marked = {one for one, mark in canvas.scene.lens.marks.items() if mark.tone is Tone.WARNING}
    assert marked == {step.id for step in (*shape.dead_ends, *shape.unreachable)}
    assert marked


def test_a_track_lets_other_steps_stand_back(canvas: JourneyCanvas, desk: Desk) -> None:
    diff = add_step(desk.document, desk.ids, JOURNEY, title="Belt", after="S1", row=1)
    desk.do(diff)
    new = next(one.id for one in desk.document.table(Step).values() if one.title == "Belt")
    desk.do(make_diff("edit.link_steps", [(None, Link(id="X", journey_id=JOURNEY, source=new, target="S3"))]))
    desk.do(change_step(desk.document, new, track=Track.SPENT))
    desk.do(change_step(desk.document, "S2", track=Track.SAVED))
    canvas.show_for(track=Track.SAVED)
    assert canvas.scene.lens.dimmed == {new}
    canvas.show_for(track=Track.SPENT)
    assert canvas.scene.lens.dimmed == {"S2"}
    canvas.show_for()
    assert canvas.scene.lens.dimmed == frozenset()


def test_one_route_stands_out(canvas: JourneyCanvas, desk: Desk) -> None:
    canvas.highlight(["S0", "S1", "gone"])
    assert canvas.scene.lens.route == ("S0", "S1")
    assert canvas.scene.lens.dimmed == {"S2", "S3", "S4"}
    canvas.complete()


def test_the_other_journey_shows_as_ghosts_and_badges(canvas: JourneyCanvas, desk: Desk) -> None:
    desk.do(fork_journey(desk.document, desk.ids, JOURNEY, title="Gewenst", kind=JourneyKind.TO_BE))
    fork = next(one.id for one in desk.document.table(Journey).values() if one.id != JOURNEY)
    steps = {one.lineage: one for one in desk.document.table(Step).values() if one.journey_id == fork}
    desk.do(delete(desk.document, [steps["S2"].id]))
    changed = steps["S4"]
    desk.do(make_diff("edit.rename", [(changed, replace(changed, title="Krijgt een telefoontje"))], title="x"))
    desk.do(add_step(desk.document, desk.ids, fork, title="Bedankt", after=changed.id))
    canvas.show_journey(fork)
    canvas.settle()
    before = list(desk.document)
    canvas.compare_with(JOURNEY)
    marks = {canvas.scene.document.require(Step, one).title: mark.tone for one, mark in canvas.scene.lens.marks.items()}
    assert marks["Vult formulier in"] is Tone.GONE
    assert marks["Krijgt een telefoontje"] is Tone.CHANGED
    assert marks["Bedankt"] is Tone.NEW
    order = canvas.scene.board.reading_order()
    assert order.index(GHOST + "S2") == order.index(steps["S1"].id) + 1
    assert not canvas.may_edit
    assert list(desk.document) == before
    canvas.compare_with("")
    assert canvas.may_edit
    assert GHOST + "S2" not in canvas.scene.board.steps


@pytest.mark.parametrize(("text", "ids"), [("formulier", ["S2"]), ("LANG", ["C1"]), ("ik melden", ["C0"]), ("  ", [])])
def test_search_finds_steps_and_cards(desk: Desk, text: str, ids: list[str]) -> None:
    assert find(desk.document, JOURNEY, text) == ids


def test_the_path_is_walked_step_by_step(canvas: JourneyCanvas, hands: Hands) -> None:
    canvas.zoom(3)
    hands.key(Qt.Key.Key_PageDown)
    hands.key(Qt.Key.Key_PageDown)
    assert canvas.selection.ids == ["S1"]
    assert canvas.rect().contains(hands.at("S1").toPoint())
    canvas.highlight(["S0", "S2", "S4"])
    canvas.selection.choose(["S2"])
    assert [canvas.walk(1), canvas.walk(1), canvas.walk(-1)] == ["S4", "S4", "S2"]
    assert canvas.rect().contains(hands.at("S2").toPoint())


def test_the_map_goes_where_it_is_clicked(canvas: JourneyCanvas, hands: Hands) -> None:
    canvas.zoom(3)
    hands.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert canvas.minimap.isVisible()
    before = canvas.minimap.frame
    QTest.mouseClick(canvas.minimap, Qt.MouseButton.LeftButton, pos=QPoint(180, 60))
    assert canvas.minimap.frame.center().x() > before.center().x()
    canvas.minimap.repaint()
    hands.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not canvas.minimap.isVisible()


def test_from_afar_type_gets_larger_and_not_smaller(canvas: JourneyCanvas) -> None:
    canvas.set_least_type(28)
    assert canvas.painter.near_scale > 2
    assert canvas.painter.boxes.small_type == 28
    canvas.set_style(canvas.style_of_canvas)
    assert canvas.painter.boxes.small_type == 28
    canvas.complete()
