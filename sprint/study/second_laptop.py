"""Reading the file of a second laptop, read-only, and bringing it into the open sprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sprint.codec import Raw, read_document
from sprint.document import Document
from sprint.store.choosing import read_people_file
from sprint.store.disk import Disk
from sprint.store.frames import decode
from sprint.store.shapes import Commit, Finding
from sprint.study.merging import Merged, Past, merge, past_of, pictures_needed
from sprint.workspace import Workspace


class OtherCopy(NamedTuple):
    """The sprint as another laptop has it, with what its records were before."""

    document: Document
    past: Past
    findings: tuple[Finding, ...]


def read_copy(path: Path, disk: Disk | None = None) -> OtherCopy:
    """Read a sprint file without touching it; raises SprintError when it cannot be read."""
    file = read_people_file(disk or Disk(), path)
    document, _ = read_document(file.tables)
    past = past_of(_states(decode(frame) for frame in file.frames))
    return OtherCopy(document, past, tuple(file.findings))


def plan_merge(workspace: Workspace, path: Path, disk: Disk | None = None) -> Merged:
    """Work out what a file would add, to show before it is done; raises SprintError as `merge` and `read_copy` do."""
    other = read_copy(path, disk)
    mine = past_of(_states(workspace.store.history()))
    return merge(workspace.document, other.document, workspace.ids, my_past=mine, their_past=other.past)


def bring_in(workspace: Workspace, path: Path, merged: Merged) -> tuple[Finding, ...]:
    """Do a planned merge: pictures first, then what can be undone, then the facts; tells of damaged pictures."""
    wanted = pictures_needed(merged)
    findings = tuple(workspace.store.take_pictures(path, wanted)) if wanted else ()
    workspace.do(merged.edits)
    workspace.record(merged.facts)
    return findings


def _states(commits: Iterable[Commit]) -> Iterator[tuple[str, str, Raw | None]]:
    for commit in commits:
        for table, rows in commit.changes.items():
            for record_id, raw in rows.items():
                yield table, record_id, raw
