"""The plain values that travel through this room: raw records, commits, findings and the state of saving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from sprint.errors import Param, SprintError
from sprint.frozen import dataclass

# What JSON can hold. The store never looks inside, so a recursive type would only burden its callers.
Json: TypeAlias = Any
Raw: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Raw]]
ReadOnlyTables: TypeAlias = Mapping[str, Mapping[str, Raw]]
Changes: TypeAlias = Mapping[str, Mapping[str, Raw | None]]

FORMAT_VERSION = 2
"""Version of the records in working folders and people's files; see `sprint.store.migrations`."""

START = "start"
"""Kind of the commit a history begins with: it replaces the whole state, all other kinds change it."""


@dataclass(frozen=True)
class Commit:
    """One user action as the journal keeps it; `changes` holds the new raw record per id, None for removed."""

    seq: int
    at: str
    kind: str
    label: str
    params: Mapping[str, Json]
    changes: Changes


@dataclass(frozen=True)
class Finding:
    """Something a person should know about their files; the sentence lives in the catalogue under `key`."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True)
class Holder:
    """Who keeps a sprint open for writing; `since` is UTC ISO."""

    user: str
    host: str
    pid: int
    since: str
    boot: str = ""


class SaveState(NamedTuple):
    """How far saving has come: `durable_seq` is on disk for good, `pending` commits wait in memory.

    While `error` is set nothing new reaches the usual place; `refuge` then names the folder, if any,
    that holds a second-best copy of the waiting commits.
    """

    durable_seq: int
    pending: int
    error: SprintError | None
    where: Path
    refuge: Path | None = None

    @property
    def is_saved(self) -> bool:
        """Whether the screen may say "saved"."""
        return self.pending == 0 and self.error is None


@dataclass(frozen=True)
class Moment:
    """The state at one commit: tables that nobody changes any more, and the frame they end in."""

    tables: ReadOnlyTables
    seq: int
    tip: int
    at: str
