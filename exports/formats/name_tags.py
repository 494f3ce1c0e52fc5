"""Name tags of 85 by 55 mm for the team: the name large, the role below it."""

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
from sprint.records import Person

_WIDTH, _HEIGHT = 85.0, 55.0
_PAD = 6.0
_NAME = Type(44, bold=True, leading=1.1)
_ROLE = Type(15, colour="muted")
_EACH = 10


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write a tag for everybody in the team and fill the last sheet with blank ones; citizens get none."""
    t = Translator.load(options.language)
    printed = begin_bare(document, options, stream, t("print.title.name_tags"))
    people = sorted(document.table(Person).values(), key=lambda person: (person.order, person.id))
    cards = [_tag(person.name, person.role or person.job) for person in people]
    cards += [_tag("", "")] * (-len(cards) % _EACH or (_EACH if not cards else 0))
    fill_with_cards(printed, cards, _WIDTH, _HEIGHT)


def _tag(name: str, role: str) -> Draw:
    def draw(surface: Surface, x: float, y: float) -> None:
        surface.box(x, y, _WIDTH, _HEIGHT, stroke=Stroke("line_soft", 0.3))
        draw_logo(surface, x + _PAD, y + _PAD, 5)
        width = _WIDTH - 2 * _PAD
        small = surface.setter.fit(role, width, 2 * _ROLE.line, _ROLE)
        below = len(small.lines) * small.type.line
        room = _HEIGHT - 2 * _PAD - 7 - below
        fitted = surface.setter.fit(name, width, room, _NAME)
        top = y + _PAD + 6 + max(0.0, (room - len(fitted.lines) * fitted.type.line) / 2)
        surface.lines(x + _PAD, top, fitted.shown, fitted.type)
        surface.lines(x + _PAD, y + _HEIGHT - _PAD - below, small.shown, small.type)

    return draw


OUTPUT: Final = Output(
    id="name_tags",
    title="print.title.name_tags",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    sheets=("name_tags",),
)
