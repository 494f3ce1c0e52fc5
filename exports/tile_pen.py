"""Prints a poster on sheets of an office printer, with everything that helps to glue them together."""

from __future__ import annotations

from typing import BinaryIO

from exports import paths
from exports.fonts import Typeface
from exports.options import Tiling
from exports.paper import MM_PER_POINT, Sheet
from exports.pen import Imprint, PdfPen
from exports.recording import Extent, Page, RecordingPen
from exports.stroke import Stroke
from exports.surface import Surface
from exports.text import Type
from exports.tiling import MARKS, Grid, Tile, grid_of
from sprint.errors import SprintError
from sprint.i18n import Translator

_SMALL = Type(9, leading=1.15)
_BOLD = Type(9, bold=True, leading=1.15)
_TITLE = Type(22, bold=True)
_BODY = Type(12, leading=1.4)
_HAIR = Stroke("muted", 0.15)
_CUT = Stroke("ink", 0.2, (2.0, 1.2))
_RULER = 100.0
_ARM = 3.0
_MAP_GAP = 4.0
_MOST_BLOCK = 420.0
"""Points: what is larger than this is no card, and may be cut."""


class TilePen(RecordingPen):
    """Remembers a poster, then writes it as sheets with codes, a map, seams, crosses and a ruler."""

    def __init__(self, stream: BinaryIO, sheet: Sheet, imprint: Imprint, tiling: Tiling, t: Translator) -> None:
        super().__init__(sheet, Typeface(imprint.written_in))
        self._stream = stream
        self._poster = sheet
        self._imprint = imprint
        self._tiling = tiling
        self._t = t

    def close(self) -> None:
        """Write the sheets that were asked for; raises SprintError when none of them is left."""
        grids = [grid_of(self._poster, self._tiling, self._spans(page)) for page in self.pages]
        many = len(grids) > 1
        sheets = [
            (f"{number + 1}-{tile.code}" if many else tile.code, page, grid, tile)
            for number, (page, grid) in enumerate(zip(self.pages, grids, strict=True))
            for tile in grid.tiles
        ]
        prints = {code: page.fingerprint(self._window(tile)) for code, page, _, tile in sheets}
        wanted = [
            sheet
            for sheet in sheets
            if (not self._tiling.only or sheet[0] in self._tiling.only)
            and self._tiling.known.get(sheet[0]) != prints[sheet[0]]
        ]
        if not wanted:
            raise SprintError("print.error.no_sheets")
        pen = PdfPen(self._stream, grids[0].sheet, self._imprint, self.face)
        surface = Surface(pen, grids[0].sheet)
        _Guide(surface, self._t, self._poster, self._tiling).draw(grids, [sheet[0] for sheet in wanted])
        for code, page, grid, tile in wanted:
            surface.next_page(code)
            self._draw(pen, page, grid, tile)
            _Marks(surface, self._t, grid, tile, code, self._tiling).draw(len(sheets))
        surface.close()
        if self._tiling.tell is not None:
            self._tiling.tell(prints)

    def _spans(self, page: Page) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        height = self._poster.height
        return [
            (
                (one.left * MM_PER_POINT, one.right * MM_PER_POINT),
                (height - one.top * MM_PER_POINT, height - one.bottom * MM_PER_POINT),
            )
            for one in page.blocks(_MOST_BLOCK)
        ]

    def _window(self, tile: Tile) -> Extent:
        unit, height = MM_PER_POINT, self._poster.height
        return Extent(
            tile.left / unit, (height - tile.print_bottom) / unit, tile.print_right / unit, (height - tile.top) / unit
        )

    def _draw(self, pen: PdfPen, page: Page, grid: Grid, tile: Tile) -> None:
        window = self._window(tile)
        sheet = grid.sheet
        x = sheet.margin / MM_PER_POINT - window.left
        y = (sheet.height - sheet.margin) / MM_PER_POINT - window.top
        path = paths.box(window.left, window.bottom, window.right - window.left, window.top - window.bottom, 0)
        pen.shift(x, y, path)
        page.replay(pen, window)
        pen.unclip()


