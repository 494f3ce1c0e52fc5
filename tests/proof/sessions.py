"""A session that numbers its edits, and the check that finds them again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sprint.errors import SprintError
from sprint.store import journal, writer
from sprint.store.folders import Folders
from sprint.store.library import Library
from sprint.store.shapes import SaveState
from sprint.store.sprint_store import create_sprint, open_sprint, open_unfinished, unfinished_sprints
from tests.proof.disks import Op, QuickDisk, RecordingDisk


def edit(number: int) -> dict[str, dict[str, dict[str, object] | None]]:
    """The n-th edit: a new record, and one that every edit changes; sizes go up and down."""
    text = "x" * (number * 37 % 400)
    return {"notes": {f"n{number:04d}": {"v": number, "text": text}}, "last": {"one": {"v": number}}}


def newest(tables: object) -> int:
    """The number of the last edit in the tables; -1 when the edits before it are not all there as they were."""
    assert hasattr(tables, "get")
    notes = tables.get("notes", {})
    last = tables.get("last", {}).get("one", {}).get("v", 0)
    wanted = {f"n{number:04d}": edit(number)["notes"][f"n{number:04d}"] for number in range(1, last + 1)}
    return last if dict(notes) == wanted else -1


@contextmanager
def small_snapshots(commits: int) -> Iterator[None]:
    """Have a snapshot every few commits, and room in the journal for one or two of them."""
    before = writer.SNAPSHOT_COMMITS, journal.ROOM_BYTES, journal.LEAST_ROOM_BYTES
    writer.SNAPSHOT_COMMITS, journal.ROOM_BYTES, journal.LEAST_ROOM_BYTES = commits, 1024, 256
    try:
        yield
    finally:
        writer.SNAPSHOT_COMMITS, journal.ROOM_BYTES, journal.LEAST_ROOM_BYTES = before


def recorded_session(root: Path, edits: int) -> list[Op]:
    """Create, edit, mirror, edit, copy, close, open again, edit, close: all on a recording disk."""
    disk = RecordingDisk()
    folders, path = Folders(root / "data", root / "refuge"), root / "wijk.sprint"

    def on_state(state: SaveState) -> None:
        disk.mark("saved", state.durable_seq)

    with small_snapshots(7):
        store = create_sprint(path, {}, folders, disk=disk, on_state=on_state).store
        for number in range(1, edits + 1):
            disk.mark("asked", store.commit(edit(number), kind="edit", label="edit"))
            if number % 3:
                store.flush()
            if number == edits // 3:
                store.mirror()
            if number == edits // 2:
                store.save_copy(root / "kopie.sprint")
        store.close()
        store = open_sprint(path, folders, disk=disk, on_state=on_state).store
        for number in range(edits + 1, edits + 5):
            store.commit(edit(number), kind="edit", label="edit")
        store.flush()
        store.mirror()
        store.close()
    return disk.ops


def recorded_library(root: Path, edits: int) -> list[Op]:
    """The same for the library."""
    disk = RecordingDisk()
    folders = Folders(root / "data", root / "refuge")
    with small_snapshots(5):
        library = Library.open(folders, disk=disk, on_state=lambda state: disk.mark("saved", state.durable_seq))
        for number in range(1, edits + 1):
            library.keep("personas", f"p{number:03d}", {"v": number})
            library.flush()
        library.close()
    return disk.ops


def reopen_sprint(root: Path) -> int:
    """Open whatever is there as a person would, twice; the number of the newest edit, -1 for wrong content."""
    folders, path = Folders(root / "data", root / "refuge"), root / "wijk.sprint"
    found: list[int] = []
    for _ in range(2):
        try:
            opened = open_sprint(path, folders, disk=QuickDisk())
        except SprintError:
            left = unfinished_sprints(folders, disk=QuickDisk())
            if not left:
                raise
            opened = open_unfinished(left[0].uid, folders, disk=QuickDisk())
        store = opened.store
        try:
            found.append(newest(store.tables))
            if newest(store.tables_at(store.seq)) != found[-1]:
                found.append(-1)
        finally:
            store.close()
    return min(found)


def reopen_library(root: Path) -> int:
    """The number of personas in a reopened library, -1 for wrong content."""
    library = Library.open(Folders(root / "data", root / "refuge"), disk=QuickDisk())
    shelf = library.shelf("personas")
    wanted = {f"p{number:03d}": {"v": number} for number in range(1, len(shelf) + 1)}
    library.close()
    return len(shelf) if dict(shelf) == wanted else -1


@dataclass
class Counts:
    """What a proof adds up."""

    states: int = 0
    unopenable: int = 0
    lost: int = 0
    wrong: int = 0
    problems: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """One row of the table."""
        return f"{name:<28}{self.states:>9}{self.unopenable:>13}{self.lost:>13}{self.wrong:>8}"


HEADER = f"{'proof':<28}{'states':>9}{'unopenable':>13}{'saved, lost':>13}{'wrong':>8}"


def acknowledged(ops: list[Op], upto: int) -> int:
    """The last commit that was shown as saved before a crash."""
    return max((op.seq for op in ops[:upto] if op.kind == "saved"), default=0)
