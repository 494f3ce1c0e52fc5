"""An open sprint: the document, its history and the store that makes every change durable, tied together."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sprint.codec import Raw, Reject, decode, encode, read_document
from sprint.diff import Change, Diff, DiffKind, Label, make_diff
from sprint.document import Document
from sprint.edits.clock import HEARTBEAT
from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.history import History
from sprint.ids import IdSource, TimeIds
from sprint.records import RECORD_TYPES, Moment, Record, Scope, references
from sprint.store.folders import Folders
from sprint.store.shapes import START, Commit, Finding, Json, SaveState, Tables
from sprint.store.sprint_store import Opened, SprintStore, create_sprint, open_sprint, open_unfinished

LONGEST_RECALL = 200
OnSaveState = Callable[[SaveState], None]
OnFinding = Callable[[Finding], None]
_UNDOABLE_KINDS = {kind.value for kind in DiffKind}
_KINDS = {kind.TABLE: kind for kind in RECORD_TYPES}


@dataclass(frozen=True)
class Habits:
    """What a workspace needs from the world, so that a test can give its own: ids, seconds, the time of day (UTC)."""

    ids: IdSource
    seconds: Callable[[], float]
    utc_now: Callable[[], datetime]

    @classmethod
    def real(cls) -> Habits:
        """The ids and clocks of this machine."""
        return cls(TimeIds(), time.monotonic, lambda: datetime.now(UTC))


class Workspace:
    """One open sprint. Ask it for edits; it applies, remembers and journals them, in that order."""

    def __init__(self, opened: Opened, habits: Habits) -> None:
        self._store: SprintStore = opened.store
        self._habits = habits
        self.document, rejects = read_document(opened.store.tables)
        self.findings: tuple[Finding, ...] = opened.findings + tuple(_told(rejects))
        self.history = History(self.document, habits.seconds)
        self._first_own_commit = opened.store.seq + 1
        self.document.subscribe(self._journal)
        if self.findings and not self.is_read_only:
            opened.store.request_mirror()  # a file that was hurt must not stay so until somebody edits

    @classmethod
    def create(
        cls,
        path: Path | None,
        content: Diff,
        folders: Folders,
        *,
        habits: Habits | None = None,
        on_save_state: OnSaveState | None = None,
        on_finding: OnFinding | None = None,
        pictures: Mapping[str, bytes] | None = None,
    ) -> Workspace:
        """Start a sprint with this content and pictures (by file name) at `path`; raises SprintError when it fails."""
        tables: Tables = {}
        for _, after in content.changes.values():
            if after is not None:
                tables.setdefault(after.TABLE, {})[after.id] = encode(after)
        opened = create_sprint(path, tables, folders, on_state=on_save_state, on_finding=on_finding, pictures=pictures)
        return cls(opened, habits or Habits.real())

    @classmethod
    def open(
        cls,
        path: Path,
        folders: Folders,
        *,
        read_only: bool = False,
        habits: Habits | None = None,
        on_save_state: OnSaveState | None = None,
        on_finding: OnFinding | None = None,
    ) -> Workspace:
        """Open a `.sprint` file, or what a crash left of it; raises SprintError when nothing can be read."""
        opened = open_sprint(path, folders, read_only=read_only, on_state=on_save_state, on_finding=on_finding)
        return cls(opened, habits or Habits.real())

    @classmethod
    def open_unfinished(
        cls,
        uid: str,
        folders: Folders,
        *,
        habits: Habits | None = None,
        on_save_state: OnSaveState | None = None,
        on_finding: OnFinding | None = None,
    ) -> Workspace:
        """Open a sprint that a crash left behind, by the uid that `unfinished_sprints` gave; raises SprintError."""
        opened = open_unfinished(uid, folders, on_state=on_save_state, on_finding=on_finding)
        return cls(opened, habits or Habits.real())

    # ---- what it is

    @property
    def ids(self) -> IdSource:
        """Where new ids come from."""
        return self._habits.ids

    @property
    def store(self) -> SprintStore:
        """The store below: media, backups, the mirror."""
        return self._store

    @property
    def path(self) -> Path | None:
        """The people's file."""
        return self._store.path

    @property
    def is_read_only(self) -> bool:
        """Whether this sprint can only be looked at (a newer format, or somebody else has it open)."""
        return self._store.read_only

    @property
    def save_state(self) -> SaveState:
        """What is on disk and what is not yet."""
        return self._store.state

    def now_iso(self) -> str:
        """The time of day as records keep it (UTC, ISO 8601)."""
        return self._habits.utc_now().isoformat(timespec="seconds")

    # ---- writing

    def do(self, diff: Diff, merge: str = "") -> None:
        """Make an undoable change; raises SprintError and changes nothing when it cannot be."""
        self._refuse_when_read_only()
        self.history.do(diff, merge)

    def record(self, diff: Diff) -> None:
        """Write down a fact that Ctrl+Z does not touch (a clock run, a named moment)."""
        self._refuse_when_read_only()
        if diff:
            self.document.apply(diff)

    def undo(self) -> Diff | None:
        """Take the last entry back."""
        self._refuse_when_read_only()
        return self.history.undo()

    def redo(self) -> Diff | None:
        """Do the last undone entry again."""
        self._refuse_when_read_only()
        return self.history.redo()

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until everything done so far is on disk; False when it is not within `timeout` seconds."""
        return self._store.flush(timeout)

    def save_copy(self, path: Path) -> None:
        """Write a verified copy elsewhere (a USB stick); raises SprintError with what to do."""
        self._store.save_copy(path)

    def close(self) -> tuple[Finding, ...]:
        """Make all of it durable, write the people's file and let go; returns what the user must know."""
        return self._store.close()

    # ---- named moments

    def save_moment(self, name: str) -> Moment:
        """Keep this moment under a name."""
        moment = Moment(id=self.ids(), name=name, at=self.now_iso(), seq=self._store.seq)
        self.record(make_diff("edit.save_moment", [(None, moment)], name=name))
        return moment

    def moments(self) -> list[Moment]:
        """Return the named moments, the latest first."""
        return sorted(self.document.table(Moment).values(), key=lambda moment: (moment.seq, moment.id), reverse=True)

    def document_at(self, moment: Moment) -> Document:
        """Return the document as it was, to look at; changes to it go nowhere."""
        return read_document(self._store.tables_at(moment.seq))[0]

    def restore(self, moment: Moment) -> Diff:
        """Bring the sprint back to a moment, as one undoable entry; facts (clock runs, moments) stay."""
        past = self.document_at(moment)
        changes = _changes_towards(self.document, past)
        diff = Diff(Label("edit.restore", {"name": moment.name}), changes, DiffKind.RESTORE)
        self.do(diff)
        return diff

    # ---- what earlier sessions did

    def read_past(self, limit: int = LONGEST_RECALL) -> list[Diff]:
        """Return the last changes of earlier sessions, oldest first; touches only the disk, so a thread may do it."""
        return _past_diffs(self._store.history(), self._first_own_commit, limit)

    def recall(self, past: list[Diff]) -> None:
        """Let undo reach into earlier sessions, a crash included."""
        self.history.recall(past)

    # ---- inside

    def _refuse_when_read_only(self) -> None:
        if self.is_read_only:
            raise SprintError("error.read_only")

    def _journal(self, diff: Diff) -> None:
        changes: dict[str, dict[str, dict[str, Json] | None]] = {}
        for record_id, (before, after) in diff.changes.items():
            table = (after or before).TABLE  # type: ignore[union-attr]  # one of the two is always there
            changes.setdefault(table, {})[record_id] = None if after is None else encode(after)
        self._store.commit(changes, kind=diff.kind.value, label=diff.label.key, params=dict(diff.label.params))


