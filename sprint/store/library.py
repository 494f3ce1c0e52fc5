"""The facilitator's own library: recent sprints, programmes, personas and templates, as safe as a sprint.

A library that cannot be read is set aside and a new one begun: it must never keep the program from starting.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.disk import Disk
from sprint.store.folders import Folders
from sprint.store.ledger import Clock, Ledger, utc_now
from sprint.store.locks import FolderLock
from sprint.store.machine import this_holder
from sprint.store.recovery import Places, Recovered, has_anything, recover
from sprint.store.shapes import FORMAT_VERSION, Finding, Json, Raw, SaveState, Tables
from sprint.store.storage import JournalDB

_RECENT = "recent"
MAX_RECENT = 30
_NEWS = frozenset({"store.library_in_use", "store.library_no_place", "store.library_set_aside", "store.library_older"})
_LOSSES = frozenset({"store.found_lost", "store.found_journal_gone"})


@dataclass(frozen=True)
class RecentSprint:
    """A sprint for the home screen; `opened_at` is UTC ISO."""

    path: Path
    title: str
    opened_at: str
    organisation: str = ""


class Library:
    """One facilitator's shelves. `findings` tell what happened when it was opened."""

    def __init__(self, ledger: Ledger, lock: FolderLock | None, findings: tuple[Finding, ...], clock: Clock) -> None:
        self.findings = findings
        self.db = JournalDB(ledger)
        self._ledger = ledger
        self._lock = lock
        self._clock = clock

    @classmethod
    def open(
        cls,
        folders: Folders,
        *,
        on_state: Callable[[SaveState], None] | None = None,
        disk: Disk | None = None,
        clock: Clock = utc_now,
    ) -> Library:
        """Open or begin the library; never raises. A second program gets it for reading only."""
        disk = disk or Disk()
        lock: FolderLock | None = FolderLock(disk, folders.library)
        findings: list[Finding] = []
        try:
            if lock is not None and lock.take(this_holder(disk, clock()), is_noted=False) is not None:
                lock = None
                findings.append(Finding("store.library_in_use"))
        except OSError:
            lock = None
            findings.append(Finding("store.library_no_place", {"place": str(folders.data)}))
        recovered = _recover_or_begin(disk, folders, findings, clock, is_ours=lock is not None)
        is_frozen = lock is None or recovered.format_version > FORMAT_VERSION
        ledger = Ledger(disk, _places(folders), recovered, on_state=on_state, clock=clock, is_frozen=is_frozen)
        return cls(ledger, lock, tuple(findings), clock)

    @property
    def news(self) -> tuple[Finding, ...]:
        """What a person must know: that something is gone, or that nothing is kept from now on."""
        return tuple(finding for finding in self.findings if finding.key in _NEWS)

    @property
    def state(self) -> SaveState:
        """How far saving has come."""
        return self._ledger.state

    @property
    def read_only(self) -> bool:
        """Whether changes are not kept, because another program has the library."""
        return self._ledger.is_frozen

    # -- recent sprints ------------------------------------------------------------------------------------

    def recent(self) -> list[RecentSprint]:
        """Recent sprints, the last opened first."""
        rows = self._ledger.tables.get(_RECENT, {})
        found = [
            RecentSprint(Path(path), *(str(raw.get(name, "")) for name in ("title", "opened_at", "organisation")))
            for path, raw in rows.items()
        ]
        return sorted(found, key=lambda sprint: sprint.opened_at, reverse=True)

    def note_recent(self, path: Path, title: str, organisation: str = "") -> None:
        """Put a sprint on top of the recent list."""
        row = {"title": title, "opened_at": self._clock().isoformat(), "organisation": organisation}
        changes: dict[str, Raw | None] = {str(path): row}
        old = [sprint for sprint in self.recent() if sprint.path != path][MAX_RECENT - 1 :]
        changes.update({str(sprint.path): None for sprint in old})
        self._change(_RECENT, changes)

    # -- shelves -------------------------------------------------------------------------------------------

    def shelf(self, name: str) -> Mapping[str, Raw]:
        """What lies on a shelf, by id; not to be changed."""
        return self._ledger.tables.get(name, {})

    def keep(self, shelf: str, record_id: str, raw: Mapping[str, Json]) -> None:
        """Put something on a shelf, over what had that id."""
        self._change(shelf, {record_id: dict(raw)})

    def remove(self, shelf: str, record_id: str) -> None:
        """Take something off a shelf."""
        self._change(shelf, {record_id: None})

    def _change(self, table: str, changes: Mapping[str, Raw | None]) -> None:
        if not self.read_only:
            self.db.journal.change(table, changes)

    @contextmanager
    def together(self, label: str) -> Iterator[None]:
        """Make several changes one step."""
        with self.db.journal.commit(label=label):
            yield

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all changes are durable; False when the disk failed or the time (s) is over."""
        return self._ledger.flush(timeout)

    def close(self) -> SaveState:
        """Save and let others in."""
        state = self._ledger.close()
        self._ledger.freeze()
        if self._lock is not None:
            self._lock.release()
        return state


def _places(folders: Folders) -> Places:
    return Places(folders.library / "shelves", folders.data / "library-twin", folders.refuge / "library")


def _is_sound(tables: Tables) -> bool:
    return all(
        isinstance(rows, dict) and all(isinstance(raw, dict) for raw in rows.values()) for rows in tables.values()
    )


def _recover_or_begin(
    disk: Disk, folders: Folders, findings: list[Finding], clock: Clock, *, is_ours: bool
) -> Recovered:
    places = _places(folders)
    begun = Recovered("library", {}, 0, 0, 1, history=[])
    if not has_anything(disk, places):
        return begun
    # What was made by hand may hold anything; a library must never keep the program from starting.
    with contextlib.suppress(SprintError, ValueError, TypeError, KeyError, AttributeError):
        recovered = recover(disk, places)
        if recovered is not None and _is_sound(recovered.tables):
            # What another program is writing just now may look unfinished; that is nobody's business here.
            findings.extend(recovered.findings if is_ours else ())
            if is_ours and any(finding.key in _LOSSES for finding in recovered.findings):
                findings.append(Finding("store.library_older"))
            return recovered
    if is_ours:
        stamp = f"{clock():%Y-%m-%d-%H%M%S}"
        for folder in (places.folder, places.twin, places.refuge):
            if disk.is_folder(folder):
                with contextlib.suppress(OSError):
                    disk.replace(folder, folder.with_name(f"{folder.name}-{stamp}"))
        findings.append(Finding("store.library_set_aside", {"name": f"{places.folder.name}-{stamp}"}))
    return begun
