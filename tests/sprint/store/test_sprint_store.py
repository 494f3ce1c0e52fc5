"""One sprint on disk, from the outside."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import orjson
import pytest
from tinydb import where

from sprint.errors import SprintError
from sprint.store.folders import Folders
from sprint.store.frames import apply_to
from sprint.store.shapes import Finding, SaveState, Tables
from sprint.store.sprint_store import Opened, create_sprint, open_unfinished, unfinished_sprints
from tests.proof.disks import FailingDisk, QuickDisk
from tests.sprint.store.conftest import START, Here


def keys(opened: Opened) -> list[str]:
    return [finding.key for finding in opened.findings]


def put(opened: Opened, record_id: str, **raw: object) -> int:
    return opened.store.commit({"steps": {record_id: dict(raw)}}, kind="edit", label="edit.change")


def at_rest(opened: Opened) -> None:
    """Wait until the thread has put the first snapshot in place: no file is moved under a test that copies folders."""
    writer = opened.store._ledger._writer
    with writer._news:
        assert writer._news.wait_for(lambda: not writer.has_work, timeout=30)


class Diary(QuickDisk):
    """Keeps what was asked of the disk: the call, and the name of the file or folder."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, str]] = []

    def admit(self, call: str, path: Path, other: Path | None = None) -> None:
        self.calls.append((call, path.name))
        super().admit(call, path, other)


def test_what_was_saved_is_there_again(here: Here) -> None:
    first = here.create(tables={"steps": {"a": {"title": "Melden"}}})
    put(first, "b", title="Wachten")
    first.store.commit({"steps": {"a": None}}, kind="undo", label="edit.remove", params={"count": 1})
    assert first.store.close() == ()

    second = here.open()
    assert second.store.tables == {"steps": {"b": {"title": "Wachten"}}}
    assert second.findings == ()
    assert [commit.kind for commit in second.store.history()] == ["start", "edit", "undo"]
    assert second.store.tables_at(1) == {"steps": {"a": {"title": "Melden"}}}
    second.store.close()


def test_history_replayed_is_the_state(here: Here) -> None:
    opened = here.create()
    for number in range(30):
        put(opened, f"s{number % 7}", n=number)
    state: Tables = {}
    for commit in opened.store.history():
        apply_to(state, commit)
    assert state == opened.store.tables
    opened.store.close()


def test_callers_cannot_change_what_is_kept(here: Here) -> None:
    opened = here.create()
    raw = {"tags": ["a"]}
    opened.store.commit({"steps": {"x": raw}}, kind="edit", label="edit.change")
    raw["tags"].append("b")
    assert opened.store.tables["steps"]["x"] == {"tags": ["a"]}
    opened.store.close()


def test_work_after_a_crash_is_put_back(here: Here, tmp_path: Path) -> None:
    opened = here.create()
    opened.store.mirror()
    put(opened, "a", title="Later")
    at_rest(opened)
    crashed = Here(tmp_path / "after")
    shutil.copytree(tmp_path / "data", crashed.root / "data")
    shutil.copy(here.path, crashed.path)
    opened.store.close()

    assert [(sprint.uid, sprint.edits) for sprint in unfinished_sprints(crashed.folders)] == [(opened.store.uid, 1)]
    shutil.move(here.path, tmp_path / "away")
    again = crashed.open()
    assert again.store.tables == {"steps": {"a": {"title": "Later"}}}
    assert Finding("store.found_unsaved_work", {"count": 1}) in again.findings
    again.store.close()
    assert unfinished_sprints(crashed.folders) == []


def test_a_sprint_without_a_file_is_found_after_a_crash(here: Here, tmp_path: Path) -> None:
    opened = create_sprint(None, {}, here.folders, disk=here.disk)
    put(opened, "a", title="Los")
    opened.store.commit({"sprint": {"s": {"title": "Ik wil door"}}}, kind="edit", label="edit.change")
    at_rest(opened)
    shutil.copytree(here.folders.data, tmp_path / "copy")
    opened.store.close()

    folders = Folders(tmp_path / "copy", tmp_path / "refuge2")
    (left,) = unfinished_sprints(folders)
    assert (left.path, left.title, left.edits) == (None, "Ik wil door", 2)
    again = open_unfinished(left.uid, folders, disk=here.disk)
    assert again.store.tables == {"steps": {"a": {"title": "Los"}}, "sprint": {"s": {"title": "Ik wil door"}}}
    assert again.store.keep_at(tmp_path / "nu wel.sprint") is None
    assert (tmp_path / "nu wel.sprint").stat().st_size > 0
    again.store.close()


