"""Filling a working folder anew: a whole history and its state beside the old ones, and then the old ones removed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sprint.store.disk import Disk
from sprint.store.frames import Frame, SegmentHead, joined
from sprint.store.journal import segment_name, segment_numbers
from sprint.store.recovery import Places
from sprint.store.shapes import ReadOnlyTables
from sprint.store.snapshot import SNAPSHOT, SNAPSHOT_BEFORE, Sealed, SnapshotMeta, read_snapshot, write_snapshot
from sprint.store.working import Working


def refill(disk: Disk, working: Working, history: Sequence[Frame], tables: ReadOnlyTables, at: str) -> None:
    """Make `history` and its state the only ones in a working folder; the caller holds its lock.

    Until the new snapshot is in place the old state is what a recovery finds, afterwards the new one; what is half done
    can be done again. Raises OSError.
    """
    places = working.places
    number = _next_number(disk, places)
    disk.make_folder(places.journal)
    first, last = history[0], history[-1]
    whole = SegmentHead(number, first.seq - 1, first.prev).pack() + b"".join(joined(history))
    _write_segment(disk, places, number, whole)
    _write_segment(disk, places, number + 1, SegmentHead(number + 1, last.seq, last.crc).pack())
    disk.sync_folder(places.journal)
    sealed = Sealed(number, len(whole), hashlib.sha256(whole).hexdigest())
    meta = SnapshotMeta(working.uid, last.seq, last.crc, at, number + 1, (sealed,))
    write_snapshot(disk, places.folder, meta, tables)
    _remove_others(disk, places, number)


def _next_number(disk: Disk, places: Places) -> int:
    numbers = [0]
    for folder in (places.journal, places.twin, places.refuge):
        numbers += segment_numbers(disk, folder)
    for name in (SNAPSHOT, SNAPSHOT_BEFORE):
        snapshot = read_snapshot(disk, places.folder / name)
        if snapshot is not None:
            numbers.append(snapshot.meta.segment)
    return max(numbers) + 1


def _write_segment(disk: Disk, places: Places, number: int, data: bytes) -> None:
    file = disk.create(places.journal / segment_name(number))
    try:
        file.write(data)
        file.sync()
    finally:
        file.close()


def _remove_others(disk: Disk, places: Places, number: int) -> None:
    disk.unlink(places.folder / SNAPSHOT_BEFORE)
    disk.sync_folder(places.folder)
    for folder in (places.journal, places.twin, places.refuge):
        for other in segment_numbers(disk, folder):
            if folder != places.journal or other < number:
                disk.unlink(folder / segment_name(other))
        if disk.is_folder(folder):
            disk.sync_folder(folder)
