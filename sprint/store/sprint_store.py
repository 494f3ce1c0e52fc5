"""The way into this room for the rest of the house: create, open and list sprints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sprint.store.backups import Backup, list_backups
from sprint.store.disk import Disk
from sprint.store.folders import Folders
from sprint.store.ledger import Clock, utc_now
from sprint.store.opening import (
    Listeners,
    Opened,
    Surroundings,
    Unfinished,
    create,
    open_file,
    open_working,
    unfinished,
)
from sprint.store.session import SprintStore
from sprint.store.shapes import Finding, Holder, ReadOnlyTables, SaveState

OnState = Callable[[SaveState], None]
OnFinding = Callable[[Finding], None]

__all__ = [
    "Backup",
    "Finding",
    "Holder",
    "Opened",
    "SaveState",
    "SprintStore",
    "Unfinished",
    "backups_of",
    "create_sprint",
    "open_sprint",
    "open_unfinished",
    "unfinished_sprints",
]


def create_sprint(
    path: Path | None,
    tables: ReadOnlyTables,
    folders: Folders,
    *,
    on_state: OnState | None = None,
    on_finding: OnFinding | None = None,
    disk: Disk | None = None,
    clock: Clock = utc_now,
    app_version: str = "",
    pictures: Mapping[str, bytes] | None = None,
) -> Opened:
    """Begin a sprint with `tables`; its first commit is the whole state. The people's file comes with `mirror`.

    `pictures` are kept as they are, under the name of their file: checksum and extension.

    `on_state` and `on_finding` are called from threads of the store. Raises SprintError when the name is taken or
    impossible, or a value cannot be kept.
    """
    return create(_around(folders, on_state, on_finding, disk, clock, app_version), path, tables, pictures)


def open_sprint(
    path: Path,
    folders: Folders,
    *,
    read_only: bool = False,
    take_over: bool = False,
    on_state: OnState | None = None,
    on_finding: OnFinding | None = None,
    disk: Disk | None = None,
    clock: Clock = utc_now,
    app_version: str = "",
) -> Opened:
    """Open a people's file; after a crash the working folder's newer work is put back.

    When somebody else has it open the store is read-only and `holder` says who; `take_over` ignores the note on a
    shared drive (never the lock of this computer). Raises SprintError when nothing can be opened.
    """
    around = _around(folders, on_state, on_finding, disk, clock, app_version)
    return open_file(around, path, read_only=read_only, is_taking_over=take_over)


def open_unfinished(
    uid: str,
    folders: Folders,
    *,
    on_state: OnState | None = None,
    on_finding: OnFinding | None = None,
    disk: Disk | None = None,
    clock: Clock = utc_now,
    app_version: str = "",
) -> Opened:
    """Open a sprint that was not closed well, by the `uid` that `unfinished_sprints` gave. Raises SprintError."""
    return open_working(_around(folders, on_state, on_finding, disk, clock, app_version), uid)


def unfinished_sprints(folders: Folders, *, disk: Disk | None = None) -> list[Unfinished]:
    """Sprints to offer on the home screen after a crash, newest first."""
    return unfinished(Surroundings(folders, disk or Disk()))


def backups_of(uid: str, folders: Folders, *, disk: Disk | None = None) -> list[Backup]:
    """Earlier versions of a sprint's people's file, newest first."""
    return list_backups(disk or Disk(), folders.backups / uid)


def _around(
    folders: Folders,
    on_state: OnState | None,
    on_finding: OnFinding | None,
    disk: Disk | None,
    clock: Clock,
    app_version: str,
) -> Surroundings:
    listeners = Listeners(on_state, on_finding)
    return Surroundings(folders, disk or Disk(), clock, app_version=app_version, listeners=listeners)
