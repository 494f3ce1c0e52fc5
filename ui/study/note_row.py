"""One note of a talk in the list: how it felt, its words, and where it was placed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sprint.edits.citizens import change_remark
from sprint.edits.delete import delete
from sprint.records import Observation, Record, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.remarks import RemarkField, ValenceButton
from ui.widgets.columns import RecordRow, inset
from ui.widgets.labels import PlainLabel
from ui.widgets.trash import TrashButton

_NEXT_VALENCE = {1: 0, 0: -1, -1: 1}
_FIELD_INSET = 9
TAG_KEYS = {"seen": "study_ui.tag_seen", "heard": "study_ui.tag_heard", "helped": "study_ui.tag_helped"}


class NoteRow(RecordRow):
    """A note that can be changed in place; `number_of` gives the number of a step in the list beside it."""

    def __init__(
        self, context: Context, bridge: SprintBridge, remark: Observation, number_of: Callable[[str], int]
    ) -> None:
        super().__init__()
        self._context, self._bridge, self._remark, self._number_of = context, bridge, remark, number_of
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(4)
        self.sign = ValenceButton(context, remark.valence, self)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.field = RemarkField(self)
        self._place = PlainLabel(role="small", wrap=True)
        words.addWidget(self.field)
        words.addLayout(inset(self._place, _FIELD_INSET))
        row.addLayout(words, 1)
        self.trash = TrashButton(context, "panel.remarks.delete", parent=self)
        row.addWidget(self.trash, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self.sign, self.trash):
            part.setEnabled(not bridge.is_read_only)
        self.field.setReadOnly(bridge.is_read_only)
        self.sign.clicked.connect(lambda: self._change(valence=_NEXT_VALENCE[self._remark.valence]))
        self.field.valence_chosen.connect(lambda valence: self._change(valence=valence))
        self.field.typed.connect(lambda text: self._change(f"remark.{self._remark.id}", text=text))
        self.field.left.connect(bridge.break_merge)
        self.field.entered.connect(self.field.clearFocus)
        self.trash.clicked.connect(lambda: bridge.do(delete(bridge.document, [self._remark.id])))
        self.show_record(remark)

    def show_record(self, record: Record) -> None:
        """Show this state of the note."""
        if not isinstance(record, Observation):
            return
        self._remark = record
        self.sign.show_valence(record.valence)
        self.field.show_text(record.text)
        placed = placed_words(self._context, self._bridge, record, self._number_of(record.step_id))
        self.field.setAccessibleName(placed)
        self._place.setText(placed)

    def _change(self, merge: str = "", **fields: object) -> None:
        if not self._bridge.do(change_remark(self._bridge.document, self._remark.id, **fields), merge=merge):
            self.show_record(self._remark)


def placed_words(context: Context, bridge: SprintBridge, remark: Observation, number: int) -> str:
    """Say where a note lies and what else is known of it, in one line."""
    t = context.texts
    step = bridge.document.get(remark.step_id)
    title = step.title if isinstance(step, Step) else ""
    parts = [f"{number} · {title}" if number else title, t(f"kind.remark.{remark.kind.value}")]
    if remark.severity:
        parts.append(t("study_ui.severity", value=remark.severity))
    if remark.feeling is not None:
        parts.append(t("study_ui.feeling", value=t.translator.signed(remark.feeling)))
    parts += [t(TAG_KEYS[tag]) for tag in remark.tags if tag in TAG_KEYS]
    if remark.is_legal:
        parts.append(t("study_ui.law"))
    if remark.scene:
        parts.append(remark.scene)
    if remark.note_taker:
        parts.append(remark.note_taker)
    return " · ".join(part for part in parts if part)
