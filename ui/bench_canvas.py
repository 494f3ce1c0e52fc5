"""The part of the workbench that works on the journey in the middle, of now or of an earlier moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sprint.document import Document
from sprint.journeys import journey_of_kind
from sprint.records import JourneyKind, Step
from ui.desks import PastDesk, SprintDesk
from ui.situation import Surface
from ui.surfaces import make_canvas

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QStackedWidget

    from canvas.view import JourneyCanvas
    from ui.bridge import SprintBridge
    from ui.context import Context
    from ui.journey.desk import JourneyDesk
    from ui.panels.exercise import ExercisePage

_ZOOM = 1.25


class BenchCanvas:
    """Passes on what is asked of the journey, and shows how it was."""

    _context: Context
    _bridge: SprintBridge
    _middle: QStackedWidget
    _journey_kind: JourneyKind
    _past: JourneyCanvas | None = None
    _before_past: Surface = "canvas"
    canvas: JourneyCanvas
    journey: JourneyDesk
    exercise: ExercisePage
    surface: Surface
    past_left: SignalInstance
    situation_changed: SignalInstance

    @property
    def past_canvas(self) -> JourneyCanvas | None:
        """The canvas of an earlier moment, while one is looked at."""
        return self._past

    def show_past(self, document: Document) -> None:
        """Show the journey as it was, to look at only."""
        self.leave_past()
        self._before_past = self.surface
        journey = journey_of_kind(document, self._journey_kind)
        self._past = make_canvas(self._context, PastDesk(document, self._bridge.ids, SprintDesk(self._bridge)))
        if journey is not None:
            self._past.show_journey(journey.id)
        self._middle.addWidget(self._past)
        self._middle.setCurrentWidget(self._past)
        self._arrange()

    def leave_past(self) -> None:
        """Show the present again."""
        if self._past is None:
            return
        past, self._past = self._past, None
        self._middle.removeWidget(past)
        past.hide()
        past.deleteLater()
        self.past_left.emit()
        self._middle.setCurrentWidget(self.exercise if self._before_past == "exercise" else self.journey)
        self._arrange()

    def show_comparison(self) -> None:
        """Put the present and the desired journey beside each other."""
        self.leave_past()
        self.show_canvas()
        self.journey.compare()
        self._arrange()
        self.situation_changed.emit()

    def journey_tool(self, name: str) -> None:
        """Open a tool beside the canvas, or close it."""
        self.leave_past()
        self.show_canvas()
        self.journey.toggle(name)

    def add_step(self) -> None:
        """Add a step after the chosen one and start typing."""
        self.canvas.setFocus()
        self.canvas.commands.add_step()

    def rename_chosen(self) -> None:
        """Start typing in what is chosen."""
        self.canvas.setFocus()
        self.canvas.commands.rename()

    def link_chosen(self) -> None:
        """Draw an arrow from the chosen step with the arrow keys."""
        self.canvas.setFocus()
        self.canvas.begin_link()

    def delete_chosen(self) -> None:
        """Delete what is chosen."""
        self.canvas.commands.remove()

    def fit(self) -> None:
        """Show the whole journey."""
        (self._past or self.canvas).fit()

    def zoom(self, steps: int) -> None:
        """Come nearer (1) or go further away (-1)."""
        (self._past or self.canvas).zoom(_ZOOM**steps)

    def go_to(self, step_id: str) -> None:
        """Bring a step into view and choose it."""
        step = self._bridge.document.get(step_id)
        if isinstance(step, Step) and step.journey_id != self.canvas.journey_id:
            self.show_this_journey(step.journey_id)
        self.show_canvas()
        self.canvas.select([step_id])
        self.canvas.setFocus()

    # ---- what the workbench itself does

    def show_canvas(self) -> None:
        """Show the journey in the middle."""
        raise NotImplementedError

    def show_this_journey(self, journey_id: str) -> None:
        """Show a journey by its id."""
        raise NotImplementedError

    def _arrange(self) -> None:
        raise NotImplementedError
