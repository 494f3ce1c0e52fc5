"""The page of an exercise: when, why, what to say, the steps, and the notes it leaves behind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from sprint.agenda import SECONDS_PER_MINUTE, BlockState, clock_time_of, days_of, slots_of, state_of
from sprint.diff import Diff
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Day, TimerRun
from sprint.rhythm import kept_time
from ui.bridge import SprintBridge
from ui.cockpit.run_clock import RunClock
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.panels.exercise_text import ExerciseText
from ui.panels.notes import NotesPanel, kinds_for
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel

_NARROW_PX = 860
_NOTES_PX = 340
_MARGIN = 32
_SENTENCE_PX = 760
_CANVAS = "canvas"


class ExercisePage(QWidget):
    """One block, ready to be run: read it standing, start the clock, write notes."""

    canvas_requested = Signal()

    def __init__(
        self,
        context: Context,
        bridge: SprintBridge,
        catalogue: Catalogue | None = None,
        parent: QWidget | None = None,
        *,
        clock: RunClock | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._names = BlockNames(context.texts, catalogue)
        self._clock = clock or RunClock(bridge, self._names, self)
        self._block_id = ""
        self._text: ExerciseText | None = None
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._left_side(), 1)
        self.notes = NotesPanel(context, bridge, self)
        self._outer.addWidget(self.notes)
        context.texts.changed.connect(self._rebuild)
        context.theme.changed.connect(self._rebuild)
        bridge.document_changed.connect(self._on_diff)
        self._clock.ticked.connect(self._show_step)
        self._clock.changed.connect(self._show_step)
        self._arrange()

    @property
    def block_id(self) -> str:
        """The id of the block that is shown."""
        return self._block_id

    def show_block(self, block_id: str) -> None:
        """Show the exercise of another block."""
        self._block_id = block_id
        self._scroll.verticalScrollBar().setValue(0)
        self._rebuild()

    def start_clock(self) -> None:
        """Start the clock of this block."""
        if self._block_id:
            self._clock.start(self._block_id)

    # ---- building

    def _left_side(self) -> QWidget:
        self._scroll = ScrollColumn(margin=_MARGIN, spacing=6)
        # Not the labels: a layout asks a label for its height at the width of the column.
        self._scroll.inside.setMaximumWidth(_SENTENCE_PX + 2 * _MARGIN)
        column = self._scroll.column
        self._when = PlainLabel(role="muted")
        self._title = PlainLabel(role="display", wrap=True)
        self._purpose = PlainLabel(wrap=True)
        for label in (self._when, self._title, self._purpose):
            column.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 12, 0, 4)
        buttons.setSpacing(12)
        self.start = Button(self._context, "panel.exercise.start", kind="primary", icon="play")
        self.start.clicked.connect(self.start_clock)
        self.to_canvas = Button(self._context, "panel.exercise.to_canvas", icon="step")
        high, lead = self._context.theme.size("target.touch"), self._context.theme.size("lead")
        for button in (self.start, self.to_canvas):
            # Found at a glance by somebody who stands.
            button.setStyleSheet(f"min-height: {high}px; font-size: {lead}px; padding: 0 20px;")
        self.to_canvas.clicked.connect(self.canvas_requested)
        self._state = PlainLabel(role="lead", wrap=True)
        for widget in (self.start, self.to_canvas):
            buttons.addWidget(widget)
        buttons.addWidget(self._state, 1)
        column.addLayout(buttons)
        self._place = column.count()
        column.addStretch(1)
        return self._scroll

    # ---- showing

    def _block(self) -> Block | None:
        block = self._bridge.document.get(self._block_id) if self._block_id else None
        return block if isinstance(block, Block) else None

    def _rebuild(self) -> None:
        if self._text is not None:
            self._text.hide()
            self._text.deleteLater()
            self._text = None
        block = self._block()
        if block is None:
            return
        exercise = self._names.exercise(block)
        if exercise is not None:
            self._text = ExerciseText(self._context, exercise, block.minutes, self._scroll.inside)
            self._text.step_chosen.connect(self._clock.jump_to)
            self._scroll.column.insertWidget(self._place, self._text)
            self._text.show()
        language = self._context.texts.language
        self._purpose.setText(exercise.purpose.get(language) if exercise else "")
        self._purpose.setVisible(exercise is not None)
        self._purpose.setStyleSheet(f"font-size: {self._context.theme.size('title')}px;")
        self.to_canvas.setVisible(exercise is not None and exercise.head.surface == _CANVAS)
        self.notes.show_block(block.id, kinds_for(exercise))
        self._refresh(block)

    def _refresh(self, block: Block) -> None:
        t = self._context.texts
        document = self._bridge.document
        days = days_of(document)
        number = next(place for place, day in enumerate(days, start=1) if day.id == block.day_id)
        slot = next(slot for slot in slots_of(document, days[number - 1]) if slot.block.id == block.id)
        when = f"{clock_time_of(slot.start)}–{clock_time_of(slot.end)}"
        self._when.setText(t("panel.exercise.when", day=number, when=when, minutes=block.minutes))
        self._title.setText(self._names.title(block))
        state = state_of(document, block)
        self.start.setVisible(state is not BlockState.NOW)
        self.start.set_text_key("panel.exercise.again" if state is BlockState.DONE else "panel.exercise.start")
        self._state.setText(self._how_it_went(block, state))
        self._show_step()
        self.setAccessibleName(self._names.title(block))

    def _how_it_went(self, block: Block, state: BlockState) -> str:
        if state is BlockState.NOW:
            return self._context.texts("panel.exercise.running")
        kept = kept_time(self._bridge.document, block, self._bridge.read_clock())
        if state is not BlockState.DONE or kept is None:
            return ""
        planned, actual = round(kept.planned / SECONDS_PER_MINUTE), round(kept.actual / SECONDS_PER_MINUTE)
        return self._context.texts("cockpit.kept_time", planned=planned, actual=actual)

    def _show_step(self) -> None:
        """Mark the step that is on, when the clock of this block runs."""
        if self._text is None:
            return
        run = self._clock.run
        step = self._clock.step() if run is not None and run.block_id == self._block_id else None
        self._text.show_step(step.index if step is not None else None)

    def _on_diff(self, diff: Diff) -> None:
        block = self._block()
        if block is None:
            return
        before_after = diff.changes.get(block.id)
        if before_after is not None:
            self._rebuild()
        elif any(isinstance(r, TimerRun | Block | Day) for change in diff.changes.values() for r in change):
            self._refresh(block)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the notes below when there is no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.width() < _NARROW_PX
        ways = QBoxLayout.Direction
        self._outer.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self.notes.setMinimumWidth(0 if is_narrow else _NOTES_PX)
        self.notes.setMaximumWidth(16_777_215 if is_narrow else _NOTES_PX + max(0, self.width() - 1_200) // 3)
        self.notes.setMaximumHeight(260 if is_narrow else 16_777_215)
