"""An open sprint in the window: its header, its surfaces, and everything that keeps it safe."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from canvas.background import Background
from sprint.clock import ReadClock, read_clock
from sprint.diff import Diff, Label
from sprint.edits.clock import HEARTBEAT
from sprint.errors import SprintError
from sprint.records import Moment
from sprint.store.shapes import Finding, SaveState
from sprint.workspace import Workspace
from ui.actions import ActionSet
from ui.bridge import SaveRelay, SprintBridge
from ui.context import Context
from ui.header import Header, Saving
from ui.main_window import MainWindow
from ui.messages import SPRINT_SUFFIX
from ui.notices import Notice, Notices
from ui.situation import Situation
from ui.workbench import Workbench

if TYPE_CHECKING:
    from ui.paper import Paperwork

IDLE_MS = 15_000
"""After so long without an edit the people's file is brought up to date."""
_FLUSH_SECONDS = 5.0
_ABOUT_THE_DISK = {
    *("store.disk_full", "store.not_allowed", "store.place_gone", "store.disk_failed"),
    *("store.file_place_full", "store.file_not_allowed", "store.file_place_gone", "store.file_failed"),
}
"""What is no longer true when everything is saved."""


class OpenSprint(QObject):
    """Ties one workspace to the window, from opening to closing."""

    situation_changed = Signal()
    completed = Signal()
    """Everything is there, what the first frame did not show included."""

    def __init__(
        self,
        context: Context,
        workspace: Workspace,
        relay: SaveRelay,
        *,
        clock: ReadClock = read_clock,
        is_rehearsal: bool = False,
    ) -> None:
        super().__init__()
        self._context = context
        self._workspace = workspace
        self.bridge = SprintBridge(
            workspace,
            context.texts,
            context.messages,
            relay=relay,
            clock=clock,
            is_rehearsal=is_rehearsal,
            parent=self,
        )
        self.bench = Workbench(context, self.bridge)
        self.background = Background(self)
        self._known_paper: Paperwork | None = None
        self._header: Header | None = None
        self._notices: Notices | None = None
        self._is_disk_told = self._was_failing = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(workspace.store.request_mirror)
        # What the first frame does not show is made after it, a part in each turn of the event loop.
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._make_next)
        self._to_make: list[Callable[[], object]] = []
        self._listen(relay)

    def _listen(self, relay: SaveRelay) -> None:
        relay.found.connect(self._on_finding, Qt.ConnectionType.QueuedConnection)
        self.bridge.save_state_changed.connect(self._on_save_state)
        self.bridge.document_changed.connect(self._on_diff)
        self.bridge.history_changed.connect(self.situation_changed)
        self.bench.situation_changed.connect(self.situation_changed)
        self.bench.past_left.connect(self._on_past_left)
        self.bench.cockpit_made.connect(self._on_cockpit)

    @property
    def path(self) -> Path | None:
        """The people's file."""
        return self._workspace.path

    def show_in(self, window: MainWindow, actions: ActionSet) -> None:
        """Put header, surfaces and notices on the screen."""
        self._header = Header(self._context, actions, self.bridge)
        self._header.copy_requested.connect(actions["save_copy"].trigger)
        self._notices = window.notices
        window.show_sprint(self._header, self.bench, self.bridge.document.sprint.title)
        self._on_save_state(self._workspace.save_state)
        self._show_findings()
        self._to_make = [
            lambda: self.bench.canvas.hands,
            lambda: self.bench.details,
            lambda: self.bench.cockpit,
            self._header.complete,
            self._read_past,
            self.completed.emit,
        ]
        if window.is_painted:
            while self._to_make:
                self._make_next()
        else:
            window.first_painted.connect(self._turn.start)

    def _make_next(self) -> None:
        if self._to_make:  # it is empty when the sprint was closed before the window was painted
            self._to_make.pop(0)()
        if not self._to_make:
            self._turn.stop()

    def _on_cockpit(self) -> None:
        self.bench.cockpit.begin(self._notices)
        self.situation_changed.emit()

    def _read_past(self) -> None:
        # Undo reaches back into earlier sessions; reading them must not hold up the window.
        if not self.bridge.is_read_only:
            self.background.run(self._workspace.read_past, self._on_past)

    def situation(self) -> Situation:
        """Give how things stand, for the rows of actions."""
        bridge, bench = self.bridge, self.bench
        can_change = not bridge.is_read_only and bench.surface != "moment"
        room, room_view, is_covered = bench.room_situation
        return Situation(
            surface=bench.surface,
            has_sprint=True,
            is_read_only=not can_change,
            can_undo=bridge.undo_label is not None and can_change,
            can_redo=bridge.redo_label is not None and can_change,
            undo_name=self._named(bridge.undo_label),
            redo_name=self._named(bridge.redo_label),
            chosen=bench.chosen,
            journey=bench.journey_kind,
            details_open=bench.details_open,
            is_on_clock=bench.is_on_clock,
            lists_open=bench.lists_open,
            room=room,
            room_view=room_view,
            is_covered=is_covered,
            tool=bench.journey.tool,
            is_rehearsing=bridge.is_rehearsal,
            codes_hidden=bench.hides_codes,
        )

    def close(self, window: MainWindow) -> None:
        """Save everything, write the people's file, leave the screen; what a person must know is told at home."""
        self.bench.finish_writing()
        self._turn.stop()
        self._to_make = []
        self.bench.end_clock()
        self.bench.end_work()
        self.bench.end_room()
        self._idle.stop()
        if self._known_paper is not None:
            self._known_paper.close()
        self.background.stop()
        self.bench.journey.stop()
        self.bridge.leave()
        window.drop_sprint(self.bench)
        for finding in self._workspace.close():
            if self.bridge.is_rehearsal:
                continue  # nobody looks for the file of a rehearsal
            self._context.messages.warn(self._said(finding))
        self.deleteLater()

    # ---- safety

    def keep_work(self) -> None:
        """Put everything on disk now, and bring the people's file up to date."""
        if not self.bridge.is_read_only:
            self._workspace.flush(_FLUSH_SECONDS)
            self._workspace.store.request_mirror()

    def is_safe(self) -> bool:
        """Whether everything is on disk; waits a moment for what is on its way."""
        self.bench.finish_writing()
        return self.bridge.is_read_only or self._workspace.flush(_FLUSH_SECONDS)

    @property
    def is_saved(self) -> bool:
        """Whether nothing waits for the disk at this moment."""
        return self._workspace.save_state.is_saved

    def trouble(self) -> str:
        """Say why not everything is on disk."""
        error = self._workspace.save_state.error
        if error is None:
            return ""
        return self._context.texts.error(self._without_inside(error, self._workspace.save_state.where))

    def copy_suggestion(self, folder: Path) -> Path:
        """Give a name for a copy in a folder."""
        path = self._workspace.path
        stem = path.stem if path is not None else self.bridge.document.sprint.title
        word = self._context.texts("ui.copy")
        return folder / f"{stem} – {word}{SPRINT_SUFFIX}"

    def save_copy(self, path: Path) -> None:
        """Write a copy beside the window, and say how that went."""
        texts, messages = self._context.texts, self._context.messages
        messages.tell(texts("ui.copy_busy", name=path.name))
        self.background.run(
            lambda: self._workspace.save_copy(path),
            lambda _none: messages.tell(texts("ui.copy_done", name=path.name), tone="good"),
            lambda error: messages.warn(texts.error(error)),
        )

    def _on_save_state(self, state: SaveState) -> None:
        if self._header is None or self._notices is None:
            return
        self._header.show_saving(Saving(state.pending, state.error, self.bridge.is_read_only))
        if state.error is None:
            self._notices.close_notice("saving")
            if state.pending == 0 and self._was_failing:
                # Everything is saved after all: what was said about the disk is over, and the people's file follows.
                self._was_failing = False
                if self._is_disk_told:
                    self._notices.close_notice("finding")
                self._workspace.store.request_mirror()
            return
        self._was_failing = True
        error = self._without_inside(state.error, state.where)
        self._notices.show_notice("saving", Notice(lambda: self._context.texts.error(error), "danger", can_close=False))

    def _without_inside(self, error: SprintError, where: Path) -> SprintError:
        """Name this computer where an error names a folder of the program itself, which says nothing to anybody."""
        if not str(error.params.get("place", "")).startswith(str(where)):
            return error
        return SprintError(error.key, **{**error.params, "place": self._context.texts("ui.this_computer")})

    def _on_diff(self, diff: Diff) -> None:
        if diff.label.key == HEARTBEAT:
            return  # on disk at once like everything; the people's file need not follow the clock every minute
        self._idle.start()
        if self._notices is not None:
            # She went on working: what was said before has been read.
            self._notices.close_notice("told")
        self.situation_changed.emit()

    def _show_findings(self) -> None:
        if self._notices is None:
            return
        findings = self._workspace.findings
        texts = self._context.texts
        if self.bridge.is_read_only and not findings:
            self._notices.show_notice("read_only", Notice(lambda: texts("ui.read_only"), "now", can_close=False))
        if len(findings) == 1:
            self._notices.show_notice("findings", Notice(lambda: self._said(findings[0]), "now"))
        elif findings:
            notice = Notice(
                lambda: texts("ui.findings", count=len(findings)),
                "now",
                detail=lambda: "\n".join(self._said(finding) for finding in findings),
            )
            self._notices.show_notice("findings", notice)

    def _on_finding(self, finding: Finding) -> None:
        if self._notices is not None:
            self._is_disk_told = finding.key in _ABOUT_THE_DISK
            self._notices.show_notice("finding", Notice(lambda: self._said(finding), "warn"))

    def _said(self, finding: Finding) -> str:
        return self._context.texts(finding.key, **finding.params)

    def _named(self, label: Label | None) -> str:
        texts = self._context.texts
        if label is not None and "code" in label.params and self._context.settings.is_on("hide_codes"):
            label = Label(label.key, {**label.params, "code": texts("study_ui.hidden_code")})
        return texts.translator.label(label) if label is not None else ""

    def _on_past(self, past: object) -> None:
        self._workspace.recall(past)
        self.situation_changed.emit()

    # ---- moments

    def keep_moment(self, name: str) -> None:
        """Keep this moment, and write the people's file."""
        try:
            self._workspace.save_moment(name)
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return
        self._workspace.store.request_mirror()
        self._context.messages.tell(self._context.texts("ui.moment_kept", name=name), tone="good")

    def look_at(self, moment: Moment) -> None:
        """Show the journey as it was, under a banner that says so."""
        texts = self._context.texts
        try:
            document = self._workspace.document_at(moment)
        except SprintError as error:
            self._context.messages.warn(texts.error(error))
            return
        self.bench.show_past(document)
        if self._notices is not None:
            when = _time_of(moment.at)
            banner = Notice(
                lambda: texts("ui.looking_at", name=moment.name, time=when),
                "warn",
                action="ui.back_to_now",
                run=self.back_to_now,
                can_close=False,
            )
            self._notices.show_notice("moment", banner)
        self.situation_changed.emit()

    def back_to_now(self) -> None:
        """Stop looking at the past."""
        self.bench.leave_past()
        self.situation_changed.emit()

    def _on_past_left(self) -> None:
        if self._notices is not None:
            self._notices.close_notice("moment")

    def restore(self, moment: Moment) -> bool:
        """Bring the sprint back to a moment; gives False and says why when that cannot be."""
        try:
            self._workspace.restore(moment)
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return False
        self.back_to_now()
        self.bridge.history_changed.emit()
        return True

    # ---- paper

    @property
    def paper(self) -> Paperwork:
        """What is put on paper, made when something is printed for the first time."""
        if self._known_paper is None:
            from ui.paper import Paperwork  # noqa: PLC0415 - nothing is printed before the first frame

            self._known_paper = Paperwork(self._context, self._workspace, self.background, self)
            self._known_paper.names = lambda: self.bridge.private_names
        return self._known_paper

    def print_it(self, parent: QWidget, prints: Path) -> None:
        """Ask what to print, then make it beside the window; `prints` remembers which sheets were printed before."""
        self.bench.finish_writing()
        if self._notices is not None:
            self.paper.ask(self.bench.journey_kind, self._notices, parent, prints)

    def print_book(self) -> None:
        """Make the sprint book beside the window."""
        self.bench.finish_writing()
        if self._notices is not None:
            self.paper.make_book(self._notices)


def _time_of(iso: str) -> str:
    try:
        return f"{datetime.fromisoformat(iso).astimezone():%H:%M}"
    except ValueError:
        return iso
