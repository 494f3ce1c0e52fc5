"""The figures of a questionnaire as a story: a chart for everything that was asked, and the same told in words."""

from __future__ import annotations

from exports.comparison_text import in_quotes
from exports.flow import Story
from exports.kit.charts import UNIT, draw_chart
from exports.sheets import Scaled
from exports.surface import Surface
from sprint.i18n import Translator, closed
from sprint.sentences import ended
from sprint.study.charts import dot_rows
from sprint.study.figures import FigureCard


def add_figure(story: Story, types: Scaled, t: Translator, figure: FigureCard) -> None:
    """Add one thing that was asked, on one page as far as its chart and what it tells."""
    first = len(story.pieces) + 1
    story.heading(figure.title or t("export.untitled_block"), types.body.bolder(), 2, above=0.9)
    story.paragraph(figure.note, types.small, keeps_next=True)
    chart = dot_rows(figure.rows, figure.scale, story.width / UNIT, t.number)
    alt = f"{figure.title}: {' '.join(figure.told)}"

    def draw(surface: Surface, x: float, y: float) -> None:
        draw_chart(surface, x, y, chart, types, alt)

    story.add(chart.height * UNIT + 1, draw, keeps_next=True)
    for line in figure.told:
        story.paragraph(line, types.small.coloured("ink"))
    story.keep_together(first)
    if figure.items:
        story.gap(types.small.line * 0.3)
        story.paragraph(t("print.results.items"), types.small.bolder(), keeps_next=True)
    for question, said in figure.items:
        story.bullet(f"{closed(ended(question))} {said}", types.small.coloured("ink"))
    if figure.words:
        story.gap(types.small.line * 0.3)
        story.paragraph(t("print.results.words"), types.small.bolder(), keeps_next=True)
    for words in figure.words:
        story.bullet(in_quotes(words), types.body)
