"""Pages as pictures: for PNG files, for the preview, and for printers that take no PDF."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from sprint.errors import SprintError

POINTS_PER_INCH = 72.0
_GAP = 24.0
_MOST_PIXELS = 120_000_000
"""A poster at too many dots per inch would not fit in memory."""


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    import pypdfium2  # noqa: PLC0415 - heavy

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_as_png(pdf: bytes, number: int, dpi: float) -> bytes:
    """Turn one page (from 0) into a PNG; raises SprintError when it would be too large for memory."""
    import pypdfium2  # noqa: PLC0415 - heavy

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        width, height = page.get_size()
        scale = dpi / POINTS_PER_INCH
        if width * height * scale * scale > _MOST_PIXELS:
            raise SprintError("print.error.too_many_dots", dpi=f"{dpi:g}")
        picture = page.render(scale=scale).to_pil()
        out = BytesIO()
        picture.save(out, "PNG", dpi=(dpi, dpi))
        return out.getvalue()
    finally:
        document.close()


def pages_as_png(pdf: bytes, dpi: float) -> bytes:
    """Turn all pages into one PNG, below each other; raises SprintError when it would be too large for memory."""
    import pypdfium2  # noqa: PLC0415 - heavy
    from PIL import Image  # noqa: PLC0415 - heavy

    document = pypdfium2.PdfDocument(pdf)
    try:
        scale = dpi / POINTS_PER_INCH
        sizes = [document.get_page_size(number) for number in range(len(document))]
        if sum(width * height for width, height in sizes) * scale * scale > _MOST_PIXELS:
            raise SprintError("print.error.too_many_dots", dpi=f"{dpi:g}")
        pages = [document[number].render(scale=scale).to_pil().convert("RGB") for number in range(len(document))]
    finally:
        document.close()
    gap = round(_GAP * scale)
    whole = Image.new(
        "RGB", (max(page.width for page in pages), sum(page.height + gap for page in pages) - gap), "white"
    )
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height + gap
    out = BytesIO()
    whole.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


class Pixels(NamedTuple):
    """A drawn page: 32 bits for each dot (blue, green, red, unused), `stride` bytes for each row."""

    width: int
    height: int
    stride: int
    data: bytes


def page_pixels(pdf: bytes, number: int, longest: int, most_dpi: float) -> Pixels:
    """Draw one page (from 0) to look at: its longer side at most so many dots, and at most so many dots per inch."""
    import pypdfium2  # noqa: PLC0415 - heavy

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        scale = min(longest / max(page.get_size()), most_dpi / POINTS_PER_INCH)
        drawn = page.render(scale=scale, prefer_bgrx=True)
        return Pixels(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
    finally:
        document.close()


def page_size(pdf: bytes, number: int) -> tuple[float, float]:
    """Give the width and height of one page (from 0) in points."""
    import pypdfium2  # noqa: PLC0415 - heavy

    document = pypdfium2.PdfDocument(pdf)
    try:
        width, height = document[number].get_size()
        return float(width), float(height)
    finally:
        document.close()
