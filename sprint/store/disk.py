"""The only door between the store and the file system, so that proofs can record it, fail it or cut its power."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sprint.frozen import dataclass

_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_DIRECTORY_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EACCES}
REPLACE_TRIES = 10
REPLACE_PAUSE_SECONDS = 0.05


@dataclass(frozen=True)
class Stat:
    """Size in bytes and time of last change of a file."""

    size: int
    mtime_ns: int


class DiskFile:
    """A file open for writing; it is durable only after `sync`, and its name only after `Disk.sync_folder`."""

    def __init__(self, disk: Disk, path: Path, handle: int, position: int = 0) -> None:
        self.path = path
        self._disk = disk
        self._handle = handle
        self._position = position
        self._is_open = True

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Write all of `data` at the current place; short writes of the system are continued."""
        view = memoryview(data)
        while view:
            done = self._disk.write_some(self._handle, self.path, self._position, view)
            self._position += done
            view = view[done:]
        return len(data)

    def tell(self) -> int:
        """The place in bytes where the next write goes."""
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        """Move the writing place (zipfile goes back to fill in sizes)."""
        self._position = os.lseek(self._handle, offset, whence)
        return self._position

    def flush(self) -> None:
        """Nothing is kept in memory here; zipfile asks for it."""

    def sync(self, *, data_only: bool = False) -> None:
        """Return when the content is on the medium; raises OSError when it is not."""
        self._disk.sync_handle(self._handle, self.path, data_only=data_only)

    def is_still_there(self) -> bool:
        """Whether the file still has a name; writing to a deleted file succeeds and saves nothing."""
        return os.name == "nt" or os.fstat(self._handle).st_nlink > 0

    def close(self) -> None:
        """Give the handle back; safe to call twice."""
        if self._is_open:
            self._is_open = False
            os.close(self._handle)


