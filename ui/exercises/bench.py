"""The part of the workbench that shows exercises: their page is made when the first one is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.exercises.commands import WorkTask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from canvas.view import JourneyCanvas
    from ui.bridge import SprintBridge
    from ui.cockpit.cockpit import Cockpit
    from ui.context import Context
    from ui.panels.exercise import ExercisePage
    from ui.room.director import RoomDirector


class ExerciseBench:
    """Shows exercises in the middle of the workbench it is a part of, and their work in the room."""

    _context: Context
    _bridge: SprintBridge
    _middle: QStackedWidget
    _room: RoomDirector | None = None
    _exercise: ExercisePage | None = None
    canvas: JourneyCanvas
    cockpit: Cockpit

    @property
    def exercise(self) -> ExercisePage:
        """The page of an exercise, made when the first one is opened."""
        if self._exercise is None:
            from ui.panels.exercise import ExercisePage  # noqa: PLC0415 - the first window needs none of it

            made = self._exercise = ExercisePage(self._context, self._bridge, clock=self.cockpit.clock)
            made.canvas_requested.connect(self.show_canvas)
            made.step_requested.connect(self.go_to)
            made.block_requested.connect(self.open_block)
            made.study_requested.connect(self.show_study)
            made.room_toggled.connect(self._toggle_work)
            made.room_changed.connect(self._refresh_work)
            self._middle.addWidget(made)
        return self._exercise

    def open_block(self, block_id: str) -> None:
        """Show an exercise that a person chose, with the keyboard where its work goes on."""
        self.show_block(block_id)
        surface = self.exercise.surface
        if self._bridge.is_read_only:
            return
        if surface is not None:
            surface.take_focus()
        else:
            self.exercise.setFocus()  # what is typed there is a note

    def work(self, task: WorkTask) -> None:
        """Do something with the work of the exercise that is shown."""
        page = self.exercise
        asked: dict[WorkTask, Callable[[], object]] = {
            "room": self._toggle_work,
            "quiet": lambda: page.tools.set_quiet(not page.tools.is_quiet),
            "done": lambda: page.tools.count_done(1),
            "undone": lambda: page.tools.count_done(-1),
            "guide": page.toggle_guide,
            "paste": page.tools.paste,
        }
        asked.get(task, lambda: page.tools.copy(task))()

    def aim_at(self, step_id: str) -> None:
        """Make a step that was chosen on the canvas the target of the sprint."""
        from ui.exercises.aiming import aim_at  # noqa: PLC0415 - the first window needs none of it

        aim_at(self._context, self._bridge, step_id, self.canvas.reading.persona_id)

    def end_work(self) -> None:
        """Take in the photos that are on their way, before the sprint is closed."""
        if self._exercise is not None:
            self._exercise.finish()

    def _toggle_work(self) -> None:
        self.room.toggle_work(self.exercise)

    def _refresh_work(self) -> None:
        if self._room is not None and self._exercise is not None:
            self._room.refresh_work()

    def _say_room(self) -> None:
        if self._room is not None and self._exercise is not None:
            self._exercise.tools.show_in_room(self._room.shown == "work")

    # ---- what the workbench itself does

    @property
    def room(self) -> RoomDirector:
        """What the room sees."""
        raise NotImplementedError

    def show_canvas(self) -> None:
        """Show the journey."""
        raise NotImplementedError

    def go_to(self, step_id: str) -> None:
        """Bring a step into view."""
        raise NotImplementedError

    def show_block(self, block_id: str) -> None:
        """Show an exercise."""
        raise NotImplementedError

    def show_study(self, task: str) -> None:
        """Show a part of the study."""
        raise NotImplementedError