def test_opening_waits_for_no_sync_and_the_first_edit_makes_the_session_durable(tmp_path: Path) -> None:
    here = Here(tmp_path, Diary())
    assert isinstance(here.disk, Diary)
    here.create().store.close()
    here.disk.calls.clear()
    opened = here.open()
    assert ("rename", ".holder.json.new") in here.disk.calls
    assert [call for call, _ in here.disk.calls if "sync" in call] == []

    here.disk.calls.clear()
    put(opened, "a", title="Melden")
    assert opened.store.flush()
    synced = [name for call, name in here.disk.calls if call == "sync"]
    folder = here.folders.data / "working" / opened.store.uid
    assert synced[0] == ".holder.json.new"
    assert here.disk.calls.index(("sync_folder", folder.name)) < here.disk.calls.index(("sync", synced[1]))
    opened.store.close()


def test_a_second_opener_looks_and_knows_who_has_it(here: Here) -> None:
    first = here.create()
    first.store.mirror()
    second = here.open()
    assert second.store.read_only
    assert second.store.holder is not None
    assert second.store.holder.pid > 0
    assert keys(second) == ["store.found_open_here"]
    assert second.store.flush()
    assert second.store.state.is_saved
    with pytest.raises(SprintError, match="read_only"):
        put(second, "a", n=1)
    second.store.close()
    first.store.close()
    third = here.open()
    assert not third.store.read_only
    third.store.close()


def test_a_note_of_another_computer_can_be_overruled(here: Here) -> None:
    here.create().store.close()
    note = here.path.with_name(f".{here.path.name}.open")
    since = (START + timedelta(minutes=1)).isoformat()
    note.write_bytes(orjson.dumps({"user": "Fatma", "host": "elders", "pid": 1, "since": since, "boot": "x"}))

    second = here.open()
    assert second.store.read_only
    assert second.store.holder is not None
    assert second.store.holder.user == "Fatma"
    second.store.close()
    third = here.open(take_over=True)
    assert not third.store.read_only
    third.store.close()


def test_a_file_changed_by_somebody_else_is_not_overwritten(here: Here, tmp_path: Path) -> None:
    opened = here.create()
    opened.store.mirror()
    elsewhere = here.copy_to(tmp_path / "elsewhere")
    theirs = elsewhere.open()
    put(theirs, "b", by="them")
    theirs.store.close()
    shutil.copy(elsewhere.path, here.path)
    before = here.path.read_bytes()

    put(opened, "a", by="us")
    finding = opened.store.mirror()

    assert finding is not None
    assert finding.key == "store.found_conflict"
    assert here.path.read_bytes() == before
    assert opened.store.path != here.path
    assert "conflict" in str(opened.store.path)
    opened.store.close()
    assert opened.store.path is not None
    ours = here.open(opened.store.path)
    assert ours.store.tables == {"steps": {"a": {"by": "us"}}}
    ours.store.close()


def test_a_file_that_went_further_elsewhere_is_taken(here: Here, tmp_path: Path) -> None:
    here.create().store.close()
    elsewhere = here.copy_to(tmp_path / "elsewhere")
    theirs = elsewhere.open()
    put(theirs, "b", by="them")
    theirs.store.close()
    shutil.copy(elsewhere.path, here.path)

    again = here.open()
    assert again.store.tables == {"steps": {"b": {"by": "them"}}}
    assert again.findings == ()
    assert len(again.store.history()) == 2
    again.store.close()


def test_two_versions_are_both_kept(here: Here, tmp_path: Path) -> None:
    disk = FailingDisk()
    mine = Here(tmp_path, disk)
    opened = mine.create()
    opened.store.mirror()
    elsewhere = mine.copy_to(tmp_path / "elsewhere")
    theirs = elsewhere.open()
    put(theirs, "b", by="them")
    theirs.store.close()
    put(opened, "a", by="us")
    disk.only = lambda call, path: path.name.startswith(".wijk")
    disk.is_broken = True
    opened.store.close()
    disk.is_broken = False
    shutil.copy(elsewhere.path, mine.path)

    again = mine.open()
    assert again.store.tables == {"steps": {"b": {"by": "them"}}}
    assert keys(again) == ["store.found_two_versions"]
    again.store.close()
    beside = mine.open(mine.root / str(again.findings[0].params["ours"]))
    assert beside.store.tables == {"steps": {"a": {"by": "us"}}}
    beside.store.close()


def test_a_copy_is_a_sprint_of_its_own(here: Here) -> None:
    opened = here.create()
    put(opened, "a", n=1)
    opened.store.close()
    copy = here.path.with_name("kopie.sprint")
    shutil.copy(here.path, copy)
    second = here.open(copy)
    put(second, "b", n=2)
    second.store.close()

    first = here.open()
    assert first.store.tables == {"steps": {"a": {"n": 1}}}
    assert first.store.uid != second.store.uid
    first.store.close()
    again = here.open(copy)
    assert again.store.uid == second.store.uid
    assert set(again.store.tables["steps"]) == {"a", "b"}
    again.store.close()


def test_a_moved_file_keeps_its_working_folder(here: Here) -> None:
    opened = here.create()
    opened.store.close()
    moved = here.path.with_name("elders.sprint")
    here.path.rename(moved)
    again = here.open(moved)
    assert again.store.uid == opened.store.uid
    again.store.close()


