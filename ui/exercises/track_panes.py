"""The two tracks beside each other: who takes it, where a human is met, where somebody gets stuck, where it hurts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.document import Document
from sprint.insight.advice import AdviceRule, open_advice
from sprint.insight.two_tracks import TrackReading, read_tracks
from sprint.records import Step, Track
from ui.context import Context
from ui.panels.advice import advice_words
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel

_TONES = {Track.SAVED: "saved", Track.SPENT: "spent"}
_ICONS = {Track.SAVED: "stopwatch", Track.SPENT: "heart"}
_ABOUT_TRACKS = frozenset({AdviceRule.NO_HUMAN, AdviceRule.ONE_TRACK, AdviceRule.NO_MANNER})


class TrackPane(QFrame):
    """One track as a list of findings; a step is a link to the journey."""

    step_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("ground", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 10, 4, 8)
        self.chip = Chip(context)
        outer.addWidget(self.chip)
        self.scroll_area = ScrollColumn(self, margin=4, spacing=4)
        outer.addWidget(self.scroll_area, 1)
        self._shown: object = None
        self.links: list[Button] = []

    def show_reading(self, reading: TrackReading) -> None:
        """Show what was found on this track."""
        t = self._context.texts
        self.chip.show_state(t(f"kind.track.{reading.track.value}"), _TONES[reading.track], _ICONS[reading.track])
        if self._shown == (reading, t.language):
            return
        self._shown = (reading, t.language)
        self._empty()
        names = ", ".join(who.name for who in reading.people)
        self._say(t("plan.track_people"), names or t("plan.track_nobody"))
        self._list(t("plan.track_humans", count=len(reading.humans)), reading.humans, t("plan.track_no_human"))
        self._list(t("plan.track_stuck", count=len(reading.stuck)), reading.stuck, t("plan.track_not_stuck"))
        self._list(t("plan.track_dips", count=len(reading.dips)), reading.dips, t("plan.track_no_dips"))
        self.scroll_area.column.addStretch(1)

    def _empty(self) -> None:
        self.links.clear()
        while (item := self.scroll_area.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _say(self, title: str, words: str) -> None:
        self.scroll_area.column.addWidget(PlainLabel(title, role="section"))
        self.scroll_area.column.addWidget(PlainLabel(words, wrap=True))

    def _list(self, title: str, steps: tuple[Step, ...], none: str) -> None:
        self.scroll_area.column.addWidget(PlainLabel(title, role="section"))
        if not steps:
            self.scroll_area.column.addWidget(PlainLabel(none, role="muted", wrap=True))
        for step in steps:
            link = Button(self._context, kind="link")
            link.setText(step.title)
            link.setAccessibleName(step.title)
            link.setStyleSheet(f"text-align: left; min-height: {self._context.theme.size('target.mouse')}px;")
            link.clicked.connect(lambda _=False, step_id=step.id: self.step_wanted.emit(step_id))
            self.links.append(link)
            self.scroll_area.column.addWidget(link)


class TrackPanes(QWidget):
    """Both tracks, and above them what the advice of the journey says about them."""

    step_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.advice = PlainLabel(wrap=True)
        self.panes = [TrackPane(context, self) for _ in _TONES]
        row = QHBoxLayout()
        row.setSpacing(12)
        for pane in self.panes:
            row.addWidget(pane, 1)
            pane.step_wanted.connect(self.step_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(10)
        column.addWidget(self.advice)
        column.addLayout(row, 1)

    def show_journey(self, document: Document, journey_id: str) -> None:
        """Show both tracks of a journey."""
        for pane, reading in zip(self.panes, read_tracks(document, journey_id), strict=True):
            pane.show_reading(reading)
        found = [one for one in open_advice(document, journey_id) if one.rule in _ABOUT_TRACKS]
        self.advice.setText("\n".join(advice_words(self._context, one)[0] for one in found))
        self.advice.setVisible(bool(found))
