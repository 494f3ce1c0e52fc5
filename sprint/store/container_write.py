"""Writing the people's file: a zip with manifest, document, history and pictures.

Equal content gives equal bytes: fixed dates, fixed order, and the time in the manifest is that of the last commit.
"""

from __future__ import annotations

import contextlib
import hashlib
import zipfile
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path

import orjson

from sprint.frozen import dataclass
from sprint.store.disk import Disk, DiskFile
from sprint.store.frames import Frame, decode, joined
from sprint.store.shapes import FORMAT_VERSION, Json, Moment
from sprint.store.snapshot import json_slices

FORMAT_NAME = "reisgenoot-sprint"
MANIFEST, DOCUMENT, HISTORY, MEDIA = "manifest.json", "document.json", "history.log", "media/"
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_FRAMES_TOGETHER = 500
HISTORY_BYTES = 60 << 20


@dataclass(frozen=True)
class Content:
    """What goes into a people's file; `media` are files named by their own sha256.

    `document` and `history` are made to give their pieces once, when the file is written.
    """

    uid: str
    seq: int
    tip: int
    at: str
    document: Iterable[bytes]
    history: Iterable[bytes]
    media: Sequence[Path] = ()
    app_version: str = ""
    format_version: int = FORMAT_VERSION
    is_without_media: bool = False


@dataclass(frozen=True)
class _Entry:
    sha256: str
    size: int


def write_container(disk: Disk, file: DiskFile, content: Content, between: Callable[[], None]) -> None:
    """Write the whole zip to an open file; raises OSError. `between` is called after each piece."""
    entries: dict[str, _Entry] = {}
    with zipfile.ZipFile(file, "w", allowZip64=False) as archive:
        entries[DOCUMENT] = _put(archive, DOCUMENT, content.document, between)
        entries[HISTORY] = _put(archive, HISTORY, content.history, between)
        for path in sorted(content.media, key=lambda picture: picture.name):
            with contextlib.closing(_chunks(disk, path)) as chunks:
                entries[MEDIA + path.name] = _put(archive, MEDIA + path.name, chunks, between, is_packed=True)
        manifest = orjson.dumps(_manifest(content, entries), option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2)
        _put(archive, MANIFEST, [manifest], between)


def _manifest(content: Content, entries: dict[str, _Entry]) -> dict[str, Json]:
    return {
        "format": FORMAT_NAME,
        "format_version": content.format_version,
        "app_version": content.app_version,
        "uid": content.uid,
        "seq": content.seq,
        "tip": content.tip,
        "written_at": content.at,
        "media_inside": not content.is_without_media,
        "entries": {name: {"sha256": entry.sha256, "size": entry.size} for name, entry in entries.items()},
    }


def _put(
    archive: zipfile.ZipFile,
    name: str,
    pieces: Iterable[bytes],
    between: Callable[[], None],
    *,
    is_packed: bool = False,
) -> _Entry:
    info = zipfile.ZipInfo(name, _FIRST_DATE)
    info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    digest = hashlib.sha256()
    size = 0
    with archive.open(info, "w") as entry:
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            entry.write(piece)
            between()
    return _Entry(digest.hexdigest(), size)


def content_of(uid: str, moment: Moment, frames: Sequence[Frame], media: Sequence[Path], app_version: str) -> Content:
    """The content for a people's file at one moment; the oldest history is left out when it is too long to read."""
    at = decode(frames[-1]).at if frames else moment.at
    document = json_slices(moment.tables)
    return Content(uid, moment.seq, moment.tip, at, document, _in_groups(_newest(frames)), media, app_version)


def _newest(frames: Sequence[Frame]) -> Sequence[Frame]:
    size = 0
    for number, frame in enumerate(reversed(frames)):
        size += len(frame.data)
        if size > HISTORY_BYTES:
            return frames[len(frames) - number :]
    return frames


def _in_groups(frames: Sequence[Frame]) -> Iterator[bytes]:
    for start in range(0, len(frames), _FRAMES_TOGETHER):
        yield b"".join(joined(frames[start : start + _FRAMES_TOGETHER]))


def _chunks(disk: Disk, path: Path) -> Generator[bytes, None, None]:
    with disk.open_read(path) as file:
        while chunk := file.read(_CHUNK):
            yield chunk
