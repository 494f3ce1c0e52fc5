"""The surface of the last half hour: look back on the four days, and how far the organisation is."""

from __future__ import annotations

from typing import ClassVar

from ui.exercises.base import WorkSurface
from ui.exercises.maturity import Surface as MaturitySurface
from ui.exercises.retrospective import Surface as RetrospectiveSurface
from ui.exercises.tabbed import TabbedSurface

NAME = "closing"


class Surface(TabbedSurface):
    """First what to keep and to change, then the eighteen cells."""

    TABS: ClassVar[tuple[tuple[str, type[WorkSurface]], ...]] = (
        ("plan.tab_back", RetrospectiveSurface),
        ("plan.tab_maturity", MaturitySurface),
    )
