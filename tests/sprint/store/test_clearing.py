"""What this computer keeps of a finished sprint goes after a month, and never a moment before it is proved safe."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PIL import Image

from sprint.store.clearing import KEPT_FOR, clear_finished
from sprint.store.locks import FolderLock
from sprint.store.people_file import fingerprint
from sprint.store.recovery import has_anything
from sprint.store.sprint_store import unfinished_sprints
from sprint.store.working import ORIGIN, Working
from tests.proof.disks import FailingDisk
from tests.sprint.store.conftest import Here

NOW = datetime.now().astimezone()


def photo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(made, "PNG")
    return made.getvalue()


def finished(here: Here) -> Working:
    """A sprint with an edit and a picture, closed well, and older than what is kept."""
    opened = here.create(tables={"steps": {"a": {"n": 1}}})
    opened.store.add_media(photo())
    opened.store.commit({"steps": {"b": {"n": 2}}}, kind="edit", label="edit.add_step")
    opened.store.close()
    working = Working(here.folders, opened.store.uid)
    age(working, KEPT_FOR + timedelta(days=1))
    return working


def age(working: Working, by: timedelta) -> None:
    when = (NOW - by).timestamp()
    os.utime(working.folder / ORIGIN, (when, when))


def clear(here: Here) -> list[str]:
    return clear_finished(here.folders, NOW, disk=here.disk)


def test_a_finished_sprint_is_let_go_and_opens_from_its_file_with_its_whole_history(here: Here) -> None:
    working = finished(here)
    before = here.path.read_bytes()
    assert clear(here) == [working.uid]
    assert not has_anything(here.disk, working.places)
    assert [path.name for path in working.folder.rglob("*") if path.is_file()] == ["lock"]
    assert clear(here) == []
    assert unfinished_sprints(here.folders, disk=here.disk) == []
    again = here.open()
    assert again.findings == ()
    assert again.store.tables["steps"] == {"a": {"n": 1}, "b": {"n": 2}}
    assert [commit.label for commit in again.store.history()][-1] == "edit.add_step"
    assert len(list(working.media.rglob("*.png"))) == 1
    again.store.close()
    assert here.path.read_bytes() == before


def young(here: Here, working: Working) -> None:
    age(working, KEPT_FOR - timedelta(hours=1))


def gone(here: Here, working: Working) -> None:
    here.path.unlink()


def changed(here: Here, working: Working) -> None:
    with zipfile.ZipFile(here.path, "a") as archive:
        archive.writestr("more.txt", "x")


def hurt_picture(here: Here, working: Working) -> None:
    """One byte in the middle of the picture, and the note of the file as if it had always been so."""
    with zipfile.ZipFile(here.path) as archive:
        info = next(info for info in archive.infolist() if info.filename.startswith("media/"))
    data = bytearray(here.path.read_bytes())
    data[info.header_offset + 30 + len(info.filename) + info.compress_size // 2] ^= 0x10
    here.path.write_bytes(data)
    known = fingerprint(here.disk, here.path)
    assert known is not None
    origin = working.origin(here.disk)
    working.remember(here.disk, type(origin)(origin.path, known.size, known.tail, origin.seq))
    age(working, KEPT_FOR * 2)


def crashed(here: Here, working: Working) -> None:
    FolderLock(here.disk, working.folder).holder_path.write_bytes(b"{}")


def to_erase(here: Here, working: Working) -> None:
    working.erasing_note.write_bytes(b"{}")


def unsaved(here: Here, working: Working) -> None:
    """An edit on this computer that the file lacks."""
    kept = here.path.read_bytes()
    opened = here.open()
    opened.store.commit({"steps": {"c": {"n": 3}}}, kind="edit", label="edit.add_step")
    opened.store.close()
    note = (working.folder / ORIGIN).read_bytes()
    here.path.write_bytes(kept)
    (working.folder / ORIGIN).write_bytes(note)
    age(working, KEPT_FOR * 2)


@pytest.mark.parametrize("spoil", [young, gone, changed, hurt_picture, crashed, to_erase, unsaved])
def test_what_is_not_sure_stays(here: Here, spoil: Callable[[Here, Working], None]) -> None:
    working = finished(here)
    spoil(here, working)
    before = {path: path.read_bytes() for path in working.folder.rglob("*") if path.is_file()}
    assert clear(here) == []
    assert {path: path.read_bytes() for path in working.folder.rglob("*") if path.is_file()} == before


def test_a_sprint_that_is_open_stays(here: Here) -> None:
    working = finished(here)
    opened = here.open()
    age(working, KEPT_FOR * 2)
    assert clear(here) == []
    opened.store.close()


def test_whatever_stops_it_halfway_the_whole_history_is_there(here: Here) -> None:
    working = finished(here)
    for number in range(3):  # more sessions: more segments, and a snapshot before the last
        store = here.open().store
        store.commit({"steps": {f"c{number}": {"n": number}}}, kind="edit", label="edit.add_step")
        store.close()
    wanted = [(commit.seq, commit.label) for commit in store.history()]
    age(working, KEPT_FOR + timedelta(days=1))
    kept = here.root.with_name("kept")
    shutil.copytree(here.root, kept)
    stops = 0
    while True:
        stops += 1
        disk = FailingDisk()
        disk.fail_at, disk.is_sticky = stops, True
        if clear_finished(here.folders, NOW, disk=disk):
            break
        for _ in range(2):
            opened = here.open()
            assert [(commit.seq, commit.label) for commit in opened.store.history()] == wanted, stops
            opened.store.close()
        assert opened.findings == ()
        shutil.rmtree(here.root)
        shutil.copytree(kept, here.root)
        age(working, KEPT_FOR + timedelta(days=1))
    assert stops > 8
