"""Framed records: how one commit looks as bytes, and how good frames are found among damaged ones.

A frame is magic(4) length(u32) seq(u64) prev(u32) crc(u32) payload, little endian. `crc` covers everything
but the magic and itself; `prev` is the crc of the frame before, so that frames form a chain: two histories
that agree in the crc of one frame agree in all before it, and a frame can be proved to follow another.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

import orjson

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.shapes import FORMAT_VERSION, START, Changes, Commit, Json, Tables
from sprint.store.values import MAX_DEPTH, is_shallow, storable

MAGIC = b"RgF2"
HEAD_MAGIC = b"RgS2"
_HEADER = struct.Struct("<4sIQII")
_CHECKED = struct.Struct("<IQI")
MAX_PAYLOAD = 512 << 20


class Frame(NamedTuple):
    """One journal record as found: `data` is the whole frame, header included."""

    seq: int
    prev: int
    crc: int
    data: bytes

    @property
    def payload(self) -> bytes:
        """The encoded commit."""
        return self.data[_HEADER.size :]


def pack(seq: int, prev: int, payload: bytes, magic: bytes = MAGIC) -> Frame:
    """Frame an encoded commit that follows the frame with checksum `prev`."""
    crc = zlib.crc32(payload, zlib.crc32(_CHECKED.pack(len(payload), seq, prev)))
    return Frame(seq, prev, crc, _HEADER.pack(magic, len(payload), seq, prev, crc) + payload)


def _frame_at(data: bytes, offset: int, magic: bytes) -> Frame | None:
    if offset + _HEADER.size > len(data):
        return None
    found, length, seq, prev, crc = _HEADER.unpack_from(data, offset)
    end = offset + _HEADER.size + length
    if found != magic or length > MAX_PAYLOAD or end > len(data):
        return None
    checked = zlib.crc32(_CHECKED.pack(length, seq, prev))
    if zlib.crc32(memoryview(data)[offset + _HEADER.size : end], checked) != crc:
        return None
    return Frame(seq, prev, crc, data[offset:end])


@dataclass(frozen=True)
class Scan:
    """What a run over bytes found: the good frames, how many bytes belong to none, and the room left at the end.

    Room is zeros behind the last frame: a journal makes it ahead, for the frames to come.
    """

    frames: list[Frame]
    stray_bytes: int
    room_bytes: int


def scan(data: bytes, offset: int = 0) -> Scan:
    """Read frames from `offset`; damaged stretches are skipped to the next frame that checks out."""
    frames: list[Frame] = []
    stray = 0
    while offset < len(data):
        frame = _frame_at(data, offset, MAGIC)
        if frame is not None:
            frames.append(frame)
            offset += len(frame.data)
            continue
        following = data.find(MAGIC, offset + 1)
        if following < 0:
            rest = len(data) - offset
            is_room = data.count(0, offset) == rest
            return Scan(frames, stray if is_room else stray + rest, rest if is_room else 0)
        stray += following - offset
        offset = following
    return Scan(frames, stray, 0)


@dataclass(frozen=True)
class SegmentHead:
    """The first words of a segment file: which one it is and which frame it continues."""

    number: int
    after_seq: int
    after_crc: int
    format_version: int = FORMAT_VERSION

    def pack(self) -> bytes:
        """The head as bytes, checksummed like a frame."""
        payload = b"%d %d" % (self.number, self.format_version)
        return pack(self.after_seq, self.after_crc, payload, HEAD_MAGIC).data


def read_head(data: bytes) -> tuple[SegmentHead, int] | None:
    """The head of a segment and its length in bytes; None when it is missing or damaged."""
    frame = _frame_at(data, 0, HEAD_MAGIC)
    if frame is None:
        return None
    number, version = frame.payload.split(b" ")
    return SegmentHead(int(number), frame.seq, frame.prev, int(version)), len(frame.data)


def scan_segment(data: bytes) -> tuple[SegmentHead | None, Scan]:
    """The head and the good frames of a whole segment file; a damaged head counts as stray bytes."""
    head = read_head(data)
    return (None, scan(data)) if head is None else (head[0], scan(data, head[1]))


def encode(at: str, kind: str, label: str, params: Mapping[str, Json], changes: Changes) -> bytes:
    """A commit without its number as bytes; raises SprintError for values that JSON cannot keep."""
    try:
        return orjson.dumps({"at": at, "kind": kind, "label": label, "params": params, "changes": changes})
    except TypeError as error:
        raise SprintError("store.value_not_storable", detail=str(error)) from error


def encode_kept(
    at: datetime, kind: str, label: str, params: Mapping[str, Json], changes: Changes
) -> tuple[bytes, Changes]:
    """A commit without its number as bytes, and its changes as the disk will give them back.

    The copy shares nothing with `changes`: no tuples, no lists of the caller. Raises SprintError for values that JSON
    cannot keep.
    """
    try:
        payload = orjson.dumps({"at": at, "kind": kind, "label": label, "params": params, "changes": changes})
        found = orjson.loads(payload)
    except (TypeError, ValueError):
        found = None
    if (
        found is not None
        # Plain values come back equal; a tuple or a number that JSON does not know comes back as something else.
        and found["changes"] == changes
        and found["params"] == params
        and (payload.count(b"{") + payload.count(b"[") <= MAX_DEPTH or is_shallow(found))
    ):
        kept: Changes = found["changes"]
        return payload, kept
    kept = storable(changes)
    return encode(at.isoformat(), kind, label, storable(params), kept), kept


def decode(frame: Frame) -> Commit:
    """The commit in a frame; raises SprintError when a frame with a right checksum holds wrong content."""
    try:
        raw = orjson.loads(frame.payload)
        changes = raw["changes"]
        for rows in changes.values():
            if not all(record is None or isinstance(record, dict) for record in rows.values()):
                raise TypeError
        texts = (raw["at"], raw["kind"], raw["label"])
        if not isinstance(raw["params"], dict) or not all(isinstance(text, str) for text in texts):
            raise TypeError
        return Commit(frame.seq, raw["at"], raw["kind"], raw["label"], raw["params"], changes)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SprintError("store.history_unreadable", seq=frame.seq) from error


def apply_to(tables: Tables, commit: Commit) -> None:
    """Change `tables` as the commit says; records are replaced, never changed in place.

    A table exists while it holds records.
    """
    if commit.kind == START:
        tables.clear()
    put_changes(tables, commit.changes)


def put_changes(tables: Tables, changes: Changes) -> None:
    """Set the given records and drop those that are None; empty tables disappear."""
    for name, rows in changes.items():
        table = tables.setdefault(name, {})
        for record_id, raw in rows.items():
            if raw is None:
                table.pop(record_id, None)
            else:
                table[record_id] = raw
        if not table:
            del tables[name]


def replay(frames: Iterable[Frame], tables: Tables | None = None) -> Tables:
    """The state after all `frames`, starting from `tables` (which is changed) or from nothing."""
    state: Tables = {} if tables is None else tables
    for frame in frames:
        apply_to(state, decode(frame))
    return state


def chain_back(frames: Iterable[Frame], seq: int, crc: int) -> list[Frame]:
    """The longest proved history that ends in frame (`seq`, `crc`), oldest first."""
    by_key = {(frame.seq, frame.crc): frame for frame in frames}
    found: list[Frame] = []
    while (frame := by_key.get((seq, crc))) is not None:
        found.append(frame)
        seq, crc = frame.seq - 1, frame.prev
    found.reverse()
    return found


def chain_on(frames: Iterable[Frame], seq: int, crc: int) -> list[Frame]:
    """The longest chain of frames that follows frame (`seq`, `crc`); of equal lengths the last found wins."""
    following: dict[tuple[int, int], dict[int, Frame]] = {}
    for frame in frames:
        following.setdefault((frame.seq, frame.prev), {})[frame.crc] = frame
    best: list[Frame] = []
    paths: list[list[Frame]] = [[]]
    while paths:
        path = paths.pop()
        while True:
            tip = (path[-1].seq + 1, path[-1].crc) if path else (seq + 1, crc)
            options = list(following.pop(tip, {}).values())
            if not options:
                break
            paths.extend([*path, option] for option in options[:-1])
            path.append(options[-1])
        if len(path) > len(best):
            best = path
    return best


def joined(frames: Iterable[Frame]) -> Iterator[bytes]:
    """The bytes of each frame, for writing."""
    return (frame.data for frame in frames)
