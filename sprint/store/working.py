"""The working folder of one sprint: where its parts lie and which people's file it belongs to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from sprint.frozen import dataclass
from sprint.store.disk import Disk
from sprint.store.folders import Folders
from sprint.store.people_file import Fingerprint
from sprint.store.recovery import Places, has_anything

ORIGIN = "origin.json"
"""Its name in the working folder."""


@dataclass(frozen=True)
class Origin:
    """The people's file of a working folder, as it was when last read or written; `seq` is what it holds."""

    path: str = ""
    size: int = -1
    tail: str = ""
    seq: int = 0

    @property
    def known(self) -> Fingerprint | None:
        """The fingerprint the file should have, None when it was never there."""
        return Fingerprint(self.size, self.tail) if self.size >= 0 else None


@dataclass(frozen=True)
class Working:
    """The places of one sprint on this computer."""

    folders: Folders
    uid: str

    @property
    def folder(self) -> Path:
        """The working folder itself."""
        return self.folders.working / self.uid

    @property
    def media(self) -> Path:
        """The picture store."""
        return self.folder / "media"

    @property
    def backups(self) -> Path:
        """Earlier versions of the people's file."""
        return self.folders.backups / self.uid

    @property
    def erasing_note(self) -> Path:
        """What must be erased before anything else; see `sprint.store.erasing`."""
        return self.folder / "erasing.json"

    @property
    def places(self) -> Places:
        """Where the ledger keeps its parts."""
        return Places(self.folder, self.folders.twins / self.uid, self.folders.refuge / self.uid)

    def for_copy_at(self, path: Path) -> Working:
        """The working folder of a copy of the people's file: always the same for the same place."""
        mixed = hashlib.sha256(self.uid.encode() + b"\n" + str(path).encode(errors="surrogatepass")).hexdigest()
        return Working(self.folders, mixed[:32])

    def origin(self, disk: Disk) -> Origin:
        """The people's file it belongs to; empty when unknown."""
        data = disk.read_or_none(self.folder / ORIGIN)
        if data is None:
            return Origin()
        try:
            raw = json.loads(data)
            return Origin(str(raw["path"]), int(raw["size"]), str(raw["tail"]), int(raw["seq"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            return Origin()

    def remember(self, disk: Disk, origin: Origin) -> None:
        """Note the people's file; raises OSError."""
        # Not orjson: a name on a stick from an old computer may hold bytes that are no text, which it refuses.
        disk.write_file(self.folder / ORIGIN, json.dumps(asdict(origin)).encode())


def all_working(disk: Disk, folders: Folders) -> list[Working]:
    """Every sprint that has a working folder or a twin here."""
    uids = {path.name for base in (folders.working, folders.twins) for path in disk.folders_in(base)}
    return [Working(folders, uid) for uid in sorted(uids)]


def working_of_path(disk: Disk, folders: Folders, path: Path) -> Working | None:
    """The working folder that last belonged to a people's file of this place and still holds something."""
    found = [
        (stat.mtime_ns, working.uid, working)
        for working in all_working(disk, folders)
        if (home := working.origin(disk).path)
        and disk.is_same_place(Path(home), path)
        and (stat := disk.stat(working.folder / ORIGIN)) is not None
        and has_anything(disk, working.places)
    ]
    return max(found)[2] if found else None
