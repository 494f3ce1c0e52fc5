"""The review of both tracks alone: where somebody can reach a human, where they get stuck, where it hurts."""

from __future__ import annotations

from typing import ClassVar

from ui.exercises.legal import TRACKS
from ui.exercises.legal import Surface as LegalSurface

NAME = "two_track"


class Surface(LegalSurface):
    """The same review, begun with the tracks."""

    FIRST: ClassVar[int] = TRACKS
