"""Earlier versions of a people's file: the last ten, one an hour for a day, one a day for a month.

A backup holds document and history; its pictures stay in the working folder's picture store, where they are
found by checksum, so that ten backups do not cost ten times the photos.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.container_read import MAX_ENTRY_BYTES, Container
from sprint.store.container_write import DOCUMENT, HISTORY, Content
from sprint.store.disk import Disk
from sprint.store.people_file import SUFFIX, put_in_place

_LONGEST_STEM_BYTES = 150
KEEP_LAST = 10
KEEP_HOURLY = timedelta(days=1)
KEEP_DAILY = timedelta(days=30)
_STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True)
class Backup:
    """One earlier version; it opens like any sprint file, read-only."""

    path: Path
    at: datetime


def list_backups(disk: Disk, folder: Path) -> list[Backup]:
    """The backups in a sprint's backup folder, newest first."""
    found: list[Backup] = []
    for name in disk.names(folder):
        with contextlib.suppress(ValueError):
            if name.endswith(SUFFIX):
                at = datetime.strptime(name.removesuffix(SUFFIX).split("-")[0], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(folder / name, at))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def to_keep(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: the last ten, and of each hour of a day and each day of a month the newest."""
    newest_first = sorted(moments, reverse=True)
    kept = set(newest_first[:KEEP_LAST])
    seen: set[str] = set()
    for moment in newest_first:
        for pattern, reach in (("h%Y%m%d%H", KEEP_HOURLY), ("d%Y%m%d", KEEP_DAILY)):
            slot = moment.strftime(pattern)
            if now - moment <= reach and slot not in seen:
                seen.add(slot)
                kept.add(moment)
    return kept


def keep_version(disk: Disk, source: Path, folder: Path, now: datetime) -> Path | None:
    """Keep the people's file `source` as a backup before it is replaced; None when there is nothing to keep.

    A file that cannot be read is kept byte by byte, for somebody may still rescue it. Raises OSError or SprintError.
    """
    if disk.stat(source) is None:
        return None
    disk.make_folder(folder)
    target = folder / f"{now.astimezone(UTC).strftime(_STAMP)}-{safe_stem(source)}{SUFFIX}"
    try:
        with Container(disk, source) as old:
            about = old.manifest
            history = old.checked_pieces(HISTORY, MAX_ENTRY_BYTES) if HISTORY in about.entries else ()
            content = Content(
                about.uid,
                about.seq,
                about.tip,
                about.written_at,
                old.checked_pieces(DOCUMENT, MAX_ENTRY_BYTES),
                history,
                format_version=about.format_version,
                is_without_media=True,
            )
            put_in_place(disk, target, content)
    except SprintError:
        target = target.with_name(f"damaged-{target.name}")
        disk.copy(source, target)
    _rotate(disk, folder, now)
    return target


def _rotate(disk: Disk, folder: Path, now: datetime) -> None:
    backups = list_backups(disk, folder)
    kept = to_keep((backup.at for backup in backups), now)
    for backup in backups:
        if backup.at not in kept:
            disk.unlink(backup.path)


def safe_stem(path: Path) -> str:
    """The name of a people's file as its backups carry it."""
    safe = "".join(sign if sign.isalnum() or sign in " ._" else "_" for sign in path.stem)[:60]
    return safe.encode()[:_LONGEST_STEM_BYTES].decode(errors="ignore")
