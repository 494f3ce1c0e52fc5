"""A change as a value: which records, what they were, what they become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from sprint.errors import Param
from sprint.frozen import dataclass
from sprint.records import Record, Scope

Change = tuple[Record | None, Record | None]


class DiffKind(StrEnum):
    """Why the document changed; the journal keeps it, so that undo survives a crash."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    RESTORE = "restore"


@dataclass(frozen=True)
class Label:
    """The name of an edit as an i18n key with its parameters ("Move 3 steps")."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True)
class Diff:
    """Whole records before and after, keyed by id; `None` before is a birth, `None` after a removal."""

    label: Label
    changes: Mapping[str, Change] = field(default_factory=dict)
    kind: DiffKind = DiffKind.EDIT

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def is_undoable(self) -> bool:
        """Whether Ctrl+Z may take this back: only when every record is of the document scope."""
        return all(_one_of(change).SCOPE is Scope.DOCUMENT for change in self.changes.values())

    def inverse(self, kind: DiffKind = DiffKind.UNDO) -> Diff:
        """Return the diff that takes this one back."""
        return Diff(self.label, {key: (after, before) for key, (before, after) in self.changes.items()}, kind)

    def then(self, later: Diff) -> Diff:
        """Return one diff that does this one and then `later`, under this label."""
        changes = dict(self.changes)
        for key, (before, after) in later.changes.items():
            first = changes[key][0] if key in changes else before
            if first == after:
                changes.pop(key, None)
            else:
                changes[key] = (first, after)
        return Diff(self.label, changes, self.kind)

    def of_kind(self, kind: DiffKind) -> Diff:
        """Return the same change with another reason."""
        return Diff(self.label, self.changes, kind)


def _one_of(change: Change) -> Record:
    before, after = change
    record = after if after is not None else before
    if record is None:
        raise ValueError("a change needs a record before or after")
    return record


def make_diff(key: str, changes: Iterable[Change], **params: Param) -> Diff:
    """Build a diff under the label `key`, leaving out changes that change nothing."""
    found = {_one_of(change).id: change for change in changes if change[0] != change[1]}
    return Diff(Label(key, params), found)
