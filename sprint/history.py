"""Undo and redo as a pile of diffs: no Qt, no commands, nothing that can point at a dead window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NewType

from sprint.diff import Diff, DiffKind, Label
from sprint.document import STILL_NEEDED, Document
from sprint.errors import IntegrityError

MERGE_SECONDS = 1.5
LONGEST_HISTORY = 1_000
CANCELLED = "edit.cancelled"
"""The name under which the journal keeps that something was begun and left again."""
_MOST_REFUSED = 3

Mark = NewType("Mark", int)


@dataclass(slots=True)
class Entry:
    """One thing that Ctrl+Z takes back; entries with the same `merge` key grow while she types."""

    diff: Diff
    merge: str
    at: float
    is_unnamed: bool = False
    """Something new in which nothing was typed yet: its first words belong to it, however long she thinks of them."""


class History:
    """Remembers what was done to a document and takes it back, entry by entry.

    Only undoable diffs belong here; record-only facts go to `Document.apply` past the history.
    """

    def __init__(self, document: Document, now: Callable[[], float], limit: int = LONGEST_HISTORY) -> None:
        self._document = document
        self._now = now
        self._limit = limit
        self._done: list[Entry] = []
        self._undone: list[Entry] = []
        self._dropped = 0

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back and nothing else was done since."""
        return bool(self._undone)

    @property
    def undo_label(self) -> Label | None:
        """The name of what undo would take back."""
        return self._done[-1].diff.label if self._done else None

    @property
    def redo_label(self) -> Label | None:
        """The name of what redo would do again."""
        return self._undone[-1].diff.label if self._undone else None

    def do(self, diff: Diff, merge: str = "") -> None:
        """Apply an undoable diff as one entry; typing with the same `merge` key within 1.5 s joins the last entry.

        The first words in what is new join it at any time.
        """
        if not diff:
            return
        if not diff.is_undoable:
            raise IntegrityError("error.not_undoable", label=diff.label.key)
        self._document.apply(diff)
        self._undone.clear()
        now = self._now()
        last = self._done[-1] if self._done else None
        is_soon = last is not None and (last.is_unnamed or now - last.at <= MERGE_SECONDS)
        if last is not None and merge and last.merge == merge and is_soon:
            last.diff = last.diff.then(diff)
            last.at, last.is_unnamed = now, False
            if not last.diff:
                self._done.pop()
            return
        is_unnamed = bool(merge) and any(before is None for before, _ in diff.changes.values())
        self._done.append(Entry(diff, merge, now, is_unnamed))
        self._forget_oldest()

    def undo(self) -> Diff | None:
        """Take the last entry back; returns the diff that did it, or None when there was nothing.

        An entry on which a fact rests (the clock ran for a block that it added) can never be taken back: it raises
        IntegrityError once and is forgotten, so that the entries before it can still be reached.
        """
        if not self._done:
            return None
        inverse = self._done[-1].diff.inverse(DiffKind.UNDO)
        try:
            self._document.apply(inverse)
        except IntegrityError as error:
            if error.key == STILL_NEEDED:
                self._done.pop()
            raise
        self._undone.append(self._done.pop())
        self.break_merge()
        return inverse

    def redo(self) -> Diff | None:
        """Do the last undone entry again; returns the diff that did it, or None when there was nothing."""
        if not self._undone:
            return None
        again = self._undone[-1].diff.of_kind(DiffKind.REDO)
        self._document.apply(again)
        self._done.append(self._undone.pop())
        self.break_merge()
        return again

    def break_merge(self) -> None:
        """Let the next diff start an entry of its own (focus left the field)."""
        if self._done:
            self._done[-1].merge = ""

    def mark(self) -> Mark:
        """Remember this place, to bail back to it or to squash what comes after it."""
        self.break_merge()
        return Mark(self._dropped + len(self._done))

    def bail(self, mark: Mark) -> None:
        """Undo everything since `mark` and forget it: no redo remains (Esc).

        The journal keeps it like everything, under a name that tells `recall` to forget it as well.
        """
        while self._dropped + len(self._done) > mark and self._done:
            inverse = self._done[-1].diff.inverse(DiffKind.UNDO)
            self._document.apply(Diff(Label(CANCELLED), inverse.changes, DiffKind.UNDO))
            self._done.pop()
            self._undone.clear()  # what could be done again stood on what is gone

    def squash(self, mark: Mark, label: Label) -> None:
        """Make everything since `mark` one entry with this name."""
        start = max(0, mark - self._dropped)
        tail = self._done[start:]
        if not tail:
            return
        whole = tail[0].diff
        for entry in tail[1:]:
            whole = whole.then(entry.diff)
        self._done[start:] = [Entry(Diff(label, whole.changes), "", tail[-1].at)] if whole else []

    def rewrite(self, made: Callable[[Diff], Diff]) -> None:
        """Put another diff in the place of every one that is remembered: words were made unreadable for good."""
        for entry in (*self._done, *self._undone):
            entry.diff = made(entry.diff)

    def recall(self, past: list[Diff]) -> None:
        """Put what an earlier session did under what this one did; `past` is oldest first, as the journal has it."""
        done: list[Entry] = []
        undone: list[Entry] = []
        for diff in past:
            if diff.kind is DiffKind.UNDO and done:
                back = _taken_back(done, diff)
                undone = [] if back is None or diff.label.key == CANCELLED else [*undone, back]
            elif diff.kind is DiffKind.REDO and undone:
                done.append(undone.pop())
            elif diff.kind in (DiffKind.EDIT, DiffKind.RESTORE) and diff.is_undoable:
                done.append(Entry(diff, "", float("-inf")))
                undone.clear()
        if not self._done and not self._undone:
            self._undone = undone
        self._done[:0] = done
        self._dropped -= len(done)  # marks that were set before keep their place
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        surplus = len(self._done) - self._limit
        if surplus > 0:
            del self._done[:surplus]
            self._dropped += surplus


def _taken_back(done: list[Entry], undo: Diff) -> Entry | None:
    """Take from the end of `done` what an undo took back, as one entry: letters that were typed are one to a person.

    An entry that could not be taken back may lie above it and goes too. When nothing in `done` is what was taken back,
    all of it goes, for nothing below could be taken back either: None.
    """
    changes = undo.inverse().changes
    for end in range(len(done), max(0, len(done) - _MOST_REFUSED), -1):
        whole = done[end - 1].diff
        start = end - 1
        while whole.changes != changes and start:
            start -= 1
            whole = done[start].diff.then(whole)
        if whole.changes == changes:
            del done[start:]
            return Entry(whole, "", float("-inf"))
    done.clear()
    return None
