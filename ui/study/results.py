"""What the answers say: dots and words beside each other, never a number without its n."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sprint.insight.survey import (
    Dimension,
    Spread,
    TrackMark,
    compare,
    experience,
    kano_beside_guess,
    same_question,
    summarise,
    sus_of,
    two_tracks,
)
from sprint.journeys import journeys
from sprint.records import Instrument, Journey, Question, Track
from sprint.study.instruments import FORMS
from sprint.study.questions import questions_of
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.dot_chart import DotChart, DotRow
from ui.study.figure_words import difference_words, spread_words
from ui.study.kano_card import KanoCard
from ui.study.people import TRACK_ROLES
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel, TextLabel

SHAPES = {Track.SAVED: "round", Track.SPENT: "square", Track.OPEN: "diamond"}
_TOP_MARK = 10.0
_AGAINST_KEYS = {"reached": "study_ui.reached", "missed": "study_ui.missed", "open": "study_ui.target_open"}
_OWN_CARDS = (Instrument.EXPERIENCE, Instrument.KANO, Instrument.SUS, Instrument.MARK)


class ResultsView(ScrollColumn):
    """One card for each thing that was asked."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0, spacing=12)
        self._context, self._bridge = context, bridge
        self.column.setContentsMargins(0, 0, 12, 12)
        self.cards: list[QWidget] = []

    def refresh(self) -> None:
        """Make the cards anew: there are few, and they are read and not worked in."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        document = self._bridge.document
        for journey in [*journeys(document)][::-1]:
            self._show_marks(journey)
            self._show_experience(journey)
            self._show_sus(journey)
        for question in questions_of(document):
            if question.instrument not in _OWN_CARDS or (
                question.instrument is Instrument.MARK and not question.journey_id
            ):
                self._show_question(question)
        for found in kano_beside_guess(document):
            self._put(KanoCard(self._context, self._bridge, found, self.inside))
        self._show_comparisons()
        if not self.cards:
            self._put(TextLabel(self._context, "study_ui.no_results", role="muted", wrap=True))
        self.column.addStretch(1)
        self.settle()

    def _put(self, card: QWidget) -> None:
        self.cards.append(card)
        self.column.addWidget(card)
        card.show()

    def _card(self, title: str, note: str = "") -> QVBoxLayout:
        card = QFrame(self.inside)
        card.setProperty("ground", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(4)
        inside.addWidget(PlainLabel(title, role="lead_bold", wrap=True))
        if note:
            inside.addWidget(PlainLabel(note, role="small", wrap=True))
        self._put(card)
        return inside

    def _draw(self, inside: QVBoxLayout, rows: tuple[DotRow, ...], ends: tuple[float, float], told: list[str]) -> None:
        chart = DotChart(self._context)
        chart.show_rows(rows, *ends, "\n".join(told))
        inside.addWidget(chart)
        for line in told:
            inside.addWidget(PlainLabel(line, wrap=True))

    # ---- the kinds of cards

    def _show_marks(self, journey: Journey) -> None:
        found = [mark for mark in two_tracks(self._bridge.document, journey.id) if mark.spread.n]
        if not found:
            return
        t = self._context.texts
        title = t("study_ui.marks_title", journey=journey.title or t(f"kind.journey.{journey.kind.value}"))
        inside = self._card(title, t("study_ui.marks_note"))
        rows = tuple(self._row_of(mark) for mark in found)
        self._draw(inside, rows, (1.0, _TOP_MARK), [self._mark_words(mark) for mark in found])

    def _row_of(self, mark: TrackMark) -> DotRow:
        t, spread = self._context.texts, mark.spread
        interval = spread.interval
        return DotRow(
            f"{t(f'kind.track.{mark.track.value}')} · {spread.n}",
            spread.values,
            TRACK_ROLES[mark.track],
            SHAPES[mark.track],
            (mark.target, _TOP_MARK),
            interval.low if interval else None,
            interval.high if interval else None,
            spread.mean,
        )

    def _mark_words(self, mark: TrackMark) -> str:
        t = self._context.texts
        words = f"{t(f'kind.track.{mark.track.value}')}: {spread_words(self._context, mark.spread)}"
        key = _AGAINST_KEYS.get(mark.verdict, "study_ui.target_dots")
        return f"{words} {t(key, target=t.translator.number(mark.target, 1))}"

    def _show_experience(self, journey: Journey) -> None:
        found = [one for one in experience(self._bridge.document, journey.id) if one.people]
        if not found:
            return
        t = self._context.texts
        title = t("study_ui.experience_title", journey=journey.title or t(f"kind.journey.{journey.kind.value}"))
        inside = self._card(title, t("study.experience_note"))
        rows = tuple(self._dimension_row(one) for one in found)
        told = [f"{t(one.text)}: {spread_words(self._context, one.spread, people=one.people)}" for one in found]
        self._draw(inside, rows, (1.0, 7.0), told)

    def _dimension_row(self, one: Dimension) -> DotRow:
        interval = one.spread.interval
        return DotRow(
            f"{self._context.texts(one.text)} · {one.people}",
            one.spread.values,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            middle=one.spread.mean,
        )

    def _show_sus(self, journey: Journey) -> None:
        spread, _, partial = sus_of(self._bridge.document, journey.id)
        if not spread.n and not partial:
            return
        t = self._context.texts
        inside = self._card(t("study.sus"), t("study.sus_note"))
        told = [spread_words(self._context, spread)]
        if partial:
            told.append(t("study_ui.sus_partial", count=len(partial)))
        self._draw(inside, (_plain_row("SUS", spread),), (0.0, 100.0), told)

    def _show_question(self, question: Question) -> None:
        found = summarise(self._bridge.document, question.id)
        if not found.whole.n and not found.words:
            return
        t = self._context.texts
        form = FORMS[question.instrument]
        inside = self._card(question.text, t(form.note))
        rows = [_plain_row(t("study_ui.everybody"), found.whole)]
        told = [f"{t('study_ui.everybody')}: {spread_words(self._context, found.whole)}"]
        for track, spread in found.tracks:
            if spread.n and spread.n != found.whole.n:
                name = t(f"kind.track.{track.value}")
                rows.append(_plain_row(f"{name} · {spread.n}", spread, TRACK_ROLES[track], SHAPES[track]))
                told.append(f"{name}: {spread_words(self._context, spread)}")
        if found.difference is not None:
            told.append(difference_words(self._context, found.difference))
        if question.instrument is Instrument.TIME and found.whole.n:
            ends = (0.0, max(found.whole.values))
        else:
            ends = (float(question.lowest), float(question.highest))
        self._draw(inside, tuple(rows), ends, told)
        for words in found.words:
            inside.addWidget(PlainLabel(f"“{words}”", wrap=True))

    def _show_comparisons(self) -> None:
        document, t = self._bridge.document, self._context.texts
        seen: set[str] = set()
        for question in questions_of(document):
            for other in same_question(document, question.id):
                pair = sorted((question, other), key=lambda one: _rank(document, one))
                if {one.id for one in pair} & seen or question.instrument in (Instrument.KANO, Instrument.SUS):
                    continue
                seen |= {one.id for one in pair}
                found = compare(document, pair[0].id, pair[1].id)
                if not (found.before.n and found.after.n):
                    continue
                inside = self._card(t("study_ui.compare_title", question=question.text), t("study_ui.compare_note"))
                rows = (
                    _plain_row(t("study_ui.now"), found.before),
                    _plain_row(t("study_ui.later"), found.after, "accent", "square"),
                )
                told = [
                    f"{t('study_ui.now')}: {spread_words(self._context, found.before)}",
                    f"{t('study_ui.later')}: {spread_words(self._context, found.after)}",
                ]
                if found.change is not None:
                    told.append(difference_words(self._context, found.change, is_paired=found.is_paired))
                self._draw(inside, rows, (float(question.lowest), float(question.highest)), told)


def _rank(document: object, question: Question) -> tuple[bool, int]:
    found = document.get(question.journey_id) if question.journey_id else None  # type: ignore[attr-defined]
    return (isinstance(found, Journey) and found.kind.value == "to_be", question.order)


def _plain_row(label: str, spread: Spread, role: str = "ink", shape: str = "round") -> DotRow:
    interval = spread.interval or spread.typical_interval
    middle = spread.mean if spread.mean is not None else spread.typical
    return DotRow(
        label,
        spread.values,
        role,
        shape,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        middle=middle,
    )
