"""A sheet with eight boxes for eight quick variations of one idea."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.forms import grid_of_frames
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Orientation, Paper
from sprint.document import Document
from sprint.i18n import Translator

_BOXES = 8


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet; everybody gets a copy."""
    t = Translator.load(options.language)
    lead = t("print.crazy_eights.lead")
    printed = begin(document, options, stream, t("print.title.crazy_eights"), lead=lead, usual=Orientation.LANDSCAPE)
    printed.fill([_fill])


def _fill(printed: Printed, top: float, room: float) -> None:
    sheet = printed.sheet
    columns = 4 if sheet.width > sheet.height else 2
    labels = [str(number + 1) for number in range(_BOXES)]
    grid_of_frames(printed.surface, sheet.left, top, sheet.inner_width, room - 3, columns, labels, printed.types.small)


OUTPUT: Final = Output(
    id="crazy_eights",
    title="print.title.crazy_eights",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=ACROSS,
    write=write,
    sheets=("crazy_eights_sheet",),
    is_blank=True,
)
