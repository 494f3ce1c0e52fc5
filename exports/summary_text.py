"""The parts of the one-page summary: figures, pains with what can be done, voices, decisions and what is parked."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from exports.comparison_text import NONE, add_quote, indent_of
from exports.flow import Draw, Piece, Story
from exports.kit.outcome import is_closing
from exports.kit.sprint_text import with_details
from exports.sheets import Scaled
from exports.signs import draw_face
from exports.stroke import Stroke
from exports.surface import Surface
from exports.text import Setter, Type
from sprint.document import Document
from sprint.frozen import dataclass
from sprint.i18n import Translator, closed
from sprint.journeys import journey_of_kind, journeys
from sprint.records import Decision, JourneyKind, ParkedItem
from sprint.sentences import aside, led
from sprint.summary import JourneyFigures, Pain, deepest_pains, figures_of, voices_of

_TILE_PAD, _TILE_GAP = 3.0, 3.0
_BELOW = Piece(0.8, keeps_next=True)
"""The room under a heading, which stays with what follows."""


class Limits(NamedTuple):
    """How many of each there are at most on the page; what is left out is counted on it."""

    pains: int
    quotes: int
    decisions: int
    parked: int


LIMITS = (Limits(3, 2, 5, 4), Limits(3, 2, 4, 3), Limits(3, 1, 3, 2), Limits(3, 1, 2, 1))
"""From roomy to tight: the first that makes one page of it is taken."""


@dataclass(frozen=True)
class Tile:
    """One figure: what it is, now, and later (empty when there is one journey only)."""

    label: str
    now: str
    later: str


@dataclass(frozen=True)
class Tiles:
    """The most telling figures in a row of boxes."""

    tiles: tuple[Tile, ...]

    def height(self, setter: Setter, width: float, types: Scaled) -> float:
        """Give the height of the row: a large number, and under it the words of the figure that needs most lines."""
        room = self._each(width) - _TILE_PAD * 1.4
        lines = max((len(setter.lines(tile.label, room, types.small)) for tile in self.tiles), default=0)
        return _TILE_PAD * 1.6 + types.lead.line * 1.35 + max(2, lines) * types.small.line

    def draw(self, surface: Surface, x: float, y: float, width: float, types: Scaled) -> None:
        """Draw the row with its top left corner here."""
        each, height = self._each(width), self.height(surface.setter, width, types)
        for number, tile in enumerate(self.tiles):
            surface.box(x + number * (each + _TILE_GAP), y, each, height, fill="band", radius=2)
            self._draw_tile(surface, x + number * (each + _TILE_GAP), y, each, tile, types)

    def _each(self, width: float) -> float:
        return (width - _TILE_GAP * (len(self.tiles) - 1)) / max(1, len(self.tiles))

    @staticmethod
    def _draw_tile(surface: Surface, x: float, y: float, width: float, tile: Tile, types: Scaled) -> None:
        pad, big = _TILE_PAD, types.lead.sized(types.lead.points * 1.35).bolder()
        fitted = surface.setter.fit(tile.now + tile.later, width - 2 * pad - big.size * 1.6, big.line, big)
        number = fitted.type
        surface.line_of_text(x + pad, y + pad * 0.8, tile.now, number.coloured("muted") if tile.later else number)
        if tile.later:
            start = x + pad + surface.setter.width(tile.now, number) + number.size * 0.35
            middle = y + pad * 0.8 + number.line * 0.5
            end = start + number.size * 0.8
            surface.arrow([(start, middle), (end, middle)], Stroke("muted", 0.35), number.size * 0.28)
            surface.line_of_text(end + number.size * 0.35, y + pad * 0.8, tile.later, number)
        top = y + pad * 0.8 + big.line
        surface.paragraph(x + pad, top, width - pad * 1.4, tile.label, types.small)


def figure_tiles(document: Document, t: Translator) -> Tiles:
    """Choose the figures to show: of both journeys, or of the one there is."""
    now = journey_of_kind(document, JourneyKind.AS_IS)
    later = journey_of_kind(document, JourneyKind.TO_BE)
    first = now or later
    if first is None:
        return Tiles(())
    before = figures_of(document, first.id)
    after = figures_of(document, later.id) if now is not None and later is not None else None

    def tile(label: str, worded: Callable[[JourneyFigures], str]) -> Tile:
        return Tile(label, worded(before), "" if after is None else worded(after))

    def dips(one: JourneyFigures) -> str:
        return NONE if one.feelings is None else t.number(one.feelings.dips)

    def last(one: JourneyFigures) -> str:
        return NONE if one.feelings is None else t.signed(one.feelings.last.feeling or 0)

    return Tiles(
        (
            tile(t("export.figure.steps"), lambda one: t.number(one.steps)),
            tile(t("export.figure.contacts"), lambda one: t.number(one.contacts)),
            tile(t("export.figure.wait_days"), lambda one: t.number(one.longest_wait)),
            tile(t("export.figure.dips"), dips),
            tile(t("export.figure.last"), last),
        )
    )


def pains_story(document: Document, t: Translator, story: Story, types: Scaled, limits: Limits) -> list[Piece]:
    """Tell where it hurts most and what could be done, how the journeys end, and what waits."""
    now = journey_of_kind(document, JourneyKind.AS_IS) or next(iter(journeys(document)), None)
    pains = deepest_pains(document, now.id, limits.pains) if now is not None else []
    story.paragraph(t("export.pains"), types.heading, keeps_next=True)
    story.pieces.append(_BELOW)
    if not pains:
        story.paragraph(t("export.no_pains"), types.small)
    for pain in pains:
        _add_pain(story, types, t, pain)
    story.gap(types.body.line * 0.5)
    _add_endings(document, t, story, types)
    _add_parked(document, t, story, types, limits)
    return story.pieces


def _add_pain(story: Story, types: Scaled, t: Translator, pain: Pain) -> None:
    body, indent = types.body, types.body.size * 2.1
    feeling = pain.step.feeling
    title = pain.step.title or t("export.untitled_step")
    level = f" ({t.signed(feeling)})" if feeling is not None else ""
    story.bullet(f"{closed(title)}{level}", body.bolder(), _face(body, feeling), indent)
    for card in pain.pains:
        story.paragraph(card.text, body, indent=indent)
    for card in pain.opportunities:
        words = t("export.opportunity", text=aside(card.text, card.owner))
        story.paragraph(words, body.coloured("good"), indent=indent)
    story.gap(body.line * 0.45)


def _face(body: Type, feeling: int | None) -> Draw:
    """Draw the face of a feeling before a line of text; nothing when the feeling is unknown."""

    def draw(surface: Surface, x: float, y: float) -> None:
        if feeling is not None:
            draw_face(surface, x + body.size * 0.75, y + body.line * 0.5, body.size * 0.68, feeling)

    return draw


def _add_endings(document: Document, t: Translator, story: Story, types: Scaled) -> None:
    found = [(kind, journey_of_kind(document, kind)) for kind in (JourneyKind.AS_IS, JourneyKind.TO_BE)]
    endings = []
    for kind, journey in found:
        feelings = figures_of(document, journey.id).feelings if journey is not None else None
        if feelings is not None:
            name = t("export.now") if kind is JourneyKind.AS_IS else t("export.later")
            endings.append((name, feelings))
    if not endings:
        return
    story.paragraph(t("export.endings"), types.heading, keeps_next=True)
    story.pieces.append(_BELOW)
    for name, feelings in endings:
        last = feelings.last.feeling or 0
        key = t("export.ends_well") if feelings.ends_positive else t("export.ends_not_well")
        text = t("export.ending", name=name, feeling=t.signed(last), verdict=key)
        indent = types.body.size * 2.1
        story.bullet(text, types.body, _face(types.body, last), indent)
        counts = ", ".join((t("export.dips", count=feelings.dips), t("export.peaks", count=feelings.peaks))) + "."
        story.paragraph(counts, types.small, indent=indent)


def outcome_story(document: Document, t: Translator, story: Story, types: Scaled, limits: Limits) -> list[Piece]:
    """Tell what citizens said (n of N) and what was decided."""
    _add_voices(document, t, story, types, limits)
    decisions = _telling(document)
    story.paragraph(t("export.decisions"), types.heading, keeps_next=True)
    story.pieces.append(_BELOW)
    if not decisions:
        story.paragraph(t("export.no_decisions"), types.small)
    for decision in decisions[: limits.decisions]:
        first = len(story.pieces)
        story.bullet(decision.text, types.body, indent=indent_of(types))
        story.paragraph(decision.reason, types.small, indent=indent_of(types))
        story.keep_together(first)
    left = len(decisions) - limits.decisions
    _add_rest(t("export.more_decisions", count=left), left > 0, story, types)
    return story.pieces


def _telling(document: Document) -> list[Decision]:
    """Give the decisions, those of the closing exercise first, then of the last day: what the sprint led to."""
    found = sorted(document.table(Decision).values(), key=lambda one: (one.order, one.id))
    return sorted(
        sorted(found, key=lambda one: one.at[:10], reverse=True), key=lambda one: not is_closing(document, one)
    )


def _add_parked(document: Document, t: Translator, story: Story, types: Scaled, limits: Limits) -> None:
    parked = sorted(document.table(ParkedItem).values(), key=lambda one: (one.order, one.id))
    parked = [item for item in parked if not item.is_done]
    if parked:
        story.gap(types.body.line * 0.7)
        story.paragraph(t("export.parked"), types.heading, keeps_next=True)
        story.pieces.append(_BELOW)
    for item in parked[: limits.parked]:
        story.bullet(with_details(item), types.body, indent=indent_of(types))
    left = len(parked) - limits.parked
    _add_rest(t("export.more_parked", count=left), left > 0, story, types)


def _add_rest(text: str, is_needed: bool, story: Story, types: Scaled) -> None:
    if is_needed:
        story.paragraph(text, types.small, indent=indent_of(types))


def _add_voices(document: Document, t: Translator, story: Story, types: Scaled, limits: Limits) -> None:
    found = sorted(journeys(document), key=lambda journey: journey.kind is not JourneyKind.TO_BE)
    voices = voices_of(document, [journey.id for journey in found])
    story.paragraph(t("export.citizens_said"), types.heading, keeps_next=True)
    story.pieces.append(_BELOW)
    if not voices.remarks:
        story.paragraph(t("export.no_voices"), types.small)
        story.gap(types.body.line * 0.7)
        return
    if voices.participants:
        counted = t("export.n_heard", count=voices.heard, total=voices.participants)
    else:
        counted = t("export.remarks", count=voices.remarks)
    story.paragraph(counted, types.body)
    for one in [one for one in voices.steps if one.people][:2]:
        text = t(
            "export.step_voices", title=led(one.step.title), people=one.people, total=voices.participants,
            glad=one.glad, sorry=one.sorry,
        )  # fmt: skip
        story.bullet(text, types.body, indent=indent_of(types))
    story.gap(types.body.line * 0.4)
    for quote in voices.quotes[: limits.quotes]:
        add_quote(story, types, t, quote)
    story.gap(types.body.line * 0.4)