def test_a_name_that_is_taken_or_impossible_is_refused(here: Here) -> None:
    here.path.write_bytes(b"something")
    with pytest.raises(SprintError, match="name_taken"):
        here.create()
    for name in ("CON.sprint", "wat?.sprint", "a:b.sprint", "x. ", "n" * 230):
        with pytest.raises(SprintError, match="name_not_possible"):
            here.create(here.path.with_name(name))


def test_each_mirror_keeps_the_version_before(here: Here) -> None:
    opened = here.create()
    for number in range(3):
        put(opened, "a", n=number)
        opened.store.mirror()
    opened.store.close()
    backups = opened.store.backups()
    assert len(backups) == 2
    found = here.open(backups[0].path, read_only=True)
    assert found.store.tables == {"steps": {"a": {"n": 1}}}
    assert found.store.read_only
    found.store.close()


def test_equal_content_gives_equal_bytes(here: Here) -> None:
    opened = here.create(tables={"steps": {"b": {"z": 1, "a": 2}, "a": {}}})
    opened.store.save_copy(here.root / "een.sprint")
    opened.store.save_copy(here.root / "twee.sprint")
    assert (here.root / "een.sprint").read_bytes() == (here.root / "twee.sprint").read_bytes()
    opened.store.close()


def test_unknown_tables_and_fields_survive(here: Here) -> None:
    tables = {"from_the_future": {"x": {"what": [1, {"deep": None}]}}, "steps": {"a": {"novel": "yes"}}}
    here.create(tables=tables).store.close()
    again = here.open()
    assert again.store.tables == tables
    again.store.close()


def test_states_tell_saving_and_trouble(tmp_path: Path) -> None:
    disk = FailingDisk()
    told: list[SaveState] = []
    here = Here(tmp_path, disk)
    opened = create_sprint(here.path, {}, here.folders, disk=disk, on_state=told.append)
    assert opened.store.state.is_saved
    disk.only = lambda call, path: "working" in path.parts
    disk.is_broken = True
    put(opened, "a", n=1)
    assert not opened.store.flush()
    state = opened.store.state
    assert state.error is not None
    assert state.error.key == "store.disk_failed"
    assert (state.pending, state.is_saved) == (1, False)
    assert state.refuge is not None
    disk.is_broken = False
    assert opened.store.flush()
    assert opened.store.state.is_saved
    assert told[-1].is_saved
    opened.store.close()


def test_a_deleted_working_folder_is_noticed_while_working(here: Here) -> None:
    opened = here.create()
    put(opened, "a", n=1)
    at_rest(opened)
    shutil.rmtree(here.folders.working / opened.store.uid)
    put(opened, "b", n=2)
    opened.store.flush()
    assert opened.store.flush()
    opened.store.close()
    again = here.open()
    assert set(again.store.tables["steps"]) == {"a", "b"}
    again.store.close()


def test_a_new_sprint_under_an_old_name_is_not_mixed_up(here: Here) -> None:
    old = here.create(tables={"steps": {"old": {}}})
    old.store.close()
    here.path.unlink()
    new = here.create(tables={"steps": {"new": {}}})
    put(new, "more", n=1)
    new.store.close()

    again = here.open()
    assert set(again.store.tables["steps"]) == {"new", "more"}
    assert again.store.uid == new.store.uid
    assert again.findings == ()
    again.store.close()


def test_of_a_missing_file_the_last_sprint_of_that_name_is_found(here: Here) -> None:
    here.create(tables={"steps": {"old": {}}}).store.close()
    here.path.unlink()
    here.create(tables={"steps": {"new": {}}}).store.close()
    here.path.unlink()

    again = here.open()
    assert set(again.store.tables["steps"]) == {"new"}
    assert keys(again) == ["store.found_own_copy"]
    again.store.close()


def test_tinydb_and_commits_see_the_same(here: Here) -> None:
    opened = here.create(tables={"steps": {"a": {"title": "Melden"}}})
    steps = opened.store.db.table("steps")
    assert steps.count(where("title") == "Melden") == 1
    put(opened, "b", title="Melden")
    assert steps.count(where("title") == "Melden") == 2
    steps.update({"title": "Wachten"}, doc_ids=["a"])
    assert opened.store.tables["steps"]["a"] == {"title": "Wachten"}
    opened.store.close()


def test_a_listener_that_fails_is_not_a_failing_disk(here: Here, expect_log: Callable[[str], None]) -> None:
    expect_log("a listener of the store failed")

    def on_state(state: SaveState) -> None:
        raise RuntimeError("a mistake elsewhere")

    opened = create_sprint(here.path, {}, here.folders, disk=here.disk, on_state=on_state)
    put(opened, "a", n=1)
    assert opened.store.flush()
    opened.store.close()
    assert opened.store.state.is_saved
