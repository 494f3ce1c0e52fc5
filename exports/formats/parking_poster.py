"""The parking lot: what was parked, whose it is and when it comes back, with empty rows to write on."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Story
from exports.kit.printed import begin
from exports.kit.table import add_table
from exports.options import TILED, Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import ParkedItem

_EMPTY_ROWS = 9
_ROW = 30.0


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write what is parked now and rows for what is still to come."""
    t = Translator.load(options.language)
    printed = begin(
        document, options, stream, t("paper.parking"), lead=t("print.parking.lead"), factor=1.6,
        name=t("print.title.parking_poster"),
    )  # fmt: skip
    items = sorted(document.table(ParkedItem).values(), key=lambda item: (item.order, item.id))
    rows = [(item.text, item.owner, item.back_when) for item in items if not item.is_done]
    head = (t("print.parking.item"), t("print.parking.owner"), t("print.parking.back"))

    def add(story: Story, count: int) -> None:
        add_table(
            story,
            printed.types,
            head,
            [*rows, *[("", "", "")] * count],
            (6, 2.4, 2.4),
            least=_ROW * printed.sheet.scale,
        )

    printed.flow(printed.with_rows(add, _EMPTY_ROWS))


OUTPUT: Final = Output(
    id="parking_poster",
    title="print.title.parking_poster",
    suffixes=(".pdf",),
    papers=(Paper.A3, Paper.A4, Paper.A2, Paper.A1),
    orientations=UPRIGHT,
    write=write,
    sheets=("parking_poster",),
    takes=TILED,
)
