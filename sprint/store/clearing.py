"""What this computer keeps of sprints that are finished: a month later the people's file alone is enough.

Only what can be proved is let go. The people's file must be read whole, every checksum verified, hold the same last
edit, a history that reaches back to its beginning, and every picture. Its earlier versions (`backups`) stay. Whatever
is not sure stays for another time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from sprint.errors import SprintError
from sprint.store.choosing import read_people_file
from sprint.store.container_read import Container
from sprint.store.disk import Disk
from sprint.store.folders import Folders
from sprint.store.locks import FolderLock
from sprint.store.machine import this_holder
from sprint.store.media import MediaStore
from sprint.store.people_file import fingerprint
from sprint.store.recovery import is_whole, recover
from sprint.store.shapes import FORMAT_VERSION
from sprint.store.working import ORIGIN, Origin, Working, all_working

KEPT_FOR = timedelta(days=30)
_AT_MOST = 5
"""In one go: reading a file with many photos takes a second, and tomorrow is another day."""


def clear_finished(folders: Folders, now: datetime, *, disk: Disk | None = None) -> list[str]:
    """Let go of the working folders of finished sprints, beside the window; gives their uids."""
    disk = disk or Disk()
    cleared: list[str] = []
    for working in all_working(disk, folders):
        if len(cleared) < _AT_MOST and _is_old(disk, working, now) and _clear(disk, working, now):
            cleared.append(working.uid)
    return cleared


def _is_old(disk: Disk, working: Working, now: datetime) -> bool:
    """Whether its people's file was last read or written long ago, by a session that ended well."""
    noted = disk.stat(working.folder / ORIGIN)
    is_open_or_left = FolderLock(disk, working.folder).was_left_behind()
    if noted is None or is_open_or_left or disk.stat(working.erasing_note) is not None:
        return False
    return noted.mtime_ns / 1e9 < (now - KEPT_FOR).timestamp()


def _clear(disk: Disk, working: Working, now: datetime) -> bool:
    try:
        origin = working.origin(disk)
        if not _is_all_in_file(disk, working, origin):
            return False
        lock = FolderLock(disk, working.folder)
        if lock.take(this_holder(disk, now), is_noted=False) is not None:
            return False
        try:
            # Somebody may have had it open while its file was read.
            if working.origin(disk) != origin or fingerprint(disk, Path(origin.path)) != origin.known:
                return False
            _remove(disk, working)
        finally:
            lock.release()
    except (OSError, SprintError):
        return False
    return True


def _is_all_in_file(disk: Disk, working: Working, origin: Origin) -> bool:
    path = Path(origin.path)
    if not origin.path or origin.known is None or fingerprint(disk, path) != origin.known:
        return False
    ours = recover(disk, working.places)
    if ours is None or ours.findings or ours.missing or not ours.is_tidy:
        return False
    file = read_people_file(disk, path)
    is_same = (file.seq, file.tip, file.format_version) == (ours.seq, ours.tip, FORMAT_VERSION)
    if not is_same or file.is_hurt or file.findings or not is_whole(file.frames):
        return False
    with Container(disk, path) as box:
        box.verify()
        pictures = box.manifest.pictures if box.manifest.has_media_inside else {}
    return all(picture.name in pictures for picture in MediaStore(disk, working.media).paths())


def _remove(disk: Disk, working: Working) -> None:
    """Take everything but the lock, which another session may be about to try; the note of the file goes last."""
    for base in (working.places.twin, working.places.refuge):
        _empty(disk, base)
        if disk.is_folder(base):
            disk.remove_folder(base)
    for folder in (working.places.journal, working.media):
        _empty(disk, folder)
    for name in disk.names(working.folder):
        if name not in ("lock", ORIGIN) and disk.stat(working.folder / name) is not None:
            disk.unlink(working.folder / name)
    disk.unlink(working.folder / ORIGIN)


def _empty(disk: Disk, folder: Path) -> None:
    for name in disk.names(folder):
        if disk.is_folder(folder / name):
            _empty(disk, folder / name)
            disk.remove_folder(folder / name)
        else:
            disk.unlink(folder / name)
