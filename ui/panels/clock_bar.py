"""The clock at the bottom, always there: what is now, how long it still takes, and what comes next.

Ticks only repaint: the time left comes from the anchors of the run, so a sleep, a crash or a late tick changes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.agenda import clock_time_of, next_block, slots_of
from sprint.clock import remaining
from sprint.diff import Diff
from sprint.edits.clock import add_minutes, finish_run, open_runs, pause_run, resume_run, start_run
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Day, RunState, TimerRun
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.panels.clock_face import CountDown, TimeBar, clock_text
from ui.widgets.button import Button
from ui.widgets.labels import ElidedLabel, PlainLabel

TICK_MS = 200
WARN_SECONDS = 120.0
BAR_HEIGHT = 80
_SECONDS_PER_MINUTE = 60


class ClockBar(QWidget):
    """Starts, pauses, lengthens and ends the clock of a block; says when two minutes are left."""

    two_minutes_left = Signal(str)
    """The block's name, once per run, when its last two minutes begin."""

    def __init__(
        self, context: Context, bridge: SprintBridge, catalogue: Catalogue | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._names = BlockNames(context.texts, catalogue)
        self._last_left: tuple[str, float] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.setProperty("ground", "clock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(BAR_HEIGHT)
        self._build()
        context.texts.changed.connect(self._refresh)
        bridge.document_changed.connect(self._on_diff)
        self._refresh()

    # ---- what a person can do

    @property
    def run(self) -> TimerRun | None:
        """The run that is on the clock."""
        runs = open_runs(self._bridge.document)
        return runs[-1] if runs else None

    def start(self, block_id: str = "") -> None:
        """Start the clock of a block; without one, of the block that comes next."""
        document = self._bridge.document
        block = document.get(block_id) if block_id else next_block(document)
        if isinstance(block, Block):
            now, at = self._bridge.read_clock(), self._bridge.utc_now()
            self._bridge.record(start_run(document, self._bridge.ids, block.id, now, at))

    def toggle_pause(self) -> None:
        """Pause or go on; without a running clock, start what comes next."""
        run, now = self.run, self._bridge.read_clock()
        if run is None:
            self.start()
        elif run.state is RunState.PAUSED:
            self._bridge.record(resume_run(self._bridge.document, run.id, now))
        else:
            self._bridge.record(pause_run(self._bridge.document, run.id, now))

    def add_minute(self) -> None:
        """Give the block one more minute."""
        if (run := self.run) is not None:
            self._bridge.record(add_minutes(self._bridge.document, run.id, 1))

    def finish(self) -> None:
        """The block is done."""
        if (run := self.run) is not None:
            now, at = self._bridge.read_clock(), self._bridge.utc_now()
            self._bridge.record(finish_run(self._bridge.document, run.id, now, at))

    # ---- building

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._when = PlainLabel(role="muted")
        self._title = ElidedLabel(role="lead_bold")
        words.addStretch(1)
        words.addWidget(self._when)
        words.addWidget(self._title)
        words.addStretch(1)
        row.addLayout(words)
        self._left = CountDown(self._context, self)
        row.addWidget(self._left)
        self._bar = TimeBar(self._context, self)
        row.addWidget(self._bar, 1)
        self._start = Button(self._context, "panel.clock.start", kind="clock_now", icon="play")
        self._pause = Button(self._context, "panel.clock.pause", kind="clock", icon="pause")
        self._more = Button(self._context, "panel.clock.more", kind="clock")
        self._done = Button(self._context, "panel.clock.done", kind="clock", icon="check")
        actions = (self.start, self.toggle_pause, self.add_minute, self.finish)
        for button, action in zip((self._start, self._pause, self._more, self._done), actions, strict=True):
            button.clicked.connect(lambda _=False, action=action: action())
            row.addWidget(button)

    # ---- showing

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, TimerRun | Block | Day) for change in diff.changes.values() for record in change):
            self._refresh()

    def _refresh(self) -> None:
        run = self.run
        block = self._bridge.document.get(run.block_id) if run is not None else next_block(self._bridge.document)
        shown = block if isinstance(block, Block) else None
        self._start.setVisible(run is None and shown is not None)
        for button in (self._pause, self._more, self._done):
            button.setVisible(run is not None)
        is_paused = run is not None and run.state is RunState.PAUSED
        self._pause.set_text_key("panel.clock.resume" if is_paused else "panel.clock.pause")
        self._pause.set_icon("play" if is_paused else "pause")
        self._left.setVisible(shown is not None)
        self._bar.setVisible(shown is not None)
        self._show_title(shown)
        self._show_time()
        self.setAccessibleName(self._context.texts("panel.clock"))
        self._run_timer()

    def _show_title(self, block: Block | None) -> None:
        t = self._context.texts
        if block is not None:
            self._title.setText(self._names.title(block))
        else:
            has_blocks = bool(self._bridge.document.table(Block))
            self._title.setText(t("panel.clock.all_done" if has_blocks else "panel.clock.no_programme"))

    def _show_time(self) -> None:
        run = self.run
        t = self._context.texts
        if run is None:
            block = next_block(self._bridge.document)
            self._when.setText(t("panel.clock.next", when=self._window(block)) if block is not None else "")
            self._when.setVisible(block is not None)
            self._left.show_time(clock_text((block.minutes if block else 0) * _SECONDS_PER_MINUTE), "clock_muted")
            self._bar.show_share(0)
            return
        left = remaining(run, self._bridge.read_clock())
        block = self._bridge.document.require(Block, run.block_id)
        key = "panel.clock.paused" if run.state is RunState.PAUSED else "panel.clock.now"
        if left <= -1:
            key = "panel.clock.over"
        elif left <= WARN_SECONDS and run.state is RunState.RUNNING:
            key = "panel.clock.nearly"
        self._when.setVisible(True)
        self._when.setText(t(key, when=self._window(block)))
        self._left.show_time(clock_text(left), "clock_now" if left <= -1 else "clock_text")
        self._bar.show_share(1 - left / run.planned_seconds if run.planned_seconds else 1.0)
        self._announce(run, block, left)

    def _window(self, block: Block) -> str:
        day = self._bridge.document.require(Day, block.day_id)
        slot = next(slot for slot in slots_of(self._bridge.document, day) if slot.block.id == block.id)
        return f"{clock_time_of(slot.start)}–{clock_time_of(slot.end)}"

    def _announce(self, run: TimerRun, block: Block, left: float) -> None:
        before, self._last_left = self._last_left, (run.id, left)
        if before is None or before[0] != run.id or not before[1] > WARN_SECONDS >= left > 0:
            return
        title = self._names.title(block)
        words = self._context.texts("panel.clock.two_minutes", title=title)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.two_minutes_left.emit(title)

    # ---- ticking

    def _tick(self) -> None:
        self._show_time()

    def _run_timer(self) -> None:
        run = self.run
        is_needed = run is not None and run.state is RunState.RUNNING and self.isVisible()
        if is_needed != self._timer.isActive():
            if is_needed:
                self._timer.start()
            else:
                self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Tick while somebody can see it."""
        super().showEvent(event)
        self._show_time()
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody can."""
        super().hideEvent(event)
        self._timer.stop()
