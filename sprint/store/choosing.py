"""Which version of a sprint is the newest: the people's file or the working folder; and what to do with both."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sprint.errors import SprintError
from sprint.store.container_read import Container
from sprint.store.container_write import content_of
from sprint.store.disk import Disk
from sprint.store.frames import Frame, chain_back
from sprint.store.journal import segment_numbers
from sprint.store.ledger import first_frame
from sprint.store.media import MediaStore
from sprint.store.migrations import migrated_frames, migrated_tables
from sprint.store.people_file import Fingerprint, conflict_path, fingerprint, put_in_place
from sprint.store.recovery import Recovered, is_whole, read_history
from sprint.store.shapes import FORMAT_VERSION, Finding, Moment, Tables
from sprint.store.snapshot import SNAPSHOT, SNAPSHOT_BEFORE
from sprint.store.working import Working


@dataclass(slots=True, repr=False, eq=False)
class PeopleFile:
    """A people's file as read, in today's format unless `is_newer`.

    `is_hurt` tells that its history is damaged, so that it should be written anew where that is at hand.
    """

    uid: str
    seq: int
    tip: int
    tables: Tables
    frames: list[Frame]
    written_at: str
    format_version: int
    known: Fingerprint | None
    findings: list[Finding] = field(default_factory=list)
    is_hurt: bool = False

    @property
    def is_newer(self) -> bool:
        """Whether a newer program wrote it; it may be looked at but not changed."""
        return self.format_version > FORMAT_VERSION


def read_people_file(disk: Disk, path: Path) -> PeopleFile:
    """Read and verify document and history; raises SprintError with the reason."""
    known = fingerprint(disk, path)
    with Container(disk, path) as box:
        about = box.manifest
        try:
            tables, frames = box.tables(), box.frames() or []
        except SprintError as error:
            raise SprintError("store.newer_format", name=path.name) if about.is_newer else error from error
    file = PeopleFile(about.uid, about.seq, about.tip, tables, frames, about.written_at, about.format_version, known)
    file.is_hurt = not frames
    if file.is_newer:
        file.findings.append(Finding("store.found_newer_format", {"name": path.name}))
    elif file.format_version < FORMAT_VERSION:
        file.tables = migrated_tables(tables, file.format_version)
        file.frames = migrated_frames(frames, file.format_version)
        file.tip = file.frames[-1].crc if file.frames else file.tip
        file.findings.append(Finding("store.found_older_format", {"name": path.name}))
    return file


def take_pictures(disk: Disk, path: Path, media: MediaStore, wanted: Collection[str] | None = None) -> list[Finding]:
    """Bring pictures that the working folder lacks over from a people's file: all, or those with these checksums."""
    damaged = 0
    with Container(disk, path) as box:
        for name, (_, size) in box.manifest.pictures.items():
            if wanted is not None and name.partition(".")[0] not in wanted:
                continue
            if media.lacks(name, size) and not media.take(name, box.picture(name)):
                damaged += 1
    return [Finding("store.found_pictures_damaged", {"count": damaged})] if damaged else []


def from_file(disk: Disk, file: PeopleFile, working: Working, at: str) -> Recovered:
    """The file's state as a beginning for a working folder that has nothing to add to it."""
    places = working.places
    numbers = [*segment_numbers(disk, places.journal), *segment_numbers(disk, places.twin), 0]
    frames, findings = file.frames, list(file.findings)
    seq, tip = file.seq, file.tip
    if not frames:
        frames = [first_frame(file.tables, at, seq=seq + 1, prev=tip)]
        seq, tip = frames[0].seq, frames[0].crc
        if not file.is_newer:
            findings.append(Finding("store.found_history_gap"))
    return Recovered(
        uid=working.uid,
        tables=file.tables,
        seq=seq,
        tip=tip,
        next_number=max(numbers) + 1,
        history=frames,
        missing=list(frames),
        findings=findings,
        is_tidy=False,
    )


def _history(disk: Disk, working: Working, ours: Recovered) -> Sequence[Frame]:
    if ours.history is None:
        ours.history = read_history(disk, working.places.journal, ours.seq, ours.tip)
    return ours.history


def _holds(frames: Sequence[Frame], seq: int, tip: int) -> bool:
    return any(frame.seq == seq and frame.crc == tip for frame in frames)


