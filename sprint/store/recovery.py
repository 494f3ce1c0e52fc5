"""Opening a working folder: the newest state that can be proved from snapshot, `.bak`, journal, twin and refuge.

Nothing is ever cut or deleted here. Damaged stretches are skipped, missing frames are taken from the other
places, and what was found is told in findings. Frames form a chain (see `frames`), so a state is taken only
when every step from a verified start is there.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path

from sprint.frozen import dataclass
from sprint.store.disk import Disk
from sprint.store.frames import (
    Frame,
    SegmentHead,
    chain_back,
    chain_on,
    decode,
    replay,
    scan_segment,
)
from sprint.store.journal import segment_name, segment_numbers
from sprint.store.shapes import FORMAT_VERSION, START, Finding, Tables
from sprint.store.snapshot import SNAPSHOT, SNAPSHOT_BEFORE, Sealed, Snapshot, read_snapshot


@dataclass(frozen=True)
class Places:
    """Where the pieces of one set of tables lie."""

    folder: Path
    twin: Path
    refuge: Path

    @property
    def journal(self) -> Path:
        """The folder of the journal segments."""
        return self.folder / "journal"


@dataclasses.dataclass(slots=True, repr=False, eq=False)
class Recovered:
    """The newest provable state; `resume` is the segment to go on in, None when a new one must be begun.

    `history` is the proved history, None when it lies tidily in the journal and may be read when asked for.

    `missing` are frames the journal itself lacks; they must be written to it before anything else.
    `is_tidy` is False when a fresh snapshot must be written before new commits count as saved.
    """

    uid: str
    tables: Tables
    seq: int
    tip: int
    next_number: int
    format_version: int = FORMAT_VERSION
    sealed: tuple[Sealed, ...] = ()
    resume: tuple[int, bytes] | None = None
    history: list[Frame] | None = None
    missing: list[Frame] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    is_tidy: bool = True


def has_anything(disk: Disk, places: Places) -> bool:
    """Whether there is something to recover from."""
    files = (places.folder / SNAPSHOT, places.folder / SNAPSHOT_BEFORE)
    journals = (places.journal, places.twin, places.refuge)
    return any(disk.stat(file) for file in files) or any(segment_numbers(disk, path) for path in journals)


def recover(disk: Disk, places: Places) -> Recovered | None:
    """The newest provable state in `places`, None when nothing there can be read."""
    snapshot = read_snapshot(disk, places.folder / SNAPSHOT)
    if snapshot is not None:
        quick = _recover_tidy(disk, places, snapshot)
        if quick is not None:
            return quick
    return _recover_from_all(disk, places, snapshot)


def _recover_tidy(disk: Disk, places: Places, snapshot: Snapshot) -> Recovered | None:
    """The short way, for a folder in which everything is as it should be."""
    meta = snapshot.meta
    numbers = segment_numbers(disk, places.journal)
    newest = [number for number in numbers if number >= meta.segment]
    if newest != [meta.segment] or segment_numbers(disk, places.refuge):
        return None
    for entry in meta.sealed:
        data = disk.read_or_none(places.journal / segment_name(entry.number))
        if data is None or len(data) != entry.size or hashlib.sha256(data).hexdigest() != entry.sha256:
            return None
    content = disk.read_or_none(places.journal / segment_name(meta.segment))
    if content is None:
        return None
    head, found = scan_segment(content)
    if head != SegmentHead(meta.segment, meta.seq, meta.tip) or found.stray_bytes:
        return None
    if len(chain_on(found.frames, meta.seq, meta.tip)) != len(found.frames):
        return None
    if any(number > meta.segment for number in segment_numbers(disk, places.twin)):
        return None
    twin = disk.stat(places.twin / segment_name(meta.segment))
    if twin is not None and twin.size > len(content) - found.room_bytes:
        return None
    tables = replay(found.frames, snapshot.tables())
    last = found.frames[-1] if found.frames else None
    is_fresh = last is None and not found.room_bytes
    return Recovered(
        uid=meta.uid,
        tables=tables,
        seq=last.seq if last else meta.seq,
        tip=last.crc if last else meta.tip,
        next_number=meta.segment + 1,
        format_version=meta.format_version,
        sealed=meta.sealed if is_fresh else (*meta.sealed, _sealed(meta.segment, content)),
        resume=(meta.segment, content) if is_fresh else None,
        is_tidy=is_fresh,
    )


def _sealed(number: int, content: bytes) -> Sealed:
    return Sealed(number, len(content), hashlib.sha256(content).hexdigest())


@dataclasses.dataclass(slots=True, repr=False, eq=False)
class _Folder:
    """What the segments of one folder hold."""

    frames: list[Frame] = field(default_factory=list)
    sealed: list[Sealed] = field(default_factory=list)
    format_version: int = FORMAT_VERSION
    stray: dict[int, int] = field(default_factory=dict)

    @property
    def numbers(self) -> list[int]:
        return [entry.number for entry in self.sealed]


def _read_folder(disk: Disk, folder: Path) -> _Folder:
    found = _Folder()
    for number in segment_numbers(disk, folder):
        data = disk.read_or_none(folder / segment_name(number))
        if data is None:
            found.stray[number] = 1
            continue
        head, part = scan_segment(data)
        found.frames.extend(part.frames)
        found.sealed.append(_sealed(number, data))
        if head is not None:
            found.format_version = head.format_version
        if part.stray_bytes or head is None:
            found.stray[number] = max(part.stray_bytes, 1)
    return found


def _recover_from_all(disk: Disk, places: Places, snapshot: Snapshot | None) -> Recovered | None:
    before = read_snapshot(disk, places.folder / SNAPSHOT_BEFORE)
    own = _read_folder(disk, places.journal)
    others = [_read_folder(disk, places.twin), _read_folder(disk, places.refuge)]
    everything = [frame for place in (*others, own) for frame in place.frames]
    base, later = _best_way(snapshot, before, everything)
    if base is None and not later:
        return None
    tables = replay(later, base.tables() if base else {})
    seq, tip = (later[-1].seq, later[-1].crc) if later else (base.meta.seq, base.meta.tip) if base else (0, 0)
    history = chain_back(everything, seq, tip)
    in_journal = {(frame.seq, frame.crc) for frame in own.frames}
    missing = [frame for frame in history if (frame.seq, frame.crc) not in in_journal]
    findings = _findings(snapshot, before, own, everything, history, missing, seq)
    meta = base.meta if base else None
    numbers = [*own.numbers, *own.stray, *(number for place in others for number in place.numbers)]
    return Recovered(
        uid=meta.uid if meta else places.folder.name,
        tables=tables,
        seq=seq,
        tip=tip,
        next_number=max([0, *numbers, meta.segment if meta else 0]) + 1,
        format_version=meta.format_version if meta else own.format_version,
        sealed=tuple(own.sealed),
        history=history,
        missing=missing,
        findings=findings,
        is_tidy=False,
    )


def _best_way(
    snapshot: Snapshot | None, before: Snapshot | None, frames: Sequence[Frame]
) -> tuple[Snapshot | None, list[Frame]]:
    """The start from which the newest frame can be reached, and the frames from there."""
    best: tuple[Snapshot | None, list[Frame]] = (None, [])
    best_seq = 0
    for base in (snapshot, before):
        if base is not None:
            later = chain_on(frames, base.meta.seq, base.meta.tip)
            if base.meta.seq + len(later) > best_seq:
                best, best_seq = (base, later), base.meta.seq + len(later)
    if snapshot is not None:
        return best
    beginnings = [[first] for first in _starts(frames)]
    for beginning in ([], *beginnings):
        first = beginning[-1] if beginning else None
        later = [*beginning, *chain_on(frames, first.seq if first else 0, first.crc if first else 0)]
        if not later:
            continue
        if later[-1].seq > best_seq:
            best, best_seq = (None, later), later[-1].seq
    return best


def _starts(frames: Sequence[Frame]) -> list[Frame]:
    """Frames that hold a whole state, so that a history may begin there; unique, oldest first."""
    needle = f'"kind":"{START}"'.encode()
    found = {frame.crc: frame for frame in frames if needle in frame.payload[:200] and decode(frame).kind == START}
    return sorted(found.values(), key=lambda frame: frame.seq)


def _findings(
    snapshot: Snapshot | None,
    before: Snapshot | None,
    own: _Folder,
    everything: Sequence[Frame],
    history: Sequence[Frame],
    missing: Sequence[Frame],
    seq: int,
) -> list[Finding]:
    """What a person should know, in the order of how much it matters."""
    found: list[Finding] = []
    known = {(frame.seq, frame.crc) for frame in history}
    newer = {frame.seq for frame in everything if frame.seq > seq and (frame.seq, frame.crc) not in known}
    latest = snapshot or before
    if newer:
        found.append(Finding("store.found_lost", {"count": len(newer)}))
    elif latest is not None and latest.meta.segment not in own.numbers and seq == latest.meta.seq:
        found.append(Finding("store.found_journal_gone", {"at": latest.meta.at}))
    elif own.stray and max(own.stray) >= max(own.numbers, default=0):
        found.append(Finding("store.found_half_written"))
    if missing:
        found.append(Finding("store.found_rebuilt", {"count": len(missing)}))
    # The first snapshot is written when the second segment is there: a crash just before it is no damage.
    if snapshot is None and (before is not None or max(own.numbers, default=0) > 2):
        found.append(Finding("store.found_snapshot_rebuilt"))
    if seq and not is_whole(history):
        found.append(Finding("store.found_history_gap"))
    return found


def is_whole(history: Sequence[Frame]) -> bool:
    """Whether a history begins at a beginning, so that any of its moments can be computed."""
    return bool(history) and ((history[0].seq, history[0].prev) == (1, 0) or decode(history[0]).kind == START)


def read_history(disk: Disk, journal: Path, seq: int, tip: int) -> list[Frame]:
    """All frames up to frame (`seq`, `tip`) that the journal proves, oldest first."""
    return chain_back(_read_folder(disk, journal).frames, seq, tip)
