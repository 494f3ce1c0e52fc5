"""Where people's files are: links, other names, moved while open, beside a copy of themselves, with odd names."""

from __future__ import annotations

import errno
import os
import shutil
import socket
from pathlib import Path

import pytest

from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.store.shapes import Finding
from sprint.store.sprint_store import SprintStore
from tests.proof.disks import FailingDisk
from tests.proof.sessions import edit, newest
from tests.sprint.store.conftest import Here


def work(store: SprintStore, first: int, last: int) -> None:
    for number in range(first, last + 1):
        store.commit(edit(number), kind="edit", label="edit")


def keys(findings: tuple[Finding, ...]) -> list[str]:
    for finding in findings:
        for language in ("nl", "en"):
            assert "{" not in Translator.load(language)(finding.key, **finding.params)
    return [finding.key for finding in findings]


def look(here: Here, path: Path) -> tuple[int, list[str]]:
    """The newest edit in a file and what is told about it."""
    opened = here.open(path)
    opened.store.close()
    return newest(opened.store.tables), keys(opened.findings)


def test_a_link_to_a_file_and_the_file_are_one_sprint(here: Here, tmp_path: Path) -> None:
    (tmp_path / "cloud").mkdir()
    real, link = tmp_path / "cloud" / "wijk.sprint", tmp_path / "wijk.sprint"
    here.create(real).store.close()
    link.symlink_to(real)
    first = here.open(link).store
    second = here.open(real)
    assert second.store.read_only
    assert keys(second.findings) == ["store.found_open_here"]
    second.store.close()
    work(first, 1, 3)
    assert first.close() == ()
    assert link.is_symlink()
    assert look(here, real) == look(here, link) == (3, [])
    assert (
        sorted(path.name for path in tmp_path.rglob("*.sprint") if "data" not in path.parts[-4:]) == ["wijk.sprint"] * 2
    )


