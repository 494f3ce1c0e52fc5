"""A sheet with two halves: what we hope and what we fear."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.forms import frame
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Orientation, Paper
from sprint.document import Document
from sprint.i18n import Translator


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet to put notes on."""
    t = Translator.load(options.language)
    begin(
        document, options, stream, t("print.title.hope_fear"), lead=t("print.hope_fear.lead"),
        usual=Orientation.LANDSCAPE,
    ).fill([_fill])  # fmt: skip


def _fill(printed: Printed, top: float, room: float) -> None:
    surface, sheet, t = printed.surface, printed.sheet, printed.t
    width = (sheet.inner_width - 8) / 2
    type_ = printed.types.lead.bolder()
    frame(surface, sheet.left, top, width, room - 2, t("print.hope_fear.hope"), type_)
    frame(surface, sheet.left + width + 8, top, width, room - 2, t("print.hope_fear.fear"), type_)


OUTPUT: Final = Output(
    id="hope_fear",
    title="print.title.hope_fear",
    suffixes=(".pdf",),
    papers=(Paper.A3, Paper.A4),
    orientations=ACROSS,
    write=write,
    sheets=("hope_fear_sheet",),
    is_blank=True,
)
