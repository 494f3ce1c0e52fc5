"""One pattern beside the wall: how many citizens, what they said, and what the team makes of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.patterns import (
    change_pattern,
    draw_insight,
    give_advice,
    remove_pattern,
)
from sprint.errors import SprintError
from sprint.insight.patterns import Strength, Support, support_of
from sprint.records import Observation, Pattern, PatternState, Record, RemarkKind, Track
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Field
from ui.study.advice import take_over, turn_down
from ui.widgets.button import Button
from ui.widgets.columns import RecordRow
from ui.widgets.fields import LineField, TextField
from ui.widgets.labels import PlainLabel
from ui.widgets.trash import TrashButton

_QUOTES = 3
STRENGTH_KEYS = {
    Strength.PATTERN: "study_ui.is_pattern",
    Strength.INCONCLUSIVE: "study_ui.is_inconclusive",
    Strength.SINGLE: "study_ui.is_single",
}
STATE_KEYS = {
    PatternState.INSIGHT: "study_ui.state_insight",
    PatternState.ADVICE: "study_ui.state_advice",
    PatternState.ACCEPTED: "study_ui.state_accepted",
    PatternState.REJECTED: "study_ui.state_rejected",
}


class PatternCard(RecordRow):
    """A pattern that is read by all and worked out when it is the one that is on."""

    chosen = Signal()

    def __init__(self, context: Context, bridge: SprintBridge, pattern: Pattern) -> None:
        super().__init__()
        self._context, self._bridge, self._pattern = context, bridge, pattern
        self._is_open = False
        self._frame = QFrame(self)
        self._frame.setProperty("ground", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(4)
        self.number = Button(context, kind="quiet")
        self.title = TextField(style="font-weight: bold;")
        self.trash = TrashButton(context, "study_ui.remove_pattern", parent=self)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.number)
        head.addWidget(self.title, 1)
        head.addWidget(self.trash)
        column.addLayout(head)
        self.support = PlainLabel(role="bold", wrap=True)
        self._split = PlainLabel(role="small", wrap=True)
        self._range = PlainLabel(role="small", wrap=True)
        self._quotes = PlainLabel(wrap=True)
        self._state = PlainLabel(role="small", wrap=True)
        for label in (self.support, self._split, self._range, self._quotes, self._state):
            column.addWidget(label)
        column.addWidget(self._worked_out())
        self._listen()
        self.show_record(pattern)

    def _worked_out(self) -> QWidget:
        self._more = QWidget(self)
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 4, 4, 0)
        column.setSpacing(6)
        self.insight, self.advice, self.owner = TextField(), TextField(), LineField()
        for field in (self.insight, self.advice):
            field.setProperty("kind", "")
        column.addLayout(Field(self._context, "study_ui.insight", self.insight))
        column.addLayout(Field(self._context, "study_ui.advice", self.advice))
        column.addLayout(Field(self._context, "study_ui.owner", self.owner))
        row = QHBoxLayout()
        self.accept = Button(self._context, "study_ui.accept_advice", kind="primary")
        self.reject = Button(self._context, "study_ui.reject_advice", kind="quiet")
        row.addWidget(self.accept)
        row.addWidget(self.reject)
        row.addStretch(1)
        column.addLayout(row)
        return self._more

    def _listen(self) -> None:
        self.number.clicked.connect(self.chosen)
        self.number.setStyleSheet("font-weight: bold; padding: 0 6px;")
        self.title.left.connect(self._keep_title)
        self.title.entered.connect(self.title.clearFocus)
        self.trash.clicked.connect(lambda: self._do(lambda: remove_pattern(self._bridge.document, self._pattern.id)))
        self.insight.left.connect(self._keep_insight)
        self.advice.left.connect(self._keep_advice)
        self.owner.left.connect(self._keep_advice)
        for field in (self.insight, self.advice):
            field.entered.connect(self.focusNextChild)
        self.accept.clicked.connect(lambda: take_over(self._context, self._bridge, self._pattern.id))
        self.reject.clicked.connect(lambda: turn_down(self._context, self._bridge, self._pattern.id))

    # ---- showing

    def show_number(self, number: int, *, is_open: bool) -> None:
        """Show which key marks with this pattern, and whether it is the one that is on."""
        self.number.setText(str(number))
        self.number.setAccessibleName(self._context.texts("study_ui.pattern_number", number=number))
        self._is_open = is_open
        ground = "now" if is_open else "card"
        if self._frame.property("ground") != ground:
            self._frame.setProperty("ground", ground)
            self._frame.style().unpolish(self._frame)
            self._frame.style().polish(self._frame)
        self._show_more()

    def show_record(self, record: Record) -> None:
        """Show this state of the pattern."""
        if not isinstance(record, Pattern):
            return
        self._pattern = record
        t, support = self._context.texts, support_of(self._bridge.document, record)
        if not self.title.hasFocus():
            self.title.show_text(record.title)
        self.title.setAccessibleName(t("study_ui.pattern_title"))
        self.title.setToolTip(record.title)
        self.support.setText(support_words(self._context, support))
        self._split.setText(split_words(self._context, support))
        self._range.setText(range_words(self._context, support))
        self._quotes.setText(" · ".join(self._few_words()))
        self._state.setText(t(STATE_KEYS[record.state]) if record.state in STATE_KEYS else "")
        self._state.setVisible(record.state in STATE_KEYS)
        self.trash.setEnabled(not self._bridge.is_read_only)
        for name in ("insight", "advice", "owner"):
            field = getattr(self, name)
            if not field.hasFocus():
                field.show_text(getattr(record, name))
        self.setAccessibleName(record.title)
        self._show_more()

    def _show_more(self) -> None:
        may = support_of(self._bridge.document, self._pattern).may_become_insight
        self._more.setVisible(self._is_open and may and not self._bridge.is_read_only)
        is_advice = self._pattern.state is PatternState.ADVICE
        self.accept.setVisible(is_advice or self._pattern.state is PatternState.REJECTED)
        self.reject.setVisible(is_advice)

    def _few_words(self) -> list[str]:
        notes = [self._bridge.document.get(one) for one in self._pattern.observation_ids[:_QUOTES]]
        found = [note for note in notes if isinstance(note, Observation)]
        return [f"“{one.text}”" if one.kind is RemarkKind.QUOTE else one.text for one in found]

    # ---- keeping

    def _do(self, make: Callable[[], Diff]) -> bool:
        try:
            diff = make()
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return False
        return self._bridge.do(diff) if diff else True

    def _keep_title(self) -> None:
        title = self.title.toPlainText().strip()
        if title and title != self._pattern.title:
            self._do(lambda: change_pattern(self._bridge.document, self._pattern.id, title=title))

    def _keep_insight(self) -> None:
        words = self.insight.toPlainText().strip()
        if words and words != self._pattern.insight:
            self._do(lambda: draw_insight(self._bridge.document, self._pattern.id, words))

    def _keep_advice(self) -> None:
        words, owner = self.advice.toPlainText().strip(), self.owner.text().strip()
        if words and owner and (words, owner) != (self._pattern.advice, self._pattern.owner):
            self._do(lambda: give_advice(self._bridge.document, self._pattern.id, words, owner))


def support_words(context: Context, support: Support) -> str:
    """Say by how many citizens and what that is: "3 of 5", never a percentage."""
    t = context.texts
    parts = [t("study_ui.people_of", people=support.people, spoken=support.spoken), t(STRENGTH_KEYS[support.strength])]
    if support.is_serious:
        parts.append(t("study_ui.is_serious"))
    return " · ".join(parts)


def split_words(context: Context, support: Support) -> str:
    """Say the same for each track."""
    t = context.texts
    return " · ".join(
        t("study_ui.in_track", people=people, spoken=spoken, track=t(f"kind.track.{track.value}"))
        for track, people, spoken in support.by_track
        if track is not Track.OPEN
    )


def range_words(context: Context, support: Support) -> str:
    """Say how sure that is: what it may be among a hundred people like these."""
    if support.interval is None:
        return ""
    low, high = round(100 * support.interval.low), round(100 * support.interval.high)
    return context.texts("study_ui.range", low=low, high=high)
