"""Erasing rows from everything the program keeps of a sprint: working folder, journal, twin, refuge, backups, file.

What is to be erased is written down first (`Erasure`, in the working folder); from then on the next opening carries it
out before anything else, however often it is interrupted, and only then the note goes. So an erasure is finished or
was never begun. The history is written anew without the rows: numbers of commits stay, so that named moments still lead
to their state, but the frames are chained afresh, for the old chain was made of the old bytes.

Copies elsewhere (a stick, a mail, another laptop) cannot be reached and are told. Nor can this program scrub the
sectors of a disk: the files are gone as deleted files are gone.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import orjson

from sprint.errors import SprintError
from sprint.store.choosing import PeopleFile, read_people_file, take_pictures
from sprint.store.container_write import Content, content_of
from sprint.store.disk import Disk
from sprint.store.erasure import Erasure, both
from sprint.store.frames import Frame, decode, encode, joined, pack, put_changes, replay
from sprint.store.journal import segment_name, segment_numbers
from sprint.store.ledger import first_frame
from sprint.store.media import MediaStore
from sprint.store.people_file import SUFFIX, fingerprint, put_in_place, unfinished_name
from sprint.store.problems import explain
from sprint.store.recovery import is_whole, read_history, recover
from sprint.store.redacting import holds, in_json, reworded
from sprint.store.refilling import refill
from sprint.store.shapes import FORMAT_VERSION, Commit, Finding, Json, Moment, Raw, ReadOnlyTables, Tables
from sprint.store.snapshot import json_slices
from sprint.store.working import Origin, Working, all_working

DONE = "study.found_erased"
ERASE = "erase"
"""Kind of the commit that ends an erasure; undo does not reach behind it."""


def note_erasure(disk: Disk, working: Working, erasure: Erasure) -> None:
    """Write down what is to be erased; from here on it will be. Raises SprintError, and then nothing was begun.

    What was written down earlier and waits is done along with it.
    """
    waiting = None if erasure.is_inside_done else _read_note(disk, working)
    erasure = erasure if waiting is None else both(waiting, erasure)
    try:
        disk.write_file(working.erasing_note, orjson.dumps(erasure._asdict()))
    except OSError as error:
        raise explain(error, working.folder) from error


def finish_erasing(disk: Disk, working: Working, now: datetime) -> list[Finding] | None:
    """Carry out what was written down, None when there was nothing; the caller holds the lock of the folder.

    Findings name what could not be reached. Raises SprintError when the working folder cannot be written, or when the
    people's file is there and cannot be: what it still holds must not be opened as if it were news. The sprint is whole
    then and the note stays.
    """
    erasure = _read_note(disk, working)
    if erasure is None:
        return None
    findings: list[Finding] = []
    try:
        if not erasure.is_inside_done:
            _erase_inside(disk, working, erasure, now)
            erasure = erasure._replace(is_inside_done=True)
            note_erasure(disk, working, erasure)
            findings = [Finding(DONE), *_copies(disk, working, erasure)]
        # Every time: a file that waited may have become a backup when it was replaced.
        for name in disk.names(working.backups):
            _erase_backup(disk, working.backups / name, erasure)
        waiting = _erase_file(disk, working, erasure, now)
        if waiting is None:
            disk.unlink(working.erasing_note)
            disk.sync_folder(working.folder)
    except OSError as error:
        raise SprintError("study.erase_not_finished", place=str(working.folder)) from error
    return findings if waiting is None else [*findings, waiting]


def waits_for_closing(disk: Disk, working: Working) -> bool:
    """Whether words are to go when the sprint is closed; rows go when it is opened again."""
    erasure = _read_note(disk, working)
    return erasure is not None and erasure.is_redaction


def erase_from_copy(disk: Disk, working: Working, path: Path) -> None:
    """Take out of a copy that was just written what waits to be erased; raises SprintError or OSError."""
    erasure = _read_note(disk, working)
    if erasure is not None:
        _write_their_file(disk, working, path, erasure)


def _read_note(disk: Disk, working: Working) -> Erasure | None:
    data = disk.read_or_none(working.erasing_note)
    if data is None:
        return None
    try:
        return Erasure(**orjson.loads(data))
    except (ValueError, TypeError):
        return None  # written as a whole or not at all: what cannot be read was never an order of ours


# -- rows and frames ---------------------------------------------------------------------------------------


def erased_tables(tables: ReadOnlyTables, erasure: Erasure) -> Tables:
    """Return a state without the rows and without what names them; `final` is not put in."""
    changes = {name: dict(rows) for name, rows in tables.items()}
    found: Tables = {}
    put_changes(found, _erased_changes(changes, erasure, erasure.ids)[0])
    return found


def erased_frames(frames: Sequence[Frame], erasure: Erasure) -> list[Frame]:
    """Return the same history without the rows, chained afresh; a commit that lost something also loses its name."""
    if not frames:
        return []
    wanted = [*erasure.ids, *erasure.forgotten, *erasure.fields, *map(in_json, erasure.secrets)]
    needle = re.compile(b"|".join(re.escape(word.encode()) for word in wanted) or b"(?!)")
    ids, prev = erasure.ids, frames[0].prev
    found: list[Frame] = []
    for frame in frames:
        payload = frame.payload
        if needle.search(payload):
            payload = _erased_payload(decode(frame), payload, erasure, ids)
        found.append(pack(frame.seq, prev, payload))
        prev = found[-1].crc
    return found


def _erased_payload(commit: Commit, payload: bytes, erasure: Erasure, ids: frozenset[str]) -> bytes:
    changes, is_touched = _erased_changes(commit.changes, erasure, ids)
    told = [value for value in commit.params.values() if isinstance(value, str)]
    is_named = any(value in ids or holds(value, erasure.secrets) for value in told)
    if not is_touched and not is_named:
        return payload
    return encode(commit.at, commit.kind, erasure.label, {}, changes)


def _erased_changes(
    changes: Mapping[str, Mapping[str, Raw | None]], erasure: Erasure, ids: frozenset[str]
) -> tuple[dict[str, dict[str, Raw | None]], bool]:
    """Return what is left of some changes, and whether anything went."""
    left: dict[str, dict[str, Raw | None]] = {}
    is_touched = False
    names = frozenset(erasure.names)
    for table, rows in changes.items():
        doomed = frozenset(erasure.rows.get(table, ()))
        kept: dict[str, Raw | None] = {}
        for record_id, raw in rows.items():
            if table in erasure.forgotten or record_id in doomed or (raw is not None and _names(raw, names)):
                is_touched = True
                continue
            clean = (
                None if raw is None else reworded(_without(raw, ids), erasure.fields.get(record_id), erasure.secrets)
            )
            is_touched |= clean != raw
            kept[record_id] = clean
        if kept:
            left[table] = kept
    return left, is_touched


def _names(raw: Raw, names: frozenset[str]) -> bool:
    return any(isinstance(value, str) and value in names for value in raw.values())


def _without(raw: Raw, ids: frozenset[str]) -> Raw:
    clean: Raw = {}
    for name, value in raw.items():
        if isinstance(value, str) and value in ids:
            continue
        if isinstance(value, list):
            value = [one for one in value if not (isinstance(one, str) and one in ids)]
        clean[name] = value
    return clean


def erased_history(frames: Sequence[Frame], tables: ReadOnlyTables, erasure: Erasure, at: str, seq: int) -> list[Frame]:
    """Return the history of a sprint without the rows, ending in `final`; doing it twice changes nothing more.

    A history that has a gap, or whose replay would not give the state, begins anew with the state as it is.
    """
    wanted = erased_tables(tables, erasure)
    put_changes(wanted, erasure.final)
    if is_whole(frames):
        found = erased_frames(frames, erasure)
        last = decode(found[-1])
        if last.kind != ERASE or last.changes != erasure.final:
            payload = encode(at, ERASE, erasure.label, {}, erasure.final)
            found.append(pack(found[-1].seq + 1, found[-1].crc, payload))
        if replay(found) == wanted:
            return found
    return [first_frame(wanted, at, seq=seq + 1)]


# -- the working folder ------------------------------------------------------------------------------------


def _erase_inside(disk: Disk, working: Working, erasure: Erasure, now: datetime) -> None:
    """Write history and state anew beside the old ones, then remove all that is old. Raises OSError."""
    recovered = recover(disk, working.places)
    if recovered is not None:
        frames = recovered.history
        if frames is None:
            frames = read_history(disk, working.places.journal, recovered.seq, recovered.tip)
        if erasure.is_redaction:
            kept = {table: dict(recovered.tables.get(table, {})) for table in erasure.forgotten}
            erasure = erasure._replace(final={**erasure.final, **{name: rows for name, rows in kept.items() if rows}})
        history = erased_history(frames, recovered.tables, erasure, now.isoformat(), recovered.seq)
        refill(disk, working, history, replay(history), now.isoformat())
    _remove_old(disk, working, erasure)


def _remove_old(disk: Disk, working: Working, erasure: Erasure) -> None:
    """Remove what was set aside or left half-written, and the pictures."""
    _remove_tree(disk, working.folder / "set-aside")
    for folder in (working.folder, working.media):
        for name in disk.names(folder):
            is_picture = folder == working.media and name.partition(".")[0] in erasure.pictures
            if is_picture or (name.startswith(".") and name.endswith(".new")):
                disk.unlink(folder / name)
        if disk.is_folder(folder):
            disk.sync_folder(folder)


def _remove_tree(disk: Disk, folder: Path) -> None:
    if not disk.is_folder(folder):
        return
    for name in disk.names(folder):
        if disk.is_folder(folder / name):
            _remove_tree(disk, folder / name)
        else:
            disk.unlink(folder / name)
    disk.remove_folder(folder)
    disk.sync_folder(folder.parent)


def _erase_backup(disk: Disk, path: Path, erasure: Erasure) -> None:
    """Write a backup anew without the rows; one that cannot be is removed, for privacy goes before spare copies."""
    if disk.is_folder(path):
        _remove_tree(disk, path)
        return
    try:
        if path.suffix != SUFFIX or path.name.startswith("."):
            raise SprintError("store.not_a_sprint", name=path.name)
        file = read_people_file(disk, path)
        if file.format_version != FORMAT_VERSION:
            raise SprintError("store.not_a_sprint", name=path.name)
        frames = erased_frames(file.frames, erasure)
        tables = erased_tables(file.tables, erasure)
        if tables == file.tables and [one.crc for one in frames] == [one.crc for one in file.frames]:
            return
        put_in_place(disk, path, _content_of(file, frames, tables, (), is_without_media=True))
    except (SprintError, OSError):
        disk.unlink(path)


def _content_of(
    file: PeopleFile, frames: Sequence[Frame], tables: Tables, media: Sequence[Path], *, is_without_media: bool = False
) -> Content:
    tip = frames[-1].crc if frames else file.tip
    history = (b"".join(joined(frames)),)
    return Content(
        file.uid, file.seq, tip, file.written_at, json_slices(tables), history, media, is_without_media=is_without_media
    )


# -- the people's file -------------------------------------------------------------------------------------


def _erase_file(disk: Disk, working: Working, erasure: Erasure, now: datetime) -> Finding | None:
    """Write the people's file anew; tells what waits when it cannot be reached now."""
    origin = working.origin(disk)
    if not origin.path:
        return None
    path = Path(origin.path)
    found = fingerprint(disk, path)
    if found is None and disk.is_folder(path.parent) and disk.stat(path) is None:
        return None  # it was thrown away: nothing to erase
    if found is None:
        return Finding("study.erase_file_waits", {"name": str(path)})
    try:
        if found == origin.known:
            _write_own_file(disk, working, path, now)
        else:
            _write_their_file(disk, working, path, erasure)
        for name in disk.names(path.parent):
            if name.startswith(unfinished_name(path)):
                disk.unlink(path.parent / name)
    except (SprintError, OSError) as error:
        raise SprintError("study.erase_file_blocked", name=str(path)) from error
    return None


