"""Pictures come in small, upright and anonymous, or not at all."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from sprint.errors import SprintError
from sprint.store.folders import Folders
from sprint.store.media import MAX_SIDE_PX, MediaStore, prepare
from sprint.store.sprint_store import create_sprint, open_sprint
from tests.proof.disks import QuickDisk

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def photo(width: int = 60, height: int = 40, *, kind: str = "JPEG", orientation: int = 1) -> bytes:
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (0, 0, width // 2, height // 2))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKER] = "Geheime Camera"
    exif.get_ifd(GPS)[2] = (52.0, 5.0, 7.0)
    out = io.BytesIO()
    image.save(out, kind, exif=exif)
    return out.getvalue()


def huge_png(side: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    row = bytes(1 + (side + 7) // 8)
    body = zlib.compress(row * side, 1)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_about_place_or_camera_stays(kind: str) -> None:
    small, _, _, _ = prepare(photo(kind=kind))
    image = Image.open(io.BytesIO(small))
    assert image.format == kind
    assert dict(image.getexif()) == {}
    assert b"Geheime" not in small


def test_turned_upright() -> None:
    small, _, width, height = prepare(photo(60, 40, kind="PNG", orientation=6))
    assert (width, height) == (40, 60)
    image = Image.open(io.BytesIO(small)).convert("RGB")
    assert image.getpixel((39, 0)) == (0, 0, 255)


def test_long_side_is_limited() -> None:
    _, ext, width, height = prepare(photo(4096, 1024))
    assert (ext, width, height) == ("jpg", MAX_SIDE_PX, 512)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK", "F"])
def test_all_kinds_of_pixels(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (8, 8)).save(out, {"CMYK": "JPEG", "F": "TIFF"}.get(mode, "PNG"))
    if mode == "F":
        with pytest.raises(SprintError, match="picture_unreadable"):
            prepare(out.getvalue())
        return
    assert prepare(out.getvalue())[2:] == (8, 8)


def test_a_photo_of_a_phone_with_a_second_picture_inside_comes_in_as_the_first() -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(
        out, "MPO", save_all=True, append_images=[Image.new("RGB", (60, 40), "blue")]
    )
    assert Image.open(io.BytesIO(out.getvalue())).format == "MPO"
    small, ext, width, height = prepare(out.getvalue())
    image = Image.open(io.BytesIO(small))
    assert (image.format, ext, width, height) == ("JPEG", "jpg", 60, 40)
    red, _, blue = image.convert("RGB").getpixel((30, 20))
    assert red > 200 > 60 > blue


def test_the_largest_photos_of_phones_come_in_whatever_their_shape() -> None:
    out = io.BytesIO()
    Image.new("L", (8200, 6150), 90).save(out, "JPEG")
    assert prepare(out.getvalue())[1:] == ("jpg", MAX_SIDE_PX, 1536)
    line = io.BytesIO()
    Image.new("L", (20_000, 1)).save(line, "JPEG")
    assert prepare(line.getvalue())[1:] == ("jpg", MAX_SIDE_PX, 1)
    sheet = io.BytesIO()
    Image.new("L", (8200, 8200)).save(sheet, "JPEG")
    with pytest.raises(SprintError, match="picture_too_big"):
        prepare(sheet.getvalue())


@pytest.mark.parametrize("side", [5001, 12_000, 20_000])
def test_giant_pictures_are_refused_before_they_are_unpacked(side: int) -> None:
    with pytest.raises(SprintError, match="picture_too_big"):
        prepare(huge_png(side))


@pytest.mark.parametrize("data", [b"", b"hello", b"%!PS-Adobe-3.0 EPSF-3.0\n", photo()[:200], b"GIF89a" + bytes(50)])
def test_no_picture_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(SprintError, match="picture_unreadable"):
        prepare(data)


def test_kept_once_and_found_by_checksum(tmp_path: Path) -> None:
    store = MediaStore(QuickDisk(), tmp_path)
    first, second = store.add(photo()), store.add(photo())
    assert first == second
    assert len(store.paths()) == 1
    data = store.read(first.sha256)
    assert len(data) == first.size
    store.paths()[0].write_bytes(b"damaged")
    with pytest.raises(SprintError, match="picture_gone"):
        store.read(first.sha256)


def test_pictures_travel_with_the_file(tmp_path: Path) -> None:
    here, there = Folders(tmp_path / "here"), Folders(tmp_path / "there")
    opened = create_sprint(tmp_path / "a.sprint", {}, here, disk=QuickDisk())
    picture = opened.store.add_media(photo())
    opened.store.save_copy(tmp_path / "stick.sprint")
    opened.store.close()

    other = open_sprint(tmp_path / "stick.sprint", there, disk=QuickDisk())
    assert other.findings == ()
    assert len(other.store.read_media(picture.sha256)) == picture.size
    other.store.close()
