"""The library keeps what is put on its shelves and never keeps the program from starting."""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import shutil
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pytest
from tinydb import where

from sprint.store.folders import Folders
from sprint.store.library import MAX_RECENT, Library, _places
from sprint.store.snapshot import SnapshotMeta, write_snapshot
from tests.proof.disks import FailingDisk, QuickDisk


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "refuge")


def opened(folders: Folders) -> Library:
    return Library.open(folders, disk=QuickDisk(), clock=Clock())


def test_shelves_and_recent_sprints_stay(folders: Folders) -> None:
    library = opened(folders)
    library.note_recent(Path("/a.sprint"), "A")
    library.note_recent(Path("/b.sprint"), "B")
    library.note_recent(Path("/a.sprint"), "A, later", "Gemeente Voorbeeld")
    library.keep("personas", "p1", {"name": "Ayşe"})
    library.db.table("personas").update({"age": 44}, where("name") == "Ayşe")
    library.close()

    again = opened(folders)
    assert again.findings == ()
    assert [(sprint.title, sprint.organisation) for sprint in again.recent()] == [
        ("A, later", "Gemeente Voorbeeld"),
        ("B", ""),
    ]
    assert again.shelf("personas") == {"p1": {"name": "Ayşe", "age": 44}}
    again.remove("personas", "p1")
    again.close()
    third = opened(folders)
    assert third.shelf("personas") == {}
    assert [sprint.title for sprint in third.recent()] == ["A, later", "B"]
    third.close()


def test_the_recent_list_stays_short(folders: Folders) -> None:
    library = opened(folders)
    for number in range(MAX_RECENT + 5):
        library.note_recent(Path(f"/{number}.sprint"), str(number))
    assert len(library.recent()) == MAX_RECENT
    assert library.recent()[0].title == str(MAX_RECENT + 4)
    library.close()


def test_opening_writes_nothing_but_its_lock(folders: Folders) -> None:
    library = opened(folders)
    library.close()
    assert [path.name for path in folders.data.rglob("*") if path.is_file()] in ([], ["lock"])


def test_a_second_program_reads_only(folders: Folders) -> None:
    first = opened(folders)
    first.keep("personas", "p", {"n": 1})
    first.flush()
    second = opened(folders)
    assert [finding.key for finding in second.findings] == ["store.library_in_use"]
    second.note_recent(Path("/x.sprint"), "X")
    assert second.recent() == []
    assert second.shelf("personas") == {"p": {"n": 1}}
    second.close()
    first.close()


def test_a_broken_library_is_set_aside(folders: Folders) -> None:
    library = opened(folders)
    library.keep("personas", "p", {"n": 1})
    library.close()
    for path in folders.data.rglob("*"):
        if path.is_file() and path.name != "lock":
            path.write_bytes(b"rubbish")

    again = opened(folders)
    assert [finding.key for finding in again.findings] == ["store.library_set_aside"]
    assert again.recent() == []
    again.keep("personas", "q", {"n": 2})
    again.close()
    assert list(folders.library.glob("shelves-*"))
    third = opened(folders)
    assert third.findings == ()
    assert third.shelf("personas") == {"q": {"n": 2}}
    third.close()


def test_a_library_that_somebody_made_is_set_aside(folders: Folders) -> None:
    """With every checksum right, and nothing in it as it should be."""
    library = opened(folders)
    library.keep("personas", "p", {"n": 1})
    library.close()
    places = _places(folders)
    shutil.rmtree(places.twin)
    meta = SnapshotMeta("library", 1, 1, "", 1, ())
    for rows in ({"recent": ["a"]}, {"recent": {"a": 3}}, {"recent": "text"}):
        for path in places.journal.iterdir():
            path.unlink()
        write_snapshot(QuickDisk(), places.folder, meta, {})
        data = orjson.dumps(rows)
        sealed = dataclasses.asdict(dataclasses.replace(meta, size=len(data), sha256=hashlib.sha256(data).hexdigest()))
        head = orjson.dumps(sealed)
        tail = struct.pack("<I32s8s", len(head), hashlib.sha256(head).digest(), b"RgSnap2\n")
        (places.folder / "snapshot").write_bytes(b"RgSnap2\n" + data + head + tail)
        (places.folder / "snapshot.bak").unlink(missing_ok=True)
        again = opened(folders)
        assert "store.library_set_aside" in [finding.key for finding in again.findings]
        again.note_recent(Path("/x.sprint"), "X")
        assert [sprint.title for sprint in again.recent()] == ["X"]
        again.close()


def test_a_library_without_a_place_says_that_nothing_is_kept(folders: Folders) -> None:
    disk = FailingDisk(errno.EROFS)
    disk.is_broken = True
    library = Library.open(folders, disk=disk, clock=Clock())
    assert [finding.key for finding in library.findings] == ["store.library_no_place"]
    library.keep("personas", "p", {"n": 1})
    library.close()
    assert not folders.data.exists()


def test_a_library_that_lost_its_last_changes_says_so(folders: Folders) -> None:
    library = opened(folders)
    library.keep("personas", "p", {"n": 1})
    library.close()
    library = opened(folders)
    library.keep("personas", "q", {"n": 2})
    library.close()
    places = _places(folders)
    (places.folder / "snapshot").unlink()
    shutil.rmtree(places.journal)
    shutil.rmtree(places.twin)
    library = opened(folders)
    assert "store.library_older" in [finding.key for finding in library.findings]
    assert library.shelf("personas") == {"p": {"n": 1}}
    library.close()


def test_half_a_library_is_mended(folders: Folders) -> None:
    library = opened(folders)
    library.keep("personas", "p", {"n": 1})
    library.close()
    shutil.rmtree(folders.library / "shelves" / "journal")
    (folders.library / "shelves" / "snapshot").write_bytes(b"rubbish")

    again = opened(folders)
    assert again.shelf("personas") == {"p": {"n": 1}}
    assert "store.found_rebuilt" in [finding.key for finding in again.findings]
    again.close()
