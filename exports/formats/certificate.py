"""A certificate for everybody in the team; citizens are asked first and get a card instead."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.kit.cards import draw_notice
from exports.kit.printed import begin_bare
from exports.options import Options
from exports.paper import Orientation, Paper
from exports.sheets import month_of
from exports.signs import draw_logo
from exports.stroke import Stroke
from exports.structure import Element
from exports.surface import Surface
from exports.text import Type
from sprint.agenda import days_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Person
from sprint.sentences import dotted

_EDGE = 14.0


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one sheet for each member of the team, or one with a line for the name."""
    t = Translator.load(options.language)
    printed = begin_bare(document, options, stream, t("print.title.certificate"), usual=Orientation.LANDSCAPE)
    people = sorted(document.table(Person).values(), key=lambda person: (person.order, person.id))
    names = [person.name for person in people if person.name.strip()] or [""]
    for name in names:
        printed.surface.next_page(name)
        _draw(printed.surface, document, t, name)
        draw_notice(printed, _EDGE, printed.sheet.height - _EDGE + 2)
    printed.surface.close()


def _draw(surface: Surface, document: Document, t: Translator, name: str) -> None:
    sheet = surface.sheet
    k = sheet.scale / 0.707
    middle, width = sheet.width / 2, sheet.width - 4 * _EDGE
    surface.box(_EDGE, _EDGE, sheet.width - 2 * _EDGE, sheet.height - 2 * _EDGE, stroke=Stroke("accent", 1.2), radius=6)
    draw_logo(surface, middle - 14 * k, _EDGE + 14 * k, 20 * k)
    y = _EDGE + 44 * k
    title = Type(44 * k, bold=True, colour="accent", leading=1.15)
    with surface.tagged(Element("H1")):
        surface.line_of_text(middle, y, t("print.title.certificate"), title, "middle")
    y += title.line + 6 * k
    small = Type(14 * k, colour="muted")
    surface.line_of_text(middle, y, t("print.certificate.for"), small, "middle")
    y += small.line + 2 * k
    fitted = surface.setter.fit(name, width, 26 * k, Type(34 * k, bold=True, leading=1.15), 12)
    if name:
        surface.lines(middle, y, fitted.shown, fitted.type, "middle")
    else:
        surface.line([(middle - 60 * k, y + 15 * k), (middle + 60 * k, y + 15 * k)], Stroke("line", 0.3))
    y += max(18 * k, len(fitted.lines) * fitted.type.line) + 5 * k
    surface.line_of_text(middle, y, _thanks(document, t), Type(17 * k), "middle")
    told = t("print.certificate.sprint", title=document.sprint.title) if document.sprint.title else ""
    about = surface.setter.fit(told, width, 14 * k, small)
    surface.lines(middle, y + 11 * k, about.shown, about.type, "middle")
    foot = dotted((document.sprint.organisation, month_of(document, t)))
    below = surface.setter.fit(foot, width / 2 - 8 * k, 12 * k, small)
    ground = sheet.height - _EDGE - 14 * k
    surface.lines(2 * _EDGE, ground - len(below.lines) * below.type.line, below.shown, below.type)
    far = sheet.width - 2 * _EDGE
    surface.line([(far - 80 * k, ground - small.line), (far, ground - small.line)], Stroke("line", 0.3))
    surface.line_of_text(far - 80 * k, ground - small.line + 1, t("paper.signature"), small.sized(11 * k))


def _thanks(document: Document, t: Translator) -> str:
    """Say what the certificate is for, with the length of this sprint."""
    days = len(days_of(document))
    return t("paper.certificate", count=days) if days else t("paper.certificate_any")


OUTPUT: Final = Output(
    id="certificate",
    title="print.title.certificate",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=ACROSS[:1],
    write=write,
    sheets=("certificate",),
)
