"""The results of the questionnaire, every question with its chart, n and interval, each track apart."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.printed import begin
from exports.kit.results_text import add_figure
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.study.figures import figure_cards


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the results; raises SprintError when nobody answered anything."""
    t = Translator.load(options.language)
    figures = figure_cards(document, t)
    if not figures:
        raise SprintError("print.results.none")
    printed = begin(document, options, stream, t("print.title.results"), lead=t("print.results.lead"))
    story = printed.story()
    for figure in figures:
        add_figure(story, printed.types, t, figure)
    printed.flow(story.pieces, t("print.title.results"))


OUTPUT: Final = Output(
    id="results",
    title="print.title.results",
    suffixes=(".pdf", ".svg", ".png"),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
)
