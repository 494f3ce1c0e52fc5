"""The decision of the sprint: what was decided and why, the answers to the sprint questions, and room to sign."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Story
from exports.kit.forms import add_field, add_rules, add_tick
from exports.kit.outcome import OUTCOMES, outcome_of
from exports.kit.printed import Printed, begin
from exports.kit.sprint_text import add_answers, add_decisions
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator

_LEAST_LINES, _MOST_LINES = 2, 5


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write what is known, with boxes and lines for what is not."""
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.decision_sheet"), lead=t("print.decision.lead"))

    def add(story: Story, more: int) -> None:
        _add_all(story, printed, _LEAST_LINES + more)

    printed.flow(printed.with_rows(add, _MOST_LINES - _LEAST_LINES), t("print.title.decision_sheet"))


def _add_all(story: Story, printed: Printed, lines: int) -> None:
    document, t, types = printed.document, printed.t, printed.types
    story.heading(t("print.decision.options"), types.heading)
    said = outcome_of(document)
    for outcome in OUTCOMES:
        add_tick(story, t(outcome.name), types, is_ticked=said is not None and said[0] is outcome)
    if said is not None:
        story.paragraph(t("print.decision.ticked", text=said[1]), types.small)
    add_answers(story, types, document, t)
    story.heading(t("export.decisions"), types.heading)
    add_decisions(story, types, document, t)
    for label in (t("print.decision.learned"), t("print.decision.first")):
        story.heading(label, types.heading)
        add_rules(story, lines)
    story.gap(types.body.line)
    add_field(story, t("print.decision.signed"), types)


OUTPUT: Final = Output(
    id="decision_sheet",
    title="print.title.decision_sheet",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    sheets=("decision_sheet",),
)
