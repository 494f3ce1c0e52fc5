"""Journal files: segments that only grow, are all kept (they are the history), and their asynchronous twin."""

from __future__ import annotations

import contextlib
import errno
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from sprint.store.disk import Disk, DiskFile
from sprint.store.frames import Frame, SegmentHead
from sprint.store.snapshot import Sealed

ROOM_BYTES = 64 << 10
LEAST_ROOM_BYTES = 4 << 10


def segment_name(number: int) -> str:
    """File name of a segment."""
    return f"{number:08d}.log"


def segment_numbers(disk: Disk, folder: Path) -> list[int]:
    """Numbers of the segment files in a folder, ascending."""
    return sorted(int(name[:-4]) for name in disk.names(folder) if name.endswith(".log") and name[:-4].isdigit())


class Twin:
    """A second copy of the journal in another folder, written when the first has a moment and never waited for.

    It exists for a deleted or damaged journal; its own troubles are no one's business. What it is handed waits in
    memory until `settle`: a file system that orders its writes would make the next sync of the journal wait for it.
    """

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk = disk
        self._folder = folder
        self._file: DiskFile | None = None
        self._waiting: list[bytes] = []
        self.waiting_bytes = 0
        """How far it trails the journal."""

    def begin(self, number: int, head: bytes) -> None:
        """Start the copy of a new segment."""
        self.close()
        with contextlib.suppress(OSError):
            self._disk.make_folder(self._folder)
            self._file = self._disk.create(self._folder / segment_name(number), replace=True)
        self.append(head)

    def append(self, data: bytes) -> None:
        """Take what the journal just made durable."""
        if self._file is not None:
            self._waiting.append(data)
            self.waiting_bytes += len(data)

    def settle(self) -> None:
        """Write and sync what waits."""
        if self._file is not None and self._waiting:
            data = b"".join(self._waiting)
            self._forget()
            try:
                self._file.write(data)
                self._file.sync()
            except OSError:
                self._drop()

    def close(self) -> None:
        """End the copy of this segment."""
        self.settle()
        self._drop()

    def catch_up(self, journal: Path, numbers: Iterable[int]) -> None:
        """Copy segments the twin lacks or has only in part; one that holds as much or more is left alone."""
        for number in numbers:
            source, target = journal / segment_name(number), self._path(number)
            ours, theirs = self._disk.stat(source), self._disk.stat(target)
            if ours is None or (theirs is not None and theirs.size >= ours.size):
                continue
            if theirs is not None and self._used(target) >= self._used(source):
                continue  # a crash left room in the journal
            with contextlib.suppress(OSError):
                self._disk.make_folder(self._folder)
                self._disk.copy(source, target)

    def resume(self, journal: Path, number: int) -> None:
        """Continue the copy of a segment that the journal goes on writing to."""
        self.catch_up(journal, [number])
        ours, theirs = self._disk.stat(journal / segment_name(number)), self._disk.stat(self._path(number))
        if ours is not None and theirs is not None and ours.size == theirs.size:
            with contextlib.suppress(OSError):
                self._file = self._disk.append_to(self._path(number))

    def _path(self, number: int) -> Path:
        return self._folder / segment_name(number)

    def _used(self, path: Path) -> int:
        return len((self._disk.read_or_none(path) or b"").rstrip(b"\0"))

    def _forget(self) -> None:
        self._waiting.clear()
        self.waiting_bytes = 0

    def _drop(self) -> None:
        self._forget()
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None


