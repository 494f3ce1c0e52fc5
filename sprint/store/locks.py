"""One writer per sprint: a lock of the system on the working folder, and a note beside a shared file.

The system frees the first when a process dies, however it dies. The second is advice for shared drives, where
no lock can be trusted: it tells who has the file open, and is ignored when that is plainly over.
"""

from __future__ import annotations

import contextlib
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

import orjson

from sprint.store.disk import Disk
from sprint.store.machine import is_running
from sprint.store.shapes import Holder
from sprint.store.system_lock import SystemLock

STALE_AFTER = timedelta(hours=24)
_HOLDER = "holder.json"


def read_holder(disk: Disk, path: Path) -> Holder | None:
    """Who is named in a holder file, None when there is none that can be read."""
    data = disk.read_or_none(path)
    if data is None:
        return None
    try:
        raw = orjson.loads(data)
        return Holder(str(raw["user"]), str(raw["host"]), int(raw["pid"]), str(raw["since"]), str(raw.get("boot", "")))
    except (ValueError, KeyError, TypeError):
        return None


class FolderLock:
    """The lock on a working folder; a holder file that stays behind tells that a session did not end well."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk = disk
        self._folder = folder
        self._lock: SystemLock | None = None
        self._name = b""

    @property
    def holder_path(self) -> Path:
        """Where the holder's name lies."""
        return self._folder / _HOLDER

    def take(self, me: Holder, *, is_noted: bool = True) -> Holder | None:
        """Take the lock; returns who has it when it is taken already (this program included).

        `is_noted` leaves our name: others see it at once, `settle` makes it durable, which the window need not wait
        for. Raises OSError when the folder cannot be used.
        """
        self._disk.make_folder(self._folder)
        lock = SystemLock(self._folder / "lock")
        if not lock.take():
            return read_holder(self._disk, self.holder_path) or Holder("", "", 0, "")
        self._lock = lock
        with contextlib.suppress(OSError):
            if is_noted:
                self._name = orjson.dumps(asdict(me))
                self._disk.write_file(self.holder_path, self._name, is_durable=False)
        return None

    def settle(self) -> None:
        """Make our name durable, before anything of this session counts as saved."""
        with contextlib.suppress(OSError):
            if self._name:
                self._disk.write_file(self.holder_path, self._name)

    def was_left_behind(self) -> bool:
        """Whether a session in this folder ended without saying goodbye; asked before `take`."""
        return self._disk.stat(self.holder_path) is not None

    def is_free(self) -> bool:
        """Whether nobody has the lock now."""
        lock = SystemLock(self._folder / "lock")
        try:
            is_free = lock.take()
        except OSError:
            return False
        lock.release()
        return is_free

    def release(self, *, is_clean: bool = True) -> None:
        """Let go; without `is_clean` the holder file stays, so that the next start offers to look."""
        if self._lock is None:
            return
        if is_clean:
            with contextlib.suppress(OSError):
                self._disk.unlink(self.holder_path)
        self._lock.release()
        self._lock = None


class Note:
    """The advisory note beside a people's file; all its troubles are silent, for it is best effort."""

    def __init__(self, disk: Disk, people_file: Path, me: Holder) -> None:
        self._disk = disk
        self._me = me
        self._path = people_file.with_name(f".{people_file.name}.open")
        self._is_ours = False

    def other(self, now: datetime) -> Holder | None:
        """Who else has the file open, as far as one can tell."""
        holder = read_holder(self._disk, self._path)
        if holder is None or (holder.host == self._me.host and holder.pid == self._me.pid):
            return None
        if holder.host == self._me.host:
            is_over = holder.boot != self._me.boot or not is_running(holder.pid)
            return None if is_over else holder
        try:
            is_old = now - datetime.fromisoformat(holder.since) > STALE_AFTER
        except (ValueError, TypeError):
            return None
        return None if is_old else holder

    def was_left_behind(self) -> bool:
        """Whether a session on this computer ended without taking its note away; asked before `put`."""
        holder = read_holder(self._disk, self._path)
        return holder is not None and holder.host == self._me.host

    def put(self) -> None:
        """Say that this program has the file open; where the folder is away (a stick) no folder is made for it."""
        if not self._disk.is_folder(self._path.parent):
            return
        with contextlib.suppress(OSError):
            # Never durable: after a power cut nobody has the file open.
            self._disk.write_file(self._path, orjson.dumps(asdict(self._me)), is_durable=False)
            self._is_ours = True

    def remove(self) -> None:
        """Take the note away if it is ours."""
        if self._is_ours and read_holder(self._disk, self._path) == self._me:
            with contextlib.suppress(OSError):
                self._disk.unlink(self._path)
        self._is_ours = False