def test_two_spellings_of_a_path_are_one_sprint(here: Here, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    here.create().store.close()
    first = here.open(tmp_path / "map" / ".." / "wijk.sprint").store
    assert here.open().store.read_only
    first.close()


def test_a_second_name_of_a_file_goes_its_own_way(here: Here, tmp_path: Path) -> None:
    store = here.create().store
    work(store, 1, 2)
    store.close()
    os.link(here.path, tmp_path / "tweede.sprint")
    first, second = here.open().store, here.open(tmp_path / "tweede.sprint").store
    work(first, 3, 4)
    work(second, 3, 6)
    assert (first.close(), second.close()) == ((), ())
    assert look(here, here.path) == (4, [])
    assert look(here, tmp_path / "tweede.sprint") == (6, [])


def test_a_file_that_gets_another_name_while_it_is_open_is_followed(here: Here, tmp_path: Path) -> None:
    store = here.create().store
    store.mirror()
    (tmp_path / "zwerfvuil.sprint").write_bytes(b"PK another file")
    here.path.rename(tmp_path / "nieuw.sprint")
    work(store, 1, 3)
    assert keys(store.close()) == ["store.found_renamed"]
    assert store.path == tmp_path / "nieuw.sprint"
    assert not here.path.exists()
    assert look(here, tmp_path / "nieuw.sprint") == (3, [])


def test_a_file_that_is_moved_away_while_it_is_open_is_written_again_and_the_other_says_it_is_older(
    here: Here, tmp_path: Path
) -> None:
    store = here.create().store
    store.mirror()
    (tmp_path / "elders").mkdir()
    here.path.rename(tmp_path / "elders" / "wijk.sprint")
    work(store, 1, 3)
    assert keys(store.close()) == ["store.found_written_again"]
    assert look(here, here.path) == (3, [])
    opened = here.open(tmp_path / "elders" / "wijk.sprint")
    assert keys(opened.findings) == ["store.found_older_copy"]
    assert opened.findings[0].params["place"] == str(here.path)
    opened.store.close()
    assert look(here, tmp_path / "elders" / "wijk.sprint") == (0, [])


def test_a_folder_that_gets_another_name_while_it_is_open_loses_nothing(here: Here, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    store = here.create(tmp_path / "map" / "wijk.sprint").store
    store.mirror()
    (tmp_path / "map").rename(tmp_path / "andere map")
    work(store, 1, 3)
    assert keys(store.close()) == ["store.file_place_gone"]
    assert not (tmp_path / "map").exists()
    assert look(here, tmp_path / "andere map" / "wijk.sprint") == (3, ["store.found_unsaved_work"])


def test_a_copy_in_its_own_place_is_the_file_itself(here: Here, tmp_path: Path) -> None:
    store = here.create().store
    store.mirror()
    work(store, 1, 2)
    looking = here.open().store
    with pytest.raises(SprintError, match=r"store\.name_taken"):
        looking.save_copy(here.path)
    looking.close()
    (tmp_path / "hier").symlink_to(tmp_path)
    store.save_copy(tmp_path / "hier" / "wijk.sprint")
    work(store, 3, 4)
    assert store.close() == ()
    assert look(here, here.path) == (4, [])
    assert [path.name for path in tmp_path.glob("*.sprint")] == ["wijk.sprint"]


@pytest.mark.parametrize(
    "name", ["a" * 248 + ".sprint", "twee\nregels.sprint", "kaf\udce9.sprint", ".sprint", "😀" * 60 + ".sprint"]
)
def test_a_file_with_an_odd_name_opens_saves_and_opens_again(here: Here, tmp_path: Path, name: str) -> None:
    here.create().store.close()
    path = tmp_path / name
    here.path.rename(path)
    store = here.open(path).store
    work(store, 1, 2)
    assert store.close() == ()
    assert look(here, path) == (2, [])
    path.write_bytes(b"rubbish")
    store = here.open(path).store
    (tmp_path / "beside").mkdir()
    path.write_bytes(b"somebody else's")
    work(store, 3, 4)
    assert keys(store.close()) == ["store.found_conflict"]
    assert store.path is not None and look(here, store.path) == (4, [])


def test_a_backup_is_named_whatever_the_name_of_the_file(here: Here, tmp_path: Path) -> None:
    path = tmp_path / "Zwerfafval (2026) – dag 2.sprint"
    store = here.create(path).store
    store.mirror()
    work(store, 1, 2)
    store.close()
    for folder in (here.folders.working, here.folders.twins):
        shutil.rmtree(folder)
    path.write_bytes(b"rubbish")
    with pytest.raises(SprintError, match=r"store\.damaged_see_backup") as caught:
        here.open(path)
    opened = here.open(Path(str(caught.value.params["backup"])), read_only=True)
    assert newest(opened.store.tables) == 0
    opened.store.close()


def test_what_is_no_ordinary_file_is_never_waited_for(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pijp.sprint")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("dop.sprint")
    for path in (tmp_path / "pijp.sprint", tmp_path / "dop.sprint", Path("/dev/zero")):
        with pytest.raises(SprintError, match=r"store\.not_a_sprint"):
            here.open(path)
    with pytest.raises(SprintError, match=r"store\.file_missing"):
        here.open(tmp_path / "a\0b.sprint")


def test_where_the_program_has_no_place_a_sprint_can_be_looked_at_and_none_begun(here: Here, tmp_path: Path) -> None:
    store = here.create().store
    work(store, 1, 2)
    store.close()
    there = Here(tmp_path / "elsewhere", FailingDisk(errno.EROFS))
    assert isinstance(there.disk, FailingDisk)
    there.disk.is_broken = True
    opened = there.open(here.path)
    assert newest(opened.store.tables) == 2
    assert opened.store.read_only
    assert keys(opened.findings) == ["store.found_no_place"]
    opened.store.close()
    with pytest.raises(SprintError, match=r"store\.no_place"):
        there.create(tmp_path / "nieuw.sprint")
    assert not (tmp_path / "elsewhere").exists()
    assert not (tmp_path / "nieuw.sprint").exists()