class Journal:
    """The segment being written; used by one thread only.

    After a failed write or sync the segment is never touched again: asking the system to sync the same
    pages twice may claim success for data it has dropped. The next append goes to a new file.

    Zeros are written ahead of the frames, so that an append changes nothing but its own bytes: where a file grows, a
    file system must also write down its new size, and that takes longer than the bytes.
    """

    def __init__(self, disk: Disk, folder: Path, next_number: int, twin: Twin) -> None:
        self.folder = folder
        self.number = next_number - 1
        self.bytes_since_start = 0
        self._disk = disk
        self._twin = twin
        self._file: DiskFile | None = None
        self._digest = hashlib.sha256()
        self._size = self._end = 0
        self._is_cramped = False
        self._sealed: dict[int, Sealed] = {}
        self._appended = b""

    @property
    def is_open(self) -> bool:
        """Whether a segment is ready to take frames."""
        return self._file is not None

    @property
    def sealed(self) -> tuple[Sealed, ...]:
        """All finished segments, by number."""
        return tuple(self._sealed[number] for number in sorted(self._sealed))

    def know(self, sealed: Iterable[Sealed]) -> None:
        """Remember segments that were finished in earlier sessions."""
        self._sealed.update({entry.number: entry for entry in sealed})

    def resume(self, number: int, content: bytes) -> None:
        """Go on in an existing segment that holds exactly `content`; raises OSError."""
        self._file = self._disk.append_to(self.folder / segment_name(number))
        self._begun(number, content)
        self._twin.resume(self.folder, number)

    def start_segment(self, after: tuple[int, int]) -> None:
        """Close the current segment and open the next, durable in name and head; raises OSError.

        When it fails, the current segment stays in use.
        """
        number = self.number + 1
        head = SegmentHead(number, *after).pack()
        self._disk.make_folder(self.folder)
        try:
            fresh = self._disk.create(self.folder / segment_name(number))
        except FileExistsError:
            self.number = number
            raise
        try:
            fresh.write(head)
            fresh.sync()
            self._disk.sync_folder(self.folder)
        except OSError:
            self.number = number
            with contextlib.suppress(OSError):
                fresh.close()
            raise
        self.seal()
        self._file = fresh
        self._begun(number, head)
        self._twin.begin(number, head)

    def _begun(self, number: int, content: bytes) -> None:
        self.number = number
        self._digest = hashlib.sha256(content)
        self._size = self._end = len(content)
        self.bytes_since_start = 0

    def append(self, frames: Sequence[Frame]) -> None:
        """Make frames durable; raises OSError, and then none of them counts as written.

        Call `reckon` before the next call of any kind.
        """
        if self._file is None:
            raise OSError("no journal segment is open")
        data = frames[0].data if len(frames) == 1 else b"".join(frame.data for frame in frames)
        try:
            self._file.write(data)
            self._file.sync(data_only=True)
            if not self._file.is_still_there():
                raise FileNotFoundError(errno.ENOENT, "the journal was deleted", str(self._file.path))
        except OSError:
            self.abandon()
            raise
        self._appended = data

    def reckon(self) -> None:
        """Count and pass on what `append` made durable: apart, for somebody waits to hear of that."""
        data, self._appended = self._appended, b""
        self._digest.update(data)
        self._size += len(data)
        self._end = max(self._end, self._size)
        self.bytes_since_start += len(data)
        self._twin.append(data)

    def make_room(self) -> None:
        """Write zeros ahead of a segment in use when little of them is left; call it when nobody waits.

        When it fails the segment is not touched again, and no room is made any more: a nearly full disk may well hold
        one frame.
        """
        is_wanted = self.bytes_since_start and self._end - self._size < LEAST_ROOM_BYTES
        if self._file is None or self._is_cramped or not is_wanted:
            return
        try:
            self._file.seek(self._end)
            self._file.write(bytes(ROOM_BYTES))
            self._file.sync(data_only=True)
            self._file.seek(self._size)
        except OSError:
            self._is_cramped = True
            self.abandon()
        else:
            self._end += ROOM_BYTES

    def abandon(self) -> None:
        """Stop using the current segment because it failed; what it holds for certain stays readable."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
            data = self._disk.read_or_none(self.folder / segment_name(self.number))
            if data is not None:
                self.know([Sealed(self.number, len(data), hashlib.sha256(data).hexdigest())])
            self._twin.close()

    def seal(self) -> None:
        """Finish the current segment in good order."""
        if self._file is not None:
            self._file.close()
            self._file = None
            room = bytes(self._end - self._size)
            self._digest.update(room)
            self._twin.append(room)
            self.know([Sealed(self.number, self._end, self._digest.hexdigest())])
            self._twin.close()