def choose(
    disk: Disk, path: Path, file: PeopleFile | None, ours: Recovered | None, working: Working, now: datetime
) -> Recovered | None:
    """The newest version of the sprint; two that went different ways are both kept.

    `ours` is what the working folder proves. None when there is neither.
    """
    if ours is not None and ours.format_version < FORMAT_VERSION:
        ours = _modern(disk, working, ours, now)
    if file is None or ours is None:
        return ours if file is None else from_file(disk, file, working, now.isoformat())
    _fill_gap(ours, file.frames)
    if (file.seq, file.tip) == (ours.seq, ours.tip):
        ours.findings.extend(file.findings)
        return ours
    if _holds(_history(disk, working, ours), file.seq, file.tip):
        count = ours.seq - file.seq
        ours.findings.extend([*file.findings, Finding("store.found_unsaved_work", {"count": count})])
        return ours
    newest = from_file(disk, file, working, now.isoformat())
    if _holds(file.frames, ours.seq, ours.tip):
        later = [frame for frame in file.frames if frame.seq > ours.seq]
        return replace(newest, missing=[*ours.missing, *later], sealed=ours.sealed, next_number=ours.next_number)
    newest.findings.extend(_keep_both(disk, path, ours, working, now))
    return from_file_again(disk, newest, working)


def _fill_gap(ours: Recovered, frames: Sequence[Frame]) -> None:
    """Give a working folder that lost the beginning of its history what the people's file has of it."""
    if ours.history is None or is_whole(ours.history) or not is_whole(frames):
        return
    whole = chain_back([*frames, *ours.history], ours.seq, ours.tip)
    if not is_whole(whole):
        return
    lacking = {(frame.seq, frame.crc) for frame in ours.missing}
    there = {(frame.seq, frame.crc) for frame in ours.history} - lacking
    ours.history, ours.missing = whole, [frame for frame in whole if (frame.seq, frame.crc) not in there]
    old = {"store.found_history_gap", "store.found_rebuilt"}
    ours.findings = [finding for finding in ours.findings if finding.key not in old]
    ours.findings.append(Finding("store.found_rebuilt", {"count": len(ours.missing)}))


def from_file_again(disk: Disk, newest: Recovered, working: Working) -> Recovered:
    """The same beginning in a folder that was just set aside."""
    numbers = [*segment_numbers(disk, working.places.twin), 0]
    return replace(newest, next_number=max(numbers) + 1)


def _keep_both(disk: Disk, path: Path, ours: Recovered, working: Working, now: datetime) -> list[Finding]:
    """Write our version beside the file when it holds work that was never in a file, and set the folder aside."""
    findings: list[Finding] = []
    if working.origin(disk).seq != ours.seq:
        beside = conflict_path(disk, path, now)
        _write_version(disk, beside, ours, working)
        findings.append(Finding("store.found_two_versions", {"name": path.name, "ours": beside.name}))
    else:
        disk.make_folder(working.backups)
        _write_version(disk, working.backups / f"replaced-{now:%Y%m%dT%H%M%S}.sprint", ours, working)
    set_aside(disk, working, now)
    return findings


def _write_version(disk: Disk, target: Path, ours: Recovered, working: Working) -> None:
    moment = Moment(ours.tables, ours.seq, ours.tip, "")
    media = MediaStore(disk, working.media)
    put_in_place(disk, target, content_of(working.uid, moment, _history(disk, working, ours), media.paths(), ""))


def _modern(disk: Disk, working: Working, ours: Recovered, now: datetime) -> Recovered:
    """A working folder of an older format, brought up to date; the original is set aside whole."""
    frames = migrated_frames(list(_history(disk, working, ours)), ours.format_version)
    tables = migrated_tables(ours.tables, ours.format_version)
    set_aside(disk, working, now)
    tip = frames[-1].crc if frames else ours.tip
    fresh = replace(ours, tables=tables, tip=tip, history=frames, missing=frames, sealed=(), resume=None)
    return replace(fresh, format_version=FORMAT_VERSION, is_tidy=False)


def set_aside(disk: Disk, working: Working, now: datetime) -> None:
    """Move snapshot and journal of a working folder out of the way; nothing is deleted. Raises SprintError."""
    places = working.places
    aside = working.folder / "set-aside" / f"{now:%Y%m%dT%H%M%S%f}"
    moves = [(places.folder / name, aside / name) for name in (SNAPSHOT, SNAPSHOT_BEFORE)]
    for source, label in ((places.journal, "journal"), (places.twin, "twin"), (places.refuge, "refuge")):
        moves += [(source / name, aside / label / name) for name in disk.names(source) if name.endswith(".log")]
    try:
        for source, target in moves:
            if disk.stat(source) is not None:
                disk.make_folder(target.parent)
                disk.copy(source, target)
        for source, _ in reversed(moves):
            with contextlib.suppress(FileNotFoundError):
                disk.unlink(source)
    except OSError as error:
        raise SprintError("store.disk_failed", place=str(working.folder)) from error
