"""The decision of the sprint: what was decided and why, the answers to the sprint questions, and room to sign."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.forms import add_field, add_rules, add_tick
from exports.kit.printed import begin
from exports.kit.sprint_text import add_answers, add_decisions
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write what is known, with boxes and lines for what is not."""
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.decision_sheet"), lead=t("print.decision.lead"))
    story, types = printed.story(), printed.types
    story.heading(t("print.decision.options"), types.heading)
    for text in (
        t("print.decision.build"), t("print.decision.iterate"), t("print.decision.pivot"), t("print.decision.stop")
    ):  # fmt: skip
        add_tick(story, text, types)
    add_answers(story, types, document, t)
    story.heading(t("export.decisions"), types.heading)
    add_decisions(story, types, document, t)
    for label in (t("print.decision.learned"), t("print.decision.first")):
        story.heading(label, types.heading)
        add_rules(story, 2)
    story.gap(types.body.line)
    add_field(story, t("print.decision.signed"), types)
    printed.flow(story.pieces, t("print.title.decision_sheet"))


OUTPUT: Final = Output(
    id="decision_sheet",
    title="print.title.decision_sheet",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    sheets=("decision_sheet",),
)
