"""The chapters of the sprint book: each a story that tells one thing, left out when there is nothing to tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from exports.comparison_text import add_quote
from exports.flow import Piece, Story
from exports.kit.book_journey import changes_chapter, evidence_chapter, journey_chapter
from exports.kit.kano_text import add_kano
from exports.kit.photos import photo_pieces
from exports.kit.printed import Printed
from exports.kit.results_text import add_figure
from exports.kit.sprint_text import add_answers, add_decisions, add_follow_ups, add_parked
from exports.summary_text import LIMITS, figure_tiles, outcome_story, pains_story
from sprint.agenda import days_of
from sprint.i18n import closed
from sprint.insight.patterns import patterns_of, support_of
from sprint.insight.survey import kano_beside_guess
from sprint.journeys import journey_of_kind, journeys
from sprint.photos import photos_of
from sprint.records import FollowUp, Journey, JourneyKind, ParkedItem, Participant, Step
from sprint.sentences import dotted
from sprint.study.figures import figure_cards
from sprint.study.guide import sprint_questions
from sprint.study.texts import study_of
from sprint.summary import team_roles, voices_of

_MOST_QUOTES = 12
_MOST_PHOTOS = 24


class Chapter(NamedTuple):
    """A chapter: its title and its pieces."""

    title: str
    pieces: list[Piece]


Make = Callable[[Printed, Story], None]


def _chapter_of(journey: Journey) -> Make:
    """Give what writes the chapter of one journey."""
    return lambda one, story: journey_chapter(one, story, journey)


def chapters_of(printed: Printed, goal: str) -> list[Chapter]:
    """Give every chapter that has something to tell, in the order of the book."""
    t, document = printed.t, printed.document
    made: list[tuple[str, Make]] = [
        (t("print.report.summary"), _summary),
        (t("print.report.challenge"), lambda one, story: _challenge(one, story, goal)),
    ]
    for kind, title in ((JourneyKind.AS_IS, t("print.report.before")), (JourneyKind.TO_BE, t("print.report.after"))):
        journey = journey_of_kind(document, kind)
        if journey is not None:
            made.append((title, _chapter_of(journey)))
    if journey_of_kind(document, JourneyKind.AS_IS) and journey_of_kind(document, JourneyKind.TO_BE):
        made.append((t("print.report.changes"), changes_chapter))
    if journeys(document):
        made.append((t("print.report.evidence"), evidence_chapter))
    made += [
        (t("print.report.voices"), _voices),
        (t("print.report.figures"), _figures),
        (t("print.report.decisions"), _decisions),
        (t("print.report.next"), _next),
    ]
    if photos_of(document, ""):
        made.append((t("print.report.photos"), _photos))
    made.append((t("print.report.method"), _method))
    chapters = []
    for title, make in made:
        story = printed.story()
        story.heading(title, printed.types.title.sized(22), 1, above=0)
        make(printed, story)
        chapters.append(Chapter(title, story.pieces))
    return chapters


def _summary(printed: Printed, story: Story) -> None:
    """Tell all of it on one page: as much of each as fits."""
    document, t, types = printed.document, printed.t, printed.types
    story.paragraph(document.sprint.challenge, types.lead)
    tiles = figure_tiles(document, t)
    if tiles.tiles:
        width = story.width
        story.gap(3)
        height = tiles.height(story.setter, width, types)
        story.add(height, lambda surface, x, y: tiles.draw(surface, x, y, width, types))
        story.gap(4)
    used = sum(piece.height for piece in story.pieces)
    for limits in LIMITS:
        told = pains_story(document, t, printed.story(), types, limits)
        told.append(Piece(types.body.line * 0.7))
        told += outcome_story(document, t, printed.story(), types, limits)
        if used + sum(piece.height for piece in told) <= printed.sheets.room:
            break
    story.pieces += told


def _challenge(printed: Printed, story: Story, goal: str) -> None:
    document, t, types = printed.document, printed.t, printed.types
    story.paragraph(document.sprint.challenge or t("paper.no_challenge"), types.lead)
    if goal:
        story.heading(t("print.report.goal"), types.heading)
        story.paragraph(goal, types.body)
    questions = sprint_questions(document)
    if questions:
        story.heading(t("print.report.questions"), types.heading)
    for note in questions:
        story.bullet(note.text, types.body)
    target = document.get(document.sprint.target_step_id) if document.sprint.target_step_id else None
    if isinstance(target, Step):
        story.gap(types.body.line * 0.5)
        story.paragraph(t("print.report.target", title=target.title), types.body)
        story.paragraph(document.sprint.target_reason, types.small)
    roles, people = team_roles(document), len(document.table(Participant))
    if roles or people:
        story.heading(t("print.report.team"), types.heading)
    if roles:
        story.paragraph(t("print.report.team_text", roles=", ".join(closed(role) for role in roles)), types.body)
    if people:
        story.paragraph(t("print.report.citizens", count=people), types.body)


def _voices(printed: Printed, story: Story) -> None:
    document, t, types = printed.document, printed.t, printed.types
    found = sorted(journeys(document), key=lambda journey: journey.kind is not JourneyKind.TO_BE)
    voices = voices_of(document, [journey.id for journey in found])
    if not voices.remarks:
        story.paragraph(t("export.no_voices"), types.body)
        return
    spoke = {one.step.id: one.people for one in voices.steps}
    for quote in voices.quotes[:_MOST_QUOTES]:
        add_quote(story, types, t, quote, spoke[quote.step.id], voices.participants)
        story.gap(types.body.line * 0.3)
    if (left := len(voices.quotes) - _MOST_QUOTES) > 0:
        story.paragraph(t("export.more_quotes", count=left), types.small)
    patterns = patterns_of(document)
    if patterns:
        story.heading(t("print.report.patterns"), types.heading)
    for pattern in patterns:
        support = support_of(document, pattern)
        counted = t("print.report.pattern_n", people=support.people, spoken=support.spoken)
        serious = t("print.report.serious") if support.is_serious else ""
        first = len(story.pieces)
        story.bullet(pattern.title, types.body.bolder())
        story.paragraph(dotted((counted, serious)), types.small, indent=4)
        story.paragraph(pattern.insight, types.body, indent=4)
        story.paragraph(pattern.advice, types.body.coloured("good"), indent=4)
        story.keep_together(first)
        story.gap(types.body.line * 0.4)


def _figures(printed: Printed, story: Story) -> None:
    document, t, types = printed.document, printed.t, printed.types
    pairs = [one for one in kano_beside_guess(document) if one.whole.n]
    figures = figure_cards(document, t)
    if not figures and not pairs:
        story.paragraph(t("print.report.no_figures"), types.body)
        return
    story.paragraph(t("print.results.lead"), types.small)
    for figure in figures:
        add_figure(story, types, t, figure)
    if pairs:
        story.heading(t("print.title.kano_plot"), types.heading)
        add_kano(story, types, pairs, t, story.width * 0.48)


def _decisions(printed: Printed, story: Story) -> None:
    add_decisions(story, printed.types, printed.document, printed.t)
    add_answers(story, printed.types, printed.document, printed.t)


def _next(printed: Printed, story: Story) -> None:
    document, t, types = printed.document, printed.t, printed.types
    if document.table(FollowUp):
        add_follow_ups(story, types, document, t)
    else:
        story.paragraph(t("print.follow.none"), types.body)
    if any(not item.is_done for item in document.table(ParkedItem).values()):
        story.heading(t("print.report.parked"), types.heading)
        add_parked(story, types, document)


def _photos(printed: Printed, story: Story) -> None:
    story.pieces += photo_pieces(
        printed, photos_of(printed.document, printed.t("kind.note.wall"))[:_MOST_PHOTOS], columns=2
    )


def _method(printed: Printed, story: Story) -> None:
    document, t, types = printed.document, printed.t, printed.types
    if days := len(days_of(document)):
        story.paragraph(t("print.report.method_1", count=days), types.body)
    for text in (t("print.report.method_2"), t("print.report.method_3"), t("print.report.method_4")):
        story.gap(types.body.line * 0.4)
        story.paragraph(text, types.body)
    story.gap(types.body.line * 0.4)
    story.paragraph(t("export.legend.evidence"), types.small)
    story.heading(t("print.report.privacy"), types.heading)
    story.paragraph(t("print.report.privacy_1"), types.body)
    study = study_of(document)
    if study.notes_until or study.recordings_until:
        notes, recordings = (t.date_with_year(one) or "…" for one in (study.notes_until, study.recordings_until))
        until = t("print.report.privacy_2", notes=notes, recordings=recordings)
        story.paragraph(until, types.body)
    if study.contact:
        story.paragraph(t("print.report.privacy_3", contact=study.contact), types.body)
