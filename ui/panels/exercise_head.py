"""The head of the page of an exercise: what it is, when, how it went, and the button that starts its clock."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.agenda import SECONDS_PER_MINUTE, BlockState, clock_time_of, days_of, slots_of, state_of
from sprint.records import Block
from sprint.rhythm import kept_time
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel


class ExerciseHeader(QWidget):
    """Title and time on the left, buttons on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._when = PlainLabel(role="muted")
        self._title = PlainLabel(role="display", wrap=True)
        self._state = PlainLabel(role="muted", wrap=True)
        self.start = Button(context, "panel.exercise.start", kind="primary", icon="play")
        self.to_canvas = Button(context, "panel.exercise.to_canvas", icon="step")
        high, lead = context.theme.size("target.touch"), context.theme.size("lead")
        for button in (self.start, self.to_canvas):
            # Found at a glance by somebody who stands.
            button.setStyleSheet(f"min-height: {high}px; font-size: {lead}px; padding: 0 20px;")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._when)
        words.addWidget(self._title)
        words.addWidget(self._state)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.to_canvas)
        row.addWidget(self.start)

    def show_block(self, bridge: SprintBridge, block: Block, names: BlockNames) -> str:
        """Show how things stand with a block; gives its name."""
        t, document = self._context.texts, bridge.document
        days = days_of(document)
        number = next(place for place, day in enumerate(days, start=1) if day.id == block.day_id)
        slot = next(slot for slot in slots_of(document, days[number - 1]) if slot.block.id == block.id)
        when = f"{clock_time_of(slot.start)}–{clock_time_of(slot.end)}"
        self._when.setText(t("panel.exercise.when", day=number, when=when, minutes=block.minutes))
        title = names.title(block)
        self._title.setText(title)
        state = state_of(document, block)
        self.start.setVisible(state is not BlockState.NOW and not bridge.is_read_only)
        self.start.set_text_key("panel.exercise.again" if state is BlockState.DONE else "panel.exercise.start")
        self.start.set_kind("plain" if state is BlockState.DONE else "primary")
        how = self._how_it_went(bridge, block, state)
        self._state.setText(how)
        self._state.setVisible(bool(how))
        return title

    def _how_it_went(self, bridge: SprintBridge, block: Block, state: BlockState) -> str:
        if state is BlockState.NOW:
            return self._context.texts("panel.exercise.running")
        kept = kept_time(bridge.document, block, bridge.read_clock())
        if state is not BlockState.DONE or kept is None:
            return ""
        planned, actual = round(kept.planned / SECONDS_PER_MINUTE), round(kept.actual / SECONDS_PER_MINUTE)
        return self._context.texts("cockpit.kept_time", planned=planned, actual=actual)
