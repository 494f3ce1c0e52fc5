"""Turns what the system says about a disk into what a person must be told."""

from __future__ import annotations

import errno
from pathlib import Path

from sprint.errors import SprintError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.ESTALE, errno.ENOTCONN}


def explain(error: OSError, place: Path) -> SprintError:
    """The sentence for a failed write in `place`."""
    if error.errno in _FULL:
        return SprintError("store.disk_full", place=str(place))
    if error.errno in _NOT_ALLOWED:
        return SprintError("store.not_allowed", place=str(place))
    if error.errno in _GONE:
        return SprintError("store.place_gone", place=str(place))
    if error.errno == errno.EFBIG:
        return SprintError("store.file_too_big_for_place", place=str(place))
    if error.errno in (errno.ENAMETOOLONG, errno.EILSEQ):
        return SprintError("store.name_not_possible", name=place.name)
    return SprintError("store.disk_failed", place=str(place))
