"""The plan for after the sprint: first steps, owners, checks after 30 and 90 days, and what is measured."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.printed import begin
from exports.kit.sprint_text import add_follow_ups
from exports.options import Options
from exports.paper import Orientation, Paper
from sprint.document import Document
from sprint.i18n import Translator

_EMPTY_ROWS = 7


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the plan with some empty rows."""
    t = Translator.load(options.language)
    printed = begin(
        document, options, stream, t("print.title.follow_up"), lead=t("print.follow.lead"), usual=Orientation.LANDSCAPE
    )
    pieces = printed.with_rows(
        lambda story, count: add_follow_ups(story, printed.types, document, t, count), _EMPTY_ROWS
    )
    printed.flow(pieces, t("print.title.follow_up"))


OUTPUT: Final = Output(
    id="follow_up",
    title="print.title.follow_up",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=ACROSS,
    write=write,
)
