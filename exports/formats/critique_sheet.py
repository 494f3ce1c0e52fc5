"""A sheet for the scribe of a speed critique: strong points, worries, and what the maker adds."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.forms import frame, rules
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Orientation, Paper
from exports.stroke import Stroke
from sprint.document import Document
from sprint.i18n import Translator


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet for one sketch."""
    t = Translator.load(options.language)
    printed = begin(
        document, options, stream, t("print.title.critique_sheet"), lead=t("print.critique.lead"),
        usual=Orientation.LANDSCAPE,
    )  # fmt: skip
    printed.fill([_fill])


def _fill(printed: Printed, top: float, room: float) -> None:
    surface, sheet, types, t = printed.surface, printed.sheet, printed.types, printed.t
    label = t("print.critique.sketch")
    surface.line_of_text(sheet.left, top, label, types.lead)
    start = sheet.left + surface.setter.width(label, types.lead) + 3
    surface.line([(start, top + types.lead.line), (start + 90, top + types.lead.line)], Stroke("line", 0.3))
    top, room = top + types.lead.line + 4, room - types.lead.line - 7
    titles = (t("print.critique.strong"), t("print.critique.worries"), t("print.critique.missed"))
    gap = 5.0
    width = (sheet.inner_width - 2 * gap) / 3
    for number, title in enumerate(titles):
        x = sheet.left + number * (width + gap)
        frame(surface, x, top, width, room, title, types.body.bolder())
        rules(surface, x + 3, top + 10, width - 6, room - 13, 9)


OUTPUT: Final = Output(
    id="critique_sheet",
    title="print.title.critique_sheet",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=ACROSS,
    write=write,
    sheets=("critique_sheet",),
    is_blank=True,
)
