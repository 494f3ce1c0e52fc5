"""Disks for the proofs: one that fails, one that remembers everything, one that is quick."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sprint.store.disk import Disk, DiskFile


class QuickDisk(Disk):
    """A disk that does not wait for the medium: for tests in which nobody pulls the plug."""

    def sync_handle(self, handle: int, path: Path, *, data_only: bool) -> None:
        self.admit("sync", path)

    def sync_folder(self, folder: Path) -> None:
        self.admit("sync_folder", folder)

    def pause(self, seconds: float) -> None:
        return None


class FailingDisk(QuickDisk):
    """Fails the n-th call that changes something (and all later ones while `is_broken` stays set)."""

    def __init__(self, code: int = errno.EIO) -> None:
        self.code = code
        self.calls = 0
        self.fail_at: int | None = None
        self.is_sticky = False
        self.is_broken = False
        self.tears_writes = False
        self.only: Callable[[str, Path], bool] = lambda call, path: True
        self._lock = threading.Lock()

    def admit(self, call: str, path: Path, other: Path | None = None) -> None:
        with self._lock:
            if not self.only(call, path):
                return
            self.calls += 1
            hit = self.fail_at is not None and self.calls == self.fail_at
            if hit and self.is_sticky:
                self.is_broken = True
            if hit or self.is_broken:
                raise OSError(self.code, os.strerror(self.code), str(path))

    def write_some(self, handle: int, path: Path, position: int, data: memoryview) -> int:
        try:
            return super().write_some(handle, path, position, data)
        except OSError:
            if self.tears_writes:
                os.write(handle, data[: len(data) // 2])
            raise


@dataclass(frozen=True, slots=True)
class Op:
    """One call that changed the disk; `file` is a number that stays with a file whatever its name."""

    kind: str
    path: Path | None = None
    other: Path | None = None
    file: int = 0
    position: int = 0
    data: bytes = b""
    seq: int = 0


class RecordingDisk(QuickDisk):
    """Does everything and remembers it in order."""

    def __init__(self) -> None:
        self.ops: list[Op] = []
        self._files: dict[Path, int] = {}
        self._handles: dict[int, int] = {}
        self._next = 0
        self._lock = threading.RLock()

    def mark(self, kind: str, seq: int) -> None:
        """Remember that a commit was acknowledged or asked for at this point."""
        with self._lock:
            self.ops.append(Op(kind, seq=seq))

    def create(self, path: Path, *, replace: bool = False) -> DiskFile:
        with self._lock:
            existed = path in self._files
            file = super().create(path, replace=replace)
            if existed:
                self.ops.append(Op("cut", path, file=self._files[path]))
            else:
                self._next += 1
                self._files[path] = self._next
                self.ops.append(Op("create", path, file=self._next))
            self._handles[file._handle] = self._files[path]
            return file

    def append_to(self, path: Path) -> DiskFile:
        with self._lock:
            file = super().append_to(path)
            self._handles[file._handle] = self._files[path]
            return file

    def write_some(self, handle: int, path: Path, position: int, data: memoryview) -> int:
        with self._lock:
            done = super().write_some(handle, path, position, data)
            self.ops.append(Op("write", path, file=self._handles[handle], position=position, data=bytes(data[:done])))
            return done

    def sync_handle(self, handle: int, path: Path, *, data_only: bool) -> None:
        with self._lock:
            self.ops.append(Op("sync", path, file=self._handles[handle]))

    def sync_folder(self, folder: Path) -> None:
        with self._lock:
            self.ops.append(Op("sync_folder", folder))

    def replace(self, source: Path, target: Path) -> None:
        with self._lock:
            super().replace(source, target)
            self._files[target] = self._files.pop(source)
            self.ops.append(Op("rename", source, target, file=self._files[target]))

    def link_or_copy(self, source: Path, target: Path) -> None:
        with self._lock:
            os.link(source, target)
            self._files[target] = self._files[source]
            self.ops.append(Op("link", source, target, file=self._files[source]))

    def unlink(self, path: Path) -> None:
        with self._lock:
            super().unlink(path)
            if self._files.pop(path, None) is not None:
                self.ops.append(Op("unlink", path))

    def make_folder(self, path: Path) -> None:
        with self._lock:
            if path.is_dir():
                return
            self.make_folder(path.parent)
            os.mkdir(path)
            self.ops.append(Op("make_folder", path))
            self.sync_folder(path.parent)
