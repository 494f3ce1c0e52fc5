"""The cockpit of one sprint: ties clock, sound, questions, proposals, capture and lists together for the workbench."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from sprint.agenda import SECONDS_PER_MINUTE
from sprint.clock import ClockSignal, Happening, SignalKind
from sprint.diff import Diff
from sprint.errors import SprintError
from sprint.records import Block, RunState, TimerRun
from ui.bridge import SprintBridge
from ui.cockpit.capture import CaptureKind, CaptureStrip, Whereabouts
from ui.cockpit.commands import CockpitTask
from ui.cockpit.lists import LISTS_WIDTH, SideLists
from ui.cockpit.run_clock import Absence, RunClock
from ui.cockpit.sound import Chimes, Player
from ui.context import Context
from ui.notices import Notice, Notices
from ui.panels.blocks import BlockNames
from ui.panels.clock_bar import ClockBar

if TYPE_CHECKING:
    from sprint.programme.replan import Proposal
    from ui.cockpit.day_page import DayPage
    from ui.cockpit.proposals import ProposalsPanel

_FAST_STEP_SECONDS = 180.0
"""Steps up to three minutes ring at their end (Crazy 8s); the end of a longer one only lights up."""
_AWAY = {
    Happening.SLEPT: "cockpit.slept",
    Happening.REBOOTED: "cockpit.was_off",
}


class Cockpit(QObject):
    """Everything around the clock; `host` is the widget over which the proposals lie."""

    day_page_wanted = Signal()
    lists_changed = Signal()

    def __init__(
        self,
        context: Context,
        bridge: SprintBridge,
        host: QWidget,
        where: Callable[[], Whereabouts],
        player: Player | None = None,
    ) -> None:
        super().__init__(host)
        self._context, self._bridge, self._host = context, bridge, host
        self._notices: Notices | None = None
        self._finished: list[str] = []
        self.names = BlockNames(context.texts)
        self.clock = RunClock(bridge, self.names, self)
        self.chimes = Chimes(context.settings, player, self)
        self.bar = ClockBar(context, bridge, clock=self.clock)
        self.strip = CaptureStrip(context, bridge, self.names, where)
        self.lists = SideLists(context, bridge)
        self._proposals: ProposalsPanel | None = None
        self._room = QRect()
        self._day: DayPage | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.keep_moments)
        self._ring = QTimer(self, singleShot=True, interval=0)  # what falls together rings once
        self._ring.timeout.connect(self.chimes.ring)
        self._listen()

    @property
    def day_page(self) -> DayPage:
        """The page that opens and closes a day, made when it is first asked for."""
        if self._day is None:
            from ui.cockpit.day_page import DayPage  # noqa: PLC0415 - the first window needs none of it

            self._day = DayPage(self._context, self._bridge, self.clock, self.names)
        return self._day

    @property
    def proposals(self) -> ProposalsPanel:
        """What could give way, made when it is first asked for."""
        if self._proposals is None:
            from ui.cockpit.proposals import ProposalsPanel  # noqa: PLC0415 - the first window needs none of it

            self._proposals = ProposalsPanel(self._context, self._bridge, self.clock, self.names, self._host)
            self._proposals.closed.connect(self._back_to_work)
            self._proposals.taken.connect(self._on_taken)
            self.arrange(self._room)
        return self._proposals

    def _listen(self) -> None:
        self.clock.signalled.connect(self._on_signal)
        self.clock.was_away.connect(self._on_away)
        self.clock.clock_was_set.connect(self._on_clock_set)
        self.clock.changed.connect(self._on_clock)
        self.bar.proposals_requested.connect(self.toggle_proposals)
        self.bar.day_requested.connect(self.day_page_wanted)
        self.strip.closed.connect(self._back_to_work)
        self.lists.capture_requested.connect(self.capture)
        self.lists.closed.connect(self.lists_changed)
        self._bridge.document_changed.connect(self._on_diff)

    # ---- from the window

    def begin(self, notices: Notices | None) -> None:
        """Begin to tick; questions about a sleep stand among the strips of the window."""
        self._notices = notices
        self.clock.begin()

    def end(self) -> None:
        """Keep what is due and rest, before the sprint is closed."""
        self.keep_moments()
        self.clock.end()
        self._ring.stop()
        self.chimes.stop()

    def capture(self, kind: CaptureKind | None = None) -> None:
        """Open the strip for quick capture; asked again, close it."""
        focus = self._host.window().focusWidget()
        if kind is None and self.strip.isVisible() and focus is not None and self.strip.isAncestorOf(focus):
            self.strip.close_strip()
        else:
            self.strip.open_strip(kind)

    def toggle_proposals(self) -> None:
        """Show what could give way, or put it away."""
        if self.proposals.isVisible():
            self.proposals.close_panel()
        else:
            self.proposals.open_panel()

    def toggle_lists(self) -> None:
        """Show what is parked and decided, or put it away."""
        self.lists.setVisible(not self.lists.isVisible())
        self.lists_changed.emit()

    def do(self, task: CockpitTask) -> None:
        """Do what a row of the menu asks."""
        tasks: dict[CockpitTask, Callable[[], object]] = {
            "pause": self.clock.toggle_pause,
            "more": lambda: self.clock.add_minutes(1),
            "five": lambda: self.clock.add_minutes(5),
            "done": self.clock.finish,
            "step_back": lambda: self.clock.jump_by(-1),
            "step_next": lambda: self.clock.jump_by(1),
            "proposals": self.toggle_proposals,
            "capture": self.capture,
            "remark": lambda: self.capture(CaptureKind.REMARK),
            "lists": self.toggle_lists,
            "day": self.day_page_wanted.emit,
            "sound": self._toggle_sound,
        }
        tasks[task]()

    def _toggle_sound(self) -> None:
        settings, texts = self._context.settings, self._context.texts
        settings.set("sound", not settings.is_on("sound"))
        self._context.messages.tell(texts("cockpit.sound_on" if settings.is_on("sound") else "cockpit.sound_off"))

    def arrange(self, room: QRect) -> None:
        """Lay the proposals over the lower right of `room`."""
        self._room = room
        if self._proposals is not None:
            self._proposals.lie_in(room)
        self.lists.setFixedWidth(LISTS_WIDTH)

    # ---- what happens

    def _on_clock(self) -> None:
        if self.clock.is_running:
            self.chimes.prepare()
        if self._notices is not None and self.clock.absence is None:
            self._notices.close_notice("away")

    def _on_signal(self, signal: ClockSignal) -> None:
        """Ring at the end, two minutes before it, and between short steps; everything else only lights up."""
        is_loud = signal.kind in (SignalKind.END, SignalKind.TWO_MINUTES_LEFT)
        is_fast = signal.step is not None and self.clock.lengths()[signal.step] <= _FAST_STEP_SECONDS
        if is_loud or is_fast:
            self._ring.start()

    def _on_away(self, absence: Absence) -> None:
        """Ask, in passing, whether the time that nobody saw counts; it does until somebody says otherwise."""
        if self._notices is None:
            return
        key = _AWAY[absence.kind]
        if absence.was_closed and absence.kind is Happening.SLEPT:
            key = "cockpit.was_closed"
        minutes = max(1, round(absence.seconds / SECONDS_PER_MINUTE))
        question = Notice(
            lambda: self._context.texts(key, count=minutes),
            action="cockpit.counts",
            run=lambda: self._answer(self.clock.count_absence),
            other_action="cockpit.does_not_count",
            run_other=lambda: self._answer(self.clock.forget_absence),
            can_close=False,
        )
        self._notices.show_notice("away", question)

    def _answer(self, answer: Callable[[], None]) -> None:
        answer()
        if self._notices is not None:
            self._notices.close_notice("away")

    def _on_clock_set(self, seconds: float) -> None:
        self._context.messages.tell(
            self._context.texts("cockpit.clock_set", count=max(1, round(abs(seconds) / SECONDS_PER_MINUTE)))
        )

    def _on_taken(self, proposal: Proposal) -> None:
        texts = self._context.texts
        self._context.messages.tell(texts("cockpit.taken", text=texts.translator.label(proposal.consequence)))

    def _back_to_work(self) -> None:
        self._host.setFocus()

    # ---- a moment for each exercise that ends

    def _on_diff(self, diff: Diff) -> None:
        for before, after in diff.changes.values():
            if not isinstance(after, TimerRun) or after.state is not RunState.FINISHED:
                continue
            if not isinstance(before, TimerRun) or before.state is not RunState.FINISHED:
                self._finished.append(after.block_id)
                self._soon.start()  # the edit that ended it must be written first

    def keep_moments(self) -> None:
        """Keep the end of each exercise as a named moment, and let the people's file be written."""
        self._soon.stop()
        ended, self._finished = self._finished, []
        for block_id in ended:
            block = self._bridge.document.get(block_id)
            if isinstance(block, Block) and not self.names.is_rest(block) and not self._bridge.is_read_only:
                self._keep_moment(self.names.title(block))

    def _keep_moment(self, title: str) -> None:
        workspace = self._bridge.workspace
        try:
            workspace.save_moment(self._context.texts("cockpit.moment", title=title))
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return
        workspace.store.request_mirror()
