"""Creating and opening sprints: every way in ends with the newest version that can be proved, and says so."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.backups import list_backups, safe_stem
from sprint.store.choosing import PeopleFile, choose, from_file, read_people_file, take_pictures
from sprint.store.disk import Disk
from sprint.store.folders import Folders
from sprint.store.frames import replay
from sprint.store.ledger import Clock, Ledger, first_frame, utc_now
from sprint.store.locks import FolderLock, Note, read_holder
from sprint.store.machine import this_holder
from sprint.store.media import MediaStore
from sprint.store.mirror import Sources
from sprint.store.people_file import check_name, fingerprint
from sprint.store.problems import explain
from sprint.store.recovery import Recovered, has_anything, recover
from sprint.store.session import Guards, SprintStore
from sprint.store.shapes import FORMAT_VERSION, Finding, Holder, ReadOnlyTables, SaveState
from sprint.store.working import Origin, Working, all_working, working_of_path

_NO_PLACE = "store.no_place"


@dataclass(frozen=True)
class Opened:
    """An open sprint and what a person should know about it."""

    store: SprintStore
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Unfinished:
    """A sprint that was not closed well; `path` is its people's file, None when it had none yet.

    `edits` counts what that file does not hold yet; `title` is empty when nothing here can be read.
    """

    uid: str
    path: Path | None
    since: str
    title: str = ""
    edits: int = 0


@dataclass(frozen=True)
class Listeners:
    """Who is told, from the store's own threads, how saving goes and what was found later."""

    on_state: Callable[[SaveState], None] | None = None
    on_finding: Callable[[Finding], None] | None = None


@dataclass(frozen=True)
class Surroundings:
    """What an open sprint stands in; tests bring their own disk, clock and ids."""

    folders: Folders
    disk: Disk = field(default_factory=Disk)
    clock: Clock = utc_now
    new_uid: Callable[[], str] = lambda: uuid.uuid4().hex
    app_version: str = ""
    listeners: Listeners = field(default_factory=Listeners)

    def now(self) -> datetime:
        """The present moment."""
        return self.clock()

    def store(
        self, working: Working, recovered: Recovered, origin: Origin, guards: Guards, holder: Holder | None = None
    ) -> Opened:
        """A store on what was found; without a lock it is for reading only."""
        is_frozen = guards.lock is None
        ledger = Ledger(
            self.disk,
            working.places,
            recovered,
            on_state=self.listeners.on_state,
            on_begin=guards.settle,
            clock=self.clock,
            is_frozen=is_frozen,
        )
        media = MediaStore(self.disk, working.media)
        sources = Sources(self.disk, working, ledger, media, self.clock, self.app_version)
        store = SprintStore(sources, origin, guards, holder=holder, on_finding=self.listeners.on_finding)
        return Opened(store, tuple(recovered.findings))


def create(
    around: Surroundings, path: Path | None, tables: ReadOnlyTables, pictures: Mapping[str, bytes] | None = None
) -> Opened:
    """Begin a sprint with `tables` and `pictures` (by the name of their file); the first mirror writes people's file.

    Raises SprintError when the name is taken or impossible, or a value cannot be kept. A disk that fails is
    told in `store.state`.
    """
    if path is not None:
        path = around.disk.real(path)
        check_name(path)
        if around.disk.stat(path) is not None:
            raise SprintError("store.name_taken", name=path.name)
    working = Working(around.folders, around.new_uid())
    first = first_frame(tables, around.now().isoformat())
    begun = Recovered(
        working.uid, replay([first]), first.seq, first.crc, 1, history=[first], missing=[first], is_tidy=False
    )
    guards, _ = _guard(around, working, path, is_taking_over=False)
    # Noted before anything counts as saved, so that after a crash the file's name leads to the work.
    origin = Origin(str(path) if path else "")
    _note_origin(around, working, origin)
    media = MediaStore(around.disk, working.media)
    for name, data in (pictures or {}).items():
        media.take(name, [data])
    opened = around.store(working, begun, origin, guards)
    opened.store.flush()
    return opened


def open_file(around: Surroundings, path: Path, *, read_only: bool, is_taking_over: bool) -> Opened:
    """Open a people's file, with the working folder's newer work if there is any.

    When somebody else has it open the store is read-only and names the holder. Raises SprintError when neither
    the file nor this computer's own copy can be read; it then names a backup if there is one.
    """
    path = around.disk.real(path)
    file, problem = _read_or_problem(around.disk, path)
    working = _working_for(around, path, file)
    if working is None:
        raise _with_backup(around, path, problem or SprintError("store.file_missing", name=path.name))
    if read_only or (file is not None and file.is_newer):
        return _look(around, path, file, working, None)
    try:
        guards, holder = _guard(around, working, path, is_taking_over=is_taking_over)
    except SprintError as error:
        return _look_without_place(around, path, file, working, error)
    if guards.lock is None:
        return _look(around, path, file, working, holder)
    try:
        return _open_locked(around, path, file, problem, working, guards)
    except BaseException:
        guards.release()
        raise


