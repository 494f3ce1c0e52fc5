"""The observer grid for the wall: a column for every citizen, a row for every step, with room to write."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.printed import begin
from exports.kit.table import add_table
from exports.options import Options
from exports.paper import Orientation, Paper
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Attendance, Participant
from sprint.study.guide import scenes_of

_MOST_COLUMNS = 6
_BLANK_CODES = 5
_BLANK_ROWS = 8
_ROW = 22.0
_FACTOR = 1.25
"""It hangs on the wall: larger type than on a sheet in the hand."""


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the grid; more than six citizens go on sheets beside each other."""
    t = Translator.load(options.language)
    printed = begin(
        document, options, stream, t("print.title.observer_grid"), lead=t("print.observer.lead"),
        usual=Orientation.LANDSCAPE, legend=t("print.observer.legend"),
        factor=_FACTOR,
    )  # fmt: skip
    people = sorted(document.table(Participant).values(), key=lambda person: (person.order, person.id))
    codes = [person.code for person in people if person.attendance is not Attendance.CANCELLED]
    codes = codes or [str(number + 1) for number in range(_BLANK_CODES)]
    titles = [step.title for step in scenes_of(document)] or [""] * _BLANK_ROWS
    story = printed.story()
    least = max(_ROW, (printed.sheets.room - 14) / len(titles)) if len(titles) * _ROW < printed.sheets.room else _ROW
    sheets = -(-len(codes) // _MOST_COLUMNS)
    each = -(-len(codes) // sheets)
    for first in range(0, len(codes), each):
        part = codes[first : first + each]
        rows = [(title, *[""] * len(part)) for title in titles]
        shares = (1.2, *[2.0] * len(part))
        add_table(story, printed.types, (t("print.observer.step"), *part), rows, shares, least=least, is_ruled=True)
    printed.flow(story.pieces)


OUTPUT: Final = Output(
    id="observer_grid",
    title="print.title.observer_grid",
    suffixes=(".pdf",),
    papers=(Paper.A3, Paper.A4),
    orientations=ACROSS,
    write=write,
    sheets=("observer_grid",),
)
