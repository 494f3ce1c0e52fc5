from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sprint.diff import Diff
from sprint.edits.about import change_sprint
from sprint.example import example_diff
from sprint.store.folders import Folders
from sprint.store.shapes import SaveState
from sprint.workspace import Workspace
from tests.helpers.messages import ScriptedMessages
from ui.bridge import SaveRelay, SprintBridge
from ui.context import Context


@pytest.fixture
def relay(context: Context) -> SaveRelay:
    return SaveRelay()


@pytest.fixture
def workspace(tmp_path: Path, relay: SaveRelay) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "a.sprint", example_diff("nl"), Folders(tmp_path / "data"), on_save_state=relay)
    yield made
    made.close()


@pytest.fixture
def bridge(workspace: Workspace, context: Context, relay: SaveRelay) -> Iterator[SprintBridge]:
    made = SprintBridge(workspace, context.texts, context.messages, relay=relay)
    yield made
    made.leave()


def test_an_edit_is_told_as_a_diff_and_as_history(bridge: SprintBridge, qtbot: QtBot) -> None:
    diff = change_sprint(bridge.document, title="Ik wil rust")
    with qtbot.waitSignals([bridge.document_changed, bridge.history_changed]):
        assert bridge.do(diff)
    assert bridge.document.sprint.title == "Ik wil rust"
    assert bridge.undo_label == diff.label


def test_undo_and_redo_reach_every_listener(bridge: SprintBridge) -> None:
    seen: list[Diff] = []
    bridge.document_changed.connect(seen.append)
    before = bridge.document.sprint
    bridge.do(change_sprint(bridge.document, title="Ik wil rust"))
    bridge.undo()
    assert bridge.document.sprint == before
    bridge.redo()
    assert bridge.document.sprint.title == "Ik wil rust"
    assert len(seen) == 3


def test_an_edit_that_cannot_be_made_is_told_and_changes_nothing(
    bridge: SprintBridge, messages: ScriptedMessages
) -> None:
    stale = change_sprint(bridge.document, title="Oud")
    bridge.do(change_sprint(bridge.document, title="Nieuw"))
    assert not bridge.do(stale)
    assert bridge.document.sprint.title == "Nieuw"
    assert len(messages.said) == 1
    assert messages.said[0].startswith("Dit onderdeel is intussen veranderd")


def test_saving_is_told_on_the_thread_of_the_window(bridge: SprintBridge, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    states: list[SaveState] = []
    bridge.save_state_changed.connect(lambda state: (threads.append(threading.current_thread()), states.append(state)))
    bridge.do(change_sprint(bridge.document, title="Ik wil rust"))
    qtbot.waitUntil(lambda: bool(states) and states[-1].is_saved)
    assert set(threads) == {threading.main_thread()}


def test_after_leaving_nothing_is_told(workspace: Workspace, context: Context, relay: SaveRelay) -> None:
    bridge = SprintBridge(workspace, context.texts, context.messages, relay=relay)
    seen: list[object] = []
    bridge.document_changed.connect(seen.append)
    bridge.leave()
    workspace.do(change_sprint(workspace.document, title="Ik wil rust"))
    assert seen == []


def test_typing_is_one_entry_until_the_field_is_left(bridge: SprintBridge) -> None:
    for text in ("I", "Ik", "Ik w"):
        bridge.do(change_sprint(bridge.document, title=text), merge="title")
    bridge.break_merge()
    bridge.do(change_sprint(bridge.document, title="Ik wil"), merge="title")
    bridge.undo()
    assert bridge.document.sprint.title == "Ik w"
    bridge.undo()
    assert bridge.document.sprint.title not in ("I", "Ik")
