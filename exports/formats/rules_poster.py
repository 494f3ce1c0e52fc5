"""How we work together, large enough to read from the back of the room."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.printed import Printed, begin
from exports.options import TILED, Options
from exports.paper import Paper
from exports.text import Type
from sprint.agenda import blocks_of, days_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Note, NoteKind

_MOST = 10
_LARGEST = 44.0
_TITLE = 1.8


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet: the rules the team agreed on, or else the usual ones."""
    t = Translator.load(options.language)
    begin(document, options, stream, t("print.rules.heading"), factor=_TITLE).fill([_fill])


def rules_of(document: Document, t: Translator) -> list[str]:
    """Give the rules that the team wrote, in the order of the days, or else the usual eight."""
    places = {
        block.id: n for n, block in enumerate(b for day in days_of(document) for b in blocks_of(document, day.id))
    }
    own = [note for note in document.table(Note).values() if note.kind is NoteKind.RULE and note.text.strip()]
    own.sort(key=lambda note: (places.get(note.block_id, 0), note.order, note.id))
    usual = (
        t("print.rule.1"), t("print.rule.2"), t("print.rule.3"), t("print.rule.4"), t("print.rule.5"),
        t("print.rule.6"), t("print.rule.7"), t("print.rule.8"),
    )  # fmt: skip
    return [note.text for note in own[:_MOST]] or list(usual)


def _fill(printed: Printed, top: float, room: float) -> None:
    surface, sheet, setter = printed.surface, printed.sheet, printed.surface.setter
    rules = rules_of(printed.document, printed.t)
    points = _LARGEST * sheet.scale
    indent = 14.0 * sheet.scale
    while True:
        type_ = Type(points, leading=1.22)
        lines = [setter.lines(rule, sheet.inner_width - indent, type_) for rule in rules]
        height = sum(len(one) for one in lines) * type_.line + len(rules) * type_.line * 0.6
        if height <= room or points <= 12:
            break
        points -= 1
    y = top + max(0.0, min(8.0, (room - height) / 2))
    for number, one in enumerate(lines):
        surface.line_of_text(sheet.left, y, str(number + 1), type_.bolder().coloured("accent"))
        y += surface.lines(sheet.left + indent, y, one, type_) + type_.line * 0.6


OUTPUT: Final = Output(
    id="rules_poster",
    title="print.title.rules_poster",
    suffixes=(".pdf",),
    papers=(Paper.A3, Paper.A4, Paper.A2, Paper.A1),
    orientations=UPRIGHT,
    write=write,
    sheets=("rules_poster",),
    takes=TILED,
)
