"""The details of one step: its name, and three tabs for its facts, its cards and its citizens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.diff import Change, Diff
from sprint.edits.journey import rename
from sprint.journeys import steps_of
from sprint.records import Card, Observation, Participant, Phase, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.advice import AdviceList
from ui.panels.cards import CardsTab
from ui.panels.remarks import RemarksTab
from ui.panels.step_before import StepBefore
from ui.panels.step_facts import StepFacts
from ui.panels.step_links import StepLinks
from ui.widgets.columns import inset
from ui.widgets.fields import TextField
from ui.widgets.labels import PlainLabel
from ui.widgets.toggles import Segments

INSET = 9
FACTS, CARDS, REMARKS = range(3)


class StepPage(QWidget):
    """Everything about one step; the tab that is open stays open from step to step."""

    step_requested = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._step: Step | None = None
        self._place = (0, 0)
        self._is_reordered = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._crumb = PlainLabel(role="muted", wrap=True)
        size = context.theme.size("title")
        self.title = TextField(self, style=f"QPlainTextEdit {{ font-size: {size}px; font-weight: bold; }}")
        self.tabs = Segments(context, 3, self)
        self.facts = StepFacts(context, bridge, self)
        self.before = StepBefore(context, bridge, self)
        self.links = StepLinks(context, bridge, self)
        self.cards = CardsTab(context, bridge, self)
        self.remarks = RemarksTab(context, bridge, self)
        self.advice = AdviceList(context, bridge, self)
        column.addLayout(inset(self._crumb, INSET))
        parts = (self.facts, self.before, self.links, self.cards, self.remarks)
        for widget in (self.title, self.tabs, *parts, self.advice):
            column.addWidget(widget)
        column.addStretch(1)
        self.title.typed.connect(self._on_title)
        self.title.left.connect(bridge.break_merge)
        self.title.entered.connect(self.title.clearFocus)
        self.tabs.opened.connect(self._open)
        self.advice.step_requested.connect(self.step_requested)
        self.links.step_requested.connect(self.step_requested)
        context.texts.changed.connect(self._retranslate)
        self._open(FACTS)

    def show_ids(self, ids: list[str]) -> None:
        """Show this step."""
        step = self._bridge.document.require(Step, ids[0])
        if self._is_reordered or self._step is None or self._step.id != step.id:
            self._place = self._place_of(step)
            self._is_reordered = False
        self._step = step
        self.title.show_text(step.title)
        self.facts.show_step(step)
        self.before.show_step(step, is_wanted=self.facts.isVisibleTo(self))
        self.links.show_step(step)
        counts = [tab.show_step(step, is_wanted=tab.isVisibleTo(self)) for tab in (self.cards, self.remarks)]
        self.advice.show_journey(step.journey_id, step.id)
        self._show_words(step, *counts)

    def touches(self, diff: Diff) -> bool:
        """Whether this diff changes what is shown: the step, what hangs on it, or the journey around it."""
        step = self._step
        if step is None:
            return False
        self.remarks.on_diff(diff)
        if self.links.touches(diff) or self.before.touches(diff):
            return True
        self._is_reordered = self._is_reordered or any(map(_moves_steps, diff.changes.values()))
        for record in (record for change in diff.changes.values() for record in change):
            if isinstance(record, Observation) and record.step_id == step.id:
                return True
            if isinstance(record, Step | Phase | Card) and record.journey_id == step.journey_id:
                return True
            if isinstance(record, Participant):
                return True
        return False

    def write_remark(self) -> None:
        """Be ready to write down what a citizen says."""
        self.tabs.open(REMARKS)
        self.remarks.form.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, place: int) -> None:
        for number, tab in enumerate((self.facts, self.cards, self.remarks)):
            tab.setVisible(number == place)
        self.links.setVisible(place == FACTS)
        step = self._step
        if step is not None and self._bridge.document.get(step.id) is not None:
            self.before.show_step(step, is_wanted=place == FACTS)
            self.cards.show_step(step, is_wanted=place == CARDS)
            self.remarks.show_step(step, is_wanted=place == REMARKS)

    def _show_words(self, step: Step, cards: int, remarks: int) -> None:
        t = self._context.texts
        number, steps = self._place
        phase = self._bridge.document.require(Phase, step.phase_id).title
        self._crumb.setText(t("panel.step.crumb", number=number, steps=steps, phase=phase))
        tabs = [t("panel.step.facts"), t("panel.step.cards", number=cards), t("panel.step.remarks", number=remarks)]
        self.tabs.show_texts(tabs)
        self.title.setAccessibleName(t("panel.step.title"))
        self.title.setPlaceholderText(t("panel.step.title_hint"))

    def _place_of(self, step: Step) -> tuple[int, int]:
        """Give the number of the step in its journey and how many there are."""
        steps = steps_of(self._bridge.document, step.journey_id)
        return next(place for place, other in enumerate(steps, start=1) if other.id == step.id), len(steps)

    def _retranslate(self) -> None:
        if self._step is not None and self._bridge.document.get(self._step.id) is not None:
            self.show_ids([self._step.id])

    def _on_title(self, title: str) -> None:
        step = self._step
        if step is None:
            return
        # One line: what is drawn on the canvas has no paragraphs.
        words = " ".join(title.splitlines())
        if not self._bridge.do(rename(self._bridge.document, step.id, words), merge=f"step.{step.id}.title"):
            self.title.show_text(step.title)


def _moves_steps(change: Change) -> bool:
    """Whether steps may have other numbers after this change."""
    before, after = change
    if isinstance(before, Step) and isinstance(after, Step):
        return (before.phase_id, before.order, before.row) != (after.phase_id, after.order, after.row)
    if isinstance(before, Phase) and isinstance(after, Phase):
        return before.order != after.order
    return isinstance(before or after, Step | Phase)
