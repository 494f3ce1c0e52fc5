"""The chapters of the sprint book about the journeys: how they feel, what changes, and how sure that is."""

from __future__ import annotations

from exports.comparison_text import figures_story, tracks_story
from exports.flow import Piece, Story
from exports.kit.charts import Curve
from exports.kit.columns import add_columns
from exports.kit.printed import Printed
from exports.kit.table import add_table
from exports.structure import Element
from exports.surface import Surface
from sprint.i18n import closed
from sprint.insight.evidence import journey_evidence
from sprint.journeys import journey_of_kind, journeys, main_route, phases_of, steps_of, steps_of_phase
from sprint.records import Channel, Evidence, Journey, JourneyKind, Step
from sprint.sentences import listed
from sprint.summary import Fate, fates_of

_CURVE_HEIGHT = 44.0
_STEPS_IN_A_CURVE = 24
_COLUMN_GAP = 6.0
_MOST_TITLES = 24
"""Every step stands in the table of its journey; what changes must be read at a glance."""
_BACKED = frozenset({Evidence.HEARD, Evidence.PATTERN, Evidence.MEASURED})


def journey_chapter(printed: Printed, story: Story, journey: Journey) -> None:
    """Tell a journey: its line of feelings, then every step with channel, feeling and how well it is backed."""
    t, types, document = printed.t, printed.types, printed.document
    story.paragraph(journey.title, types.lead)
    route = main_route(document, journey.id)
    numbers = {step.id: number + 1 for number, step in enumerate(route)}
    for first in range(0, len(route), _STEPS_IN_A_CURVE):
        _add_curve(printed, story, journey, route[first : first + _STEPS_IN_A_CURVE], first + 1)
    rows = []
    for phase in phases_of(document, journey.id):
        title = phase.title or t("export.untitled_phase")
        for step in steps_of_phase(document, phase.id):
            channel = "" if step.channel is Channel.NONE else t(f"kind.channel.{step.channel.value}")
            feeling = "" if step.feeling is None else t.signed(step.feeling)
            number = str(numbers[step.id]) if step.id in numbers else ""
            rows.append((title, number, step.title or t("export.untitled_step"), channel, feeling, step.evidence.value))
            title = ""
    if rows:
        head = (t("paper.phase"), "", t("paper.step"), t("paper.channel"), t("paper.feeling"), t("paper.sure"))
        if len(numbers) < len(rows):
            # Said before the table: after it the sentence could come alone on a new page.
            story.paragraph(t("paper.side_steps"), types.small)
        story.gap(types.body.line * 0.4)
        narrow = 0.6 if len(numbers) < 100 else 0.9  # a number of three figures stays on one line
        add_table(story, types, head, rows, (2.3, narrow, 5.7 - narrow, 1.9, 1.5, 1.2))


def _add_curve(printed: Printed, story: Story, journey: Journey, steps: list[Step], first: int) -> None:
    t, width = printed.t, story.width
    if not any(step.feeling is not None for step in steps):
        return
    told = [f"{closed(step.title)} {t.signed(step.feeling)}" for step in steps if step.feeling is not None]
    alt = t("print.report.curve_alt", title=journey.title, values=listed(told))
    dashed = any(step.evidence not in _BACKED for step in steps if step.feeling is not None)
    curve = Curve(steps, first, dashed, alt)
    height = _CURVE_HEIGHT + curve.height_of_names(story.setter, width, printed.types)

    def draw(surface: Surface, x: float, y: float) -> None:
        curve.draw(surface, (x, y, width, _CURVE_HEIGHT), printed.types)

    story.gap(2)
    story.add(height, draw)
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
    gone, new, changed = (
        _titles(printed, label, [step for step in steps_of(document, journey.id) if fates.get(step.id) is fate])
        for fate, label, journey in (
            (Fate.DROPPED, t("print.report.dropped"), now),
            (Fate.NEW, t("print.report.new"), later),
            (Fate.CHANGED, t("print.report.changed"), later),
        )
    )
    story.gap(types.body.line)
    # What goes away stands beside what comes: that is how the change is read.
    add_columns(
        story, [gone, [*new, *([Piece(types.body.line)] if new and changed else []), *changed]], story.width / 2
    )
    story.gap(types.body.line)
    story.pieces += tracks_story(document, t, printed.story(), types, now, later)


def _titles(printed: Printed, label: str, steps: list[Step]) -> list[Piece]:
    """Give a heading and the titles of some steps, as a column of half the width."""
    titles = [step.title for step in steps if step.title]
    if not titles:
        return []
    types, column = printed.types, printed.story(printed.sheet.inner_width / 2 - _COLUMN_GAP)
    part = Element("Sect")
    column.paragraph(label, types.heading, keeps_next=True, role="H2", parent=part)
    rows = Element("L", part)
    for title in titles[:_MOST_TITLES]:
        column.bullet(title, types.body, parent=rows)
    if (left := len(titles) - _MOST_TITLES) > 0:
        column.paragraph(printed.t("paper.more_steps", count=left), types.small, indent=4, parent=part)
    return column.pieces


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