def _open_locked(
    around: Surroundings,
    path: Path,
    file: PeopleFile | None,
    problem: SprintError | None,
    working: Working,
    guards: Guards,
) -> Opened:
    erased = _finish_erasing(around, working)
    if erased is not None:
        file, problem = _read_or_problem(around.disk, path)
    ours = recover(around.disk, working.places)
    if ours is not None and ours.format_version > FORMAT_VERSION:
        raise SprintError("store.newer_format", name=path.name)
    if file is not None and file.format_version < FORMAT_VERSION:
        _keep_original(around.disk, path, working, file.format_version)
    chosen = choose(around.disk, path, file, ours, working, around.now())
    if chosen is None:
        raise _with_backup(around, path, problem or SprintError("store.file_missing", name=path.name))
    if ours is None and guards.is_after_crash:
        chosen.findings.append(Finding("store.found_working_gone"))
    if problem is not None:
        chosen.findings.append(Finding("store.found_own_copy", {"name": path.name, "reason": problem.key}))
    # A file that cannot be read may be replaced (it is kept among the backups), unless it changes once more.
    damaged = fingerprint(around.disk, path)
    origin = Origin(str(path), damaged.size, damaged.tail) if damaged else Origin(str(path))
    if file is not None:
        if ours is None:
            chosen.findings.extend(_found_original(around, file, working))
        chosen.findings.extend(take_pictures(around.disk, path, MediaStore(around.disk, working.media)))
        origin = _origin_of(path, file, chosen)
        if origin != working.origin(around.disk):
            _note_origin(around, working, origin)
    chosen.uid = working.uid
    chosen.findings.extend(erased or ())
    return around.store(working, chosen, origin, guards)


def _found_original(around: Surroundings, file: PeopleFile, working: Working) -> list[Finding]:
    """Name the sprint that a copy was made of when that has gone further: it may be what she is looking for."""
    original = Working(around.folders, file.uid).origin(around.disk)
    if working.uid == file.uid or original.seq <= file.seq:
        return []
    return [Finding("store.found_older_copy", {"place": original.path})]


def _finish_erasing(around: Surroundings, working: Working) -> list[Finding] | None:
    """Carry out what a participant who withdrew is owed, before anything is read; None when there is nothing."""
    if around.disk.stat(working.erasing_note) is None:
        return None
    from sprint.store.erasing import finish_erasing  # noqa: PLC0415 - seldom, and not before the first window

    return finish_erasing(around.disk, working, around.now())


def _origin_of(path: Path, file: PeopleFile, chosen: Recovered) -> Origin:
    """What the people's file holds of the chosen state; one of an older format or with damage is to be written anew."""
    if file.known is None:
        return Origin(str(path))
    is_good = file.format_version == FORMAT_VERSION and not file.is_hurt
    is_same = (file.seq, file.tip) == (chosen.seq, chosen.tip) and is_good
    return Origin(str(path), file.known.size, file.known.tail, file.seq if is_same else min(file.seq, chosen.seq - 1))


def open_working(around: Surroundings, uid: str) -> Opened:
    """Open a sprint by its working folder, for one that never got a people's file. Raises SprintError."""
    working = Working(around.folders, uid)
    origin = working.origin(around.disk)
    if origin.path:
        return open_file(around, Path(origin.path), read_only=False, is_taking_over=False)
    guards, holder = _guard(around, working, None, is_taking_over=False)
    try:
        erased = _finish_erasing(around, working) if guards.lock is not None else None
        recovered = recover(around.disk, working.places)
        if recovered is None:
            raise SprintError("store.nothing_to_recover")
    except SprintError:
        guards.release()
        raise
    recovered.findings.extend(erased or ())
    return around.store(working, recovered, Origin(), guards, holder)


def unfinished(around: Surroundings) -> list[Unfinished]:
    """Sprints whose last session did not end well and that nobody has open now, newest first."""
    found: list[Unfinished] = []
    for working in all_working(around.disk, around.folders):
        lock = FolderLock(around.disk, working.folder)
        holds_work = has_anything(around.disk, working.places)
        if lock.was_left_behind() and holds_work and lock.is_free():
            holder = read_holder(around.disk, lock.holder_path)
            origin = working.origin(around.disk)
            path = Path(origin.path) if origin.path else None
            title, edits = _what_waits(around.disk, working, origin)
            found.append(Unfinished(working.uid, path, holder.since if holder else "", title, edits))
    return sorted(found, key=lambda sprint: sprint.since, reverse=True)


def _what_waits(disk: Disk, working: Working, origin: Origin) -> tuple[str, int]:
    """The title of a sprint that was left behind, and how many edits its people's file lacks."""
    try:
        recovered = recover(disk, working.places)
    except SprintError:
        recovered = None
    if recovered is None:
        return "", 0
    titles = [raw.get("title") for raw in recovered.tables.get("sprint", {}).values()]
    title = next((title for title in titles if isinstance(title, str)), "")
    return title, max(0, recovered.seq - max(origin.seq, 1))


