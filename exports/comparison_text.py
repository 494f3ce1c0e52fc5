"""The texts under a comparison: figures of both journeys, the two tracks and the law, and what citizens said."""

from __future__ import annotations

from collections.abc import Callable

from exports.flow import Draw, Piece, Story
from exports.sheets import Scaled
from exports.signs import draw_track
from exports.surface import Surface
from sprint.document import Document
from sprint.i18n import Translator
from sprint.journeys import steps_of
from sprint.records import Journey, Persona, Track
from sprint.sentences import dotted, ended, led
from sprint.summary import JourneyFigures, Quote, figures_of, voices_of

MOST_QUOTES = 3
MOST_FRAMES = 2
NONE = "–"
"""Stands where there is no figure to show."""


def figures_story(
    document: Document, t: Translator, story: Story, types: Scaled, now: Journey, later: Journey
) -> list[Piece]:
    """Set the figures of both journeys side by side: a table, not a grade."""
    before, after = figures_of(document, now.id), figures_of(document, later.id)
    story.paragraph(t("export.figures"), types.heading, keeps_next=True)
    _figure_row(story, types, "", t("export.column_now"), t("export.column_later"), is_head=True)
    for label, old, new in figure_rows(t, before, after):
        story.rule()
        _figure_row(story, types, label, old, new)
    return story.pieces


def figure_rows(t: Translator, before: JourneyFigures, after: JourneyFigures) -> list[tuple[str, str, str]]:
    """Word the figures of two journeys: label, now, later."""

    def row(label: str, worded: Callable[[JourneyFigures], str]) -> tuple[str, str, str]:
        return label, worded(before), worded(after)

    def dips(one: JourneyFigures) -> str:
        return NONE if one.feelings is None else t.number(one.feelings.dips)

    def last(one: JourneyFigures) -> str:
        return NONE if one.feelings is None else t.signed(one.feelings.last.feeling or 0)

    rows = [
        row(t("export.figure.steps"), lambda one: t.number(one.steps)),
        row(t("export.figure.contacts"), lambda one: t.number(one.contacts)),
        row(t("export.figure.letters"), lambda one: t.number(one.letters)),
        row(t("export.figure.longest_wait"), lambda one: t("export.days", count=one.longest_wait)),
    ]
    if before.hand_overs or after.hand_overs:
        rows.append(row(t("export.figure.hand_overs"), lambda one: t.number(one.hand_overs)))
    return [*rows, row(t("export.figure.dips"), dips), row(t("export.figure.last"), last)]


def _figure_row(story: Story, types: Scaled, label: str, old: str, new: str, *, is_head: bool = False) -> None:
    width, body = story.width, types.body
    lines = story.setter.lines(label, width * 0.62, body) or ("",)
    strong = body.coloured("muted") if is_head else body.bolder()
    plain = body.coloured("muted") if is_head else body
    pad = 0.0 if is_head else body.line * 0.14

    def draw(surface: Surface, x: float, y: float) -> None:
        surface.lines(x, y + pad, lines, body)
        surface.line_of_text(x + width * 0.82, y + pad, old, plain, "right")
        surface.line_of_text(x + width, y + pad, new, strong, "right")

    story.add(len(lines) * body.line + 2 * pad, draw, keeps_next=is_head)


def tracks_story(
    document: Document, t: Translator, story: Story, types: Scaled, now: Journey, later: Journey
) -> list[Piece]:
    """Tell for whom each track is, and what the law keeps as it is."""
    personas = sorted(document.table(Persona).values(), key=lambda persona: (persona.order, persona.id))
    chosen = [persona for persona in personas if persona.track is not Track.OPEN]
    if chosen:
        story.paragraph(t("export.two_tracks"), types.heading, keeps_next=True)
    for persona in chosen:
        role = "track_saved" if persona.track is Track.SAVED else "track_spent"
        name = t(f"kind.track.{persona.track.value}")
        story.bullet(name, types.body.bolder().coloured(role), track_mark(persona.track, types), indent_of(types))
        told = " ".join(ended(part.strip()) for part in (persona.name, persona.situation or persona.goal) if part)
        story.paragraph(told, types.body, indent=indent_of(types))
        story.gap(types.body.line * 0.3)
    frames = [step.legal_frame for step in steps_of(document, later.id) if step.legal_frame]
    frames = list(dict.fromkeys(frames)) or list(
        dict.fromkeys(step.legal_frame for step in steps_of(document, now.id) if step.legal_frame)
    )
    if frames:
        first = len(story.pieces)
        story.paragraph(t("export.law"), types.body.bolder(), keeps_next=True)
        for frame in frames[:MOST_FRAMES]:
            story.paragraph(frame, types.body)
        if (left := len(frames) - MOST_FRAMES) > 0:
            story.paragraph(t("export.more_frames", count=left), types.small)
        story.keep_together(first)
    return story.pieces


def voices_story(
    document: Document, t: Translator, story: Story, types: Scaled, now: Journey, later: Journey
) -> list[Piece]:
    """Let citizens speak about the desired journey; about the present one when they did not see the other."""
    voices = voices_of(document, [later.id])
    if not voices.quotes:
        voices = voices_of(document, [now.id])
    if not voices.quotes:
        return story.pieces
    story.paragraph(t("export.citizens_said"), types.heading, keeps_next=True)
    spoke = {one.step.id: one.people for one in voices.steps}
    for quote in voices.quotes[:MOST_QUOTES]:
        add_quote(story, types, t, quote, spoke[quote.step.id], voices.participants)
    if (left := len(voices.quotes) - MOST_QUOTES) > 0:
        story.paragraph(t("export.more_quotes", count=left), types.small)
    return story.pieces


def add_quote(story: Story, types: Scaled, t: Translator, quote: Quote, people: int = 0, total: int = 0) -> None:
    """Add a citizen's words, and under them who said it (a code) and how many of all spoke about this step."""
    story.paragraph(in_quotes(quote.text), types.lead, keeps_next=True)
    who = quote.code or t("export.a_citizen")
    counted = t("export.n_of", count=people, total=total) if total and people else ""
    text = dotted((who, quote.step.title))
    text = f"{led(text)} {counted}" if counted else text
    mark = track_mark(quote.track, types) if quote.track is not Track.OPEN else None
    if mark is None:
        story.paragraph(text, types.small)
    else:
        story.bullet(text, types.small, mark, indent_of(types))
    story.gap(types.small.line * 0.45)


def in_quotes(text: str) -> str:
    """Put quotation marks around words that have none yet."""
    return text if text[:1] in "“\"‘'„" else f"“{text}”"


def indent_of(types: Scaled) -> float:
    """Give the room that a sign before a text takes, in millimetres."""
    return types.body.size * 1.5


def track_mark(track: Track, types: Scaled) -> Draw:
    """Draw the sign of a track before a line of body text."""
    size, line = types.body.size, types.body.line
    return lambda surface, x, y: draw_track(surface, x + size * 0.5, y + line * 0.5, size * 0.5, track)
