"""The main job on real content, from the first click to paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from sprint.diff import Diff
from sprint.journeys import links_from, remarks_of, steps_of
from sprint.records import Day, RunState, Step, TimerRun
from tests.helpers.facilitator import Facilitator


@pytest.fixture
def example(she: Facilitator) -> Facilitator:
    """She opened the example with one click."""
    she.press("home_open_example")
    she.saved()
    return she


def journey(she: Facilitator) -> str:
    return she.sprint.bench.canvas.journey_id


def titles(she: Facilitator) -> list[str]:
    return [step.title for step in steps_of(she.document, journey(she))]


def test_one_click_opens_the_example_with_four_days(example: Facilitator) -> None:
    assert len(example.document.table(Day)) == 4
    assert len(titles(example)) >= 18
    assert example.window.windowTitle().startswith(example.document.sprint.title)


def test_she_drags_adds_names_links_deletes_and_takes_all_of_it_back(example: Facilitator) -> None:
    she = example
    before = {record.id: record for record in she.document}
    bench = she.sprint.bench
    first, second, third = [step.id for step in steps_of(she.document, journey(she)) if step.row == 0][:3]
    bench.canvas.zoom(1 / bench.canvas.camera.scale)
    bench.canvas.go_to(first)

    start, end = she.canvas.at(first), she.canvas.at(second, 0.95)
    she.drag(start, end + QPointF(4, 0))
    assert steps_of(she.document, journey(she))[0].id != first

    bench.canvas.select([first])
    she.do("add_step")
    she.canvas.type("Belt de buurvrouw")
    she.canvas.key(Qt.Key.Key_Escape)
    bench.canvas.setFocus()
    assert "Belt de buurvrouw" in titles(she)
    new = next(step.id for step in steps_of(she.document, journey(she)) if step.title == "Belt de buurvrouw")

    bench.canvas.select([new])
    she.do("link")
    she.canvas.key(Qt.Key.Key_Right)
    she.canvas.key(Qt.Key.Key_Return)
    assert links_from(she.document, new)

    bench.canvas.select([third])
    she.do("delete")
    assert she.document.get(third) is None
    after = {record.id: record for record in she.document}

    while she.program.actions["undo"].isEnabled() and after != before:
        she.do("undo")
        if {record.id: record for record in she.document} == before:
            break
    assert {record.id: record for record in she.document} == before
    while she.program.actions["redo"].isEnabled():
        she.do("redo")
    assert {record.id: record for record in she.document} == after
    she.saved()


def test_undo_says_what_it_takes_back(example: Facilitator) -> None:
    she = example
    assert not she.program.actions["undo"].text().startswith("Ongedaan maken: Stap verwijderen")
    she.sprint.bench.canvas.select([steps_of(she.document, journey(she))[0].id])
    she.do("delete")
    assert she.program.actions["undo"].text() == "Ongedaan maken: Stap verwijderen"
    she.keys("Ctrl+Z")
    assert she.program.actions["redo"].text() == "Opnieuw: Stap verwijderen"


def test_the_title_is_written_where_it_stands(example: Facilitator) -> None:
    she = example
    she.type_in("sprint_title", "Ik wil een schone straat")
    she.keys("Return")
    assert she.document.sprint.title == "Ik wil een schone straat"
    assert she.window.windowTitle().startswith("Ik wil een schone straat")


def test_she_starts_the_clock_and_it_is_kept(example: Facilitator) -> None:
    she = example
    she.sprint.bench.clock.start()
    running = [run for run in she.document.table(TimerRun).values() if run.state is RunState.RUNNING]
    assert len(running) == 1
    she.do("undo") if she.program.actions["undo"].isEnabled() else None
    assert she.document.get(running[0].id) is not None
    she.sprint.bench.clock.finish()


def test_she_writes_what_a_citizen_said(example: Facilitator) -> None:
    she = example
    step = steps_of(she.document, journey(she))[0]
    she.sprint.bench.canvas.select([step.id])
    she.sprint.bench.details.write_remark()
    QTest.keyClicks(she.front().focusWidget(), "Ik durf niet te bellen")
    QTest.keyClick(she.front().focusWidget(), Qt.Key.Key_Return)
    assert "Ik durf niet te bellen" in [remark.text for remark in remarks_of(she.document, step.id)]


def test_looking_at_a_moment_changes_nothing_and_going_back_can_be_undone(example: Facilitator) -> None:
    she = example
    she.sprint.keep_moment("Dag 1 gesloten")
    step = steps_of(she.document, journey(she))[0]
    she.sprint.bench.canvas.select([step.id])
    she.do("delete")
    moment = she.sprint.bridge.workspace.moments()[0]

    she.sprint.look_at(moment)
    assert "Dag 1 gesloten" in she.notices()
    past = she.sprint.bench.past_canvas
    assert past is not None
    past.select([step.id])
    QTest.keyClick(past, Qt.Key.Key_Delete)
    assert past.document.get(step.id) is not None
    she.sprint.back_to_now()
    assert she.document.get(step.id) is None

    diffs: list[Diff] = []
    she.sprint.bridge.document_changed.connect(diffs.append)
    she.program.restore(moment)
    assert isinstance(she.document.get(step.id), Step)
    she.do("undo")
    assert she.document.get(step.id) is None
    assert len(diffs) == 2


def test_moments_are_kept_looked_at_and_put_back_from_their_dialog(example: Facilitator) -> None:
    she = example
    she.do("moments")
    she.type_in("Naam van dit moment", "Dag 1 gesloten")
    she.press("moments_keep")
    she.press("done")
    title = she.document.sprint.title
    she.type_in("sprint_title", "Ik wil iets anders")
    she.keys("Return")

    she.do("moments")
    she.press("moments_look")
    assert she.sprint.bench.surface == "moment"
    she.press("Terug naar nu")
    assert she.sprint.bench.surface == "canvas"
    assert she.document.sprint.title == "Ik wil iets anders"

    she.do("moments")
    she.press("moments_restore")
    assert she.document.sprint.title == title
    she.press("Ongedaan maken")
    assert she.document.sprint.title == "Ik wil iets anders"


def test_keeping_a_moment_with_the_save_key_asks_for_its_name(example: Facilitator) -> None:
    she = example
    she.messages.expect("Na de lunch")
    she.keys("Ctrl+S")
    assert [moment.name for moment in she.sprint.bridge.workspace.moments()][:1] == ["Na de lunch"]
    assert "Na de lunch" in she.notices()