# -- the parts of opening ----------------------------------------------------------------------------------


def _read_or_problem(disk: Disk, path: Path) -> tuple[PeopleFile | None, SprintError | None]:
    try:
        return read_people_file(disk, path), None
    except SprintError as error:
        if error.key == "store.newer_format":
            raise
        return None, error


def _working_for(around: Surroundings, path: Path, file: PeopleFile | None) -> Working | None:
    """The working folder for a people's file; a copy of a file that is still there gets one of its own.

    A file that can be read names its sprint itself: its place may have belonged to another sprint before.
    """
    disk = around.disk
    if file is None:
        return working_of_path(disk, around.folders, path)
    working = Working(around.folders, file.uid)
    home = working.origin(disk).path
    if not home or disk.is_same_place(Path(home), path) or path.is_relative_to(around.folders.backups):
        return working
    as_copy = working.for_copy_at(path)
    is_copy = disk.stat(Path(home)) is not None or has_anything(disk, as_copy.places)
    return as_copy if is_copy else working


def _look(around: Surroundings, path: Path, file: PeopleFile | None, working: Working, holder: Holder | None) -> Opened:
    """Open for reading only; nothing is written but pictures."""
    recovered = recover(around.disk, working.places) if file is None else None
    if file is not None:
        recovered = from_file(around.disk, file, working, around.now().isoformat())
        recovered.findings.extend(take_pictures(around.disk, path, MediaStore(around.disk, working.media)))
    if recovered is None:
        raise _with_backup(around, path, SprintError("store.file_damaged", name=path.name))
    if holder is not None:
        recovered.findings.append(_found_open(holder, this_holder(around.disk, around.now())))
    return around.store(working, recovered, Origin(str(path)), Guards(), holder)


def _look_without_place(
    around: Surroundings, path: Path, file: PeopleFile | None, working: Working, problem: SprintError
) -> Opened:
    """Show what can be shown where the program has no place to keep work; pictures that are not here stay away."""
    recovered = recover(around.disk, working.places)
    if file is not None and (recovered is None or recovered.seq < file.seq):
        recovered = from_file(around.disk, file, working, around.now().isoformat())
    if recovered is None:
        raise problem
    with contextlib.suppress(SprintError):
        take_pictures(around.disk, path, MediaStore(around.disk, working.media))
    recovered.findings.append(Finding("store.found_no_place", problem.params))
    return around.store(working, recovered, Origin(str(path)), Guards())


def _found_open(holder: Holder, me: Holder) -> Finding:
    """Who has the file open; her own other window is no other person."""
    if (holder.user, holder.host) == (me.user, me.host):
        return Finding("store.found_open_here")
    return Finding("store.found_open_elsewhere", {"user": holder.user, "host": holder.host})


def _guard(
    around: Surroundings, working: Working, path: Path | None, *, is_taking_over: bool
) -> tuple[Guards, Holder | None]:
    """Take lock and note; no lock means that the holder has it."""
    me = this_holder(around.disk, around.now())
    note = Note(around.disk, path, me) if path is not None else None
    other = note.other(around.now()) if note is not None and not is_taking_over else None
    if other is not None:
        return Guards(), other
    lock = FolderLock(around.disk, working.folder)
    try:
        other = lock.take(me)
    except OSError as error:
        raise SprintError(_NO_PLACE, place=str(around.folders.data)) from error
    if other is not None:
        return Guards(), other
    is_after_crash = note is not None and note.was_left_behind()
    if note is not None:
        note.put()
    return Guards(lock, note, is_after_crash), None


def _keep_original(disk: Disk, path: Path, working: Working, version: int) -> None:
    """Keep a file of an older format under a name that no rotation touches."""
    target = working.backups / f"{path.stem}.v{version}{path.suffix}"
    try:
        if disk.stat(target) is None:
            disk.make_folder(working.backups)
            disk.copy(path, target)
    except OSError as error:
        raise explain(error, working.backups) from error


def _note_origin(around: Surroundings, working: Working, origin: Origin) -> None:
    with contextlib.suppress(OSError):
        working.remember(around.disk, origin)


def _with_backup(around: Surroundings, path: Path, problem: SprintError) -> SprintError:
    """The same problem, naming the newest backup of a file of that name when there is one."""
    backups = [
        backup
        for folder in around.disk.folders_in(around.folders.backups)
        for backup in list_backups(around.disk, folder)
        if backup.path.stem.partition("-")[2] == safe_stem(path)
    ]
    if not backups or problem.key == "store.newer_format":
        return problem
    newest = max(backups, key=lambda backup: backup.at)
    return SprintError("store.damaged_see_backup", name=path.name, backup=str(newest.path))
