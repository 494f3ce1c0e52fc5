"""A photo of paper becomes readable, loses where it was made, and a hostile one gets a clear sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from sprint.errors import SprintError
from sprint.store.disk import Disk
from sprint.store.media import MediaStore
from sprint.store.shaping import WHOLE, Corners, Shaping, can_be_sheet, find_sheet, shape, size_of, tilted

SLANT: Corners = ((0.22, 0.12), (0.80, 0.20), (0.90, 0.85), (0.10, 0.78))


def as_bytes(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def photo_of_sheet(corners: Corners = SLANT) -> bytes:
    """A white sheet with a black cross on it, lying at a slant on a dark table."""
    wide, high = 800, 600
    photo = Image.new("RGB", (wide, high), (60, 45, 30))
    draw = ImageDraw.Draw(photo)
    at = [(x * wide, y * high) for x, y in corners]
    draw.polygon(at, fill=(235, 235, 230))
    draw.line((at[0], at[2]), fill="black", width=9)
    draw.line((at[1], at[3]), fill="black", width=9)
    return as_bytes(photo)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_a_sheet_at_a_slant_becomes_straight() -> None:
    straight = opened(shape(photo_of_sheet(), Shaping(corners=SLANT)))
    assert straight.size == size_of(SLANT, 800, 600)
    wide, high = straight.size
    # Nothing of the table is left, and straight lines stay straight: the diagonals end in the corners.
    edges = [(0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5)]
    assert all(min(straight.getpixel((round(x * (wide - 1)), round(y * (high - 1))))) > 200 for x, y in edges)
    for place in (0.04, 0.96):
        for x, y in ((place, place), (1 - place, place)):
            assert max(straight.getpixel((round(x * wide), round(y * high)))) < 120
    # Perspective and not a mere stretch: where the diagonals cross in the photo is the middle of the sheet.
    assert max(straight.getpixel((wide // 2, high // 2))) < 120


def test_turns_and_a_cut_out_do_what_they_say() -> None:
    picture = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, 99, 99), fill="red")
    cut = opened(shape(as_bytes(picture), Shaping(corners=((0, 0), (0.5, 0), (0.5, 1), (0, 1)))))
    assert cut.size == (200, 200)
    assert cut.getpixel((50, 50)) == (255, 0, 0)
    turned = opened(shape(as_bytes(picture), Shaping(turns=1)))
    assert turned.size == (200, 400)
    assert turned.getpixel((150, 50)) == (255, 0, 0)
    assert opened(shape(as_bytes(picture), Shaping(turns=4))).getpixel((50, 50)) == (255, 0, 0)


def test_grey_paper_becomes_white_and_the_pencil_stays() -> None:
    wall = Image.linear_gradient("L").resize((600, 400)).point([90 + level // 3 for level in range(256)]).convert("RGB")
    draw = ImageDraw.Draw(wall)
    draw.line((100, 80, 500, 80), fill=(50, 50, 60), width=5)
    draw.line((100, 330, 500, 330), fill=(90, 90, 100), width=5)
    white = opened(shape(as_bytes(wall), Shaping(is_paper=True))).convert("L")
    papers = [white.getpixel(place) for place in ((50, 20), (300, 200), (560, 380))]
    inks = [white.getpixel((300, 80)), white.getpixel((300, 330))]
    assert min(papers) > 235
    assert max(inks) < 110


def test_the_corners_of_a_sheet_are_found() -> None:
    found = find_sheet(photo_of_sheet())
    assert found is not None
    assert all(abs(x - a) < 0.035 and abs(y - b) < 0.035 for (x, y), (a, b) in zip(found, SLANT, strict=True))
    assert find_sheet(as_bytes(Image.new("RGB", (300, 200), (90, 90, 90)))) is None
    ring = Image.new("RGB", (300, 200), "black")
    ImageDraw.Draw(ring).ellipse((20, 20, 280, 180), outline="white", width=40)
    assert find_sheet(as_bytes(ring)) is None


def test_corners_that_cannot_be_a_sheet_are_refused() -> None:
    assert can_be_sheet(WHOLE)
    crossed: Corners = ((0, 0), (1, 1), (1, 0), (0, 1))
    dented: Corners = ((0, 0), (1, 0), (0.2, 0.2), (0, 1))
    outside: Corners = ((0, 0), (1.2, 0), (1, 1), (0, 1))
    for corners in (crossed, dented, outside, ((0.5, 0.5),) * 4):
        assert not can_be_sheet(corners)
        with pytest.raises(SprintError, match="corners_crossed"):
            shape(photo_of_sheet(), Shaping(corners=corners))


def test_a_tilt_turns_about_the_middle_and_stays_in_the_picture() -> None:
    part: Corners = ((0.3, 0.3), (0.7, 0.3), (0.7, 0.7), (0.3, 0.7))
    there = tilted(part, 1.5, 0.1)
    assert there[0][0] > 0.3 and there[0][1] < 0.3
    back = tilted(there, 1.5, -0.1)
    assert all(abs(x - a) < 1e-9 and abs(y - b) < 1e-9 for (x, y), (a, b) in zip(back, part, strict=True))
    assert can_be_sheet(tilted(WHOLE, 1.5, 0.1))


def test_no_picture_keeps_where_or_when_it_was_made(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera van Samira"
    exif[0x8825] = {1: "N", 2: (51.0, 31.0, 12.0), 3: "E", 4: (5.0, 58.0, 30.0)}
    photo = as_bytes(Image.new("RGB", (64, 48), "white"), "JPEG", exif=exif, comment=b"Dorpsstraat 1")
    assert dict(Image.open(io.BytesIO(photo)).getexif().get_ifd(0x8825))
    media = MediaStore(Disk(), tmp_path)
    stored = [media.add(photo), media.add(shape(photo, Shaping(turns=1, is_paper=True)))]
    for picture in stored:
        kept = media.read(picture.sha256)
        read = Image.open(io.BytesIO(kept))
        assert not read.getexif() and not read.getexif().get_ifd(0x8825)
        assert b"Samira" not in kept and b"Dorpsstraat" not in kept and b"Exif" not in kept


def test_what_is_no_picture_gets_a_sentence() -> None:
    bomb = as_bytes(Image.new("1", (20_000, 20_000)))
    whole = photo_of_sheet()
    for data, key in ((b"", "unreadable"), (b"GIF89a" * 9, "unreadable"), (whole[:900], "unreadable"), (bomb, "big")):
        for work in (lambda data=data: shape(data, Shaping(turns=1)), lambda data=data: find_sheet(data)):
            with pytest.raises(SprintError, match=key):
                work()
