"""What the team advises and has not decided about yet: taken over on the journey, or turned down with a reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.patterns import accept_advice, reject_advice
from sprint.errors import SprintError
from sprint.insight.patterns import patterns_of
from sprint.journeys import journey_of_kind
from sprint.records import JourneyKind, Pattern, PatternState, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel


def take_over(context: Context, bridge: SprintBridge, pattern_id: str) -> bool:
    """Put an advice on the desired journey; says why when that cannot be."""
    t, document = context.texts, bridge.document
    journey = journey_of_kind(document, JourneyKind.TO_BE)
    if journey is None:
        context.messages.warn(t("study_ui.no_desired"))
        return False
    done = _tried(
        context, bridge, lambda: accept_advice(document, bridge.ids, pattern_id, journey.id, at=bridge.utc_now())
    )
    if done:
        context.messages.tell(t("study_ui.advice_accepted"), tone="good")
    return done


def turn_down(context: Context, bridge: SprintBridge, pattern_id: str) -> bool:
    """Ask why an advice is not taken over, and keep the reason."""
    t = context.texts
    reason = context.messages.ask_text(t("study_ui.why_not"), accept=t("study_ui.reject_advice"))
    return bool(reason) and _tried(context, bridge, lambda: reject_advice(bridge.document, pattern_id, reason or ""))


def _tried(context: Context, bridge: SprintBridge, make: Callable[[], Diff]) -> bool:
    try:
        diff = make()
    except SprintError as error:
        context.messages.warn(context.texts.error(error))
        return False
    return bridge.do(diff)


class AdviceRow(QFrame):
    """One advice that waits: where, what, who, and two buttons."""

    def __init__(self, context: Context, bridge: SprintBridge, pattern: Pattern, parent: QWidget) -> None:
        super().__init__(parent)
        t = context.texts
        self.setProperty("ground", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        step = bridge.document.get(pattern.step_id)
        where = step.title if isinstance(step, Step) else ""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(pattern.advice, role="bold", wrap=True))
        words.addWidget(
            PlainLabel(" · ".join(part for part in (where, pattern.owner) if part), role="small", wrap=True)
        )
        row.addLayout(words, 1)
        self.accept = Button(context, "study_ui.accept_advice", kind="primary")
        self.reject = Button(context, "study_ui.reject_advice", kind="quiet")
        for button in (self.accept, self.reject):
            button.setAccessibleDescription(pattern.advice)
            button.setEnabled(not bridge.is_read_only)
            row.addWidget(button)
        self.accept.clicked.connect(lambda: take_over(context, bridge, pattern.id))
        self.reject.clicked.connect(lambda: turn_down(context, bridge, pattern.id))
        self.setAccessibleName(t("study_ui.advice"))


class AdviceList(QWidget):
    """Every advice that nobody decided about; not there when there is none."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.rows: list[AdviceRow] = []
        self._shown: list[Pattern] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def refresh(self) -> None:
        """Show what waits now."""
        waiting = [one for one in patterns_of(self._bridge.document) if one.state is PatternState.ADVICE]
        self.setVisible(bool(waiting))
        if waiting == self._shown:
            return
        self._shown = waiting
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [AdviceRow(self._context, self._bridge, one, self) for one in waiting]
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
