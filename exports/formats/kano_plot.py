"""The Kano plot: what citizens want more of and what they would miss, beside what the team guessed."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.kano_text import add_kano
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.insight.survey import kano_beside_guess


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the plot and the table below it; raises SprintError when no pair was answered."""
    found = [one for one in kano_beside_guess(document) if one.whole.n]
    if not found:
        raise SprintError("print.kano_plot.none")
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.kano_plot"), lead=t("print.kano_plot.lead"))
    story = printed.story()
    add_kano(story, printed.types, found, t, _side(printed))
    printed.flow(story.pieces, t("print.title.kano_plot"))


def _side(printed: Printed) -> float:
    return min(printed.sheet.inner_width * 0.72, printed.sheets.room * 0.55)


OUTPUT: Final = Output(
    id="kano_plot",
    title="print.title.kano_plot",
    suffixes=(".pdf", ".svg", ".png"),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
)
