"""Looks for words in every byte that lies below a folder: plain, in zips, in any spelling a program may use."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path


def spellings(word: str) -> set[bytes]:
    """Give a word as bytes in every way it could be written down: UTF-8, UTF-16, and with JSON's escapes."""
    escaped = json.dumps(word)[1:-1]
    return {form.encode(code) for form in (word, escaped) for code in ("utf-8", "utf-16-le", "utf-16-be")}


def canaries_in(root: Path, words: Iterable[str]) -> list[str]:
    """List where one of the words still stands: the file, the part of it, and the word; names of files count too."""
    wanted = {word: spellings(word) for word in words}
    found = []
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        parts = [("name", name.encode()), *(_parts(path.read_bytes()) if path.is_file() else ())]
        for part, data in parts:
            found += [f"{name} ({part}): {word}" for word, forms in wanted.items() if any(one in data for one in forms)]
    return found


def _parts(data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """Give the bytes of a file, of every member of a zip, and of every compressed stretch that can be opened."""
    yield "bytes", data
    if data[:2] == b"PK" and depth < 3:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                for part, inner in _parts(archive.read(member), depth + 1):
                    yield f"{member}/{part}", inner
    start = data.find(b"\x78\x9c")
    while start >= 0:
        with contextlib.suppress(zlib.error):
            yield "stream", zlib.decompressobj().decompress(data[start:])
        start = data.find(b"\x78\x9c", start + 1)