def _write_own_file(disk: Disk, working: Working, path: Path, now: datetime) -> None:
    recovered = recover(disk, working.places)
    if recovered is None:
        return
    frames = recovered.history
    if frames is None:
        frames = read_history(disk, working.places.journal, recovered.seq, recovered.tip)
    moment = Moment(recovered.tables, recovered.seq, recovered.tip, now.isoformat())
    media = MediaStore(disk, working.media).paths()
    _, made = put_in_place(disk, path, content_of(recovered.uid, moment, frames, media, ""))
    working.remember(disk, Origin(str(path), made.size, made.tail, recovered.seq))


def _write_their_file(disk: Disk, working: Working, path: Path, erasure: Erasure) -> None:
    """Somebody else's version keeps its own content and loses the rows; what to do with both is asked when opening."""
    file = read_people_file(disk, path)
    store = MediaStore(disk, working.media)
    take_pictures(disk, path, store)
    for picture in store.paths():
        if picture.stem in erasure.pictures:
            disk.unlink(picture)
    frames, tables = erased_frames(file.frames, erasure), erased_tables(file.tables, erasure)
    put_in_place(disk, path, _content_of(file, frames, tables, store.paths()))


def _copies(disk: Disk, working: Working, erasure: Erasure) -> list[Finding]:
    """Name the copies that the program knows of and does not reach: beside the file, and opened here as a copy."""
    found: list[str] = []
    origin = working.origin(disk).path
    if origin:
        path = Path(origin)
        beside = (name for name in disk.names(path.parent) if name.startswith(f"{path.stem} (conflict "))
        found += [str(path.parent / name) for name in beside]
    for other in all_working(disk, working.folders):
        if other.uid != working.uid and _mentions(disk, other, [*erasure.names, *map(in_json, erasure.secrets)]):
            found.append(other.origin(disk).path or str(other.folder))
    return [Finding("study.found_erased_elsewhere", {"names": ", ".join(found)})] if found else []


def _mentions(disk: Disk, working: Working, names: Iterable[str]) -> bool:
    places = working.places
    files = [places.folder / "snapshot"]
    for folder in (places.journal, places.twin):
        files += [folder / segment_name(number) for number in segment_numbers(disk, folder)]
    needles = [name.encode() for name in names]
    for path in files:
        with contextlib.suppress(OSError):
            data = disk.read(path)
            if any(needle in data for needle in needles):
                return True
    return False


def plain(value: Json) -> Json:
    """Return a value as JSON gives it back, so that what was written down compares equal to what is read."""
    return orjson.loads(orjson.dumps(value))
