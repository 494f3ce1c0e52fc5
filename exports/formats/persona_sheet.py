"""A sheet for every persona with what is known, and a blank one to fill in together."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Piece, Story, draw_pieces
from exports.kit.forms import frame, rules
from exports.kit.printed import Printed, begin
from exports.options import Options
from exports.paper import Paper
from exports.sheets import Head, kicker_of
from exports.signs import draw_track
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Channel, Persona, Track
from sprint.sentences import dotted

_GAP = 4.0
_LARGER = 1.25
"""Boxes have room: their texts are larger than those of a page, and shrink when there is much to say."""


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write a sheet for every persona and a blank one at the end."""
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.persona_sheet"))
    personas = sorted(document.table(Persona).values(), key=lambda persona: (persona.order, persona.id))
    everybody = [*personas, Persona(id="blank")]
    printed.sheets.begin(len(everybody))
    for persona in everybody:
        title = persona.name or t("print.persona.blank")
        track = t(f"kind.track.{persona.track.value}") if persona.name else ""
        printed.sheets.set_head(Head(kicker_of(document, t), track, title, persona.situation))
        printed.sheets.next(title)
        _draw(printed, persona)
    printed.sheets.finish()


def _draw(printed: Printed, persona: Persona) -> None:
    surface, sheet, types, t = printed.surface, printed.sheet, printed.types, printed.t
    fields = _fields(persona, t)
    top = printed.sheets.top
    if persona.name:
        top += _quote(printed, persona, top)
    room = printed.sheets.bottom - top - types.small.line * 1.4
    columns = 2
    large = types.body.sized(types.body.points * _LARGER)
    rows = -(-len(fields) // columns)
    width = (sheet.inner_width - _GAP) / columns
    height = (room - _GAP * (rows - 1)) / rows
    for number, (label, text) in enumerate(fields):
        x = sheet.left + number % columns * (width + _GAP)
        y = top + number // columns * (height + _GAP)
        frame(surface, x, y, width, height, label, types.small)
        inner = y + 2.5 + len(surface.setter.lines(label, width - 5, types.small)) * types.small.line
        if text:
            fitted = surface.setter.fit(text, width - 6, y + height - inner - 1.5, large)
            lines = printed.sheets.long.shortened((*fitted.lines, *fitted.rest), max(1, len(fitted.lines)), label, text)
            surface.lines(x + 2.5, inner, lines, fitted.type)
        else:
            rules(surface, x + 3, inner - 2, width - 6, y + height - inner, 8.5)
    story = Story(surface.setter, sheet.inner_width)
    story.paragraph(_basis(persona, t), types.small)
    draw_pieces(surface, sheet.left, printed.sheets.bottom - types.small.line, story.pieces[:1])


def _quote(printed: Printed, persona: Persona, top: float) -> float:
    types, surface, sheet = printed.types, printed.surface, printed.sheet
    story = printed.story(sheet.inner_width - 10)
    if persona.quote:
        words = persona.quote if persona.quote[:1] in '“"‘' else f"“{persona.quote}”"
        story.paragraph(words, types.lead, indent=7 if persona.track is not Track.OPEN else 0)
        story.gap(3)
    if persona.track is not Track.OPEN and persona.quote:
        draw_track(surface, sheet.left + 2.5, top + types.lead.line / 2, 2.4, persona.track)
    pieces: list[Piece] = story.pieces
    draw_pieces(surface, sheet.left, top, pieces)
    return sum(piece.height for piece in pieces)


def _fields(persona: Persona, t: Translator) -> list[tuple[str, str]]:
    channel = "" if persona.channel is Channel.NONE else t(f"kind.channel.{persona.channel.value}")
    fields = [
        (t("print.persona.goal"), persona.goal),
        (t("print.persona.needs"), persona.needs),
        (t("print.persona.fears"), persona.fears),
        (t("print.persona.ability"), persona.ability),
        (t("print.persona.supports"), persona.supports),
        (t("print.persona.channel"), dotted((channel, persona.channel_skill))),
        (t("print.persona.language"), persona.language),
        (t("print.persona.accessibility"), persona.accessibility),
        (t("print.persona.worth"), persona.worth),
        (t("print.persona.overlooked"), persona.overlooked),
    ]
    return fields if persona.name else [(t("print.persona.name"), ""), *fields[:9]]


def _basis(persona: Persona, t: Translator) -> str:
    if not persona.name:
        return t("print.persona.fictional")
    if not persona.interviews:
        return t("print.persona.assumed")
    return f"{t('print.persona.interviews', count=persona.interviews)} {t('print.persona.fictional')}"


OUTPUT: Final = Output(
    id="persona_sheet",
    title="print.title.persona_sheet",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    sheets=("persona_sheet",),
)
