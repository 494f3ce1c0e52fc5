"""Strips on which everybody writes the journey in six steps alone, to lay below each other on the wall."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.forms import frame
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Orientation, Paper
from exports.stroke import Stroke
from sprint.document import Document
from sprint.i18n import Translator

_STEPS = 6
_STRIPS = 3
_GAP = 7.0


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet with three strips."""
    t = Translator.load(options.language)
    lead = t("print.note_map.lead")
    printed = begin(
        document, options, stream, t("print.title.note_map"), lead=lead, usual=Orientation.LANDSCAPE,
        legend=t("print.note_map.cut"),
    )  # fmt: skip
    printed.fill([_fill])


def _fill(printed: Printed, top: float, room: float) -> None:
    surface, sheet, t = printed.surface, printed.sheet, printed.t
    strip = (room - 2) / _STRIPS
    width = (sheet.inner_width - _GAP * (_STEPS - 1)) / _STEPS
    for row in range(_STRIPS):
        y = top + row * strip
        if row:
            surface.line([(sheet.left, y - 3), (sheet.right, y - 3)], Stroke("muted", 0.25, (2.0, 1.5)))
        for number in range(_STEPS):
            x = sheet.left + number * (width + _GAP)
            label = {0: t("print.note_map.start"), _STEPS - 1: t("print.note_map.end")}.get(number, str(number + 1))
            frame(surface, x, y, width, strip - 7, label, printed.types.small)
            if number:
                middle = y + (strip - 7) / 2
                surface.arrow([(x - _GAP + 1, middle), (x - 1, middle)], Stroke("ink", 0.4), 2)


OUTPUT: Final = Output(
    id="note_map",
    title="print.title.note_map",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=ACROSS,
    write=write,
    sheets=("note_n_map_strip",),
    is_blank=True,
)
