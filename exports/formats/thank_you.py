"""A card that thanks a citizen; without a name, so that it can be given to everybody."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Draw
from exports.kit.cards import fill_with_cards
from exports.kit.printed import begin_bare
from exports.options import Options
from exports.paper import Paper
from exports.signs import draw_logo
from exports.stroke import Stroke
from exports.surface import Surface
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator

_WIDTH, _HEIGHT = 190.0, 138.0
_PAD = 16.0
_EACH = 2
_TITLE = Type(40, bold=True, colour="accent", leading=1.15)
_TEXT = Type(17, leading=1.4)
_SMALL = Type(12, colour="muted")


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet with two cards."""
    t = Translator.load(options.language)
    printed = begin_bare(document, options, stream, t("print.title.thank_you"))
    fill_with_cards(printed, [_card(document.sprint.organisation, t)] * _EACH, _WIDTH, _HEIGHT)


def _card(organisation: str, t: Translator) -> Draw:
    def draw(surface: Surface, x: float, y: float) -> None:
        surface.box(x, y, _WIDTH, _HEIGHT, stroke=Stroke("line_soft", 0.3))
        draw_logo(surface, x + _WIDTH - _PAD - 22, y + _PAD, 15)
        top = y + _PAD + 8
        top += surface.paragraph(x + _PAD, top, _WIDTH - 2 * _PAD - 30, t("print.thanks.title"), _TITLE) + 5
        surface.paragraph(x + _PAD, top, _WIDTH - 2 * _PAD, t("print.thanks.text"), _TEXT)
        if organisation:
            words = t("print.thanks.sign", name=organisation)
            fitted = surface.setter.fit(words, _WIDTH - 2 * _PAD, 2 * _SMALL.line, _SMALL)
            height = len(fitted.lines) * fitted.type.line
            surface.lines(x + _PAD, y + _HEIGHT - _PAD - height, fitted.shown, fitted.type)

    return draw


OUTPUT: Final = Output(
    id="thank_you",
    title="print.title.thank_you",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
)
