"""A sheet for the storyboard: eight or fifteen boxes, each with lines for words below it."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.forms import frame, rules
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Orientation, Paper
from sprint.document import Document
from sprint.i18n import Translator

_MANY = 15
_GAP = 4.0
_WORDS_SHARE = 0.3


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet with as many boxes as were asked for."""
    t = Translator.load(options.language)
    lead = t("print.storyboard.lead")
    begin(document, options, stream, t("print.title.storyboard"), lead=lead, usual=Orientation.LANDSCAPE).fill([_fill])


def _fill(printed: Printed, top: float, room: float) -> None:
    surface, sheet = printed.surface, printed.sheet
    is_wide = sheet.width > sheet.height
    count = printed.options.boxes
    columns = (5 if is_wide else 3) if count == _MANY else (4 if is_wide else 2)
    rows = -(-count // columns)
    width = (sheet.inner_width - _GAP * (columns - 1)) / columns
    height = (room - 3 - _GAP * (rows - 1)) / rows
    words = min(height * _WORDS_SHARE, 26.0)
    for number in range(count):
        x = sheet.left + number % columns * (width + _GAP)
        y = top + number // columns * (height + _GAP)
        frame(surface, x, y, width, height - words, str(number + 1), printed.types.small)
        rules(surface, x, y + height - words, width, words, 8)


OUTPUT: Final = Output(
    id="storyboard",
    title="print.title.storyboard",
    suffixes=(".pdf",),
    papers=(Paper.A3, Paper.A4),
    orientations=ACROSS,
    write=write,
    sheets=("storyboard_sheet",),
    takes=frozenset({"boxes"}),
    is_blank=True,
)
