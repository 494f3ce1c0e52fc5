"""Photos of paper made readable: cut out, turned, a sheet seen at a slant made straight, grey paper made white.

Places in a picture are fractions of its width and height, from the top left, so that they hold at every size.
"""

from __future__ import annotations

import io
from math import hypot
from typing import TYPE_CHECKING

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.media import MAX_SIDE_PX, prepare

if TYPE_CHECKING:
    from PIL.Image import Image

Place = tuple[float, float]
Corners = tuple[Place, Place, Place, Place]
"""Top left, top right, bottom right, bottom left of what becomes the whole picture."""

WHOLE: Corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
LEAST_SIDE = 0.02
"""A side of a sheet is at least this part of the picture."""
_LOOKED_AT_PX = 256
_LEAST_SHEET, _MOST_SHEET = 0.12, 0.97
_LEAST_FILL = 0.82
_BLUR_PART = 24
_DARKEST_PERCENT, _LIGHTEST_PERCENT = 1.0, 12.0


@dataclass(frozen=True)
class Shaping:
    """What is done to a photo: which part of it, how many quarter turns clockwise, paper made white or not."""

    corners: Corners = WHOLE
    turns: int = 0
    is_paper: bool = False

    def __bool__(self) -> bool:
        return self.corners != WHOLE or self.turns % 4 != 0 or self.is_paper


def shape(data: bytes, shaping: Shaping) -> bytes:
    """Make the picture that `shaping` asks for, as the bytes of a PNG or JPEG without any metadata.

    Raises SprintError for what is no picture, for one that is too large and for corners that cannot be a sheet.
    """
    if not can_be_sheet(shaping.corners):
        raise SprintError("sketch.corners_crossed")
    picture, kind = _open(data)
    if shaping.corners != WHOLE:
        picture = _straightened(picture, shaping.corners)
    if shaping.is_paper:
        picture = _as_paper(picture)
    picture = _turned(picture, shaping.turns)
    out = io.BytesIO()
    picture.save(out, kind, **({"quality": 92} if kind == "JPEG" else {}))
    return out.getvalue()


