"""One idea by Kano: what citizens chose beside what the team guessed, and where it lies between pleasure and pain."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.insight.kano import Category, KanoResult
from sprint.insight.survey import KanoSummary
from sprint.records import Track
from sprint.study.charts import TRACK_ROLES, KanoPoint, KanoWords, kano_plot
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.chart import ChartView
from ui.study.people import code_words, who_is
from ui.widgets.labels import PlainLabel, TextLabel

CATEGORY_KEYS = {
    Category.MUST: "study_ui.kano_m",
    Category.ONE_DIMENSIONAL: "study_ui.kano_o",
    Category.ATTRACTIVE: "study_ui.kano_a",
    Category.INDIFFERENT: "study_ui.kano_i",
    Category.REVERSE: "study_ui.kano_r",
    Category.QUESTIONABLE: "study_ui.kano_q",
}
_CORNERS = (Category.ATTRACTIVE, Category.ONE_DIMENSIONAL, Category.INDIFFERENT, Category.MUST)
_PLOT = 190


class KanoCard(QFrame):
    """The words on the left, the square on the right when there are enough answers for it."""

    def __init__(self, context: Context, bridge: SprintBridge, found: KanoSummary, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.setProperty("ground", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(PlainLabel(found.question.text, role="lead_bold", wrap=True))
        words.addWidget(TextLabel(context, "study.kano_note", role="small", wrap=True))
        for line in self.lines(found):
            words.addWidget(PlainLabel(line, wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        points = self._points(found)
        if points:
            row.addWidget(self._plot(points))

    def lines(self, found: KanoSummary) -> list[str]:
        """Say everything in words, what the team guessed first."""
        t = self._context.texts
        said = []
        if found.guess in {category.value for category in Category}:
            said.append(t("study_ui.team_guess", category=t(CATEGORY_KEYS[Category(found.guess)])))
        said.append(f"{t('figure.everybody')}: {self._result(found.whole)}")
        if found.differs is not None:
            said.append(t("study_ui.guess_differs" if found.differs else "study_ui.guess_fits"))
        for track, result in found.tracks:
            if result.n and result.n != found.whole.n:
                said.append(f"{t(f'kind.track.{track.value}')}: {self._result(result)}")
        if found.whole.category is None and found.raw:
            who = [
                f"{code_words(self._context, who_is(self._bridge.document, one))} {t(CATEGORY_KEYS[category])}"
                for one, category in found.raw
            ]
            said.append(", ".join(who))
        if found.whole.is_unclear:
            said.append(t("study_ui.kano_unclear"))
        if found.whole.is_reversed:
            said.append(t("study_ui.kano_reversed"))
        return said

    def _result(self, result: KanoResult) -> str:
        t = self._context.texts
        counts = ", ".join(f"{t(CATEGORY_KEYS[one])} {count}" for one, count in result.counts.items() if count)
        if result.category is None:
            return t("study_ui.kano_raw", count=result.n, counts=counts)
        words = t("study_ui.kano_result", category=t(CATEGORY_KEYS[result.category]), count=result.n, counts=counts)
        parts = [words]
        if result.is_tie:
            parts.append(t("study_ui.kano_tie"))
        if result.better is not None and result.worse is not None:
            parts.append(
                t("study_ui.kano_better", better=round(100 * result.better), worse=round(100 * abs(result.worse)))
            )
        if result.fong is not None:
            parts.append(t("study_ui.fong_yes" if result.fong.is_significant else "study_ui.fong_no"))
        if result.is_indicative:
            parts.append(t("figure.indicative"))
        return " ".join(parts)

    def _plot(self, points: list[KanoPoint]) -> ChartView:
        t = self._context.texts
        corners = [t(CATEGORY_KEYS[one]) for one in _CORNERS]
        words = KanoWords(corners, t("study_ui.axis_there"), t("study_ui.axis_missing"))
        told = "\n".join(
            t(
                "study_ui.better_worse",
                who=point.name,
                better=round(100 * point.better),
                worse=round(100 * point.missed),
            )
            for point in points
        )
        return ChartView(self._context, lambda _width: kano_plot(points, words, _PLOT), told, is_wide=False)

    def _points(self, found: KanoSummary) -> list[KanoPoint]:
        t = self._context.texts
        groups = [(t("figure.everybody"), found.whole, "ink")]
        groups += [
            (t(f"kind.track.{track.value}"), result, TRACK_ROLES[track])
            for track, result in found.tracks
            if track is not Track.OPEN and result.n != found.whole.n
        ]
        return [
            KanoPoint(name, result.better, abs(result.worse), role)
            for name, result, role in groups
            if result.category is not None and result.better is not None and result.worse is not None
        ]
