"""The snapshot: the whole state at one moment, with a checksum and a list of the journal files that must exist."""

from __future__ import annotations

import contextlib
import hashlib
import struct
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path

import orjson

from sprint.frozen import dataclass
from sprint.store.disk import Disk
from sprint.store.shapes import FORMAT_VERSION, ReadOnlyTables, Tables

_MAGIC = b"RgSnap2\n"
_TAIL = struct.Struct("<I32s8s")
SLICE_RECORDS = 250
SNAPSHOT = "snapshot"
SNAPSHOT_BEFORE = "snapshot.bak"


@dataclass(frozen=True)
class Sealed:
    """A journal file that nothing will be added to any more."""

    number: int
    size: int
    sha256: str


@dataclass(frozen=True)
class SnapshotMeta:
    """What a snapshot says about itself; `segment` is the journal file that continues it and must exist."""

    uid: str
    seq: int
    tip: int
    at: str
    segment: int
    sealed: tuple[Sealed, ...]
    format_version: int = FORMAT_VERSION
    size: int = 0
    sha256: str = ""


@dataclass(frozen=True)
class Snapshot:
    """A snapshot that checked out; the records are parsed on demand."""

    meta: SnapshotMeta
    payload: bytes

    def tables(self) -> Tables:
        """The state, freshly parsed."""
        tables: Tables = orjson.loads(self.payload)
        return tables


def json_slices(tables: ReadOnlyTables, slice_records: int = SLICE_RECORDS) -> Iterator[bytes]:
    """The JSON of all tables in pieces, so that no single call keeps the interpreter for long.

    Tables come by name; the pieces joined are one JSON object. Records keep their order, for equal states
    are written in the order of their ids by `sorted_tables`.
    """
    yield b"{"
    for number, name in enumerate(sorted(tables)):
        yield (b"," if number else b"") + orjson.dumps(name) + b":{"
        rows = iter(tables[name].items())
        is_first = True
        while part := dict(islice(rows, slice_records)):
            yield (b"" if is_first else b",") + orjson.dumps(part, option=orjson.OPT_SORT_KEYS)[1:-1]
            is_first = False
        yield b"}"
    yield b"}"


def write_snapshot(
    disk: Disk,
    folder: Path,
    meta: SnapshotMeta,
    tables: ReadOnlyTables,
    between: Callable[[], None] = lambda: None,
) -> None:
    """Write a snapshot beside the old one, sync, keep the old as `.bak`, and put it in place.

    `between` is called after each slice, so that the caller can go on saving edits. Raises OSError; the old
    snapshot is then untouched.
    """
    beside = folder / ".snapshot.new"
    file = disk.create(beside, replace=True)
    try:
        digest = hashlib.sha256()
        size = 0
        file.write(_MAGIC)
        for piece in _gathered(json_slices(tables)):
            digest.update(piece)
            size += file.write(piece)
            between()
        full = orjson.dumps(asdict(replace(meta, size=size, sha256=digest.hexdigest())))
        file.write(full + _TAIL.pack(len(full), hashlib.sha256(full).digest(), _MAGIC))
        file.sync()
    except OSError:
        file.close()
        with contextlib.suppress(OSError):
            disk.unlink(beside)
        raise
    file.close()
    current, before = folder / SNAPSHOT, folder / SNAPSHOT_BEFORE
    if disk.stat(current) is not None:
        disk.unlink(before)
        disk.link_or_copy(current, before)
    disk.replace(beside, current)
    disk.sync_folder(folder)


def _gathered(pieces: Iterator[bytes], enough: int = 1 << 16) -> Iterator[bytes]:
    """Join small pieces to writes of about 64 KB."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= enough:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def read_snapshot(disk: Disk, path: Path) -> Snapshot | None:
    """The snapshot in a file, None when it is missing or anything in it is damaged."""
    data = disk.read_or_none(path)
    if data is None or len(data) < len(_MAGIC) + _TAIL.size or not data.startswith(_MAGIC):
        return None
    length, digest, magic = _TAIL.unpack_from(data, len(data) - _TAIL.size)
    start = len(data) - _TAIL.size - length
    if magic != _MAGIC or start < len(_MAGIC):
        return None
    head = data[start : start + length]
    if hashlib.sha256(head).digest() != digest:
        return None
    raw = orjson.loads(head)
    meta = SnapshotMeta(**{**raw, "sealed": tuple(Sealed(**entry) for entry in raw["sealed"])})
    payload = data[len(_MAGIC) : start]
    if len(payload) != meta.size or hashlib.sha256(payload).hexdigest() != meta.sha256:
        return None
    return Snapshot(meta, payload)
