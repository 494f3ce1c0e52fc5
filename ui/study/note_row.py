"""One note of a talk in the list: how it felt, its words, and where it was placed."""

from __future__ import annotations

from collections.abc import Callable

from sprint.records import Observation, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.remark_line import RemarkLine

TAG_KEYS = {"seen": "study_ui.tag_seen", "heard": "study_ui.tag_heard", "helped": "study_ui.tag_helped"}


class NoteRow(RemarkLine):
    """A note that can be changed in place; `number_of` gives the number of a step in the list beside it."""

    def __init__(
        self, context: Context, bridge: SprintBridge, remark: Observation, number_of: Callable[[str], int]
    ) -> None:
        super().__init__(context, bridge, remark, air=4)
        self._row.setSpacing(4)
        self._number_of = number_of
        self.show_record(remark)

    def words_about(self, remark: Observation) -> tuple[str, str]:
        """Where it was placed."""
        placed = placed_words(self._context, self._bridge, remark, self._number_of(remark.step_id))
        return placed, placed


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
