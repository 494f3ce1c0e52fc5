"""Tables that survive: every change is one commit, in memory at once and durable through the writer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sprint.errors import SprintError
from sprint.store.disk import Disk
from sprint.store.frames import Frame, decode, encode, encode_kept, pack, put_changes, replay
from sprint.store.recovery import Places, Recovered, is_whole, read_history
from sprint.store.shapes import START, Changes, Commit, Finding, Json, Moment, ReadOnlyTables, SaveState, Tables
from sprint.store.values import storable
from sprint.store.writer import Writer, frozen_copy

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def first_frame(tables: ReadOnlyTables, at: str, *, seq: int = 1, prev: int = 0) -> Frame:
    """The frame with which a history begins: the whole state."""
    return pack(seq, prev, encode(at, START, "store.history_begins", {}, storable(tables)))


class Ledger:
    """The current tables and their whole history.

    One thread commits; others may read `history`, `moment` and `state`. Records handed out are never changed
    in place and must not be changed by callers. `on_begin` is called by the thread that saves, before its first edit.
    """

    def __init__(
        self,
        disk: Disk,
        places: Places,
        recovered: Recovered,
        *,
        on_state: Callable[[SaveState], None] | None = None,
        on_begin: Callable[[], None] = lambda: None,
        clock: Clock = utc_now,
        is_frozen: bool = False,
    ) -> None:
        self.uid = recovered.uid
        self.findings: tuple[Finding, ...] = tuple(recovered.findings)
        self.is_frozen = is_frozen
        self._disk = disk
        self._places = places
        self._clock = clock
        self._tables: Tables = recovered.tables
        self._seq, self._tip = recovered.seq, recovered.tip
        self._old = (recovered.seq, recovered.tip)
        self._history = recovered.history
        self._recent: list[Frame] = []
        self._lock = threading.Lock()
        wanted = replace(recovered, missing=[]) if is_frozen else recovered
        self._writer = Writer(disk, places, wanted, self._lock, self._moment_now, on_state, on_begin)
        if not is_frozen and self._writer.has_work:
            self._writer.start()

    @property
    def tables(self) -> ReadOnlyTables:
        """The current raw state; a table exists while it holds records."""
        return self._tables

    @property
    def seq(self) -> int:
        """Number of the last commit."""
        return self._seq

    @property
    def state(self) -> SaveState:
        """How far saving has come."""
        with self._lock:
            return self._writer.state()

    def commit(self, changes: Changes, *, kind: str, label: str, params: Mapping[str, Json] | None = None) -> int:
        """Apply and queue one user action; returns its number.

        Raises SprintError when the ledger is read-only or a value cannot be kept in JSON; nothing is changed then.
        """
        if self.is_frozen:
            raise SprintError("store.read_only")
        payload, kept = encode_kept(self._clock(), kind, label, params or {}, changes)
        with self._lock:
            frame = pack(self._seq + 1, self._tip, payload)
            if kind == START:
                self._tables.clear()
            put_changes(self._tables, kept)
            self._seq, self._tip = frame.seq, frame.crc
            self._recent.append(frame)
            self._writer.add(frame)
            return frame.seq

    def frames(self) -> list[Frame]:
        """The whole history as frames, oldest first."""
        with self._lock:
            recent = list(self._recent)
        if self._history is None:
            self._history = read_history(self._disk, self._places.journal, *self._old)
        return self._history + recent

    def history(self) -> list[Commit]:
        """The whole history, oldest first."""
        return [decode(frame) for frame in self.frames()]

    def tables_at(self, seq: int) -> Tables:
        """The state after commit `seq`; raises SprintError when the history does not reach it."""
        frames = [frame for frame in self.frames() if frame.seq <= seq]
        if not is_whole(frames) or frames[-1].seq != seq:
            raise SprintError("store.moment_not_there", seq=seq)
        return replay(frames)

    def moment(self) -> Moment:
        """The state as it is now, frozen; cheap, and safe from any thread."""
        with self._lock:
            return self._moment_now()

    def _moment_now(self) -> Moment:
        return Moment(frozen_copy(self._tables), self._seq, self._tip, self._clock().isoformat())

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all commits so far are durable; False when the disk failed or the time (s) is over."""
        # A ledger that only looks must never write: somebody else has the lock.
        return self.state.pending == 0 if self.is_frozen else self._writer.flush(timeout)

    def freeze(self) -> None:
        """Refuse further commits."""
        self.is_frozen = True

    def close(self) -> SaveState:
        """Save what waits, tidy up and stop; tells how far saving came."""
        if self.is_frozen:
            return self.state
        return self._writer.close()