def find_sheet(data: bytes) -> Corners | None:
    """Find a light sheet on a darker ground; None when there is none to be seen. Raises SprintError as `shape`."""
    from PIL import ImageFilter  # noqa: PLC0415 - too slow for the first window

    picture, _ = _open(data)
    small = picture.convert("L")
    small.thumbnail((_LOOKED_AT_PX, _LOOKED_AT_PX))
    small = small.filter(ImageFilter.MedianFilter(5))
    split = _split(small.histogram()[:256])
    light = small.point([0 if level <= split else 255 for level in range(256)])
    wide, high = light.size
    pixels = light.tobytes()
    places = [(at % wide, at // wide) for at, level in enumerate(pixels) if level]
    if not _LEAST_SHEET <= len(places) / (wide * high) <= _MOST_SHEET:
        return None
    found = (
        min(places, key=lambda place: place[0] + place[1]),
        max(places, key=lambda place: place[0] - place[1]),
        max(places, key=lambda place: place[0] + place[1]),
        min(places, key=lambda place: place[0] - place[1]),
    )
    size = (max(1, wide - 1), max(1, high - 1))
    a, b, c, d = ((x / size[0], y / size[1]) for x, y in found)
    corners = (a, b, c, d)
    return corners if can_be_sheet(corners) and _fills(light, corners) else None


def can_be_sheet(corners: Corners) -> bool:
    """Whether four corners go round clockwise without a dent, lie in the picture and leave something to see."""
    if any(not (0.0 <= x <= 1.0 and 0.0 <= y <= 1.0) for x, y in corners):
        return False
    for place, (x, y) in enumerate(corners):
        (px, py), (nx, ny) = corners[place - 1], corners[(place + 1) % 4]
        if hypot(nx - x, ny - y) < LEAST_SIDE or (x - px) * (ny - y) - (y - py) * (nx - x) <= LEAST_SIDE**2:
            return False
    return True


def tilted(corners: Corners, ratio: float, tangent: float) -> Corners:
    """Turn the part that is cut out a little about its middle; `ratio` is width by height of the picture.

    `tangent` is the slope (0.01 is about half a degree), clockwise. A corner that would leave the picture stops at its
    edge.
    """
    middle_x = sum(x for x, _ in corners) / 4
    middle_y = sum(y for _, y in corners) / 4
    length = hypot(1.0, tangent)
    cosine, sine = 1.0 / length, tangent / length
    turned = []
    for x, y in corners:
        across, down = (x - middle_x) * ratio, y - middle_y
        turned.append(
            (
                min(1.0, max(0.0, middle_x + (across * cosine - down * sine) / ratio)),
                min(1.0, max(0.0, middle_y + across * sine + down * cosine)),
            )
        )
    a, b, c, d = turned
    return (a, b, c, d)


def size_of(corners: Corners, width: int, height: int) -> tuple[int, int]:
    """Give the size in pixels of the straight sheet: the longer of each pair of sides that lie opposite."""
    at = [(x * width, y * height) for x, y in corners]
    top, right, bottom, left = (hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(at, [*at[1:], at[0]], strict=True))
    wide, high = max(top, bottom), max(left, right)
    scale = min(1.0, MAX_SIDE_PX / max(wide, high, 1.0))
    return max(1, round(wide * scale)), max(1, round(high * scale))


def _open(data: bytes) -> tuple[Image, str]:
    """Read a picture from a stranger: `prepare` has checked its size and taken everything away but the pixels."""
    from PIL import Image  # noqa: PLC0415 - too slow for the first window

    small, extension, _, _ = prepare(data)
    picture = Image.open(io.BytesIO(small))
    picture.load()
    return (picture.convert("RGB"), "JPEG") if extension == "jpg" else (_on_white(picture), "PNG")


def _on_white(picture: Image) -> Image:
    from PIL import Image  # noqa: PLC0415 - too slow for the first window

    if picture.mode != "RGBA":
        return picture.convert("RGB")
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _straightened(picture: Image, corners: Corners) -> Image:
    """Map the four corners onto a rectangle, as the eye sees a flat sheet."""
    from PIL import Image  # noqa: PLC0415 - too slow for the first window

    wide, high = size_of(corners, picture.width, picture.height)
    return picture.transform(
        (wide, high),
        Image.Transform.PERSPECTIVE,
        _coefficients(corners, picture.size, (wide, high)),
        Image.Resampling.BICUBIC,
    )


def _coefficients(corners: Corners, size: tuple[int, int], target: tuple[int, int]) -> tuple[float, ...]:
    """Give the eight numbers that take a place of the target to its place in the picture.

    The unit square onto a quadrilateral: P. Heckbert, Fundamentals of Texture Mapping and Image Warping (1989), 2.2.3.
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ((x * size[0], y * size[1]) for x, y in corners)
    dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    whole = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / whole, (dx1 * sy - sx * dy1) / whole
    across, down = 1 / target[0], 1 / target[1]
    return (
        (x1 - x0 + g * x1) * across,
        (x3 - x0 + h * x3) * down,
        x0,
        (y1 - y0 + g * y1) * across,
        (y3 - y0 + h * y3) * down,
        y0,
        g * across,
        h * down,
    )


def _as_paper(picture: Image) -> Image:
    """Take the shade of the room off the paper: what is as light as its surroundings becomes white, ink stays."""
    from PIL import Image, ImageChops, ImageFilter, ImageOps  # noqa: PLC0415 - too slow for the first window

    small = picture.copy()
    small.thumbnail((MAX_SIDE_PX // 4, MAX_SIDE_PX // 4))
    reach = max(3, min(small.size) // _BLUR_PART)
    # The lightest colour near by is the paper between the lines; blurred, it is the light that fell on it.
    light = small.filter(ImageFilter.MaxFilter(reach | 1)).filter(ImageFilter.GaussianBlur(reach))
    light = light.resize(picture.size, Image.Resampling.BICUBIC)
    even = ImageChops.add(picture, ImageChops.invert(light))
    return ImageOps.autocontrast(even, cutoff=(_DARKEST_PERCENT, _LIGHTEST_PERCENT))


def _turned(picture: Image, turns: int) -> Image:
    from PIL import Image  # noqa: PLC0415 - too slow for the first window

    ways = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
    way = ways.get(turns % 4)
    return picture if way is None else picture.transpose(way)


def _split(counts: list[int]) -> int:
    """Find the grey between dark and light that parts the two best (N. Otsu, 1979)."""
    total, total_sum = sum(counts), sum(level * count for level, count in enumerate(counts))
    best, at, dark, dark_sum = -1.0, 127, 0, 0
    for level, count in enumerate(counts):
        dark += count
        dark_sum += level * count
        if 0 < dark < total:
            apart = dark_sum / dark - (total_sum - dark_sum) / (total - dark)
            if (value := dark * (total - dark) * apart * apart) > best:
                best, at = value, level
    return at


def _fills(light: Image, corners: Corners) -> bool:
    """Whether what is light is this sheet: nearly all inside its corners, and nearly nothing outside."""
    from PIL import Image, ImageChops, ImageDraw  # noqa: PLC0415 - too slow for the first window

    sheet = Image.new("L", light.size)
    ImageDraw.Draw(sheet).polygon([(x * (light.width - 1), y * (light.height - 1)) for x, y in corners], fill=255)
    inside, whole, all_light = (
        picture.histogram()[255] for picture in (ImageChops.multiply(light, sheet), sheet, light)
    )
    return inside >= _LEAST_FILL * whole and inside >= _LEAST_FILL * all_light
