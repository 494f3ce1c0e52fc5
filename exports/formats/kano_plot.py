"""The Kano plot: what citizens want more of and what they would miss, beside what the team guessed."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import Story
from exports.kit.charts import KanoPoint, draw_kano
from exports.kit.printed import Printed, begin
from exports.kit.table import add_table
from exports.options import Options
from exports.paper import Paper
from exports.sheets import Scaled
from exports.surface import Surface
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.insight.survey import KanoSummary, kano_beside_guess

_LETTERS = "MOAIRQ"


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the plot and the table below it; raises SprintError when no pair was answered."""
    found = [one for one in kano_beside_guess(document) if one.whole.n]
    if not found:
        raise SprintError("print.kano_plot.none")
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.kano_plot"), lead=t("print.kano_plot.lead"))
    story = printed.story()
    add_kano(story, printed.types, found, t, _side(printed))
    printed.flow(story.pieces, t("print.title.kano_plot"))


def add_kano(story: Story, types: Scaled, found: list[KanoSummary], t: Translator, side: float) -> None:
    """Add the plot of everything with enough answers, and a table of all."""
    points = [
        KanoPoint(number + 1, one.whole.better, -one.whole.worse)
        for number, one in enumerate(found)
        if not one.whole.is_raw and one.whole.better is not None and one.whole.worse is not None
    ]
    labels = {letter: t(f"print.kano_letter.{letter}") for letter in _LETTERS}
    labels |= {"better": t("print.kano_plot.better"), "worse": t("print.kano_plot.worse")}
    alt = "; ".join(f"{number + 1}. {one.question.text}: {_says(one, t)}" for number, one in enumerate(found))

    def draw(surface: Surface, x: float, y: float) -> None:
        draw_kano(surface, x + 2, y + types.small.line + 2, side, points, labels, alt)

    if points:
        story.add(side + types.small.line * 3 + 4, draw)
    rows = [(str(number + 1), one.question.text, _says(one, t), _guess(one, t)) for number, one in enumerate(found)]
    head = ("", t("print.kano_plot.idea"), t("print.kano_plot.says"), "")
    add_table(story, types, head, rows, (0.5, 5, 4, 3))


def _side(printed: Printed) -> float:
    return min(printed.sheet.inner_width * 0.72, printed.sheets.room * 0.55)


def _says(one: KanoSummary, t: Translator) -> str:
    whole = one.whole
    if whole.is_raw or whole.category is None:
        return t("print.kano_plot.raw", count=whole.n)
    said = f"{t(f'print.kano_letter.{whole.category.value}')} ({t('print.results.n', count=whole.n)})"
    return f"{said} · {t('print.results.indicative')}" if whole.is_indicative else said


def _guess(one: KanoSummary, t: Translator) -> str:
    if one.guess not in _LETTERS or not one.guess:
        return ""
    return t("print.kano_plot.guess", text=t(f"print.kano_letter.{one.guess}"))


OUTPUT: Final = Output(
    id="kano_plot",
    title="print.title.kano_plot",
    suffixes=(".pdf", ".svg", ".png"),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
)
