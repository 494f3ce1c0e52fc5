"""The surface for a list: what it is and whose it is."""

from __future__ import annotations

from ui.exercises.row_surface import RowSurface

NAME = "list"


class Surface(RowSurface):
    """One row, one thing, with its owner."""
