"""The maturity sheet: three stages by six levers, with what the team chose; nothing is added up."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.forms import square
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Orientation, Paper
from exports.stroke import Stroke
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Maturity, MaturityLever, MaturityMark, MaturityStage

_NAME_WIDTH = 30.0
_CHOICES = (Maturity.ABSENT, Maturity.STARTED, Maturity.WORKS)


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet."""
    t = Translator.load(options.language)
    begin(
        document, options, stream, t("print.title.maturity"), lead=t("print.maturity.lead"), usual=Orientation.LANDSCAPE
    ).fill([_fill])


def _fill(printed: Printed, top: float, room: float) -> None:
    surface, sheet, types, t = printed.surface, printed.sheet, printed.types, printed.t
    marks = {(mark.stage, mark.lever): mark for mark in printed.document.table(MaturityMark).values()}
    left = sheet.left + _NAME_WIDTH * sheet.scale / 0.707
    width = (sheet.right - left) / len(MaturityStage)
    head = types.body.line + 3
    height = (room - head - 3) / len(MaturityLever)
    for column, stage in enumerate(MaturityStage):
        surface.line_of_text(left + column * width + 2.5, top, t(f"print.stage.{stage.value}"), types.body.bolder())
    for row, lever in enumerate(MaturityLever):
        y = top + head + row * height
        surface.paragraph(
            sheet.left, y + 2, left - sheet.left - 2, t(f"print.lever.{lever.value}"), types.body.bolder()
        )
        for column, stage in enumerate(MaturityStage):
            x = left + column * width
            surface.box(x, y, width - 1.5, height - 1.5, stroke=Stroke("line", 0.3), radius=1.5)
            mark = marks.get((stage, lever))
            _cell(printed, x + 2.5, y + 1.5, width - 6, height - 4, mark)


def _cell(printed: Printed, x: float, y: float, width: float, height: float, mark: MaturityMark | None) -> None:
    surface, types, t = printed.surface, printed.types, printed.t
    small = types.small.coloured("ink")
    size = small.size
    at = x
    for choice in _CHOICES:
        square(surface, at, y + (small.line - size) / 2, size)
        if mark is not None and mark.mark is choice:
            surface.line([(at, y + (small.line - size) / 2), (at + size, y + (small.line + size) / 2)], Stroke())
            surface.line([(at + size, y + (small.line - size) / 2), (at, y + (small.line + size) / 2)], Stroke())
        word = t(f"print.mark.{choice.value}")
        surface.line_of_text(at + size + 1, y, word, small)
        at += size + 1 + surface.setter.width(word, small) + 4
    if mark is not None and mark.remark:
        fitted = surface.setter.fit(mark.remark, width, height - small.line - 1, types.small)
        lines = (*fitted.lines, *fitted.rest)
        label = f"{t(f'print.lever.{mark.lever.value}')} · {t(f'print.stage.{mark.stage.value}')}"
        shown = printed.sheets.long.shortened(lines, max(1, len(fitted.lines)), label, mark.remark)
        surface.lines(x, y + small.line + 0.5, shown, fitted.type)


OUTPUT: Final = Output(
    id="maturity_sheet",
    title="print.title.maturity",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=ACROSS,
    write=write,
)
