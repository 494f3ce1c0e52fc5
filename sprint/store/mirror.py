"""Keeps the people's file up to date with the working folder, in a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.backups import keep_version
from sprint.store.container_write import content_of
from sprint.store.disk import Disk
from sprint.store.ledger import Clock, Ledger
from sprint.store.media import MediaStore
from sprint.store.people_file import SUFFIX, check_name, conflict_path, fingerprint, put_in_place
from sprint.store.problems import explain_file
from sprint.store.shapes import Finding
from sprint.store.working import Origin, Working

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sources:
    """Where the content of a people's file comes from."""

    disk: Disk
    working: Working
    ledger: Ledger
    media: MediaStore
    clock: Clock
    app_version: str


class Mirror:
    """Writes the people's file when asked; a file that somebody else changed is never overwritten."""

    def __init__(self, sources: Sources, origin: Origin, on_finding: Callable[[Finding], None] | None) -> None:
        self.path = Path(origin.path) if origin.path else None
        self._sources = sources
        self._on_finding = on_finding
        self._origin = origin
        self._busy = threading.Lock()
        self._wanted = threading.Condition()
        self._is_wanted = False
        self._is_stopping = False
        self._thread: threading.Thread | None = None

    @property
    def seq(self) -> int:
        """Number of the last commit that the people's file holds."""
        return self._origin.seq

    def request(self) -> None:
        """Have the file written soon, without waiting for it."""
        with self._wanted:
            self._is_wanted = True
            if self._thread is None and not self._is_stopping:
                self._thread = threading.Thread(target=self._run, name="store-mirror", daemon=True)
                self._thread.start()
            self._wanted.notify_all()

    def stop(self) -> None:
        """End the thread; a file being written is finished first."""
        with self._wanted:
            self._is_stopping = True
            self._wanted.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while True:
            with self._wanted:
                self._wanted.wait_for(lambda: self._is_wanted or self._is_stopping)
                if self._is_stopping:
                    return
                self._is_wanted = False
            finding = self.write()
            if finding is not None and self._on_finding is not None:
                try:
                    self._on_finding(finding)
                except Exception:  # a listener's mistake must not end the thread
                    log.exception("a listener of the store failed")

    def write(self) -> Finding | None:
        """Write the file now if there is news; a finding tells what a person must know."""
        if self.path is None:
            return None
        with self._busy:
            try:
                return self._write(self.path)
            except SprintError as error:
                return Finding(error.key, error.params)
            except Exception:  # the work is safe in the working folder; a mistake here must not end the program
                log.exception("writing the people's file met a mistake of our own")
                return Finding("store.disk_failed", {"place": str(self.path.parent)})

    def _write(self, path: Path) -> Finding | None:
        parts = self._sources
        moment = parts.ledger.moment()
        told = self._look_for(path)
        path = self.path or path
        known = self._origin.known
        if moment.seq == self._origin.seq and known is not None and fingerprint(parts.disk, path) == known:
            return told
        frames = [frame for frame in parts.ledger.frames() if frame.seq <= moment.seq]
        content = content_of(parts.ledger.uid, moment, frames, parts.media.paths(), parts.app_version)
        place, made = put_in_place(parts.disk, path, content, before_replace=lambda: self._make_room(path))
        self._note(Origin(str(place), made.size, made.tail, moment.seq))
        if place != path:
            return Finding("store.found_conflict", {"name": path.name, "ours": place.name})
        return told

    def _note(self, origin: Origin) -> None:
        self._origin = origin
        self.path = Path(origin.path)
        try:
            self._sources.working.remember(self._sources.disk, origin)
        except OSError as error:
            log.warning("the place of the people's file was not noted: %s", error)

    def _look_for(self, path: Path) -> Finding | None:
        """Follow a file that was given another name while it is open; tells what became of one that is gone."""
        disk, known = self._sources.disk, self._origin.known
        if known is None or disk.stat(path) is not None or not disk.is_folder(path.parent):
            return None
        for name in disk.names(path.parent):
            other = path.with_name(name)
            found = disk.stat(other) if name.endswith(SUFFIX) and not name.startswith(".") else None
            if found is not None and found.size == known.size and fingerprint(disk, other) == known:
                self._note(replace(self._origin, path=str(other)))
                return Finding("store.found_renamed", {"name": path.name, "ours": name})
        return Finding("store.found_written_again", {"name": path.name})

    def _make_room(self, path: Path) -> Path:
        """Keep the file that is there as a backup; one that somebody else changed stays, and we go beside it."""
        parts = self._sources
        now = parts.clock()
        current = fingerprint(parts.disk, path)
        if current is not None and current != self._origin.known:
            return conflict_path(parts.disk, path, now)
        try:
            keep_version(parts.disk, path, parts.working.backups, now)
        except (OSError, SprintError) as error:
            log.warning("the version before was not kept as a backup: %s", error)
        return path

    def move_to(self, path: Path) -> Finding | None:
        """Write the people's file somewhere else from now on; raises SprintError for a name that cannot be."""
        check_name(path)
        if self._sources.disk.stat(path) is not None:
            raise SprintError("store.name_taken", name=path.name)
        with self._busy:
            self.path = path.absolute()
            self._origin = Origin(str(self.path))
        return self.write()

    def _save_itself(self) -> None:
        """A copy in its own place is the file itself; written past us it would look like somebody else's."""
        if self._sources.ledger.is_frozen and self.path is not None:
            raise SprintError("store.name_taken", name=self.path.name)
        told = self.write()
        if told is not None:
            raise SprintError(told.key, **told.params)

    def save_copy(self, path: Path) -> None:
        """Write a verified copy somewhere else; raises SprintError."""
        parts = self._sources
        check_name(path)
        if self.path is not None and parts.disk.is_same_place(self.path, path):
            self._save_itself()
            return
        moment = parts.ledger.moment()
        frames = [frame for frame in parts.ledger.frames() if frame.seq <= moment.seq]
        free = parts.disk.free_bytes(path.parent)
        if free is not None and free < parts.media.total_bytes():
            raise SprintError("store.file_place_full", place=str(path.parent))
        content = content_of(parts.ledger.uid, moment, frames, parts.media.paths(), parts.app_version)
        try:
            put_in_place(parts.disk, path, content, is_read_from_medium=True)
        except OSError as error:
            raise explain_file(error, path.parent) from error
