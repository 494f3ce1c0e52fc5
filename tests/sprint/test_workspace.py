"""A workspace as a facilitator's day uses it: edit, keep a moment, lose the power, come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sprint.clock import ClockReading
from sprint.diff import DiffKind
from sprint.document import Document
from sprint.edits.cards import add_card
from sprint.edits.citizens import add_remark
from sprint.edits.clock import heartbeat, start_run
from sprint.edits.delete import delete
from sprint.edits.journey import add_journey, add_step, rename
from sprint.edits.programme import new_sprint
from sprint.errors import SprintError
from sprint.programme.programmes import load_programme
from sprint.records import Block, Card, Journey, JourneyKind, Lane, Moment, Observation, Step, TimerRun
from sprint.store.folders import Folders
from sprint.workspace import LONGEST_RECALL, Habits, Workspace

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


class Counter:
    """Ids that a failing test can name."""

    def __init__(self, start: str) -> None:
        self._start = start
        self._last = 0

    def __call__(self) -> str:
        self._last += 1
        return f"{self._start}{self._last:05}"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data")


@pytest.fixture
def habits() -> Habits:
    return Habits(Counter("id-"), lambda: 0.0, lambda: NOON)


@pytest.fixture
def workspace(tmp_path: Path, folders: Folders, habits: Habits) -> Iterator[Workspace]:
    made = new_sprint(habits.ids, load_programme("four_day"), "nl", title="Ik wil verhuizen")
    sprint = Workspace.create(tmp_path / "verhuizen.sprint", made, folders, habits=habits)
    sprint.do(add_journey(sprint.document, sprint.ids, "Nu", JourneyKind.AS_IS, ["Aanleiding", "Melden"]))
    yield sprint
    sprint.close()


def journey(sprint: Workspace) -> str:
    return next(iter(sprint.document.table(Journey)))


def add(sprint: Workspace, title: str) -> str:
    before = set(sprint.document.table(Step))
    sprint.do(add_step(sprint.document, sprint.ids, journey(sprint), title=title))
    return (set(sprint.document.table(Step)) - before).pop()


def content(document: Document) -> set[object]:
    return set(document)


def test_everything_comes_back_after_closing(workspace: Workspace, folders: Folders) -> None:
    step = add(workspace, "Zoekt de site")
    workspace.do(add_card(workspace.document, workspace.ids, step, Lane.PAIN, "Lang formulier"))
    workspace.do(add_remark(workspace.document, workspace.ids, step, "Ik raak de weg kwijt", valence=-1))
    before = content(workspace.document)
    assert workspace.close() == ()
    assert workspace.path is not None
    again = Workspace.open(workspace.path, folders)
    assert content(again.document) == before
    assert again.findings == ()
    again.close()


def test_restoring_a_moment_is_one_undoable_step_and_keeps_facts(workspace: Workspace) -> None:
    step = add(workspace, "Belt de gemeente")
    moment = workspace.save_moment("Dag 1 klaar")
    block = next(iter(workspace.document.table(Block)))
    workspace.record(start_run(workspace.document, workspace.ids, block, ClockReading(1, 1, "boot"), "12:00"))
    workspace.do(delete(workspace.document, [step]))
    later = add(workspace, "Schrijft een brief")
    changed = content(workspace.document)

    assert step in workspace.document_at(moment).table(Step)
    diff = workspace.restore(moment)

    assert diff.kind is DiffKind.RESTORE
    assert step in workspace.document.table(Step)
    assert later not in workspace.document.table(Step)
    assert len(workspace.document.table(TimerRun)) == 1
    assert len(workspace.document.table(Moment)) == 1
    workspace.undo()
    assert content(workspace.document) == changed


def test_a_moment_from_before_a_block_that_ran_keeps_the_block(workspace: Workspace) -> None:
    moment = workspace.save_moment("Begin")
    block = next(iter(workspace.document.table(Block)))
    workspace.record(start_run(workspace.document, workspace.ids, block, ClockReading(1, 1, "boot"), "12:00"))
    workspace.restore(moment)
    assert block in workspace.document.table(Block)


def test_undo_reaches_into_the_session_before(workspace: Workspace, folders: Folders) -> None:
    step = add(workspace, "Zoekt de site")
    workspace.do(rename(workspace.document, step, "Zoekt de goede site"))
    workspace.close()
    assert workspace.path is not None
    again = Workspace.open(workspace.path, folders)
    again.recall(again.read_past())
    again.undo()
    assert again.document.require(Step, step).title == "Zoekt de site"
    again.undo()
    assert step not in again.document.table(Step)
    again.redo()
    assert again.document.require(Step, step).title == "Zoekt de site"
    again.close()


def test_an_hour_of_the_clock_does_not_push_out_what_people_did(workspace: Workspace, folders: Folders) -> None:
    step = add(workspace, "Zoekt de site")
    document, block = workspace.document, next(iter(workspace.document.table(Block)))
    workspace.record(start_run(document, workspace.ids, block, ClockReading(0, 0, "boot"), "12:00"))
    (run,) = document.table(TimerRun)
    for beat in range(1, LONGEST_RECALL + 50):
        workspace.record(heartbeat(document, run, ClockReading(beat * 10, beat * 10, "boot")))
    workspace.close()
    assert workspace.path is not None
    again = Workspace.open(workspace.path, folders)
    again.recall(again.read_past())
    again.undo()
    assert step not in again.document.table(Step)
    assert again.document.require(TimerRun, run).counted_seconds == (LONGEST_RECALL + 49) * 10
    again.close()


def test_undo_of_an_earlier_session_lies_below_what_was_done_since(workspace: Workspace, folders: Folders) -> None:
    first = add(workspace, "Eerst")
    workspace.close()
    assert workspace.path is not None
    again = Workspace.open(workspace.path, folders, habits=Habits(Counter("new-"), lambda: 0.0, lambda: NOON))
    past = again.read_past()
    second = add(again, "Daarna")
    again.recall(past)
    again.undo()
    assert second not in again.document.table(Step) and first in again.document.table(Step)
    again.undo()
    assert first not in again.document.table(Step)
    again.close()


def test_what_was_taken_back_before_closing_can_be_done_again(workspace: Workspace, folders: Folders) -> None:
    step = add(workspace, "Zoekt de site")
    workspace.undo()
    workspace.close()
    assert workspace.path is not None
    again = Workspace.open(workspace.path, folders)
    again.recall(again.read_past())
    again.redo()
    assert step in again.document.table(Step)
    again.close()


def test_a_sprint_that_is_only_looked_at_refuses_edits(workspace: Workspace, folders: Folders) -> None:
    step = add(workspace, "Zoekt de site")
    workspace.close()
    assert workspace.path is not None
    looking = Workspace.open(workspace.path, folders, read_only=True)
    attempts: list[Callable[[], object]] = [
        lambda: looking.do(rename(looking.document, step, "Anders")),
        lambda: looking.save_moment("Nu"),
        looking.undo,
        looking.redo,
    ]
    for attempt in attempts:
        with pytest.raises(SprintError) as refusal:
            attempt()
        assert refusal.value.key == "error.read_only"
    assert looking.document.require(Step, step).title == "Zoekt de site"
    looking.close()


def test_records_that_cannot_be_shown_are_counted_and_stay_in_the_file(workspace: Workspace, folders: Folders) -> None:
    step = add(workspace, "Zoekt de site")
    workspace.store.commit(
        {
            "cards": {"lost-1": {"journey_id": journey(workspace), "step_id": "nowhere"}, "lost-2": {"text": "los"}},
            "observations": {"bad": {"step_id": step, "valence": 7}},
            "weather": {"w": {"sun": True}},
        },
        kind="edit",
        label="edit.add_card",
        params={},
    )
    workspace.close()
    assert workspace.path is not None
    again = Workspace.open(workspace.path, folders)
    told = {finding.key: finding.params["count"] for finding in again.findings}
    assert told == {"error.dangling_in_file": 1, "error.field_missing": 1, "error.impossible_in_file": 1}
    assert not again.document.table(Card) and not again.document.table(Observation)
    again.do(rename(again.document, step, "Zoekt verder"))
    again.close()
    last = Workspace.open(workspace.path, folders, read_only=True)
    assert last.store.tables["cards"]["lost-1"]["step_id"] == "nowhere"
    assert last.store.tables["weather"] == {"w": {"sun": True}}
    last.close()


def test_unknown_fields_survive_an_edit(workspace: Workspace, folders: Folders) -> None:
    step = add(workspace, "Zoekt de site")
    raw = dict(workspace.store.tables["steps"][step])
    workspace.close()
    assert workspace.path is not None
    middle = Workspace.open(workspace.path, folders)
    middle.store.commit(
        {"steps": {step: {**raw, "mood_music": ["a", 1]}}}, kind="edit", label="edit.change_step", params={"title": ""}
    )
    middle.close()
    again = Workspace.open(workspace.path, folders)
    again.do(rename(again.document, step, "Zoekt verder"))
    assert again.store.tables["steps"][step]["mood_music"] == ["a", 1]
    assert again.store.tables["steps"][step]["title"] == "Zoekt verder"
    again.close()
