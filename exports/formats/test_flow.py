"""The route of a test in six rows: what citizens see, what they do, and what we want to learn."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.printed import begin
from exports.kit.table import add_table
from exports.options import Options
from exports.paper import Orientation, Paper
from sprint.document import Document
from sprint.edits.storyboard import WINNER
from sprint.i18n import Translator
from sprint.records import Note, NoteKind
from sprint.study.guide import scenes_of

_ROWS = 6
_ROW = 19.0


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the route that was chosen for the test, or each one while none is, else the scenes of the desired journey.

    Without any of these there are empty rows.
    """
    t = Translator.load(options.language)
    printed = begin(
        document, options, stream, t("print.title.test_flow"), lead=t("print.test_flow.lead"),
        usual=Orientation.LANDSCAPE,
    )  # fmt: skip
    head = ("", t("print.test_flow.screen"), t("print.test_flow.task"), t("print.test_flow.learn"))
    story = printed.story()
    for texts in _routes(document) or [[step.title for step in scenes_of(document)]]:
        if story.pieces:
            story.page_break()
        texts = texts + [""] * (_ROWS - len(texts))
        rows = [(str(number + 1), text, "", "") for number, text in enumerate(texts)]
        add_table(story, printed.types, head, rows, (0.5, 4, 4, 4), least=_ROW * printed.sheet.scale / 0.707)
    printed.flow(story.pieces)


def _routes(document: Document) -> list[list[str]]:
    """Give the texts of the route that won, else those of every route."""
    notes = [note for note in document.table(Note).values() if note.kind is NoteKind.TEST_STEP]
    chosen = [note for note in notes if note.mark == WINNER] or notes
    rows: dict[str, list[str]] = {}
    for note in sorted(chosen, key=lambda note: (note.order, note.id)):
        rows.setdefault(note.cluster_id, []).append(note.text)
    return list(rows.values())


OUTPUT: Final = Output(
    id="test_flow",
    title="print.title.test_flow",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=ACROSS,
    write=write,
    sheets=("test_flow_sheet",),
)
