"""The chapters of the sprint book about the journeys: how they feel, what changes, and how sure that is."""

from __future__ import annotations

from exports.comparison_text import figures_story, tracks_story
from exports.flow import Story
from exports.kit.charts import draw_curve
from exports.kit.printed import Printed
from exports.kit.table import add_table
from exports.surface import Surface
from sprint.insight.evidence import journey_evidence
from sprint.journeys import journey_of_kind, journeys, main_route, phases_of, steps_of, steps_of_phase
from sprint.records import Channel, Evidence, Journey, JourneyKind, Step
from sprint.summary import Fate, fates_of

_CURVE_HEIGHT = 52.0
_STEPS_IN_A_CURVE = 24
_BACKED = frozenset({Evidence.HEARD, Evidence.PATTERN, Evidence.MEASURED})


def journey_chapter(printed: Printed, story: Story, journey: Journey) -> None:
    """Tell a journey: its line of feelings, then every step with channel, feeling and how well it is backed."""
    t, types, document = printed.t, printed.types, printed.document
    story.paragraph(journey.title, types.lead)
    route = main_route(document, journey.id)
    for first in range(0, len(route), _STEPS_IN_A_CURVE):
        _add_curve(printed, story, journey, route[first : first + _STEPS_IN_A_CURVE])
    for phase in phases_of(document, journey.id):
        steps = steps_of_phase(document, phase.id)
        if not steps:
            continue
        story.heading(phase.title or t("export.untitled"), types.heading, above=0.8)
        rows = []
        for step in steps:
            channel = "" if step.channel is Channel.NONE else t(f"kind.channel.{step.channel.value}")
            feeling = "" if step.feeling is None else t.signed(step.feeling)
            rows.append((step.title or t("export.untitled_step"), channel, feeling, step.evidence.value))
        add_table(story, types, ("", "", "", ""), rows, (7, 2, 0.8, 0.8))


def _add_curve(printed: Printed, story: Story, journey: Journey, steps: list[Step]) -> None:
    t, width = printed.t, story.width
    if not any(step.feeling is not None for step in steps):
        return
    told = [f"{step.title} {t.signed(step.feeling)}" for step in steps if step.feeling is not None]
    alt = t("print.report.curve_alt", title=journey.title, values="; ".join(told))
    dashed = any(step.evidence not in _BACKED for step in steps if step.feeling is not None)

    def draw(surface: Surface, x: float, y: float) -> None:
        draw_curve(surface, (x, y, width, _CURVE_HEIGHT), steps, dashed, alt, printed.types)

    story.gap(2)
    story.add(_CURVE_HEIGHT, draw)
    if dashed:
        story.paragraph(t("export.dashed"), printed.types.small)


def changes_chapter(printed: Printed, story: Story) -> None:
    """Tell what changes for the citizen: what goes away, is new or changes, in figures and for each track."""
    document, t, types = printed.document, printed.t, printed.types
    now = journey_of_kind(document, JourneyKind.AS_IS)
    later = journey_of_kind(document, JourneyKind.TO_BE)
    if now is None or later is None:
        return
    fates = fates_of(document, now.id, later.id)
    story.pieces += figures_story(document, t, printed.story(), types, now, later)
    for fate, label, journey in (
        (Fate.DROPPED, t("print.report.dropped"), now),
        (Fate.NEW, t("print.report.new"), later),
        (Fate.CHANGED, t("print.report.changed"), later),
    ):
        titles = [step.title for step in steps_of(document, journey.id) if fates.get(step.id) is fate and step.title]
        if titles:
            story.heading(label, types.heading)
        for title in titles:
            story.bullet(title, types.body)
    story.gap(types.body.line)
    story.pieces += tracks_story(document, t, printed.story(), types, now, later)


def evidence_chapter(printed: Printed, story: Story) -> None:
    """Tell how sure each journey is, as a distribution over its steps and never as one number."""
    document, t, types = printed.document, printed.t, printed.types
    story.paragraph(t("print.report.evidence_text"), types.body)
    for journey in journeys(document):
        found = journey_evidence(document, journey.id)
        story.heading(f"{t(f'kind.journey.{journey.kind.value}')} · {journey.title}", types.heading)
        for level in Evidence:
            count = found.levels.get(level, 0)
            if count:
                name = t(f"kind.evidence.{level.value}")
                story.bullet(t("print.report.level", level=name, count=count), types.body)
