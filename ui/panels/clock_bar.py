"""The clock at the bottom, always there: what is now, which step, how long still, and how the day stands."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.agenda import SECONDS_PER_MINUTE, blocks_of, clock_time_of, slots_of
from sprint.clock import TWO_MINUTES, ClockSignal, SignalKind
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Day, RunState, TimerRun
from sprint.rhythm import energy
from ui.bridge import SprintBridge
from ui.cockpit.run_clock import RunClock
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.panels.clock_face import CountDown, TimeBar, TwoLineLabel, clock_text
from ui.widgets.button import Button
from ui.widgets.labels import ElidedLabel, PlainLabel

BAR_HEIGHT = 88
_ROOMY = 1400
"""From this width there is room for +5, for the arrows between steps and for larger names."""
_TIGHT = 1160
"""Below this width the bar says that the day is behind by offering proposals, without the minutes."""
_NARROWEST = 960
_FLASH_MS = 6_000
_MUCH = 88
"""So many minutes behind or ahead have their place beside the buttons, so that nothing moves as they grow."""
_LINES = {
    SignalKind.FIFTH_LEFT: 4,
    SignalKind.TWENTIETH_LEFT: 6,
    SignalKind.TWO_MINUTES_LEFT: 8,
    SignalKind.STEP_END: 4,
    SignalKind.END: 8,
}
"""How thick the amber line is that lights up, so that the room stays quiet when the sound is off."""
_OVER_LINE = 4
_AIR = 8
_WASH = 0.26
"""How much amber lies over the bar at the end; white on it keeps 7 : 1."""


class ClockBar(QWidget):
    """Starts, pauses, lengthens and ends the clock of a block; says which step it is and how the day stands."""

    two_minutes_left = Signal(str)
    """The block's name, once per run, when its last two minutes begin."""
    proposals_requested = Signal()
    day_requested = Signal()

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
        self.clock = clock or RunClock(bridge, self._names, self)
        self._lit: SignalKind | None = None
        self._tired = ""
        self._flash = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._flash.timeout.connect(self._put_out)
        self.setProperty("ground", "clock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(BAR_HEIGHT)
        self._build()
        self._listen()
        self._refresh()

    # ---- what a person can do

    @property
    def run(self) -> TimerRun | None:
        """The run that is on the clock."""
        return self.clock.run

    def start(self, block_id: str = "") -> None:
        """Start the clock of a block; without one, of the block that comes next."""
        self.clock.start(block_id)

    def toggle_pause(self) -> None:
        """Pause or go on; without a running clock, start what comes next."""
        self.clock.toggle_pause()

    def add_minute(self) -> None:
        """Give the block one more minute."""
        self.clock.add_minutes(1)

    def finish(self) -> None:
        """The block is done."""
        self.clock.finish()

    # ---- building

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(12)
        self._when = ElidedLabel(role="muted")
        self._title = TwoLineLabel(role="title")
        words = _two_lines(self._when, self._title)
        row.addLayout(words, 3)
        self._left = CountDown(self._context, self)
        row.addWidget(self._left)
        row.addSpacing(4)
        row.addLayout(self._middle(), 5)
        row.addSpacing(4)
        self._drift_word = PlainLabel(role="muted")
        self._drift = PlainLabel(role="title")
        for label in (self._drift_word, self._drift):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addLayout(_two_lines(self._drift_word, self._drift))
        row.addSpacing(4)
        self.proposals_button = self._button("cockpit.proposals", self.proposals_requested.emit, kind="clock_now")
        self.day_button = self._button("cockpit.day.open_page", self.day_requested.emit)
        self.done_button = self._button("panel.clock.done", self.finish, icon="check")
        self.more_button = self._button("panel.clock.more", self.add_minute)
        self.five_button = self._button("cockpit.five_more", lambda: self.clock.add_minutes(5))
        self.start_button = self._button("panel.clock.start", self.clock.start, kind="clock_now", icon="play")
        self.pause_button = self._button("panel.clock.pause", self.toggle_pause, icon="pause")
        # What is pressed in the middle of a day stands at the edge, pause where start was, and proposals have their
        # place before they come: whatever happens, nothing slips under the pointer.
        for button in (
            self.proposals_button,
            self.day_button,
            self.done_button,
            self.more_button,
            self.five_button,
            self.start_button,
            self.pause_button,
        ):
            row.addWidget(button)

    def _middle(self) -> QVBoxLayout:
        """Make the bar that fills, with the step and its own clock above it."""
        self._step_text = TwoLineLabel(role="lead")
        self._step_left = CountDown(self._context, self, size="heading")
        self.back_button = self._button(
            "", lambda: self.clock.jump_by(-1), icon="chevron_left", name="cockpit.step_back"
        )
        self.next_button = self._button(
            "", lambda: self.clock.jump_by(1), icon="chevron_right", name="cockpit.step_next"
        )
        above = QHBoxLayout()
        above.setSpacing(4)
        for part, stretch in ((self._step_text, 1), (self._step_left, 0), (self.back_button, 0), (self.next_button, 0)):
            above.addWidget(part, stretch)
        self._bar = TimeBar(self._context, self)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addStretch(1)
        column.addLayout(above)
        column.addWidget(self._bar)
        column.addStretch(1)
        return column

    def _button(
        self, key: str, action: Callable[[], object], *, kind: str = "clock", icon: str = "", name: str = ""
    ) -> Button:
        button = Button(self._context, key, kind=kind, icon=icon, name_key=name, parent=self)
        button.clicked.connect(lambda _checked=False: action())
        return button

    def _listen(self) -> None:
        self.clock.changed.connect(self._refresh)
        self.clock.ticked.connect(self._on_tick)
        self.clock.signalled.connect(self._on_signal)
        self._context.texts.changed.connect(self._refresh)

    # ---- showing

    def _refresh(self) -> None:
        run, block = self.run, self.clock.block
        if run is None and self._lit is not None:
            self._put_out()
        can_act = not self._bridge.is_read_only
        self.start_button.setVisible(run is None and block is not None and can_act)
        self._offer_day(block if run is None else None, is_idle=run is None)
        for button in (self.pause_button, self.more_button, self.done_button):
            button.setVisible(run is not None and can_act)
        is_paused = run is not None and run.state is RunState.PAUSED
        self.pause_button.set_text_key("panel.clock.resume" if is_paused else "panel.clock.pause")
        self.pause_button.set_icon("play" if is_paused else "pause")
        self.start_button.ensurePolished()
        self.pause_button.setMinimumWidth(self.start_button.sizeHint().width())
        for part in (self._left, self._bar):
            part.setVisible(block is not None)
        self._show_title(block)
        self._show_day()
        self._show_time()
        self.setAccessibleName(self._context.texts("panel.clock"))

    def _offer_day(self, coming: Block | None, *, is_idle: bool) -> None:
        """Offer the page of the day before its first block and behind its last one."""
        today = self.clock.today
        is_live = today is not None and today.is_live
        is_over = coming is None and bool(self._bridge.document.table(Block))
        is_first = False
        if coming is not None and today is not None and is_live:
            blocks = blocks_of(self._bridge.document, today.day.id)
            is_over = coming.day_id != today.day.id
            is_first = bool(blocks) and coming.id == blocks[0].id
        self.day_button.setVisible(is_idle and (is_over or is_first))
        self.day_button.set_text_key("cockpit.day.opening" if is_first else "cockpit.day.open_page")

    def _show_title(self, block: Block | None) -> None:
        t = self._context.texts
        if block is not None:
            others, title = self.clock.others, self._names.title(block)
            self._title.setText(t("panel.clock.with_others", title=title, count=others) if others else title)
        else:
            has_blocks = bool(self._bridge.document.table(Block))
            self._title.setText(t("panel.clock.all_done" if has_blocks else "panel.clock.no_programme"))

    def _show_day(self) -> None:
        """Say how the day stands, and offer proposals when it does not run as planned."""
        t, today = self._context.texts, self.clock.today
        self._tired = self._tired_text()
        minutes = today.behind if today is not None and today.is_live else 0
        is_live = today is not None and today.is_live and self.clock.block is not None
        for label in (self._drift_word, self._drift):
            label.setVisible(is_live and self.width() >= _TIGHT)
        policy = self.proposals_button.sizePolicy()
        if policy.retainSizeWhenHidden() != is_live:
            policy.setRetainSizeWhenHidden(is_live)
            self.proposals_button.setSizePolicy(policy)
        self.proposals_button.setVisible(bool(minutes) and is_live and not self._bridge.is_read_only)
        self._drift_word.setText(t("cockpit.day_runs"))
        key = "cockpit.behind" if minutes > 0 else "cockpit.ahead" if minutes < 0 else "cockpit.on_time"
        self._drift.setText(t(key, minutes=abs(minutes)) if minutes else t(key))
        role = "clock_now" if minutes > 0 else "clock_text"
        self._drift.setStyleSheet(f"color: {self._context.theme.hex(role)}; font-size: {self._name_size()}px;")
        self._drift.ensurePolished()
        said = (t("cockpit.behind", minutes=_MUCH), t("cockpit.ahead", minutes=_MUCH), t("cockpit.on_time"))
        self._drift.setMinimumWidth(max(map(self._drift.fontMetrics().horizontalAdvance, said)) + _AIR)

    def _name_size(self) -> int:
        return self._context.theme.size("title" if self.width() >= _ROOMY else "lead")

    def _show_time(self) -> None:
        run, block = self.run, self.clock.block
        self._show_step()
        self._when.setVisible(block is not None)
        if run is None or block is None:
            self._when.setText(self._context.texts("panel.clock.next", when=self._window(block)) if block else "")
            self._left.show_time(clock_text((block.minutes if block else 0) * SECONDS_PER_MINUTE), "clock_muted")
            self._bar.show_share(0)
            return
        left = self.clock.left()
        key = "panel.clock.paused" if run.state is RunState.PAUSED else "panel.clock.now"
        if left <= -1:
            key = "panel.clock.over"
        elif left <= TWO_MINUTES and run.state is RunState.RUNNING:
            key = "panel.clock.nearly"
        said = self._context.texts(key, when=self._window(block))
        if said + self._tired != self._when.text():
            self._when.setText(said + self._tired)
        self._left.show_time(clock_text(left), "clock_now" if left <= -1 else "clock_text")
        self._bar.show_share(1 - left / run.planned_seconds if run.planned_seconds else 1.0)

    def _tired_text(self) -> str:
        """Say quietly that people have worked too long without a break."""
        today = self.clock.today
        if today is None or not today.is_live:
            return ""
        worked = energy(self._bridge.document, today.day, self._bridge.read_clock(), self._names.is_rest)
        said = self._context.texts("cockpit.break_due", minutes=worked.worked)
        return f" · {said}" if worked.is_due else ""

    def _show_step(self) -> None:
        step, lengths = self.clock.step(), self.clock.lengths()
        is_there = step is not None and len(lengths) > 1
        is_roomy = self.width() >= _ROOMY
        self._step_text.setVisible(is_there)
        self._step_left.setVisible(is_there)
        can_act = not self._bridge.is_read_only
        self.five_button.setVisible(self.run is not None and is_roomy and can_act)
        self.back_button.setVisible(is_there and is_roomy and can_act)
        self.next_button.setVisible(is_there and is_roomy and can_act)
        run = self.run
        planned = run.planned_seconds if run is not None else 0.0
        offset = run.step_offset if run is not None else 0.0
        ends = [end - offset for end in accumulate(lengths[:-1])]
        self._bar.show_notches(tuple(end / planned for end in ends if 0 < end < planned))
        if step is None or not is_there:
            return
        key = "cockpit.step" if is_roomy else "cockpit.step_short"
        text = self.clock.step_text(step.index)
        said = self._context.texts(key, number=step.index + 1, steps=len(lengths), text=text)
        if said != self._step_text.text():
            self._step_text.setText(said)
            self.back_button.setEnabled(step.index > 0)
            self.next_button.setEnabled(step.index < len(lengths) - 1)
        self._step_left.show_time(clock_text(max(0.0, step.left)), "clock_text")

    def _window(self, block: Block) -> str:
        day = self._bridge.document.require(Day, block.day_id)
        slot = next(slot for slot in slots_of(self._bridge.document, day) if slot.block.id == block.id)
        return f"{clock_time_of(slot.start)}–{clock_time_of(slot.end)}"

    # ---- what the clock tells

    def _on_tick(self) -> None:
        if self.isVisible():
            self._show_time()

    def _on_signal(self, signal: ClockSignal) -> None:
        self._lit = signal.kind
        self._flash.start()
        self.update()
        block = self.clock.block
        if signal.kind is SignalKind.TWO_MINUTES_LEFT and block is not None:
            title = self._names.title(block)
            self._announce(self._context.texts("panel.clock.two_minutes", title=title))
            self.two_minutes_left.emit(title)
        elif signal.kind is SignalKind.END and block is not None:
            self._announce(self._context.texts("cockpit.time_is_up", title=self._names.title(block)))

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @property
    def lit(self) -> SignalKind | None:
        """The signal that can be seen now."""
        return self._lit

    def _put_out(self) -> None:
        self._flash.stop()
        self._lit = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Light up along the top, and as a whole when the time is up; nothing flashes."""
        thick = _LINES[self._lit] if self._lit is not None else 0
        run = self.run
        if not thick and run is not None and self.clock.left() <= 0:
            thick = _OVER_LINE
        if not thick:
            return
        painter = QPainter(self)
        amber = self._context.theme.colour("clock_now")
        painter.fillRect(QRectF(0, 0, self.width(), thick), amber)
        if self._lit is SignalKind.END:
            amber.setAlphaF(_WASH)
            painter.fillRect(QRectF(self.rect()), amber)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be, not as it is now: it leaves out what there is no room for."""
        return QSize(_NARROWEST, BAR_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._title.setStyleSheet(f"font-size: {self._name_size()}px;")
        self._show_day()
        self._show_step()

    def showEvent(self, event: QShowEvent) -> None:
        """Be right at once, however long nobody looked."""
        super().showEvent(event)
        self._show_time()


def _two_lines(above: QWidget, below: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addStretch(1)
    column.addWidget(above)
    column.addWidget(below)
    column.addStretch(1)
    return column
