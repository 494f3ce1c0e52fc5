"""A sheet to vote on paper: the letter of every sketch, with room for dots and a reason."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.printed import begin
from exports.kit.table import add_table
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Note, NoteKind

_LEAST, _MOST = 10, 26
_ROW = 21.0


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet with a row for every sketch, and at least ten rows."""
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.voting_sheet"), lead=t("print.voting.lead"))
    notes = [note for note in document.table(Note).values() if note.kind is NoteKind.SKETCH and not note.is_hidden]
    titles = [note.text for note in sorted(notes, key=lambda note: (note.order, note.id))]
    count = min(_MOST, max(_LEAST, len(titles)))
    rows = [(chr(ord("A") + number), titles[number] if number < len(titles) else "", "", "") for number in range(count)]
    head = (t("print.voting.option"), t("print.voting.idea"), t("print.voting.dots"), t("print.voting.why"))
    story = printed.story()
    add_table(story, printed.types, head, rows, (1, 4, 3, 4), least=_ROW)
    printed.flow(story.pieces)


OUTPUT: Final = Output(
    id="voting_sheet",
    title="print.title.voting_sheet",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    sheets=("voting_sheet",),
)
