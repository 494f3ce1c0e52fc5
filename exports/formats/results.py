"""The results of the questionnaire, every question with its chart, n and interval, each track apart."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.printed import begin
from exports.kit.results_text import add_results, answered
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the results; raises SprintError when nobody answered anything."""
    if not answered(document):
        raise SprintError("print.results.none")
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.results"), lead=t("print.results.lead"))
    story = printed.story()
    add_results(story, printed.types, document, t)
    printed.flow(story.pieces, t("print.title.results"))


OUTPUT: Final = Output(
    id="results",
    title="print.title.results",
    suffixes=(".pdf", ".svg", ".png"),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
)
