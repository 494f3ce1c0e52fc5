"""Putting a finished output on disk: whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from sprint.errors import SprintError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.ESTALE, errno.ENOTCONN}


def write_bytes(path: Path, data: bytes | memoryview) -> None:
    """Write beside the place and move there.

    Raises SprintError when the place cannot be written; what stood there before is still there then.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True) if part.parent.is_dir() else None
        raise _explained(error, path) from error


def _explained(error: OSError, path: Path) -> SprintError:
    place = str(path.parent.absolute())
    if error.errno in _FULL:
        return SprintError("export.error.disk_full", place=place)
    if error.errno in _NOT_ALLOWED:
        return SprintError("export.error.not_allowed", place=place)
    if error.errno in _GONE:
        return SprintError("export.error.place_gone", place=place)
    return SprintError("export.error.not_written", name=path.name, place=place)
