"""Makes the disk fail at every call of a session and looks whether anything is lost."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from sprint.errors import SprintError
from sprint.store.folders import Folders
from sprint.store.sprint_store import SprintStore, create_sprint, open_sprint
from tests.proof.disks import FailingDisk, QuickDisk
from tests.proof.sessions import edit, newest, small_snapshots

SAYS_SO = {
    *("store.disk_failed", "store.disk_full", "store.not_allowed", "store.place_gone"),
    *("store.file_failed", "store.file_place_full", "store.file_not_allowed", "store.file_place_gone"),
    "store.found_no_place",
}


@dataclass
class FaultCounts:
    """What the faults did."""

    faults: int = 0
    unopenable: int = 0
    lost: int = 0
    silent: int = 0
    old_file_hurt: int = 0
    problems: list[str] = field(default_factory=list)


def prepared(root: Path) -> Path:
    """A closed sprint with three edits."""
    path = root / "wijk.sprint"
    store = create_sprint(path, {}, Folders(root / "data", root / "refuge"), disk=QuickDisk()).store
    for number in (1, 2, 3):
        store.commit(edit(number), kind="edit", label="edit")
    store.close()
    return path


def work(store: SprintStore) -> list[str]:
    """Edit, with a snapshot on the way, mirror and copy; the keys of all that was said."""
    said: list[str] = []
    for number in range(4, 9):
        store.commit(edit(number), kind="edit", label="edit")
        if not store.flush() and store.state.error is not None:
            said.append(store.state.error.key)
    finding = store.mirror()
    if finding is not None:
        said.append(finding.key)
    return said


def put_back(template: Path, root: Path) -> None:
    """Have the prepared sprint again, as it was."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(template, root)


def one_fault(root: Path, disk: FailingDisk, counts: FaultCounts) -> bool:
    """One session on a disk that fails; False when the session was over before the fault came."""
    path, folders = root / "wijk.sprint", Folders(root / "data", root / "refuge")
    where = f"call {disk.fail_at}, code {disk.code}, sticky {disk.is_sticky}, torn {disk.tears_writes}"
    said: list[str] = []
    try:
        opened = open_sprint(path, folders, disk=disk)
        if opened.store.read_only:  # without a place to keep work it can only be looked at
            opened.store.close()
            raise SprintError(opened.findings[-1].key)
    except SprintError as error:
        said.append(error.key)
        disk.fail_at, disk.is_broken = None, False
        opened = open_sprint(path, folders, disk=disk)
    store = opened.store
    said += work(store)
    came = disk.fail_at is None or disk.calls >= disk.fail_at
    counts.silent += bool(came and not said and not store.state.is_saved)
    memory = newest(store.tables)
    if memory != 8:
        counts.problems.append(f"{where}: memory holds {memory}")
        counts.lost += 1
    _check_old_file(path, root, counts, where)
    disk.fail_at, disk.is_broken = None, False
    if not store.flush() or store.state.error is not None:
        counts.problems.append(f"{where}: not saved although the disk is back: {store.state}")
        counts.lost += 1
    store.close()
    if said and not set(said) <= SAYS_SO:
        counts.problems.append(f"{where}: said {said}")
    _check_reopen(path, folders, counts, where)
    counts.faults += came
    return came


def _check_old_file(path: Path, root: Path, counts: FaultCounts, where: str) -> None:
    """The people's file opens by itself, old or new, at any moment."""
    elsewhere = root / "alone"
    elsewhere.mkdir()
    shutil.copy(path, elsewhere / "alone.sprint")
    try:
        store = open_sprint(elsewhere / "alone.sprint", Folders(elsewhere / "data"), disk=QuickDisk()).store
        if newest(store.tables) not in (3, 8):
            raise SprintError("wrong")
        store.close()
    except SprintError as error:
        counts.old_file_hurt += 1
        counts.problems.append(f"{where}: the people's file is hurt: {error}")


def _check_reopen(path: Path, folders: Folders, counts: FaultCounts, where: str) -> None:
    try:
        store = open_sprint(path, folders, disk=QuickDisk()).store
    except SprintError as error:
        counts.unopenable += 1
        counts.problems.append(f"{where}: {error}")
        return
    if newest(store.tables) != 8:
        counts.lost += 1
        counts.problems.append(f"{where}: {newest(store.tables)} of 8 after reopening")
    store.close()


def every_fault(
    root: Path, code: int, *, is_sticky: bool, tears_writes: bool, is_copy: bool = False, step: int = 1
) -> FaultCounts:
    """Fail call 1, 1+step, … of the session until it gets through.

    `is_copy` has the session work on a copy of a sprint file that is still in its own place.
    """
    counts = FaultCounts()
    first, template = root / ("original" if is_copy else "try"), root / "template"
    first.mkdir(parents=True)
    prepared(first)
    shutil.copytree(first, template)
    number = 1
    with small_snapshots(3):
        while True:
            disk = FailingDisk(code)
            disk.fail_at, disk.is_sticky, disk.tears_writes = number, is_sticky, tears_writes
            put_back(template, root / "try")
            if not one_fault(root / "try", disk, counts):
                return counts
            number += step
