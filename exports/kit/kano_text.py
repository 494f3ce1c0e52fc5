"""Kano pairs as a story: the plot of those with enough answers, and a table of all beside the team's guess."""

from __future__ import annotations

from exports.flow import Story
from exports.kit.charts import UNIT, draw_chart
from exports.kit.table import add_table
from exports.sheets import Scaled
from exports.surface import Surface
from sprint.i18n import Translator, closed
from sprint.insight.survey import KanoSummary
from sprint.sentences import listed
from sprint.study.charts import KanoPoint, KanoWords, kano_plot

_LETTERS = "MOAIRQ"
_CORNERS = "AOIM"


def add_kano(story: Story, types: Scaled, found: list[KanoSummary], t: Translator, side: float) -> None:
    """Add the plot of everything with enough answers, and a table of all."""
    points = [
        KanoPoint(str(number + 1), one.whole.better, abs(one.whole.worse))
        for number, one in enumerate(found)
        if not one.whole.is_raw and one.whole.better is not None and one.whole.worse is not None
    ]
    corners = [t(f"print.kano_letter.{letter}") for letter in _CORNERS]
    words = KanoWords(corners, t("print.kano_plot.better"), t("print.kano_plot.worse"))
    chart = kano_plot(points, words, side / UNIT)
    alt = listed(f"{number + 1}. {closed(one.question.text)}: {_says(one, t)}" for number, one in enumerate(found))

    def draw(surface: Surface, x: float, y: float) -> None:
        draw_chart(surface, x, y, chart, types, alt)

    if points:
        story.add(chart.height * UNIT + 2, draw)
    rows = [(str(number + 1), one.question.text, _says(one, t), _guess(one, t)) for number, one in enumerate(found)]
    head = ("", t("print.kano_plot.idea"), t("print.kano_plot.says"), t("paper.kano_team"))
    add_table(story, types, head, rows, (0.5, 5, 4, 3))


def _says(one: KanoSummary, t: Translator) -> str:
    whole = one.whole
    if whole.is_raw or whole.category is None:
        return t("print.kano_plot.raw", count=whole.n)
    said = f"{t(f'print.kano_letter.{whole.category.value}')} ({t('print.results.n', count=whole.n)})"
    return f"{said} · {t('print.results.indicative')}" if whole.is_indicative else said


def _guess(one: KanoSummary, t: Translator) -> str:
    if one.guess not in _LETTERS or not one.guess:
        return ""
    return t(f"print.kano_letter.{one.guess}")
