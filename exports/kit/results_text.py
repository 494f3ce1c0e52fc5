"""The figures of a questionnaire as a story: every question with its chart, n and interval, each track apart."""

from __future__ import annotations

from exports.flow import Story
from exports.kit.charts import bars_height, draw_bars
from exports.sheets import Scaled
from exports.structure import DECORATION
from exports.surface import Surface
from sprint.document import Document
from sprint.i18n import Translator, closed
from sprint.insight.survey import Spread, Summary, summarise
from sprint.records import Answer, Instrument, Journey, Question, Step, Track
from sprint.sentences import dotted
from sprint.study.instruments import SUCCESS_ANSWERS


def answered(document: Document) -> list[Question]:
    """Give the questions that somebody answered, in order; Kano pairs have a plot of their own."""
    asked = sorted(document.table(Question).values(), key=lambda question: (question.order, question.id))
    has = {answer.question_id for answer in document.table(Answer).values()}
    return [one for one in asked if one.id in has and one.instrument is not Instrument.KANO]


def add_results(story: Story, types: Scaled, document: Document, t: Translator) -> None:
    """Add every question that was answered."""
    for question in answered(document):
        _add_question(story, types, document, t, summarise(document, question.id))


def _add_question(story: Story, types: Scaled, document: Document, t: Translator, found: Summary) -> None:
    question = found.question
    first = len(story.pieces) + 1
    story.heading(question.text or t("export.untitled_block"), types.body.bolder(), 2, above=0.9)
    about = document.get(question.step_id or question.journey_id)
    if isinstance(about, Journey | Step):
        story.paragraph(t("print.results.about", title=about.title), types.small, keeps_next=True)
    parts = [(t("print.results.all"), found.whole)]
    parts += [(t(f"kind.track.{track.value}"), spread) for track, spread in found.tracks if track is not Track.OPEN]
    shown = [(name, spread) for name, spread in parts if spread.n]
    gap = 6.0
    width = (story.width - gap * (len(shown) - 1)) / max(1, len(shown))
    if shown and question.highest - question.lowest <= 10:
        _add_charts(story, types, t, question, shown, width, gap)
    for name, spread in shown:
        told = spread_in_words(spread, t, is_scale=not point_names(question, t))
        story.paragraph(f"{name}: {told}", types.small)
    story.keep_together(first)
    if found.words:
        story.paragraph(t("print.results.words"), types.small.bolder(), keeps_next=True)
    for words in found.words:
        story.bullet(f"“{words}”", types.body)


def point_names(question: Question, t: Translator) -> dict[int, str]:
    """Name the points of a scale that are words on paper; none for a scale of numbers."""
    if question.instrument is not Instrument.SUCCESS:
        return {}
    return {question.lowest + number: t(answer) for number, answer in enumerate(SUCCESS_ANSWERS)}


def _add_charts(
    story: Story, types: Scaled, t: Translator, question: Question, shown: list[tuple[str, Spread]], width: float,
    gap: float,
) -> None:  # fmt: skip
    names = point_names(question, t)
    alts = []
    for name, spread in shown:
        counts = spread.distribution(question.lowest, question.highest)
        values = ", ".join(
            t("print.results.chosen", point=names.get(point, str(point)), count=count)
            for point, count in counts
            if count
        )
        alts.append(t("print.results.alt", text=f"{closed(question.text)} ({name})", values=values))

    def draw(surface: Surface, x: float, y: float) -> None:
        for number, ((name, spread), alt) in enumerate(zip(shown, alts, strict=True)):
            counts = spread.distribution(question.lowest, question.highest)
            left = x + number * (width + gap)
            with surface.tagged(DECORATION):
                surface.line_of_text(left, y, name, types.small)
            draw_bars(surface, left, y + types.small.line, width, counts, types, alt, names)

    story.add(bars_height(types) + types.small.line + 1, draw, keeps_next=True)


def spread_in_words(spread: Spread, t: Translator, *, is_scale: bool = True) -> str:
    """Say what some answers amount to: always with n, a number only from five answers on, and its interval.

    Answers that are words have no middle.
    """
    parts = [t("print.results.n", count=spread.n)]
    if spread.is_dots:
        parts.append(t("print.results.dots"))
    if spread.share is not None:
        parts.append(t("print.results.share", share=spread.share.people, count=spread.share.n))
    if spread.median is not None and is_scale:
        parts.append(t("print.results.median", value=t.number(spread.median, 1)))
    if spread.mean is not None and spread.interval is not None:
        low, high = (t.number(end, 1) for end in (spread.interval.low, spread.interval.high))
        parts.append(t("print.results.mean", value=t.number(spread.mean, 1), low=low, high=high))
    if spread.is_indicative:
        parts.append(t("print.results.indicative"))
    return dotted(parts)
