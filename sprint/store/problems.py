"""Turns what the system says about a disk into what a person must be told."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from sprint.errors import SprintError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.ESTALE, errno.ENOTCONN}

# What waits in memory while the disk fails, and what is safe here while a file elsewhere fails, are other stories.
_SAVING = {
    "full": "store.disk_full",
    "not_allowed": "store.not_allowed",
    "gone": "store.place_gone",
    "failed": "store.disk_failed",
}
_WRITING_FILE = {
    "full": "store.file_place_full",
    "not_allowed": "store.file_not_allowed",
    "gone": "store.file_place_gone",
    "failed": "store.file_failed",
}


def explain(error: OSError, place: Path) -> SprintError:
    """The sentence for work that cannot be saved in `place`; it waits in memory."""
    return _told(error, place, _SAVING)


def explain_file(error: OSError, place: Path) -> SprintError:
    """The sentence for a people's file that could not be written in `place`; the sprint itself is saved here."""
    return _told(error, place, _WRITING_FILE)


def explain_reading(error: OSError, path: Path) -> SprintError:
    """The sentence for a file that could not be read."""
    if error.errno in _GONE:
        return SprintError("store.file_missing", name=path.name)
    return SprintError("store.file_not_readable", name=path.name)


def _told(error: OSError, place: Path, story: Mapping[str, str]) -> SprintError:
    if error.errno in _FULL:
        return SprintError(story["full"], place=str(place))
    if error.errno in _NOT_ALLOWED:
        return SprintError(story["not_allowed"], place=str(place))
    if error.errno in _GONE:
        return SprintError(story["gone"], place=str(place))
    if error.errno == errno.EFBIG:
        return SprintError("store.file_too_big_for_place", place=str(place))
    if error.errno in (errno.ENAMETOOLONG, errno.EILSEQ):
        return SprintError("store.name_not_possible", name=place.name)
    return SprintError(story["failed"], place=str(place))
