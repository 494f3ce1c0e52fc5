"""A card for every role in the team that says what the role asks."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Draw
from exports.kit.cards import fill_with_cards
from exports.kit.forms import rules
from exports.kit.printed import begin_bare
from exports.kit.roles import LEADING, WORKING, role_called
from exports.options import Options
from exports.paper import Paper
from exports.stroke import Stroke
from exports.surface import Surface
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator
from sprint.summary import team_roles

_WIDTH, _HEIGHT = 95.0, 68.0
_PAD = 7.0
_TITLE = Type(20, bold=True, leading=1.15)
_TEXT = Type(15, leading=1.35)
_EACH = 8


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write a card for every role in the team and for the work of building and testing; blank ones fill the sheet."""
    t = Translator.load(options.language)
    printed = begin_bare(document, options, stream, t("print.title.role_cards"))
    named = [(name, role_called(name)) for name in team_roles(document)] or [(t(role.name), role) for role in LEADING]
    known = {role for _, role in named}
    named += [(t(role.name), role) for role in WORKING if role not in known]
    cards = [_card(name, t(role.told) if role is not None else t("role.member_told"), t) for name, role in named]
    cards += [_card("", "", t)] * (-len(cards) % _EACH)
    fill_with_cards(printed, cards, _WIDTH, _HEIGHT)


def _card(role: str, told: str, t: Translator) -> Draw:
    def draw(surface: Surface, x: float, y: float) -> None:
        surface.box(x, y, _WIDTH, _HEIGHT, stroke=Stroke("line_soft", 0.3))
        surface.box(x, y, _WIDTH, 3, fill="accent")
        top = y + _PAD + 1
        if not role:
            surface.line_of_text(x + _PAD, top, t("role.blank"), _TEXT.coloured("muted"))
            rules(surface, x + _PAD, top + 6, _WIDTH - 2 * _PAD, _HEIGHT - 2 * _PAD - 8, 11)
            return
        fitted = surface.setter.fit(role, _WIDTH - 2 * _PAD, 2 * _TITLE.line, _TITLE, 10)
        top += surface.lines(x + _PAD, top, fitted.shown, fitted.type) + 2
        rest = surface.setter.fit(told, _WIDTH - 2 * _PAD, y + _HEIGHT - _PAD - top, _TEXT)
        surface.lines(x + _PAD, top, rest.shown, rest.type)

    return draw


OUTPUT: Final = Output(
    id="role_cards",
    title="print.title.role_cards",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    sheets=("role_cards",),
)
