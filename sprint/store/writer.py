"""The thread that makes commits durable, so that the window never waits for a disk.

It appends and syncs at once whatever waits (a slow disk makes larger groups by itself), feeds the twin when it has a
quarter of a second to itself, and now and then writes a snapshot in slices. When the disk fails it keeps the commits in
order in memory, puts a copy in a refuge folder, and tries again in a new file every two seconds and at each commit. It
never raises.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import threading
from collections import deque
from collections.abc import Callable

from sprint.errors import SprintError
from sprint.store.disk import Disk
from sprint.store.frames import Frame, SegmentHead
from sprint.store.journal import Journal, Twin, segment_name, segment_numbers
from sprint.store.problems import explain
from sprint.store.recovery import Places, Recovered
from sprint.store.shapes import Moment, ReadOnlyTables, SaveState
from sprint.store.snapshot import SnapshotMeta, write_snapshot

RETRY_SECONDS = 2.0
TWIN_SECONDS = 0.25
TWIN_BYTES = 256 << 10
SNAPSHOT_COMMITS = 1000
SNAPSHOT_BYTES = 4 << 20
SNAPSHOT_AGAIN_COMMITS = 100

log = logging.getLogger(__name__)


class Refuge:
    """A second-best place for commits while the usual place fails; recovery looks there too."""

    def __init__(self, disk: Disk, places: Places) -> None:
        self._disk = disk
        self._folder = places.refuge
        self._seq = 0

    def keep(self, frames: list[Frame]) -> bool:
        """Put frames it does not hold yet in a new file; tells whether all `frames` are there now."""
        fresh = [frame for frame in frames if frame.seq > self._seq]
        if not fresh:
            return bool(frames)
        try:
            self._disk.make_folder(self._folder)
            number = max(segment_numbers(self._disk, self._folder), default=0) + 1
            file = self._disk.create(self._folder / segment_name(number))
            try:
                file.write(SegmentHead(number, fresh[0].seq - 1, fresh[0].prev).pack())
                file.write(b"".join(frame.data for frame in fresh))
                file.sync()
            finally:
                file.close()
            self._disk.sync_folder(self._folder)
        except OSError:
            return False
        self._seq = fresh[-1].seq
        return True

    def empty(self) -> None:
        """Remove what is now in the usual place."""
        with contextlib.suppress(OSError):
            for number in segment_numbers(self._disk, self._folder):
                self._disk.unlink(self._folder / segment_name(number))
        self._seq = 0


class Writer:
    """Owns journal, twin, snapshot and refuge of one set of tables; everything happens in its thread.

    `lock` also guards the tables of its owner; `moment` is called under it. `on_begin` is called in the thread before
    anything is written.
    """

    def __init__(
        self,
        disk: Disk,
        places: Places,
        recovered: Recovered,
        lock: threading.Lock,
        moment: Callable[[], Moment],
        on_state: Callable[[SaveState], None] | None,
        on_begin: Callable[[], None],
    ) -> None:
        self._disk = disk
        self._places = places
        self._uid = recovered.uid
        self._lock = lock
        self._news = threading.Condition(lock)
        self._moment = moment
        self._on_state = on_state
        self._on_begin = on_begin
        self._refuge = Refuge(disk, places)
        self._twin = Twin(disk, places.twin)
        self._journal = Journal(disk, places.journal, recovered.next_number, self._twin)
        self._journal.know(recovered.sealed)
        self._resume = recovered.resume
        self._pending: deque[Frame] = deque(recovered.missing)
        self._durable = (recovered.seq, recovered.tip)
        if recovered.missing:
            first = recovered.missing[0]
            self._durable = (first.seq - 1, first.prev)
        self._needs_snapshot = not recovered.is_tidy
        self._has_refuge_files = bool(segment_numbers(disk, places.refuge))
        self._commits_since_snapshot = 0
        self._snapshot_not_before = 0
        self._error: SprintError | None = None
        self._in_refuge = False
        self._begun = self._finished = 0
        self._is_stopping = False
        self._thread: threading.Thread | None = None
        # Free while somebody rings for the thread. A lock wakes it sooner than the condition, which is for `flush`.
        self._bell = threading.Lock()
        self._bell.acquire()

    # -- called by the owner, under the lock ---------------------------------------------------------------

    def add(self, frame: Frame) -> None:
        """Queue a frame; microseconds."""
        self._pending.append(frame)
        if self._thread is None:
            self.start()
        self._ring()

    def _ring(self) -> None:
        """Wake the thread; rung twice before it looks is rung once."""
        if self._bell.locked():
            self._bell.release()

    def start(self) -> None:
        """Start the thread if it does not run."""
        if self._thread is None and not self._is_stopping:
            self._thread = threading.Thread(target=self._run, name=f"store-{self._uid[:8]}", daemon=True)
            self._thread.start()

    @property
    def has_work(self) -> bool:
        """Whether something waits for the disk."""
        return bool(self._pending) or self._needs_snapshot

    def state(self) -> SaveState:
        """How far saving has come."""
        refuge = self._places.refuge if self._in_refuge else None
        return SaveState(self._durable[0], len(self._pending), self._error, self._places.folder, refuge)

    # -- called by the owner, without the lock -------------------------------------------------------------

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all that was queued is durable; False when the disk failed or the time (s) is over."""
        with self._lock:
            if not self._pending:
                return True
            target = self._pending[-1].seq
            begun = self._begun
            self.start()
            self._ring()
            self._news.wait_for(
                # An attempt that began before we asked says nothing about the disk as it is now.
                lambda: self._durable[0] >= target or (self._error is not None and self._finished > begun),
                timeout,
            )
            return self._durable[0] >= target

    def close(self) -> SaveState:
        """Save what waits, write a snapshot if there is news, end the thread and tell how it went."""
        with self._lock:
            if self._thread is None and self.has_work:
                self.start()
            self._is_stopping = True
            self._ring()
            thread = self._thread
        if thread is not None:
            thread.join()
        with self._lock:
            return self.state()

    # -- the thread ----------------------------------------------------------------------------------------

    def _run(self) -> None:
        self._on_begin()
        self._twin.catch_up(self._places.journal, [entry.number for entry in self._journal.sealed])
        while self._wait_for_work():
            self._step()
        if self._pending or self._needs_snapshot or self._commits_since_snapshot:
            self._needs_snapshot = True
            self._step()
        self._journal.seal()
        self._twin.close()

    def _wait_for_work(self) -> bool:
        """Rest until there is something to do, the twin is fed meanwhile; False when it is time to stop."""
        while not self._bell.acquire(timeout=self._patience()) and self._error is None and not self._is_busy():
            self._twin.settle()
        return not self._is_stopping

    def _patience(self) -> float:
        """How long nobody needs to ring, in seconds; -1 is for ever."""
        if self._error is not None:
            return RETRY_SECONDS
        if self._is_busy():
            return 0
        return TWIN_SECONDS if self._twin.waiting_bytes else -1

    def _is_busy(self) -> bool:
        return bool(self._pending) or self._is_snapshot_due()

    def _step(self) -> None:
        """One attempt to bring everything to the disk; all failures end here as a state."""
        with self._lock:
            self._begun += 1
            waiting = list(self._pending)
        try:
            self._save(waiting)
            if self._is_snapshot_due():
                self._consolidate()
            elif not self._pending:
                self._journal.make_room()
        except OSError as error:
            self._failed(error)
        except Exception as error:  # the last thread that may die of a mistake is this one
            log.exception("the writer met a mistake of its own")
            self._failed(OSError(errno.EIO, str(error)))
        finally:
            with self._lock:
                self._finished += 1
                self._news.notify_all()

    def _waiting(self) -> list[Frame]:
        with self._lock:
            return list(self._pending)

    def _is_snapshot_due(self) -> bool:
        if self._commits_since_snapshot < self._snapshot_not_before and not self._is_stopping:
            return False
        return self._needs_snapshot or (
            self._commits_since_snapshot >= SNAPSHOT_COMMITS or self._journal.bytes_since_start >= SNAPSHOT_BYTES
        )

    def _save(self, batch: list[Frame]) -> None:
        """Make the first waiting frames durable."""
        if not batch:
            return
        if not self._journal.is_open:
            self._open_segment()
        self._journal.append(batch)
        self._commits_since_snapshot += len(batch)
        with self._lock:
            for _ in batch:
                self._pending.popleft()
            self._durable = (batch[-1].seq, batch[-1].crc)
            self._succeeded()
            state = self.state()
        # Nothing stands between the disk and the person who waits to be told.
        self._tell(state)
        self._journal.reckon()
        if self._twin.waiting_bytes > TWIN_BYTES:
            self._twin.settle()

    def _open_segment(self) -> None:
        resume, self._resume = self._resume, None
        if resume is not None and not self._needs_snapshot:
            self._journal.resume(*resume)
        else:
            self._journal.start_segment(self._durable)
            self._needs_snapshot = True
            self._snapshot_not_before = 0

    def _succeeded(self) -> None:
        self._error = None
        self._in_refuge = False
        self._news.notify_all()

    def _failed(self, error: OSError) -> None:
        with self._lock:
            waiting = list(self._pending)
        is_kept = self._refuge.keep(waiting) if waiting else False
        self._has_refuge_files |= is_kept
        with self._lock:
            self._error = explain(error, self._places.folder)
            self._in_refuge = is_kept
            self._news.notify_all()
        self._report()

    def _report(self) -> None:
        with self._lock:
            state = self.state()
        self._tell(state)

    def _tell(self, state: SaveState) -> None:
        if self._on_state is not None:
            try:
                self._on_state(state)
            except Exception:  # a listener's mistake is not a failing disk
                log.exception("a listener of the store failed")

    def _consolidate(self) -> None:
        """Write a snapshot and go on in a new segment, which the snapshot names.

        A snapshot that fails while all commits are durable loses nothing: it is tried again later.
        """
        with self._lock:
            moment = self._moment()
            waiting = list(self._pending)
        self._save(waiting)
        try:
            self._journal.start_segment((moment.seq, moment.tip))
            meta = SnapshotMeta(
                self._uid, moment.seq, moment.tip, moment.at, self._journal.number, self._journal.sealed
            )
            write_snapshot(self._disk, self._places.folder, meta, moment.tables, self._save_between_slices)
        except OSError as error:
            self._snapshot_not_before = self._commits_since_snapshot + SNAPSHOT_AGAIN_COMMITS
            self._needs_snapshot = True
            if self._pending:
                raise
            log.warning("the snapshot was not written: %s", error)
            return
        self._needs_snapshot = False
        self._snapshot_not_before = 0
        self._commits_since_snapshot = self._durable[0] - moment.seq
        if self._has_refuge_files:
            self._refuge.empty()
            self._has_refuge_files = False

    def _save_between_slices(self) -> None:
        if self._pending:
            self._save(self._waiting())


def frozen_copy(tables: ReadOnlyTables) -> ReadOnlyTables:
    """Tables that stay as they are now; records are shared, for they are never changed in place."""
    return {name: dict(rows) for name, rows in tables.items()}
