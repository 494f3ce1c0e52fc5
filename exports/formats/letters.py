"""Large letters to hang beside the sketches, so that nobody needs to know whose they are."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Draw
from exports.kit.cards import fill_with_cards
from exports.kit.printed import begin_bare
from exports.options import Options
from exports.paper import Paper
from exports.surface import Surface
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Note, NoteKind

_SIDE = 70.0
_LEAST, _MOST = 8, 26
_LETTER = Type(150, bold=True, leading=1.0)


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write a card for every sketch, and at least eight."""
    sketches = sum(note.kind is NoteKind.SKETCH for note in document.table(Note).values())
    t = Translator.load(options.language)
    printed = begin_bare(document, options, stream, t("print.title.letters"))
    cards = [_card(chr(ord("A") + number)) for number in range(min(_MOST, max(_LEAST, sketches)))]
    fill_with_cards(printed, cards, _SIDE, _SIDE)


def _card(letter: str) -> Draw:
    def draw(surface: Surface, x: float, y: float) -> None:
        surface.line_of_text(x + _SIDE / 2, y + (_SIDE - _LETTER.line) / 2, letter, _LETTER, "middle")

    return draw


OUTPUT: Final = Output(
    id="letters",
    title="print.title.letters",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    is_blank=True,
)
