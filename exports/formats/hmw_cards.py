"""How-might-we cards, eight on a sheet: the questions that were written, and blank ones to write on."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Draw
from exports.kit.cards import fill_with_cards
from exports.kit.forms import rules
from exports.kit.printed import begin_bare
from exports.options import Options
from exports.paper import Paper
from exports.stroke import Stroke
from exports.surface import Surface
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Note, NoteKind

_WIDTH, _HEIGHT = 95.0, 68.0
_EACH = 8
_PAD = 6.0
_TEXT = Type(26, leading=1.2)
_SMALL = Type(11, bold=True, colour="accent")


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write a card for every question and fill the last sheet with blank ones; a new sprint gets one blank sheet."""
    t = Translator.load(options.language)
    printed = begin_bare(document, options, stream, t("print.title.hmw_cards"))
    notes = [note for note in document.table(Note).values() if note.kind is NoteKind.HOW_MIGHT_WE and note.text.strip()]
    notes.sort(key=lambda note: (note.cluster_id, -note.votes, note.order, note.id))
    cards: list[Draw] = [_card(note.text, t) for note in notes]
    cards += [_card("", t)] * (-len(cards) % _EACH or (_EACH if not cards else 0))
    fill_with_cards(printed, cards, _WIDTH, _HEIGHT)


def _card(text: str, t: Translator) -> Draw:
    def draw(surface: Surface, x: float, y: float) -> None:
        surface.box(x, y, _WIDTH, _HEIGHT, stroke=Stroke("line_soft", 0.3))
        if not text:
            surface.line_of_text(x + _PAD, y + _PAD, t("print.hmw.blank"), _SMALL)
            rules(surface, x + _PAD, y + _PAD + 8, _WIDTH - 2 * _PAD, _HEIGHT - 2 * _PAD - 10, 11)
            return
        height = _HEIGHT - 2 * _PAD - _SMALL.line - 2
        if not text.lower().startswith(t("print.hmw.prefix").lower()):
            surface.line_of_text(x + _PAD, y + _PAD, t("print.hmw.prefix"), _SMALL)
        fitted = surface.setter.fit(text, _WIDTH - 2 * _PAD, height, _TEXT, 9)
        above = (height - len(fitted.lines) * fitted.type.line) / 2
        surface.lines(x + _PAD, y + _PAD + _SMALL.line + above, fitted.shown, fitted.type)

    return draw


OUTPUT: Final = Output(
    id="hmw_cards",
    title="print.title.hmw_cards",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    sheets=("hmw_cards",),
)
