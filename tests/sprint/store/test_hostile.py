"""Files from anywhere: each gets a sentence, none a traceback, and memory stays bounded."""

from __future__ import annotations

import hashlib
import io
import shutil
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.store.folders import Folders
from sprint.store.sprint_store import open_sprint
from tests.proof.disks import QuickDisk

GOOD = Path(__file__).resolve().parents[2] / "data" / "format" / "v2.sprint"
Parts = dict[str, bytes]


def parts() -> Parts:
    with zipfile.ZipFile(GOOD) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(contents: Parts, *, fits: bool = True) -> bytes:
    """A zip of these entries; with `fits` the manifest lists what is in it, as a clever forger would."""
    if fits:
        manifest = orjson.loads(contents["manifest.json"])
        manifest["entries"] = {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
            for name, data in contents.items()
            if name != "manifest.json"
        }
        contents = {**contents, "manifest.json": orjson.dumps(manifest)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return out.getvalue()


def document(data: bytes) -> bytes:
    return packed({**parts(), "document.json": data})


def manifest(**changes: object) -> bytes:
    changed = orjson.loads(parts()["manifest.json"]) | changes
    return packed({**parts(), "manifest.json": orjson.dumps(changed)}, fits=False)


def with_entry(info: zipfile.ZipInfo, data: bytes = b"x") -> bytes:
    out = io.BytesIO(GOOD.read_bytes())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(info, data)
    return out.getvalue()


def named(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("placeholder")
    info.filename = name
    return info


def link() -> bytes:
    info = zipfile.ZipInfo("media/link")
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return with_entry(info, b"/etc/passwd")


def encrypted() -> bytes:
    data = bytearray(GOOD.read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        return with_entry(zipfile.ZipInfo("document.json"), b"{}")


def bomb(name: str = "document.json", megabytes: int = 200) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(name, "w", force_zip64=True) as entry:
            for _ in range(megabytes):
                entry.write(bytes(1 << 20))
        for other, data in parts().items():
            if other != name:
                archive.writestr(other, data)
    return out.getvalue()


def lying_bomb() -> bytes:
    data = bytearray(bomb())
    at = data.find(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 100)
    return bytes(data)


def many_entries() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(6000):
            archive.writestr(f"media/{number}", b"")
    return out.getvalue()


def end_claims_everything() -> bytes:
    data = bytearray(GOOD.read_bytes())
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<L", data, at + 12, 0xFFFFFFF0)
    return bytes(data)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "file_empty"),
    "not a zip": (lambda: b"<html>hello</html>" * 100, "not_a_sprint"),
    "another zip": (lambda: packed({"hello.txt": b"hi"}, fits=False), "file_damaged"),
    "cut in half": (lambda: GOOD.read_bytes()[: GOOD.stat().st_size // 2], "file_damaged"),
    "one byte short": (lambda: GOOD.read_bytes()[:-1], "file_damaged"),
    "only an end": (lambda: b"PK\x05\x06" + bytes(18), "file_damaged"),
    "end claims everything": (end_claims_everything, "file_too_big"),
    "many entries": (many_entries, "file_too_big"),
    "bomb": (bomb, "file_too_big"),
    "lying bomb": (lying_bomb, "file_damaged"),
    "manifest bomb": (lambda: bomb("manifest.json"), "file_too_big"),
    "path up": (lambda: with_entry(named("../../escaped")), "file_suspicious"),
    "absolute path": (lambda: with_entry(named("/etc/passwd")), "file_suspicious"),
    "backslash": (lambda: with_entry(named("..\\..\\win.txt")), "file_suspicious"),
    "drive": (lambda: with_entry(named("c:x")), "file_suspicious"),
    "link": (link, "file_suspicious"),
    "encrypted": (encrypted, "file_suspicious"),
    "entry twice": (twice, "file_suspicious"),
    "manifest is a list": (lambda: packed({**parts(), "manifest.json": b"[]"}, fits=False), "not_a_sprint"),
    "manifest of another": (lambda: manifest(format="zip"), "not_a_sprint"),
    "manifest without entries": (lambda: manifest(entries=None), "file_damaged"),
    "uid with a path": (lambda: manifest(uid="../../../home"), "file_damaged"),
    "seq is text": (lambda: manifest(seq="many"), "file_damaged"),
    "seq without end": (lambda: manifest(seq=2**63 - 1), "file_damaged"),
    "tip of no checksum": (lambda: manifest(tip=2**32), "file_damaged"),
    "version before the first": (lambda: manifest(format_version=0), "file_damaged"),
    "negative version": (lambda: manifest(format_version=-1), "file_damaged"),
    "picture with a path": (lambda: packed({**parts(), "media/../x": b""}), "file_suspicious"),
    "picture with a name": (lambda: packed({**parts(), "media/photo.jpg": b"x"}), "file_suspicious"),
    "wrong checksum": (lambda: packed({**parts(), "document.json": b"{}"}, fits=False), "file_damaged"),
    "not json": (lambda: document(b"hello"), "document_unreadable"),
    "deep": (lambda: document(b"[" * 100_000 + b"]" * 100_000), "document_unreadable"),
    "deep inside": (lambda: document(b'{"t":{"a":{"x":' + b"[" * 500 + b"]" * 500 + b"}}}"), "document_unreadable"),
    "not a number": (lambda: document(b'{"t":{"a":{"x":NaN}}}'), "document_unreadable"),
    "endless number": (lambda: document(b'{"t":{"a":{"x":' + b"9" * 5000 + b"}}}"), "document_unreadable"),
    "half a character": (lambda: document(b'{"t":{"a":{"x":"\\ud83d"}}}'), "document_unreadable"),
    "broken utf-8": (lambda: document(b'{"t":{"a":{"x":"\xff"}}}'), "document_unreadable"),
    "a list": (lambda: document(b"[]"), "document_wrong_shape"),
    "table is a list": (lambda: document(b'{"steps":[]}'), "document_wrong_shape"),
    "record is text": (lambda: document(b'{"steps":{"a":"b"}}'), "document_wrong_shape"),
    "id twice": (lambda: document(b'{"steps":{"a":{"n":1},"a":{"n":2}}}'), "duplicate_ids"),
    "table twice": (lambda: document(b'{"steps":{},"steps":{"a":{}}}'), "duplicate_ids"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_each_gets_its_sentence(tmp_path: Path, name: str) -> None:
    make, key = HOSTILE[name]
    path = tmp_path / "vreemd.sprint"
    path.write_bytes(make())
    before = sorted(tmp_path.rglob("*"))

    tracemalloc.start()
    with pytest.raises(SprintError) as caught:
        open_sprint(path, Folders(tmp_path / "data"), disk=QuickDisk())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert caught.value.key == f"store.{key}"
    assert peak < 200 << 20
    assert sorted(tmp_path.rglob("*")) == before
    for language in ("nl", "en"):
        sentence = Translator.load(language).error(caught.value)
        assert sentence != caught.value.key
        assert "vreemd.sprint" in sentence


def test_numbers_too_big_to_keep_are_not_swallowed(tmp_path: Path) -> None:
    path = tmp_path / "vreemd.sprint"
    path.write_bytes(document(b'{"t":{"a":{"x":123456789012345678901234567890}}}'))
    with pytest.raises(SprintError):
        open_sprint(path, Folders(tmp_path / "data"), disk=QuickDisk())


def test_entries_nobody_knows_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "extra.sprint"
    path.write_bytes(with_entry(zipfile.ZipInfo("thumbnail.png"), b"\x89PNG"))
    opened = open_sprint(path, Folders(tmp_path / "data"), disk=QuickDisk())
    assert "steps" in opened.store.tables
    opened.store.close()


@pytest.mark.parametrize("history", [b"", b"rubbish" * 1000, b"RgF2" * 1000])
def test_a_sprint_with_a_wrong_history_opens_without_it(tmp_path: Path, history: bytes) -> None:
    path = tmp_path / "x.sprint"
    path.write_bytes(packed({**parts(), "history.log": history}))
    opened = open_sprint(path, Folders(tmp_path / "data"), disk=QuickDisk())
    assert [finding.key for finding in opened.findings] == ["store.found_history_gap"]
    assert [commit.kind for commit in opened.store.history()] == ["start"]
    opened.store.close()


def test_every_byte_of_a_file_may_be_flipped(tmp_path: Path) -> None:
    data = GOOD.read_bytes()
    path = tmp_path / "flip.sprint"
    for place in range(0, len(data), 7):
        hurt = bytearray(data)
        hurt[place] ^= 0x41
        path.write_bytes(hurt)
        shutil.rmtree(tmp_path / "data", ignore_errors=True)
        try:
            opened = open_sprint(path, Folders(tmp_path / "data"), read_only=True, disk=QuickDisk())
        except SprintError:
            continue
        assert opened.store.tables["steps"]["s0"]["feeling"] == -3
        opened.store.close()
