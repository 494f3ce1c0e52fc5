"""Begins the pages of a print: a plain PDF, a poster cut into sheets, or a drawing for the web."""

from __future__ import annotations

from typing import BinaryIO

from exports.options import Form, Options
from exports.paper import Sheet
from exports.pen import Imprint, PdfPen, Pen
from exports.surface import Surface
from exports.svg_pen import SvgPen
from exports.tile_pen import TilePen
from sprint.i18n import Translator


def open_surface(
    options: Options, stream: BinaryIO, sheet: Sheet, title: str, t: Translator, *, is_tagged: bool = False
) -> Surface:
    """Open pages of one size for what was chosen; `is_tagged` makes a PDF that a screen reader can follow."""
    words = options.written_in or t.language
    imprint = Imprint(title, t.language, options.ink, is_tagged and options.tiling is None, words)
    pen: Pen
    if options.form is Form.SVG:
        pen = SvgPen(stream, sheet, imprint)
    elif options.tiling is not None and options.form is Form.PDF:
        pen = TilePen(stream, sheet, imprint, options.tiling, t)
    else:
        pen = PdfPen(stream, sheet, imprint)
    return Surface(pen, sheet)