class Disk:
    """Every call that touches the file system for the store.

    Subclasses in the proofs override `admit` to count, record or fail calls, and `write_some` to tear writes.
    """

    def admit(self, call: str, path: Path, other: Path | None = None) -> None:
        """Asked before each call that changes the disk; raise OSError to let it fail."""

    # -- writing ------------------------------------------------------------------------------------------

    def create(self, path: Path, *, replace: bool = False) -> DiskFile:
        """Open a new file for writing; without `replace` an existing one raises FileExistsError."""
        self.admit("create", path)
        flags = os.O_CREAT | os.O_RDWR | _BINARY | (os.O_TRUNC if replace else os.O_EXCL)
        return DiskFile(self, path, os.open(path, flags, 0o666))

    def append_to(self, path: Path) -> DiskFile:
        """Open an existing file to write after its end."""
        self.admit("append", path)
        handle = os.open(path, os.O_WRONLY | _BINARY)
        return DiskFile(self, path, handle, os.lseek(handle, 0, os.SEEK_END))

    def write_some(self, handle: int, path: Path, position: int, data: memoryview) -> int:
        """Write a first part of `data` at `position`, which is where the handle stands."""
        self.admit("write", path)
        return os.write(handle, data)

    def sync_handle(self, handle: int, path: Path, *, data_only: bool) -> None:
        """Flush one open file to the medium."""
        self.admit("sync", path)
        if sys.platform == "darwin":  # pragma: no cover - fsync there stops at the drive's own memory
            import fcntl  # noqa: PLC0415 - exists on Unix only

            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        elif data_only and hasattr(os, "fdatasync"):
            os.fdatasync(handle)
        else:
            os.fsync(handle)

    def sync_folder(self, folder: Path) -> None:
        """Make the names in `folder` durable; file systems that cannot (FAT, Windows) are let off."""
        self.admit("sync_folder", folder)
        if os.name == "nt":  # pragma: no cover - Windows cannot open a folder
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _NO_DIRECTORY_SYNC:
                raise
        finally:
            os.close(handle)

    def write_file(self, path: Path, data: bytes, *, is_durable: bool = True) -> None:
        """Put a small file in place as a whole: beside, synced, renamed, folder synced.

        Without `is_durable` nothing is synced: other programs see it at once, a power cut may take it away.
        """
        beside = path.with_name(f".{path.name}.new")
        self.make_folder(path.parent)
        file = self.create(beside, replace=True)
        try:
            file.write(data)
            if is_durable:
                file.sync()
        finally:
            file.close()
        self.replace(beside, path)
        if is_durable:
            self.sync_folder(path.parent)

    def replace(self, source: Path, target: Path) -> None:
        """Rename over `target`; a virus scanner that holds it for a moment (Windows) is waited for."""
        for tries_left in reversed(range(REPLACE_TRIES)):
            try:
                self.admit("rename", source, target)
                os.replace(source, target)
                return
            except PermissionError:
                if not tries_left:
                    raise
                self.pause(REPLACE_PAUSE_SECONDS)

    def link_or_copy(self, source: Path, target: Path) -> None:
        """Give `source` a second name; where the file system has no links the bytes are copied and synced."""
        try:
            self.admit("link", source, target)
            os.link(source, target)
        except (OSError, NotImplementedError, AttributeError):
            self.copy(source, target)

    def copy(self, source: Path, target: Path) -> None:
        """Copy the bytes of one file and sync them."""
        out = self.create(target, replace=True)
        try:
            with self.open_read(source) as file:
                while chunk := file.read(1 << 20):
                    out.write(chunk)
            out.sync()
        finally:
            out.close()

    def unlink(self, path: Path) -> None:
        """Remove a file; one that is not there is fine."""
        self.admit("unlink", path)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)

    def make_folder(self, path: Path) -> None:
        """Create a folder and its parents; new names are made durable in their parents."""
        if path.is_dir():
            return
        self.make_folder(path.parent)
        self.admit("make_folder", path)
        with contextlib.suppress(FileExistsError):
            os.mkdir(path, 0o700)
        self.sync_folder(path.parent)

    def remove_folder(self, path: Path) -> None:
        """Remove a folder that is empty."""
        self.admit("remove_folder", path)
        os.rmdir(path)

    def pause(self, seconds: float) -> None:
        """Wait before trying again; tests replace it."""
        threading.Event().wait(seconds)

    # -- reading ------------------------------------------------------------------------------------------

    def open_read(self, path: Path) -> BinaryIO:
        """Open a file for reading bytes."""
        return open(path, "rb")

    def read(self, path: Path, limit: int | None = None) -> bytes:
        """The content of a file, at most `limit` bytes of it."""
        with self.open_read(path) as file:
            return file.read() if limit is None else file.read(limit)

    def read_or_none(self, path: Path) -> bytes | None:
        """The content of a file, None when it is missing or the medium cannot read it."""
        try:
            return self.read(path)
        except OSError:
            return None

    def stat(self, path: Path) -> Stat | None:
        """Size and time of an ordinary file, None when there is none."""
        try:
            found = os.stat(path)
        except (OSError, ValueError):
            return None
        return Stat(found.st_size, found.st_mtime_ns) if path.is_file() else None

    def is_special(self, path: Path) -> bool:
        """Whether `path` is a pipe, a device or the like: opening one may wait without end."""
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError):
            return False
        return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))

    def real(self, path: Path) -> Path:
        """The place a path leads to, links followed, so that two ways to one file are known to be one."""
        if os.name == "nt":  # pragma: no cover - there it would turn the letter of a network drive into a long name
            return path.absolute()
        try:
            return Path(os.path.realpath(path))
        except (OSError, ValueError):
            return path.absolute()

    def is_same_place(self, one: Path, other: Path) -> bool:
        """Whether two paths are two spellings of one file; a file that has two names of its own is two files."""
        if one == other or self.real(one) == self.real(other):
            return True
        try:
            first, second = os.stat(one), os.stat(other)
        except (OSError, ValueError):
            return False
        return os.path.samestat(first, second) and first.st_nlink == 1

    def is_folder(self, path: Path) -> bool:
        """Whether `path` is a folder."""
        return path.is_dir()

    def names(self, folder: Path) -> list[str]:
        """Sorted names inside a folder; empty when it is missing or cannot be read."""
        try:
            return sorted(os.listdir(folder))
        except OSError:
            return []

    def folders_in(self, folder: Path) -> Iterator[Path]:
        """The folders directly inside `folder`, by name."""
        for name in self.names(folder):
            if (folder / name).is_dir():
                yield folder / name

    def free_bytes(self, folder: Path) -> int | None:
        """Free space for this user in bytes, None when the system does not tell."""
        try:
            return shutil.disk_usage(folder).free
        except OSError:
            return None

    def forget_cached(self, path: Path) -> None:
        """Ask the system to drop its memory of a file, so that reading it back really reads the medium."""
        if not hasattr(os, "posix_fadvise"):  # pragma: no cover - Windows and macOS
            return
        with contextlib.suppress(OSError), self.open_read(path) as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
