"""Which faces there are, by name: a class more here is a face more."""

from __future__ import annotations

from ui.room.faces.agenda import AgendaFace
from ui.room.faces.base import Face
from ui.room.faces.clock import ClockFace
from ui.room.faces.journey import JourneyFace
from ui.room.faces.plain import BlankFace, QuietFace
from ui.room.faces.rest import BreakFace
from ui.room.faces.results import ResultsFace
from ui.room.work_face import WorkFace

FACES: dict[str, type[Face]] = {
    face.NAME: face
    for face in (ClockFace, AgendaFace, JourneyFace, BreakFace, ResultsFace, BlankFace, QuietFace, WorkFace)
}
