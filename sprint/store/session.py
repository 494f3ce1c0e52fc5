"""A sprint on disk: create, open, commit, mirror, copy, close."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.backups import Backup, list_backups
from sprint.store.choosing import take_pictures
from sprint.store.ledger import Ledger
from sprint.store.locks import FolderLock, Note
from sprint.store.media import ImportedPicture, MediaStore
from sprint.store.mirror import Mirror, Sources
from sprint.store.problems import explain
from sprint.store.shapes import Changes, Commit, Finding, Holder, Json, Moment, ReadOnlyTables, SaveState, Tables
from sprint.store.working import Origin

if TYPE_CHECKING:
    from sprint.store.erasure import Erasure
    from sprint.store.storage import JournalDB


@dataclass(frozen=True)
class Guards:
    """What keeps others from writing while a sprint is open; both are None when it is open for reading only.

    `is_after_crash` tells that a session on this computer left its note behind.
    """

    lock: FolderLock | None = None
    note: Note | None = None
    is_after_crash: bool = False

    def settle(self) -> None:
        """Make durable that a session began: an edit that is saved is then found after a power cut, file or not."""
        if self.lock is not None:
            self.lock.settle()

    def release(self, *, is_clean: bool = True) -> None:
        """Let others in."""
        if self.note is not None:
            self.note.remove()
        if self.lock is not None:
            self.lock.release(is_clean=is_clean)


class SprintStore:
    """One open sprint. `path` is the people's file, None while the sprint has none yet."""

    def __init__(
        self,
        sources: Sources,
        origin: Origin,
        guards: Guards,
        *,
        holder: Holder | None = None,
        on_finding: Callable[[Finding], None] | None = None,
    ) -> None:
        self.uid = sources.ledger.uid
        self.holder = holder
        self._sources = sources
        self._ledger: Ledger = sources.ledger
        self._media: MediaStore = sources.media
        self._guards = guards
        self._mirror = Mirror(sources, origin, on_finding)
        self._is_closed = False
        self._db: JournalDB | None = None

    # -- reading -------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The people's file; it changes when a conflict moved our version beside it."""
        return self._mirror.path

    @property
    def read_only(self) -> bool:
        """Whether commits are refused; `holder` tells who has the sprint, when somebody has."""
        return self._ledger.is_frozen

    @property
    def tables(self) -> ReadOnlyTables:
        """The current raw state; never change what is in it. A table exists while it holds records."""
        return self._ledger.tables

    @property
    def seq(self) -> int:
        """Number of the last commit."""
        return self._ledger.seq

    @property
    def state(self) -> SaveState:
        """How far saving has come."""
        return self._ledger.state

    def history(self) -> list[Commit]:
        """All commits, oldest first."""
        return self._ledger.history()

    def tables_at(self, seq: int) -> Tables:
        """The state after commit `seq`; raises SprintError when the history does not reach it."""
        return self._ledger.tables_at(seq)

    @property
    def db(self) -> JournalDB:
        """The same tables as a TinyDB: every operation is a commit, `db.journal.commit(label=…)` groups them."""
        if self._db is None:
            from sprint.store.storage import JournalDB  # noqa: PLC0415 - a sprint is on the screen before anybody asks

            self._db = JournalDB(self._ledger)
        return self._db

    def moment(self) -> Moment:
        """The state as it is now, frozen; safe to use in another thread."""
        return self._ledger.moment()

    def backups(self) -> list[Backup]:
        """Earlier versions of the people's file, newest first; they open read-only with `open_sprint`."""
        return list_backups(self._sources.disk, self._sources.working.backups)

    # -- writing -------------------------------------------------------------------------------------------

    def commit(self, changes: Changes, *, kind: str, label: str, params: Mapping[str, Json] | None = None) -> int:
        """Keep one user action; microseconds, never fails because of a disk. Returns its number.

        Raises SprintError when the sprint is read-only or a value cannot be kept; nothing is changed then.
        """
        return self._ledger.commit(changes, kind=kind, label=label, params=params)

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all commits so far are durable; False when the disk failed or the time (s) is over."""
        return self._ledger.flush(timeout)

    def mirror(self) -> Finding | None:
        """Write the people's file now, on this thread; tells what a person must know, None when all is well."""
        return None if self.read_only else self._mirror.write()

    def request_mirror(self) -> None:
        """Have the people's file written by a thread; findings go to `on_finding`."""
        if not self.read_only:
            self._mirror.request()

    def keep_at(self, path: Path) -> Finding | None:
        """Give the sprint another people's file, and write it; the one before stays where it is."""
        return self._mirror.move_to(path)

    def save_copy(self, path: Path) -> None:
        """Write a verified copy, for a stick; raises SprintError."""
        self._mirror.save_copy(path)
        self._erase_from(path)

    def add_media(self, data: bytes) -> ImportedPicture:
        """Import a picture (PNG, JPEG or WEBP); takes a while for photos. Raises SprintError."""
        return self._media.add(data)

    def media_path(self, sha256: str) -> Path | None:
        """The file of a picture, None when it is not here."""
        return self._media.path(sha256)

    def read_media(self, sha256: str) -> bytes:
        """The bytes of a picture; raises SprintError when it is gone or damaged."""
        return self._media.read(sha256)

    def take_pictures(self, path: Path, wanted: Collection[str]) -> list[Finding]:
        """Bring pictures with these checksums over from another sprint file; raises SprintError."""
        return take_pictures(self._sources.disk, path, self._media, wanted)

    def begin_erasing(self, erasure: Erasure) -> None:
        """Write down what must go from everything; the next opening does it. Raises SprintError, nothing begun then."""
        from sprint.store.erasing import note_erasure  # noqa: PLC0415 - seldom, and not before the first window

        if self.read_only:
            raise SprintError("store.read_only")
        if not self.flush():
            raise self.state.error or SprintError("store.disk_failed", place=str(self.state.where))
        note_erasure(self._sources.disk, self._sources.working, erasure)

    def close(self) -> tuple[Finding, ...]:
        """Save, write the people's file, let others in; tells what a person must know. Safe to call twice."""
        if self._is_closed:
            return ()
        self._is_closed = True
        findings: list[Finding] = []
        self._mirror.stop()
        state = self._ledger.close()
        if not self.read_only:
            mirrored = self._mirror.write()
            if mirrored is not None:
                findings.append(mirrored)
            if state.pending and self._mirror.seq < self._ledger.seq:
                findings.append(Finding("store.closed_unsaved", {"count": state.pending}))
        self._ledger.freeze()
        findings += self._erase_words()
        self._guards.release(is_clean=not state.pending)
        return tuple(findings)

    def _erase_words(self) -> list[Finding]:
        """Take out of everything what was made unreadable in this session; what cannot be reached now is told."""
        disk, working = self._sources.disk, self._sources.working
        if self._guards.lock is None or disk.stat(working.erasing_note) is None:
            return []
        from sprint.store import erasing  # noqa: PLC0415 - seldom, and not before the first window

        if not erasing.waits_for_closing(disk, working):
            return []
        try:
            found = erasing.finish_erasing(disk, working, self._sources.clock()) or []
        except SprintError as error:
            return [Finding(error.key, dict(error.params))]  # the note stays: the next opening does it
        return [one for one in found if one.key != erasing.DONE]

    def _erase_from(self, path: Path) -> None:
        disk, working = self._sources.disk, self._sources.working
        if disk.stat(working.erasing_note) is None:
            return
        from sprint.store.erasing import erase_from_copy  # noqa: PLC0415 - as above

        try:
            erase_from_copy(disk, working, path)
        except OSError as error:
            raise explain(error, path.parent) from error
