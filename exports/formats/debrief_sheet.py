"""The debrief after an interview: four questions with room to write."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.forms import frame, rules
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet for one interview."""
    t = Translator.load(options.language)
    begin(document, options, stream, t("print.title.debrief"), lead=t("print.debrief.lead")).fill([_fill])


def _fill(printed: Printed, top: float, room: float) -> None:
    surface, sheet, types, t = printed.surface, printed.sheet, printed.types, printed.t
    label = t("print.guide.number")
    surface.line_of_text(sheet.left, top, label, types.body)
    start = sheet.left + surface.setter.width(label, types.body) + 3
    rules(surface, start, top, 30, types.body.line + 1, types.body.line)
    top, room = top + types.body.line + 4, room - types.body.line - 6
    titles = (t("print.debrief.well"), t("print.debrief.badly"), t("print.debrief.surprise"), t("print.debrief.change"))
    gap = 4.0
    height = (room - gap * 3) / 4
    for number, title in enumerate(titles):
        y = top + number * (height + gap)
        frame(surface, sheet.left, y, sheet.inner_width, height, title, types.body.bolder())
        rules(surface, sheet.left + 3, y + 6, sheet.inner_width - 6, height - 9, 9)


OUTPUT: Final = Output(
    id="debrief_sheet",
    title="print.title.debrief",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    sheets=("debrief_sheet",),
    is_blank=True,
)