class _Marks:
    """What stands around the part of the poster on one sheet."""

    def __init__(self, surface: Surface, t: Translator, grid: Grid, tile: Tile, code: str, tiling: Tiling) -> None:
        self._surface = surface
        self._t = t
        self._grid = grid
        self._tile = tile
        self._code = code
        self._tiling = tiling
        margin = grid.sheet.margin
        self._left = self._top = margin
        self._right = margin + tile.right - tile.left
        self._bottom = margin + tile.bottom - tile.top
        self._end_x = margin + tile.print_right - tile.left
        self._end_y = margin + tile.print_bottom - tile.top

    def draw(self, total: int) -> None:
        """Draw the seams, crosses, the words above and the ruler below."""
        self._glue_strips()
        self._seams()
        self._crosses()
        self._words(total)
        self._ruler()

    def _glue_strips(self) -> None:
        """Hatch lightly what the next sheet will cover."""
        for left, top, right, bottom in (
            (self._right, self._top, self._end_x, self._end_y),
            (self._left, self._bottom, self._right, self._end_y),
        ):
            if right - left < 1 or bottom - top < 1:
                continue
            with self._surface.clipped(left, top, right - left, bottom - top):
                height = bottom - top
                x = left - height
                while x < right:
                    self._surface.line([(x, bottom), (x + height, top)], Stroke("line_soft", 0.15))
                    x += 4

    def _seams(self) -> None:
        tile, reach = self._tile, MARKS - 0.5
        if tile.column:
            self._dashes((self._left, self._top - reach), (self._left, self._top))
            self._dashes((self._left, self._end_y), (self._left, self._end_y + reach))
        if tile.row:
            self._dashes((self._left - reach, self._top), (self._left, self._top))
            self._dashes((self._end_x, self._top), (self._end_x + reach, self._top))

    def _dashes(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._surface.line([start, end], _CUT)

    def _crosses(self) -> None:
        """Mark the corners where four sheets meet; arms only outside this sheet's part of the poster."""
        for x, is_right in ((self._left, False), (self._right, True)):
            for y, is_low in ((self._top, False), (self._bottom, True)):
                across = x + (_ARM if is_right else -_ARM)
                down = y + (_ARM if is_low else -_ARM)
                self._surface.line([(x, y), (across, y)], _HAIR)
                self._surface.line([(x, y), (x, down)], _HAIR)

    def _words(self, total: int) -> None:
        surface, t = self._surface, self._t
        top = self._top - MARKS + 0.3
        x = self._left + 2
        self._map(x, top, MARKS - 0.8)
        x += (MARKS - 0.8) * 1.6 + 2
        surface.line_of_text(x, top, self._code, _BOLD)
        x += surface.setter.width(self._code, _BOLD) + 2.5
        tile = self._tile
        said = [t("print.tile.of", total=total)]
        if tile.column and tile.row:
            said.append(t("print.tile.cut_both"))
        elif tile.column or tile.row:
            said.append(t("print.tile.cut_left") if tile.column else t("print.tile.cut_top"))
        surface.line_of_text(x, top, " · ".join(said), _SMALL)

    def _map(self, x: float, y: float, height: float) -> None:
        columns, rows = len(self._grid.columns), len(self._grid.rows)
        width = height * 1.6
        across, down = width / columns, height / rows
        tile = self._tile
        self._surface.box(x + tile.column * across, y + tile.row * down, across, down, fill="ink")
        self._surface.box(x, y, width, height, stroke=_HAIR)
        for n in range(1, columns):
            self._surface.line([(x + n * across, y), (x + n * across, y + height)], Stroke("muted", 0.08))
        for n in range(1, rows):
            self._surface.line([(x, y + n * down), (x + width, y + n * down)], Stroke("muted", 0.08))

    def _ruler(self) -> None:
        sheet = self._grid.sheet
        y = sheet.height - self._tiling.margin - 0.6
        x = sheet.margin + 6
        draw_ruler(self._surface, x, y, 2.6)
        text = self._t("print.tile.ruler")
        top = y - _SMALL.line + 0.2
        if x + _RULER + 3 + self._surface.setter.width(text, _SMALL) < sheet.width - sheet.margin:
            self._surface.line_of_text(x + _RULER + 3, top, text, _SMALL)


def draw_ruler(surface: Surface, x: float, y: float, height: float) -> None:
    """Draw a ruler of 100 mm that stands on y, with a tick for every 10 mm."""
    surface.line([(x, y), (x + _RULER, y)], Stroke("ink", 0.2))
    for number in range(11):
        tick = height if number in (0, 5, 10) else height * 0.6
        at = x + number * 10
        surface.line([(at, y), (at, y - tick)], Stroke("ink", 0.2))


class _Guide:
    """The page that says how to put the sheets together."""

    def __init__(self, surface: Surface, t: Translator, poster: Sheet, tiling: Tiling) -> None:
        self._surface = surface
        self._t = t
        self._poster = poster
        self._tiling = tiling

    def draw(self, grids: list[Grid], codes: list[str]) -> None:
        """Draw the steps and a map of every poster."""
        surface, t, sheet = self._surface, self._t, self._surface.sheet
        surface.next_page(t("print.tile.guide"))
        x, width = sheet.margin, sheet.width - 2 * sheet.margin
        y = sheet.margin + surface.paragraph(x, sheet.margin, width, t("print.tile.guide"), _TITLE) + 2
        total = sum(len(grid.tiles) for grid in grids)
        size = t("print.tile.size", width=f"{self._poster.width:.0f}", height=f"{self._poster.height:.0f}")
        counted = t("print.tile.count", count=len(codes), total=total, paper=self._tiling.paper.value)
        y += surface.paragraph(x, y, width, f"{size} {counted}", _BODY) + 3
        steps = (
            t("print.tile.step_scale"),
            t("print.tile.step_order"),
            t("print.tile.step_cut"),
            t("print.tile.step_glue", overlap=f"{self._tiling.overlap:g}"),
            t("print.tile.step_check"),
        )
        for number, text in enumerate(steps):
            surface.line_of_text(x, y, f"{number + 1}", _BODY.bolder())
            y += surface.paragraph(x + 8, y, width - 8, text, _BODY) + 1
        draw_ruler(surface, x, y + 6, 4)
        y += 10
        columns, scale = self._arrangement(len(grids), width, sheet.height - sheet.margin - y)
        across, down = self._poster.width * scale + _MAP_GAP, self._poster.height * scale + _MAP_GAP
        for number, grid in enumerate(grids):
            prefix = f"{number + 1}-" if len(grids) > 1 else ""
            self._map(grid, x + number % columns * across, y + number // columns * down, scale, prefix, codes)

    def _arrangement(self, count: int, width: float, height: float) -> tuple[int, float]:
        """Choose how many maps stand beside each other, so that they are as large as can be; gives their scale too."""

        def scale(columns: int) -> float:
            rows = -(-count // columns)
            across = (width - (columns - 1) * _MAP_GAP) / columns / self._poster.width
            return min(across, (height - (rows - 1) * _MAP_GAP) / rows / self._poster.height)

        best = max(range(1, count + 1), key=scale)
        return best, scale(best)

    def _map(self, grid: Grid, x: float, y: float, scale: float, prefix: str, codes: list[str]) -> None:
        surface = self._surface
        for tile in grid.tiles:
            code = prefix + tile.code
            is_printed = code in codes
            left, top = x + tile.left * scale, y + tile.top * scale
            across, down = (tile.right - tile.left) * scale, (tile.bottom - tile.top) * scale
            surface.box(left, top, across, down, fill="band" if is_printed else "", stroke=Stroke("line", 0.25))
            type_ = _BOLD if is_printed else _SMALL.coloured("muted")
            if down >= type_.line and across >= surface.setter.width(code, type_):
                surface.line_of_text(left + across / 2, top + (down - type_.line) / 2, code, type_, "middle")
