"""Decides what the room sees: which face, which part of the journey, on which displays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from canvas.view import JourneyCanvas
from sprint.diff import Diff
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Day, TimerRun
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.room.board import seen_part
from ui.room.commands import RoomTask
from ui.room.displays import ListDisplays, displays
from ui.room.faces.agenda import AgendaFace
from ui.room.faces.clock import ClockFace
from ui.room.faces.journey import JourneyFace, route_of
from ui.room.faces.plain import BlankFace, QuietFace
from ui.room.faces.rest import BreakFace
from ui.room.faces.results import ResultsFace, RoomResults
from ui.room.facts import FactsReader, LocalMinute, RoomFacts, local_minute
from ui.room.identify import Identifier
from ui.room.overlay import RoomOverlay
from ui.room.public import PublicJourney
from ui.room.screen import RoomScreen
from ui.room.stage import RoomStage
from ui.room.work_face import WorkFace, WorkPage
from ui.room.work_pictures import WorkPictures
from ui.texts import Texts

TICK_MS = 200
_WATCHED = (Day, Block, TimerRun)
_SECONDS_PER_MINUTE = 60


class RoomDirector(QObject):
    """Asked by the rows of `ui.room.actions`; tells the stages what to show, and nobody else anything."""

    changed = Signal()
    """The room shows something else, or nothing any more."""

    def __init__(
        self,
        context: Context,
        bridge: SprintBridge,
        canvas: JourneyCanvas,
        *,
        catalogue: Catalogue | None = None,
        find_displays: ListDisplays = displays,
        minute: LocalMinute = local_minute,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._main, self._bridge, self._canvas = context, bridge, canvas
        self._texts = Texts(room_language(context), self)
        self._context = replace(context, texts=self._texts)
        self._reader = FactsReader(bridge, self._texts, BlockNames(self._texts, catalogue), minute)
        self._find = find_displays
        self._mode = ClockFace.NAME
        self._view = "follow"
        self._step_id = ""
        self._facts = RoomFacts()
        self._results: RoomResults | None = None
        self._is_revealed = False
        self._work: WorkPage | None = None
        self._pictures = WorkPictures(context, bridge, self)
        self._last_minute = 0
        self._public: PublicJourney | None = None
        self._screen: RoomScreen | None = None
        self._overlay: RoomOverlay | None = None
        self._identifier = Identifier(context, self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._listen()

    # ---- how things stand

    @property
    def mode(self) -> str:
        """What was asked for: the name of a face."""
        return self._mode

    @property
    def shown(self) -> str:
        """The name of what was asked for while the room can see it, else ""."""
        return self._mode if self._stages() else ""

    @property
    def view(self) -> str:
        """How the journey is shown: "follow", "freeze" or "walk"."""
        return self._view

    @property
    def screen(self) -> RoomScreen | None:
        """The room's own window, once it was opened."""
        return self._screen

    @property
    def overlay(self) -> RoomOverlay | None:
        """The picture over the facilitator's window, once it was asked for."""
        return self._overlay

    @property
    def is_covering(self) -> bool:
        """Whether the facilitator's own window shows the room's picture."""
        return self._overlay is not None and self._overlay.isVisible()

    @property
    def is_screen_open(self) -> bool:
        """Whether the room's own window is on a display."""
        return self._screen is not None and self._screen.isVisible()

    @property
    def identifier(self) -> Identifier:
        """The numbers on the displays."""
        return self._identifier

    # ---- what can be asked

    def ask(self, task: RoomTask) -> None:
        """Do what a row of `ui.room.actions` asks."""
        asked: dict[RoomTask, Callable[[], None]] = {
            "overlay": self.toggle_overlay,
            "show": lambda: self.toggle(ClockFace.NAME),
            "agenda": lambda: self.toggle(AgendaFace.NAME),
            "journey": self._toggle_journey,
            "quiet": lambda: self.toggle(QuietFace.NAME),
            "blank": lambda: self.toggle(BlankFace.NAME),
            "follow": self.follow,
            "freeze": self.freeze,
            "walk_next": lambda: self.walk(1),
            "walk_previous": lambda: self.walk(-1),
            "identify": self.identify,
            "move": self.next_display,
            "close": self.close,
        }
        asked[task]()

    def show(self, name: str) -> None:
        """Show a face; opens the room's window when the room sees nothing yet."""
        self._mode = name
        if not self._stages():
            self._open_screen()
        self._refresh()
        self.changed.emit()

    def toggle(self, name: str) -> None:
        """Show a face, or the clock again when it is shown already."""
        self.show(ClockFace.NAME if self.shown == name else name)

    def _toggle_journey(self) -> None:
        if self.shown == JourneyFace.NAME:
            self.show(ClockFace.NAME)
        else:
            self._show_journey(self._view)

    def close(self) -> None:
        """Take everything away from the room."""
        if self._overlay is not None:
            self._overlay.uncover()
        if self._screen is not None and self._screen.isVisible():
            self._screen.close()
        self._refresh()
        self.changed.emit()

    def toggle_overlay(self) -> None:
        """Show the room's picture in the facilitator's own window, or give that back to her."""
        if self._overlay is None:
            self._overlay = RoomOverlay(self._context, self._canvas.window())
            self._overlay.left.connect(self.toggle_overlay)
            self._overlay.went.connect(self.walk_on)
            self._overlay.darkened.connect(lambda: self.toggle(BlankFace.NAME))
        if self._overlay.isVisible():
            self._overlay.uncover()
        else:
            self._overlay.cover()
        self._refresh()
        self.changed.emit()

    def follow(self) -> None:
        """Let the room see the part of the journey that the facilitator looks at."""
        self._show_journey("follow")

    def freeze(self) -> None:
        """Hold what the room sees of the journey, or follow again."""
        self._show_journey("follow" if self._view == "freeze" else "freeze")

    def walk(self, direction: int) -> None:
        """Show the next step (1) or the one before (-1), large; begins at the chosen step, or the first.

        When the room sees the work of an exercise, the cards that did not fit (1), or the first again (-1).
        """
        if self.shown == WorkFace.NAME:
            for stage in self._stages():
                stage.typed_face(WorkFace).turn(direction)
            return
        document = self._public_journey().document
        steps = [step.id for step in route_of(document, self._canvas.journey_id)]
        if not steps:
            return
        if self._view == "walk" and self._step_id in steps:
            place = min(max(0, steps.index(self._step_id) + direction), len(steps) - 1)
        else:
            chosen = self._canvas.selection.current
            place = steps.index(chosen) if chosen in steps else 0
        self._step_id = steps[place]
        self._show_journey("walk")

    def walk_on(self, direction: int) -> None:
        """Go on with a walk that the room sees; nothing otherwise."""
        if self._mode in (JourneyFace.NAME, WorkFace.NAME):
            self.walk(direction)

    def identify(self) -> None:
        """Show a number on every display for three seconds."""
        self._identifier.show(self._find(), self._screen.display if self._screen is not None else None)

    def next_display(self) -> None:
        """Move the room's window to the next display."""
        if not self.is_screen_open:
            self.show(self._mode)
        elif self._screen is not None and self._screen.move_on() is None:
            self._main.messages.tell(self._main.texts("room.one_display"))

    def hold_results(self, results: RoomResults | None) -> None:
        """Take a result that the room may not see yet."""
        self._results, self._is_revealed = results, False
        self._refresh()

    def reveal_results(self) -> None:
        """Let the room see the result."""
        self._is_revealed = True
        self.show(ResultsFace.NAME)

    def toggle_work(self, page: WorkPage) -> None:
        """Show what an exercise lets the room see of its work, or the clock again."""
        self._work = page
        self.toggle(WorkFace.NAME)

    def refresh_work(self) -> None:
        """Show the work as it is now, when the room sees it."""
        if self.shown == WorkFace.NAME:
            self._refresh()

    def end(self) -> None:
        """Let go of every window, before the sprint is closed."""
        self._timer.stop()
        self._pictures.finish()
        self._identifier.hide()
        QApplication.instance().focusChanged.disconnect(self._on_focus)  # type: ignore[union-attr]  # there is an app
        self._canvas.removeEventFilter(self)
        if self._overlay is not None:
            self._overlay.uncover()
        for window in (self._overlay, self._screen):
            if window is not None:
                window.blockSignals(True)
                window.hide()
                window.deleteLater()
        self._overlay = self._screen = None

    # ---- showing

    def _stages(self) -> list[RoomStage]:
        hosts = (self._screen, self._overlay)
        return [host.stage for host in hosts if host is not None and not host.isHidden()]

    def _open_screen(self) -> None:
        if self._screen is None:
            self._screen = RoomScreen(self._context, self._find)
            self._screen.left.connect(self._on_left)
            self._screen.display_lost.connect(self._on_display_lost)
        self._screen.open_beside(self._canvas.window().frameGeometry())

    def _show_journey(self, view: str) -> None:
        self._view = view
        public = self._public_journey()
        public.freeze(view == "freeze")
        self._canvas.removeEventFilter(self)
        if view == "follow":
            self._canvas.installEventFilter(self)
        self.show(JourneyFace.NAME)

    def _refresh(self) -> None:
        stages = self._stages()
        if stages:
            self._facts = self._reader.read()
        is_break = self._mode == ClockFace.NAME and self._facts.is_rest
        for stage in stages:
            stage.show_facts(self._facts)
            stage.show_face(BreakFace.NAME if is_break else self._mode)
            if self._mode == ResultsFace.NAME:
                stage.typed_face(ResultsFace).show_results(self._results, is_revealed=self._is_revealed)
            elif self._mode == WorkFace.NAME and self._work is not None:
                page = self._work.room_page()
                stage.typed_face(WorkFace).show_page(page, self._pictures.of(page))
            elif self._mode == JourneyFace.NAME:
                self._aim(stage)
        self._run_timer()

    def _aim(self, stage: RoomStage) -> None:
        face = stage.typed_face(JourneyFace)
        is_new = face.board is None
        face.set_document(self._public_journey().document)
        if self._view == "walk":
            face.show_step(self._step_id)
        elif self._view == "follow" or is_new or face.step_id:
            face.show_part(seen_part(self._canvas))

    def _public_journey(self) -> PublicJourney:
        if self._public is None:
            self._public = PublicJourney(self._bridge.document, lambda: is_writing(QApplication.focusWidget()))
        return self._public

    # ---- time

    def _tick(self) -> None:
        minute = int(self._bridge.read_clock().wall // _SECONDS_PER_MINUTE)
        if minute != self._last_minute:
            self._last_minute = minute
            self._refresh()
            return
        clock = self._reader.clock()
        for stage in self._stages():
            stage.tick(clock)

    def _run_timer(self) -> None:
        is_needed = self._facts.is_running and any(stage.ticks for stage in self._stages())
        if is_needed != self._timer.isActive():
            if is_needed:
                self._timer.start()
            else:
                self._timer.stop()

    # ---- what happens elsewhere

    def _listen(self) -> None:
        self._bridge.document_changed.connect(self._on_diff)
        self._main.texts.changed.connect(self._on_language)
        self._main.settings.changed.connect(self._on_setting)
        self._texts.changed.connect(self._refresh)
        self._pictures.loaded.connect(self.refresh_work)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is an app

    def _on_diff(self, diff: Diff) -> None:
        if self._public is not None:
            self._public.on_diff(diff)
        if any(isinstance(record, _WATCHED) for change in diff.changes.values() for record in change):
            self._refresh()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._public is not None and not is_writing(now):
            self._public.settle()

    def _on_language(self) -> None:
        self._texts.set_language(room_language(self._main))

    def _on_setting(self, key: str) -> None:
        if key == "room_language":
            self._on_language()

    def _on_left(self) -> None:
        self._refresh()
        self.changed.emit()

    def _on_display_lost(self) -> None:
        self._main.messages.tell(self._main.texts("room.display_lost"))
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._canvas and self._mode == JourneyFace.NAME:
            for stage in self._stages():
                stage.typed_face(JourneyFace).show_part(seen_part(self._canvas))
        return super().eventFilter(watched, event)


def room_language(context: Context) -> str:
    """Give the language of the room: its own, or that of the facilitator's screen."""
    chosen = context.settings.text("room_language")
    return context.texts.language if chosen == "screen" else chosen


def is_writing(widget: QWidget | None) -> bool:
    """Whether somebody types in this widget."""
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and not widget.isReadOnly()