def _told(rejects: tuple[Reject, ...]) -> Iterator[Finding]:
    """Say the same thing once with a count, not two hundred times."""
    counts: dict[str, int] = {}
    for reject in rejects:
        counts[reject.key] = counts.get(reject.key, 0) + 1
    for key, count in counts.items():
        yield Finding(key, {"count": count})


def _changes_towards(present: Document, past: Document) -> dict[str, Change]:
    """Return what makes `present` equal to `past`, but for facts and for what facts refer to."""
    kept = _needed_by_facts(present)
    changes: dict[str, Change] = {}
    for record in present:
        then = past.get(record.id)
        if record.SCOPE is Scope.DOCUMENT and then != record and (then is not None or record.id not in kept):
            changes[record.id] = (record, then)
    for record in past:
        if record.SCOPE is Scope.DOCUMENT and present.get(record.id) is None:
            changes[record.id] = (None, record)
    return changes


def _needed_by_facts(document: Document) -> set[str]:
    needed: set[str] = set()
    waiting: list[Record] = [record for record in document if record.SCOPE is Scope.RECORD_ONLY]
    while waiting:
        for target, _ in references(waiting.pop()):
            record = document.get(target)
            if record is not None and target not in needed:
                needed.add(target)
                waiting.append(record)
    return needed


def _past_diffs(commits: list[Commit], before_seq: int, limit: int) -> list[Diff]:
    """Give the last commits before `before_seq` their `before` values back by replaying the journal.

    Beats of the clock are replayed and not counted: an hour of them must not push out what people did.
    """
    earlier = [commit for commit in commits if commit.seq < before_seq]
    done = [number for number, commit in enumerate(earlier) if commit.label != HEARTBEAT]
    first = done[-limit] if len(done) > limit else 0
    state: dict[tuple[str, str], Raw] = {}
    past: list[Diff] = []
    for number, commit in enumerate(earlier):
        if commit.kind == START:
            state.clear()
        wanted = number >= first and commit.label != HEARTBEAT
        changes = _replayed(commit, state, wanted)
        if not wanted:
            continue
        if commit.kind not in _UNDOABLE_KINDS or changes is None:
            past.clear()  # a start or an erasure is a wall: undo does not reach behind it
        else:
            past.append(Diff(Label(commit.label, commit.params), changes, DiffKind(commit.kind)))
    return past


def _replayed(commit: Commit, state: dict[tuple[str, str], Raw], wanted: bool) -> dict[str, Change] | None:
    changes: dict[str, Change] | None = {}
    for table, rows in commit.changes.items():
        for record_id, after in rows.items():
            before = state.get((table, record_id))
            if after is None:
                state.pop((table, record_id), None)
            else:
                state[table, record_id] = after
            if wanted and changes is not None:
                changes = _with_change(changes, table, record_id, before, after)
    return changes


def _with_change(
    changes: dict[str, Change], table: str, record_id: str, before: Raw | None, after: Raw | None
) -> dict[str, Change] | None:
    kind = _KINDS.get(table)
    if kind is None:
        return None
    sides = [None if raw is None else decode(kind, record_id, raw) for raw in (before, after)]
    if any(isinstance(side, Reject) for side in sides):
        return None
    changes[record_id] = (_record(sides[0]), _record(sides[1]))
    return changes


def _record(side: Record | Reject | None) -> Record | None:
    return side if isinstance(side, Record) else None
