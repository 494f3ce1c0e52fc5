"""Advice on the panel: what to look at, why, the way there, and a way to put it aside with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.advice import dismiss_advice, take_up_advice
from sprint.insight.advice import Advice, AdviceRule, dismissed_advice, open_advice
from sprint.records import DismissedAdvice
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel, TextLabel

INSET = 9

_WORDS = {
    AdviceRule.ENDS_POSITIVE: ("panel.advice.ending", "panel.advice.ending_why"),
    AdviceRule.UNATTENDED_WAIT: ("panel.advice.wait", "panel.advice.wait_why"),
    AdviceRule.DIP_WITHOUT_OWNER: ("panel.advice.dip", "panel.advice.dip_why"),
    AdviceRule.NO_MANNER: ("journey.advice_no_manner", "journey.advice_no_manner_why"),
    AdviceRule.NO_CHANNEL: ("journey.advice_no_channel", "journey.advice_no_channel_why"),
    AdviceRule.NO_HUMAN: ("journey.advice_no_human", "journey.advice_no_human_why"),
    AdviceRule.ONE_TRACK: ("journey.advice_one_track", "journey.advice_one_track_why"),
    AdviceRule.FIRST_PERSON: ("journey.advice_first_person", "journey.advice_first_person_why"),
    AdviceRule.ASSUMED: ("journey.advice_assumed", "journey.advice_assumed_why"),
    AdviceRule.FLAT_LINE: ("journey.advice_flat", "journey.advice_flat_why"),
}
_COUNTED = frozenset({AdviceRule.UNATTENDED_WAIT, AdviceRule.ASSUMED})
_MOST_OF_ONE_KIND = 2
_REST_MS = 300


def advice_words(context: Context, advice: Advice) -> tuple[str, str]:
    """Say what a piece of advice is about and why."""
    t = context.texts
    what, why = _WORDS[advice.rule]
    title = advice.step.title if advice.step is not None else ""
    first = t(what, count=advice.value) if advice.rule in _COUNTED else t(what, title=title)
    return first, t(why, title=title, feeling=t.translator.signed(advice.value))


class AdviceNote(QFrame):
    """One piece of advice: what, why, a link to the step, and a way to put it aside or take it up again."""

    go = Signal(str)
    dismiss = Signal(object)
    take_up = Signal(object)

    def __init__(
        self, context: Context, advice: Advice, parent: QWidget, *, put_aside: DismissedAdvice | None = None
    ) -> None:
        super().__init__(parent)
        self.advice = advice
        self._context = context
        self.setProperty("ground", "now" if put_aside is None else "band")
        t = context.texts
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 6)
        column.setSpacing(2)
        what, why = advice_words(context, advice)
        column.addWidget(PlainLabel(what, role="bold", wrap=True))
        second = why if put_aside is None else t("journey.advice_because", reason=put_aside.reason)
        column.addWidget(PlainLabel(second, wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.link = self._button("panel.advice.go")
        title = advice.step.title if advice.step is not None else ""
        self.link.setAccessibleName(t("panel.advice.go_to", title=title))
        self.link.setVisible(advice.step is not None)
        self.link.clicked.connect(lambda: self.go.emit(advice.step_id))
        if put_aside is None:
            self.other = self._button("journey.advice_dismiss")
            self.other.setAccessibleName(t("journey.advice_dismiss_this", title=what))
            self.other.clicked.connect(lambda: self.dismiss.emit(advice))
        else:
            self.other = self._button("journey.advice_take_up")
            self.other.setAccessibleName(t("journey.advice_take_up_this", title=what))
            self.other.clicked.connect(lambda: self.take_up.emit(put_aside))
        for button in (self.link, self.other):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _button(self, key: str) -> Button:
        button = Button(self._context, key, kind="link", parent=self)
        button.setStyleSheet(f"min-height: {self._context.theme.size('target.mouse')}px;")
        return button


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
        bridge.document_changed.connect(self._on_diff)
        self.notes: list[AdviceNote] = []
        self.aside: list[AdviceNote] = []
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
        self.show_aside = Button(context, kind="link")
        self.show_aside.setCheckable(True)
        self.show_aside.toggled.connect(lambda _on: self.refresh())
        self._column.addWidget(self.show_aside, 0, Qt.AlignmentFlag.AlignLeft)

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
        document, t = self._bridge.document, self._context.texts
        if document.get(journey_id) is None:
            return
        found = open_advice(document, journey_id)
        if step_id:
            found.sort(key=lambda advice: advice.step_id != step_id)
        shown = _few_of_each(found, step_id)
        aside = dismissed_advice(document, journey_id)
        state = (t.language, len(found), self.show_aside.isChecked(), *shown, *aside)
        if state == self._shown:
            return
        self._shown = state
        self._clear()
        self.notes = [self._note(advice) for advice in shown]
        for place, note in enumerate(self.notes):
            self._column.insertWidget(2 + place, note)
        rest = len(found) - len(shown)
        self._more.setText(t("panel.advice.more", count=rest) if rest else "")
        self._more.setVisible(rest > 0)
        is_open = self.show_aside.isChecked()
        hidden = t("journey.advice_dismissed", count=len(aside))
        self.show_aside.setText(t("journey.advice_hide") if is_open else hidden)
        self.show_aside.setAccessibleName(self.show_aside.text())
        self.show_aside.setVisible(bool(aside))
        self.aside = [self._note(advice, record) for advice, record in aside] if is_open else []
        for note in self.aside:
            self._column.addWidget(note)
        self.setVisible(bool(found or aside))

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, DismissedAdvice) for change in diff.changes.values() for record in change):
            self._rest.start()

    def _note(self, advice: Advice, put_aside: DismissedAdvice | None = None) -> AdviceNote:
        note = AdviceNote(self._context, advice, self, put_aside=put_aside)
        note.other.setEnabled(not self._bridge.is_read_only)
        note.go.connect(self.step_requested)
        note.dismiss.connect(self._on_dismiss)
        note.take_up.connect(self._on_take_up)
        return note

    def _clear(self) -> None:
        for note in (*self.notes, *self.aside):
            self._column.removeWidget(note)
            note.hide()
            note.deleteLater()

    def _on_dismiss(self, advice: Advice) -> None:
        t, bridge = self._context.texts, self._bridge
        reason = self._context.messages.ask_text(
            t("journey.advice_reason"), hint=t("journey.advice_reason_hint"), accept=t("journey.advice_dismiss")
        )
        if reason is None:
            return
        if not reason.strip():
            self._context.messages.tell(t("error.advice_needs_reason"))
            return
        rule, step_id = advice.rule.value, advice.step_id
        journey_id = self._place[0]
        if bridge.do(
            dismiss_advice(bridge.document, bridge.ids, journey_id, rule, reason, step_id=step_id, at=bridge.utc_now())
        ):
            self.refresh()

    def _on_take_up(self, record: DismissedAdvice) -> None:
        if self._bridge.do(take_up_advice(self._bridge.document, record.id)):
            self.refresh()


def _few_of_each(found: list[Advice], step_id: str) -> list[Advice]:
    """Keep what is about this step, and a few of each rule: a wall of advice is read by nobody.

    While a step is looked at, what is about the journey as a whole waits.
    """
    counts: dict[AdviceRule, int] = {}
    kept = []
    for advice in found:
        if step_id and advice.step is None:
            continue
        counts[advice.rule] = counts.get(advice.rule, 0) + 1
        if advice.step_id == step_id or counts[advice.rule] <= _MOST_OF_ONE_KIND:
            kept.append(advice)
    return kept
