"""Advice on the panel: what to look at, why, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sprint.insight.advice import Advice, AdviceRule, advice_for
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel, TextLabel

INSET = 9

_WORDS = {
    AdviceRule.ENDS_POSITIVE: ("panel.advice.ending", "panel.advice.ending_why"),
    AdviceRule.UNATTENDED_WAIT: ("panel.advice.wait", "panel.advice.wait_why"),
    AdviceRule.DIP_WITHOUT_OWNER: ("panel.advice.dip", "panel.advice.dip_why"),
}
_MOST_OF_ONE_KIND = 2
_REST_MS = 300


class AdviceNote(QFrame):
    """One piece of advice: what, why, and a link to the step."""

    go = Signal(str)

    def __init__(self, context: Context, advice: Advice, parent: QWidget) -> None:
        super().__init__(parent)
        self.advice = advice
        self.setProperty("ground", "now")
        t = context.texts
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 6)
        column.setSpacing(2)
        what, why = _WORDS[advice.rule]
        if advice.rule is AdviceRule.UNATTENDED_WAIT:
            first = t(what, count=advice.value)
            second = t(why, title=advice.step.title)
        else:
            first = t(what, title=advice.step.title)
            second = t(why, title=advice.step.title, feeling=t.translator.signed(advice.value))
        column.addWidget(PlainLabel(first, role="bold", wrap=True))
        column.addWidget(PlainLabel(second, wrap=True))
        self.link = Button(context, "panel.advice.go", kind="link")
        self.link.setAccessibleName(t("panel.advice.go_to", title=advice.step.title))
        self.link.setStyleSheet(f"min-height: {context.theme.size('target.mouse')}px;")
        self.link.clicked.connect(lambda: self.go.emit(advice.step.id))
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)


class AdviceList(QWidget):
    """The advice for a journey; for one step what is there first, and nothing twice."""

    step_requested = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._shown: tuple[object, ...] = ()
        self._place = ("", "")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.refresh)
        context.texts.changed.connect(self.refresh)
        self.notes: list[AdviceNote] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INSET, 12, INSET, 8)
        self._column.setSpacing(8)
        divider = QFrame()
        divider.setProperty("role", "divider")
        divider.setFixedHeight(1)
        self._column.addWidget(divider)
        self._column.addWidget(TextLabel(context, "panel.advice.title", role="section"))
        self._more = PlainLabel(role="muted", wrap=True)
        self._column.addWidget(self._more)

    def show_journey(self, journey_id: str, step_id: str = "") -> None:
        """Show the advice for a journey; that of the step `step_id` comes first.

        For another journey or step at once; after an edit when the hands rest, for the whole journey is read.
        """
        is_other = (journey_id, step_id) != self._place
        self._place = (journey_id, step_id)
        if is_other:
            self.refresh()
        else:
            self._rest.start()

    def refresh(self) -> None:
        """Read the journey again."""
        self._rest.stop()
        journey_id, step_id = self._place
        if self._bridge.document.get(journey_id) is None:
            return
        found = advice_for(self._bridge.document, journey_id)
        found.sort(key=lambda advice: advice.step.id != step_id)
        shown = _few_of_each(found, step_id)
        state = (self._context.texts.language, len(found), *shown)
        if state == self._shown:
            return
        self._shown = state
        for note in self.notes:
            note.hide()
            note.deleteLater()
        self.notes = [AdviceNote(self._context, advice, self) for advice in shown]
        for place, note in enumerate(self.notes):
            note.go.connect(self.step_requested)
            self._column.insertWidget(2 + place, note)
        rest = len(found) - len(shown)
        self._more.setText(self._context.texts("panel.advice.more", count=rest) if rest else "")
        self._more.setVisible(rest > 0)
        self.setVisible(bool(found))


def _few_of_each(found: list[Advice], step_id: str) -> list[Advice]:
    """Keep what is about this step, and a few of each rule: a wall of advice is read by nobody."""
    counts: dict[AdviceRule, int] = {}
    kept = []
    for advice in found:
        counts[advice.rule] = counts.get(advice.rule, 0) + 1
        if advice.step.id == step_id or counts[advice.rule] <= _MOST_OF_ONE_KIND:
            kept.append(advice)
    return kept
