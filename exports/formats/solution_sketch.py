"""A sheet for a solution sketch: a title, and three pictures with words beside them."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.forms import frame, rules
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator

_PANELS = 3
_WORDS_SHARE = 0.36


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet; everybody gets a copy and signs none."""
    t = Translator.load(options.language)
    lead = t("print.solution_sketch.lead")
    begin(document, options, stream, t("print.title.solution_sketch"), lead=lead).fill([_fill])


def _fill(printed: Printed, top: float, room: float) -> None:
    surface, sheet, types, t = printed.surface, printed.sheet, printed.types, printed.t
    surface.line_of_text(sheet.left, top, t("print.solution_sketch.name"), types.small)
    rules(surface, sheet.left, top, sheet.inner_width, 12, 11)
    top += 16
    gap = 5.0
    height = (room - 19 - gap * (_PANELS - 1)) / _PANELS
    words = sheet.inner_width * _WORDS_SHARE
    picture = sheet.inner_width - words - gap
    for number in range(_PANELS):
        y = top + number * (height + gap)
        frame(surface, sheet.left, y, picture, height, str(number + 1), types.small)
        x = sheet.left + picture + gap
        surface.line_of_text(x, y, t("print.solution_sketch.words"), types.small)
        rules(surface, x, y + types.small.line, words, height - types.small.line, 9)


OUTPUT: Final = Output(
    id="solution_sketch",
    title="print.title.solution_sketch",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    sheets=("solution_sketch_sheet",),
    is_blank=True,
)
