"""Two wordings of one remark side by side, after the notes of a second laptop came in: a key decides which stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits.beside import beside_pairs, keep_both, keep_ours, keep_theirs
from sprint.records import Observation, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.people import code_words, who_is
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel

_WAYS: tuple[tuple[Qt.Key, str, Callable[[Document, str], Diff]], ...] = (
    (Qt.Key.Key_1, "study_ui.keep_here", keep_ours),
    (Qt.Key.Key_2, "study_ui.keep_there", keep_theirs),
    (Qt.Key.Key_3, "study_ui.keep_both", keep_both),
)


class WordingRow(QFrame):
    """One remark twice: 1 keeps what stood here, 2 what came from there, 3 both."""

    decided = Signal()

    def __init__(
        self, context: Context, bridge: SprintBridge, ours: Observation, other: Observation, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge, self._other_id = bridge, other.id
        self.setProperty("ground", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        t, step = context.texts, bridge.document.get(ours.step_id)
        who = code_words(context, who_is(bridge.document, ours.participant_id))
        title = " · ".join(part for part in (who, step.title if isinstance(step, Step) else "") if part)
        self.setAccessibleName(f"{title}: {t('study_ui.two_wordings', ours=ours.text, theirs=other.text)}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(PlainLabel(title, role="bold", wrap=True))
        both = QGridLayout()
        both.setHorizontalSpacing(16)
        for place, (key, remark) in enumerate((("study_ui.here", ours), ("study_ui.there", other))):
            taker = remark.note_taker
            both.addWidget(PlainLabel(" · ".join(part for part in (t(key), taker) if part), role="small"), 0, place)
            both.addWidget(PlainLabel(wording(remark), wrap=True), 1, place, Qt.AlignmentFlag.AlignTop)
            both.setColumnStretch(place, 1)
        column.addLayout(both)
        row = QHBoxLayout()
        self.buttons = [Button(context, key, kind="quiet") for _, key, _ in _WAYS]
        for button, (_, _, make) in zip(self.buttons, _WAYS, strict=True):
            button.clicked.connect(lambda _=False, make=make: self._decide(make))
            button.setEnabled(not bridge.is_read_only)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide with a digit."""
        make = next((make for key, _, make in _WAYS if key == event.key()), None)
        if make is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self._bridge.is_read_only:
            super().keyPressEvent(event)
        else:
            self._decide(make)

    def _decide(self, make: Callable[[Document, str], Diff]) -> None:
        if self._bridge.document.get(self._other_id) is not None:
            self._bridge.do(make(self._bridge.document, self._other_id))
            self.decided.emit()


class Wordings(QWidget):
    """Everything that stands there twice; nothing when nothing does."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.rows: list[WordingRow] = []
        self._shown: list[tuple[Observation, Observation]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._title = PlainLabel(role="bold", wrap=True)
        self._column.addWidget(self._title)

    def refresh(self) -> None:
        """Show what stands there twice now."""
        pairs = beside_pairs(self._bridge.document)
        self.setVisible(bool(pairs))
        self._title.setText(self._context.texts("study_ui.wordings", count=len(pairs)))
        if pairs == self._shown:
            return
        self._shown = pairs
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [WordingRow(self._context, self._bridge, *pair, self) for pair in pairs]
        for row in self.rows:
            row.decided.connect(self._go_on)
            self._column.addWidget(row)
            row.show()

    def _go_on(self) -> None:
        """Take the keyboard to the next pair."""
        if self.rows:
            self.rows[0].setFocus()
        else:
            self.parentWidget().setFocus()


def wording(remark: Observation) -> str:
    """Write a remark with its sign, and how serious it is."""
    sign = {1: "+", 0: "0", -1: "−"}[remark.valence]
    return " ".join(part for part in (sign, "!" * remark.severity, f"“{remark.text}”") if part)
