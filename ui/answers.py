"""What the parts of the program answer to what is asked of them, put together for the program itself."""

from __future__ import annotations

from ui.cockpit.commands import CockpitAnswers
from ui.exercises.commands import WorkAnswers
from ui.journey.commands import JourneyAnswers
from ui.planner.commands import PlannerAnswers
from ui.rehearsal.commands import RehearsalAnswers
from ui.room.commands import RoomAnswers
from ui.study.commands import StudyAnswers
from ui.surface_answers import SurfaceAnswers


class Answers(
    SurfaceAnswers,
    JourneyAnswers,
    CockpitAnswers,
    RoomAnswers,
    PlannerAnswers,
    RehearsalAnswers,
    StudyAnswers,
    WorkAnswers,
):
    """Answers every command that is passed on to the workbench of the open sprint."""
