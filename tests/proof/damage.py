"""Damages every file a sprint consists of, one at a time or a whole place at once, and looks what opening says."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from sprint.errors import SprintError
from sprint.store.folders import Folders
from sprint.store.sprint_store import create_sprint, open_sprint, open_unfinished, unfinished_sprints
from tests.proof.disks import QuickDisk
from tests.proof.sessions import edit, newest, small_snapshots

EDITS = 40
MIRRORED = 25
Harm = Callable[[Path, random.Random], None]


def _flip(path: Path, rng: random.Random) -> None:
    data = bytearray(path.read_bytes())
    if data:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)


def _zero(path: Path, rng: random.Random) -> None:
    data = bytearray(path.read_bytes())
    start = rng.randrange(max(1, len(data))) // 4096 * 4096
    data[start : start + 4096] = bytes(len(data[start : start + 4096]))
    path.write_bytes(data)


def _cut(path: Path, rng: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: rng.randrange(max(1, len(data)))])


def _empty(path: Path, rng: random.Random) -> None:
    path.write_bytes(b"")


def _delete(path: Path, rng: random.Random) -> None:
    path.unlink()


HARMS: dict[str, Harm] = {"flip": _flip, "zero 4 KB": _zero, "cut": _cut, "empty": _empty, "delete": _delete}


@dataclass
class DamageCounts:
    """What came of it, by the kind of file that was damaged."""

    outcomes: dict[str, Counter[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def note(self, kind: str, outcome: str) -> None:
        """Count one outcome."""
        self.outcomes.setdefault(kind, Counter())[outcome] += 1

    def table(self) -> str:
        """All outcomes, one kind of file a line."""
        return "\n".join(f"{kind:<22}{dict(counter)}" for kind, counter in sorted(self.outcomes.items()))


def build(root: Path, *, is_crashed: bool) -> None:
    """A sprint of 40 edits, mirrored at 25 (and at the end when closed); crashed means never closed."""
    root.mkdir(parents=True, exist_ok=True)
    with small_snapshots(12):
        store = create_sprint(root / "wijk.sprint", {}, _folders(root), disk=QuickDisk()).store
        for number in range(1, EDITS + 1):
            store.commit(edit(number), kind="edit", label="edit")
            if number % 5 == 0:
                store.flush()
            if number in (10, MIRRORED):
                store.mirror()
        store.flush()
        if is_crashed:
            _wait_for_twin(root)
            crashed = root.with_name("crashed")
            shutil.copytree(root, crashed)
        store.close()
        if is_crashed:
            shutil.rmtree(root)
            crashed.rename(root)


def _wait_for_twin(root: Path) -> None:
    """The twin is written just after a commit is told as saved; a disk is rarely hurt in that very moment."""
    while _contents(root, "working/*/journal") != _contents(root, "twins/*"):
        Event().wait(0.005)


def _contents(root: Path, place: str) -> dict[str, bytes]:
    """Each segment of a place without the room behind its frames."""
    return {path.name: path.read_bytes().rstrip(b"\0") for path in root.glob(f"data/{place}/*.log")}


def _folders(root: Path) -> Folders:
    return Folders(root / "data", root / "refuge")


def kind_of(path: Path, root: Path) -> str:
    """What a file is for."""
    place = path.relative_to(root).parts
    if "journal" in place:
        return "journal"
    return place[1] if len(place) > 1 and place[1] in ("twins", "backups") else path.name


def damage_each(root: Path, *, is_crashed: bool, tries: int, seed: int) -> DamageCounts:
    """Every file, every harm, `tries` times."""
    counts, rng = DamageCounts(), random.Random(seed)
    build(root, is_crashed=is_crashed)
    template = root.with_name("template")
    shutil.copytree(root, template)
    files = [path for path in sorted(template.rglob("*")) if path.is_file() and path.name != "lock"]
    for file in files:
        for name, harm in HARMS.items():
            for _ in range(tries if name in ("flip", "zero 4 KB", "cut") else 1):
                shutil.rmtree(root)
                shutil.copytree(template, root)
                harm(root / file.relative_to(template), rng)
                kind = kind_of(file, template)
                outcome = opened(root, f"{kind} {name}", counts)
                counts.note(kind, outcome)
    return counts


def opened(root: Path, what: str, counts: DamageCounts) -> str:
    """Open and tell how it went."""
    path, folders = root / "wijk.sprint", _folders(root)
    try:
        found = open_sprint(path, folders, disk=QuickDisk())
    except SprintError as error:
        left = unfinished_sprints(folders, disk=QuickDisk())
        if error.key == "store.damaged_see_backup":
            return _backup_opens(Path(str(error.params["backup"])), folders, what, counts)
        if not left:
            counts.problems.append(f"{what}: {error}")
            return "refused with a sentence"
        found = open_unfinished(left[0].uid, folders, disk=QuickDisk())
    except Exception as error:  # noqa: BLE001 - a traceback is what must never be
        counts.problems.append(f"{what}: {type(error).__name__} {error}")
        return "TRACEBACK"
    there, said = newest(found.store.tables), [finding.key for finding in found.findings]
    found.store.close()
    again = open_sprint(path, folders, disk=QuickDisk())
    if newest(again.store.tables) != there:
        counts.problems.append(f"{what}: {there}, and {newest(again.store.tables)} the second time")
        there = -1
    again.store.close()
    if there < 0:
        counts.problems.append(f"{what}: wrong content, said {said}")
        return "WRONG"
    if there == EDITS:
        return "complete, said so" if said else "complete"
    if not said:
        counts.problems.append(f"{what}: {there} of {EDITS}")
        return "SILENT LOSS"
    return "older, said so"


def _backup_opens(backup: Path, folders: Folders, what: str, counts: DamageCounts) -> str:
    try:
        store = open_sprint(backup, folders, read_only=True, disk=QuickDisk()).store
    except SprintError as error:
        counts.problems.append(f"{what}: the named backup does not open: {error}")
        return "BACKUP DOES NOT OPEN"
    is_right = newest(store.tables) > 0
    store.close()
    return "named a backup" if is_right else "WRONG"


def damage_places(root: Path, *, is_crashed: bool) -> DamageCounts:
    """Whole places gone at once, and the people's file damaged as well."""
    counts = DamageCounts()
    build(root, is_crashed=is_crashed)
    template = root.with_name("template")
    shutil.copytree(root, template)
    uid = next((root / "data" / "working").iterdir()).name
    working, twins = f"data/working/{uid}", f"data/twins/{uid}"
    losses = {
        "working folder": [working],
        "journal folder": [f"{working}/journal"],
        "both snapshots": [f"{working}/snapshot", f"{working}/snapshot.bak"],
        "snapshots and journal": [f"{working}/snapshot", f"{working}/snapshot.bak", f"{working}/journal"],
        "twin": [twins],
        "journal and twin": [f"{working}/journal", twins],
        "people's file": ["wijk.sprint"],
        "file and working": ["wijk.sprint", working],
        "working and twin": [working, twins],
        "all but backups": ["wijk.sprint", working, twins],
    }
    for name, parts in losses.items():
        shutil.rmtree(root)
        shutil.copytree(template, root)
        for part in parts:
            place = root / part
            if place.is_dir():
                shutil.rmtree(place)
            else:
                place.unlink()
        counts.note(name, opened(root, name, counts))
    return counts
