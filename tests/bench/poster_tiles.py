"""Every way to print a wall poster on office paper, put together again by program and laid over the poster itself.

Run: python tests/bench/poster_tiles.py [--poster A0]
Prints for each way the sheets, the share of dots that differ at half a millimetre a dot, how far the size of a page is
off, and by how much seams were moved beside cards. Dots at the edge of letters differ by less than a dot: up to 0.4 %.
"""

from __future__ import annotations

import argparse
import sys
from io import BytesIO
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageChops

from exports.options import Tiling
from exports.paper import Orientation, Paper, sheet_of
from exports.pictures import page_as_png
from exports.tiling import Grid, grid_of
from tests.exports.pdf import made, reader, size_in_mm
from tests.exports.rich import rich_document
from tests.exports.test_tiling import grid_of_poster

DOTS = 2
"""For each millimetre."""


def picture(pdf: bytes, number: int) -> Image.Image:
    """Draw one page in grey."""
    return Image.open(BytesIO(page_as_png(pdf, number, 25.4 * DOTS))).convert("L")


def together(data: bytes, grid: Grid, size: tuple[int, int]) -> Image.Image:
    """Lay the sheets as the guide says, cut at their seams."""
    whole = Image.new("L", size, 255)
    edge = round(grid.sheet.margin * DOTS)
    for number, tile in enumerate(grid.tiles):
        left, top, right, bottom = (round(one * DOTS) for one in (tile.left, tile.top, tile.right, tile.bottom))
        part = picture(data, number + 1).crop((edge, edge, edge + right - left, edge + bottom - top))
        whole.paste(part, (left, top))
    return whole


def moved(grid: Grid, bare: Grid) -> float:
    """Give how far the seam that was moved furthest lies from where it would be without cards, in millimetres."""
    pairs = [*zip(grid.columns, bare.columns, strict=True), *zip(grid.rows, bare.rows, strict=True)]
    return max(abs(one[0] - other[0]) for one, other in pairs)


def main() -> None:
    """Try every paper, orientation, overlap and margin."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--poster", type=Paper, default=Paper.A0)
    poster = parser.parse_args().poster
    document = rich_document()
    whole = picture(made("comparison", document, paper=poster), 0)
    ways = product((Paper.A4, Paper.A3), Orientation, (10.0, 15.0), (3.0, 5.0))
    for paper, way, overlap, margin in ways:
        tiling = Tiling(paper, way, overlap, margin)
        data = made("comparison", document, paper=poster, tiling=tiling)
        grid = grid_of_poster(document, poster, tiling)
        found = together(data, grid, whole.size)
        apart = sum(ImageChops.difference(found, whole).histogram()[160:]) / (whole.width * whole.height)
        off = max(
            abs(side - wanted)
            for page in reader(data).pages
            for side, wanted in zip(size_in_mm(page), grid.sheet[:2], strict=True)
        )
        bare = grid_of(sheet_of(poster, Orientation.LANDSCAPE), tiling, [])
        told = f"{apart:.2%} apart, pages {off:.3f} mm off, seams moved up to {moved(grid, bare):.0f} mm"
        print(
            f"{poster} on {paper} {way:<10}overlap {overlap:g} margin {margin:g}: {len(grid.tiles):>3} sheets, {told}"
        )


if __name__ == "__main__":
    main()
