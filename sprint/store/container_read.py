"""Reading a people's file that may come from anywhere: nothing is extracted, nothing in it is believed.

Only entries from an allow-list are read, in pieces and with limits of our own; sizes and checksums that the
file states are compared with what was really read.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import orjson

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.container_write import DOCUMENT, FORMAT_NAME, HISTORY, MANIFEST, MEDIA
from sprint.store.disk import Disk
from sprint.store.frames import Frame, chain_back, scan
from sprint.store.problems import explain_reading
from sprint.store.shapes import FORMAT_VERSION, Json, Tables
from sprint.store.snapshot import json_slices

MAX_ENTRY_BYTES = 64 << 20
MAX_PICTURE_BYTES = 32 << 20
MAX_TOTAL_BYTES = 512 << 20
MAX_MANIFEST_BYTES = 4 << 20
MAX_ENTRIES = 5000
MAX_DIRECTORY_BYTES = 2 << 20
_END = struct.Struct("<4s4H2LH")
_END_MAGIC, _BIG_LOCATOR_MAGIC = b"PK\x05\x06", b"PK\x06\x07"
_CHUNK = 1 << 18
_MOST_COMMITS = 2**48
PICTURE_NAME = re.compile(r"[0-9a-f]{64}\.(png|jpg|webp)")


@dataclass(frozen=True)
class Manifest:
    """What a people's file says about itself, with types checked and nothing believed."""

    format_version: int
    uid: str
    seq: int
    tip: int
    written_at: str
    has_media_inside: bool
    entries: dict[str, tuple[str, int]]

    @property
    def is_newer(self) -> bool:
        """Whether a newer program wrote the file."""
        return self.format_version > FORMAT_VERSION

    @property
    def pictures(self) -> dict[str, tuple[str, int]]:
        """Checksum and size of each picture, by file name."""
        return {name[len(MEDIA) :]: entry for name, entry in self.entries.items() if name.startswith(MEDIA)}


class _TwiceError(Exception):
    """A name is there twice in one JSON object."""


