"""Putting a people's file in its place without ever endangering the one that is there."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.container_read import Container
from sprint.store.container_write import Content, write_container
from sprint.store.disk import Disk
from sprint.store.problems import explain_file

_TAIL_BYTES = 1 << 16
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}
"""Names that Windows keeps for itself, whatever follows their first point."""
_FORBIDDEN = set('<>:"/\\|?*')
SUFFIX = ".sprint"
_LONGEST_NAME_BYTES = 200


@dataclass(frozen=True)
class Fingerprint:
    """How a people's file is recognised: its size and the checksum of its end, which lists all checksums."""

    size: int
    tail: str


def fingerprint(disk: Disk, path: Path) -> Fingerprint | None:
    """The fingerprint of a file, None when it is not there or cannot be read."""
    found = disk.stat(path)
    if found is None:
        return None
    try:
        with disk.open_read(path) as file:
            file.seek(max(0, found.size - _TAIL_BYTES))
            return Fingerprint(found.size, hashlib.sha256(file.read(_TAIL_BYTES)).hexdigest())
    except OSError:
        return None


def check_name(path: Path) -> None:
    """Raise SprintError for a file name that a stick or another computer cannot hold."""
    stem = path.name.split(".")[0].rstrip().upper()
    has_wrong_sign = any(sign in _FORBIDDEN or ord(sign) < 32 or 0xD800 <= ord(sign) < 0xE000 for sign in path.name)
    if (
        has_wrong_sign
        or stem in RESERVED
        or path.name != path.name.rstrip(" .")
        or len(path.name.encode(errors="replace")) > _LONGEST_NAME_BYTES
    ):
        raise SprintError("store.name_not_possible", name=path.name)


def unfinished_name(target: Path) -> str:
    """How the name of a people's file begins that is being written; short enough for any name it stands beside."""
    return f".{_cut(target.name, _LONGEST_NAME_BYTES)}.tmp-"


def _cut(name: str, most: int) -> str:
    return name.encode(errors="ignore")[:most].decode(errors="ignore")


def put_in_place(
    disk: Disk,
    target: Path,
    content: Content,
    *,
    between: Callable[[], None] = lambda: None,
    before_replace: Callable[[], Path] | None = None,
    is_read_from_medium: bool = False,
) -> tuple[Path, Fingerprint]:
    """Write `content` beside `target`, sync, verify by reading back, and rename; tells where it went.

    `before_replace` may choose another place at the last moment. Raises SprintError; the old file is untouched then.
    """
    beside = target.with_name(unfinished_name(target) + content.uid[:8])
    try:
        file = disk.create(beside, replace=True)
        try:
            write_container(disk, file, content, between)
            file.sync()
        except zipfile.LargeZipFile as error:
            raise OSError(errno.EFBIG, str(error)) from error
        finally:
            file.close()
        if is_read_from_medium:
            disk.forget_cached(beside)
        with Container(disk, beside) as written:
            written.verify()
        place = before_replace() if before_replace is not None else target
        disk.replace(beside, place)
        disk.sync_folder(place.parent)
    except OSError as error:
        _tidy(disk, beside)
        raise explain_file(error, target.parent) from error
    except SprintError as error:
        _tidy(disk, beside)
        raise SprintError("store.written_wrong", place=str(target.parent)) from error
    made = fingerprint(disk, place)
    if made is None:
        raise SprintError("store.file_place_gone", place=str(target.parent))
    return place, made


def _tidy(disk: Disk, beside: Path) -> None:
    with contextlib.suppress(OSError):
        disk.unlink(beside)


def conflict_path(disk: Disk, path: Path, now: datetime) -> Path:
    """A free name beside `path` for our version when someone else changed the file."""
    stamp = now.astimezone().strftime("%Y-%m-%d %H.%M")
    stem = _cut(path.stem, _LONGEST_NAME_BYTES)
    free = path.with_name(f"{stem} (conflict {stamp}){path.suffix}")
    number = 2
    while disk.stat(free) is not None:
        free = path.with_name(f"{stem} (conflict {stamp} {number}){path.suffix}")
        number += 1
    return free
