"""The surfaces of an open sprint: the route on the left, the work in the middle, the details right, the clock below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from canvas.view import JourneyCanvas
from sprint.journeys import partner_of
from sprint.records import Block, Journey, JourneyKind, Step
from ui.bench_canvas import BenchCanvas
from ui.bench_sides import DETAILS_WIDTH, BenchSides
from ui.bridge import SprintBridge
from ui.cockpit.space import SpaceTap
from ui.context import Context
from ui.desks import SprintDesk
from ui.exercises.bench import ExerciseBench
from ui.journey.desk import JourneyDesk
from ui.panels.rail import RouteRail
from ui.situation import Surface
from ui.study.bench import StudyBench
from ui.surfaces import make_canvas

if TYPE_CHECKING:
    from ui.cockpit.capture import Whereabouts
    from ui.cockpit.cockpit import Cockpit
    from ui.panels.details import DetailsPanel
    from ui.planner.commands import PlannerTask
    from ui.planner.own_exercises import LibraryLike
    from ui.planner.page import PlannerPage
    from ui.room.director import RoomDirector

DRAWER_BELOW = 1440
"""Narrower than this, the details lie over the canvas instead of beside it."""
_ZOOM = 1.25


class Workbench(BenchCanvas, StudyBench, ExerciseBench, BenchSides, QWidget):
    """Arranges the panels of one sprint and keeps what they show in step."""

    situation_changed = Signal()
    past_left = Signal()
    """The present is on the screen again."""
    rehearsal_requested = Signal(str)
    cockpit_made = Signal()
    """The clock can begin to tick."""

    def __init__(self, context: Context, bridge: SprintBridge) -> None:
        super().__init__()
        self._context, self._bridge = context, bridge
        self._journey_kind = JourneyKind.AS_IS
        self._past: JourneyCanvas | None = None
        self._before_past: Surface = "canvas"
        self._is_drawer = self._drawer_open = False
        self.rail = RouteRail(context, bridge)
        self.canvas = make_canvas(context, SprintDesk(bridge))
        self.journey = JourneyDesk(context, bridge, self.canvas)
        self._planner: PlannerPage | None = None
        self._library: Callable[[], LibraryLike] | None = None
        self._room: RoomDirector | None = None
        self._middle = QStackedWidget()
        self._middle.addWidget(self.journey)
        self.lay_out(self.rail, self._middle)
        self._listen()
        self.show_journey(self._journey_kind)

    # ---- what is on the screen

    @property
    def surface(self) -> Surface:
        """What stands in the middle."""
        if self._past is not None:
            return "moment"
        shown = self._middle.currentWidget()
        if shown is self.journey:
            return "compare" if self.journey.is_comparing else "canvas"
        if shown is self._planner or shown is self._study:
            return "planner" if shown is self._planner else "study"
        return "exercise" if shown is self._exercise else "day"

    @property
    def room(self) -> RoomDirector:
        """What the room sees, made when it is first asked for."""
        if self._room is None:
            from ui.room.director import RoomDirector  # noqa: PLC0415 - the first window needs none of it

            self._room = RoomDirector(self._context, self._bridge, self.canvas, parent=self)
            self._room.changed.connect(self.situation_changed)
            self._room.changed.connect(self._say_room)
        return self._room

    @property
    def room_situation(self) -> tuple[str, str, bool]:
        """The face that the room sees ("" for none), how it sees the journey, and whether it covers this window."""
        room = self._room
        return ("", "follow", False) if room is None else (room.shown, room.view, room.is_covering)

    def end_room(self) -> None:
        """Let go of the room's windows, before the sprint is closed."""
        if self._room is not None:
            self._room.end()

    @property
    def planner(self) -> PlannerPage:
        """The pages of what is done before a day begins, made when the first one is opened."""
        if self._planner is None:
            from ui.planner.page import PlannerPage  # noqa: PLC0415 - a sprint is open sooner without it

            self._planner = PlannerPage(self._context, self._bridge, library=self._library)
            self._planner.rehearsal_requested.connect(self.rehearsal_requested)
            self._middle.addWidget(self._planner)
        return self._planner

    @property
    def chosen(self) -> int:
        """How many records are chosen on the canvas."""
        return len(self.canvas.selection.ids) if self.surface == "canvas" else 0

    @property
    def journey_kind(self) -> str:
        """Which journey is on the canvas, "as_is" or "to_be"."""
        return self._journey_kind.value

    @property
    def details_open(self) -> bool:
        """Whether the details can be seen."""
        return self._drawer_open if self._is_drawer else self._context.settings.is_on("details_open")

    # ---- what can be asked

    def show_journey(self, kind: str) -> None:
        """Show the present or the desired journey; a desired one that is not there yet is begun."""
        wanted = JourneyKind(kind)
        journey = partner_of(self._bridge.document, self.canvas.journey_id, wanted)
        if journey is None:
            from ui.journey.starting import start_journey  # noqa: PLC0415 - nothing is begun before the first frame

            journey = start_journey(self._context, self._bridge, wanted)
        if journey is not None:
            self.show_this_journey(journey.id)
            self.journey.offer_copy()

    def show_this_journey(self, journey_id: str) -> None:
        """Show a journey by its id."""
        journey = self._bridge.document.require(Journey, journey_id)
        self._journey_kind = journey.kind
        self.leave_past()
        if journey.id != self.canvas.journey_id:
            self.canvas.show_journey(journey.id)
            self.journey.show_journey(journey.id)
            if self._details is not None:
                self._details.set_journey(journey.id)
        self.show_canvas()

    def show_canvas(self) -> None:
        """Show the journey in the middle."""
        self.rail.show_block("")
        self.journey.show_canvas()
        self._show(self.journey)

    def show_block(self, block_id: str) -> None:
        """Show an exercise in the middle."""
        self.leave_past()
        self.exercise.show_block(block_id)
        self.rail.show_block(block_id)
        self._show(self.exercise)

    def show_day(self, day_id: str = "") -> None:
        """Show the page that opens and closes a day, the day that is on unless another is named."""
        self.leave_past()
        self.cockpit.day_page.show_day(day_id)
        self.show_page(self.cockpit.day_page, self.cockpit.day_page.day_id)

    def show_planner(self, task: PlannerTask) -> None:
        """Show a page of the planner."""
        self.leave_past()
        self.planner.open(task)
        self.show_page(self.planner)

    def show_page(self, page: QWidget, day_id: str = "") -> None:
        """Show a page in the middle that is no stop of the route; of a day the rail shows the stations."""
        self.rail.show_elsewhere(day_id)
        self._show(page)

    def _show(self, page: QWidget) -> None:
        if self._middle.indexOf(page) < 0:
            self._middle.addWidget(page)
        self._middle.setCurrentWidget(page)
        self._arrange()
        self.situation_changed.emit()

    def keep_own_in(self, library: Callable[[], LibraryLike]) -> None:
        """Say where exercises of one's own are kept; call before the planner is opened."""
        self._library = library

    def toggle_details(self) -> None:
        """Open or close the details."""
        if self._is_drawer:
            self._drawer_open = not self._drawer_open
        else:
            self._context.settings.set("details_open", not self.details_open)
        self._arrange()
        self.situation_changed.emit()

    def finish_writing(self) -> None:
        """Let every field keep what was typed in it, before the sprint is copied, printed or closed."""
        focus = QApplication.focusWidget()
        if focus is not None and self.window().isAncestorOf(focus):
            # To the surface and not nowhere: the window would give it to the first field it finds.
            self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard to what stands in the middle: the work of the room is what she came for."""
        self._middle.currentWidget().setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: Tab would jump over the rail to it.
        self.take_focus()

    # ---- arranging

    def _listen(self) -> None:
        self.rail.block_chosen.connect(self.open_block)
        self.rail.day_chosen.connect(self.show_day)
        self.rail.canvas_requested.connect(self.show_canvas)
        self.canvas.selection_changed.connect(self._on_selection)
        self.canvas.target_chosen.connect(self.aim_at)
        self.journey.tool_changed.connect(self.situation_changed)
        self.journey.journey_requested.connect(self.show_this_journey)
        self.journey.step_requested.connect(self.go_to)
        SpaceTap(self.canvas, self._on_space)

    def on_details(self, details: DetailsPanel) -> None:
        """Listen to the details that were just made, and show in them what is chosen."""
        details.step_requested.connect(self.go_to)
        details.set_journey(self.canvas.journey_id)
        if self.canvas.selection.ids:
            details.show_selection(list(self.canvas.selection.ids))

    def on_cockpit(self, cockpit: Cockpit) -> None:
        """Listen to the cockpit that was just made."""
        cockpit.day_page_wanted.connect(self.show_day)
        cockpit.lists_changed.connect(self._on_lists)
        cockpit.clock.changed.connect(self.situation_changed)
        cockpit.clock.started.connect(self._on_started)
        self._arrange()
        self.watch_words()
        self.cockpit_made.emit()

    def _on_selection(self, ids: list[str]) -> None:
        if self._details is not None:
            self._details.show_selection(ids)
        self.situation_changed.emit()

    def _on_space(self) -> None:
        if not self._bridge.is_read_only:
            self.cockpit.clock.toggle_pause()

    def _on_started(self, block_id: str) -> None:
        """From the page of a day or of what is over, go on to what begins; who draws or plans is not led away."""
        if self.surface in ("day", "exercise"):
            self.show_block(block_id)

    def _on_lists(self) -> None:
        self._arrange()
        self.situation_changed.emit()

    def whereabouts(self) -> Whereabouts:
        """Say what the room is at, for what is captured now."""
        from ui.cockpit.capture import Whereabouts  # noqa: PLC0415 - nothing is captured before the first frame

        run = self.cockpit.clock.run
        shown = self._exercise.block_id if self._exercise is not None and self.surface == "exercise" else ""
        records = (self._bridge.document.get(record_id) for record_id in self.canvas.selection.ids)
        step = next((record for record in records if isinstance(record, Step)), None)
        is_step = step is not None and self.surface == "canvas"
        at = run.block_id if run is not None and not self._is_of_another_day(run.block_id, shown) else shown
        return Whereabouts(at, step.id if is_step and step is not None else "")

    def _is_of_another_day(self, block_id: str, shown: str) -> bool:
        """Whether the clock that runs is that of another day than what is on the screen: nobody stopped it."""
        blocks = (self._bridge.document.get(block_id), self._bridge.document.get(shown))
        return len({block.day_id for block in blocks if isinstance(block, Block)}) > 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_open = self.details_open
        super().resizeEvent(event)
        self._arrange()
        if self.details_open != was_open:  # beside the canvas and over it they are open or not by themselves
            self.situation_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_drawer and self._drawer_open:
            self.toggle_details()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            # Only when nothing in focus wanted it: not a field, not a button, not the canvas while it pans.
            self._on_space()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """Put the details beside the canvas, or over it where there is no room for both."""
        self._is_drawer = self.width() < DRAWER_BELOW
        is_wanted = self.details_open and self.surface == "canvas"
        if self._is_drawer and self.lists_open:
            is_wanted = False  # there is room for one of them
        self.arrange_sides(self._middle, is_over=self._is_drawer, is_wanted=is_wanted)
        cover = DETAILS_WIDTH if is_wanted and self._is_drawer else 0
        self.canvas.ensure_visible(self.canvas.selection.ids, QMarginsF(0, 0, cover, 0))
