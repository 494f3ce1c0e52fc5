"""What the home screen lists: sprints that were open before, and those that the program did not close."""

from __future__ import annotations

from pathlib import Path

from sprint.frozen import dataclass


@dataclass(frozen=True)
class RecentSprint:
    """A sprint that was open before; `opened_at` is an ISO date."""

    path: Path
    title: str
    organisation: str = ""
    opened_at: str = ""
    is_missing: bool = False


@dataclass(frozen=True)
class LeftBehind:
    """A sprint that the program did not close, with when it was opened; all of it is kept.

    Without a path it never got a file and is opened by its uid; `edits` counts what its file does not hold yet.
    """

    path: Path | None
    title: str
    opened_at: str = ""
    uid: str = ""
    edits: int = 0