class Container:
    """An opened people's file; a context manager. All methods raise SprintError, never anything else."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self._path = path
        self._budget = MAX_TOTAL_BYTES
        if disk.is_special(path):
            raise SprintError("store.not_a_sprint", name=path.name)
        try:
            self._file: BinaryIO = disk.open_read(path)
        except (FileNotFoundError, ValueError) as error:
            raise SprintError("store.file_missing", name=path.name) from error
        except OSError as error:
            raise explain_reading(error, path) from error
        try:
            self._archive = self._checked_archive()
            self.manifest = self._read_manifest()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Container:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._archive.close()
        self._file.close()

    # -- the archive ---------------------------------------------------------------------------------------

    def _checked_archive(self) -> zipfile.ZipFile:
        try:
            self._check_directory()
            archive = zipfile.ZipFile(self._file)
        except (zipfile.BadZipFile, ValueError, EOFError, struct.error, NotImplementedError) as error:
            raise self._damaged() from error
        except OSError as error:
            raise explain_reading(error, self._path) from error
        seen: set[str] = set()
        for info in archive.infolist():
            if info.filename in seen or _is_suspicious(info):
                raise SprintError("store.file_suspicious", name=self._path.name)
            seen.add(info.filename)
        return archive

    def _check_directory(self) -> None:
        """Look at the end of the zip before zipfile does, for it would load any number of entries."""
        size = self._file.seek(0, 2)
        if size == 0:
            raise SprintError("store.file_empty", name=self._path.name)
        self._file.seek(0)
        if self._file.read(4) not in (b"PK\x03\x04", _END_MAGIC):
            raise SprintError("store.not_a_sprint", name=self._path.name)
        self._file.seek(max(0, size - 65_557))
        tail = self._file.read(65_557)
        at = tail.rfind(_END_MAGIC)
        if at < 0 or len(tail) - at < _END.size:
            raise self._damaged()
        _, _, _, _, count, directory, _, _ = _END.unpack_from(tail, at)
        is_big = at >= 20 and tail[at - 20 : at - 16] == _BIG_LOCATOR_MAGIC
        if count > MAX_ENTRIES or directory > MAX_DIRECTORY_BYTES or is_big:
            raise SprintError("store.file_too_big", name=self._path.name)

    def _damaged(self) -> SprintError:
        return SprintError("store.file_damaged", name=self._path.name)

    def _pieces(self, name: str, limit: int) -> Iterator[bytes]:
        """The content of an entry in pieces, at most `limit` bytes whatever its header says."""
        got = 0
        try:
            with self._archive.open(name) as entry:
                while piece := entry.read(_CHUNK):
                    got += len(piece)
                    self._budget -= len(piece)
                    if got > limit or self._budget < 0:
                        raise SprintError("store.file_too_big", name=self._path.name)
                    yield piece
        except KeyError as error:
            raise self._damaged() from error
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise self._damaged() from error
        except OSError as error:
            raise explain_reading(error, self._path) from error

    def checked_pieces(self, name: str, limit: int) -> Iterator[bytes]:
        """The pieces of an entry; the end raises SprintError when the manifest promised something else."""
        promised = self.manifest.entries.get(name)
        digest = hashlib.sha256()
        size = 0
        for piece in self._pieces(name, limit):
            digest.update(piece)
            size += len(piece)
            yield piece
        if promised != (digest.hexdigest(), size):
            raise self._damaged()

    # -- the parts -----------------------------------------------------------------------------------------

    def _read_manifest(self) -> Manifest:
        raw = self._parse(b"".join(self._pieces(MANIFEST, MAX_MANIFEST_BYTES)))
        if not isinstance(raw, dict) or raw.get("format") != FORMAT_NAME:
            raise SprintError("store.not_a_sprint", name=self._path.name)
        try:
            manifest = Manifest(
                format_version=_number(raw["format_version"], least=1),
                uid=_uid(raw["uid"]),
                seq=_number(raw["seq"], most=_MOST_COMMITS),
                tip=_number(raw.get("tip", 0), most=2**32 - 1),
                written_at=str(raw.get("written_at", "")),
                has_media_inside=raw.get("media_inside", True) is True,
                entries={name: (str(e["sha256"]), _number(e["size"])) for name, e in raw["entries"].items()},
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._damaged() from error
        if any(not PICTURE_NAME.fullmatch(name) for name in manifest.pictures):
            raise SprintError("store.file_suspicious", name=self._path.name)
        return manifest

    def document_bytes(self) -> bytes:
        """The document's JSON, with its checksum verified."""
        return b"".join(self.checked_pieces(DOCUMENT, MAX_ENTRY_BYTES))

    def tables(self) -> Tables:
        """The records; raises SprintError for anything that is not tables of records by id."""
        data = self.document_bytes()
        tables = self._parse(data)
        if not isinstance(tables, dict):
            raise self._wrong_shape()
        for rows in tables.values():
            if not isinstance(rows, dict) or not all(isinstance(raw, dict) for raw in rows.values()):
                raise self._wrong_shape()
        self._check_written_by_us(data, tables)
        return {name: rows for name, rows in tables.items() if rows}

    def _check_written_by_us(self, data: bytes, tables: Tables) -> None:
        """Files in our own spelling hold no id twice and no number that changed; others are searched, slowly."""
        try:
            ours = b"".join(json_slices(tables))
        except TypeError as error:
            raise SprintError("store.document_unreadable", name=self._path.name) from error
        if ours != data:
            try:
                json.loads(data, object_pairs_hook=_unique, parse_int=_kept_int)
            except _TwiceError as error:
                raise SprintError("store.duplicate_ids", name=self._path.name) from error
            except (ValueError, RecursionError) as error:
                raise SprintError("store.document_unreadable", name=self._path.name) from error

    def frames(self) -> list[Frame] | None:
        """The history up to the document's state; None when the file has none that can be proved."""
        try:
            data = self.history_bytes()
        except SprintError:
            return None
        return chain_back(scan(data).frames, self.manifest.seq, self.manifest.tip) or None

    def history_bytes(self) -> bytes:
        """The history as it lies in the file, with its checksum verified; empty when there is none."""
        if HISTORY not in self.manifest.entries:
            return b""
        return b"".join(self.checked_pieces(HISTORY, MAX_ENTRY_BYTES))

    def picture(self, name: str) -> Iterator[bytes]:
        """One picture in pieces; raises SprintError at the end when it is damaged."""
        return self.checked_pieces(MEDIA + name, MAX_PICTURE_BYTES)

    def verify(self) -> None:
        """Read everything and compare it with the manifest; raises SprintError."""
        for name in self.manifest.entries:
            limit = MAX_PICTURE_BYTES if name.startswith(MEDIA) else MAX_ENTRY_BYTES
            for _ in self.checked_pieces(name, limit):
                pass

    def _parse(self, data: bytes) -> Json:
        try:
            return orjson.loads(data)
        except (ValueError, RecursionError) as error:
            raise SprintError("store.document_unreadable", name=self._path.name) from error

    def _wrong_shape(self) -> SprintError:
        return SprintError("store.document_wrong_shape", name=self._path.name)


def _is_suspicious(info: zipfile.ZipInfo) -> bool:
    name = info.orig_filename
    is_trick = name.startswith(("/", "\\")) or "\\" in name or ":" in name or "\0" in name or ".." in name.split("/")
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    is_coded = bool(info.flag_bits & 0x1) or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    return is_trick or is_link or is_coded


def _number(value: Json, *, least: int = 0, most: int = 2**63 - 1) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(value)
    return value


def _uid(value: Json) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9A-Za-z_-]{4,64}", value):
        raise ValueError(value)
    return value


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError
    return found


def _kept_int(digits: str) -> int:
    """A whole number, unless it is too long to come back as it was."""
    if len(digits) > 20:
        raise ValueError(digits[:20])
    return int(digits)
